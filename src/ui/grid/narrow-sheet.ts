import type { Arrangement } from "./arrangement.ts";
import type { Sheet } from "./sheet.ts";
import { figureId, typedText } from "./typed-cell.ts";

/**
 * A sheet without the columns that are hidden and the rows that do not show the
 * value asked for. Columns that are not there narrow nothing; at least one
 * column of figures stays.
 */
export function narrowSheet(
  sheet: Sheet,
  { hidden, value }: Pick<Arrangement, "hidden" | "value">,
): Sheet {
  const at =
    value === null
      ? -1
      : sheet.columns.findIndex(({ id }) => figureId(id) === value.column);
  const rows =
    at < 0
      ? sheet.rows
      : sheet.rows.filter(
          ({ cells }) => typedText(cells[at] ?? null) === value?.text,
        );
  const kept = sheet.columns.flatMap(({ id }, column) =>
    hidden.includes(figureId(id)) ? [] : [column],
  );
  if (kept.length === 0 || kept.length === sheet.columns.length)
    return rows === sheet.rows ? sheet : { ...sheet, rows };
  return {
    ...sheet,
    columns: sheet.columns.filter((_, column) => kept.includes(column)),
    rows: rows.map((row) => ({
      ...row,
      cells: kept.map((column) => row.cells[column] ?? null),
    })),
  };
}
