import { BytePool } from "./byte-pool.ts";
import { AscendingIndex, NumberList } from "./number-list.ts";
import { decodeXmlText, plainText } from "./xml-text.ts";

/** A formula as stored; `text` null for a cell that shares its master's. */
export interface StoredFormula {
  readonly text: string | null;
  /** Group of a shared formula; empty for others. */
  readonly shared: string;
  readonly array: boolean;
}

const noText = 0;
const arrayFlag = 0x80000000;
const encoder = new TextEncoder();

/** How a kept text is spelt. */
const plain = 0;
const xml = 1;

/** Formulas of one sheet by the number of their cell, texts kept as bytes until they are asked for. */
export class StoredFormulas {
  readonly #cells = new NumberList();
  readonly #index = new AscendingIndex(this.#cells);
  readonly #texts = new NumberList();
  /** Number of the group plus one, 0 without one; the top bit marks an array formula. */
  readonly #groups = new NumberList();
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #pool = new BytePool();

  get size(): number {
    return this.#cells.length;
  }

  /** Adds the formula of a cell; cells must come in ascending order. */
  set(cell: number, { text, shared, array }: StoredFormula): void {
    const bytes = text === null ? null : encoder.encode(text);
    this.#push(
      cell,
      bytes === null ? noText : this.#pool.add(bytes, 0, bytes.length, plain),
      shared,
      array,
    );
  }

  /** Adds an ordinary formula as it stands in XML, entities and all. */
  setXml(cell: number, data: Uint8Array, from: number, to: number): void {
    this.#push(cell, this.#pool.add(data, from, to, xml), "", false);
  }

  #push(cell: number, text: number, shared: string, array: boolean): void {
    this.#cells.push(cell);
    this.#texts.push(text);
    const group = shared === "" ? 0 : this.#group(shared) + 1;
    this.#groups.push(array ? group + arrayFlag : group);
  }

  #group(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const made = this.#names.length;
    this.#numbers.set(name, made);
    this.#names.push(name);
    return made;
  }

  get(cell: number): StoredFormula | undefined {
    const at = this.#index.find(cell);
    if (at < 0) return undefined;
    const group = this.#groups.at(at);
    const number = group & ~arrayFlag;
    return {
      text: this.#text(this.#texts.at(at)),
      shared: number === 0 ? "" : (this.#names[number - 1] ?? ""),
      array: group >= arrayFlag,
    };
  }

  has(cell: number): boolean {
    return this.#index.find(cell) >= 0;
  }

  #text(record: number): string | null {
    if (record === noText) return null;
    const bytes = this.#pool.bytes(record);
    return this.#pool.mark(record) === xml
      ? decodeXmlText(bytes, 0, bytes.length)
      : plainText(bytes, 0, bytes.length);
  }

  trim(): void {
    this.#cells.trim();
    this.#texts.trim();
    this.#groups.trim();
  }
}
