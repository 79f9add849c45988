import type { IndicatorCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import type { Measure } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { HeaderText, Table } from "../model/table.ts";
import type { Matcher } from "../match/matcher.ts";
import { refined } from "./refined.ts";
import { withoutMarks } from "./surroundings.ts";

/** What the header of one body column says. */
export interface ColumnSays {
  readonly column: number;
  /** The nearest header cell; an empty text in the last header row when there is none. */
  readonly head: HeaderText;
  readonly words: string;
  readonly facets: Facets;
  /** `skip`: remarks and columns of record fields that hold no figures. */
  readonly kind: "value" | "ordinal" | "aggregate" | "skip";
  /** From the column to the left, for a rank or a change that names no indicator itself. */
  readonly beside: Guess<IndicatorCode> | null;
  /** Stated by the header, or by the figures it stands beside. */
  readonly period: Guess<PeriodHint> | null;
  /** True when a target stands to the left that a 完成率 may be of. */
  readonly afterTarget: boolean;
  readonly measure: Guess<Measure> | null;
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

/** Reads the headers of the body columns from left to right. */
export function readColumns(table: Table, matcher: Matcher): ColumnSays[] {
  const read = table.columns.map(({ column, path }) => {
    const texts = path.map(({ text }) => withoutMarks(text));
    const cells = texts.map((text) => matcher.read(text));
    const facets = refined(texts, matcher);
    const head = path.at(-1) ?? {
      text: "",
      row: table.headerRows.bottom,
      column,
    };
    return { column, path, texts, cells, facets, head };
  });
  const says: ColumnSays[] = [];
  read.forEach((here, index) => {
    const { column, facets, head } = here;
    const measure = facets.measure[0] ?? null;
    const leaf = here.cells.at(-1);
    const kind = kindOf(facets, leaf, here.texts.at(-1) ?? "", matcher);
    const ownPeriod = absolutePeriod(facets);
    says.push({
      column,
      head,
      words: here.texts.join(" "),
      facets,
      kind,
      beside:
        kind === "value" ? indicatorBeside(says, facets, here.cells) : null,
      period:
        ownPeriod ??
        relativePeriod(facets, measure?.value ?? null) ??
        (measure !== null && dependent.has(measure.value)
          ? periodBeside(index, read)
          : null),
      afterTarget:
        says.findLast(({ measure: left }) => left?.value === "target") !==
        undefined,
      measure,
    });
  });
  return rankKinds(says);
}

function kindOf(
  facets: Facets,
  leaf: Facets | undefined,
  text: string,
  matcher: Matcher,
): ColumnSays["kind"] {
  const role = leaf?.role ?? null;
  if (role === "ordinal") return "ordinal";
  if (role === "remark") return "skip";
  if (role === "aggregate" && !namesTotal(facets)) return "aggregate";
  const silent =
    facets.indicator.length === 0 &&
    facets.measure.length === 0 &&
    facets.period.length === 0 &&
    facets.region.length === 0;
  // 联系电话, 责任单位: a field of some record, and no figure of a cross table.
  if (silent && text !== "" && (matcher.field(text)[0]?.confidence ?? 0) >= 0.9)
    return "skip";
  return "value";
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

/** 上年同期 names the measure, not another period; 当月 and 累计 name a period. */
function relativePeriod(
  facets: Facets,
  measure: Measure | null,
): Guess<PeriodHint> | null {
  const hint = facets.period[0];
  if (hint === undefined || hint.value.kind !== "relative") return null;
  return hint.value.which === "lastYear" &&
    measure !== null &&
    measure !== "actual"
    ? null
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
  if (
    cells.some((cell) => cell.rest.trim() !== "" && cell.measure.length === 0)
  )
    return null;
  const neighbour = left.findLast(({ kind }) => kind === "value");
  const guess =
    neighbour?.facets.indicator[0] ?? neighbour?.beside ?? undefined;
  const own = neighbour?.facets.indicator[0]?.confidence ?? 0;
  const best = own >= 0.8 ? guess : (neighbour?.beside ?? guess);
  return best === undefined || best === null
    ? null
    : { ...best, confidence: Math.min(best.confidence, 0.9) };
}

interface Read {
  readonly texts: readonly string[];
  readonly facets: Facets;
}

/**
 * The period of the figures of the same group: 同比 beside 2018年 and 2019年 is
 * of 2019; beside 1—6月累计 it is of those months. Without dates the nearest
 * figure to the left counts.
 */
function periodBeside(
  index: number,
  columns: readonly Read[],
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
      if (measure === "actual" && hint !== null) found.push(hint);
    }
    if (found.length > 0) break;
  }
  const [nearest] = found;
  if (nearest === undefined) return null;
  let latest: Guess<PeriodHint> = nearest;
  for (const hint of found) if (endOf(hint) > endOf(latest)) latest = hint;
  return latest;
}

function endOf({ value }: Guess<PeriodHint>): number {
  return value.kind === "period" ? (parsePeriod(value.code)?.end ?? 0) : 0;
}

function sameGroup(a: Read, b: Read): boolean {
  const parents = ({ texts }: Read): string => texts.slice(0, -1).join("\n");
  if (parents(a) !== parents(b)) return false;
  const [one, other] = [a.facets.indicator[0], b.facets.indicator[0]];
  return one === undefined || other === undefined || one.value === other.value;
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
    else if (measure === "actual") figure = true;
    if (measure !== "rank" || column.measure === null) return column;
    if (changed && (ranked || !figure))
      return { ...column, measure: { ...column.measure, value: "changeRank" } };
    ranked = true;
    return column;
  });
}
