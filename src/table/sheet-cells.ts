import { kind, kindMask, typeOfKind, withFormula } from "../model/cell-kind.ts";
import type { Cell, CellType, SheetView, StoredCells } from "../model/sheet.ts";

/**
 * The stored cells of a sheet by number, row by row and from left to right, in
 * plain columns: who walks over many of them makes no object of any.
 */
export class SheetCells {
  /** The rows that have cells, ascending. */
  readonly rowNumbers: ArrayLike<number>;
  /** The number of the first cell of each of those rows, and behind them the number of cells. */
  readonly rowStarts: ArrayLike<number>;
  readonly columns: Uint16Array;
  /** One of `kind`, with `withFormula` where there is a formula; a text is `text` wherever it is kept. */
  readonly kinds: Uint8Array;
  /** The value of a number; of a text a number below `textCount`, of which equal ones mean equal texts. */
  readonly values: Float64Array;
  /** What `formatOf` takes. */
  readonly styles: Uint32Array;
  readonly textCount: number;
  readonly formatOf: (style: number) => string;
  readonly textOf: (text: number) => string;
  /** The cell as an object, which may be made anew each time. */
  readonly cell: (index: number) => Cell;

  private constructor(
    rows: Pick<SheetCells, "rowNumbers" | "rowStarts">,
    columns: Pick<SheetCells, "columns" | "kinds" | "values" | "styles">,
    says: Pick<SheetCells, "textCount" | "formatOf" | "textOf" | "cell">,
  ) {
    this.rowNumbers = rows.rowNumbers;
    this.rowStarts = rows.rowStarts;
    this.columns = columns.columns;
    this.kinds = columns.kinds;
    this.values = columns.values;
    this.styles = columns.styles;
    this.textCount = says.textCount;
    this.formatOf = says.formatOf;
    this.textOf = says.textOf;
    this.cell = says.cell;
  }

  static of(sheet: SheetView): SheetCells {
    const { stored } = sheet;
    return stored === undefined
      ? SheetCells.#ofObjects([...sheet.cells()])
      : SheetCells.#ofColumns(sheet, stored);
  }

  static #ofColumns(sheet: SheetView, stored: StoredCells): SheetCells {
    const { cells, strings, arrays } = stored;
    const { texts } = cells;
    const shared = strings?.count ?? 0;
    const own = emptyColumns(cells.length);
    const { columns, kinds, values, styles } = own;
    let from = 0;
    for (const block of cells.store.list) {
      columns.set(block.columns, from);
      styles.set(block.styles, from);
      values.set(block.values, from);
      kinds.set(block.kinds, from);
      from += block.kinds.length;
    }
    // Numbers, which most cells are, stay as they are; texts are told alike wherever they are kept.
    for (let index = 0; index < kinds.length; index += 1) {
      const marked = kinds[index] ?? kind.blank;
      if (marked === kind.number) continue;
      const own = marked & kindMask;
      const formula = marked & withFormula;
      kinds[index] = (own === kind.shared ? kind.text : own) | formula;
      if (own === kind.text) values[index] = shared + (values[index] ?? 0);
    }
    const cell = (index: number): Cell => {
      const at = sheet.cellAt(cells.rowAt(index), cells.columnAt(index));
      if (at === undefined) throw new Error(`no cell ${index}`);
      return at;
    };
    // What lies under an array formula is computed too.
    if (arrays !== null)
      for (let index = 0; index < cells.length; index += 1)
        if (cell(index).formula !== undefined)
          kinds[index] = (kinds[index] ?? 0) | withFormula;
    return new SheetCells(cells, own, {
      textCount: shared + texts.length,
      formatOf: stored.formatOf,
      textOf: (text) =>
        (text < shared ? strings?.at(text) : texts[text - shared]) ?? "",
      cell,
    });
  }

  static #ofObjects(cells: readonly Cell[]): SheetCells {
    const rowNumbers: number[] = [];
    const rowStarts: number[] = [];
    const own = emptyColumns(cells.length);
    const texts = new Numbers();
    const formats = new Numbers();
    cells.forEach(
      ({ row, column, type, value, raw, format, formula }, index) => {
        if (row !== rowNumbers.at(-1)) {
          rowNumbers.push(row);
          rowStarts.push(index);
        }
        own.columns[index] = column;
        own.kinds[index] =
          kind[type] | (formula === undefined ? 0 : withFormula);
        own.values[index] =
          type === "text"
            ? texts.of(raw)
            : typeof value === "number"
              ? value
              : 0;
        own.styles[index] = formats.of(format);
      },
    );
    rowStarts.push(cells.length);
    return new SheetCells({ rowNumbers, rowStarts }, own, {
      textCount: texts.all.length,
      formatOf: (style) => formats.all[style] ?? "General",
      textOf: (text) => texts.all[text] ?? "",
      cell: (index) => {
        const cell = cells[index];
        if (cell === undefined) throw new Error(`no cell ${index}`);
        return cell;
      },
    });
  }

  typeAt(index: number): CellType {
    return typeOfKind[(this.kinds[index] ?? 0) & kindMask] ?? "blank";
  }

  numberAt(index: number): number {
    return this.values[index] ?? 0;
  }

  /** The number of a text cell's text. */
  textAt(index: number): number {
    return this.values[index] ?? 0;
  }

  hasFormula(index: number): boolean {
    return ((this.kinds[index] ?? 0) & withFormula) !== 0;
  }

  columnAt(index: number): number {
    return this.columns[index] ?? 0;
  }
}

function emptyColumns(
  length: number,
): Pick<SheetCells, "columns" | "kinds" | "values" | "styles"> {
  return {
    columns: new Uint16Array(length),
    kinds: new Uint8Array(length),
    values: new Float64Array(length),
    styles: new Uint32Array(length),
  };
}

/** Texts by number, each once. */
class Numbers {
  readonly all: string[] = [];
  readonly #known = new Map<string, number>();

  of(text: string): number {
    let number = this.#known.get(text);
    if (number === undefined) {
      number = this.all.push(text) - 1;
      this.#known.set(text, number);
    }
    return number;
  }
}
