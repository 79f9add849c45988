import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode, UnitCode } from "../model/codes.ts";
import type { Unmatched } from "../model/binding.ts";
import type { Facets, Guess } from "../model/facets.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/observation.ts";
import { signOfChange } from "../match/comparison.ts";
import { refine } from "../match/refine.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { resolvePeriod } from "./resolve-period-chain.ts";
import type { RowRest } from "./row-says.ts";
import type { Surroundings } from "./surroundings.ts";
import { unitScale } from "./unit-scale.ts";

/** All that header, stub and surroundings say about the cells where a column crosses rows of one kind; the region is not in it. */
export interface Resolved {
  readonly indicator: Indicator;
  readonly measure: Measure;
  /** True when only the cell's own unit can tell 同比 in % from one in 个. */
  readonly measureOpen: boolean;
  readonly period: PeriodCode;
  readonly variant: string;
  readonly base: PeriodCode;
  readonly stated: UnitCode | null;
  readonly to: UnitCode;
  readonly falling: boolean;
  readonly fallIsValue: boolean;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Something a person must be asked, and whose header it is about. */
export interface Doubt {
  readonly role: Unmatched["role"];
  readonly at: "column" | "row" | "table";
  readonly candidates: readonly string[];
}

export type Resolution =
  | { readonly kind: "resolved"; readonly resolved: Resolved }
  | { readonly kind: "doubt"; readonly doubt: Doubt };

export interface ResolveContext {
  readonly catalog: Catalog;
  readonly surroundings: Surroundings;
  /** First parts of the codes of the indicators that are certain in this table. */
  readonly topics: ReadonlySet<string>;
}

function doubt(
  role: Unmatched["role"],
  at: Doubt["at"],
  candidates: readonly string[] = [],
): Resolution {
  return { kind: "doubt", doubt: { role, at, candidates } };
}

/** Puts together what is said of a cell, nearest words first. */
export function resolveCell(
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
): Resolution {
  const { catalog, surroundings } = context;
  const found = resolveIndicator(column, row, context);
  if (found.guess === null)
    return doubt("indicator", found.at, found.candidates);
  const indicator = catalog.indicators.get(found.guess.value);
  if (indicator === undefined)
    return doubt("indicator", found.at, found.candidates);
  if (found.guess.confidence < CERTAIN)
    return doubt("indicator", found.at, found.candidates);

  const measureGuess = measureOf(column, row);
  const chosen = chooseMeasure(measureGuess, column, row, indicator, catalog);
  if (chosen.confidence < CERTAIN)
    return doubt("measure", "column", chosen.candidates);
  const { measure } = chosen;

  const period = resolvePeriod(column.period, row.period, surroundings);
  if (period.period === null || period.confidence < CERTAIN)
    return doubt("period", period.at, period.candidates);

  const to = unitOfMeasure(measure, indicator);
  const stated = statedUnit(measure, to, column, row, context);
  if (stated.kind === "misfit")
    return doubt("unit", stated.at, [stated.unit, to]);

  const variant = [column.facets, row.facets, surroundings.title]
    .map((facets) => facets.variant[0])
    .find((guess) => guess !== undefined);
  const base = baseOf(
    measure,
    column,
    row,
    indicator,
    context,
    period.period.code,
  );
  const words = measureGuess?.words ?? "";
  return {
    kind: "resolved",
    resolved: {
      indicator,
      measure,
      measureOpen: chosen.open,
      period: period.period.code,
      variant: variant?.value ?? "",
      base,
      stated: stated.unit,
      to,
      falling:
        (measure === "change" || measure === "changeRate") &&
        signOfChange(words, indicator.direction) === -1,
      fallIsValue:
        indicator.kind === "reduction" &&
        measure !== "change" &&
        measure !== "changeRate",
      confidence: Math.min(
        found.guess.confidence,
        chosen.confidence,
        period.confidence,
      ),
      reasons: [
        `indicator=${found.guess.words}`,
        ...(measureGuess === null ? [] : [`measure=${words}`]),
        `period=${period.words}`,
        ...(stated.unit === null ? [] : [`unit=${stated.unit}`]),
        ...(base === "" ? [] : [`base=${base}`]),
      ],
    },
  };
}

interface FoundIndicator {
  readonly guess: Guess<IndicatorCode> | null;
  readonly at: "column" | "row";
  readonly candidates: readonly string[];
}

function resolveIndicator(
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
): FoundIndicator {
  const own = column.facets.indicator;
  const stub = row.facets.indicator;
  const at = stub.length > 0 || row.indicatorAsked ? "row" : "column";
  const codes = (guesses: readonly Guess<IndicatorCode>[]): string[] =>
    guesses.map(({ value }) => value);
  if (row.indicatorAsked) return { guess: null, at: "row", candidates: [] };
  let guesses: readonly Guess<IndicatorCode>[];
  if (own.length > 0 && stub.length > 0) {
    const together = refine([row.facets, column.facets]).indicator;
    const [a, b] = [own[0], stub[0]];
    const clash =
      a !== undefined &&
      b !== undefined &&
      a.value !== b.value &&
      a.confidence >= CERTAIN &&
      b.confidence >= CERTAIN;
    const joined = together[0];
    const isNew =
      joined !== undefined &&
      joined.value !== a?.value &&
      joined.value !== b?.value;
    if (clash && !isNew)
      return {
        guess: null,
        at: "column",
        candidates: [...codes(own), ...codes(stub)],
      };
    guesses = isNew
      ? together
      : (a?.confidence ?? 0) >= (b?.confidence ?? 0)
        ? own
        : stub;
  } else if (own.length > 0) {
    guesses = own;
  } else {
    guesses = stub;
  }
  const best = settle(guesses, column, row, context);
  if (best !== null && best.confidence >= CERTAIN)
    return { guess: best, at, candidates: codes(guesses) };
  if (stub.length === 0 && column.beside !== null)
    return {
      guess: column.beside,
      at: "column",
      candidates: [column.beside.value],
    };
  const title = context.surroundings.title.indicator[0];
  const meant =
    title !== undefined &&
    title.confidence >= CERTAIN &&
    (guesses.length === 0 ||
      guesses.some(({ value }) => value === title.value));
  const speaks =
    guesses.length > 0 ||
    column.measure !== null ||
    column.facets.period.length > 0 ||
    column.facets.region.length > 0 ||
    column.facets.unit.length > 0;
  if (meant && speaks)
    return {
      guess: { ...title, confidence: Math.min(title.confidence, 0.9) },
      at,
      candidates: [title.value],
    };
  return { guess: best, at, candidates: codes(guesses) };
}

/** Chooses between indicators of one spelling by the unit that is stated, then by the topic of the rest of the table. */
function settle(
  guesses: readonly Guess<IndicatorCode>[],
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
): Guess<IndicatorCode> | null {
  const [best] = guesses;
  if (best === undefined) return null;
  if (best.confidence >= CERTAIN) return best;
  // Words that nothing explains may name another thing: no context mends that.
  const source = row.facets.indicator.includes(best)
    ? row.facets
    : column.facets;
  if (source.rest.trim() !== "") return best;
  const spelt = guesses.filter(({ words }) => words === best.words);
  const { catalog, surroundings } = context;
  const measure = column.measure?.value ?? "actual";
  const units =
    measure === "changeRate" ||
    measure === "completion" ||
    measure === "rank" ||
    measure === "changeRank"
      ? []
      : [
          sureUnit(column.facets)?.value,
          row.unit?.value,
          sureUnit(row.facets)?.value,
          ...surroundings.units.map(({ value }) => value),
        ];
  for (const unit of units) {
    if (unit === undefined) continue;
    const fitting = spelt.filter(({ value }) => {
      const indicator = catalog.indicators.get(value);
      return (
        indicator !== undefined &&
        unitScale(unit, indicator.unit, catalog) !== null
      );
    });
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined && unit !== "%")
      return { ...only, confidence: Math.max(only.confidence, 0.9) };
  }
  const related = spelt.filter(({ value }) =>
    context.topics.has(value.split(".")[0] ?? ""),
  );
  const [only] = related;
  return related.length === 1 && only !== undefined
    ? { ...only, confidence: Math.max(only.confidence, 0.85) }
    : best;
}

