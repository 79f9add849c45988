import type {
  Cell,
  CellNote,
  CellRange,
  CellType,
  Hyperlink,
  SheetView,
} from "../model/sheet.ts";
import { typeOfKind } from "../model/cell-kind.ts";
import type { ArrayIndex } from "./array-index.ts";
import {
  kind,
  kindMask,
  withFormula,
  type CellColumns,
} from "./cell-columns.ts";
import type { SharedMaster } from "./cell-store.ts";
import type { SharedStrings } from "./shared-strings.ts";
import type { ColumnRun } from "./sheet-features.ts";
import type { shiftFormula } from "./shift-formula.ts";

/** What a sheet's view is made of. */
export interface SheetParts {
  readonly name: string;
  readonly part: string;
  readonly state: SheetView["state"];
  /** Settled. */
  readonly cells: CellColumns;
  readonly merges: readonly CellRange[];
  /** None where the format has none that are read. */
  readonly hyperlinks?: readonly Hyperlink[];
  /** None where the format has none that are read. */
  readonly notes?: readonly CellNote[];
  readonly columnRuns: readonly ColumnRun[];
  readonly hiddenRows: Pick<ReadonlySet<number>, "has">;
  /** Where rows are hidden unless they say otherwise: those that are shown. */
  readonly shownRows: ReadonlySet<number> | null;
  /** Cells that array formulas fill; null where there are none. */
  readonly arrays: ArrayIndex | null;
  readonly shared: ReadonlyMap<string, SharedMaster>;
  /** Null where the format has no shared strings. */
  readonly strings: SharedStrings | null;
  /** Number format code of a style. */
  readonly formatOf: (style: number) => string;
  /** Style of the cells, -1 where the format has none. */
  readonly styled: boolean;
  /** Moves a formula; needed where there are shared ones. */
  readonly shift?: typeof shiftFormula;
}

/** Walks over cells by number; one result object serves all steps. */
class CellWalk implements Iterator<Cell, undefined> {
  readonly #length: number;
  readonly #at: (index: number) => Cell;
  readonly #step: { done: boolean; value: Cell | undefined } = {
    done: false,
    value: undefined,
  };
  #next = 0;

  constructor(length: number, at: (index: number) => Cell) {
    this.#length = length;
    this.#at = at;
  }

  next(): IteratorResult<Cell, undefined> {
    const step = this.#step;
    if (this.#next < this.#length) step.value = this.#at(this.#next++);
    else {
      step.done = true;
      step.value = undefined;
    }
    return step as IteratorResult<Cell, undefined>;
  }
}

/** A cell whose text is only written out when it is asked for. */
class StoredCell implements Cell {
  readonly row: number;
  readonly column: number;
  readonly type: CellType;
  readonly value: Cell["value"];
  readonly format: string;
  readonly style: number;
  declare formula?: string;
  /** Where the digits are kept that are not the value's own text. */
  readonly #cells: CellColumns;
  readonly #index: number;

  constructor(
    row: number,
    column: number,
    type: CellType,
    value: Cell["value"],
    format: string,
    style: number,
    cells: CellColumns,
    index: number,
  ) {
    this.row = row;
    this.column = column;
    this.type = type;
    this.value = value;
    this.format = format;
    this.style = style;
    this.#cells = cells;
    this.#index = index;
  }

  get raw(): string {
    return this.#cells.raw(this.#index) ?? rawText(this.value);
  }
}

/** A sheet over its columns: cells are made when they are asked for. */
export class StoredSheet implements SheetView {
  readonly name: string;
  readonly part: string;
  readonly state: SheetView["state"];
  readonly merges: readonly CellRange[];
  readonly hyperlinks: readonly Hyperlink[];
  readonly notes: readonly CellNote[];
  readonly stored: SheetParts;
  #bounds: CellRange | null | undefined;

  constructor(parts: SheetParts) {
    this.stored = parts;
    this.name = parts.name;
    this.part = parts.part;
    this.state = parts.state;
    this.merges = parts.merges;
    this.hyperlinks = parts.hyperlinks ?? [];
    this.notes = parts.notes ?? [];
  }

  get bounds(): CellRange | null {
    this.#bounds ??= this.#findBounds();
    return this.#bounds;
  }

  #findBounds(): CellRange | null {
    const { cells } = this.stored;
    const { rowNumbers, rowStarts } = cells;
    let top = -1;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    for (let at = 0; at < rowNumbers.length; at++) {
      const from = rowStarts[at] ?? 0;
      const to = rowStarts[at + 1] ?? from;
      let first = from;
      while (first < to && !this.#hasValue(first)) first += 1;
      if (first === to) continue;
      let last = to - 1;
      while (last > first && !this.#hasValue(last)) last -= 1;
      bottom = rowNumbers[at] ?? 0;
      if (top < 0) top = bottom;
      left = Math.min(left, cells.columnAt(first));
      right = Math.max(right, cells.columnAt(last));
    }
    return top < 0 ? null : { top, left, bottom, right };
  }

  /** A formula counts as a value even where its result is not stored. */
  #hasValue(index: number): boolean {
    const { cells } = this.stored;
    const cellKind = cells.kindAt(index);
    return (
      cells.hasFormula(index) ||
      (cellKind !== kind.blank && this.#value(cellKind, index) !== "")
    );
  }

  cellAt(row: number, column: number): Cell | undefined {
    const index = this.stored.cells.find(row, column);
    return index < 0 ? undefined : this.#cell(index);
  }

  cells(): Iterable<Cell> {
    return {
      [Symbol.iterator]: () =>
        new CellWalk(this.stored.cells.length, (index) => this.#cell(index)),
    };
  }

  #cell(index: number): Cell {
    const { arrays, cells, formatOf, styled } = this.stored;
    const marked = cells.markedKindAt(index);
    const cellKind = marked & kindMask;
    const style = cells.styleAt(index);
    const cell = new StoredCell(
      cells.rowAt(index),
      cells.columnAt(index),
      typeOfKind[cellKind] ?? "blank",
      this.#value(cellKind, index),
      formatOf(style),
      styled ? style : -1,
      cells,
      index,
    );
    if (arrays === null && (marked & withFormula) === 0) return cell;
    const formula = this.#formula(index);
    if (formula !== undefined) cell.formula = formula;
    return cell;
  }

  #value(cellKind: number, index: number): number | string | boolean | null {
    const { cells, strings } = this.stored;
    const value = cells.valueAt(index);
    switch (cellKind) {
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
    const { arrays, cells, shared, shift } = this.stored;
    const stored = cells.formula(index);
    if (stored === undefined)
      return arrays?.at(cells.rowAt(index), cells.columnAt(index))?.text;
    if (stored.text !== null) return stored.text;
    const master = shared.get(stored.shared);
    if (master === undefined || shift === undefined) return "";
    return shift(
      master.text,
      cells.rowAt(index) - master.row,
      cells.columnAt(index) - master.column,
    );
  }

  rowHidden(row: number): boolean {
    const { hiddenRows, shownRows } = this.stored;
    return hiddenRows.has(row) || (shownRows !== null && !shownRows.has(row));
  }

  columnHidden(column: number): boolean {
    return this.#run(column)?.hidden ?? false;
  }

  columnWidth(column: number): number | undefined {
    return this.#run(column)?.width;
  }

  #run(column: number): ColumnRun | undefined {
    return columnRunAt(this.stored.columnRuns, column);
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
