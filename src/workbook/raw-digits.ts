import { BytePool } from "./byte-pool.ts";
import { AscendingIndex, NumberList } from "./number-list.ts";

/** Digits of numbers whose shortest text is another one, by the number of their cell. */
export class RawDigits {
  readonly #cells = new NumberList();
  readonly #index = new AscendingIndex(this.#cells);
  readonly #records = new NumberList();
  readonly #pool = new BytePool();

  /** Keeps the digits of a cell; cells must come in ascending order. */
  set(cell: number, data: Uint8Array, from: number, to: number): void {
    this.#cells.push(cell);
    this.#records.push(this.#pool.add(data, from, to));
  }

  get(cell: number): string | undefined {
    const at = this.#index.find(cell);
    if (at < 0) return undefined;
    return String.fromCharCode(...this.#pool.bytes(this.#records.at(at)));
  }

  trim(): void {
    this.#cells.trim();
    this.#records.trim();
  }
}
