import { XmlCursor } from "./xml-cursor.ts";
import { readStringItem } from "./string-item.ts";

/** The shared strings of a workbook, decoded when they are asked for. */
export class SharedStrings {
  readonly #data: Uint8Array;
  #starts = new Uint32Array(256);
  readonly #decoded: string[] = [];
  count = 0;
  /** True when the part ends before its root element does. */
  truncated = false;

  /** `data` is the part in UTF-8; call `index` before anything else. */
  constructor(data: Uint8Array) {
    this.#data = data;
  }

  /** Finds where each string begins, stopping now and then so that others may run. */
  *index(): Generator<undefined> {
    const cursor = new XmlCursor(this.#data);
    let rest = 1 << 20;
    let closed = false;
    while (cursor.next()) {
      if (cursor.opens("si")) {
        this.#add(cursor.start);
        if (!cursor.skip()) {
          this.count -= 1;
          break;
        }
      } else if (cursor.closes("sst")) closed = true;
      else if (cursor.kind === "empty" && cursor.opens("sst")) closed = true;
      if (cursor.end > rest) {
        rest = cursor.end + (1 << 20);
        yield;
      }
    }
    this.truncated = !closed;
  }

  #add(start: number): void {
    if (this.count === this.#starts.length) {
      const bigger = new Uint32Array(this.count * 2);
      bigger.set(this.#starts);
      this.#starts = bigger;
    }
    this.#starts[this.count] = start;
    this.count += 1;
  }

  /** @throws when there is no such string. */
  at(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const start = index < this.count ? this.#starts[index] : undefined;
    if (start === undefined) throw new Error(`no shared string ${index}`);
    const cursor = new XmlCursor(this.#data, start);
    cursor.next();
    const text = readStringItem(cursor) ?? "";
    this.#decoded[index] = text;
    return text;
  }
}
