import type { HeaderText, NamedCell } from "../model/table.ts";
import type { HeaderReader } from "./header-reader.ts";
import { cellWords, type Line, type Lines, spanOf } from "./lines.ts";
import { cellLook } from "./row-look.ts";

/** Fewer lines of names and values than this are no card. */
const fewest = 2;

/** More than any card has: a long list is not looked through from each of its lines. */
const most = 60;

/** A longer text beside a blank is a title, and no name. */
const longestName = 16;

/** A card of names with their values beside them (一县一卡, 一企一册): its cells, and the lines it takes. */
export interface Card {
  readonly pairs: readonly NamedCell[];
  readonly length: number;
}

/**
 * The card that begins at a line, null when none does. Every line is name,
 * value, name, value …; most names must be known, and no value may be the name
 * of an indicator: a row of headers has names side by side.
 */
export function cardAt(
  start: number,
  lines: Lines,
  reader: HeaderReader,
): Card | null {
  const pairs: NamedCell[] = [];
  let known = 0;
  let length = 0;
  for (let index = start; length < most; index += 1) {
    const line = lines.lines[index];
    if (line === undefined || line.filled.length === 0) break;
    const before = lines.lines[index - 1];
    if (index > start && before !== undefined && line.row > before.row + 1)
      break;
    const found = pairsOf(line, lines, reader, index > start);
    if (found === null || (length === 0 && !found.begins)) break;
    pairs.push(...found.pairs);
    known += found.known;
    length += 1;
  }
  return length >= fewest && known * 2 > pairs.length
    ? { pairs, length }
    : null;
}

/** Fewer lines of names than this are no ledger. */
const fewestFields = 4;

/**
 * A ledger on its side: every line is the name of a field and the values of
 * that field, one for each record. Null where a line begins with anything
 * else, or a value is a name.
 */
export function ledgerAcross(
  start: number,
  lines: Lines,
  reader: HeaderReader,
): Card | null {
  const first = lines.lines[start];
  const left = first?.filled[0]?.column;
  const right = first?.filled.at(-1)?.column;
  if (left === undefined || right === undefined || right < left + 2)
    return null;
  const pairs: NamedCell[] = [];
  let length = 0;
  for (; length < most; length += 1) {
    const line = lines.lines[start + length];
    const before = lines.lines[start + length - 1];
    if (line === undefined || line.filled.length <= 1) break;
    if (length > 0 && before !== undefined && line.row > before.row + 1) break;
    const [name, ...values] = line.filled;
    if (name?.type !== "text" || name.column !== left) return null;
    const label = wordsOf(name, lines);
    if (!namesField(label.text, reader)) return null;
    if (
      values.some(
        (cell) =>
          cell.column > right ||
          (cell.type === "text" && names(wordsOf(cell, lines).text, reader)),
      )
    )
      return null;
    for (let column = left + 1; column <= right; column += 1)
      pairs.push({ label, row: line.row, column });
  }
  return length >= fewestFields ? { pairs, length } : null;
}

function namesField(text: string, reader: HeaderReader): boolean {
  return (
    reader.read(text).role === "ordinal" ||
    reader.field(text).some(({ confidence }) => confidence >= 0.8)
  );
}

function pairsOf(
  line: Line,
  lines: Lines,
  reader: HeaderReader,
  /** True below the first line of a card. */
  inside: boolean,
): {
  readonly pairs: NamedCell[];
  readonly known: number;
  /** False where the first words head a table (指标 | 2021年). */
  readonly begins: boolean;
} | null {
  const pairs: NamedCell[] = [];
  let known = 0;
  for (let at = 0; at < line.filled.length;) {
    const name = line.filled[at];
    if (name?.type !== "text") return null;
    const label = wordsOf(name, lines);
    const look = cellLook(name, reader, lines.date1904);
    if (look === "data" || look === "meta") return null;
    const column = spanOf(name, lines.merges).right + 1;
    const next = line.filled[at + 1];
    const hasValue = next?.column === column;
    // A name without anywhere to put its value is none.
    if (!hasValue && !line.cells.some((cell) => cell.column === column))
      return null;
    if (!hasValue && label.text.length > longestName) return null;
    if (hasValue && names(wordsOf(next, lines).text, reader)) {
      // 联网状态 已联网: the state of a field may be spelt as an indicator is.
      const states =
        inside &&
        namesField(label.text, reader) &&
        !namesField(wordsOf(next, lines).text, reader);
      if (!states) return null;
    }
    if (names(label.text, reader)) known += 1;
    pairs.push({ label, row: line.row, column });
    at += hasValue ? 2 : 1;
  }
  const first = pairs[0]?.label.text ?? "";
  return {
    pairs,
    known,
    begins:
      known > 0 && !reader.corner(first) && !headsMonth(line, lines, reader),
  };
}

/** 案件类型 | 2月: the header of a table of one column, where 统计月份 | 2月 begins a card. */
function headsMonth(
  { filled }: Line,
  lines: Lines,
  reader: HeaderReader,
): boolean {
  const [name, value, more] = filled;
  if (name === undefined || value?.type !== "text" || more !== undefined)
    return false;
  if (/[时日月年期][间期份度限]?$/.test(cellWords(name, lines.date1904)))
    return false;
  const { period, rest } = reader.read(cellWords(value, lines.date1904));
  return period.length > 0 && rest === "";
}

/** True for the name of an indicator or of a field of some record. */
function names(text: string, reader: HeaderReader): boolean {
  const facets = reader.read(text);
  return (
    facets.indicator.length > 0 ||
    facets.role !== null ||
    reader.field(text).some(({ confidence }) => confidence >= 0.8)
  );
}

function wordsOf(cell: Line["filled"][number], lines: Lines): HeaderText {
  const { row, column } = cell;
  return { text: cellWords(cell, lines.date1904), row, column };
}
