import type { Catalog } from "../model/catalog.ts";
import { type Decimal, decimalOf, trimDecimal } from "../model/decimal.ts";
import {
  compareFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  negateFraction,
  ratioOf,
  signOf,
  subtractFractions,
} from "../model/fraction.ts";
import { parsePeriod, sameLastYear } from "../model/period.ts";
import type { Lines } from "../table/lines.ts";
import type { ColumnSays } from "./column-says.ts";
import { comesFromRow } from "./comes-from-row.ts";
import type { CrossPlanner } from "./cross-planner.ts";
import type { Resolved } from "./resolve-cell.ts";
import type { RowSays } from "./row-says.ts";

/** What the words 同比 leave open. */
type Compared = "change" | "changeRate";

/** A figure, what it changed by, and last year's where the table has it. */
interface Trio {
  readonly figure: Decimal;
  readonly before: Decimal | null;
  readonly change: Decimal;
}

/**
 * Tells from the figures themselves whether 同比 without a unit is a difference
 * or a rate in %: beside this year's and last year's figure one of the two must
 * come out, and of things that are counted a rate must lead back to a whole
 * number of them. One figure that fits neither leaves it open.
 */
export class ComparedFigures {
  readonly #columns: readonly ColumnSays[];
  readonly #rows: readonly RowSays[];
  readonly #planner: CrossPlanner;
  readonly #lines: Lines;
  readonly #units: Catalog["units"];
  readonly #known = new Map<string, Compared | null>();

  constructor(
    columns: readonly ColumnSays[],
    rows: readonly RowSays[],
    planner: CrossPlanner,
    lines: Lines,
    { units }: Pick<Catalog, "units">,
  ) {
    this.#columns = columns;
    this.#rows = rows;
    this.#planner = planner;
    this.#lines = lines;
    this.#units = units;
  }

  /** What the changes of a column (or of the rows of one name, where the row says 同比) of figures in one unit are; null where that stays open. */
  settle(
    column: ColumnSays,
    row: RowSays,
    { indicator }: Resolved,
  ): Compared | null {
    const ofRow = comesFromRow(column, row.rest);
    const key = ofRow
      ? `row ${row.head.text} ${indicator.unit}`
      : `column ${column.column} ${indicator.unit}`;
    let settled = this.#known.get(key);
    if (settled === undefined) {
      const whole =
        indicator.kind === "days" ||
        this.#units.get(indicator.unit)?.dimension === "count";
      settled = verdict(
        ofRow
          ? this.#besideRows(row, indicator.unit)
          : this.#besideColumns(column, indicator.unit),
        whole,
      );
      this.#known.set(key, settled);
    }
    return settled;
  }

  #besideColumns(column: ColumnSays, unit: string): Trio[] {
    const at = this.#columns.indexOf(column);
    return this.#rows.flatMap((row) => {
      const change = this.#openAt(at, row, unit);
      if (change === null) return [];
      return this.#trioOf(
        change,
        { row: row.row, column: column.column },
        this.#columns.map((_, index) => ({ at: index, row })),
      );
    });
  }

  #besideRows(row: RowSays, unit: string): Trio[] {
    const same = this.#rows.filter(({ head }) => head.text === row.head.text);
    return same.flatMap((compared) => {
      const place = compared.region?.value;
      const others = this.#rows.filter(({ region }) => region?.value === place);
      return this.#columns.flatMap((column, at) => {
        const change = this.#openAt(at, compared, unit);
        if (change === null) return [];
        return this.#trioOf(
          change,
          { row: compared.row, column: column.column },
          others.map((other) => ({ at, row: other })),
        );
      });
    });
  }

  /** The crossing of a row and the column at a place, where it is such a change. */
  #openAt(at: number, row: RowSays, unit: string): Resolved | null {
    const resolved = this.#resolvedAt(at, row);
    if (resolved === null || resolved.measureOpen === false) return null;
    return resolved.indicator.unit === unit ? resolved : null;
  }

  #resolvedAt(at: number, row: RowSays): Resolved | null {
    const column = this.#columns[at];
    if (column?.kind !== "value") return null;
    if (row.computed || row.skip === true || row.aggregate) return null;
    const { period } = row.rest;
    if (period?.value.kind === "relative" && period.value.which === "open")
      return null;
    const plan = this.#planner.planAt(
      at,
      column,
      this.#planner.plansOf(row.rest),
    );
    return plan.kind === "resolved" ? plan.cells.resolved : null;
  }

  /** The figures a change at a cell is of, from the crossings beside it. */
  #trioOf(
    changed: Resolved,
    cell: { readonly row: number; readonly column: number },
    beside: readonly { readonly at: number; readonly row: RowSays }[],
  ): Trio[] {
    const change = this.#numberAt(cell.row, cell.column);
    if (change === null) return [];
    const before = lastYearOf(changed);
    let figure: Decimal | null = null;
    let last: Decimal | null = null;
    for (const { at, row } of beside) {
      const other = this.#resolvedAt(at, row);
      if (other === null || !isOfSame(other, changed)) continue;
      // 万元 beside 元 is no sum to be done here.
      if (other.stated !== null && other.stated !== other.to) continue;
      const now = other.period === changed.period;
      const number = (): Decimal | null =>
        this.#numberAt(row.row, this.#columns[at]?.column ?? -1);
      if (other.measure === "actual" && now) figure ??= number();
      else if (
        (other.measure === "previous" && now) ||
        (other.measure === "actual" && other.period === before)
      )
        last ??= number();
    }
    return figure === null ? [] : [{ figure, before: last, change }];
  }

  #numberAt(row: number, column: number): Decimal | null {
    const cell = this.#lines.cellAt(row, column);
    const text = cell?.raw.trim() ?? "";
    return cell !== undefined &&
      (cell.type === "number" || cell.type === "text") &&
      /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
      ? trimDecimal(decimalOf(Number(text)))
      : null;
  }
}

