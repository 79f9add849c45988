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
import { toSimplified } from "../match/traditional.ts";
import { isMeta } from "../table/line-words.ts";
import { datedMeasures } from "./around/dated-measures.ts";
import { baseName, nameTitles } from "./around/name-titles.ts";
import { nearestRegion } from "./around/nearest-region.ts";
import { filedDay, filersOf, periodLines } from "./around/stated-lines.ts";
import { tableSubject } from "./around/table-subject.ts";
import { unitLines, unitsOfLines } from "./around/unit-lines.ts";
import { notedBase, saysNegativeFalls } from "./around/what-notes-say.ts";
import type { SheetContext } from "./bind-context.ts";
import { finerPeriods } from "./finer-period.ts";
import { withoutMarks } from "./naming-words.ts";
import { refined } from "./refined.ts";
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

/** What a line around a table says, in simplified characters. */
function spoken(text: string): string {
  return toSimplified(withoutMarks(text));
}

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
  const [filer] = filersOf(metas, matcher);
  const region = nearestRegion(
    [
      title.region[0],
      filer,
      outerTitle.region[0],
      sheetName.region[0],
      fileName.region[0],
    ],
    assume?.region,
    context.catalog,
  );
  const { periods, rivals, day } = periodsAround(
    {
      titles,
      lines: periodLines(metas, matcher),
      outerTitles,
      names: [sheetName.period, fileName.period],
    },
    filedDay(metas, table.notes, matcher),
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
  return {
    region,
    periods,
    rivals: finer.length > 0 ? finer : rivals,
    filed: day,
    units: [...unitsOfLines(metas, matcher), ...title.unit, ...outerTitle.unit],
    unitLines: unitLines([...metas, ...titles], matcher),
    notedBase: notedBase(table),
    negativeFalls: [...table.notes, ...table.title, ...table.meta].some(
      ({ text }) => saysNegativeFalls(text),
    ),
    datedMeasures: datedMeasures(headings, matcher),
    headings,
    title,
    topic: refined(headings, matcher),
    caption,
    captioned: named === undefined ? null : matcher.read(named.words),
    targets: namesTargets(headings),
    subject: tableSubject(
      table,
      title,
      // Beside words of its own that nobody knows, the title of the sheet is not the table's.
      titles.every((text) => saysNothing(text, matcher)) ? outerTitle : null,
      context,
    ),
  };
}
