import type { Catalog } from "../model/catalog.ts";
import { roundedFraction } from "../model/fraction.ts";
import { parsePeriod } from "../model/period.ts";
import type { Explain, TraceStep } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { holds } from "./compare.ts";
import { convertText } from "./convert-goal.ts";
import { candidatesOf, figureAt } from "./candidates.ts";
import { decimalsNeeded, fractionNumber } from "./fraction-number.ts";
import { type ObservationIndex, groupKey } from "./observation-index.ts";

export type Applies =
  | { readonly kind: "applies"; readonly explain: Explain }
  | {
      readonly kind: "not" | "unknown";
      readonly reason: string;
      readonly explain: Explain;
    };

/**
 * Whether a target that is only for some regions is for this one: its condition
 * is held against the region's own figure of the period it names, rounded as
 * figures are judged. Without that figure nobody knows.
 */
export function appliesTo(
  target: Target,
  index: ObservationIndex,
  catalog: Catalog,
): Applies {
  const { only, region } = target;
  if (only === undefined) return always;
  const indicator = catalog.indicators.get(only.indicator);
  const group = index.groups.get(groupKey(only.indicator, region, "", ""));
  if (indicator === undefined || group === undefined) return unknown;
  const limit = convertText(
    only.value,
    only.unit,
    indicator.unit,
    catalog.units,
  );
  const period = parsePeriod(only.period);
  if (period === null) return unknown;
  const figure = figureAt(
    candidatesOf({ index, group, indicator }, period.end, period.end - 1),
    period,
  );
  if (figure === null || limit.kind === "error") return unknown;
  const decimals = indicator.decimals ?? figure.decimals;
  const value =
    decimals === null
      ? figure.value
      : roundedFraction(
          figure.exact,
          Math.max(decimals, decimalsNeeded(limit.value) ?? 0),
        );
  const applies = holds(value, only.comparator, limit.value);
  const step: TraceStep = {
    code: applies
      ? "progress.step_condition_holds"
      : "progress.step_condition_fails",
    params: {
      indicator: indicator.label.zh,
      english: indicator.label.en,
      period: period.code,
      value: fractionNumber(value),
      comparator: only.comparator,
      limit: fractionNumber(limit.value),
      unit: indicator.unit,
    },
    ...(figure.source === null ? {} : { sources: [figure.source] }),
  };
  return applies
    ? { kind: "applies", explain: () => [step] }
    : {
        kind: "not",
        reason: "progress.not_applicable",
        explain: () => [step],
      };
}

const always: Applies = { kind: "applies", explain: () => [] };

const unknown: Applies = {
  kind: "unknown",
  reason: "progress.condition_unknown",
  explain: () => [],
};
