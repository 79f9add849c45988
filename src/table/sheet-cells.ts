import { kind, typeOfKind } from "../model/cell-kind.ts";
import type { Cell, CellType, SheetView, StoredCells } from "../model/sheet.ts";

/**
 * The stored cells of a sheet by number, row by row and from left to right: who
 * walks over many of them makes no object of any.
 */
export interface SheetCells {
  /** The rows that have cells, ascending. */
  readonly rowNumbers: ArrayLike<number>;
  /** The number of the first cell of each of those rows, and behind them the number of cells. */
  readonly rowStarts: ArrayLike<number>;
  columnAt(index: number): number;
  typeAt(index: number): CellType;
  /** The value of a number; nothing is promised of other types. */
  numberAt(index: number): number;
  /** A number below `textCount` for the text of a text cell; equal ones mean equal texts. */
  textAt(index: number): number;
  readonly textCount: number;
  textOf(text: number): string;
  hasFormula(index: number): boolean;
  formatAt(index: number): string;
  /** The cell as an object, made anew each time. */
  cell(index: number): Cell;
}

export function cellsOf(sheet: SheetView): SheetCells {
  const { stored } = sheet;
  return stored === undefined
    ? new ObjectCells([...sheet.cells()])
    : new ColumnCells(sheet, stored);
}

/** Cells that lie in columns. */
class ColumnCells implements SheetCells {
  readonly rowNumbers: ArrayLike<number>;
  readonly rowStarts: ArrayLike<number>;
  readonly textCount: number;
  readonly #sheet: SheetView;
  readonly #stored: StoredCells;
  readonly #cells: StoredCells["cells"];
  readonly #shared: number;

  constructor(sheet: SheetView, stored: StoredCells) {
    const { cells, strings } = stored;
    this.#sheet = sheet;
    this.#stored = stored;
    this.#cells = cells;
    this.#shared = strings?.count ?? 0;
    this.rowNumbers = cells.rowNumbers;
    this.rowStarts = cells.rowStarts;
    this.textCount = this.#shared + cells.texts.length;
  }

  columnAt(index: number): number {
    return this.#cells.columnAt(index);
  }

  typeAt(index: number): CellType {
    return typeOfKind[this.#cells.kindAt(index)] ?? "blank";
  }

  numberAt(index: number): number {
    return this.#cells.valueAt(index);
  }

  textAt(index: number): number {
    const value = this.#cells.valueAt(index);
    return this.#cells.kindAt(index) === kind.shared
      ? value
      : this.#shared + value;
  }

  textOf(text: number): string {
    const { strings } = this.#stored;
    return text < this.#shared
      ? (strings?.at(text) ?? "")
      : (this.#cells.texts[text - this.#shared] ?? "");
  }

  hasFormula(index: number): boolean {
    if (this.#cells.hasFormula(index)) return true;
    // What lies under an array formula is computed too.
    return (
      this.#stored.arrays !== null && this.cell(index).formula !== undefined
    );
  }

  formatAt(index: number): string {
    return this.#stored.formatOf(this.#cells.styleAt(index));
  }

  cell(index: number): Cell {
    const row = this.#cells.rowAt(index);
    const cell = this.#sheet.cellAt(row, this.#cells.columnAt(index));
    if (cell === undefined) throw new Error(`no cell ${index}`);
    return cell;
  }
}

/** Cells that are objects already, by row, then by column. */
class ObjectCells implements SheetCells {
  readonly rowNumbers: readonly number[];
  readonly rowStarts: readonly number[];
  readonly #cells: readonly Cell[];
  readonly #texts: string[] = [];
  readonly #textAt: readonly number[];

  constructor(cells: readonly Cell[]) {
    this.#cells = cells;
    const rows: number[] = [];
    const starts: number[] = [];
    const known = new Map<string, number>();
    this.#textAt = cells.map(({ row, type, raw }, index) => {
      if (row !== rows.at(-1)) {
        rows.push(row);
        starts.push(index);
      }
      if (type !== "text") return 0;
      let text = known.get(raw);
      if (text === undefined) {
        text = this.#texts.push(raw) - 1;
        known.set(raw, text);
      }
      return text;
    });
    starts.push(cells.length);
    this.rowNumbers = rows;
    this.rowStarts = starts;
  }

  get textCount(): number {
    return this.#texts.length;
  }

  columnAt(index: number): number {
    return this.cell(index).column;
  }

  typeAt(index: number): CellType {
    return this.cell(index).type;
  }

  numberAt(index: number): number {
    return Number(this.cell(index).value);
  }

  textAt(index: number): number {
    return this.#textAt[index] ?? 0;
  }

  textOf(text: number): string {
    return this.#texts[text] ?? "";
  }

  hasFormula(index: number): boolean {
    return this.cell(index).formula !== undefined;
  }

  formatAt(index: number): string {
    return this.cell(index).format;
  }

  cell(index: number): Cell {
    const cell = this.#cells[index];
    if (cell === undefined) throw new Error(`no cell ${index}`);
    return cell;
  }
}