function isOfSame(a: Resolved, b: Resolved): boolean {
  return (
    a.indicator === b.indicator && a.variant === b.variant && a.base === b.base
  );
}

function lastYearOf({ period }: Resolved): string | null {
  const parsed = parsePeriod(period);
  return parsed === null ? null : (sameLastYear(parsed)?.code ?? null);
}

/** Rates that lead to whole numbers by chance this often say nothing. */
const byChance = 0.01;

function verdict(trios: readonly Trio[], whole: boolean): Compared | null {
  let changes = 0;
  let rates = 0;
  let either = 0;
  let chance = 1;
  for (const trio of trios) {
    if (trio.before === null && !whole) continue;
    // None then and none now: that is no change and no rate.
    if (trio.figure.digits === 0n && trio.change.digits === 0n) continue;
    const change =
      trio.before === null ? mayDiffer(trio) : isDifference(trio, trio.before);
    const rate =
      trio.before === null
        ? leadsToWhole(trio)
        : isRate(trio, fractionOf(trio.before));
    if (!change && !rate) return null;
    if (rate) chance *= chanceOf(trio);
    if (change && rate) {
      // Nothing changed: that is so of both.
      if (trio.change.digits !== 0n) either += 1;
    } else if (change) changes += 1;
    else rates += 1;
  }
  if (changes > 0 && rates > 0) return null;
  if (changes > either) return "change";
  return rates > 0 && chance <= byChance ? "changeRate" : null;
}

/** How often any rate would lead back to a whole number that was not there to be led to. */
function chanceOf({ figure, before, change }: Trio): number {
  if (before !== null) return 0;
  const now = Number(figure.digits);
  const last = now / (1 + Number(change.digits) / 10 ** change.scale / 100);
  const width = now === 0 ? 1 : (last * last) / now / 10 ** change.scale / 100;
  return Math.min(1, width);
}

const two = ratioOf(2, 1);
const hundred = ratioOf(100, 1);

/** True where two figures are the same but for the rounding of the second. */
function isRounded(exact: Fraction, written: Decimal): boolean {
  const off = subtractFractions(exact, fractionOf(written));
  const size = signOf(off) < 0 ? negateFraction(off) : off;
  const ulp = fractionOf({ digits: 1n, scale: written.scale });
  return compareFractions(multiplyFractions(size, two), ulp) <= 0;
}

function isDifference({ figure, change }: Trio, before: Decimal): boolean {
  return isRounded(
    subtractFractions(fractionOf(figure), fractionOf(before)),
    change,
  );
}

function isRate({ figure, change }: Trio, before: Fraction): boolean {
  const rise = divideFractions(
    subtractFractions(fractionOf(figure), before),
    before,
  );
  return rise !== null && isRounded(multiplyFractions(rise, hundred), change);
}

/** Of counts: last year's would have been a whole number, and none below 0. */
function mayDiffer({ figure, change }: Trio): boolean {
  if (figure.scale > 0 || change.scale > 0) return false;
  return figure.digits - change.digits >= 0n;
}

/** Of counts: some whole number of last year makes the rate, as it is rounded. */
function leadsToWhole(trio: Trio): boolean {
  const { figure, change } = trio;
  if (figure.scale > 0) return false;
  const divisor = 1 + Number(change.digits) / 10 ** change.scale / 100;
  if (divisor <= 0) return figure.digits === 0n && isMinusHundred(change);
  const near = Math.round(Number(figure.digits) / divisor);
  return [near - 1, near, near + 1].some(
    (before) => before > 0 && isRate(trio, ratioOf(before, 1)),
  );
}

function isMinusHundred({ digits, scale }: Decimal): boolean {
  return scale === 0 && digits === -100n;
}
