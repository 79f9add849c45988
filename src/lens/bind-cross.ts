import type { Binding } from "../model/binding.ts";
import type { PeriodCode, RegionCode, UnitCode } from "../model/codes.ts";
import { isoDate } from "../model/calendar.ts";
import { parsePeriod, sameLastYear } from "../model/period.ts";
import { kind } from "../model/cell-kind.ts";
import type { Facets, Guess } from "../model/facets.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Cell, type CellRange, cellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { columnRole } from "../table/column-role.ts";
import { isFilled } from "../table/lines.ts";
import type { SheetContext } from "./bind-context.ts";
import { type Bindings, listed } from "./binding-columns.ts";
import { BindingList } from "./binding-list.ts";
import { namesSides, splitBracketColumns } from "./bracket-columns.ts";
import { CERTAIN } from "./certain.ts";
import { type ColumnSays, readColumns } from "./column-says.ts";
import { Contradictions } from "./contradictions.ts";
import { type CrossPlan, type Measured, PlannedCells } from "./cross-plan.ts";
import { CrossRegions } from "./cross-regions.ts";
import type { CellReading, FormContext, Reading } from "./form-context.ts";
import { Questions } from "./questions.ts";
import {
  isCleared,
  isUnchanged,
  readForm,
  readPlainNumber,
} from "./read-form.ts";
import { looksLikePair, looksLikeSlashPair } from "./read-pair.ts";
import { unitWritten } from "./read-written.ts";
import { readClass } from "./water-class.ts";
import { type Doubt, NamedCells } from "./named-cells.ts";
import { type Resolved, resolveCell } from "./resolve-cell.ts";
import { isLevel, unitOfMeasure } from "./resolve-measure.ts";
import { takeHidden, unhidden } from "./hidden-values.ts";
import {
  isOfAnHour,
  RowReader,
  type RowRest,
  type RowSays,
} from "./row-says.ts";
import { settledRows } from "./settled-rows.ts";
import { siblingParent } from "./sibling-parent.ts";
import type { Surroundings } from "./surroundings.ts";
import { plainDigits, takeApart } from "./written-number.ts";

export interface CrossBindings {
  readonly bindings: Bindings;
  readonly questions: Questions;
  readonly columns: readonly ColumnSays[];
  readonly rows: readonly RowSays[];
}

/** Crossings without a stored cell are bound only in tables up to this width. */
const widestOpen = 256;

/** How sure a place is that only the places beside it settle. */
const bySiblings = 0.85;

/** More cells of one column than this are asked about together. */
const mostOdd = 2;

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

/** `own`: every row under the merge has the figure for its own. */
type Shared =
  | "own"
  | {
      readonly first: RowSays;
      readonly sameTime: boolean;
      readonly says: RowSays;
    };

class CrossBinder {
  readonly #table: Table;
  readonly #surroundings: Surroundings;
  readonly #context: SheetContext;
  readonly #questions = new Questions();
  readonly #list: BindingList;
  readonly #columns: readonly ColumnSays[];
  readonly #reader: RowReader;
  readonly #rows: readonly RowSays[];
  readonly #regions: CrossRegions;
  readonly #topics: ReadonlySet<string>;
  readonly #targets: boolean;
  readonly #base: PeriodCode | null;
  readonly #named = new NamedCells();
  readonly #forms = new Map<string, FormContext>();
  /** By kind of row, then by column. */
  readonly #plans = new Map<RowRest, (CrossPlan | undefined)[]>();
  /** What changes of the figures of a crossing are bound as, where cells say that they are changes. */
  readonly #changes = new Map<PlannedCells, PlannedCells>();
  /** Those of goals that cells write as a fall. */
  readonly #cuts = new Map<PlannedCells, PlannedCells | null>();
  /** What is said of figures merged down over several rows. */
  readonly #shared = new Map<CellRange, Shared>();
  /** The place of each row of the sheet among those of the table, worked out when first asked for. */
  #rowAt: Map<number, number> | null = null;
  readonly #ordinals: readonly number[];
  readonly #signatures = new Map<string, number>();
  /** The first row of figures of an hour. */
  #hours: number | null = null;
  /** Rows whose body is empty, worked out when first asked for. */
  #emptyRows: Set<number> | null = null;
  readonly #contradictions = new Contradictions();
  readonly #numbers = new Map<RegionCode, number>();
  #lastRegion: Guess<RegionCode> | null = null;
  #lastNumber = 0;
  /** How many bindings there were before each row. */
  readonly #rowStarts: number[] = [];
  /** The column of bindings to a merged cell that begins in another one, by their index. */
  readonly #columnOf = new Map<number, ColumnSays>();
  /** The unit the cells of a column write behind their figures, by column and unit of the indicator. */
  readonly #written = new Map<string, UnitCode | null>();
  /** Columns of percentages in which a cell may be a bare fraction: then so may its 1. */
  readonly #fractions = new Set<number>();

