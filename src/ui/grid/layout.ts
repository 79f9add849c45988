/** What can stand on an axis. An indicator stands with its measure, variant and base. */
export const dimensions = ["indicator", "region", "period"] as const;
export type Dimension = (typeof dimensions)[number];

/** Which dimensions go down and across; those on neither axis are picked one value at a time. */
export interface Layout {
  readonly rows: readonly Dimension[];
  readonly columns: readonly Dimension[];
}

/** Every layout on offer, by its code: the list, any two dimensions against each other, and grouped columns. */
export const layoutCodes = [
  "indicator.region/period",
  "region/period",
  "region/indicator",
  "indicator/period",
  "indicator/region",
  "period/indicator",
  "period/region",
  "region/indicator.period",
  "region/period.indicator",
] as const;
export type LayoutCode = (typeof layoutCodes)[number];

/** An unknown code is the list. */
export function layoutOf(code: string): Layout {
  const known = layoutCodes.find((one) => one === code) ?? layoutCodes[0];
  const [rows = "", columns = ""] = known.split("/");
  return { rows: dimensionsIn(rows), columns: dimensionsIn(columns) };
}

/** The dimensions that are picked. */
export function pickedIn({ rows, columns }: Layout): readonly Dimension[] {
  return dimensions.filter(
    (dimension) => !rows.includes(dimension) && !columns.includes(dimension),
  );
}

function dimensionsIn(text: string): readonly Dimension[] {
  return text
    .split(".")
    .flatMap((word) => dimensions.find((one) => one === word) ?? []);
}
