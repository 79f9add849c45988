import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Source } from "../model/observation.ts";
import type {
  Explain,
  Outlook,
  ProgressRow,
  Remaining,
  RestOfWindow,
  TraceStep,
} from "../model/progress.ts";
import type { Target } from "../model/target.ts";
import type { Forecast } from "./forecast.ts";
import { fractionNumber } from "./fraction-number.ts";
import { type Fields, type OnDemand, Row } from "./row.ts";

export type { Fields } from "./row.ts";

/** What is computed only when somebody looks. */
export interface Later {
  source(): Source | null;
  forecast(): Forecast;
  rest(): RestOfWindow | null;
  reasons(): Readonly<Record<string, string>>;
  trace(): readonly TraceStep[];
}

/** A row before it is one. */
export interface RowParts extends Later {
  readonly fields: Row;
}

/** What is computed on demand of a row with these parts, each once. */
export class MadeLater implements OnDemand {
  readonly #parts: RowParts;
  #forecast: Forecast | null = null;
  #rest: { readonly found: RestOfWindow | null } | null = null;
  #reasons: ProgressRow["reasons"] | null = null;
  #trace: ProgressRow["trace"] | null = null;

  constructor(parts: RowParts) {
    this.#parts = parts;
  }

  source(): Source | null {
    return this.#parts.source();
  }

  outlook(): Outlook | null {
    const found = this.#found();
    return found.kind === "none" ? null : found.outlook;
  }

  rest(): RestOfWindow | null {
    return (this.#rest ??= { found: this.#parts.rest() }).found;
  }

  reasons(): ProgressRow["reasons"] {
    if (this.#reasons !== null) return this.#reasons;
    const found = this.#found();
    return (this.#reasons = {
      ...this.#parts.reasons(),
      ...(found.kind === "none" ? { forecast: found.reason } : {}),
    });
  }

  trace(): ProgressRow["trace"] {
    return (this.#trace ??= this.#parts.trace());
  }

  light(): ProgressRow {
    return lightOf(this.#parts);
  }

  #found(): Forecast {
    return (this.#forecast ??= this.#parts.forecast());
  }
}

/** What {@link lightRow} gives of a row with these parts. */
export function lightOf(parts: RowParts): ProgressRow {
  return {
    ...parts.fields,
    source: parts.source(),
    forecast: null,
    outlook: null,
    rest: null,
    reasons: { ...parts.reasons(), forecast: "progress.on_request" },
    trace: [],
  };
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
  };
}

/** The parts of the row of a target that cannot be judged, with one reason for every null field; `known` fields keep what they have. */
export function undecided(
  target: Target,
  indicator: Indicator | null,
  reason: string,
  known: {
    readonly fields?: Partial<Fields>;
    readonly source?: Source | null;
    readonly reasons?: Readonly<Record<string, string>>;
    readonly trace?: Explain;
  } = {},
): RowParts {
  const fields = new Row({
    ...blank(target, indicator),
    remaining: { kind: "none", reason },
    ...known.fields,
  });
  return {
    fields,
    source: () => known.source ?? null,
    forecast: () => ({ kind: "none", reason }),
    rest: () => null,
    reasons: () =>
      reasonsOf(fields, { all: reason, status: reason, ...known.reasons }),
    trace: known.trace ?? (() => []),
  };
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
