import type {
  IndicatorCode,
  PeriodCode,
  RegionCode,
  UnitCode,
} from "../model/codes.ts";
import type { Facets, Guess } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Table } from "../model/table.ts";
import { withoutItemNumber } from "../match/item-number.ts";
import { provinceOf, saysOwnProvince } from "../match/own-province.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { toSimplified } from "../match/traditional.ts";
import { isMeta, isSignOff, withoutNumber } from "../table/line-words.ts";
import type { SheetContext } from "./bind-context.ts";
import { CERTAIN } from "./certain.ts";
import { finerPeriods } from "./finer-period.ts";
import { refined } from "./refined.ts";
import { liesIn } from "./region-tree.ts";
import { periodsAround, type StatedPeriod } from "./stated-periods.ts";
import { namesTargets, saysNothing, titleSays } from "./title-says.ts";

/** What title, meta lines, sheet name, file name and the user say about every cell of a table. */
export interface Surroundings {
  readonly region: Guess<RegionCode> | null;
  /** Nearest first. */
  readonly periods: readonly StatedPeriod[];
  /** Periods that compete for the nearest place; empty when one is clear. */
  readonly rivals: readonly PeriodCode[];
  /** Units of 单位 lines, in the order they stand. */
  readonly units: readonly Guess<UnitCode>[];
  /** The day the form was filled in, when it says so. */
  readonly filed: Period | null;
  /** The 单位 lines themselves, which may name exceptions. */
  readonly unitLines: readonly Facets[];
  /** The one base year that notes state (基准年为2020年); empty without one. */
  readonly notedBase: PeriodCode;
  /** True where a note says that negative figures are falls (负数为下降). */
  readonly negativeFalls: boolean;
  /** The titles; without any those of the tables above, or else the name of the sheet or the file that says what it is about. */
  readonly headings: readonly string[];
  /** The titles' words. */
  readonly title: Facets;
  /** The titles as they were read: what they say of every figure below. */
  readonly topic: Facets;
  /** The nearest title by itself: a table's own caption, below the title of the sheet. */
  readonly caption: Facets;
  /** What the caption names, read by itself. */
  readonly captioned: Facets | null;
  /** Periods that the titles give to single measures: 2021年现状、2025年目标. */
  readonly datedMeasures: ReadonlyMap<Measure, StatedPeriod>;
  /** True where the titles name targets: figures of which nobody says more are those. */
  readonly targets: boolean;
  /** The indicator of figures whose column and row name none: of the corner, the title, the sheet's or the file's name. */
  readonly subject: Guess<IndicatorCode> | null;
}

/** Template marks such as `{{报告期}}` say nothing. */
export function withoutMarks(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, " ").trim();
}

/** How a pivot table names the mean of a column; 求和项 and 计数项 of a concentration are no concentration. */
const pivotMean = /^平均值项\s*[:：]\s*/;

/** What a header or the name of a row says: without marks and without the number of `一、优良断面比例`. */
export function namingWords(text: string): string {
  const words = withoutMarks(text).replace(pivotMean, "");
  const plain = withoutNumber(words);
  return plain === "" ? words : withoutItemNumber(plain);
}

/** What a line around a table says, in simplified characters. */
function spoken(text: string): string {
  return toSimplified(withoutMarks(text));
}

/** Words without what only spreads or sets them off: quotes, blanks beside Chinese characters, traditional forms. */
export function tidyWords(text: string): string {
  return toSimplified(text)
    .replace(/["“”‘’「」『』]/g, "")
    .replace(/(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])/g, "");
}

/** The name of a file without folders and extension. */
function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z0-9]{1,5}$/, "");
}

