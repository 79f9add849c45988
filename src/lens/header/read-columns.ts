import type { Guess, PeriodHint } from "../../model/facets.ts";
import type { Measure } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import type { HeaderText, Table } from "../../model/table.ts";
import type { Matcher } from "../../match/matcher.ts";
import type { ColumnSays } from "../column-says.ts";
import { partColumns } from "../part-columns.ts";
import { monthsAround } from "../period/months-around.ts";
import { yearsOfMonths } from "../period/years-of-months.ts";
import type { Settled } from "../settled.ts";
import { namingWords } from "../naming-words.ts";
import type { Surroundings } from "../surroundings.ts";
import { columnKind } from "./column-kind.ts";
import { dependent } from "./dependent-measures.ts";
import { isDifference } from "./difference-column.ts";
import { doneUntil } from "./done-until.ts";
import { figureBeside, noFigure } from "./figure-beside.ts";
import { isFigureOfGroup } from "./figure-of-group.ts";
import { indicatorBeside } from "./indicator-beside.ts";
import { leadingRank } from "./leading-rank.ts";
import { type NamedHeads, namedHeads } from "./named-heads.ts";
import { absolutePeriod, relativePeriod } from "./own-period.ts";
import { partOfYear } from "./part-of-year.ts";
import { isCut, periodBeside } from "./period-beside.ts";
import { rankedBy } from "./ranked-by.ts";
import { rankKinds } from "./rank-kinds.ts";
import { withoutRanksOfOthers } from "./ranks-of-others.ts";
import { readHeads, type StandingHead } from "./read-heads.ts";
import { latestYear, sameTime } from "./same-time.ts";
import { onlyDay, untilDay } from "./until-day.ts";

/** Reads the headers of the body columns from left to right, below the titles and the periods of the surroundings, nearest first. */
export function readColumns(
  table: Table,
  matcher: Matcher,
  { headings, periods: stated }: Pick<Surroundings, "headings" | "periods">,
  said: (head: HeaderText) => Settled | undefined = () => undefined,
): ColumnSays[] {
  const around = stated.map(({ period }) => period);
  const named = namedHeads(
    readHeads(table, matcher, around, said),
    headings,
    table.meta.map(({ text }) => text),
    matcher,
  );
  const { heads } = named;
  const parts = partColumns(heads);
  const latest = latestYear(heads, around);
  const headless = table.columns.every(({ path }) => path.length === 0);
  const says: ColumnSays[] = [];
  heads.forEach((here, index) => {
    const { column, cells, facets, head, settled } = here;
    const ofSameTime = sameTime(here, latest);
    const measure = ofSameTime ?? facets.measure[0] ?? null;
    const kind = kindOf(index, named, parts, matcher);
    says.push({
      column,
      head,
      words: here.texts.join(" "),
      facets,
      cells,
      headless,
      kind,
      absolute: kind === "value" && isDifference(index, heads),
      ...(kind === "value" ? figureBeside(says, here) : noFigure),
      beside: kind === "value" ? indicatorBeside(says, facets, cells) : null,
      period: periodOf(
        index,
        heads,
        { value: measure, ofSameTime: ofSameTime !== null },
        around,
      ),
      afterTarget:
        says.findLast(({ measure: left }) => left?.value === "target") !==
        undefined,
      measure,
      ...(settled === undefined ? {} : { settled }),
    });
  });
  const day = onlyDay(heads);
  const by = rankedBy(headings, matcher);
  const dated = yearsOfMonths(
    withoutRanksOfOthers(says, by),
    monthsAround(headings.map(namingWords), stated, matcher),
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

function kindOf(
  index: number,
  { heads, unlistedClasses, unlistedWork }: NamedHeads,
  parts: ReadonlySet<number>,
  matcher: Matcher,
): ColumnSays["kind"] {
  const here = heads[index];
  if (here?.settled !== undefined)
    return here.settled.skip === true ? "skip" : "value";
  if (here === undefined) return "skip";
  if (parts.has(index) || unlistedWork.has(index)) return "computed";
  if (unlistedClasses.has(index)) return "skip";
  const own = columnKind(here, matcher);
  return own === "aggregate" && isFigureOfGroup(index, heads, parts)
    ? "value"
    : own;
}

/** What a person said, else the header's own date, else its 当月 or 累计, else the date of the figures beside it. */
function periodOf(
  index: number,
  heads: readonly StandingHead[],
  {
    value: measure,
    ofSameTime,
  }: { readonly value: Guess<Measure> | null; readonly ofSameTime: boolean },
  around: readonly Period[],
): Guess<PeriodHint> | null {
  const here = heads[index];
  if (here === undefined) return null;
  const { facets, settled } = here;
  const own =
    settled?.period !== undefined
      ? (facets.period[0] ?? null)
      : ofSameTime
        ? null
        : absolutePeriod(facets);
  if (own !== null)
    return settled === undefined
      ? (partOfYear(index, heads, measure, own) ?? own)
      : own;
  return (
    (ofSameTime ? null : relativePeriod(facets, measure?.value ?? null)) ??
    ((measure !== null && dependent.has(measure.value)) || isCut(facets)
      ? periodBeside(index, heads, around)
      : null)
  );
}
