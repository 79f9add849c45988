import type { Label } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Source } from "../model/observation.ts";
import type { Completion, FoundName } from "../progress/check-formula.ts";
import type { StateInfo } from "./journal-api.ts";

/** A computed indicator that a user wrote. */
export interface FormulaInfo {
  readonly code: string;
  readonly label: Label;
  readonly text: string;
  readonly unit: string;
  readonly direction: "up" | "down" | "none";
  readonly decimals: number | null;
  /** Why it gives no figures; null when it does. */
  readonly issue: Issue | null;
}

/** What a person fills in. */
export interface FormulaDraft {
  /** Empty for a new one. */
  readonly code: string;
  readonly label: Label;
  readonly text: string;
  /** Empty takes the unit of the result. */
  readonly unit: string;
  readonly direction: "up" | "down" | "none";
  readonly decimals: number | null;
}

export interface FormulaChanged {
  readonly state: StateInfo;
  /** The formula as it is kept now; null when it was refused or removed. */
  readonly formula: FormulaInfo | null;
  readonly issues: readonly Issue[];
}

/** A formula as it is being typed. */
export interface FormulaReport {
  /** With `start` and `end` in the text, in characters; null when it can be computed. */
  readonly error: {
    readonly issue: Issue;
    readonly start: number;
    readonly end: number;
  } | null;
  readonly names: readonly FoundName[];
  readonly unit: string;
  /** Codes of the indicators it reads. */
  readonly reads: readonly string[];
  /** What may be written at the caret, best first. */
  readonly completions: readonly Completion[];
}

/** What a formula that is not kept yet comes to in one region. */
export interface FormulaPreview {
  readonly region: string;
  readonly decimals: number;
  /** Those with a value first, the latest first, at most 12; empty where nothing it reads is known. */
  readonly figures: readonly {
    readonly period: string;
    readonly value: number | null;
    /** A message code where `value` is null. */
    readonly reason: string;
    /** The name in the formula that is missing; empty when none is to blame. */
    readonly name: string;
  }[];
}

/** What is stated for a region and what its parts come to, side by side. */
export interface PartsReport {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  /** `sum`, `mean`, `ratioOfSums` or `worst`. */
  readonly rule: string;
  readonly unit: string;
  /** Null when nobody states it. */
  readonly stated: number | null;
  /** Null unless every part is there. */
  readonly computed: number | null;
  /** Over the parts that are there; not the figure of the whole when some are missing. */
  readonly partial: number | null;
  /** Stated minus computed; null when either is missing. */
  readonly difference: number | null;
  /** A message code where `computed` is null. */
  readonly reason: string;
  readonly parts: readonly {
    readonly region: string;
    readonly value: number | null;
    readonly missing: string;
    readonly weight: number | null;
    readonly sources: readonly Source[];
  }[];
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** True when the parts weigh the same because nobody stated their days. */
  readonly unweighted: boolean;
}

/** Formulas that users write, and figures of regions from their parts. */
export interface FormulaApi {
  formulas(): Promise<readonly FormulaInfo[]>;
  /** Keeps a formula as one entry that undo takes back; refused with issues when it cannot be computed. */
  setFormula(draft: FormulaDraft, who: string): Promise<FormulaChanged>;
  removeFormula(code: string, who: string): Promise<FormulaChanged>;
  /** Reads a formula and keeps nothing. `code` is of the formula being changed, empty for a new one. */
  checkFormula(
    text: string,
    options: {
      readonly unit?: string;
      readonly code?: string;
      readonly caret?: number;
    },
  ): Promise<FormulaReport>;
  /** Null while the formula cannot be computed. */
  previewFormula(
    draft: Pick<FormulaDraft, "text" | "unit" | "code" | "decimals">,
    region: string,
  ): Promise<FormulaPreview | null>;
  /** Null when the indicator has no rule or the region no parts. */
  parts(
    indicator: string,
    region: string,
    period: string,
    variant: string,
    base: string,
  ): Promise<PartsReport | null>;
}
