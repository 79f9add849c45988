import { isoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode } from "../model/codes.ts";
import { decimalOf, decimalText } from "../model/decimal.ts";
import { type Observation, keyText } from "../model/observation.ts";
import type { Comparator, Target } from "../model/target.ts";
import { granularity } from "./granularity.ts";
import { HeldTarget } from "./held-target.ts";
import type { Group, ObservationIndex } from "./observation-index.ts";

/**
 * The targets that sheets state in a 目标 column: to hold in the period they
 * stand at, `>=` where more is better and `<=` where less is. The window runs
 * from the base year of the figure, else from the baseline's year, else over
 * the period itself.
 */
export function sheetTargets(
  index: ObservationIndex,
  catalog: Catalog,
  groups: Iterable<Group> = index.groups.values(),
): HeldTarget[] {
  const held: HeldTarget[] = [];
  for (const group of groups)
    for (const observation of group.stated.get("target")?.values() ?? []) {
      const target = sheetTarget(index, catalog, group, observation);
      if (target !== null) held.push(new HeldTarget(target, observation));
    }
  return held;
}

function sheetTarget(
  index: ObservationIndex,
  catalog: Catalog,
  group: Group,
  observation: Observation,
): Target | null {
  const indicator = catalog.indicators.get(group.indicator);
  if (indicator === undefined || typeof observation.value !== "number")
    return null;
  const period = index.period(observation.key.period);
  const stated = baselineBeside(group, observation.key.period);
  const baseline =
    stated === null
      ? null
      : {
          value: decimalText(decimalOf(stated.value)),
          period: stated.period,
        };
  const start = [group.base, baseline?.period ?? ""].find(
    (code) => code !== "" && index.period(code).end <= period.start,
  );
  const comparators: Readonly<Record<typeof indicator.direction, Comparator>> =
    { up: ">=", down: "<=", none: "=" };
  return {
    id: `sheet:${keyText(observation.key)}`,
    indicator: group.indicator,
    region: group.region,
    variant: group.variant,
    base: group.base,
    comparator: comparators[indicator.direction],
    goal: decimalText(decimalOf(observation.value)),
    unit: indicator.unit,
    baseline,
    from: start ?? isoDate(period.start),
    deadline: observation.key.period,
    declared: "",
    force: "unknown",
    cumulative: granularity(period) === "years",
    plan: "",
    source: observation.source.file,
    confidence: "user",
  };
}

/** A 基准值 of the group: of the base year, else the one that stands at the period itself. */
function baselineBeside(
  group: Group,
  period: PeriodCode,
): { readonly value: number; readonly period: PeriodCode } | null {
  const baselines = group.stated.get("baseline");
  for (const code of [group.base, period]) {
    const value = baselines?.get(code)?.value;
    if (typeof value === "number")
      return { value, period: group.base === "" ? code : group.base };
  }
  const only = [...(baselines?.values() ?? [])];
  const [one] = only;
  return only.length === 1 && typeof one?.value === "number"
    ? { value: one.value, period: one.key.period }
    : null;
}
