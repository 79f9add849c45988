import type { DayNumber } from "../model/calendar.ts";
import { decimalNumber } from "../model/decimal.ts";
import { roundFraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Remaining } from "../model/progress.ts";
import { latestFigure } from "./choose-figure.ts";
import { latestStatedEnd } from "./figure.ts";
import type { Group } from "./observation-index.ts";
import type { RowContext } from "./row-context.ts";
import type { RowParts } from "./row-fields.ts";
import { Row } from "./row.ts";
import type { TargetWindow } from "./target-window.ts";

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
  const isCovered = (end: DayNumber): boolean =>
    windows.some(
      ({ open, deadline }) =>
        end <= deadline.end && (open === null || end >= open),
    );
  // Most figures are covered: that is seen without looking at one.
  const known = windows.length === 0 ? null : latestStatedEnd(group, horizon);
  if (known !== null && isCovered(known)) return null;
  const figure = latestFigure(
    index,
    group,
    indicator,
    horizon,
    ({ end }) => !isCovered(end),
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
      actual: decimalNumber(figure.value),
      decimals,
      judged: decimalNumber(
        decimals === null
          ? figure.value
          : roundFraction(figure.exact, decimals),
      ),
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
