import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
  Sha256,
  UnitCode,
} from "./codes.ts";

/** What is recorded at a key; see the vocabulary in src/README.md. */
export const measures = [
  "actual",
  "target",
  "baseline",
  "forecast",
  "previous",
  "change",
  "changeRate",
  "rank",
  "changeRank",
  "completion",
] as const;
export type Measure = (typeof measures)[number];

/**
 * The identity of one value. `variant` (口径) and `base` (base period of a
 * figure such as "比2015年下降") are empty strings when they do not apply.
 */
export interface ObservationKey {
  readonly indicator: IndicatorCode;
  readonly region: RegionCode;
  readonly period: PeriodCode;
  readonly measure: Measure;
  readonly variant: string;
  readonly base: PeriodCode;
}

export type ObservationStatus =
  "normal" | "provisional" | "estimated" | "missing";

/** Where a value was read: a cell of a file, or an entry of the journal when it was typed in. */
export interface Source {
  readonly file: string;
  /** SHA-256 of the file's bytes; empty for a value typed by hand. */
  readonly sha: Sha256;
  readonly sheet: string;
  /** A1 reference of the first cell of a merged area. */
  readonly cell: string;
}

/**
 * One value at one key, in the indicator's own unit. Numbers are doubles that
 * stand for their shortest decimal text of at most 15 significant digits (see
 * `decimal.ts`). `null` is missing, with the reason in `missing`; never 0.
 */
export interface Observation {
  readonly key: ObservationKey;
  readonly value: number | string | null;
  /** Reason when `value` is null: `未监测`, `断流`, `—` …; empty otherwise. */
  readonly missing: string;
  /** Decimals the sheet shows; null when the value is not a number. */
  readonly decimals: number | null;
  readonly unit: UnitCode;
  readonly status: ObservationStatus;
  readonly source: Source;
}

/** A typed field of a record. Dates are ISO days; numbers carry no unit. */
export type FieldValue =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "date"; readonly value: IsoDate }
  | { readonly type: "state"; readonly value: string }
  | { readonly type: "class"; readonly value: string }
  | { readonly type: "missing"; readonly value: null; readonly reason: string };

/**
 * One row about a thing with an identity: a rectification task, a project, an
 * enterprise, a river section, a case. `kind` and the field codes come from
 * `data/records.json`.
 */
export interface BureauRecord {
  readonly kind: string;
  /** Stable within its kind: the identifying fields' text, joined. */
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The period the sheet is of: a later one outweighs an earlier one whenever each was imported. Absent where it does not say. */
  readonly asOf?: PeriodCode;
  /** The region the sheet is of, whatever its fields say. Absent where it does not say. */
  readonly place?: RegionCode;
  readonly source: Source;
}

/** One string per key, usable as a map key; the fields in the order of the interface, joined by `|`. */
export function keyText(key: ObservationKey): string {
  const { indicator, region, period, measure, variant, base } = key;
  // Joined and not put together with signs: engines keep such a text as a tree of its pieces, ten times its size.
  return [indicator, region, period, measure, variant, base].join("|");
}

/**
 * The inverse of {@link keyText}.
 * @throws when the text does not have six fields or names an unknown measure.
 */
export function parseKeyText(text: string): ObservationKey {
  const parts = text.split("|");
  const [indicator, region, period, measure, variant, base] = parts;
  const known = measures.find((candidate) => candidate === measure);
  if (parts.length !== 6 || known === undefined)
    throw new Error(`not an observation key: ${text}`);
  return {
    indicator: indicator ?? "",
    region: region ?? "",
    period: period ?? "",
    measure: known,
    variant: variant ?? "",
    base: base ?? "",
  };
}
