import type { HeaderReader } from "./header-reader.ts";
import { cellWords, type Line, type Lines } from "./lines.ts";
import { headerLook, type RowLook, rowLook } from "./row-look.ts";
import { TextMarks } from "./text-marks.ts";

/** Lines looked ahead over titles and meta lines for the header they belong to. */
const farthest = 6;

const nothing: RowLook = {
  filled: 0,
  data: 0,
  known: 0,
  unknown: 0,
  corner: false,
  meta: false,
};

/** The looks of the lines of a sheet, each worked out once. */
export class LookCache {
  readonly lines: Lines;
  readonly reader: HeaderReader;
  readonly #looks = new Map<number, RowLook>();
  readonly #marks: TextMarks;

  constructor(lines: Lines, reader: HeaderReader) {
    this.lines = lines;
    this.reader = reader;
    this.#marks = new TextMarks(lines, reader);
  }

  line(index: number): Line | undefined {
    const { lines } = this.lines;
    return index < lines.length ? lines[index] : undefined;
  }

  at(index: number): RowLook {
    const known = this.#looks.get(index);
    if (known !== undefined) return known;
    const line = this.line(index);
    const look =
      line === undefined
        ? nothing
        : rowLook(line, this.reader, this.lines.date1904);
    this.#looks.set(index, look);
    return look;
  }

  /** True for a line with 填报人：… or the like in it. */
  isSigned(line: Line): boolean {
    return this.#marks.isSigned(line);
  }

  /** False for a line of a body that begins no header and is no meta line, found out without a look at all its words. */
  mayHead(line: Line): boolean {
    return this.#marks.mayHead(line);
  }

  /** True for a line of nothing but names of indicators, at least two of them. */
  namesFigures(line: Line): boolean {
    return (
      line.count >= 2 &&
      line.filled.every(
        (cell) =>
          cell.type === "text" &&
          cell.formula === undefined &&
          (this.reader.read(cellWords(cell, this.lines.date1904)).indicator[0]
            ?.confidence ?? 0) >= 0.8,
      )
    );
  }

  nextFilled(index: number): number | undefined {
    for (let next = index + 1; next < this.lines.lines.length; next += 1)
      if ((this.line(next)?.count ?? 0) > 0) return next;
    return undefined;
  }

  /** The words of a line that holds only one text; undefined otherwise. */
  singleText(index: number): string | undefined {
    const line = this.line(index);
    if (line?.count !== 1) return undefined;
    const [only] = line.filled;
    return only?.type === "text"
      ? cellWords(only, this.lines.date1904)
      : undefined;
  }

  /** True when the titles and meta lines from here lead to a header. */
  headerAhead(index: number): boolean {
    let seen = 0;
    for (
      let next: number | undefined = index;
      next !== undefined && seen < farthest;
      next = this.nextFilled(next)
    ) {
      const look = this.at(next);
      if (look.meta || look.filled <= 1) {
        seen += 1;
        continue;
      }
      const kind = headerLook(look);
      if (kind === "none") return false;
      if (kind === "strong" && look.corner) return true;
      return next > index && look.unknown === 0 && !this.#alike(next);
    }
    return false;
  }

  /** Rows that look like each other are a body, not a header with its body. */
  #alike(index: number): boolean {
    const next = this.nextFilled(index);
    if (next === undefined) return true;
    const here = this.at(index);
    const there = this.at(next);
    return (
      here.filled === there.filled &&
      here.known === there.known &&
      here.data === there.data
    );
  }
}
