import type { HeaderText } from "../model/table.ts";
import type { HeaderReader } from "./header-reader.ts";
import { cellWords, type Line, type Lines } from "./lines.ts";

/** The filters above a pivot table (年份 | 2022, 城市 | 太原市): how many lines from here are such; a blank row parts them from the table. */
export function pageFieldsAt(
  start: number,
  lines: Lines,
  reader: HeaderReader,
): number {
  let count = 0;
  for (;;) {
    const line = lines.lines[start + count];
    const before = lines.lines[start + count - 1];
    if (line === undefined) return 0;
    const apart =
      count > 0 && before !== undefined && line.row > before.row + 1;
    if (apart || line.filled.length === 0) return count;
    if (pageField(line, lines, reader) === null) return 0;
    count += 1;
  }
}

/** A filter as the meta line it stands for: `年份：2022年`, `地区：太原市`; null for any other line. */
export function pageField(
  { filled }: Line,
  { date1904 }: Lines,
  reader: HeaderReader,
): HeaderText | null {
  const [name, value] = filled;
  if (filled.length !== 2 || name?.type !== "text" || value === undefined)
    return null;
  if (value.column !== name.column + 1) return null;
  const { role } = reader.read(cellWords(name, date1904));
  const label = cellWords(name, date1904);
  const words = cellWords(value, date1904);
  const at = { row: name.row, column: name.column };
  if (role === "region" && value.type === "text")
    return reader.read(words).region.length > 0 || /^[(（]/.test(words)
      ? { ...at, text: `地区：${words}` }
      : null;
  if (role !== "period") return null;
  if (/年/.test(label) && /^(?:19|20)\d{2}$/.test(words))
    return { ...at, text: `年份：${words}年` };
  if (/月/.test(label) && /^(?:0?[1-9]|1[0-2])$/.test(words))
    return { ...at, text: `月份：${words}月` };
  return reader.read(words).period.length > 0
    ? { ...at, text: `期间：${words}` }
    : null;
}
