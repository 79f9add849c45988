import type { Cell, CellRange, CellType, SheetView } from "../model/sheet.ts";
import { kind, lowerBound, type CellColumns } from "./cell-columns.ts";
import type { SharedStrings } from "./shared-strings.ts";
import type { ArrayRange, ColumnRun, SharedMaster } from "./sheet-scanner.ts";
import { shiftFormula } from "./shift-formula.ts";

/** What a sheet's view is made of. */
export interface SheetParts {
  readonly name: string;
  readonly part: string;
  readonly state: SheetView["state"];
  /** Settled. */
  readonly cells: CellColumns;
  readonly merges: readonly CellRange[];
  readonly columnRuns: readonly ColumnRun[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Where rows are hidden unless they say otherwise: those that are shown. */
  readonly shownRows: ReadonlySet<number> | null;
  readonly arrays: readonly ArrayRange[];
  readonly shared: ReadonlyMap<string, SharedMaster>;
  /** Null where the format has no shared strings. */
  readonly strings: SharedStrings | null;
  /** Number format code of a style. */
  formatOf(style: number): string;
  /** Style of the cells, -1 where the format has none. */
  readonly styled: boolean;
}

const typeOf: readonly CellType[] = [
  "blank", "number", "text", "text", "boolean", "error", "date",
]; // prettier-ignore

/** A sheet over its columns: cells are made when they are asked for. */
export class StoredSheet implements SheetView {
  readonly name: string;
  readonly part: string;
  readonly state: SheetView["state"];
  readonly merges: readonly CellRange[];
  readonly #parts: SheetParts;
  readonly #arrayOf: ReadonlyMap<number, ArrayRange>;
  #bounds: CellRange | null | undefined;

  constructor(parts: SheetParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.part = parts.part;
    this.state = parts.state;
    this.merges = parts.merges;
    this.#arrayOf = cellsInArrays(parts.cells, parts.arrays);
  }

  get bounds(): CellRange | null {
    this.#bounds ??= this.#findBounds();
    return this.#bounds;
  }

  #findBounds(): CellRange | null {
    const { cells } = this.#parts;
    let top = -1;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    for (let index = 0; index < cells.length; index++) {
      if (!this.#hasValue(index)) continue;
      const row = cells.rows[index] ?? 0;
      const column = cells.columns[index] ?? 0;
      if (top < 0) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    return top < 0 ? null : { top, left, bottom, right };
  }

  /** A formula counts as a value even where its result is not stored. */
  #hasValue(index: number): boolean {
    const { cells } = this.#parts;
    const stored = cells.kinds[index];
    if (cells.formula(index) !== undefined) return true;
    return stored !== kind.blank && this.#value(index) !== "";
  }

  cellAt(row: number, column: number): Cell | undefined {
    const index = this.#parts.cells.find(row, column);
    return index < 0 ? undefined : this.#cell(index);
  }

  *cells(): Generator<Cell> {
    const { length } = this.#parts.cells;
    for (let index = 0; index < length; index++) yield this.#cell(index);
  }

  #cell(index: number): Cell {
    const { cells, styled } = this.#parts;
    const style = cells.styles[index] ?? 0;
    const value = this.#value(index);
    const formula = this.#formula(index);
    return {
      row: cells.rows[index] ?? 0,
      column: cells.columns[index] ?? 0,
      type: typeOf[cells.kinds[index] ?? 0] ?? "blank",
      value,
      raw: cells.raw(index) ?? rawText(value),
      ...(formula === undefined ? {} : { formula }),
      format: this.#parts.formatOf(style),
      style: styled ? style : -1,
    };
  }

  #value(index: number): number | string | boolean | null {
    const { cells, strings } = this.#parts;
    const value = cells.values[index] ?? 0;
    switch (cells.kinds[index]) {
      case kind.number:
        return value;
      case kind.shared:
        return strings === null ? null : strings.at(value);
      case kind.text:
      case kind.error:
      case kind.date:
        return cells.texts[value] ?? "";
      case kind.boolean:
        return value === 1;
      default:
        return null;
    }
  }

  #formula(index: number): string | undefined {
    const { cells, shared } = this.#parts;
    const stored = cells.formula(index);
    if (stored === undefined) return this.#arrayOf.get(index)?.text;
    if (stored.text !== null) return stored.text;
    const master = shared.get(stored.shared);
    if (master === undefined) return "";
    return shiftFormula(
      master.text,
      (cells.rows[index] ?? 0) - master.row,
      (cells.columns[index] ?? 0) - master.column,
    );
  }

  rowHidden(row: number): boolean {
    const { hiddenRows, shownRows } = this.#parts;
    return hiddenRows.has(row) || (shownRows !== null && !shownRows.has(row));
  }

  columnHidden(column: number): boolean {
    return this.#run(column)?.hidden ?? false;
  }

  columnWidth(column: number): number | undefined {
    return this.#run(column)?.width;
  }

  #run(column: number): ColumnRun | undefined {
    return columnRunAt(this.#parts.columnRuns, column);
  }
}

function rawText(value: number | string | boolean | null): string {
  if (value === null) return "";
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

/** The run a column belongs to; runs are sorted by their first column. */
export function columnRunAt(
  runs: readonly ColumnRun[],
  column: number,
): ColumnRun | undefined {
  let from = 0;
  let to = runs.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((runs[middle]?.first ?? 0) <= column) from = middle + 1;
    else to = middle;
  }
  const run = runs[from - 1];
  return run !== undefined && column <= run.last ? run : undefined;
}

/** Cells that an array formula of another cell fills. */
function cellsInArrays(
  cells: CellColumns,
  arrays: readonly ArrayRange[],
): Map<number, ArrayRange> {
  const inside = new Map<number, ArrayRange>();
  for (const array of arrays) {
    const { range } = array;
    const { rowNumbers, rowStarts } = cells;
    let at = lowerBound(rowNumbers, range.top, 0, rowNumbers.length);
    for (; at < rowNumbers.length; at++) {
      if ((rowNumbers[at] ?? 0) > range.bottom) break;
      const end = rowStarts[at + 1] ?? 0;
      let index = lowerBound(
        cells.columns,
        range.left,
        rowStarts[at] ?? 0,
        end,
      );
      for (; index < end; index++) {
        if ((cells.columns[index] ?? 0) > range.right) break;
        // Array formulas cannot overlap; a file where they do is not walked twice.
        if (inside.has(index)) break;
        inside.set(index, array);
      }
    }
  }
  return inside;
}
