import { decimalNumber } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import type { ProgressRow } from "../model/progress.ts";
import { latestFigure } from "./choose-figure.ts";
import type { Group } from "./observation-index.ts";
import type { RowContext } from "./target-row.ts";

const reason = "progress.no_target";

/** The latest figure of a group nobody set a target for; null when it has none by the day. */
export function untargetedRow(
  { index, horizon }: RowContext,
  group: Group,
  indicator: Indicator,
): ProgressRow | null {
  const figure = latestFigure(index, group, indicator, horizon);
  if (figure === null) return null;
  return {
    targetId: null,
    indicator: group.indicator,
    region: group.region,
    variant: group.variant,
    base: group.base,
    unit: indicator.unit,
    period: figure.period.code,
    actual: decimalNumber(figure.value),
    decimals: indicator.decimals ?? figure.decimals,
    baseline: null,
    target: null,
    comparator: "",
    deadline: "",
    progress: null,
    timeShare: null,
    expected: null,
    paceRatio: null,
    gap: null,
    status: "无法判定",
    remaining: { kind: "none", reason },
    forecast: null,
    reasons: {
      baseline: reason,
      target: reason,
      progress: reason,
      timeShare: reason,
      expected: reason,
      paceRatio: reason,
      gap: reason,
      forecast: "progress.no_forecast",
      status: reason,
    },
    trace: figure.steps,
    source: figure.source,
  };
}
