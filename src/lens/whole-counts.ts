import { kind } from "../model/cell-kind.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Measure } from "../model/observation.ts";
import type { Lines } from "../table/lines.ts";
import type { ColumnSays } from "./column-says.ts";
import type { Resolved } from "./resolve-cell.ts";
import type { RowRest, RowSays } from "./row-says.ts";
import { readClass } from "./water-class.ts";

/** One broken figure among more than this many is an average, or a slip. */
const oneIn = 4;

/** Measures of things that were or are to be counted; a forecast may be worked out. */
const counted: ReadonlySet<Measure> = new Set<Measure>([
  "actual",
  "target",
  "previous",
]);

/** Rounding of doubles, as of a sum worked out by the sheet. */
const nearly = 1e-6;

/**
 * Things are counted in whole numbers. A column of 37.5 and 24.5 that was
 * taken for one of 断面数 holds shares, or thousands, or something else; and of
 * the classes of water beside each other all hold what one of them does.
 */
export class WholeCounts {
  readonly #columns: readonly ColumnSays[];
  readonly #rows: readonly RowSays[];
  readonly #lines: Lines;
  readonly #units: Catalog["units"];
  readonly #indicators: Catalog["indicators"];
  #byRest: Map<RowRest, number[]> | null = null;
  /** By the outer words of classes of water: whether some column of them is broken. */
  readonly #groups = new Map<string, boolean>();

  constructor(
    columns: readonly ColumnSays[],
    rows: readonly RowSays[],
    lines: Lines,
    { units, indicators }: Catalog,
  ) {
    this.#columns = columns;
    this.#rows = rows;
    this.#lines = lines;
    this.#units = units;
    this.#indicators = indicators;
  }

  /** True where the figures of a column and its rows of one kind are no counts, whatever their headers say. */
  contradict(
    { indicator, measure, stated, to }: Resolved,
    column: ColumnSays,
    rest: RowRest,
  ): boolean {
    if (!this.#counts(indicator.code)) return false;
    if (!counted.has(measure) || (stated !== null && stated !== to))
      return false;
    return (
      this.#isBroken(column.column, this.#rowsOf(rest)) ||
      (isClass(column) && this.#besideBroken(column))
    );
  }

  #counts(code: string): boolean {
    const unit = this.#indicators.get(code)?.unit ?? "";
    return this.#units.get(unit)?.dimension === "count";
  }

  #besideBroken(column: ColumnSays): boolean {
    const outer = outerOf(column);
    let broken = this.#groups.get(outer);
    if (broken === undefined) {
      const rows = [...new Set(this.#rows.map(({ rest }) => rest))].flatMap(
        (rest) => this.#rowsOf(rest),
      );
      broken = this.#columns.some(
        (other) =>
          other.kind === "value" &&
          outerOf(other) === outer &&
          isClass(other) &&
          this.#counts(other.facets.indicator[0]?.value ?? "") &&
          this.#isBroken(other.column, rows),
      );
      this.#groups.set(outer, broken);
    }
    return broken;
  }

  #isBroken(column: number, rows: readonly number[]): boolean {
    const { cells } = this.#lines;
    let numbers = 0;
    let broken = 0;
    for (const row of rows) {
      const at = this.#lines.indexAt(row, column);
      if (at < 0 || cells.kinds[at] !== kind.number) continue;
      const value = cells.numberAt(at);
      numbers += 1;
      if (Math.abs(value - Math.round(value)) <= nearly) continue;
      // 0.0"万户" says itself what it holds.
      if (!/"|,$/.test(cells.formatOf(cells.styles[at] ?? 0))) broken += 1;
    }
    return broken > 0 && broken * oneIn >= numbers;
  }

  #rowsOf(rest: RowRest): readonly number[] {
    if (this.#byRest === null) {
      this.#byRest = new Map();
      for (const { row, rest: own, aggregate } of this.#rows) {
        if (aggregate) continue;
        const rows = this.#byRest.get(own);
        if (rows === undefined) this.#byRest.set(own, [row]);
        else rows.push(row);
      }
    }
    return this.#byRest.get(rest) ?? [];
  }
}

/** True for Ⅲ类: a class of water beside others, which states no unit. */
function isClass({ head, facets }: ColumnSays): boolean {
  return facets.unit.length === 0 && readClass(head.text) !== null;
}

/** The words above the nearest header of a column. */
function outerOf({ words, head }: ColumnSays): string {
  return words.slice(0, Math.max(0, words.length - head.text.length));
}
