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
import type { RowPlans } from "./cross-planner.ts";
import type { Reading } from "./form-context.ts";
import type { Questions } from "./questions.ts";
import type { RowSays } from "./row-says.ts";

/** The bindings of a cross table as they are made row by row, and which of them stand in the end. */
export class CrossList {
  readonly #columns: readonly ColumnSays[];
  readonly #rows: readonly RowSays[];
  readonly list: BindingList;
  /** The region of all cells of the row at hand; null where each may have another one. */
  #region: Guess<RegionCode> | null = null;
  #lastClaim: number | undefined = undefined;
  /** True once two cells may have stated the same thing. */
  #repeats = false;
  /** How many bindings there were before each row. */
  readonly #rowStarts: number[] = [];
  /** The column of bindings to a merged cell that begins in another one, by their index. */
  readonly #columnOf = new Map<number, ColumnSays>();

  constructor(
    columns: readonly ColumnSays[],
    rows: readonly RowSays[],
    context: SheetContext,
  ) {
    this.#columns = columns;
    this.#rows = rows;
    this.list = new BindingList(
      context.sheet,
      context.lines,
      rows.length * (columns.length + 1),
    );
  }

  /** What is added from here on stands in the row of this place among all. */
  beginRow(index: number): void {
    this.#rowStarts[index] = this.list.length;
    this.#region = null;
  }

  /** All figures of the row are of one place, and of no other row. */
  holdsOf(region: Guess<RegionCode>, { regions }: RowPlans): void {
    this.#region = region;
    this.#lastClaim = undefined;
    if (regions.has(region.value)) this.#repeats = true;
    else regions.add(region.value);
  }

  addOrdinal(row: number, column: number, { region }: RowSays): void {
    this.list.addOrdinal(row, column, region?.value ?? "");
  }

  /** A total of figures of several kinds, or of what nobody knows. */
  addTotal(row: number, column: number): void {
    this.list.addTotal(row, column);
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
    this.list.add(at.row, at.column, common, region, reading);
    const { claim } = common;
    if (claim === undefined) return;
    if (region !== this.#region || claim === this.#lastClaim)
      this.#repeats = true;
    this.#lastClaim = claim;
    if (at.column !== column.column)
      this.#columnOf.set(this.list.length - 1, column);
  }

  /** The bindings no other cell contradicts, those that may be bare `fractions` left out; a cell of two slots stands or falls whole. `repeats`: two crossings may state the same. */
  standing(
    repeats: boolean,
    fractions: ReadonlySet<number>,
    questions: Questions,
  ): Bindings {
    const withdrawn =
      repeats || this.#repeats
        ? this.#contradicted(questions)
        : new Set<number>();
    if (fractions.size > 0)
      this.list.all().forEach((binding, index) => {
        if (fractions.has(binding.column) && mayBeShare(binding))
          withdrawn.add(index);
      });
    if (withdrawn.size === 0) return this.list;
    const all = this.list.all();
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

  #contradicted(questions: Questions): Set<number> {
    const contradictions = new Contradictions();
    const numbers = new Map<RegionCode, number>();
    for (let index = 0; index < this.list.length; index += 1) {
      const claim = this.list.claimAt(index);
      if (claim === undefined) continue;
      const { value: region } = this.list.subjectAt(index);
      let number = numbers.get(region);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(region, number);
      }
      contradictions.add(index, claim, number);
    }
    return contradictions.settle(
      () => this.list.all(),
      (index) => this.#headsOf(index),
      questions,
    );
  }

  /** The headers of the crossing a binding was made at. */
  #headsOf(index: number): {
    readonly column: HeaderText;
    readonly row: HeaderText;
  } {
    const row =
      this.#rows[this.#rowStarts.findLastIndex((start) => start <= index)];
    const at = this.list.columnAt(index);
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
