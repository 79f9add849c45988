import type { Catalog } from "../model/catalog.ts";
import type { IndicatorKind } from "../model/indicator.ts";
import { liesBelow } from "../model/lies-in.ts";
import { cellRef } from "../model/sheet.ts";
import type { Matcher } from "../match/matcher.ts";
import type { Lines } from "../table/lines.ts";
import type { SheetContext } from "./bind-context.ts";
import {
  checkTotal,
  type Covered,
  type TotalCheck,
  type TotalKind,
  writtenNumber,
} from "./check-totals.ts";
import type { ColumnSays } from "./column-says.ts";
import type { CrossPlanner } from "./cross-planner.ts";

import type { Resolved } from "./resolve-cell.ts";
import { isLevel } from "./resolve-measure.ts";
import type { RowSays } from "./row-says.ts";

/** A total as it was checked, where it stands. */
interface Checked {
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly stated: string;
  readonly kind: TotalKind;
  readonly check: TotalCheck;
}

/**
 * Holds the nameless totals of a cross table against what they cover, and
 * reports those that are another number. What a total covers is not said: it is
 * right where it is the sum (or the plain mean) of the rows above it up to the
 * last total, of those below it, or of all, cities without their counties or
 * counties without their cities; a column of totals of those of its group, or
 * of the places or times beside it. Where none of several totals in a line is
 * right, that is no line over these figures, and nothing is said.
 */
export class CrossTotals {
  readonly #columns: readonly ColumnSays[];
  readonly #rows: readonly RowSays[];
  readonly #planner: CrossPlanner;
  readonly #lines: Lines;
  readonly #matcher: Matcher;
  readonly #catalog: Pick<Catalog, "regions">;
  readonly #report: SheetContext["report"];

  constructor(
    columns: readonly ColumnSays[],
    rows: readonly RowSays[],
    planner: CrossPlanner,
    { lines, matcher, catalog, report }: SheetContext,
  ) {
    this.#columns = columns;
    this.#rows = rows;
    this.#planner = planner;
    this.#lines = lines;
    this.#matcher = matcher;
    this.#catalog = catalog;
    this.#report = report;
  }

