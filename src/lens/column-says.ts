import { civilDate } from "../model/calendar.ts";
import type { IndicatorCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { type Period, parsePeriod } from "../model/period.ts";
import type { HeaderText, Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import {
  isComputed,
  isOtherComparison,
  namesMainPollutant,
} from "../match/comparison.ts";
import { fold, normalise } from "../match/normalise.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { CERTAIN } from "./certain.ts";
import { classColumns } from "./class-columns.ts";
import { headerLevels } from "./header-levels.ts";
import { completedNames } from "./completed-names.ts";
import { numberedPeriods } from "./numbered-columns.ts";
import { partColumns } from "./part-columns.ts";
import { refined } from "./refined.ts";
import { ofSameMonths, sameMonths } from "./same-months.ts";
import { besideOwnUnit, saidFacets, type Settled } from "./settled.ts";
import type { StatedPeriod } from "./stated-periods.ts";
import { namingWords, type Surroundings } from "./surroundings.ts";
import { yearsOfMonths } from "./years-of-months.ts";

/** What the header of one body column says. */
export interface ColumnSays {
  readonly column: number;
  /** The nearest header cell; an empty text in the last header row when there is none. */
  readonly head: HeaderText;
  readonly words: string;
  readonly facets: Facets;
  /** What each level of the header says, outermost first. */
  readonly cells: readonly Facets[];
  /** A column of a card: the names beside its cells are all it has. */
  readonly headless: boolean;
  /** `skip`: remarks and columns of record fields that hold no figures; `computed`: see {@link isComputed}. */
  readonly kind: "value" | "ordinal" | "aggregate" | "skip" | "computed";
  /** From the column to the left, for a rank or a change that names no indicator itself. */
  readonly beside: Guess<IndicatorCode> | null;
  /** The figures a completion, a change or a rank without a name of its own is of, where rows name the indicator. */
  readonly of: ColumnSays | null;
  /** True when the group header over both names the indicator of the two. */
  readonly sharesName: boolean;
  /** Stated by the header, or by the figures it stands beside. */
  readonly period: Guess<PeriodHint> | null;
  /** True for 同比增减 beside 同比（%）: the difference, where the other is the rate. */
  readonly absolute: boolean;
  /** True when a target stands to the left that a 完成率 may be of. */
  readonly afterTarget: boolean;
  readonly measure: Guess<Measure> | null;
  /** What a person said of the column. */
  readonly settled?: Settled;
}

/** Measures that stand beside the figure they are of. */
const dependent: ReadonlySet<Measure> = new Set<Measure>([
  "previous",
  "change",
  "changeRate",
  "rank",
  "changeRank",
  "completion",
  "target",
]);

/** Reads the headers of the body columns from left to right, below the titles and the periods of the surroundings, nearest first. */
export function readColumns(
  table: Table,
  matcher: Matcher,
  { headings, periods: stated }: Pick<Surroundings, "headings" | "periods">,
  said: (head: HeaderText) => Settled | undefined = () => undefined,
): ColumnSays[] {
  const around = stated.map(({ period }) => period);
  const numbered = calendarOf(table, matcher, around);
  const heads = table.columns.map(({ column, path }, index) => {
    const texts = path.flatMap(({ text }) => headerLevels(text, matcher));
    const cells = texts.map((text) => matcher.read(text));
    const number = numbered[index] ?? null;
    const own =
      number === null
        ? refined(texts, matcher)
        : {
            ...refined(texts.slice(0, -1), matcher),
            period: [number],
            rest: "",
          };
    const head = path.at(-1) ?? {
      text: "",
      row: table.headerRows.bottom,
      column,
    };
    const settled = besideOwnUnit(said(head), own);
    const facets = saidFacets(own, settled, head.text);
    return { column, path, texts, cells, facets, head, settled };
  });
  const classes = classColumns(
    heads,
    [...headings, ...table.meta.map(({ text }) => text)],
    matcher,
  );
  const completed = completedNames(heads, headings.map(namingWords), matcher);
  const read = heads.map((head, at) => {
    const named =
      head.settled === undefined
        ? (classes.get(at) ?? completed.get(at) ?? undefined)
        : undefined;
    if (named === undefined) return head;
    const { indicator } = named;
    return {
      ...head,
      cells: [...head.cells.slice(0, -1), named],
      // 完成 is of what the whole name counts.
      facets: { ...head.facets, indicator, measure: named.measure, rest: "" },
    };
  });
  const parts = partColumns(read);
  const latest = latestYear(read, around);
  const says: ColumnSays[] = [];
  read.forEach((here, index) => {
    const { column, facets, head, settled } = here;
    const sameTime = saysSameTime(here, latest);
    const measure = sameTime ?? facets.measure[0] ?? null;
    const leaf = here.cells.at(-1);
    const own =
      settled !== undefined
        ? "value"
        : parts.has(index) || completed.get(index) === null
          ? "computed"
          : classes.get(index) === null
            ? "skip"
            : kindOf(facets, leaf, here, matcher);
    const kind =
      settled?.skip === true
        ? "skip"
        : own === "aggregate" &&
            (isMeanOfGroup(index, read) ||
              isSumOfGroup(index, read) ||
              isSumOfParts(index, read, parts))
          ? "value"
          : own;
    const ownPeriod =
      settled?.period === undefined
        ? sameTime === null
          ? absolutePeriod(facets)
          : null
        : (facets.period[0] ?? null);
    says.push({
      column,
      head,
      words: here.texts.join(" "),
      facets,
      cells: here.cells,
      headless: table.columns.every(({ path }) => path.length === 0),
      kind,
      absolute: kind === "value" && isDifference(index, read),
      ...(kind === "value" ? figureBeside(says, here) : noFigure),
      beside:
        kind === "value" ? indicatorBeside(says, facets, here.cells) : null,
      period:
        (settled === undefined && ownPeriod !== null
          ? (partOfYear(index, read, measure, ownPeriod) ?? ownPeriod)
          : ownPeriod) ??
        (sameTime === null
          ? relativePeriod(facets, measure?.value ?? null)
          : null) ??
        ((measure !== null && dependent.has(measure.value)) || isCut(facets)
          ? periodBeside(index, read, around)
          : null),
      afterTarget:
        says.findLast(({ measure: left }) => left?.value === "target") !==
        undefined,
      measure,
      ...(settled === undefined ? {} : { settled }),
    });
  });
  const day = onlyDay(read);
  const by = rankedBy(headings, matcher);
  const placed = yearsOfMonths(ranksOfCodes(says, by), headings, matcher);
  const dated = ofSameMonths(
    placed,
    around,
    sameMonths(headings.map(namingWords), matcher),
  );
  return rankKinds(
    doneUntil(
      dated.map((column, at) =>
        untilDay(leadingRank(column, at, dated, by), day),
      ),
      stated,
    ),
  );
}

/**
 * 累计完成 on a sheet that says 截至10月底 is what stands done then, as 已完成 is;
 * beside 本月完成 it is counted from January.
 */
function doneUntil(
  columns: readonly ColumnSays[],
  [nearest]: readonly StatedPeriod[],
): ColumnSays[] {
  const says = (which: string) => (column: ColumnSays) =>
    column.period?.value.kind === "relative" &&
    column.period.value.which === which;
  if (!/截[至止]/.test(nearest?.words ?? "") || columns.some(says("month")))
    return [...columns];
  return columns.map((column) => {
    const { period, measure } = column;
    const done =
      measure?.value === "completion" ||
      (measure?.value === "actual" && measure.words.includes("完成"));
    return period !== null && done && says("toDate")(column)
      ? {
          ...column,
          period: { ...period, value: { kind: "relative", which: "current" } },
        }
      : column;
  });
}

/** The year the figures of a table run to: that of the sheet, or the last one its headers name; null without any. */
function latestYear(
  columns: readonly Read[],
  [nearest]: readonly Period[],
): number | null {
  if (nearest !== undefined) return civilDate(nearest.end - 1).year;
  const years = columns.flatMap(({ facets }) =>
    facets.period.flatMap(({ value }) =>
      value.kind === "period"
        ? [
            Math.max(
              ...[...value.code.matchAll(/(?<![-\d])\d{4}/g)].map(Number),
            ),
          ]
        : [],
    ),
  );
  return years.length === 0 ? null : Math.max(...years);
}

/** 2021年同期 on a sheet of 2022: last year's figure of the same time; null for anything else. */
function saysSameTime(
  { facets }: Read,
  latest: number | null,
): Guess<Measure> | null {
  const [measure] = facets.measure;
  const [period] = facets.period;
  if (measure?.value !== "previous" || measure.confidence >= CERTAIN)
    return null;
  return latest !== null &&
    period?.value.kind === "period" &&
    period.value.code === String(latest - 1) &&
    /^同期/.test(measure.words)
    ? { ...measure, confidence: 0.9 }
    : null;
}

/** The one day that headers of a table name; null without any, and with several. */
function onlyDay(columns: readonly Read[]): MonthDay | null {
  const days = new Map<string, MonthDay>();
  for (const { facets } of columns) {
    const hint = facets.period[0]?.value;
    if (hint?.kind === "months" && hint.day !== undefined)
      days.set(`${hint.to}-${hint.day}`, { month: hint.to, day: hint.day });
  }
  const [first = null] = days.values();
  return days.size === 1 ? first : null;
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** 4月1日以来 beside 5月20日当日 runs to that day. */
function untilDay(column: ColumnSays, until: MonthDay | null): ColumnSays {
  const { period } = column;
  return until === null ||
    period?.value.kind !== "since" ||
    period.value.until !== undefined
    ? column
    : { ...column, period: { ...period, value: { ...period.value, until } } };
}

/** What the titles of a table say of the places a column of 名次 gives. */
interface RankedBy {
  readonly changes: boolean;
  readonly indicators: readonly IndicatorCode[];
}

function rankedBy(headings: readonly string[], matcher: Matcher): RankedBy {
  const said = headings.map((text) => matcher.read(namingWords(text)));
  const named = said.flatMap(({ indicator }) =>
    indicator.map(({ value }) => value),
  );
  return {
    changes: said.some(({ measure }) =>
      measure.some(({ value }) => value === "changeRank"),
    ),
    // 环境空气质量排名 is one by the index of all pollutants.
    indicators:
      named.length === 0 &&
      headings.some((text) =>
        /空气质量(?![^，,、和及]*[得评打积总]分)[^，,、和及]*(?:排名|排序|名次)/.test(
          text,
        ),
      )
        ? ["air.composite"]
        : named,
  };
}

/** 名次 before the figures ranks those the title speaks of, or the first of them; under 同比变化率排名 it ranks the changes. */
function leadingRank(
  column: ColumnSays,
  at: number,
  columns: readonly ColumnSays[],
  by: RankedBy,
): ColumnSays {
  if (column.kind !== "value" || column.measure?.value !== "rank")
    return column;
  if (column.facets.indicator.length > 0 || column.beside !== null)
    return column;
  if (columns.slice(0, at).some(({ kind }) => kind === "value")) return column;
  const figures = columns
    .slice(at + 1)
    .filter(({ measure }) => (measure?.value ?? "actual") === "actual");
  const ranked = figures.filter(({ facets }) =>
    by.indicators.some((code) => code === facets.indicator[0]?.value),
  );
  // 空气质量排名 over several pollutants and no index: by which, nobody says.
  const several = new Set(
    figures.map(({ facets }) => facets.indicator[0]?.value),
  );
  if (ranked.length === 0 && by.indicators.length > 0 && several.size > 1)
    return column;
  const [figure] = [...ranked, ...figures];
  const guess = figure?.facets.indicator[0];
  const measure =
    by.changes && !columns.some(ranksChange)
      ? { ...column.measure, value: "changeRank" as const }
      : column.measure;
  // Without names of their own the figures are those of the title, as the places are.
  return guess === undefined
    ? { ...column, measure }
    : {
        ...column,
        measure,
        beside: { ...guess, confidence: Math.min(guess.confidence, 0.9) },
        period: column.period ?? figure?.period ?? null,
      };
}

/**
 * 名次 behind 得分, or behind a sum that no list has (奖惩金额（万元）), ranks that
 * and so has no code either; before all figures it ranks the score where one
 * stands in the table and the title names nothing else.
 */
function ranksOfCodes(
  columns: readonly ColumnSays[],
  by: RankedBy,
): ColumnSays[] {
  return columns.map((column, at) =>
    isBareRank(column) && isOfOther(columns, at, by)
      ? { ...column, kind: "computed" }
      : column,
  );
}

function isBareRank({ kind, measure, facets, settled }: ColumnSays): boolean {
  return (
    kind === "value" &&
    settled === undefined &&
    (measure?.value === "rank" || measure?.value === "changeRank") &&
    facets.indicator.length === 0 &&
    facets.rest === ""
  );
}

function isOfOther(
  columns: readonly ColumnSays[],
  at: number,
  { indicators }: RankedBy,
): boolean {
  let figures = false;
  for (let left = at - 1; left >= 0; left -= 1) {
    const column = columns[left];
    if (column === undefined) break;
    if (isScore(column)) return true;
    const { kind, facets, measure, beside } = column;
    if (kind === "ordinal" || kind === "skip") continue;
    figures = true;
    if (kind !== "value") continue;
    if (measure !== null && measure.value !== "actual") continue;
    if (facets.indicator.length > 0 || beside !== null) return false;
    if (facets.rest !== "" && facets.unit.length > 0) return true;
  }
  return !figures && indicators.length === 0 && columns.some(isScore);
}

/** 得分, 考核得分（分）, 综合评分: points that somebody gave. */
function isScore({ head, facets }: ColumnSays): boolean {
  return (
    facets.indicator.length === 0 &&
    /(?:得分|总分|评分|打分|积分|考核分|成绩)$/.test(
      head.text.replace(/[（(][^（()）]*[)）]\s*$/, "").trim(),
    )
  );
}

function ranksChange({ measure }: ColumnSays): boolean {
  return measure?.value === "changeRank";
}

/** The periods of columns that only count: the days of a month, the months of a year. */
function calendarOf(
  table: Table,
  matcher: Matcher,
  around: readonly Period[],
): readonly (Guess<PeriodHint> | null)[] {
  const headers = table.columns.map(({ path }) => {
    const texts = path.map(({ text }) => namingWords(text));
    const outer = refined(texts.slice(0, -1), matcher).period[0] ?? null;
    return { texts, outer };
  });
  const corner = table.stubHeaders
    .flatMap((path) => path.map(({ text }) => text))
    .join(" ");
  return numberedPeriods(headers, around, corner);
}

function kindOf(
  facets: Facets,
  leaf: Facets | undefined,
  { texts, cells }: Pick<Read, "texts" | "cells">,
  matcher: Matcher,
): ColumnSays["kind"] {
  const text = texts.at(-1) ?? "";
  const role = leaf?.role ?? null;
  if (role === "ordinal") return "ordinal";
  if (role === "remark") return "skip";
  // 断流 among classes of water: how many were not measured.
  if (/^[\u4e00-\u9fff]{2,}$/.test(text) && matcher.placeholder(text) !== null)
    return "computed";
  // A row of units below the names says nothing of it.
  const said = texts[cells.findLastIndex(saysMore)] ?? "";
  if (isComputed(fold(normalise(said)))) return "computed";
  if (texts.slice(0, -1).some((outer) => namesMainPollutant(outer)))
    return "computed";
  if (role === "aggregate" && !namesTotal(facets)) return "aggregate";
  const silent =
    facets.indicator.length === 0 &&
    facets.measure.length === 0 &&
    facets.period.length === 0 &&
    facets.region.length === 0;
  if (isMoneySpent(facets) || isConcentrationOfEmitted(facets, text))
    return "skip";
  if (facets.measure.length === 0 && isOtherComparison(facets.rest))
    return "computed";
  // 联系电话, 责任单位: a field of some record, and no figure of a cross table.
  if (silent && text !== "" && (matcher.field(text)[0]?.confidence ?? 0) >= 0.9)
    return "skip";
  return "value";
}

/** 累计投入（万元）: money that works cost, which no list has. */
function isMoneySpent({ indicator, rest, unit }: Facets): boolean {
  return (
    indicator.length === 0 &&
    /元$/.test(unit[0]?.value ?? "") &&
    /投入|投资|资金|经费|预算|补[助贴]/.test(rest)
  );
}

/** 氨氮（mg/L）, 化学需氧量浓度: how much of it the water holds, which no list has; the lists know what is emitted. */
function isConcentrationOfEmitted(
  { indicator, unit }: Facets,
  text: string,
): boolean {
  const [stated] = unit;
  return (
    indicator.length > 0 &&
    indicator.every(({ value }) => value.startsWith("emis.")) &&
    (stated === undefined
      ? /浓度(?:均?值)?$/.test(text.trim())
      : stated.confidence >= CERTAIN && /g\/(?:L|m3)$/.test(stated.value))
  );
}

/** True when the total is an indicator of its own. */
function namesTotal(facets: Facets): boolean {
  const best = facets.indicator[0];
  return (
    best !== undefined && best.confidence >= 0.8 && /合计|总/.test(best.words)
  );
}

function absolutePeriod(facets: Facets): Guess<PeriodHint> | null {
  return facets.period.find(({ value }) => value.kind !== "relative") ?? null;
}

/** 去年排名 and 上年同期完成率 are of that year; 上年同期 beside a change says what it compares with. */
const ofItsOwnYear: ReadonlySet<Measure> = new Set<Measure>([
  "actual",
  "rank",
  "completion",
]);

/** 上年同期 names the measure, not another period; 当月 and 累计 name a period. */
function relativePeriod(
  facets: Facets,
  measure: Measure | null,
): Guess<PeriodHint> | null {
  const hint = facets.period[0];
  if (hint === undefined || hint.value.kind !== "relative") return null;
  if (
    hint.value.which === "lastYear" &&
    measure !== null &&
    !ofItsOwnYear.has(measure)
  )
    return null;
  // 占年度任务比例 is of what was done so far.
  if (hint.value.which === "year" && measure === "completion") return null;
  // 今年 beside 去年同期 is the time the sheet is of; 今年目标 is the year's.
  return hint.value.which === "year" &&
    measure !== "target" &&
    /^(?:今年|本年|当年)$/.test(hint.words)
    ? { ...hint, value: { kind: "relative", which: "current" } }
    : hint;
}

/** The indicator of the figures to the left, for words that only name a measure. */
function indicatorBeside(
  left: readonly ColumnSays[],
  facets: Facets,
  cells: readonly Facets[],
): Guess<IndicatorCode> | null {
  const measure = facets.measure[0]?.value;
  if (measure === undefined || !dependent.has(measure)) return null;
  if ((facets.indicator[0]?.confidence ?? 0) >= 0.8) return null;
  // 能源消费总量增速 is of what it names, whatever stands before it.
  if (
    /^增[速长幅]/.test(facets.measure[0]?.words ?? "") &&
    /[\u4e00-\u9fff]{2}/.test(facets.rest)
  )
    return null;
  if (
    cells.some(
      (cell) =>
        cell.rest.trim() !== "" &&
        // 能源消费总量增速 is of 能源消费, which nobody knows, and of nothing beside it.
        (cell.measure.length === 0 || isOwnChange(measure, cell.rest)),
    )
  )
    return null;
  const neighbour =
    (measure === "completion"
      ? doneOfTask(left.filter(({ kind }) => kind === "value"))
      : undefined) ?? left.findLast(({ kind }) => kind === "value");
  const guess =
    neighbour?.facets.indicator[0] ?? neighbour?.beside ?? undefined;
  const own = neighbour?.facets.indicator[0]?.confidence ?? 0;
  const best = own >= 0.8 ? guess : (neighbour?.beside ?? guess);
  return best === undefined || best === null
    ? null
    : { ...best, confidence: Math.min(best.confidence, 0.9) };
}

/** True for a change of something that its own words name. */
function isOwnChange(measure: Measure, rest: string): boolean {
  return (
    (measure === "change" || measure === "changeRate") &&
    /[\u4e00-\u9fff]{3,}/.test(rest)
  );
}

const noFigure = { of: null, sharesName: false } as const;

/** The nearest figure to the left that words which only name a measure are of. */
function figureBeside(
  left: readonly ColumnSays[],
  { facets, cells }: Pick<ColumnSays, "facets" | "cells">,
): Pick<ColumnSays, "of" | "sharesName"> {
  const measure = facets.measure[0]?.value;
  if (measure === undefined) return noFigure;
  if (facets.rest.trim() !== "") return noFigure;
  if (measure === "actual") return doneOf(left, facets);
  if (!dependent.has(measure)) return noFigure;
  const figures = left.filter(
    (column) => column.kind === "value" && !isOther(column.facets),
  );
  const is = (of: Measure) => (column: ColumnSays) =>
    (column.measure?.value ?? "actual") === of;
  const of =
    (measure === "completion" ? doneOfTask(figures) : undefined) ??
    figures.findLast(is("actual")) ??
    (measure === "completion" ? figures.findLast(is("target")) : undefined);
  if (of === undefined) return noFigure;
  const [parent, other] = [cells.at(-2), of.cells.at(-2)];
  return {
    of,
    sharesName:
      parent !== undefined &&
      parent === other &&
      parent.indicator.length > 0 &&
      (cells.at(-1)?.indicator.length ?? 0) === 0,
  };
}

/** Of 年度任务（台）, 已完成（台） and 完成容量（蒸吨） a 完成率 is of what the task counts. */
function doneOfTask(figures: readonly ColumnSays[]): ColumnSays | undefined {
  const named = (column: ColumnSays | undefined): IndicatorCode | undefined => {
    const [best] = column?.facets.indicator ?? [];
    return best !== undefined && best.confidence >= CERTAIN
      ? best.value
      : undefined;
  };
  const code = named(
    figures.findLast(({ measure }) => measure?.value === "target"),
  );
  return code === undefined
    ? undefined
    : figures.findLast(
        (column) =>
          (column.measure?.value ?? "actual") === "actual" &&
          named(column) === code,
      );
}

/** 截至本期完成 directly behind 年度任务 is what was done of it. */
function doneOf(
  left: readonly ColumnSays[],
  { indicator, measure, unit }: Facets,
): Pick<ColumnSays, "of" | "sharesName"> {
  const target = left.at(-1);
  return target?.kind === "value" &&
    target.measure?.value === "target" &&
    indicator.length === 0 &&
    unit.length === 0 &&
    /完成/.test(measure[0]?.words ?? "")
    ? { of: target, sharesName: false }
    : noFigure;
}

/** True for a change without a unit in the group of another one in %. */
function isDifference(index: number, columns: readonly Read[]): boolean {
  const here = columns[index];
  if (here === undefined || !isChange(here) || statesUnit(here)) return false;
  const leaf = here.texts.at(-1) ?? "";
  if (!/增减|变化|变动|升降|差/.test(leaf) || /率|幅|比例/.test(leaf))
    return false;
  return [index - 1, index + 1].some((at) => {
    const other = columns[at];
    return (
      other !== undefined &&
      sameGroup(here, other) &&
      isChange(other) &&
      statesUnit(other) &&
      other.facets.unit[0]?.value === "%"
    );
  });
}

/** 均值 beside 同比 below PM2.5: with no other figure in its group it sums nothing up, and is the figure. */
function isMeanOfGroup(index: number, columns: readonly Read[]): boolean {
  const here = columns[index];
  const group = here?.texts.slice(0, -1).join("\n") ?? "";
  if (here === undefined || group === "") return false;
  if (!/^(?:平均值?|均值|浓度均值)$/.test(here.texts.at(-1) ?? ""))
    return false;
  if ((refinedOuter(here)?.confidence ?? 0) < CERTAIN) return false;
  return columns.every(
    (column, at) =>
      at === index ||
      column.texts.slice(0, -1).join("\n") !== group ||
      column.facets.measure.length > 0,
  );
}

/** 小计 below 五类案件, beside its five kinds: what the group is called has a figure of its own. */
function isSumOfGroup(index: number, columns: readonly Read[]): boolean {
  const here = columns[index];
  if (here === undefined || !sums.test(here.texts.at(-1) ?? "")) return false;
  const whole = refinedOuter(here);
  if ((whole?.confidence ?? 0) < CERTAIN) return false;
  const group = here.texts.slice(0, -1).join("\n");
  const others = columns.filter(
    ({ texts }, at) => at !== index && texts.slice(0, -1).join("\n") === group,
  );
  return (
    others.length > 1 &&
    others.every(({ cells }) => {
      const [own] = cells.at(-1)?.indicator ?? [];
      return (
        own !== undefined &&
        own.confidence >= CERTAIN &&
        own.value !== whole?.value
      );
    })
  );
}

const sums = /^(?:合计|小计|总计|共计)$/;

/** 合计 below 年度任务户数, beside kinds that no list has (煤改电): the figure of the group. */
function isSumOfParts(
  index: number,
  columns: readonly Read[],
  parts: ReadonlySet<number>,
): boolean {
  const here = columns[index];
  const group = here?.texts.slice(0, -1).join("\n") ?? "";
  if (here === undefined || group === "") return false;
  if (!sums.test(here.texts.at(-1) ?? "")) return false;
  // 完成改造户数 is left to the title only where its words are all known.
  if (here.facets.rest !== "") return false;
  const others = columns.flatMap(({ texts }, at) =>
    at !== index && texts.slice(0, -1).join("\n") === group ? [at] : [],
  );
  return others.length > 1 && others.every((at) => parts.has(at));
}

/** The indicator that the levels above the nearest one name. */
function refinedOuter({ cells }: Read): Guess<IndicatorCode> | undefined {
  return cells.slice(0, -1).findLast(({ indicator }) => indicator.length > 0)
    ?.indicator[0];
}

/** False for a unit that the words only imply. */
function statesUnit({ facets }: Read): boolean {
  return (facets.unit[0]?.confidence ?? 0) >= CERTAIN;
}

function isChange({ facets }: Read): boolean {
  const measure = facets.measure[0]?.value;
  return measure === "change" || measure === "changeRate";
}

/** False for a unit or a dash. */
function saysMore(facets: Facets | undefined): boolean {
  return (
    facets !== undefined &&
    (facets.rest !== "" ||
      facets.indicator.length +
        facets.measure.length +
        facets.period.length +
        facets.region.length >
        0)
  );
}

/** True for a column of words nobody knows (差距): no figure to stand beside. */
function isOther({ rest, indicator, measure, period }: Facets): boolean {
  return rest !== "" && indicator.length + measure.length + period.length === 0;
}

interface Read {
  readonly texts: readonly string[];
  readonly cells: readonly Facets[];
  readonly facets: Facets;
}

/**
 * The period of the figures of the same group: 同比 beside 2018年 and 2019年 is
 * of 2019; beside 1—6月累计 it is of those months. Without dates, and for a
 * completion, the nearest figure to the left counts.
 */
function periodBeside(
  index: number,
  columns: readonly Read[],
  around: readonly Period[],
): Guess<PeriodHint> | null {
  const here = columns[index];
  if (here === undefined) return null;
  const found: Guess<PeriodHint>[] = [];
  for (const step of [-1, 1]) {
    for (let at = index + step; ; at += step) {
      const column = columns[at];
      if (column === undefined || !sameGroup(here, column)) break;
      const measure = column.facets.measure[0]?.value ?? "actual";
      const hint =
        absolutePeriod(column.facets) ?? relativePeriod(column.facets, measure);
      if (measure !== "actual" || isOther(column.facets)) continue;
      // A figure without a date is of the title's period, and so is what compares it.
      if (hint === null) return null;
      found.push(hint);
    }
    if (found.length > 0) break;
  }
  const [nearest] = found;
  if (nearest === undefined) return null;
  // 完成率 is of the figure it stands beside, whatever else is dated.
  if (here.facets.measure[0]?.value === "completion") return nearest;
  let latest: Guess<PeriodHint> = nearest;
  let last = endOf(nearest, around);
  for (const hint of found) {
    const end = endOf(hint, around);
    // Of 1-6月 on a sheet without a year nobody says whether 2023年 is later.
    if (end === null || last === null) return nearest;
    if (end > last) [latest, last] = [hint, end];
  }
  return latest;
}

/** 2023年同比 beside 2022年1-6月 and 2023年1-6月 is of those months; which it is of several spans of that year nobody says. */
function partOfYear(
  index: number,
  columns: readonly Read[],
  measure: Guess<Measure> | null,
  year: Guess<PeriodHint>,
): Guess<PeriodHint> | null {
  const here = columns[index];
  if (here === undefined || measure === null || !compares.has(measure.value))
    return null;
  const { value } = year;
  if (value.kind !== "period" || !/^\d{4}$/.test(value.code)) return null;
  const parts = new Map<string, Guess<PeriodHint>>();
  for (const column of columns) {
    if (column === here || !sameGroup(here, column)) continue;
    if ((column.facets.measure[0]?.value ?? "actual") !== "actual") continue;
    const hint = absolutePeriod(column.facets);
    if (hint?.value.kind !== "period") continue;
    if (hint.value.code === value.code) return null;
    if (isPartOf(hint.value.code, value.code)) parts.set(hint.value.code, hint);
  }
  const [only, other] = parts.values();
  if (only === undefined) return null;
  return other === undefined ? only : { ...year, confidence: 0.5 };
}

const compares: ReadonlySet<Measure> = new Set<Measure>([
  "change",
  "changeRate",
  "rank",
  "changeRank",
]);

function isPartOf(code: string, year: string): boolean {
  const [part, whole] = [parsePeriod(code), parsePeriod(year)];
  return (
    part !== null &&
    whole !== null &&
    whole.start <= part.start &&
    part.end <= whole.end
  );
}

/** True for PM2.5浓度较2020年下降（%）, which compares the figures it stands beside. */
function isCut({ indicator, base, period }: Facets): boolean {
  const [best] = indicator;
  return (
    best !== undefined &&
    best.value !== plainOf(best.value) &&
    base.length > 0 &&
    period.length === 0
  );
}

/** The indicator whose fall a `_cut` is. */
function plainOf(code: IndicatorCode): IndicatorCode {
  return code.replace(/_cut$/, "");
}

/** The day after a period on a sheet of those around; null where they do not settle it. */
function endOf(
  { value }: Guess<PeriodHint>,
  around: readonly Period[],
): number | null {
  const [found] =
    value.kind === "period"
      ? [parsePeriod(value.code)]
      : around.flatMap((period) => periodFrom(value, { period }) ?? []);
  return found?.end ?? null;
}

function sameGroup(a: Read, b: Read): boolean {
  // A unit or a dash between the levels parts no group.
  const parents = ({ texts, cells }: Read): string =>
    texts
      .slice(0, -1)
      .filter((_, at) => saysMore(cells[at]))
      .join("\n");
  if (parents(a) !== parents(b)) return false;
  // 完成率 below 氮氧化物 is of the 累计减排量 beside it, whatever the two words mean together.
  const named = ({ cells }: Read): boolean =>
    (cells.at(-1)?.indicator.length ?? 0) > 0;
  const [one, other] = [a.facets.indicator[0], b.facets.indicator[0]];
  return (
    one === undefined ||
    other === undefined ||
    plainOf(one.value) === plainOf(other.value) ||
    (parents(a) !== "" && (!named(a) || !named(b)))
  );
}

/**
 * 排名 after a change ranks the change when the figure itself is ranked
 * already, or when the table has no figure beside the change.
 */
function rankKinds(columns: readonly ColumnSays[]): ColumnSays[] {
  let indicator: string | undefined;
  let ranked = false;
  let figure = false;
  let changed = false;
  return columns.map((column) => {
    const own = column.facets.indicator[0];
    const code =
      own !== undefined && own.confidence >= 0.8
        ? own.value
        : (column.beside?.value ?? own?.value);
    if (code !== indicator) {
      indicator = code;
      [ranked, figure, changed] = [false, false, false];
    }
    const measure = column.measure?.value ?? "actual";
    if (measure === "change" || measure === "changeRate") changed = true;
    else if (measure === "actual")
      // The next figure (1-3月 beside 3月) has ranks of its own; 名次 before the first ranks that.
      [ranked, figure, changed] = [ranked && !figure, true, false];
    if (measure !== "rank" || column.measure === null) return column;
    if (column.settled?.measure !== undefined) return column;
    // 上月排名 behind 同比 is a rank of another time, and so is 去年排名.
    const another = column.facets.period.some(
      ({ value }) =>
        value.kind === "relative" &&
        (value.which === "lastMonth" || value.which === "lastYear"),
    );
    if (changed && !another && (ranked || !figure))
      return { ...column, measure: { ...column.measure, value: "changeRank" } };
    ranked = true;
    return column;
  });
}
