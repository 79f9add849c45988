import type { Binding } from "../model/binding.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import { cellRef } from "../model/sheet.ts";
import type { HeaderText } from "../model/table.ts";
import type { SheetContext } from "./bind-context.ts";
import { type Bindings, listed } from "./binding-columns.ts";
import { BindingList } from "./binding-list.ts";
import type { ColumnSays } from "./column-says.ts";
import { Contradictions } from "./contradictions.ts";
import type { Measured, PlannedCells } from "./cross-plan.ts";
import type { Reading } from "./form-context.ts";
import type { Questions } from "./questions.ts";
import type { RowSays } from "./row-says.ts";

/** The bindings of a cross table as they are made row by row, and which of them stand in the end. */
export class CrossList {
  readonly #context: SheetContext;
  readonly #columns: readonly ColumnSays[];
  readonly #rows: readonly RowSays[];
  readonly #list: BindingList;
  readonly #contradictions = new Contradictions();
  readonly #numbers = new Map<RegionCode, number>();
  #lastRegion: Guess<RegionCode> | null = null;
  #lastNumber = 0;
  /** How many bindings there were before each row. */
  readonly #rowStarts: number[] = [];
  /** The column of bindings to a merged cell that begins in another one, by their index. */
  readonly #columnOf = new Map<number, ColumnSays>();

  constructor(
    columns: readonly ColumnSays[],
    rows: readonly RowSays[],
    context: SheetContext,
  ) {
    this.#context = context;
    this.#columns = columns;
    this.#rows = rows;
    this.#list = new BindingList(
      context.sheet,
      context.lines,
      rows.length * (columns.length + 1),
    );
  }

  /** What is added from here on stands in the row of this place among all. */
  beginRow(index: number): void {
    this.#rowStarts[index] = this.#list.length;
  }

  addOrdinal(row: number, column: number, { region }: RowSays): void {
    this.#list.addOrdinal(row, column, region?.value ?? "");
  }

  /** Adds a cell of a number without a doubt, given by its place among all cells; false for one that must be looked at. */
  addPlain(
    row: number,
    column: number,
    cell: number,
    plan: PlannedCells,
    region: Guess<RegionCode>,
  ): boolean {
    const { cells } = this.#context.lines;
    const known = plan.plainOf(
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
    this.#list.addPlain(row, column, cell, known.kind, subject);
    return true;
  }

  add(
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

  /** The bindings no other cell contradicts, those that may be bare `fractions` left out; a cell of two slots stands or falls whole. */
  standing(fractions: ReadonlySet<number>, questions: Questions): Bindings {
    const withdrawn = this.#contradictions.settle(
      () => this.#list.all(),
      (index) => this.#headsOf(index),
      questions,
    );
    if (fractions.size > 0)
      this.#list.all().forEach((binding, index) => {
        if (fractions.has(binding.column) && mayBeShare(binding))
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
