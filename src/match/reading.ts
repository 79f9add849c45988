import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import type { MeasureWord } from "../model/catalog.ts";
import type {
  IndicatorCode,
  PeriodCode,
  RegionCode,
  UnitCode,
} from "../model/codes.ts";

/** Words of a text that mean something. `depth` 0 is the nearest text, 1 the one outside it, and so on. */
interface Find {
  readonly words: string;
  readonly confidence: number;
  readonly depth: number;
}

/** Words that name one of several indicators. */
export interface IndicatorFind extends Find {
  readonly codes: readonly IndicatorCode[];
  /** True for words that only mean an indicator where the context says so (达标率, 完成率). */
  readonly contextual: boolean;
  /** True when the same words are a measure too (完成率). */
  readonly alsoMeasure: boolean;
  /** True beside words of an amount (数, 总数), which no share fits. */
  readonly counted: boolean;
}

/** The end of an indicator's name (类别); it means the indicator when the context holds `prefix`. */
export interface SuffixFind extends Find {
  readonly completions: readonly Completion[];
}

export interface Completion {
  readonly code: IndicatorCode;
  readonly prefix: string;
}

export interface RegionFind extends Find {
  readonly codes: readonly RegionCode[];
}

export interface MeasureFind extends Find {
  readonly measure: MeasureWord["measure"];
  readonly as: MeasureWord["as"];
  readonly alsoIndicator: boolean;
}

/** A direction without a comparison (下降, 增减); a measure only together with a base or a unit. */
export interface ChangeFind extends Find {
  readonly direction: "fall" | "rise" | "either";
}

export interface UnitFind extends Find {
  readonly code: UnitCode;
  /** Set in unit lines: the unit holds for these indicators only (`CO为mg/m3`). */
  readonly only: readonly IndicatorCode[] | null;
}

/** A noun that tells topics apart: 浓度 is air or water, 排放 is emissions. */
export interface CueFind extends Find {
  /** Indicator codes, or their first parts. */
  readonly topics: readonly string[];
  /** True when another topic contradicts the words (SO2排放浓度). */
  readonly strict: boolean;
  /** The kind of figure the words name; see `Cue`. */
  readonly figure?: "saved";
}

export interface CodeFind extends Find {
  readonly code: string;
}

/** What was found in a text, or in a path of texts, before the slots are weighed against each other. */
export interface Reading {
  readonly text: string;
  /** Folded texts, nearest first. */
  readonly texts: readonly string[];
  readonly indicators: readonly IndicatorFind[];
  readonly suffixes: readonly SuffixFind[];
  readonly regions: readonly RegionFind[];
  readonly periods: readonly (Guess<PeriodHint> & { readonly depth: number })[];
  readonly measures: readonly MeasureFind[];
  readonly changes: readonly ChangeFind[];
  readonly units: readonly UnitFind[];
  readonly variants: readonly CodeFind[];
  readonly bases: readonly (CodeFind & { readonly code: PeriodCode })[];
  readonly cues: readonly CueFind[];
  /** True when the words of a previous year stand in brackets beside an explicit period (`2018年（上年同期）`). */
  readonly apposition: boolean;
  readonly role: Facets["role"];
  /** Unexplained words of each text, nearest first. */
  readonly rests: readonly string[];
}
