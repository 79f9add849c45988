import type { CellRange } from "./sheet.ts";

/** A text and the cell it stands in. */
export interface HeaderText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** A cell and the name that stands beside it. */
export interface NamedCell {
  readonly label: HeaderText;
  readonly row: number;
  readonly column: number;
}

/**
 * A table found in a sheet. The body is the rectangle `body`; every body column
 * has a path of header texts from the top level to the nearest one, every body
 * row the texts of its stub cells from left to right. Nothing is interpreted
 * here: `match/` reads the words, `lens/` makes bindings.
 */
export interface Table {
  readonly sheet: string;
  readonly part: string;
  /** Title, header, stub, body and notes together. */
  readonly range: CellRange;
  /** Title and subtitle texts above the header, from top to bottom. */
  readonly title: readonly HeaderText[];
  /** Titles and meta lines of the sheet that stand above an earlier table and hold for this one too. */
  readonly outer: readonly HeaderText[];
  /** 填报单位, 单位：, 填报时间 … lines above the header. */
  readonly meta: readonly HeaderText[];
  readonly headerRows: { readonly top: number; readonly bottom: number };
  /** Columns left of the body that name its rows; may be empty. */
  readonly stubColumns: readonly number[];
  readonly body: CellRange;
  /** For each body column: header texts, outermost first; a unit below the name of one column stands in brackets behind that name. */
  readonly columns: readonly {
    readonly column: number;
    readonly path: readonly HeaderText[];
  }[];
  /** For each body row: stub texts, outermost first; merged parents repeat. */
  readonly rows: readonly {
    readonly row: number;
    readonly path: readonly HeaderText[];
  }[];
  /** The body rows, those that only name the rows below them left out. */
  readonly bodyRows: readonly number[];
  /** Header paths of the stub columns, in the order of `stubColumns`. */
  readonly stubHeaders: readonly (readonly HeaderText[])[];
  /** Of a card: its cells with their names; it has no header, and its rows are empty. Empty for a table. */
  readonly pairs: readonly NamedCell[];
  /** 注, 备注 above the header or below the body, signatures. */
  readonly notes: readonly HeaderText[];
}
