import type { RegionCode } from "../model/codes.ts";
import { kind } from "../model/cell-kind.ts";
import type { Guess } from "../model/facets.ts";
import type { Table } from "../model/table.ts";
import { columnRole } from "../table/column-role.ts";
import type { SheetContext } from "./bind-context.ts";
import type { Bindings } from "./binding-columns.ts";
import {
  isInBrackets,
  namesSides,
  splitBracketColumns,
} from "./bracket-columns.ts";
import { CellBinder } from "./cell-binder.ts";
import { isFigureless, onYear } from "./cell-says.ts";
import type { ColumnSays } from "./column-says.ts";
import { ComparedFigures } from "./compared-figures.ts";
import { readColumns } from "./header/read-columns.ts";
import { crossContext } from "./cross-context.ts";
import { CrossList } from "./cross-list.ts";
import { CrossMeasures } from "./cross-measures.ts";
import { CrossPlanner, type RowPlans } from "./cross-planner.ts";
import { CrossQuestions, wholeTable } from "./cross-questions.ts";
import { CrossRegions } from "./cross-regions.ts";
import { readCrossRows } from "./cross-rows.ts";
import { CrossTotals } from "./cross-totals.ts";
import { GroupRows } from "./group-rows.ts";
import { unhidden } from "./hidden-values.ts";
import { MergedFigures } from "./merged-figures.ts";
import { PlainKinds, PlainRows } from "./plain-rows.ts";
import { Questions } from "./questions.ts";
import { reportUnread } from "./report-unread.ts";
import type { RowSays } from "./row-says.ts";
import { isOfAnHour } from "./stub/hour-rows.ts";
import type { Surroundings } from "./surroundings.ts";
import { wordColumns } from "./word-columns.ts";

export interface CrossBindings {
  readonly bindings: Bindings;
  readonly questions: Questions;
  readonly columns: readonly ColumnSays[];
  readonly rows: readonly RowSays[];
}

/** Crossings without a stored cell are bound only in tables up to this width. */
const widestOpen = 256;

/** An aggregate has the region it covers, if any; it is never doubted. */
const unnamed: Guess<RegionCode> = { value: "", confidence: 1, words: "" };

/**
 * Binds every body cell of a table to an observation: facets of its column,
 * its row and the surroundings merged, whichever way the table is turned.
 */
export function bindCross(
  table: Table,
  surroundings: Surroundings,
  context: SheetContext,
): CrossBindings {
  return new CrossBinder(table, surroundings, context).bind();
}

class CrossBinder {
  readonly #table: Table;
  readonly #context: SheetContext;
  readonly #columns: readonly ColumnSays[];
  readonly #rows: readonly RowSays[];
  readonly #questions = new Questions();
  readonly #doubts: CrossQuestions;
  readonly #regions: CrossRegions;
  readonly #groups: GroupRows;
  readonly #merged: MergedFigures;
  readonly #planner: CrossPlanner;
  readonly #list: CrossList;
  readonly #cells: CellBinder;
  readonly #ordinals: readonly number[];
  readonly #words: ReadonlySet<ColumnSays>;
  /** The columns that are bound or asked about, by their place among all. */
  readonly #bound: readonly number[];
  /** By place among the columns: those whose cells must each be looked at closely. */
  readonly #close: readonly boolean[];
  readonly #plainly: PlainRows;
  /** The first row of figures of an hour. */
  #hours: number | null = null;

