import type { IndicatorCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { refine } from "../match/refine.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { meansSubject, speaksOfFigures } from "./indicator/names-subject.ts";
import { ofCaption } from "./indicator/of-caption.ts";
import { settleIndicator } from "./indicator/settle-indicator.ts";
import type { FoundIndicator, ResolveContext } from "./resolve-context.ts";
import type { RowName } from "./row-says.ts";
import { unitNamed } from "./resolve-unit.ts";
import { titleSubject } from "./title-subject.ts";

/** The indicator of a cell: what column and row name, else the figures beside it, else the title. */
export function resolveIndicator(
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): FoundIndicator {
  const ofColumn = column.settled?.indicator;
  const said =
    ofColumn === undefined
      ? row.settled?.indicator
      : sameKindOf(row, ofColumn, context);
  if (said !== undefined)
    return {
      guess: { value: said, confidence: 1, words: column.words },
      at: ofColumn === undefined ? "row" : "column",
      candidates: [said],
    };
  const own = column.facets.indicator;
  const stub = row.facets.indicator;
  const at = stub.length > 0 || row.indicatorAsked ? "row" : "column";
  const codes = (guesses: readonly Guess<IndicatorCode>[]): string[] =>
    guesses.map(({ value }) => value);
  if (row.indicatorAsked) return { guess: null, at: "row", candidates: [] };
  const [a, b] = [own[0], stub[0]];
  const cells = [...row.cells, ...column.cells];
  const whole =
    cells.length === 0 ? null : refine(cells, context.surroundings.topic);
  const together = whole?.indicator ?? [];
  const joined = together[0];
  const isNew =
    joined !== undefined &&
    ![...own, ...stub].some(({ value }) => value === joined.value);
  // 年度减排任务 behind 2020年排放量 is no amount of it, whichever of its kinds it is.
  const namesKind = isNew && ownKinds.has(column.measure?.value ?? "actual");
  const figure =
    column.of === null || namesKind ? null : figureOf(column.of, row, context);
  if (figure !== null) {
    // 首要污染物 over PM2.5 over 天数 and 同比: what is asked of the one holds for the other.
    if (column.sharesName && unitNamed(column) === null) return figure;
    if (b !== undefined && !isSure(a) && isSure(figure.guess)) return figure;
  }
  if (isSure(a) && isSure(b) && a.value !== b.value && !isNew)
    return {
      guess: null,
      at: "column",
      candidates: [...codes(own), ...codes(stub)],
    };
  // 处罚金额 under a caption of 危险废物类案件.
  if (stub.length === 0 && isSure(a) && !isNew) {
    const captioned = ofCaption(column, a, context);
    if (captioned !== null)
      return { guess: captioned, at, candidates: [captioned.value] };
  }
  const nearer =
    own.length > 0 && (a?.confidence ?? 0) >= (b?.confidence ?? 0) ? own : stub;
  const guesses = isNew ? together : nearer;
  // 完成率 below 氮氧化物, behind amounts whose unit says that they are 减排量.
  const [first] = guesses;
  if (
    !isNew &&
    figure !== null &&
    isSure(figure.guess) &&
    // 任务蒸吨数 behind 完成台数 counts another thing.
    unitNamed(column) === null &&
    first !== undefined &&
    !isSure(first) &&
    guesses.some(({ value }) => value === figure.guess?.value)
  )
    return figure;
  const best = settleIndicator(guesses, column, row, context);
  if (isNew)
    return {
      guess: best,
      at: "column",
      candidates: codes(guesses),
      measure: whole?.measure ?? [],
    };
  if (isSure(best)) return { guess: best, at, candidates: codes(guesses) };
  const explained = (nearer === own ? column.cells : row.cells).every(
    ({ rest }) => rest.trim() === "",
  );
  if (
    explained &&
    isSure(joined) &&
    guesses.some(({ value }) => value === joined.value)
  )
    return { guess: joined, at, candidates: codes(guesses) };
  // 完成率 behind a target and what was done of it.
  if (figure !== null && column.afterTarget && isSure(figure.guess))
    return figure;
  if (
    stub.length === 0 &&
    column.beside !== null &&
    !isSure(column.beside) &&
    figure !== null &&
    isSure(figure.guess)
  )
    return figure;
  if (stub.length === 0 && column.beside !== null)
    return {
      guess: column.beside,
      at: "column",
      candidates: [column.beside.value],
    };
  const ofTitle = titleSubject(column, context);
  const subject = ofTitle?.guess ?? null;
  if (
    subject !== null &&
    meansSubject(column, subject, guesses) &&
    speaksOfFigures(column, subject, guesses)
  )
    return {
      guess: { ...subject, confidence: Math.min(subject.confidence, 0.9) },
      at,
      candidates: [subject.value],
      ...(ofTitle?.measure === undefined ? {} : { measure: ofTitle.measure }),
    };
  // Nothing in the cell's headers is about an indicator: the title is asked about, once.
  const silent =
    guesses.length === 0 &&
    column.facets.rest === "" &&
    column.facets.unit.length === 0 &&
    (column.facets.period.length > 0 || column.facets.region.length > 0);
  return silent
    ? {
        guess: null,
        at: "table",
        candidates: codes(context.surroundings.title.indicator),
      }
    : { guess: best, at, candidates: codes(guesses) };
}

/** Who says that a column is the saving of one pollutant says so of those that other rows name. */
function sameKindOf(
  { facets }: RowName,
  said: IndicatorCode,
  { catalog }: ResolveContext,
): IndicatorCode {
  const [, pollutant = "", kind = ""] =
    /^(emis\.\w+?)(_cut|_saved)?$/.exec(said) ?? [];
  const own = facets.indicator.flatMap(({ value }) =>
    value.startsWith("emis.") && catalog.indicators.has(value + kind)
      ? [value]
      : [],
  );
  const [first] = own;
  return pollutant === "" || first === undefined || own.includes(pollutant)
    ? said
    : first + kind;
}

/** Measures whose words may name a kind of figure of their own: 减排任务, 下降比例. */
const ownKinds: ReadonlySet<Measure> = new Set<Measure>([
  "target",
  "change",
  "changeRate",
]);

/** The indicator of the figure beside, whose measure is not this column's. */
function figureOf(
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): FoundIndicator {
  const { guess, at, candidates } = resolveIndicator(column, row, context);
  return { guess, at, candidates };
}

function isSure(
  guess: Guess<IndicatorCode> | null | undefined,
): guess is Guess<IndicatorCode> {
  return guess != null && guess.confidence >= CERTAIN;
}