function measureOf(column: ColumnSays, row: RowRest): Guess<Measure> | null {
  const stub = row.facets.measure[0] ?? null;
  const own = column.measure;
  if (own === null) return stub;
  return own.value === "actual" && stub !== null ? stub : own;
}

/** True when the header names something the row does not already name. */
function speaks({ facets }: ColumnSays, rowNames: boolean): boolean {
  return (
    (!rowNames && facets.indicator.length > 0) ||
    facets.period.length > 0 ||
    facets.region.length > 0 ||
    facets.unit.length > 0 ||
    facets.variant.length > 0
  );
}

interface Chosen {
  readonly measure: Measure;
  readonly confidence: number;
  readonly open: boolean;
  readonly candidates: readonly string[];
}

/** 同比 is a rate, a difference or points, as its unit says; without a unit the cells must tell. */
function chooseMeasure(
  guess: Guess<Measure> | null,
  column: ColumnSays,
  row: RowRest,
  indicator: Indicator,
  catalog: Catalog,
): Chosen {
  if (guess === null) {
    // 数值 and 情况 say nothing and hide nothing; words that nobody knows might.
    const silent =
      column.facets.rest.trim() !== "" &&
      !speaks(column, row.facets.indicator.length > 0);
    const nameless =
      column.words.trim() === "" && row.facets.indicator.length > 0;
    return {
      measure: "actual",
      confidence: silent || nameless ? 0.5 : 1,
      open: false,
      candidates: silent || nameless ? ["actual"] : [],
    };
  }
  const { value, confidence } = guess;
  if (value === "completion" && confidence < CERTAIN) {
    // 完成率 may be an indicator of its own, unless another one or a target is there for it.
    const of = row.facets.indicator[0]?.confidence ?? 0;
    const sure =
      of >= CERTAIN || (column.beside !== null && column.afterTarget);
    return {
      measure: value,
      confidence: sure ? 0.9 : confidence,
      open: false,
      candidates: [value],
    };
  }
  if (value !== "change" && value !== "changeRate")
    return { measure: value, confidence, open: false, candidates: [value] };
  const words = guess.words.normalize("NFKC").replace(/\s/g, "");
  const known = catalog.measureWords.find(
    ({ text }) => text.normalize("NFKC").replace(/\s/g, "") === words,
  );
  const isRate = known?.as === "percent" || /率|幅/.test(words);
  const unit = (sureUnit(column.facets) ?? sureUnit(row.facets))?.value;
  // 同比(%) of a share may be a rate or points.
  if (unit === "%" && indicator.unit === "%" && !isRate)
    return {
      measure: value,
      confidence: 0.5,
      open: false,
      candidates: ["change", "changeRate"],
    };
  if (unit !== undefined) {
    const measure: Measure | null =
      unit === "%"
        ? "changeRate"
        : unit === "pp" || unitScale(unit, indicator.unit, catalog) !== null
          ? "change"
          : null;
    return measure === null
      ? {
          measure: value,
          confidence: 0.5,
          open: false,
          candidates: ["change", "changeRate"],
        }
      : {
          measure,
          confidence: Math.max(confidence, CERTAIN),
          open: false,
          candidates: [measure],
        };
  }
  const open =
    known === undefined
      ? !/率|幅|量|值|百分点/.test(words)
      : known.as === "any";
  return {
    measure: value,
    confidence: open ? 1 : Math.max(confidence, known === undefined ? 0 : 0.9),
    open,
    candidates: ["change", "changeRate"],
  };
}