  check(): void {
    this.#rows.forEach((row, at) => {
      const kind = kindOfWords(row.head.text);
      if (row.aggregate && kind !== null && row.skip !== true)
        this.#say(this.#checkRow(row, at, kind));
    });
    this.#columns.forEach((column, at) => {
      const kind = kindOfWords(column.head.text);
      if (column.kind === "aggregate" && kind !== null)
        this.#say(this.#checkColumn(column, at, kind));
    });
  }

  #say(checked: readonly Checked[]): void {
    const wrong = checked.filter(({ check }) => check.kind === "wrong");
    const right = checked.filter(({ check }) => check.kind === "right");
    if (wrong.length > right.length && checked.length > 1) return;
    for (const { row, column, name, stated, kind, check } of wrong) {
      if (check.kind !== "wrong") continue;
      const cell = cellRef(row, column);
      this.#report({
        code: kind === "sum" ? "lens.total_differs" : "lens.mean_differs",
        severity: kind === "sum" ? "warning" : "info",
        cell,
        params: {
          cell,
          name,
          stated,
          computed: check.computed,
          count: check.count,
        },
      });
    }
  }

  #checkRow(total: RowSays, index: number, kind: TotalKind): Checked[] {
    const bodies = this.#bodiesOf(total, index);
    return this.#columns.flatMap((column, at) => {
      if (column.kind !== "value") return [];
      if (!this.#addsUp(at, bodies.flat(), kind)) return [];
      const covers = bodies.map((rows) =>
        rows.flatMap(({ row }) => this.#figureAt(row, column.column) ?? []),
      );
      return this.#checked(total.row, column.column, total.head.text, {
        kind,
        covers: covers.map(unwrapped),
      });
    });
  }

  /** The rows a row of totals may cover, likeliest first. */
  #bodiesOf(total: RowSays, index: number): RowSays[][] {
    const isBody = (row: RowSays): boolean =>
      !row.aggregate && !row.computed && row.skip !== true;
    const alike = this.#rows.some(
      (row) => isBody(row) && row.rest === total.rest,
    );
    const rows = this.#rows.map((row) =>
      isBody(row) && (!alike || row.rest === total.rest) ? row : null,
    );
    const before = this.#rows
      .slice(0, index)
      .findLastIndex(({ aggregate }) => aggregate);
    const behind = this.#rows.findIndex(
      ({ aggregate }, at) => at > index && aggregate,
    );
    const runs = [
      rows.slice(before + 1, index),
      rows.slice(index + 1, behind < 0 ? undefined : behind),
      rows,
    ].map((run) => run.filter((row) => row !== null));
    const totals = this.#rows.filter(
      (row) => row !== total && row.aggregate && row.rest === total.rest,
    );
    return [
      ...runs.flatMap((run) => [
        run,
        this.#withoutWholes(run),
        this.#withoutParts(run),
        run.filter(({ head }) => !/^\s*其中/.test(head.text)),
      ]),
      totals,
    ].filter((run) => run.length > 1);
  }

  /** Counties without the cities they lie in. */
  #withoutWholes(rows: readonly RowSays[]): RowSays[] {
    return rows.filter(
      (row) => !rows.some((other) => this.#isWithin(other, row)),
    );
  }

  /** Cities without their counties. */
  #withoutParts(rows: readonly RowSays[]): RowSays[] {
    return rows.filter(
      (row) => !rows.some((other) => this.#isWithin(row, other)),
    );
  }

  #isWithin({ region: part }: RowSays, { region: whole }: RowSays): boolean {
    return (
      part !== null &&
      whole !== null &&
      part.value !== whole.value &&
      liesBelow(part.value, whole.value, this.#catalog.regions)
    );
  }

  #checkColumn(total: ColumnSays, index: number, kind: TotalKind): Checked[] {
    const outer = outerOf(total);
    const group = this.#columns.flatMap((column, at) =>
      at !== index &&
      (column.kind === "value" || column.kind === "computed") &&
      outerOf(column) === outer
        ? [at]
        : [],
    );
    return this.#rows.flatMap((row) => {
      if (row.aggregate || row.computed || row.skip === true) return [];
      const covered =
        outer === "" ? this.#alike(group, row) : this.#level(group, row);
      const places = covered.filter((at) => {
        const region = this.#columns[at]?.facets.region[0]?.value;
        return !covered.some((other) => {
          const part = this.#columns[other]?.facets.region[0]?.value;
          return (
            region !== undefined &&
            part !== undefined &&
            part !== region &&
            liesBelow(part, region, this.#catalog.regions)
          );
        });
      });
      const rows = [row];
      if (!covered.some((at) => this.#addsUp(at, rows, kind))) return [];
      return this.#checked(row.row, total.column, total.head.text, {
        kind,
        covers: [places, covered].map((ats) =>
          unwrapped(
            ats.flatMap(
              (at) =>
                this.#figureAt(row.row, this.#columns[at]?.column ?? -1) ?? [],
            ),
          ),
        ),
      });
    });
  }

  /** Of columns without a group: those of one thing, of other places or times. */
  #alike(columns: readonly number[], row: RowSays): number[] {
    const read = columns.flatMap((at) => {
      const resolved = this.#resolvedAt(at, row);
      return resolved === null ? [] : [{ at, resolved }];
    });
    const [first] = read;
    return read.every(
      ({ resolved: { indicator, measure } }) =>
        indicator === first?.resolved.indicator &&
        measure === first.resolved.measure,
    )
      ? read.map(({ at }) => at)
      : [];
  }

  /** Of the columns of a group: all, unless one is a rate, a rank or a change. */
  #level(columns: readonly number[], row: RowSays): readonly number[] {
    const level = columns.every((at) => {
      const resolved = this.#resolvedAt(at, row);
      return resolved === null || isLevel(resolved.measure);
    });
    return level ? columns : [];
  }

  /** True where the figures of a column in the rows are of one kind that can be added, or averaged. */
  #addsUp(at: number, rows: readonly RowSays[], kind: TotalKind): boolean {
    const rests = new Set(rows.map(({ rest }) => rest));
    const kinds = kind === "sum" ? added : averaged;
    let known = 0;
    for (const rest of rests) {
      const row = rows.find((one) => one.rest === rest);
      const resolved = row === undefined ? null : this.#resolvedAt(at, row);
      if (resolved === null) continue;
      if (!isLevel(resolved.measure) || !kinds.has(resolved.indicator.kind))
        return false;
      known += 1;
    }
    return known > 0;
  }

  #resolvedAt(at: number, row: RowSays): Resolved | null {
    const column = this.#columns[at];
    if (column?.kind !== "value") return null;
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

  #checked(
    row: number,
    column: number,
    name: string,
    {
      kind,
      covers,
    }: {
      readonly kind: TotalKind;
      readonly covers: readonly (readonly Covered[])[];
    },
  ): Checked[] {
    const stated = this.#figureAt(row, column)?.figure ?? null;
    if (stated === null) return [];
    return [
      {
        row,
        column,
        name: name.trim(),
        stated: this.#lines.cellAt(row, column)?.raw.trim() ?? "",
        kind,
        check: checkTotal({ stated, kind, covers }),
      },
    ];
  }

  /** The number of a cell, or that a placeholder stands there; null for an empty one and for other words. */
  #figureAt(row: number, column: number): { figure: Covered } | null {
    const cell = this.#lines.cellAt(row, column);
    const text = cell?.raw.trim() ?? "";
    if (cell === undefined || text === "") return null;
    if (cell.type === "number" || plainNumber.test(text)) {
      const value = Number(text);
      return Number.isFinite(value) ? { figure: writtenNumber(value) } : null;
    }
    return this.#matcher.placeholder(text) === null ? null : { figure: null };
  }
}

const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

const added: ReadonlySet<IndicatorKind> = new Set<IndicatorKind>([
  "sum",
  "count",
  "days",
]);

const averaged: ReadonlySet<IndicatorKind> = new Set<IndicatorKind>([
  "sum",
  "count",
  "days",
  "mean",
  "index",
  "percentile",
]);

/** What the words of a total say that it is; null where they do not. */
export function kindOfWords(text: string): TotalKind | null {
  if (/平均|均值?$|均值|average|mean/i.test(text)) return "mean";
  return /[合小总共]计|总和|汇总|total|sum/i.test(text) ? "sum" : null;
}

function unwrapped(
  figures: readonly { readonly figure: Covered }[],
): readonly Covered[] {
  return figures.map(({ figure }) => figure);
}

/** The words above the nearest header of a column. */
function outerOf({ words, head }: ColumnSays): string {
  return words.slice(0, Math.max(0, words.length - head.text.length)).trim();
}
