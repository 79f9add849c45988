import type { HeaderText } from "../model/table.ts";
import type { HeaderReader } from "./header-reader.ts";
import type { Line } from "./lines.ts";

interface Column {
  readonly column: number;
  readonly path: readonly HeaderText[];
}

/** Longer texts are no units: 微克/立方米 has six characters. */
const longestUnit = 10;

/**
 * Columns whose unit stands by itself below their name (完成率 over %, 案件数
 * over （起）), with it in brackets behind that name, as most sheets have it: it
 * is of the column, and no level of the header. Below the name of several
 * columns it tells them apart and stays, and so it does below another unit.
 */
export function withUnitsBehind<T extends Column>(
  columns: readonly T[],
  reader: HeaderReader,
): T[] {
  return columns.map((here, at) => {
    const [name, below] = here.path.slice(-2);
    if (name === undefined || below === undefined) return here;
    const unit = unitAlone(below.text, reader);
    if (unit === null || unitAlone(name.text, reader) !== null) return here;
    const behind = /[（(][^（()）]*[)）]\s*$/.exec(name.text)?.[0];
    if (behind !== undefined && unitAlone(behind, reader) !== null) return here;
    const shared = [columns[at - 1], columns[at + 1]].some((beside) =>
      beside?.path.some(
        ({ row, column }) => row === name.row && column === name.column,
      ),
    );
    return shared
      ? here
      : {
          ...here,
          path: [
            ...here.path.slice(0, -2),
            { ...name, text: `${name.text}（${unit}）` },
          ],
        };
  });
}

/** True for a line of at least two cells that hold nothing but units. */
export function isUnitLine(
  { count, filled }: Line,
  reader: HeaderReader,
): boolean {
  return (
    count >= 2 &&
    filled.every(
      ({ type, raw }) => type === "text" && unitAlone(raw, reader) !== null,
    )
  );
}

/** The unit that a text is, without brackets and without 单位：; null for any other text. */
function unitAlone(text: string, reader: HeaderReader): string | null {
  if (text.length > longestUnit) return null;
  const words = text
    .trim()
    .replace(/^[（(【[](.*)[）)】\]]$/, "$1")
    .replace(/^单位\s*[:：]/, "")
    .trim();
  const { unit, indicator, measure, period, region, rest } = reader.read(words);
  return unit[0]?.confidence === 1 &&
    rest === "" &&
    indicator.length + measure.length + period.length + region.length === 0
    ? words
    : null;
}
