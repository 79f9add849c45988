import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, UnitCode } from "../model/codes.ts";
import type { Label } from "../model/indicator.ts";
import type { Params } from "../model/issue.ts";
import { findCycles } from "./formula-cycles.ts";
import {
  childrenWords,
  formulaFunctions,
  functionNamed,
} from "./formula-functions.ts";
import { type Token, tokensOf } from "./formula-tokens.ts";
import { type FormulaError, formulaError } from "./formula-tree.ts";
import { type NameBook, continuesName } from "./name-book.ts";
import { readFormula } from "./read-formula.ts";

/** A name in a formula's text, for colouring and for what is shown on it. */
export interface FoundName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "indicator" | "region" | "function" | "children" | "unknown";
  /** Code of the indicator or region, name of the function; empty when unknown or ambiguous. */
  readonly code: string;
}

/** Something that may be written at the caret in place of the text from `start` to `end`. */
export interface Completion {
  readonly kind: "indicator" | "region" | "function" | "children";
  readonly insert: string;
  readonly code: string;
  readonly label: Label;
  /** Message code of what a function does; empty for anything else. */
  readonly about: string;
  readonly unit: UnitCode;
  readonly start: number;
  readonly end: number;
}

/** What can be said of a formula before it is kept. */
export interface FormulaCheck {
  readonly error: {
    readonly code: string;
    readonly params: Params;
    /** Characters of the text the error is about. */
    readonly start: number;
    readonly end: number;
  } | null;
  readonly names: readonly FoundName[];
  /** Of the result; empty when there is an error. */
  readonly unit: UnitCode;
  /** Indicators it reads, in the order met. */
  readonly reads: readonly IndicatorCode[];
  readonly completions: readonly Completion[];
  /** Characters and nodes looked at: bounded whatever the text. */
  readonly steps: number;
}

export interface CheckOptions {
  /** Unit the result must have; empty leaves it to the formula. */
  readonly declared?: UnitCode;
  /** The indicator the formula is to be of, so that a way back to it is found. */
  readonly code?: IndicatorCode;
  /** Offset of the caret, for completions; absent for none. */
  readonly caret?: number;
}

const mostCompletions = 20;

/**
 * Reads a formula as it is being typed: names with their places, the unit of
 * the result or the error with its place, and what may be written at the caret.
 */
export function checkFormula(
  text: string,
  catalog: Catalog,
  book: NameBook,
  { declared = "", code = "", caret }: CheckOptions = {},
): FormulaCheck {
  const read = readFormula(text, catalog, book, declared);
  const cut = tokensOf(text, book);
  const names = cut.kind === "error" ? [] : foundNames(cut.tokens, book);
  const completions =
    caret === undefined ? [] : completionsAt(text, caret, catalog, book);
  const failed = (
    { code: problem, params, span }: FormulaError,
    steps: number,
  ): FormulaCheck => ({
    error: {
      code: problem,
      params,
      start: span?.start ?? 0,
      end: span?.end ?? text.length,
    },
    names,
    unit: "",
    reads: [],
    completions,
    steps,
  });
  if (read.kind === "error")
    return failed(read, cut.kind === "error" ? 0 : cut.steps);
  const cycle = cycleOf(code, read.reads, catalog, book);
  return cycle === null
    ? {
        error: null,
        names,
        unit: read.unit,
        reads: read.reads,
        completions,
        steps: read.steps,
      }
    : failed(cycle, read.steps);
}

/** The way a formula would lead back to its own indicator. */
function cycleOf(
  code: IndicatorCode,
  reads: readonly IndicatorCode[],
  catalog: Catalog,
  book: NameBook,
): FormulaError | null {
  if (code === "") return null;
  const all = new Map<IndicatorCode, readonly IndicatorCode[]>();
  for (const other of catalog.indicators.values()) {
    if (other.formula === "" || other.code === code) continue;
    const read = readFormula(other.formula, catalog, book, other.unit);
    if (read.kind === "read") all.set(other.code, read.reads);
  }
  all.set(code, reads);
  const way = findCycles(all).get(code);
  return way === undefined
    ? null
    : formulaError("formula.cycle", {
        path: way
          .map((one) => catalog.indicators.get(one)?.label.zh ?? one)
          .join(" → "),
      });
}

