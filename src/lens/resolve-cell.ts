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
import { statedUnit } from "./resolve-unit.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RowRest } from "./row-says.ts";

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
  /** A person said in which unit the figures are: the one stated, or another. */
  readonly unitSaid?: "stated" | "other";
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

  const measureGuess =
    found.measure === undefined
      ? measureOf(column, row)
      : (found.measure[0] ?? null);
  const chosen = chooseMeasure(measureGuess, column, row, indicator, catalog);
  if (chosen.confidence < CERTAIN)
    return doubt("measure", "column", chosen.candidates);
  const { measure } = chosen;

  const period = resolvePeriod(
    row.settled?.period === undefined ? column.period : null,
    column.settled?.period !== undefined
      ? null
      : measure === "target" && row.deadline !== null
        ? row.deadline
        : row.period,
    surroundings,
  );
  if (period.period === null || period.confidence < CERTAIN)
    return doubt("period", period.at, period.candidates);

  const to = unitOfMeasure(measure, indicator);
  const stated = statedUnit(measure, to, column, row, context);
  if (stated.kind === "misfit")
    return doubt("unit", stated.at, [stated.unit, to]);

  const said =
    column.settled?.unit === undefined ? row.settled : column.settled;
  const unitSaid =
    said?.unit === undefined
      ? undefined
      : said.unit === (said.ownUnit ?? to)
        ? ("stated" as const)
        : ("other" as const);
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
      ...(unitSaid === undefined ? {} : { unitSaid }),
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
        ...(column.settled === undefined && row.settled === undefined
          ? []
          : ["answered="]),
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
