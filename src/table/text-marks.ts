import { kind, kindMask } from "../model/cell-kind.ts";
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
  #last: Line | null = null;
  #says = 0;

  constructor(lines: Lines, reader: HeaderReader) {
    this.#lines = lines;
    this.#reader = reader;
    this.#marks = new Uint8Array(lines.cells.textCount);
  }

  /** True for a line with 填报人：… or the like in it. */
  isSigned(line: Line): boolean {
    return (this.#glance(line) & signature) !== 0;
  }

  /**
   * True for a line that may begin a header with a corner, or is a meta line:
   * at least half its cells say 填报单位：… or the like. Other lines of a body
   * need no look.
   */
  mayHead(line: Line): boolean {
    return (this.#glance(line) & (corner | meta)) !== 0;
  }

  /** `signature`, `corner` and `meta` of a line; the one looked at last is known. */
  #glance(line: Line): number {
    if (line === this.#last) return this.#says;
    const { kinds } = this.#lines.cells;
    const { count } = line;
    const first = line.at(0);
    const whole = line.at(count - 1) - first === count - 1;
    let says = 0;
    let metas = 0;
    for (let at = 0; at < count; at += 1) {
      const index = whole ? first + at : line.at(at);
      if (((kinds[index] ?? 0) & kindMask) !== kind.text) continue;
      if (at < cornerCells && this.#isCorner(index)) says |= corner;
      const marks = this.#marksOf(index);
      says |= marks & signature;
      if ((marks & meta) !== 0) metas += 1;
    }
    if (metas > 0 && metas * 2 >= count) says |= meta;
    this.#last = line;
    this.#says = says;
    return says;
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
