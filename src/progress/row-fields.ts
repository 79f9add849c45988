import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { ProgressRow, Remaining } from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import { fractionNumber } from "./fraction-number.ts";

/** A row before its reasons and trace. */
export type Fields = Omit<ProgressRow, "reasons" | "trace">;

const noRemaining: Remaining = { kind: "none", reason: "progress.no_actual" };

/** The fields a target alone gives; everything computed is null. */
export function blank(target: Target, indicator: Indicator | null): Fields {
  return {
    targetId: target.id,
    indicator: target.indicator,
    region: target.region,
    variant: target.variant,
    base: target.base,
    unit: indicator?.unit ?? target.unit,
    period: "",
    actual: null,
    decimals: indicator?.decimals ?? null,
    baseline: null,
    target: null,
    comparator: target.comparator,
    deadline: target.deadline,
    progress: null,
    timeShare: null,
    expected: null,
    paceRatio: null,
    gap: null,
    status: "无法判定",
    remaining: noRemaining,
    forecast: null,
    source: null,
  };
}

/** The row of a target that cannot be judged, with one reason for every null field. */
export function undecided(
  target: Target,
  indicator: Indicator | null,
  reason: string,
): ProgressRow {
  const fields: Fields = {
    ...blank(target, indicator),
    remaining: { kind: "none", reason },
  };
  return {
    ...fields,
    reasons: reasonsOf(fields, { all: reason, status: reason }),
    trace: [],
  };
}

const nullable = [
  "actual",
  "baseline",
  "target",
  "progress",
  "timeShare",
  "expected",
  "paceRatio",
  "gap",
  "forecast",
] as const;

/** A reason for every null field: its own, else `all`; and for the status where one is given. */
export function reasonsOf(
  fields: Fields,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const name of nullable)
    if (fields[name] === null)
      reasons[name] =
        name === "forecast"
          ? "progress.no_forecast"
          : given[name] || (given["all"] ?? "");
  const status = given["status"] ?? "";
  if (status !== "") reasons["status"] = status;
  return reasons;
}

export function without(
  reasons: Readonly<Record<string, string>>,
  ...names: readonly string[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(reasons).filter(([name]) => !names.includes(name)),
  );
}

export function numberOrNull(value: Fraction | null): number | null {
  return value === null ? null : fractionNumber(value);
}