/** The unit the words state, not one they only imply (比例 is mostly %). */
function sureUnit({ unit }: Facets): Guess<UnitCode> | undefined {
  const [best] = unit;
  return best !== undefined && best.confidence >= CERTAIN ? best : undefined;
}

/** The unit values of a measure are kept in. */
export function unitOfMeasure(
  measure: Measure,
  indicator: Indicator,
): UnitCode {
  switch (measure) {
    case "rank":
    case "changeRank":
      return "1";
    case "changeRate":
    case "completion":
      return "%";
    case "change":
      return indicator.unit === "%" ? "pp" : indicator.unit;
    default:
      return indicator.unit;
  }
}

type Stated =
  | { readonly kind: "fits"; readonly unit: UnitCode | null }
  | {
      readonly kind: "misfit";
      readonly unit: UnitCode;
      readonly at: "column" | "row";
    };

/**
 * The unit of bare numbers, nearest first. The column's own unit must convert;
 * a unit of the row or of a 单位 line that does not fit is of other figures.
 */
function statedUnit(
  measure: Measure,
  to: UnitCode,
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
): Stated {
  if (measure === "rank" || measure === "changeRank")
    return { kind: "fits", unit: null };
  const { catalog, surroundings } = context;
  const fits = (unit: UnitCode): boolean =>
    unitScale(unit, to, catalog) !== null;
  const own = sureUnit(column.facets);
  if (own !== undefined) {
    if (fits(own.value)) return { kind: "fits", unit: own.value };
    if (measure === "change" && to === "pp" && own.value === "%")
      return { kind: "fits", unit: null };
    return { kind: "misfit", unit: own.value, at: "column" };
  }
  const rowUnit = row.unit ?? sureUnit(row.facets) ?? null;
  if (rowUnit !== null) {
    if (fits(rowUnit.value)) return { kind: "fits", unit: rowUnit.value };
    if (
      measure === "actual" ||
      measure === "target" ||
      measure === "previous" ||
      measure === "baseline"
    )
      return { kind: "misfit", unit: rowUnit.value, at: "row" };
    return { kind: "fits", unit: null };
  }
  // 浓度单位：μg/m³（CO：mg/m³） holds for CO what it says of CO.
  const named = row.facets.indicator.length > 0 ? row.facets : column.facets;
  for (const line of surroundings.unitLines) {
    const unit = refine([line, named]).unit.find(({ value }) => fits(value));
    if (unit !== undefined) return { kind: "fits", unit: unit.value };
  }
  const line = surroundings.units.find(({ value }) => fits(value));
  return { kind: "fits", unit: line?.value ?? null };
}

/** The base period; a comparison with the year before is no base. */
function baseOf(
  measure: Measure,
  column: ColumnSays,
  row: RowRest,
  indicator: Indicator,
  context: ResolveContext,
  period: PeriodCode,
): PeriodCode {
  const guess =
    column.facets.base[0] ??
    row.facets.base[0] ??
    (indicator.kind === "reduction"
      ? context.surroundings.title.base[0]
      : undefined);
  if (guess === undefined) return "";
  const before = String(Number(period.slice(0, 4)) - 1);
  const change = measure === "change" || measure === "changeRate";
  return change && guess.value.startsWith(before) ? "" : guess.value;
}
