import type { ColumnSays } from "./column-says.ts";
import type { RowName } from "./row-says.ts";

/** True for 同比（%） or 完成率 below a county, across columns of figures: the row alone says what is compared. */
export function comesFromRow(column: ColumnSays, row: RowName): boolean {
  return (
    (column.measure?.value ?? "actual") === "actual" &&
    row.facets.measure.length > 0
  );
}