  /** Columns of two figures with a stroke between them. */
  readonly #strokes: ReadonlySet<number>;
  readonly #words: ReadonlySet<ColumnSays>;
  /** The columns that are bound or asked about, by their place among all. */
  readonly #bound: readonly number[];
  /** Readings of texts, by how they are read and by their number. */
  readonly #texts = new Map<FormContext, Map<number, Reading>>();
  /** By place among the columns: those whose cells must each be looked at closely. */
  readonly #close: readonly boolean[];
  /** Cells whose texts are not understood. */
  readonly #odd = new Map<ColumnSays, Cell[]>();

  constructor(table: Table, surroundings: Surroundings, context: SheetContext) {
    this.#table = table;
    this.#surroundings = surroundings;
    this.#context = context;
    this.#list = new BindingList(
      context.sheet,
      context.lines,
      table.bodyRows.length * (table.columns.length + 1),
    );
    this.#columns = readColumns(
      splitBracketColumns(table, context.lines, context.matcher),
      context.matcher,
      surroundings.periods,
      (head) => context.answers?.at(head),
    );
    this.#reader = this.#readerOf(surroundings.region?.value);
    this.#rows = this.#readRows();
    if (context.answers !== undefined && !context.answers.none)
      this.#rows = settledRows(this.#rows, context.answers);
    this.#regions = new CrossRegions(
      this.#columns,
      surroundings.region,
      this.#wholeTable(),
      context,
      this.#questions,
    );
    this.#topics = topicsOf(
      this.#columns,
      new Set(this.#rows.map(({ rest }) => rest)),
    );
    const saysTarget = ({ measure }: Pick<Facets, "measure">): boolean =>
      measure.some(({ value }) => value === "target");
    this.#targets =
      surroundings.targets &&
      !this.#columns.some(({ facets }) => saysTarget(facets)) &&
      !this.#rows.some(({ rest }) => saysTarget(rest.facets));
    const bases = new Set(
      [...this.#columns, ...this.#rows.map(({ rest }) => rest)].flatMap(
        ({ facets }) => facets.base.map(({ value }) => value),
      ),
    );
    const [base = null] = bases;
    this.#base = bases.size === 1 ? base : null;
    this.#strokes = new Set(
      table.columns.flatMap(({ column, path }) =>
        namesSides(path.at(-1)?.text ?? "") ? [column] : [],
      ),
    );
    this.#words = this.#wordColumns();
    this.#bound = this.#columns.flatMap((column, at) =>
      column.kind === "skip" ||
      column.kind === "computed" ||
      this.#words.has(column) ||
      this.#isInner(at)
        ? []
        : [at],
    );
    this.#close = this.#columns.map(
      ({ kind, column }, at) =>
        kind !== "value" ||
        this.#strokes.has(column) ||
        this.#regions.isAcross(at),
    );
    this.#ordinals = table.stubColumns.filter(
      (_, index) =>
        columnRole(table.stubHeaders[index] ?? [], context.matcher) ===
        "ordinal",
    );
  }

  /** One question for each cell nobody understands, or for their column where there are many. */
  #askForValues(): void {
    for (const [column, cells] of this.#odd)
      if (
        cells.length > mostOdd ||
        (cells.length > 1 && cells.every(({ raw }) => holdsSeveral(raw)))
      )
        this.#questions.ask(column.head, "value");
      else
        for (const { raw, row, column: at } of cells)
          this.#questions.ask({ text: raw.trim(), row, column: at }, "value");
  }

  #readerOf(region: RegionCode | undefined): RowReader {
    const { matcher, catalog } = this.#context;
    const [nearest] = this.#surroundings.periods;
    return new RowReader(this.#table, matcher, {
      region,
      asOf: nearest === undefined ? null : isoDate(nearest.period.end - 1),
      catalog,
    });
  }

  /** Reads the rows; names that several cities have (城区) once more, as of the city whose other counties the table lists. */
  #readRows(): RowSays[] {
    const { catalog } = this.#context;
    const { region: around } = this.#surroundings;
    const rows = this.#table.rows.map((row) => this.#reader.read(row));
    const isOpen = ({ region, regions, unknown }: RowSays): boolean =>
      (region?.confidence ?? 0) < CERTAIN && (unknown || regions.length > 0);
    if (!rows.some(isOpen)) return rows;
    const below = this.#belowCities(rows, isOpen);
    if (below !== null) return below;
    const parent = siblingParent(
      rows.map(({ region }) => region),
      catalog,
    );
    if (parent === null || parent === around?.value) return rows;
    const within = this.#readerOf(parent);
    return rows.map((says, index) => {
      const row = this.#table.rows[index];
      if (row === undefined || !isOpen(says)) return says;
      const again = within.read(row);
      const { region } = again;
      return region === null || region.confidence < CERTAIN
        ? says
        : { ...again, region: { ...region, confidence: bySiblings } };
    });
  }

  /**
   * A list of cities, each before its counties: 城区 below 阳泉市 is that of
   * 阳泉. Null where a county stands below another city, or below none.
   */
  #belowCities(
    rows: readonly RowSays[],
    isOpen: (row: RowSays) => boolean,
  ): RowSays[] | null {
    const { regions } = this.#context.catalog;
    const levelOf = (code: RegionCode) => regions.get(code)?.level;
    let city: RegionCode | null = null;
    let cities = 0;
    let within = this.#reader;
    const read: RowSays[] = [];
    for (const [index, says] of rows.entries()) {
      const { region } = says;
      const row = this.#table.rows[index];
      if (isOpen(says) && says.regions.length > 0) {
        if (city === null || row === undefined) return null;
        const again = within.read(row);
        if ((again.region?.confidence ?? 0) < CERTAIN) return null;
        read.push(again);
        continue;
      }
      read.push(says);
      if (region === null || region.confidence < CERTAIN) continue;
      if (levelOf(region.value) === "city") {
        if (region.value !== city) within = this.#readerOf(region.value);
        city = region.value;
        cities += 1;
      } else if (city === null || regions.get(region.value)?.parent !== city)
        return null;
    }
    return cities >= 2 ? read : null;
  }

  /** Says once which columns and rows are known and not kept. */
  #reportUnread(): void {
    const computed = [
      ...this.#columns
        .filter(({ kind }) => kind === "computed")
        .map(({ head }) => head),
      ...this.#rows.filter(({ computed }) => computed).map(({ head }) => head),
    ];
    if (this.#hours !== null) {
      const cell = cellRef(this.#hours, this.#table.range.left);
      this.#context.report({
        code: "lens.hours",
        severity: "info",
        cell,
        params: { cell },
      });
    }
    const words = [...this.#words].map(({ head }) => head);
    for (const [code, heads] of [
      ["lens.computed_columns", computed],
      ["lens.word_columns", words],
    ] as const) {
      const [first] = heads;
      if (first === undefined) continue;
      const names = new Set(heads.map(({ text }) => text.trim()));
      this.#context.report({
        code,
        severity: "info",
        cell: cellRef(first.row, first.column),
        params: { columns: [...names].join("、") },
      });
    }
  }

  /** Columns that hold words and no figure: 等级, 是否达标, 首要污染物. */
  #wordColumns(): Set<ColumnSays> {
    const { lines, matcher } = this.#context;
    const isWord = (cell: Cell): boolean =>
      cell.type === "text" &&
      cell.formula === undefined &&
      !/[\d０-９]/.test(cell.raw) &&
      readClass(cell.raw.trim()) === null &&
      !isUnchanged(cell.raw.trim());
    return new Set(
      this.#columns.filter(({ column, kind, head, measure }) => {
        if (kind !== "value" || head.text === "") return false;
        let words = 0;
        for (const { row } of this.#rows) {
          const cell = lines.cellAt(row, column);
          if (cell === undefined || !isFilled(cell)) continue;
          if (cell.type === "text" && matcher.placeholder(cell.raw) !== null)
            continue;
          if (!isWord(cell)) return false;
          if (measure?.value === "target" && isCleared(cell.raw.trim()))
            return false;
          words += 1;
        }
        return words > 0;
      }),
    );
  }

  bind(): CrossBindings {
    const { rows, stubColumns } = this.#table;
    rows.forEach(({ row, path }, index) => {
      const says = this.#rows[index];
      if (says === undefined) return;
      this.#rowStarts[index] = this.#list.length;
      this.#bindOrdinals(row, says);
      if (says.skip === true || says.computed) return;
      // A row without a name says nothing, where rows have names.
      if (path.length === 0 && stubColumns.length > 0) return;
      // An empty row of a board whose rows have none is no second place for its figures.
      if (stubColumns.length === 0 && path.length === 0 && this.#isGroup(row))
        return;
      this.#bindRow(says);
    });
    this.#regions.askForTable(this.#rows);
    this.#askForValues();
    this.#reportUnread();
    return {
      bindings: this.#standing(),
      questions: this.#questions,
      columns: this.#columns,
      rows: this.#rows,
    };
  }

  /** The bindings no other cell contradicts; a cell of two slots stands or falls whole. */
  #standing(): Bindings {
    const withdrawn = this.#contradictions.settle(
      () => this.#list.all(),
      (index) => this.#headsOf(index),
      this.#questions,
    );
    if (this.#fractions.size > 0)
      this.#list.all().forEach((binding, index) => {
        if (this.#fractions.has(binding.column) && mayBeShare(binding))
          withdrawn.add(index);
      });
    if (withdrawn.size === 0) return this.#list;
    const all = this.#list.all();
    const cells = new Set<string>();
    for (const index of withdrawn) {
      const binding = all[index];
      if (binding !== undefined)
        cells.add(cellRef(binding.row, binding.column));
    }
    return listed(
      all.filter(
        ({ row, column, role }) =>
          role !== "value" || !cells.has(cellRef(row, column)),
      ),
    );
  }

  /** The headers of the crossing a binding was made at. */
  #headsOf(index: number): {
    readonly column: HeaderText;
    readonly row: HeaderText;
  } {
    const row =
      this.#rows[this.#rowStarts.findLastIndex((start) => start <= index)];
    const at = this.#list.columnAt(index);
    const column =
      this.#columnOf.get(index) ??
      this.#columns.find((column) => column.column === at);
    if (column === undefined || row === undefined)
      throw new Error(`nothing is bound at ${index}`);
    return { column: column.head, row: row.head };
  }

  #bindRow(row: RowSays): void {
    const { period } = row.rest;
    if (period?.value.kind === "relative" && period.value.which === "open") {
      // Figures of an hour are none of ours; those of a week are asked about once for the table.
      if (isOfAnHour(period)) this.#hours ??= row.row;
      else this.#questions.ask(this.#wholeTable(), "period");
      return;
    }
    const plans = this.#plansOf(row.rest);
    const merged = this.#context.lines.merges.touches(row.row);
    // Almost always every cell of a row is of one place.
    const own = row.aggregate ? null : this.#regions.ofRow(row);
    const changes = this.#saysChanges(row);
    const plainly = !merged && !changes && own !== null;
    const here = { row: row.row, column: 0 };
    for (const at of this.#bound) {
      const column = this.#columns[at];
      if (column === undefined) continue;
      if (plainly && this.#addPlain(at, column, row, plans, own)) continue;
      here.column = column.column;
      const anchor = merged ? this.#anchor(row.row, column.column) : here;
      if (anchor === null) continue;
      // A figure merged over the columns of one merged header is one figure.
      if (anchor.column < column.column && this.#sameHead(anchor.column, at))
        continue;
      const says = merged ? this.#sharedBy(row, column) : row;
      if (says === null) continue;
      const cell = unhidden(
        this.#context.lines.cellAt(anchor.row, anchor.column),
        column.headless ? row.head : column.head,
        this.#context.answers,
        this.#context.date1904,
      );
      if (cell === undefined && this.#columns.length > widestOpen) continue;
      if (column.kind === "ordinal") {
        this.#list.addOrdinal(
          anchor.row,
          anchor.column,
          row.region?.value ?? "",
        );
        continue;
      }
      // An empty cell beside 同比-5% would be a change, not another figure.
      if (changes && isFigureless(cell)) continue;
      // A name nobody knows over no figure heads a group, and asks for nothing.
      if (row.unknown && isFigureless(cell) && this.#isGroup(row.row)) continue;
      if (row.site && row.unknown) {
        // Whatever its figures are, it is the site that has no place here.
        if (!isFigureless(cell)) this.#questions.ask(row.head, "region");
        continue;
      }
      const plan =
        says === row
          ? this.#planAt(at, column, row.rest, plans)
          : this.#planAt(at, column, says.rest, this.#plansOf(says.rest));
      const aggregate = row.aggregate || column.kind === "aggregate";
      if (plan.kind === "doubt") {
        if (!aggregate) this.#askForCell(plan.doubt, cell, column, row);
        continue;
      }
      const region = aggregate
        ? row.region === null
          ? unnamed
          : { ...unnamed, value: row.region.value }
        : own !== null && !this.#regions.isAcross(at)
          ? own
          : this.#regions.of(row, column, at);
      if (region !== null)
        this.#bindCell(
          cell,
          anchor,
          row,
          column,
          plan.cells,
          region,
          aggregate,
        );
    }
  }

  /** Binds a cell of a row of one place that holds a number without a doubt, or a text that was read before, as most do. False for any other cell. */
  #addPlain(
    at: number,
    column: ColumnSays,
    { row, rest }: RowSays,
    plans: (CrossPlan | undefined)[],
    region: Guess<RegionCode>,
  ): boolean {
    if (this.#close[at] === true) return false;
    const { lines } = this.#context;
    const { cells } = lines;
    const cell = lines.indexAt(row, column.column);
    if (cell < 0) return false;
    const own = cells.kinds[cell];
    if (own !== kind.number && own !== kind.text) return false;
    const plan = plans[at] ?? this.#planAt(at, column, rest, plans);
    if (plan.kind === "doubt") return false;
    if (own === kind.text) {
      const { measured } = plan.cells;
      if (measured === null || plan.cells.inner !== null) return false;
      const form = plan.cells.formContext(measured);
      const reading = this.#texts.get(form)?.get(cells.textAt(cell));
      if (reading === undefined) return false;
      const here = { row, column: column.column };
      this.#add(here, column, plan.cells, measured, region, reading, false);
      return true;
    }
    const known = plan.cells.plainOf(
      cells.styles[cell] ?? 0,
      cells.formatOf,
      this.#list,
    );
    if (known === null) return false;
    if (!known.takesAll && !known.plain.takes(cells.numberAt(cell)))
      return false;
    this.#contradictions.add(
      this.#list.length,
      known.key,
      this.#numberOf(region),
    );
    const subject = this.#list.subjectOf(region);
    this.#list.addPlain(row, column.column, cell, known.kind, subject);
    return true;
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

  #plansOf(rest: RowRest): (CrossPlan | undefined)[] {
    let plans = this.#plans.get(rest);
    if (plans === undefined) {
      plans = [];
      this.#plans.set(rest, plans);
    }
    return plans;
  }

  /**
   * What is said of a figure merged down over rows of one place: what all of
   * those rows say (沙尘天数 beside 扣沙前 and 扣沙后 is of neither). Null below
   * the first of them, and where they are of different times.
   */
  #sharedBy(row: RowSays, column: ColumnSays): RowSays | null {
    const merge = this.#context.lines.merges.at(row.row, column.column);
    if (merge === undefined || merge.top === merge.bottom) return row;
    let shared = this.#shared.get(merge);
    if (shared === undefined) {
      shared = this.#readShared(merge);
      this.#shared.set(merge, shared);
    }
    if (shared === "own") return row;
    if (shared.first !== row) return null;
    if (!shared.sameTime && column.period === null) {
      this.#questions.ask(column.head, "period");
      return null;
    }
    return shared.says;
  }

  #readShared({ top, bottom }: CellRange): Shared {
    const { rows } = this.#table;
    this.#rowAt ??= new Map(this.#rows.map(({ row }, at) => [row, at]));
    const inside: { says: RowSays; path: readonly HeaderText[] }[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const at = this.#rowAt.get(row) ?? -1;
      const says = this.#rows[at];
      if (says !== undefined) inside.push({ says, path: rows[at]?.path ?? [] });
      // A merge declared over more rows than the table has.
      if (at === this.#rows.length - 1) break;
    }
    const [first, ...others] = inside;
    if (
      first === undefined ||
      others.every(({ says }) => says.rest === first.says.rest) ||
      others.some(({ says }) => says.region?.value !== first.says.region?.value)
    )
      return "own";
    const time = JSON.stringify(first.says.rest.period?.value);
    const path = first.path.filter((words) =>
      others.every((other) =>
        other.path.some(
          ({ column: at, text }) => at === words.column && text === words.text,
        ),
      ),
    );
    return {
      first: first.says,
      sameTime: others.every(
        ({ says }) => JSON.stringify(says.rest.period?.value) === time,
      ),
      says: {
        ...first.says,
        rest: this.#reader.read({ row: first.says.row, path }).rest,
      },
    };
  }

  /** True for the column that stands for what is in the brackets of the one before it. */
  #isInner(at: number): boolean {
    const before = at === 0 ? undefined : this.#columns[at - 1];
    return before !== undefined && before.column === this.#columns[at]?.column;
  }

  /** What is known of a column's cells, and of what their brackets hold. */
  #planAt(
    at: number,
    column: ColumnSays,
    rest: RowRest,
    plans: (CrossPlan | undefined)[],
  ): CrossPlan {
    const known = plans[at];
    if (known !== undefined) return known;
    let plan = this.#plan(column, rest);
    const next = this.#columns[at + 1];
    if (
      plan.kind === "resolved" &&
      next !== undefined &&
      this.#isInner(at + 1)
    ) {
      const inner = this.#plan(next, rest);
      if (inner.kind === "doubt") plan = inner;
      else plan.cells.holdInBrackets(inner.cells);
    }
    plans[at] = plan;
    return plan;
  }

  #plan(column: ColumnSays, rest: RowRest): CrossPlan {
    const resolution = resolveCell(
      column,
      rest,
      {
        catalog: this.#context.catalog,
        surroundings: this.#surroundings,
        base: this.#base,
        topics: this.#topics,
        targets: this.#targets,
      },
      this.#named,
    );
    return resolution.kind === "doubt"
      ? resolution
      : {
          kind: "resolved",
          cells: this.#planOf(resolution.resolved),
        };
  }

  /** One number for all cells whose keys differ at most in their region. */
  #signature(resolved: Resolved): number {
    const { indicator, measure, period, variant, base } = resolved;
    const text = [indicator.code, measure, period, variant, base].join("\n");
    let number = this.#signatures.get(text);
    if (number === undefined) {
      number = this.#signatures.size;
      this.#signatures.set(text, number);
    }
    return number;
  }

  /** The first cell of a merge; null for a merge that begins outside the body. */
  #anchor(row: number, column: number): { row: number; column: number } | null {
    const merge = this.#context.lines.merges.at(row, column);
    if (merge === undefined) return { row, column };
    const { body } = this.#table;
    return merge.top < body.top || merge.left < body.left
      ? null
      : { row: merge.top, column: merge.left };
  }

  /** True for a row with nothing but its name, in a table that is filled in. */
  #isGroup(row: number): boolean {
    if (this.#emptyRows === null) {
      const { body } = this.#table;
      const inBody = ({ column }: Cell): boolean =>
        column >= body.left && column <= body.right;
      this.#emptyRows = new Set();
      let filled = false;
      for (const line of this.#context.lines.lines) {
        if (line.row < body.top || line.row > body.bottom) continue;
        if (line.filled.some(inBody)) filled = true;
        else this.#emptyRows.add(line.row);
      }
      if (!filled) this.#emptyRows.clear();
    }
    return this.#emptyRows.has(row);
  }

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

  #askForCell(
    doubt: Doubt,
    cell: Cell | undefined,
    column: ColumnSays,
    row: RowSays,
  ): void {
    if (!isWorthAsking(cell, column, row)) return;
    if (cell?.type === "text" && holdsSeveral(cell.raw)) {
      this.#askAbout(
        { kind: "doubt", what: "value", candidates: [] },
        cell,
        column,
        row,
      );
      return;
    }
    const at =
      doubt.at === "column" && !column.headless
        ? column.head
        : doubt.at !== "table"
          ? row.head
          : this.#wholeTable();
    this.#questions.ask(at, doubt.role, doubt.candidates);
  }

  #wholeTable(): HeaderText {
    return (
      this.#table.title[0] ?? {
        text: "",
        row: this.#table.headerRows.top,
        column: this.#table.range.left,
      }
    );
  }

  #bindCell(
    cell: Cell | undefined,
    anchor: { readonly row: number; readonly column: number },
    row: RowSays,
    column: ColumnSays,
    plan: PlannedCells,
    region: Guess<RegionCode>,
    aggregate: boolean,
  ): void {
    const cut = this.#cutGoal(cell, plan);
    if (cut !== null) {
      this.#bindCell(cell, anchor, row, column, cut, region, aggregate);
      return;
    }
    if (saysOtherLevel(cell, plan)) {
      if (!aggregate)
        this.#askAbout(
          { kind: "doubt", what: "value", candidates: [] },
          cell,
          column,
          row,
        );
      return;
    }
    const changed = saysChange(cell, plan) ? this.#changeOf(plan) : null;
    if (changed !== null && cell !== undefined) {
      this.#bindChange(cell, anchor, column, changed, region, aggregate);
      return;
    }
    const measured = plan.measured ?? this.#measureIn(cell, plan, column);
    if (measured === null) return;
    const { inner } = plan;
    const stroke = inner !== null && this.#strokes.has(column.column);
    if (stroke && /\d/.test(cell?.raw ?? "") && !isPair(cell)) {
      // Of a bare 198 beside 198/243 nobody says which side it is.
      if (!aggregate)
        this.#askAbout(
          { kind: "doubt", what: "value", candidates: [] },
          cell,
          column,
          row,
        );
      return;
    }
    const plain = readPlainNumber(cell, plan.formContext(measured));
    if (plain !== null) {
      this.#add(anchor, column, plan, measured, region, plain, aggregate);
      return;
    }
    const held =
      inner === null || !isPair(cell)
        ? null
        : (inner.measured ?? this.#measureInBrackets(cell, inner, column));
    if (inner !== null && held === null && isPair(cell)) return;
    const reading = readForm(
      cell,
      inner === null || held === null
        ? plan.formContext(measured)
        : plan.pairContext(measured, inner.formContext(held)),
    );
    if (reading.kind === "doubt") {
      if (!aggregate) this.#askAbout(reading, cell, column, row);
      return;
    }
    if (cell?.type === "error")
      this.#context.report({
        code: "lens.error_cell",
        severity: "warning",
        cell: cellRef(anchor.row, anchor.column),
        params: { cell: cellRef(anchor.row, anchor.column), error: cell.raw },
      });
    const [read, second] = reading.readings;
    if (read === undefined) return;
    // One number alone written there would be no two figures.
    const first: Reading =
      stroke && second === undefined
        ? { ...read, form: { kind: "fixed", why: "other" } }
        : read;
    this.#add(anchor, column, plan, measured, region, first, aggregate);
    if (second === undefined) {
      if (cell !== undefined && inner === null && !stroke)
        this.#keepText(cell, plan.formContext(measured), first);
      return;
    }
    if (inner === null || held === null)
      this.#add(
        anchor,
        column,
        plan,
        plan.previous(measured),
        region,
        second,
        aggregate,
      );
    else this.#add(anchor, column, inner, held, region, second, aggregate);
  }

  /** Keeps how a text was read for the cells that hold the same and are read the same way. */
  #keepText(
    { row, column, type, raw, formula }: Cell,
    form: FormContext,
    reading: Reading,
  ): void {
    // What these say hangs on the period too.
    if (type !== "text" || formula !== undefined || onYear.test(raw)) return;
    // Of a blank its format counts.
    if (raw.trim() === "") return;
    const { lines } = this.#context;
    const text = lines.cells.textAt(lines.indexAt(row, column));
    let texts = this.#texts.get(form);
    if (texts === undefined) {
      texts = new Map();
      this.#texts.set(form, texts);
    }
    texts.set(text, reading);
  }

  /** 同比下降6.2% in a cell below a figure: its change, read only where it writes no number. */
  #bindChange(
    cell: Cell,
    anchor: { readonly row: number; readonly column: number },
    column: ColumnSays,
    plan: PlannedCells,
    region: Guess<RegionCode>,
    aggregate: boolean,
  ): void {
    const { indicator } = plan.resolved;
    const same = isUnchanged(cell.raw.trim());
    const unit = same
      ? unitOfMeasure("change", indicator)
      : unitWritten(cell, this.#context.matcher);
    if (unit === null || (unit === "%" && indicator.unit === "%")) {
      // A share that fell by 5% fell by points, or by a twentieth.
      if (!aggregate) this.#askForChange(column);
      return;
    }
    const measured = plan.settledBy(unit);
    const read = readForm(cell, plan.formContext(measured));
    const [reading] = read.kind === "read" ? read.readings : [];
    if (reading === undefined) {
      if (!aggregate && read.kind === "doubt")
        this.#questions.ask(
          { text: cell.raw.trim(), row: anchor.row, column: anchor.column },
          "value",
        );
      return;
    }
    this.#add(
      anchor,
      column,
      plan,
      measured,
      region,
      same ? { ...reading, form: { kind: "fixed", why: "other" } } : reading,
      aggregate,
    );
  }

  /** 同比下降4% as the goal of a level: the goal of its cut against the same time of the year before. */
  #cutGoal(cell: Cell | undefined, plan: PlannedCells): PlannedCells | null {
    const { resolved } = plan;
    if (cell?.type !== "text" || resolved.measure !== "target") return null;
    if (cell.formula !== undefined || resolved.indicator.kind === "reduction")
      return null;
    if (!fallOnYear.test(cell.raw)) return null;
    const known = this.#cuts.get(plan);
    if (known !== undefined) return known;
    const { catalog } = this.#context;
    const indicator = catalog.indicators.get(`${resolved.indicator.code}_cut`);
    const period = parsePeriod(resolved.period);
    const base = period === null ? null : sameLastYear(period);
    let cut: PlannedCells | null = null;
    if (indicator !== undefined && base !== null) {
      const goal: Resolved = {
        ...resolved,
        indicator,
        base: base.code,
        stated: "%",
        to: indicator.unit,
        falling: false,
        fallIsValue: true,
      };
      cut = this.#planOf(goal);
    }
    this.#cuts.set(plan, cut);
    return cut;
  }

  #planOf(resolved: Resolved): PlannedCells {
    return new PlannedCells(
      resolved,
      this.#signature(resolved),
      this.#context,
      this.#forms,
    );
  }

  #changeOf(plan: PlannedCells): PlannedCells {
    let changes = this.#changes.get(plan);
    if (changes === undefined) {
      const resolved: Resolved = {
        ...plan.resolved,
        measure: "change",
        measureOpen: true,
        stated: null,
        falling: false,
        fallIsValue: false,
      };
      changes = this.#planOf(resolved);
      this.#changes.set(plan, changes);
    }
    return changes;
  }

  #add(
    at: { readonly row: number; readonly column: number },
    column: ColumnSays,
    plan: PlannedCells,
    measured: Measured,
    region: Guess<RegionCode>,
    reading: Reading,
    aggregate: boolean,
  ): void {
    const common = plan.commonOf(measured, aggregate);
    this.#list.add(at.row, at.column, common, region, reading);
    // An aggregate, or an empty cell, claims nothing.
    if (aggregate || (reading.value === null && reading.missing === "")) return;
    const index = this.#list.length - 1;
    if (at.column !== column.column) this.#columnOf.set(index, column);
    this.#contradictions.add(
      index,
      plan.keyOf(measured),
      this.#numberOf(region),
    );
  }

  /** A number for a region; a row asks for the same one for each of its cells. */
  #numberOf(region: Guess<RegionCode>): number {
    if (region === this.#lastRegion) return this.#lastNumber;
    let number = this.#numbers.get(region.value);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(region.value, number);
    }
    this.#lastRegion = region;
    this.#lastNumber = number;
    return number;
  }

  /** Settles 同比 without a unit by what the cell itself says. */
  #measureIn(
    cell: Cell | undefined,
    plan: PlannedCells,
    column: ColumnSays,
  ): Measured | null {
    const { matcher } = this.#context;
    const unit = cell === undefined ? null : unitWritten(cell, matcher);
    if (unit === "%" && plan.resolved.indicator.unit === "%") {
      // A share that rose by 5% rose by points, or by a twentieth.
      this.#askForChange(column);
      return null;
    }
    if (unit !== null) return plan.settledBy(unit);
    if (isFigureless(cell)) return null;
    // 持平, dashes and bare numbers change in the unit the other cells of the column write.
    const others = this.#unitOfColumn(column.column, plan.resolved.indicator);
    if (others !== null) return plan.settledBy(others);
    if (this.#changesByDays(column, plan.resolved.indicator))
      return plan.settledBy(plan.resolved.indicator.unit);
    const placeholder =
      cell?.type === "text" && matcher.placeholder(cell.raw.trim()) !== null;
    if (!placeholder) this.#askForChange(column);
    return null;
  }

  /** The one unit written in a column for figures of an indicator's unit; null without one, or with several. */
  #unitOfColumn(column: number, { unit }: Indicator): UnitCode | null {
    const key = `${column} ${unit}`;
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const { lines, matcher, catalog } = this.#context;
    const units = new Set(
      this.#rows.flatMap(({ row, rest }) => {
        const code = rest.facets.indicator[0]?.value;
        const own =
          code === undefined ? unit : catalog.indicators.get(code)?.unit;
        const cell = own === unit ? lines.cellAt(row, column) : undefined;
        return cell === undefined ? [] : (unitWritten(cell, matcher) ?? []);
      }),
    );
    const [first = null] = units;
    const only = units.size === 1 ? first : null;
    this.#written.set(key, only);
    return only;
  }

  /** 同比增减 of days under 单位：天 and nothing else: whole numbers there are days more or fewer. */
  #changesByDays(
    { column, head }: ColumnSays,
    { kind, unit }: Indicator,
  ): boolean {
    if (kind !== "days") return false;
    if (!/增减|变化|变动|升降/.test(head.text) || /率|幅|比例/.test(head.text))
      return false;
    const { units } = this.#surroundings;
    if (units.length === 0 || units.some(({ value }) => value !== unit))
      return false;
    const { lines } = this.#context;
    return this.#rows.every(({ row }) => {
      const cell = lines.cellAt(row, column);
      return isFigureless(cell) || /^[+-]?\d+$/.test(cell?.raw.trim() ?? "");
    });
  }

  /** The same for what stands in brackets behind a figure. */
  #measureInBrackets(
    cell: Cell | undefined,
    inner: PlannedCells,
    column: ColumnSays,
  ): Measured | null {
    if (/[%％]\s*[）)]/.test(cell?.raw ?? "")) return inner.settledBy("%");
    this.#askForChange(column);
    return null;
  }

  #askForChange(column: ColumnSays): void {
    this.#questions.ask(column.head, "measure", ["change", "changeRate"]);
  }

  #askAbout(
    reading: CellReading & { readonly kind: "doubt" },
    cell: Cell | undefined,
    column: ColumnSays,
    row: RowSays,
  ): void {
    if (reading.what === "unit") {
      const ofColumn =
        column.facets.unit.length > 0 || row.rest.facets.indicator.length === 0;
      const at = ofColumn ? column.head : row.head;
      this.#questions.ask(at, "unit", reading.candidates);
      if (reading.candidates.includes("1")) this.#fractions.add(column.column);
    } else if (reading.what === "sign") this.#askForChange(column);
    else if (reading.what === "hidden")
      this.#questions.ask(
        column.headless ? row.head : column.head,
        "value",
        hiddenChoices,
      );
    else if (cell !== undefined) {
      const odd = this.#odd.get(column);
      if (odd === undefined) this.#odd.set(column, [cell]);
      else odd.push(cell);
    }
  }

  #bindOrdinals(row: number, says: RowSays): void {
    const { lines } = this.#context;
    for (const column of this.#ordinals)
      if (!lines.merges.covered(row, column))
        this.#list.addOrdinal(row, column, says.region?.value ?? "");
  }
}

