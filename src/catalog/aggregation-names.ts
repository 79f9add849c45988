import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { ReadList } from "./read-list.ts";
import { type Row, rowIssue } from "./row.ts";

/** Takes away rules of aggregation that name an indicator that does not exist; the indicator stays. */
export function checkAggregation(
  rows: readonly Row<Indicator>[],
): ReadList<Indicator> {
  const known = new Set(rows.map(({ value }) => value.code));
  const issues: Issue[] = [];
  const checked = rows.map((row) => {
    const unknown = namesIn(row.value).filter((code) => !known.has(code));
    for (const code of unknown)
      issues.push(
        rowIssue("catalog.unknown_code", row, "aggregation", code, {
          list: "indicators.json",
        }),
      );
    if (unknown.length === 0) return row;
    const { aggregation: _, ...value } = row.value;
    return { ...row, value };
  });
  return { rows: checked, issues };
}

function namesIn({ aggregation }: Indicator): readonly string[] {
  if (aggregation?.rule === "mean")
    return aggregation.weight === "" ? [] : [aggregation.weight];
  return aggregation?.rule === "ratioOfSums"
    ? [aggregation.numerator, aggregation.denominator]
    : [];
}