  constructor(table: Table, surroundings: Surroundings, context: SheetContext) {
    this.#table = table;
    this.#context = context;
    const columns = readColumns(
      splitBracketColumns(table, context.lines, context.matcher),
      context.matcher,
      surroundings,
      (head) => context.answers?.at(head),
    );
    const read = readCrossRows(table, surroundings, context);
    const { rows } = read;
    this.#columns = columns;
    this.#rows = rows;
    this.#doubts = new CrossQuestions(this.#questions, wholeTable(table));
    this.#regions = new CrossRegions(
      columns,
      surroundings.region,
      wholeTable(table),
      context,
      this.#questions,
    );
    this.#groups = new GroupRows(table, context.lines);
    this.#merged = new MergedFigures(table, read, context, this.#questions);
    this.#planner = new CrossPlanner(
      columns,
      rows,
      crossContext(columns, rows, surroundings, context.catalog),
      context,
    );
    this.#list = new CrossList(columns, rows, context);
    const strokes = new Set(
      table.columns.flatMap(({ column, path }) =>
        namesSides(path.at(-1)?.text ?? "") ? [column] : [],
      ),
    );
    this.#cells = new CellBinder(
      {
        list: this.#list,
        planner: this.#planner,
        measures: new CrossMeasures(
          rows,
          surroundings,
          context,
          this.#doubts,
          new ComparedFigures(
            columns,
            rows,
            this.#planner,
            context.lines,
            context.catalog,
          ),
        ),
        questions: this.#doubts,
        strokes,
      },
      context,
    );
    const words = wordColumns(columns, rows, context);
    this.#words = words;
    this.#bound = columns.flatMap((column, at) =>
      column.kind === "skip" ||
      column.kind === "computed" ||
      words.has(column) ||
      isInBrackets(columns, at)
        ? []
        : [at],
    );
    this.#close = columns.map(
      ({ kind, column }, at) =>
        kind !== "value" || strokes.has(column) || this.#regions.isAcross(at),
    );
    this.#plainly = new PlainRows(
      this.#list.list,
      context.lines,
      this.#bound.map((at) => columns[at]?.column ?? 0),
    );
    this.#ordinals = table.stubColumns.filter(
      (_, index) =>
        columnRole(table.stubHeaders[index] ?? [], context.matcher) ===
        "ordinal",
    );
  }

  bind(): CrossBindings {
    const { rows, stubColumns } = this.#table;
    rows.forEach(({ row, path }, index) => {
      const says = this.#rows[index];
      if (says === undefined) return;
      this.#list.beginRow(index);
      this.#bindOrdinals(row, says);
      if (says.skip === true || says.computed) return;
      // A row without a name says nothing, where rows have names.
      if (path.length === 0 && stubColumns.length > 0) return;
      // An empty row of a board whose rows have none is no second place for its figures.
      if (
        stubColumns.length === 0 &&
        path.length === 0 &&
        this.#groups.has(row)
      )
        return;
      this.#bindRow(says);
    });
    this.#regions.askForTable(this.#rows);
    this.#checkTotals();
    this.#doubts.askForValues();
    reportUnread(
      {
        columns: this.#columns,
        rows: this.#rows,
        words: this.#words,
        hours: this.#hours,
      },
      this.#table,
      this.#context,
    );
    return {
      bindings: this.#list.standing(
        this.#planner.repeats,
        this.#doubts.fractions,
        this.#questions,
      ),
      questions: this.#questions,
      columns: this.#columns,
      rows: this.#rows,
    };
  }

  #checkTotals(): void {
    const totals =
      this.#rows.some(({ aggregate }) => aggregate) ||
      this.#columns.some(({ kind }) => kind === "aggregate");
    if (totals)
      new CrossTotals(
        this.#columns,
        this.#rows,
        this.#planner,
        this.#context,
      ).check();
  }

  #bindRow(row: RowSays): void {
    const { period } = row.rest;
    if (period?.value.kind === "relative" && period.value.which === "open") {
      // Figures of an hour are none of ours; those of a week are asked about once for the table.
      if (isOfAnHour(period)) this.#hours ??= row.row;
      else this.#questions.ask(wholeTable(this.#table), "period");
      return;
    }
    const plans = this.#planner.plansOf(row.rest);
    // Almost always every cell of a row is of one place.
    const own = row.aggregate ? null : this.#regions.ofRow(row);
    const merged = this.#context.lines.merges.touches(row.row);
    const changes = this.#saysChanges(row);
    if (own === null || merged || changes) {
      for (const at of this.#bound)
        this.#bindCrossing(at, row, plans, own, merged, changes);
      return;
    }
    this.#list.holdsOf(own, plans);
    // What is learnt of a row helps only if others say the same.
    if (plans.regions.size === 2)
      plans.plain ??= new PlainKinds(this.#bound.length);
    const { plain } = plans;
    const subject = this.#list.list.subjectOf(own);
    for (let place = 0; place < this.#bound.length; place += 1) {
      if (plain !== null)
        place = this.#plainly.bind(row.row, place, plain, subject);
      const at = this.#bound[place];
      if (at !== undefined && !this.#bindAlike(place, at, row, plans, own))
        this.#bindCrossing(at, row, plans, own, false, false);
    }
  }

  /** Binds a number without a doubt, or a text read before, in a row of one place; false for other cells. */
  #bindAlike(
    place: number,
    at: number,
    { row }: RowSays,
    plans: RowPlans,
    region: Guess<RegionCode>,
  ): boolean {
    const column = this.#columns[at];
    if (column === undefined || this.#close[at] === true) return false;
    const { lines } = this.#context;
    const { cells } = lines;
    const cell = lines.indexAt(row, column.column);
    if (cell < 0) return false;
    const own = cells.kinds[cell];
    if (own !== kind.number && own !== kind.text) return false;
    const plan = this.#planner.planAt(at, column, plans);
    if (plan.kind === "doubt") return false;
    if (own === kind.text)
      return this.#cells.bindKnown(cell, column, row, plan.cells, region);
    const { list } = this.#list;
    const style = cells.styles[cell] ?? 0;
    const known = plan.cells.plainOf(style, cells.formatOf, list);
    if (known === null) return false;
    plans.plain?.learn(place, style, known);
    if (!known.takesAll && !known.plain.takes(cells.numberAt(cell)))
      return false;
    const subject = list.subjectOf(region);
    list.addPlain(row, column.column, cell, known.kind, subject);
    return true;
  }

  /** Binds the cell of a row in a column, or asks; `own`: the region of the row where it is the one of all its cells. */
  #bindCrossing(
    at: number,
    row: RowSays,
    plans: RowPlans,
    own: Guess<RegionCode> | null,
    merged: boolean,
    changes: boolean,
  ): void {
    const column = this.#columns[at];
    if (column === undefined) return;
    const anchor = merged
      ? this.#merged.anchorOf(row.row, column.column)
      : { row: row.row, column: column.column };
    if (anchor === null) return;
    // A figure merged over the columns of one merged header is one figure.
    if (anchor.column < column.column && this.#sameHead(anchor.column, at))
      return;
    const says = merged ? this.#merged.saidOf(row, column) : row;
    if (says === null) return;
    const cell = unhidden(
      this.#context.lines.cellAt(anchor.row, anchor.column),
      column.headless ? row.head : column.head,
      this.#context.answers,
      this.#context.date1904,
    );
    if (cell === undefined && this.#columns.length > widestOpen) return;
    if (column.kind === "ordinal") {
      this.#list.addOrdinal(anchor.row, anchor.column, row);
      return;
    }
    // An empty cell beside 同比-5% would be a change, not another figure.
    if (changes && isFigureless(cell)) return;
    // A name nobody knows over no figure heads a group, and asks for nothing.
    if (row.unknown && isFigureless(cell) && this.#groups.has(row.row)) return;
    if (row.site && row.unknown) {
      // Whatever its figures are, it is the site that has no place here.
      if (!isFigureless(cell)) this.#questions.ask(row.head, "region");
      return;
    }
    const plan = this.#planner.planAt(
      at,
      column,
      says === row ? plans : this.#planner.plansOf(says.rest),
    );
    const aggregate = row.aggregate || column.kind === "aggregate";
    if (plan.kind === "doubt") {
      if (aggregate) this.#list.addTotal(anchor.row, anchor.column);
      else this.#doubts.askForCell(plan.doubt, cell, column, row);
      return;
    }
    const region = aggregate
      ? row.region === null
        ? unnamed
        : { ...unnamed, value: row.region.value }
      : own !== null && !this.#regions.isAcross(at)
        ? own
        : this.#regions.of(row, column, at);
    if (region !== null)
      this.#cells.bind(
        cell,
        anchor,
        row,
        column,
        plan.cells,
        region,
        aggregate,
      );
  }

  /** True for the nameless row of a board that holds changes in words. */
  #saysChanges({ row }: RowSays): boolean {
    if (this.#table.stubColumns.length > 0) return false;
    const { lines } = this.#context;
    return this.#columns.some(({ column }) => {
      const cell = lines.cellAt(row, column);
      return cell?.type === "text" && onYear.test(cell.raw);
    });
  }

  /** True where the column before, in which a merge begins, has the same header as this one. */
  #sameHead(left: number, at: number): boolean {
    const head = this.#columns[at]?.head;
    const other = this.#columns.find(({ column }) => column === left)?.head;
    return (
      head !== undefined &&
      head.text !== "" &&
      other?.row === head.row &&
      other.column === head.column
    );
  }

  #bindOrdinals(row: number, says: RowSays): void {
    const { lines } = this.#context;
    for (const column of this.#ordinals)
      if (!lines.merges.covered(row, column))
        this.#list.addOrdinal(row, column, says);
  }
}
