import type { Unmatched } from "../model/binding.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Guess, PeriodHint } from "../model/facets.ts";
import type { Indicator } from "../model/indicator.ts";
import { saysNational } from "../match/fixed-words.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { sumOfMonths } from "./header/figure-of-group.ts";
import { comesFromRow } from "./comes-from-row.ts";
import type { ResolveContext } from "./resolve-context.ts";
import { endsName } from "./indicator/names-subject.ts";
import { resolveIndicator } from "./resolve-indicator.ts";
import {
  chooseMeasure,
  isLevel,
  measureOf,
  unitOfMeasure,
} from "./resolve-measure.ts";
import { type ResolvedPeriod, resolvePeriod } from "./resolve-period-chain.ts";
import { tidyWords } from "./naming-words.ts";
import type { Surroundings } from "./surroundings.ts";
import { type Stated, statedUnit } from "./resolve-unit.ts";
import { sureUnit } from "./sure-unit.ts";
import type { RowName } from "./row-says.ts";

/** Something a person must be asked, and whose header it is about. */
export interface Doubt {
  readonly role: Unmatched["role"];
  readonly at: "column" | "row" | "table";
  readonly candidates: readonly string[];
}

export interface Doubted {
  readonly kind: "doubt";
  readonly doubt: Doubt;
}

/** A doubt about something. */
export function asked(
  role: Unmatched["role"],
  at: Doubt["at"],
  candidates: readonly string[] = [],
): Doubted {
  return { kind: "doubt", doubt: { role, at, candidates } };
}

/** What column and row say but for the period: worked out once for rows that differ in nothing else. */
type Named =
  | Doubted
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
  readonly #periods = new Map<
    Guess<PeriodHint> | null,
    Map<Guess<PeriodHint> | null, ResolvedPeriod>
  >();

  of(column: ColumnSays, row: RowName, context: ResolveContext): Named {
    let byName = this.#known.get(column);
    if (byName === undefined) {
      byName = new Map();
      this.#known.set(column, byName);
    }
    let named = byName.get(row);
    if (named === undefined) {
      named = nameCell(column, row, context);
      byName.set(row, named);
    }
    return named;
  }

  /** {@link resolvePeriod}, once for the columns of a row that say the same. */
  periodOf(
    column: Guess<PeriodHint> | null,
    row: Guess<PeriodHint> | null,
    surroundings: Surroundings,
  ): ResolvedPeriod {
    let byRow = this.#periods.get(column);
    if (byRow === undefined) {
      byRow = new Map();
      this.#periods.set(column, byRow);
    }
    let period = byRow.get(row);
    if (period === undefined) {
      period = resolvePeriod(column, row, surroundings);
      byRow.set(row, period);
    }
    return period;
  }
}

function nameCell(
  column: ColumnSays,
  row: RowName,
  context: ResolveContext,
): Named {
  const { catalog, surroundings } = context;
  const found = resolveIndicator(column, row, context);
  const unnamed = asked("indicator", found.at, found.candidates);
  if (found.guess === null) return unnamed;
  const indicator = catalog.indicators.get(found.guess.value);
  if (indicator === undefined || found.guess.confidence < CERTAIN)
    return unnamed;
  if (
    column.settled === undefined &&
    !addsUp.has(indicator.kind) &&
    sumOfMonths.test(column.head.text.trim())
  )
    return asked("indicator", "column", [indicator.code]);
  const said =
    found.measure === undefined
      ? measureOf(column, row, found.guess)
      : (found.measure[0] ?? null);
  const task =
    said === null && namesTask(column) && !indicator.code.startsWith("rect.");
  const measureGuess =
    said ??
    (task
      ? { value: "target" as const, confidence: 0.9, words: column.head.text }
      : null) ??
    (context.targets
      ? { value: "target" as const, confidence: 0.85, words: "" }
      : null);
  const chosen = chooseMeasure(
    measureGuess,
    column,
    row,
    indicator,
    catalog,
    endsName(column, found.guess.words),
  );
  if (
    isLevel(chosen.measure) &&
    indicator.unit !== "%" &&
    isShareOfSomething(column)
  )
    return asked("indicator", "column", [indicator.code]);
  if (chosen.confidence < CERTAIN)
    return asked(
      "measure",
      comesFromRow(column, row) ? "row" : "column",
      chosen.candidates,
    );
  const own = unitOfMeasure(chosen.measure, indicator);
  const first = statedUnit(chosen.measure, own, column, row, context);
  // 二氧化硫排放总量 in %: its cut against the base year.
  const cut =
    first.kind === "misfit" && first.unit === "%"
      ? catalog.indicators.get(`${indicator.code}_cut`)
      : undefined;
  const to = cut?.unit ?? own;
  const stated: Stated =
    cut === undefined ? first : { kind: "fits", unit: "%" };
  const variant = ofDust(indicator.code)
    ? ""
    : variantOf(column, row, surroundings);
  const words = measureGuess?.words ?? "";
  return {
    kind: "named",
    indicator: cut ?? indicator,
    chosen,
    stated,
    to,
    variant,
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

/** Kinds of figures of which 1-10月合计 is one too. */
const addsUp: ReadonlySet<Indicator["kind"]> = new Set<Indicator["kind"]>([
  "sum",
  "days",
]);

/** 任务数 beside 已完成, of works that are counted: their goal, where 整改任务 are not what is counted. */
function namesTask({ head }: ColumnSays): boolean {
  return /任务(?:总?数量?|总量|量)?\s*(?:[（(][^（()）]*[)）])?$/.test(
    tidyWords(head.text.trim()),
  );
}

/** The nearest variant that is named; who says 国考 says that the title's 省考 is not meant. */
function variantOf(
  column: ColumnSays,
  row: RowName,
  { title }: ResolveContext["surroundings"],
): string {
  const own = column.facets.variant[0] ?? row.facets.variant[0];
  if (own !== undefined) return own.value;
  const [around] = title.variant;
  if (around === undefined || bothTimes.test(title.text)) return "";
  const plain = [column.facets, row.facets, title].some(({ text }) =>
    saysNational(text),
  );
  return plain && around.value === provincial ? "" : around.value;
}

/** 剔除沙尘影响前后: a title that compares the two names neither. */
const bothTimes = /前[、和与及]?后/;

/** True for the days of dust themselves, of which none are left when dust is deducted. */
function ofDust(code: string): boolean {
  return code === "air.dust_days";
}

/** The variant that 国考 stands against. */
const provincial = "省考";

/** 占比（%） above or in the name of a count: no count, whatever stands below it. */
function isShareOfSomething({ cells }: ColumnSays): boolean {
  return cells.some(
    (cell) =>
      sureUnit(cell)?.value === "%" && shareWords.test(cell.text.trim()),
  );
}

const shareWords = /(?:比例|占比|比重)[（(【[]?[%％][）)】\]]?$/;