const hiddenChoices = [takeHidden];

/** Figures are asked about; empty cells only where the header says a part of what they hold; words never. */
function isWorthAsking(
  cell: Cell | undefined,
  column: ColumnSays,
  row: RowSays,
): boolean {
  // What a sheet computes from its own cells is nothing new.
  if (cell?.formula !== undefined && !cell.formula.includes("!")) return false;
  if (isFigureless(cell)) {
    const { indicator, measure, unit } = column.facets;
    return !row.unknown && indicator.length + measure.length + unit.length > 0;
  }
  return cell?.type !== "text" || takeApart(cell.raw) !== null;
}

/** True for 25-30 and 256台2.55万蒸吨: two figures in one cell. */
function holdsSeveral(raw: string): boolean {
  return /\d[^\d.,，]*[-~～—–至、，,台户家座个件项吨][^\d.]*\d/.test(
    plainDigits(raw),
  );
}

const onYear = /^\s*(?:同比|[较比与](?:上年|去年)同[期月](?:相比)?)/;

/** A goal as a fall, or a rise, against the year before. */
const fallOnYear =
  /^\s*(?:同比|[较比与](?:上年|去年)同[期月](?:相比)?)(?:下降|降低|减少|上升|升高|增加)\s*\d+(?:\.\d+)?\s*[%％]\s*$/;

