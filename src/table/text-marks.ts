import type { HeaderReader } from "./header-reader.ts";
import { isMeta, isSignature } from "./line-words.ts";
import type { Line, Lines } from "./lines.ts";
import { cornerCells } from "./row-look.ts";

const seen = 1;
const signature = 2;
const meta = 4;
const cornerSeen = 8;
const corner = 16;

/** What the texts of bodies look like at a glance, each found out once: they repeat from row to row. */
export class TextMarks {
  readonly #lines: Lines;
  readonly #reader: HeaderReader;
  /** By number of the text. */
  readonly #marks: Uint8Array;

  constructor(lines: Lines, reader: HeaderReader) {
    this.#lines = lines;
    this.#reader = reader;
    this.#marks = new Uint8Array(lines.cells.textCount);
  }

  /** True for a line with 填报人：… or the like in it. */
  isSigned(line: Line): boolean {
    const { cells } = this.#lines;
    for (let at = 0; at < line.count; at += 1) {
      const index = line.at(at);
      if (
        cells.typeAt(index) === "text" &&
        (this.#marksOf(index) & signature) !== 0
      )
        return true;
    }
    return false;
  }

  /**
   * True for a line that may begin a header with a corner, or is a meta line:
   * at least half its cells say 填报单位：… or the like. Other lines of a body
   * need no look.
   */
  mayHead(line: Line): boolean {
    const { cells } = this.#lines;
    let metas = 0;
    for (let at = 0; at < line.count; at += 1) {
      const index = line.at(at);
      if (cells.typeAt(index) !== "text") continue;
      if (at < cornerCells && this.#isCorner(index)) return true;
      if ((this.#marksOf(index) & meta) !== 0) metas += 1;
    }
    return metas > 0 && metas * 2 >= line.count;
  }

  #marksOf(index: number): number {
    const text = this.#lines.cells.textAt(index);
    const known = this.#marks[text] ?? 0;
    if ((known & seen) !== 0) return known;
    const raw = this.#lines.cells.textOf(text);
    let marks = known | seen;
    // Both are words with a colon.
    if (/[:：]/.test(raw)) {
      if (isSignature(raw)) marks |= signature;
      if (isMeta(this.#lines.wordsAt(index))) marks |= meta;
    }
    this.#marks[text] = marks;
    return marks;
  }

  #isCorner(index: number): boolean {
    const text = this.#lines.cells.textAt(index);
    const known = this.#marks[text] ?? 0;
    if ((known & cornerSeen) !== 0) return (known & corner) !== 0;
    const is = this.#reader.corner(this.#lines.wordsAt(index));
    this.#marks[text] = known | cornerSeen | (is ? corner : 0);
    return is;
  }
}
