import type { ProgressRow } from "../../model/progress.ts";
import { comparatorText, dash, figureText, signedText } from "./figure.ts";

/** The figures of a row of 目标. */
export const targetFigures = ["baseline", "actual", "target", "gap"] as const;
export type TargetFigure = (typeof targetFigures)[number];

/** One of them as it is shown: the target with its comparator, the gap with its sign; a dash when missing. */
export function targetFigure(row: ProgressRow, field: TargetFigure): string {
  const value = row[field];
  if (value === null) return dash;
  if (field === "gap") return signedText(value, row.decimals);
  return field === "target"
    ? `${comparatorText(row.comparator)} ${figureText(value, null)}`
    : figureText(value, row.decimals);
}
