import type { ColumnSays } from "../column-says.ts";
import type { StatedPeriod } from "../stated-periods.ts";

/**
 * 累计完成 on a sheet that says 截至10月底 is what stands done then, as 已完成 is;
 * beside 本月完成 it is counted from January.
 */
export function doneUntil(
  columns: readonly ColumnSays[],
  [nearest]: readonly StatedPeriod[],
): ColumnSays[] {
  const says = (which: string) => (column: ColumnSays) =>
    column.period?.value.kind === "relative" &&
    column.period.value.which === which;
  if (!/截[至止]/.test(nearest?.words ?? "") || columns.some(says("month")))
    return [...columns];
  return columns.map((column) => {
    const { period, measure } = column;
    const done =
      measure?.value === "completion" ||
      (measure?.value === "actual" && measure.words.includes("完成"));
    return period !== null && done && says("toDate")(column)
      ? {
          ...column,
          period: { ...period, value: { kind: "relative", which: "current" } },
        }
      : column;
  });
}
