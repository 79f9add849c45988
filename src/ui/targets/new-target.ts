import { civilDate, parseIsoDate } from "../../model/calendar.ts";
import type { Target } from "../../model/target.ts";
import type { Names } from "../state/names.ts";

/** What a new target begins with: this year's, in the region looked at, in the indicator's unit and direction. */
export function newTarget(
  id: string,
  names: Names,
  at: {
    readonly indicator: string;
    readonly region: string;
    readonly asOf: string;
  },
): Target {
  const info = names.indicatorInfo(at.indicator);
  const day = parseIsoDate(at.asOf);
  const year = day === null ? "" : String(civilDate(day).year);
  return {
    id,
    indicator: at.indicator,
    region: at.region,
    variant: "",
    base: "",
    comparator: info?.direction === "up" ? ">=" : "<=",
    goal: "",
    unit: info?.unit ?? "",
    baseline: null,
    from: year === "" ? "" : String(Number(year) - 1),
    deadline: year,
    declared: "",
    force: "unknown",
    cumulative: false,
    plan: "",
    source: "",
    confidence: "user",
  };
}

/** An id that none of the list has. */
export function freshId(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}
