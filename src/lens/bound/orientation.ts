import type { BoundTable } from "../../model/binding.ts";
import type { Table } from "../../model/table.ts";
import { columnRole } from "../../table/column-role.ts";
import type { SheetContext } from "../bind-context.ts";
import type { ColumnSays } from "../column-says.ts";

/** `long` when rows name indicator and region or period and one column holds values, `transposed` when the columns are regions. */
export function orientationOf(
  table: Table,
  columns: readonly ColumnSays[],
  { matcher }: Pick<SheetContext, "matcher">,
): BoundTable["orientation"] {
  const roles = new Set(
    table.stubHeaders.map((path) => columnRole(path, matcher)),
  );
  const values = columns.filter(({ kind }) => kind === "value");
  if (
    roles.has("indicator") &&
    (roles.has("region") || roles.has("period")) &&
    values.length <= 2
  )
    return "long";
  const across = values.filter(({ facets }) => facets.region.length > 0).length;
  return across * 2 > values.length ? "transposed" : "cross";
}
