import type { NamedCell } from "../model/table.ts";
import type { Cell } from "../model/sheet.ts";
import { cardAt, ledgerAcross } from "./cards.ts";
import { isSignOff, isYearNumber, withoutNumber } from "./line-words.ts";
import type { HeaderReader } from "./header-reader.ts";
import { pageFieldsAt } from "./page-fields.ts";
import { headerDepth } from "./header-depth.ts";
import { bodyOf } from "./body-lines.ts";
import { type Line, type Lines, spanOf } from "./lines.ts";
import { LookCache } from "./look-cache.ts";
import { headerLook } from "./row-look.ts";
import { isUnitLine } from "./unit-below.ts";

/** The lines of one table, or of several beside each other under one header. */
export interface Block {
  /** Titles and meta lines. */
  readonly above: readonly Line[];
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  /** Rows of the body that only name the rows below them. */
  readonly groups: ReadonlySet<number>;
  readonly notes: readonly Line[];
  /** Of a card: its cells with their names. */
  readonly pairs: readonly NamedCell[];
  /** The lines above the first table of the sheet; none for that one. */
  readonly outer: readonly Line[];
}

/** Cuts a sheet into tables from top to bottom. */
export function blocksOf(lines: Lines, reader: HeaderReader): Block[] {
  const looks = new LookCache(lines, reader);
  const blocks: Block[] = [];
  let above: Line[] = [];
  let index = 0;
  while (index < lines.lines.length) {
    const line = lines.lines[index];
    if (line === undefined) break;
    const fields = pageFieldsAt(index, lines, reader);
    if (fields > 0) {
      above.push(...lines.lines.slice(index, index + fields));
      index += fields;
      continue;
    }
    const card =
      cardAt(index, lines, reader) ?? ledgerAcross(index, lines, reader);
    if (card !== null) {
      blocks.push({
        above,
        header: [],
        body: lines.lines.slice(index, index + card.length),
        groups: new Set(),
        notes: [],
        pairs: card.pairs,
        outer: blocks[0]?.above ?? [],
      });
      above = [];
      index += card.length;
      continue;
    }
    if (!startsHeader(index, looks)) {
      if (line.filled.length > 0) above.push(line);
      index += 1;
      continue;
    }
    const depth = headerDepth(lines, index, reader);
    const header = lines.lines.slice(index, index + depth);
    const body = bodyOf(index + depth, header, looks);
    if (body.lines.length > 0)
      blocks.push({
        above,
        header,
        body: body.lines,
        groups: body.groups,
        notes: body.notes,
        pairs: [],
        outer: blocks[0]?.above ?? [],
      });
    above = [];
    index = Math.max(body.next, index + depth);
  }
  return blocks;
}

function isYear({ type, raw, formula }: Cell): boolean {
  return (
    (type === "number" || type === "text") &&
    formula === undefined &&
    isYearNumber(raw.trim())
  );
}

/** True for 表1 …, 表2 … over the headers of tables beside each other, with a gap before each but the first. */
function captionsTables(index: number, looks: LookCache): boolean {
  const line = looks.line(index);
  const below = looks.line(index + 1);
  if (line === undefined || below?.row !== line.row + 1) return false;
  const columns = new Set(below.filled.map(({ column }) => column));
  return (
    line.filled.length >= 2 &&
    line.filled[0]?.column === below.filled[0]?.column &&
    line.filled.every(
      ({ type, raw, column }) =>
        type === "text" &&
        withoutNumber(raw.trim()) !== raw.trim() &&
        columns.has(column) &&
        !columns.has(column - 1),
    )
  );
}

/**
 * True for a row of texts whose first cell is merged down over the next row,
 * while others are merged across the names of that row, which are those of a
 * header: no row of a body is built so.
 */
function headsNext(
  line: Line,
  below: Line,
  next: number,
  looks: LookCache,
): boolean {
  if (line.count < 2 || below.row !== line.row + 1) return false;
  const { merges } = looks.lines;
  const [first] = line.filled;
  if (first === undefined) return false;
  const corner = spanOf(first, merges);
  if (corner.bottom < below.row) return false;
  if (
    !line.filled.every(
      ({ type, formula }) => type === "text" && formula === undefined,
    )
  )
    return false;
  const wide = line.filled
    .map((cell) => spanOf(cell, merges))
    .filter(({ left, right, bottom }) => left < right && bottom === line.row);
  return (
    wide.length > 0 &&
    below.filled.every(({ column }) =>
      wide.some(({ left, right }) => left <= column && column <= right),
    ) &&
    headerLook(looks.at(next)) !== "none"
  );
}

/** The first line from here that holds more than one text, or the last one of the sheet. */
function pastSingleTexts(index: number, looks: LookCache): number {
  let at = index;
  while (looks.singleText(at) !== undefined) {
    const next = looks.nextFilled(at);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** An office and a day beside it, as they stand below a title. */
function isImprint({ filled }: Line, looks: LookCache): boolean {
  return (
    filled.length === 2 &&
    filled.some(({ type, raw }) => type === "text" && isSignOff(raw)) &&
    filled.every(({ type, raw }) => {
      if (type !== "text") return false;
      const { period, indicator } = looks.reader.read(raw);
      return isSignOff(raw) || (period.length > 0 && indicator.length === 0);
    })
  );
}

/** Whether a header begins here, where one is expected. */
function startsHeader(index: number, looks: LookCache): boolean {
  if (captionsTables(index, looks)) return false;
  const look = looks.at(index);
  const kind = headerLook(look);
  if (kind === "strong") return true;
  const line = looks.line(index);
  if (line !== undefined && isImprint(line, looks)) return false;
  const next = looks.nextFilled(index);
  const below = next === undefined ? undefined : looks.line(next);
  if (line === undefined || next === undefined || below === undefined)
    return false;
  // 断面数 over two rows beside Ⅳ类 over 个数 and 占比: the upper one of two header rows.
  if (
    look.data < look.filled &&
    !look.meta &&
    headsNext(line, below, next, looks)
  )
    return true;
  // Names over a row of their units, whatever they are called.
  if (
    line.count >= 2 &&
    !look.meta &&
    below.row === line.row + 1 &&
    below.count <= line.count &&
    isUnitLine(below, looks.reader)
  )
    return true;
  // 单位 merged down beside the levels of a header, whatever it is called.
  const [first] = line.filled;
  if (
    first !== undefined &&
    line.filled.length >= 2 &&
    look.data === 0 &&
    !look.meta &&
    spanOf(first, looks.lines.merges).bottom >= below.row &&
    (below.filled[0]?.column ?? 0) > first.column
  )
    return true;
  if (kind === "weak") {
    const behind = pastSingleTexts(next, looks);
    if (headerLook(looks.at(behind)) !== "strong") return true;
    // An office and a day, a line of its own (制表：…), and the header: no header before it.
    if (behind !== next) return false;
    // A header row above another one leaves the corner to it.
    return (line.filled[0]?.column ?? 0) > (below.filled[0]?.column ?? 0);
  }
  // Years over figures whose names stand left of them.
  if (
    line.filled.length >= 2 &&
    line.filled.every((cell) => isYear(cell)) &&
    below.row === line.row + 1 &&
    below.filled[0]?.type === "text" &&
    below.filled[0].column < (line.filled[0]?.column ?? 0) &&
    looks.at(next).data >= 1
  )
    return true;
  // Words nobody knows over figures.
  return (
    look.filled >= 3 &&
    look.data === 0 &&
    !look.meta &&
    below.row === line.row + 1 &&
    looks.at(next).data >= 1 &&
    looks.at(next).filled * 2 >= look.filled
  );
}