function foundNames(tokens: readonly Token[], book: NameBook): FoundName[] {
  return tokens.flatMap((token): FoundName[] => {
    const { text, start, end } = token;
    const place = { text, start, end };
    if (token.kind === "function")
      return [
        {
          ...place,
          kind: "function",
          code: functionNamed(text)?.name ?? "",
        },
      ];
    if (token.kind !== "name") return [];
    if (childrenWords.has(text))
      return [{ ...place, kind: "children", code: "children" }];
    const [indicator, second] = book.indicators(text);
    if (indicator !== undefined)
      return [
        {
          ...place,
          kind: "indicator",
          code: second === undefined ? indicator : "",
        },
      ];
    const [region, other] = book.regions(text);
    return [
      {
        ...place,
        kind: region === undefined ? "unknown" : "region",
        code: region !== undefined && other === undefined ? region : "",
      },
    ];
  });
}

/** Functions, indicators and, inside `at`, regions whose name begins with or holds what stands before the caret. */
function completionsAt(
  text: string,
  caret: number,
  catalog: Catalog,
  book: NameBook,
): Completion[] {
  let start = Math.min(Math.max(caret, 0), text.length);
  const end = start;
  while (
    start > 0 &&
    /[.\p{L}\p{Nl}\p{Nd}\p{No}_]/u.test(text.charAt(start - 1))
  )
    start -= 1;
  const typed = text.slice(start, end).toLowerCase();
  if (typed === "" || /^[\d.]+$/.test(typed)) return [];
  const place = { start, end };
  const ranked: { readonly rank: number; readonly item: Completion }[] = [];
  const offer = (spellings: readonly string[], item: Completion): void => {
    const rank = rankOf(spellings, typed);
    if (rank !== null) ranked.push({ rank, item });
  };
  for (const { name, also, form } of formulaFunctions)
    offer([name, ...also], {
      kind: "function",
      insert: `${also.find((one) => one.startsWith(typed)) ?? name}(`,
      code: name,
      label: { zh: `${also[0] ?? name} ${form}`, en: form },
      about: `formula.function_${name}`,
      unit: "",
      ...place,
    });
  offer([...childrenWords], {
    kind: "children",
    insert: "children",
    code: "children",
    label: { zh: "下级", en: "children" },
    about: "",
    unit: "",
    ...place,
  });
  if (/(?:\bat|取)\s*[(（][^()（）]*,[^()（）]*$/.test(text.slice(0, start)))
    for (const region of catalog.regions.values())
      offer([region.name, region.short, region.code, region.english], {
        kind: "region",
        insert:
          book.regions(region.name).length === 1 ? region.name : region.code,
        code: region.code,
        label: { zh: region.name, en: region.english },
        about: "",
        unit: "",
        ...place,
      });
  for (const { code, label, aliases, unit } of catalog.indicators.values())
    offer([label.zh, code, label.en, ...aliases], {
      kind: "indicator",
      insert: book.indicators(label.zh).length === 1 ? label.zh : code,
      code,
      label,
      about: "",
      unit,
      ...place,
    });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostCompletions)
    .map(({ item }) => item);
}

/** 0 for the very name, 1 for its beginning, 2 for the beginning of a part, 3 for anywhere within; null for none. */
function rankOf(spellings: readonly string[], typed: string): number | null {
  let best: number | null = null;
  for (const spelling of spellings) {
    const at = spelling.toLowerCase().indexOf(typed);
    if (at < 0) continue;
    const rank =
      at > 0
        ? continuesName(spelling.charAt(at - 1))
          ? 3
          : 2
        : spelling.length === typed.length
          ? 0
          : 1;
    if (best === null || rank < best) best = rank;
  }
  return best;
}
