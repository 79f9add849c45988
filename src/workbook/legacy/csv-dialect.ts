import { CsvRows } from "./csv-rows.ts";

export interface CsvDialect {
  readonly delimiter: string;
  /** Characters before the first row: Excel's own line that names the delimiter. */
  readonly start: number;
  /** True when most rows of the sample have as many columns as each other, two or more. */
  readonly isTable: boolean;
}

const delimiters = [",", "\t", ";", "|", "，"];

/** Rows that are looked at. */
const sampled = 100;

/**
 * Finds the delimiter in the beginning of a text: the one that cuts most rows
 * into equally many columns, and of several the one that cuts into more. A
 * comma that stands between digits only is a decimal or thousands mark when
 * another delimiter cuts as well.
 */
export function findDialect(head: string, whole: boolean): CsvDialect {
  const stated = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i.exec(head);
  if (stated?.[1] !== undefined)
    return { delimiter: stated[1], start: stated[0].length, isTable: true };
  let best = { delimiter: ",", alike: 0, width: 0, filled: 0, sure: false };
  for (const delimiter of delimiters) {
    const { alike, width, filled } = usualWidth(sample(head, delimiter, whole));
    const sure = delimiter !== "," || /[^\d,]\s*,|,\s*[^\d,]/.test(head);
    const better =
      alike > best.alike ||
      (alike > 0 && alike === best.alike && (width > best.width || (!best.sure && sure))); // prettier-ignore
    if (better || best.filled === 0)
      best = { delimiter, alike, width, filled, sure };
  }
  const { delimiter, alike, filled } = best;
  return {
    delimiter: alike === 0 ? "," : delimiter,
    start: 0,
    isTable: alike >= 2 && alike * 2 >= filled,
  };
}

/** The first rows, cut at a delimiter; the last one only where the text ends there. */
function sample(head: string, delimiter: string, whole: boolean): string[][] {
  const rows: string[][] = [];
  const reader = new CsvRows(delimiter, (fields) => {
    if (rows.length < sampled && fields.some((field) => field.trim() !== ""))
      rows.push([...fields]);
  });
  reader.push(head);
  if (whole) reader.finish();
  return rows;
}

/** The most common number of columns of rows with two or more, and how many rows have it. */
function usualWidth(rows: readonly (readonly string[])[]): {
  readonly width: number;
  readonly alike: number;
  readonly filled: number;
} {
  const counts = new Map<number, number>();
  for (const { length } of rows)
    if (length >= 2) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual = { width: 0, alike: 0 };
  for (const [width, alike] of counts)
    if (alike > usual.alike || (alike === usual.alike && width > usual.width))
      usual = { width, alike };
  return { ...usual, filled: rows.length };
}
