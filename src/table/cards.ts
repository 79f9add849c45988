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
    const found = pairsOf(line, lines, reader);
    if (found === null || (length === 0 && !found.begins)) break;
    pairs.push(...found.pairs);
    known += found.known;
    length += 1;
  }
  return length >= fewest && known * 2 > pairs.length
    ? { pairs, length }
    : null;
}

function pairsOf(
  line: Line,
  lines: Lines,
  reader: HeaderReader,
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
    if (hasValue && names(wordsOf(next, lines).text, reader)) return null;
    if (names(label.text, reader)) known += 1;
    pairs.push({ label, row: line.row, column });
    at += hasValue ? 2 : 1;
  }
  const first = pairs[0]?.label.text ?? "";
  return { pairs, known, begins: known > 0 && !reader.corner(first) };
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
