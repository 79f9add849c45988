/** Inclusive, 0-based rectangle of cells. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * `number` holds a double (dates are serials until someone converts them),
 * `date` an ISO text written with `t="d"`, `error` the error's text (`#DIV/0!`),
 * `blank` a cell that is present (styled) and has no value.
 */
export type CellType =
  "number" | "text" | "boolean" | "error" | "date" | "blank";

/** One stored cell. Rows and columns are 0-based. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly type: CellType;
  readonly value: number | string | boolean | null;
  /** The stored text: of a number its digits as the file has them, of a text the text; empty when blank. */
  readonly raw: string;
  /** The formula without its `=`, expanded for shared formulas; undefined for a constant. */
  readonly formula?: string;
  /** Number format code, `General` when none is set. */
  readonly format: string;
  /** Index of the cell's style in the workbook; -1 where the format has none. */
  readonly style: number;
}

/** A link over one or more cells. */
export interface Hyperlink {
  readonly range: CellRange;
  /** Address outside the workbook, as the file has it; null for a place inside it. */
  readonly target: string | null;
  /** Place inside the workbook or behind a `#` of the address; null without one. */
  readonly location: string | null;
  /** Text shown beside the pointer; null without one. */
  readonly tooltip: string | null;
}

/** What somebody wrote beside a cell; the answers in a conversation are notes of their own, in order. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  /** Empty when the file does not say. */
  readonly author: string;
  readonly text: string;
}

/** A number of stored cells in columns. */
export interface CellBlock {
  readonly columns: Uint16Array;
  /** One of `kind`, with `withFormula` where a formula is stored at the cell itself, and marks of the reader. */
  readonly kinds: Uint8Array;
  readonly styles: Uint16Array | Uint32Array;
  /** What the kind says. */
  readonly values: Float64Array;
}

/** The columns that a sheet's cells lie in, by number: row by row and from left to right. */
export interface StoredCells {
  readonly cells: {
    readonly length: number;
    /** The rows that have cells, ascending. */
    readonly rowNumbers: Uint32Array;
    /** The number of the first cell of each of those rows, and behind them the number of cells. */
    readonly rowStarts: Uint32Array;
    /** The texts that stand in no list of shared ones. */
    readonly texts: readonly string[];
    rowAt(index: number): number;
    columnAt(index: number): number;
    /** All cells in their order, block by block. */
    readonly store: { readonly list: readonly CellBlock[] };
  };
  /** Null where the format has no shared texts. */
  readonly strings: {
    readonly count: number;
    at(index: number): string;
  } | null;
  /** Null where no array formula fills cells beside its own. */
  readonly arrays: object | null;
  /** Number format code of a style. */
  readonly formatOf: (style: number) => string;
}

/** A read-only view of one sheet. Nothing is allocated from a declared dimension. */
export interface SheetView {
  readonly name: string;
  /** Path of the part in the package; the sheet's index as text for formats without parts. */
  readonly part: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly merges: readonly CellRange[];
  /** Links that stand on cells; a `HYPERLINK` formula is a formula. */
  readonly hyperlinks: readonly Hyperlink[];
  readonly notes: readonly CellNote[];
  /** The smallest rectangle around every cell that has a value; null for an empty sheet. */
  readonly bounds: CellRange | null;
  cellAt(row: number, column: number): Cell | undefined;
  /** Stored cells by row, then by column, blanks included. */
  cells(): Iterable<Cell>;
  /** What the cells lie in; absent where they are kept as objects. */
  readonly stored?: StoredCells;
  rowHidden(row: number): boolean;
  columnHidden(column: number): boolean;
  /** Width in characters; undefined when the sheet does not say. */
  columnWidth(column: number): number | undefined;
}

/** A defined name that points at one cell or range of one sheet. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

/**
 * Where the text of a cell stands. What is absent is as in a new sheet: words
 * left and figures right, at the bottom, on one line.
 */
export interface CellAlignment {
  readonly across?: "left" | "center" | "right";
  readonly down?: "top" | "center";
  readonly wrap?: true;
  /** Steps from the side that `across` names. */
  readonly indent?: number;
}

/** How the cells of one style look; `fill` is `#rrggbb`, null without one. */
export interface CellLook {
  readonly fill: string | null;
  readonly bold: boolean;
  readonly align?: CellAlignment;
}

/** What every format is read into. */
export interface WorkbookView {
  /** `xlsx`, `xlsm`, `xls`, `ods`, `csv`, `html`, `xml2003`. */
  readonly format: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetView[];
  readonly names: readonly DefinedName[];
  /** How cells look, by `Cell.style`, where reading the file told it anyhow; see `workbook/cell-looks.ts` for the others. */
  readonly looks?: readonly CellLook[];
  /** True when the bytes can be patched (zip packages); other formats are read only. */
  readonly writable: boolean;
}

/**
 * One write. `date` holds an ISO day and is stored as a serial; `clear` empties
 * the cell and keeps its style.
 */
export type CellEdit = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Why: recorded in the edit closure. */
  readonly reason?: string;
  /** True writes over a formula, which is lost; without it a cell with a formula is refused. */
  readonly overFormula?: boolean;
} & (
  | {
      readonly kind: "number";
      readonly value: number;
      /** Exact digits to store instead of the double's shortest text. */
      readonly text?: string;
      /** Number format to give the cell; a style is appended when none has it. */
      readonly format?: string;
    }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "date"; readonly value: string; readonly format?: string }
  | { readonly kind: "clear" }
);

/** One touched thing of the package, and why. */
export interface ClosureItem {
  /** Zip entry. */
  readonly entry: string;
  /** Cell reference in a sheet, or the element or attribute touched in another part. */
  readonly element: string;
  readonly reason:
    | "cell"
    | "row"
    | "sharedString"
    | "style"
    | "cache"
    | "formula"
    | "calcChain"
    | "property"
    | "contentType"
    | "relationship";
  readonly sheet?: string;
}

/** `B5` for row 4, column 1. */
export function cellRef(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Row and column of an A1 reference (`$` allowed); null when it is none or lies outside XFD1048576. */
export function parseCellRef(
  text: string,
): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  if (column > 16384 || row > 1048576) return null;
  return { row: row - 1, column: column - 1 };
}

/** A range such as `A1:C3` or one cell; null when the text is neither. */
export function parseRange(text: string): CellRange | null {
  const [from, to = from, rest] = text.split(":");
  if (from === undefined || to === undefined || rest !== undefined) return null;
  const a = parseCellRef(from);
  const b = parseCellRef(to);
  if (a === null || b === null) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** `A1:C3`, or `A1` for a single cell. */
export function rangeText(range: CellRange): string {
  const from = cellRef(range.top, range.left);
  const to = cellRef(range.bottom, range.right);
  return from === to ? from : `${from}:${to}`;
}
