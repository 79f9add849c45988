import { civilDate } from "../model/calendar.ts";
import type { PeriodCode, UnitCode } from "../model/codes.ts";
import type { PeriodHint } from "../model/facets.ts";
import { parsePeriod, yearPeriod } from "../model/period.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/observation.ts";
import { signOfChange } from "../match/comparison.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { asked, type Doubted, type NamedCells } from "./named-cells.ts";
import { isLevel, type OpenMeasure } from "./resolve-measure.ts";
import type { ResolveContext } from "./resolve-context.ts";
import type { RowRest } from "./row-says.ts";
import type { StatedPeriod } from "./stated-periods.ts";
import type { Surroundings } from "./surroundings.ts";

/** All that header, stub and surroundings say about the cells where a column crosses rows of one kind; the region is not in it. */
export interface Resolved {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly measureOpen: OpenMeasure;
  readonly period: PeriodCode;
  readonly variant: string;
  readonly base: PeriodCode;
  readonly stated: UnitCode | null;
  readonly to: UnitCode;
  /** A person said in which unit the figures are: the one stated, or another. */
  readonly unitSaid?: "stated" | "other";
  readonly falling: boolean;
  /** True for falls that are written as rises, negative where it fell: 上升或下降（±%）. */
  readonly turned: boolean;
  readonly fallIsValue: boolean;
  readonly confidence: number;
  reasons(): readonly string[];
}

export type Resolution =
  { readonly kind: "resolved"; readonly resolved: Resolved } | Doubted;

/** Puts together what is said of a cell, nearest words first. */
export function resolveCell(
  column: ColumnSays,
  row: RowRest,
  context: ResolveContext,
  cells: NamedCells,
): Resolution {
  const named = cells.of(column, row.name, context);
  if (named.kind === "doubt") return named;
  const { indicator, chosen, stated, to, words } = named;
  const { measure } = chosen;
  // Who says 目标 and no date of his own means the title's date of targets.
  const undated = column.facets.period.length === 0 && row.period === null;
  const speaks = column.measure !== null || row.facets.measure.length > 0;
  const dated = !undated
    ? undefined
    : ((speaks ? context.surroundings.datedMeasures.get(measure) : undefined) ??
      (measure === "target" && row.deadline === null && column.period === null
        ? yearOfTasks(context.surroundings)
        : undefined));
  const period =
    dated !== undefined
      ? { ...dated, at: "table" as const, candidates: [dated.period.code] }
      : cells.periodOf(
          row.settled?.period === undefined ? column.period : null,
          column.settled?.period !== undefined
            ? null
            : measure === "target" && row.deadline !== null
              ? row.deadline
              : row.period,
          context.surroundings,
        );
  if (period.period === null || period.confidence < CERTAIN)
    return asked("period", period.at, period.candidates);
  if (stated.kind === "misfit")
    return asked("unit", stated.at, [stated.unit, to]);
  const { code } = period.period;
  let base = baseOf(measure, column, row, indicator, context, code);
  // 下降比例 of 2019: against 2018, or against 2015? Who says it is a cut means that of the plan.
  if (base === "" && isCut(indicator)) {
    if (saidOf(column, row) === undefined)
      return asked(
        "indicator",
        row.facets.indicator.length > 0 && column.facets.indicator.length === 0
          ? "row"
          : "column",
        [indicator.code],
      );
    const year = Number(code.slice(0, 4));
    base = String(year - 1 - ((year - 1) % 5));
  }
  const [before, behind] = named.reasons;
  const turned =
    indicator.kind === "reduction" &&
    isLevel(measure) &&
    risesToo.test(`${column.words} ${row.facets.text}`);
  // Of -3.2 under 上升或下降 only a note says for certain that it fell.
  if (
    turned &&
    !context.surroundings.negativeFalls &&
    saidOf(column, row) === undefined
  )
    return asked(
      "indicator",
      column.facets.indicator.length > 0 ? "column" : "row",
      [indicator.code],
    );
  const said =
    column.settled?.unit === undefined ? row.settled : column.settled;
  const unitSaid =
    said?.unit === undefined
      ? undefined
      : said.unit === (said.ownUnit ?? to)
        ? ("stated" as const)
        : ("other" as const);
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
      ...(unitSaid === undefined ? {} : { unitSaid }),
      turned,
      falling:
        turned ||
        ((measure === "change" || measure === "changeRate") &&
          signOfChange(words, indicator.direction) === -1),
      fallIsValue:
        indicator.kind === "reduction" &&
        measure !== "change" &&
        measure !== "changeRate",
      confidence: Math.min(named.confidence, period.confidence),
      reasons: () => [
        ...before,
        `period=${period.words}`,
        ...behind,
        ...(base === "" ? [] : [`base=${base}`]),
        ...(column.settled === undefined && row.settled === undefined
          ? []
          : ["answered="]),
      ],
    },
  };
}

/** A header of both directions: the sign of a figure says which. */
const risesToo = /上升或下降|升或降|上升[、/（(]?下降|升降|±/;

/** The indicator that a person said a column or a row is of. */
function saidOf(column: ColumnSays, row: RowRest): string | undefined {
  return column.settled?.indicator ?? row.settled?.indicator;
}

/** 2024年…进度表（截至11月底）: what is done is that of November, a task without a date of its own that of 2024. */
function yearOfTasks({ periods }: Surroundings): StatedPeriod | undefined {
  const [nearest, ...outer] = periods;
  if (nearest === undefined || !saysUntil.test(nearest.words)) return undefined;
  const year = yearPeriod(civilDate(nearest.period.end - 1).year);
  const said = outer.find(({ period }) => period.code === year.code);
  if (said !== undefined) return said;
  // With no other period around, the year of 截至2023年7月25日 is all that dates the task.
  return outer.length === 0 && nearest.confidence >= CERTAIN
    ? { ...nearest, period: year }
    : undefined;
}

/** 截至10月, 10月底: the end of what has been counted. */
const saysUntil = /截[至止]|[底末]$/;

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
    return isCut(indicator)
      ? planBase(context.surroundings.topic.period[0]?.value) ||
          planBase({ kind: "period", code: period }) ||
          context.base ||
          context.surroundings.notedBase ||
          firstYear(period)
      : "";
  const before = String(Number(period.slice(0, 4)) - 1);
  const change = measure === "change" || measure === "changeRate";
  return change && guess.value.startsWith(before) ? "" : guess.value;
}

/** A cut against a base year; the yearly falls of an intensity have none. */
function isCut({ kind, code }: Indicator): boolean {
  return kind === "reduction" && code.endsWith("_cut");
}

/** The base year of a five-year plan: 十三五 counts from 2015; empty for any other period. */
function planBase(hint: PeriodHint | undefined): PeriodCode {
  const plan = hint?.kind === "period" ? parsePeriod(hint.code) : null;
  if (plan === null) return "";
  const first = civilDate(plan.start);
  const last = civilDate(plan.end - 1);
  return first.year % 5 === 1 &&
    last.year === first.year + 4 &&
    first.month === 1 &&
    last.month === 12
    ? String(first.year - 1)
    : "";
}

/** In the first year of a plan the year before is its base too; empty for later ones. */
function firstYear(period: PeriodCode): PeriodCode {
  const year = Number(period.slice(0, 4));
  return /^\d{4}$/.test(period) && year % 5 === 1 ? String(year - 1) : "";
}
