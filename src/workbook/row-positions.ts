/** Where a row's element stands; `close` is its closing tag's position, -1 for a self-closed one. */
export interface RowPosition {
  readonly row: number;
  readonly start: number;
  readonly open: number;
  close: number;
}

/** Where the rows stand; `close` -1 for a self-closed `<sheetData/>`. */
export interface SheetDataPosition {
  readonly start: number;
  readonly open: number;
  readonly prefix: string;
  close: number;
}
