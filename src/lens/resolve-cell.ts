import { civilDate } from "../model/calendar.ts";
import type { PeriodCode, UnitCode } from "../model/codes.ts";
import type { Facets } from "../model/facets.ts";
import { parsePeriod } from "../model/period.ts";
import type { Unmatched } from "../model/binding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/observation.ts";
import { signOfChange } from "../match/comparison.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { resolveIndicator } from "./resolve-indicator.ts";
import { chooseMeasure, measureOf, unitOfMeasure } from "./resolve-measure.ts";
import { resolvePeriod } from "./resolve-period-chain.ts";
import { type Stated, statedUnit } from "./resolve-unit.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RowName, RowRest } from "./row-says.ts";

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

function doubt(
  role: Unmatched["role"],
  at: Doubt["at"],
  candidates: readonly string[] = [],
): Resolution & { readonly kind: "doubt" } {
  return { kind: "doubt", doubt: { role, at, candidates } };
}

/** What column and row say but for the period: worked out once for rows that differ in nothing else. */
type Named =
  | { readonly kind: "doubt"; readonly doubt: Doubt }
  | {
      readonly kind: "named";
      readonly indicator: Indicator;
      readonly chosen: ReturnType<typeof chooseMeasure>;
      readonly stated: Stated;
      readonly to: UnitCode;
      readonly variant: string;
      readonly confidence: number;
      readonly words: string;
      /** Before and behind that of the period. */
      readonly reasons: readonly [readonly string[], readonly string[]];
    };

/** What was found out of the crossings of a table but for their periods, by column and words of the row. */
export class NamedCells {
  readonly #known = new Map<ColumnSays, Map<RowName, Named>>();

  of(column: ColumnSays, row: RowRest, context: ResolveContext): Named {
    let byName = this.#known.get(column);
    if (byName === undefined) {
      byName = new Map();
      this.#known.set(column, byName);
    }
    let named = byName.get(row.name);
    if (named === undefined) {
      named = nameCell(column, row.name, context);
      byName.set(row.name, named);
    }
    return named;
  }
}

function nameCell(
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): Named {
  const { catalog, surroundings } = context;
  const found = resolveIndicator(column, row, context);
  const asked = doubt("indicator", found.at, found.candidates);
  if (found.guess === null) return asked;
  const indicator = catalog.indicators.get(found.guess.value);
  if (indicator === undefined || found.guess.confidence < CERTAIN) return asked;
  const measureGuess =
    found.measure === undefined
      ? measureOf(column, row)
      : (found.measure[0] ?? null);
  const chosen = chooseMeasure(measureGuess, column, row, indicator, catalog);
  if (chosen.confidence < CERTAIN)
    return doubt("measure", "column", chosen.candidates);
  const to = unitOfMeasure(chosen.measure, indicator);
  const stated = statedUnit(chosen.measure, to, column, row, context);
  const variant = [column.facets, row.facets, surroundings.title]
    .map((facets) => facets.variant[0])
    .find((guess) => guess !== undefined);
  const words = measureGuess?.words ?? "";
  return {
    kind: "named",
    indicator,
    chosen,
    stated,
    to,
    variant: variant?.value ?? "",
    confidence: Math.min(found.guess.confidence, chosen.confidence),
    words,
    reasons: [
      [
        `indicator=${found.guess.words}`,
        ...(measureGuess === null ? [] : [`measure=${words}`]),
      ],
      stated.unit === null ? [] : [`unit=${stated.unit}`],
    ],
  };
}

/** Puts together what is said of a cell, nearest words first. */
export function resolveCell(
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
): Resolution {
  const named = context.named.of(column, row, context);
  if (named.kind === "doubt") return named;
  const { indicator, chosen, stated, to, words } = named;
  const { measure } = chosen;
  const period = resolvePeriod(
    column.period,
    measure === "target" && row.deadline !== null ? row.deadline : row.period,
    context.surroundings,
  );
  if (period.period === null || period.confidence < CERTAIN)
    return doubt("period", period.at, period.candidates);
  if (stated.kind === "misfit")
    return doubt("unit", stated.at, [stated.unit, to]);
  const { code } = period.period;
  const base = baseOf(measure, column, row, indicator, context, code);
  const [before, behind] = named.reasons;
  return {
    kind: "resolved",
    resolved: {
      indicator,
      measure,
      measureOpen: chosen.open,
      period: code,
      variant: named.variant,
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
      confidence: Math.min(named.confidence, period.confidence),
      reasons: [
        ...before,
        `period=${period.words}`,
        ...behind,
        ...(base === "" ? [] : [`base=${base}`]),
      ],
    },
  };
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
  const ofReduction = indicator.kind === "reduction";
  const guess =
    column.facets.base[0] ??
    row.facets.base[0] ??
    (ofReduction ? context.surroundings.title.base[0] : undefined);
  if (guess === undefined)
    return ofReduction ? planBase(context.surroundings.topic) : "";
  const before = String(Number(period.slice(0, 4)) - 1);
  const change = measure === "change" || measure === "changeRate";
  return change && guess.value.startsWith(before) ? "" : guess.value;
}

/** The base year of a five-year plan that a title names: 十三五 counts from 2015; empty without one. */
function planBase({ period }: Facets): PeriodCode {
  const hint = period[0]?.value;
  const plan = hint?.kind === "period" ? parsePeriod(hint.code) : null;
  if (plan === null || plan === undefined) return "";
  const first = civilDate(plan.start);
  const last = civilDate(plan.end - 1);
  return first.year % 5 === 1 &&
    last.year === first.year + 4 &&
    first.month === 1 &&
    last.month === 12
    ? String(first.year - 1)
    : "";
}
