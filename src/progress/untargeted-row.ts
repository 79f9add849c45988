import { decimalFractionNumber } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Remaining } from "../model/progress.ts";
import { latestFigure } from "./choose-figure.ts";
import type { Group } from "./observation-index.ts";
import type { RowContext } from "./row-context.ts";
import type { RowParts } from "./row-fields.ts";
import { Row } from "./row.ts";
import { roundedFigure } from "./target-basis.ts";
import { type TargetWindow, covers } from "./target-window.ts";

const reason = "progress.no_target";

/**
 * The latest figure of a group that no target covers: there is none, or it lies
 * outside their windows (a base year counts as inside). Null when it is covered
 * or there is no figure by the day.
 */
export function untargetedRow(
  { index, horizon }: RowContext,
  group: Group,
  indicator: Indicator,
  windows: readonly TargetWindow[],
): RowParts | null {
  const figure = latestFigure(
    { index, group, indicator },
    horizon,
    ({ end }) => !windows.some((window) => covers(window, end)),
  );
  if (figure === null) return null;
  const decimals = indicator.decimals ?? figure.decimals;
  return {
    fields: new Row({
      targetId: null,
      indicator: group.indicator,
      region: group.region,
      variant: group.variant,
      base: group.base,
      unit: indicator.unit,
      period: figure.period.code,
      actual: decimalFractionNumber(figure.value),
      decimals,
      judged: decimalFractionNumber(roundedFigure(figure, decimals)),
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
      remaining: nothing,
    }),
    source: () => figure.source,
    forecast: () => ({ kind: "none", reason }),
    rest: () => null,
    reasons: () => reasons,
    trace: () => figure.explain(),
  };
}

const nothing: Remaining = { kind: "none", reason };

const reasons = {
  baseline: reason,
  target: reason,
  progress: reason,
  timeShare: reason,
  expected: reason,
  paceRatio: reason,
  gap: reason,
  status: reason,
};
