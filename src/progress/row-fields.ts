import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type {
  Explain,
  ProgressRow,
  Remaining,
  RestOfWindow,
} from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import type { Forecast } from "./forecast.ts";
import { fractionNumber } from "./fraction-number.ts";

/** A row before its reasons and trace. */
export type Fields = Omit<
  ProgressRow,
  "reasons" | "trace" | "forecast" | "outlook" | "rest"
>;

/** What is computed only when somebody looks. */
export interface Later {
  readonly forecast: () => Forecast;
  readonly rest: () => RestOfWindow | null;
  readonly reasons: () => Readonly<Record<string, string>>;
  readonly trace: Explain;
}

/** A row whose forecast, rest, reasons and trace are made once, when read. */
export function rowOf(fields: Fields, later: Later): ProgressRow {
  const forecast = once(later.forecast);
  const rest = once(later.rest);
  const trace = once(later.trace);
  const reasons = once((): Readonly<Record<string, string>> => {
    const found = forecast();
    return {
      ...later.reasons(),
      ...(found.kind === "none" ? { forecast: found.reason } : {}),
    };
  });
  const row: ProgressRow = {
    ...fields,
    get forecast() {
      const found = forecast();
      return found.kind === "none" ? null : found.outlook.value;
    },
    get outlook() {
      const found = forecast();
      return found.kind === "none" ? null : found.outlook;
    },
    get rest() {
      return rest();
    },
    get reasons() {
      return reasons();
    },
    get trace() {
      return trace();
    },
  };
  lightRows.set(row, () => ({
    ...fields,
    forecast: null,
    outlook: null,
    rest: null,
    reasons: { ...later.reasons(), forecast: "progress.on_request" },
    trace: trace(),
  }));
  return row;
}

const lightRows = new WeakMap<ProgressRow, () => ProgressRow>();

/** Says what a row's light form is. */
export function setLight(row: ProgressRow, make: () => ProgressRow): void {
  lightRows.set(row, make);
}

/** The row as plain data without what takes long: no forecast and no rest, with that as the reason. For sending many at once. */
export function lightRow(row: ProgressRow): ProgressRow {
  return lightRows.get(row)?.() ?? row;
}

/** Makes a value when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let held: { readonly value: Value } | null = null;
  return () => (held ??= { value: make() }).value;
}

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
    judged: null,
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
    source: null,
  };
}

/** The row of a target that cannot be judged, with one reason for every null field; `known` fields keep what they have. */
export function undecided(
  target: Target,
  indicator: Indicator | null,
  reason: string,
  known: {
    readonly fields?: Partial<Fields>;
    readonly reasons?: Readonly<Record<string, string>>;
    readonly trace?: Explain;
  } = {},
): ProgressRow {
  const fields: Fields = {
    ...blank(target, indicator),
    remaining: { kind: "none", reason },
    ...known.fields,
  };
  return rowOf(fields, {
    forecast: () => ({ kind: "none", reason }),
    rest: () => null,
    reasons: () =>
      reasonsOf(fields, { all: reason, status: reason, ...known.reasons }),
    trace: known.trace ?? (() => []),
  });
}

const nullable = [
  "actual",
  "judged",
  "baseline",
  "target",
  "progress",
  "timeShare",
  "expected",
  "paceRatio",
  "gap",
] as const;

/** A reason for every null field: its own, else `all`; and for the status where one is given. */
export function reasonsOf(
  fields: Fields,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const name of nullable)
    if (fields[name] === null)
      reasons[name] = given[name] || (given["all"] ?? "");
  const status = given["status"] ?? "";
  if (status !== "") reasons["status"] = status;
  return reasons;
}

export function numberOrNull(value: Fraction | null): number | null {
  return value === null ? null : fractionNumber(value);
}
