import type { Binding } from "../model/binding.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { ObservationKey } from "../model/observation.ts";
import { type Cell, cellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { columnRole } from "../table/column-role.ts";
import type { SheetContext } from "./bind-context.ts";
import { BindingList } from "./binding-list.ts";
import { CERTAIN } from "./certain.ts";
import { type ColumnSays, readColumns } from "./column-says.ts";
import { Contradictions } from "./contradictions.ts";
import { type CrossPlan, type Measured, PlannedCells } from "./cross-plan.ts";
import { CrossRegions } from "./cross-regions.ts";
import type { CellReading } from "./form-context.ts";
import { Questions } from "./questions.ts";
import { readForm } from "./read-form.ts";
import { unitWritten } from "./read-written.ts";
import { type Doubt, type Resolved, resolveCell } from "./resolve-cell.ts";
import { RowReader, type RowRest, type RowSays } from "./row-says.ts";
import type { Surroundings } from "./surroundings.ts";
import { takeApart } from "./written-number.ts";

export interface CrossBindings {
  readonly bindings: Binding[];
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
  readonly #surroundings: Surroundings;
  readonly #context: SheetContext;
  readonly #questions = new Questions();
  readonly #list: BindingList;
  readonly #columns: readonly ColumnSays[];
  readonly #rows: readonly RowSays[];
  readonly #regions: CrossRegions;
  readonly #topics: ReadonlySet<string>;
  /** By kind of row, then by column. */
  readonly #plans = new Map<RowRest, (CrossPlan | undefined)[]>();
  readonly #ordinals: readonly number[];
  readonly #signatures = new Map<string, number>();
  readonly #contradictions = new Contradictions();
  /** Columns of percentages in which a cell may be a bare fraction: then so may its 1. */
  readonly #fractions = new Set<number>();

  constructor(table: Table, surroundings: Surroundings, context: SheetContext) {
    this.#table = table;
    this.#surroundings = surroundings;
    this.#context = context;
    this.#list = new BindingList(context.sheet, context.lines.merges);
    this.#columns = readColumns(table, context.matcher);
    const reader = new RowReader(
      table,
      context.matcher,
      surroundings.region?.value,
    );
    this.#rows = table.rows.map((row) => reader.read(row));
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
      this.#bindOrdinals(row, says);
      // A row without a name says nothing, where rows have names.
      if (path.length === 0 && stubColumns.length > 0) return;
      this.#bindRow(says);
    });
    this.#regions.askForTable(this.#rows);
    return {
      bindings: this.#standing(),
      questions: this.#questions,
      columns: this.#columns,
      rows: this.#rows,
    };
  }

  /** The bindings no other cell contradicts; a cell of two slots stands or falls whole. */
  #standing(): Binding[] {
    const { made, all } = this.#list;
    const withdrawn = this.#contradictions.settle(made, this.#questions);
    if (this.#fractions.size > 0)
      made.forEach((binding, index) => {
        if (this.#fractions.has(binding.column) && mayBeShare(binding))
          withdrawn.add(index);
      });
    if (withdrawn.size === 0) return all;
    const cells = new Set<string>();
    for (const index of withdrawn) {
      const binding = made[index];
      if (binding !== undefined)
        cells.add(cellRef(binding.row, binding.column));
    }
    return all.filter(
      ({ row, column, role }) =>
        role !== "value" || !cells.has(cellRef(row, column)),
    );
  }

  #bindRow(row: RowSays): void {
    let plans = this.#plans.get(row.rest);
    if (plans === undefined) {
      plans = [];
      this.#plans.set(row.rest, plans);
    }
    const merged = this.#context.lines.merges.touches(row.row);
    for (const [at, column] of this.#columns.entries()) {
      if (column.kind === "skip") continue;
      const anchor = merged
        ? this.#anchor(row.row, column.column)
        : { row: row.row, column: column.column };
      if (anchor === null) continue;
      const cell = this.#context.lines.cellAt(anchor.row, anchor.column);
      if (cell === undefined && this.#columns.length > widestOpen) continue;
      if (column.kind === "ordinal") {
        this.#list.addOrdinal(cell, row.region?.value ?? "");
        continue;
      }
      const plan = (plans[at] ??= this.#plan(column, row.rest));
      const aggregate = row.aggregate || column.kind === "aggregate";
      if (plan.kind === "doubt") {
        if (!aggregate) this.#askForCell(plan.doubt, cell, column, row);
        continue;
      }
      const region = aggregate
        ? row.region === null
          ? unnamed
          : { ...unnamed, value: row.region.value }
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

  #plan(column: ColumnSays, rest: RowRest): CrossPlan {
    const resolution = resolveCell(column, rest, {
      catalog: this.#context.catalog,
      surroundings: this.#surroundings,
      topics: this.#topics,
    });
    return resolution.kind === "doubt"
      ? resolution
      : {
          kind: "resolved",
          cells: new PlannedCells(
            resolution.resolved,
            this.#signature(resolution.resolved),
            this.#context,
          ),
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

  #askForCell(
    doubt: Doubt,
    cell: Cell | undefined,
    column: ColumnSays,
    row: RowSays,
  ): void {
    if (!isWorthAsking(cell, column, row)) return;
    const at =
      doubt.at === "column"
        ? column.head
        : doubt.at === "row"
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
    const measured = plan.measured ?? this.#measureIn(cell, plan, column);
    if (measured === null) return;
    const reading = readForm(cell, plan.formContext(measured));
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
    const { resolved } = plan;
    const key: ObservationKey = {
      indicator: resolved.indicator.code,
      region: region.value,
      period: resolved.period,
      measure: measured.measure,
      variant: resolved.variant,
      base: resolved.base,
    };
    const [first, second] = reading.readings;
    const claim = (slot: 0 | 1): void => {
      if (aggregate) return;
      this.#contradictions.add(
        {
          index: this.#list.made.length - 1,
          signature: plan.signature * 2 + slot,
          column: column.head,
          row: row.head,
        },
        this.#list.made,
      );
    };
    const made = {
      role: aggregate ? ("aggregate" as const) : ("value" as const),
      unit: measured.stated ?? measured.to,
      valueUnit: measured.to,
      raw: cell?.raw ?? "",
      confidence: Math.min(resolved.confidence, region.confidence),
      reasons: plan.reasons(region.words),
    };
    if (first !== undefined) {
      this.#list.add(anchor, { type: "observation", key }, first, made);
      claim(0);
    }
    if (second !== undefined) {
      const previous = { ...key, measure: "previous" } as const;
      this.#list.add(
        anchor,
        { type: "observation", key: previous },
        second,
        made,
      );
      claim(1);
    }
  }

  /** Settles 同比 without a unit by what the cell itself says. */
  #measureIn(
    cell: Cell | undefined,
    plan: PlannedCells,
    column: ColumnSays,
  ): Measured | null {
    const { matcher } = this.#context;
    const unit = cell === undefined ? null : unitWritten(cell, matcher);
    if (unit !== null) return plan.settledBy(unit);
    const placeholder =
      cell?.type === "text" && matcher.placeholder(cell.raw.trim()) !== null;
    if (!isFigureless(cell) && !placeholder) this.#askForChange(column);
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
    else if (cell !== undefined) {
      const text = cell.raw.trim();
      this.#questions.ask(
        { text, row: cell.row, column: cell.column },
        "value",
      );
    }
  }

  #bindOrdinals(row: number, says: RowSays): void {
    const { lines } = this.#context;
    for (const column of this.#ordinals)
      if (!lines.merges.covered(row, column))
        this.#list.addOrdinal(
          lines.cellAt(row, column),
          says.region?.value ?? "",
        );
  }
}

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