/** True for 同比下降5% where the headers speak of the figure itself. */
function saysChange(
  cell: Cell | undefined,
  { resolved }: PlannedCells,
): boolean {
  return (
    cell?.type === "text" &&
    cell.formula === undefined &&
    resolved.measure === "actual" &&
    resolved.indicator.kind !== "class" &&
    resolved.indicator.kind !== "reduction" &&
    onYear.test(cell.raw)
  );
}

/** True for 同比下降2天 as a goal, or as last year's figure: a change, and not that. */
function saysOtherLevel(
  cell: Cell | undefined,
  { resolved }: PlannedCells,
): boolean {
  return (
    cell?.type === "text" &&
    resolved.measure !== "actual" &&
    isLevel(resolved.measure) &&
    resolved.indicator.kind !== "reduction" &&
    /\d/.test(cell.raw) &&
    onYear.test(cell.raw)
  );
}

function isPair(cell: Cell | undefined): boolean {
  return (
    cell?.type === "text" &&
    (looksLikePair(cell.raw) || looksLikeSlashPair(cell.raw))
  );
}

function isFigureless(cell: Cell | undefined): boolean {
  return (
    cell === undefined ||
    cell.type === "blank" ||
    (cell.type !== "number" && cell.raw.trim() === "")
  );
}

/** A number up to 1 that a cell spells without a percent sign. */
function mayBeShare({ form, value, role }: Binding): boolean {
  return (
    role === "value" &&
    typeof value === "number" &&
    Math.abs(value) <= 1 &&
    "fractionFrom" in form
  );
}

/** The topics of the indicators that columns and rows name for certain. */
function topicsOf(
  columns: readonly ColumnSays[],
  rests: ReadonlySet<RowRest>,
): Set<string> {
  const topics = new Set<string>();
  const add = (guess: Guess<string> | undefined): void => {
    const topic = guess?.value.split(".")[0];
    if (
      guess !== undefined &&
      topic !== undefined &&
      guess.confidence >= CERTAIN
    )
      topics.add(topic);
  };
  for (const column of columns) add(column.facets.indicator[0]);
  for (const rest of rests) add(rest.facets.indicator[0]);
  return topics;
}
