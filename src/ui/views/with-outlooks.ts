import type { ProgressRow } from "../../model/progress.ts";
import type { RowOutlook } from "../../worker/api.ts";

/** Rows that came without them, with where their figures are heading. */
export function withOutlooks(
  rows: readonly ProgressRow[],
  outlooks: readonly RowOutlook[],
): readonly ProgressRow[] {
  if (outlooks.length === 0) return rows;
  const byName = new Map(
    outlooks.map((found) => [nameOf(found), found.outlook]),
  );
  return rows.map((row) => {
    const outlook = byName.get(nameOf(row));
    return outlook === undefined
      ? row
      : { ...row, outlook, forecast: outlook.value };
  });
}

function nameOf(
  of: Omit<RowOutlook, "outlook" | "targetId"> & {
    readonly targetId: string | null;
  },
): string {
  return [of.targetId ?? "", of.indicator, of.region, of.variant, of.base].join(
    "|",
  );
}