const unitLine =
  /(?:^|[\s\u3000（(：:，,；;]|计量|浓度|金额|面积|数量)单位\s*[:：]\s*(.+)$/;
const exception =
  /^[（(]?除\s*(.+?)\s*(?:为|以|[:：])\s*(.+?)计?外[，,、]?\s*其[余他](?:污染物|指标|各项)?(?:浓度)?(?:均|都)?(?:为|以|是)?\s*(.+?)计?[）)]?$/;

/** 除CO为mg/m³外，其余为μg/m³ as μg/m³（CO为mg/m³）. */
function exceptLast(words: string): string {
  const [, name, other, unit] = exception.exec(words) ?? [];
  return name === undefined || other === undefined || unit === undefined
    ? words
    : `${unit}（${name}为${other}）`;
}

/** True for μg/m³（CO为mg/m³）, a line of nothing but units. */
function isUnits({ unit, rest, period, region, measure }: Facets): boolean {
  return (
    unit.length > 0 &&
    rest === "" &&
    period.length + region.length + measure.length === 0
  );
}

const filedBy =
  /(?:填报|上报|报送|填表|编制|制表)(?:单位|部门|机构)[^:：]*[:：]\s*([^ \u3000]+)/;
const areaLine = /(?:地区|行政区划|所属区划)\s*[:：]\s*([^ \u3000]+)/;
const periodLine =
  /(?:报告期|统计时间|统计期间?|数据期间?|时段|统计时段|数据时间|截[至止](?:时间|日期)|月份|年份|期间)\s*[:：]\s*([^\u3000]+?)(?:\s{2,}|$)/;
/** 时间：2024年1—6月; a day there may be that of filling in. */
const plainTime =
  /^[（(]?\s*(?:时间|日期|统计日期)\s*[:：]\s*([^\u3000]+?)(?:\s{2,}|[）)]?$)/;
const filedOn =
  /(?:填报|上报|报送|填表|编制|制表|调度|通报|印发)(?:时间|日期)[^:：]*[:：]\s*([^\u3000]+?)(?:\s{2,}|$)/;

const dayWords = /\d{4}年\d{1,2}月\d{1,2}日/;

/** Reads what stands around a table, nearest first: title, meta lines, sheet name, file name, assumptions. */
export function surroundingsOf(
  table: Table,
  context: SheetContext,
): Surroundings {
  const { matcher, assume } = context;
  const titles = table.title
    .map(({ text }) => spoken(text))
    .filter((text) => text !== "");
  const outer = table.outer.map(({ text }) => spoken(text));
  const outerTitles = outer.filter((text) => text !== "" && !isMeta(text));
  const metas = [
    ...table.meta.map(({ text }) => spoken(text)),
    ...outer.filter(isMeta),
  ];
  const sheetName = matcher.read(context.sheet.name);
  const fileName = matcher.read(baseName(context.file));
  const [headings = []] = [titles, outerTitles, nameTitles(context)].filter(
    (texts) => texts.length > 0,
  );
  const title = titleSays(headings, matcher);
  const outerTitle = titleSays(outerTitles, matcher);
  const caption = titleSays(headings.slice(-1), matcher);
  const [named] = caption.indicator;
  const stated = (pattern: RegExp): string[] =>
    metas.flatMap((text) => {
      const words = pattern.exec(text)?.[1]?.trim();
      return words === undefined || words === "" ? [] : [words];
    });
  const filer = [...stated(areaLine), ...stated(filedBy)].flatMap((text) =>
    matcher.read(text).region.slice(0, 1),
  );
  const region = nearestRegion(
    [
      title.region[0],
      filer[0],
      outerTitle.region[0],
      sheetName.region[0],
      fileName.region[0],
    ],
    assume?.region,
    context,
  );
  const lines = [
    ...stated(periodLine).map((text) => matcher.period(text)),
    ...stated(plainTime)
      .filter((text) => !dayWords.test(text))
      .map((text) => matcher.period(text)),
  ];
  const signed = table.notes.flatMap(({ text }) =>
    isSignOff(text) ? (dayWords.exec(text) ?? []).slice(0, 1) : [],
  );
  const filed = [...stated(filedOn), ...signed].flatMap((text) =>
    matcher.period(text).slice(0, 1),
  );
  const { periods, rivals, day } = periodsAround(
    { titles, lines, outerTitles, names: [sheetName.period, fileName.period] },
    filed[0],
    context,
  );
  const [nearestPeriod] = periods;
  const finer =
    nearestPeriod === undefined ||
    rivals.length > 0 ||
    assume?.period === nearestPeriod.period.code
      ? []
      : finerPeriods(
          nearestPeriod.period.code,
          {
            titles: [...titles, ...outerTitles],
            notes: table.notes.map(({ text }) => text),
            sheet: context.sheet.name,
            file: baseName(context.file),
          },
          matcher,
        );
  const units = stated(unitLine).flatMap((text) => {
    const whole = matcher.unit(text);
    return whole.length > 0 ? whole : matcher.read(`(${text})`).unit;
  });
  const unitLines = [...metas, ...titles].flatMap((text) => {
    const words = unitLine.exec(text)?.[1]?.trim() ?? "";
    const line = exceptLast(words === "" ? text : words);
    const read = matcher.read(`单位：${line}`);
    return words !== "" || isUnits(read) ? [read] : [];
  });
  return {
    region,
    periods,
    rivals: finer.length > 0 ? finer : rivals,
    filed: day,
    units: [...units, ...title.unit, ...outerTitle.unit],
    unitLines,
    notedBase: notedBase(table),
    negativeFalls: [...table.notes, ...table.title, ...table.meta].some(
      ({ text }) => negativeFalls.test(text),
    ),
    datedMeasures: datedMeasures(headings, context),
    headings,
    title,
    topic: refined(headings, matcher),
    caption,
    captioned: named === undefined ? null : matcher.read(named.words),
    targets: namesTargets(headings),
    subject: subjectOf(
      table,
      title,
      // Beside words of its own that nobody knows, the title of the sheet is not the table's.
      titles.every((text) => saysNothing(text, matcher)) ? outerTitle : null,
      context,
    ),
  };
}

/** What stands for a title where there is none: the nearer name of sheet and file that says something of figures, or both. */
function nameTitles({ matcher, sheet, file }: SheetContext): string[] {
  const names = [baseName(file), sheet.name];
  const saying = names.filter((text) => saysWhat(matcher.read(text)));
  return saying.length > 0 ? saying.slice(-1) : names;
}

/** True for words about figures: an indicator, a statistic, a base year or a version. */
function saysWhat({ indicator, measure, base, variant }: Facets): boolean {
  return indicator.length + measure.length + base.length + variant.length > 0;
}

const baseYear = /基准年(?:份|度)?(?:为|是|[:：])?\s*((?:19|20)\d{2})年?/g;

const negativeFalls =
  /(?:负[数值号]?|[-－−]|[“"'‘][-－−][”"'’])(?:均)?(?:为|表示|代表|即|是指?)(?:同比)?(?:下降|降低|减少)/;

function notedBase({ notes }: Table): PeriodCode {
  const years = new Set(
    notes.flatMap(({ text }) =>
      [...text.matchAll(baseYear)].map(([, year = ""]) => year),
    ),
  );
  const [first = ""] = years;
  return years.size === 1 ? first : "";
}

/** A title that gives each of several measures a period of its own dates the figures of those measures. */
function datedMeasures(
  titles: readonly string[],
  { matcher }: SheetContext,
): ReadonlyMap<Measure, StatedPeriod> {
  const none = new Map<Measure, StatedPeriod>();
  for (const title of titles) {
    const found = new Map<Measure, StatedPeriod>();
    for (const part of title.split(
      /[、，,；;（）()]|(?<=[年月\u4e00-\u9fff])[和与及](?=\d{4}年)/,
    )) {
      const { period, measure, indicator } = matcher.read(part);
      const [hint] = period;
      const [said] = measure;
      if (hint === undefined || said === undefined || indicator.length > 0)
        continue;
      const resolved = periodFrom(hint.value, {});
      if (hint.confidence < CERTAIN || said.confidence < CERTAIN) continue;
      if (resolved === null || found.has(said.value)) return none;
      found.set(said.value, {
        period: resolved,
        confidence: Math.min(hint.confidence, 0.9),
        words: hint.words,
      });
    }
    if (found.size > 1) return found;
  }
  return none;
}

function subjectOf(
  table: Table,
  title: Facets,
  outerTitle: Facets | null,
  { matcher, sheet, file }: SheetContext,
): Guess<IndicatorCode> | null {
  const sure = ({ indicator }: Facets): Guess<IndicatorCode>[] =>
    indicator.filter(({ confidence }) => confidence >= CERTAIN).slice(0, 1);
  const corner = table.stubHeaders.flatMap((path) =>
    sure(
      refined(
        path.map(({ text }) => withoutMarks(text)),
        matcher,
      ),
    ),
  );
  const names = [sheet.name, baseName(file)].flatMap((text) =>
    sure(titleSays([text], matcher)),
  );
  const named = title.indicator;
  const [best] = [
    ...corner,
    ...sure(title),
    ...(named.length === 0 && outerTitle !== null ? sure(outerTitle) : []),
    // A name that is none of the title's several indicators is of something else.
    ...names.filter(
      ({ value }) =>
        named.length === 0 || named.some((guess) => guess.value === value),
    ),
  ];
  return best ?? null;
}

/** The nearest region; a finer one farther away that lies in it is preferred, as on a form of the province filled by a city. */
function nearestRegion(
  guesses: readonly (Guess<RegionCode> | undefined)[],
  assumed: RegionCode | undefined,
  context: SheetContext,
): Guess<RegionCode> | null {
  const found = ownProvinces(
    guesses.filter((guess) => guess !== undefined),
    assumed,
    context,
  );
  const [title, filer] = guesses;
  if (
    title !== undefined &&
    filer !== undefined &&
    title.value !== filer.value &&
    liesIn(filer.value, title.value, context.catalog)
  )
    return { ...filer, confidence: Math.min(filer.confidence, 0.9) };
  const [nearest] = found;
  if (nearest !== undefined) return nearest;
  return assumed === undefined
    ? null
    : { value: assumed, confidence: 1, words: "" };
}

/** The guesses with 全省 as the province of the nearest place that is named otherwise. */
function ownProvinces(
  guesses: readonly Guess<RegionCode>[],
  assumed: RegionCode | undefined,
  { catalog }: SheetContext,
): readonly Guess<RegionCode>[] {
  const named = guesses.flatMap(({ value, words, confidence }) =>
    saysOwnProvince(words) || confidence < CERTAIN ? [] : [value],
  );
  const [province] = [
    ...named,
    ...(assumed === undefined ? [] : [assumed]),
  ].flatMap((place) => provinceOf(place, catalog) ?? []);
  return province === undefined
    ? guesses
    : guesses.map((guess) =>
        saysOwnProvince(guess.words) ? { ...guess, value: province } : guess,
      );
}
