import type { Form } from "../model/binding.ts";
import type { DayNumber } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import type { PeriodCode, UnitCode } from "../model/codes.ts";
import type { PlausibleRange } from "../model/indicator.ts";
import type { Guess } from "../model/facets.ts";
import type { ObservationStatus } from "../model/observation.ts";
import type { NumberPlan } from "./number-forms.ts";

/** What a cell is expected to hold. */
export interface FormContext {
  readonly expects: "number" | "class" | "date" | "state" | "text";
  /** Unit of a bare number in the cell; null when nobody stated one and it is `to`. */
  readonly stated: UnitCode | null;
  /** Unit of the value. */
  readonly to: UnitCode;
  /** True under a header such as 同比下降: a bare positive number means a fall. */
  readonly falling: boolean;
  /** Under 上升或下降（±%）, where the header says what a negative number means. */
  readonly turned?: true;
  /** True where a fall is the value itself, as for "较2015年下降": 下降20% is 20. */
  readonly fallIsValue: boolean;
  /** True for figures that no rise and fall states: a number of sections is not ↓4. */
  readonly level?: boolean;
  /** The base year of the values, where they have one. */
  readonly base?: PeriodCode;
  /** True where `≥35` states a value, as under a target. */
  readonly limits: boolean;
  /** True where `3.25（3.76）` states this year and last, as under an actual value. */
  readonly pairs: boolean;
  /** Where the header says what `12（3）` holds in its brackets: how that is read. */
  readonly inner?: FormContext;
  /** True where `第3名` and `并列9` state a value, as under 排名. */
  readonly ranks: boolean;
  /** True where words are a verdict, so that 不评价 and 未监测 are none. */
  readonly verdicts?: boolean;
  /** See {@link fractionDecimals}; null where values are no percentages. */
  readonly fractionFrom: number | null;
  /** Where bare numbers outside it may be of another unit; null where anything may be. */
  readonly plausible: PlausibleRange | null;
  readonly date1904: boolean;
  /** The year of dates that state none (`12月底前`). */
  readonly year?: number;
  /** The last day that days without a year may be (`6月13日` among those of cases closed). */
  readonly until?: DayNumber;
  /** A day near which others that state no year lie (`11月30日前`). */
  readonly near?: DayNumber;
  readonly catalog: Pick<Catalog, "units">;
  readonly words: FormWords;
  /** By number format code; filled as formats are met, so one context serves many cells. */
  readonly plans: Map<string, NumberPlan>;
}

/** The part of a matcher that reading a cell needs. */
export interface FormWords {
  unit(text: string): readonly Guess<UnitCode>[];
  placeholder(text: string): unknown;
  state(text: string): { readonly code: string } | null;
}

export interface Reading {
  readonly value: number | string | null;
  readonly missing: string;
  readonly form: Form;
  /** Decimals of the value as the cell shows it. */
  readonly decimals: number | null;
  readonly status: ObservationStatus;
}

/** The slots of a cell, or what is wrong with it. */
export type CellReading =
  | { readonly kind: "read"; readonly readings: readonly Reading[] }
  | {
      readonly kind: "doubt";
      /** `unit`: the figure does not fit the unit; `value`: the text is not understood; `hidden`: the format hides it. */
      readonly what: "unit" | "value" | "hidden" | "sign";
      readonly candidates: readonly string[];
    };

export function one(reading: Reading): CellReading {
  return { kind: "read", readings: [reading] };
}

/** One value that the cell states; `decimals`: see {@link Reading}. */
export function stated(
  value: number | string,
  form: Form,
  decimals: number | null = null,
): CellReading {
  return one({ value, missing: "", form, decimals, status: "normal" });
}

export function doubt(
  what: "unit" | "value" | "hidden" | "sign",
  candidates: readonly string[] = [],
): CellReading {
  return { kind: "doubt", what, candidates };
}

export function fixed(
  value: number | string | null,
  missing: string,
  why: "formula" | "error" | "approximate" | "limit" | "part" | "other",
  status: ObservationStatus = value === null ? "missing" : "normal",
): Reading {
  return {
    value,
    missing,
    form: { kind: "fixed", why },
    decimals: null,
    status,
  };
}
