import { basename } from "node:path";
import type { Reading } from "../../../src/engine.ts";
import type { Matcher } from "../../../src/match/matcher.ts";
import {
  type Cell,
  type CellRange,
  cellRef,
  parseCellRef,
  type SheetView,
  type WorkbookView,
} from "../../../src/model/sheet.ts";
import type { HeaderText } from "../../../src/model/table.ts";
import { findTables } from "../../../src/table/find-tables.ts";
import { linesOf } from "../../../src/table/lines.ts";
import type {
  FileLabels,
  Label,
  LabelledFile,
  SheetLabels,
} from "../labels.ts";

/** A cell without its place. */
export type DraftCell = Omit<Cell, "row" | "column">;

/** A label, and the cell it is of. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly kind: "binding" | "slot" | "aggregate" | "ordinal";
  readonly label: Label;
}

/** Where a table with labels lies, as the unchanged sheet is recognised. */
export interface DraftTable {
  readonly kind: "figures" | "records" | "card";
  /** First row of the header. */
  readonly top: number;
  /** First row of the body. */
  readonly body: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly stub: readonly number[];
  readonly title: readonly HeaderText[];
}

/** A sheet somebody is changing: cells by place, and the labels on them. */
export interface DraftSheet {
  readonly name: string;
  readonly view: SheetView;
  readonly cells: ReadonlyMap<number, DraftCell>;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly marks: readonly Mark[];
  readonly tables: readonly DraftTable[];
  readonly labels: SheetLabels | null;
}

export interface Draft {
  readonly set: string;
  readonly file: string;
  readonly workbook: WorkbookView;
  readonly sheets: readonly DraftSheet[];
  readonly labels: FileLabels;
}

const columnsOfSheet = 16384;

/** The number a draft keeps a cell under. */
export function placeOf(row: number, column: number): number {
  return row * columnsOfSheet + column;
}

export function rowOf(place: number): number {
  return Math.floor(place / columnsOfSheet);
}

export function columnOf(place: number): number {
  return place % columnsOfSheet;
}

/** A labelled file that was opened, ready to be changed. */
export function draftOf(
  { set, path, labels }: LabelledFile,
  reading: Reading,
  matcher: Matcher,
): Draft | null {
  const { workbook } = reading;
  if (workbook === null) return null;
  const [only] = labels.sheets;
  const alone = labels.sheets.length === 1 && workbook.sheets.length === 1;
  return {
    set,
    file: basename(path),
    workbook,
    labels,
    sheets: workbook.sheets.map((view) =>
      sheetDraft(
        view,
        (alone ? only : labels.sheets.find((one) => one.sheet === view.name)) ??
          null,
        reading,
        matcher,
      ),
    ),
  };
}

function sheetDraft(
  view: SheetView,
  labels: SheetLabels | null,
  reading: Reading,
  matcher: Matcher,
): DraftSheet {
  const cells = new Map<number, DraftCell>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  for (const cell of view.cells()) {
    const { row, column } = cell;
    cells.set(placeOf(row, column), contentOf(cell));
    if (view.rowHidden(row)) hiddenRows.add(row);
    if (view.columnHidden(column)) hiddenColumns.add(column);
  }
  const marks = labels === null ? [] : marksOf(labels);
  return {
    name: view.name,
    view,
    cells,
    merges: view.merges,
    hiddenRows,
    hiddenColumns,
    marks,
    tables:
      view.state === "visible" ? tablesOf(view, marks, reading, matcher) : [],
    labels,
  };
}

/** Cells of stored sheets read what they hold when asked. */
function contentOf({
  type,
  value,
  raw,
  formula,
  format,
  style,
}: Cell): DraftCell {
  return {
    type,
    value,
    raw,
    ...(formula === undefined ? {} : { formula }),
    format,
    style,
  };
}

function marksOf({
  bindings,
  slots = [],
  aggregates,
  ordinals,
}: SheetLabels): Mark[] {
  const placed = (label: Label, kind: Mark["kind"]): Mark[] => {
    const at = parseCellRef(label.cell);
    return at === null ? [] : [{ ...at, kind, label }];
  };
  return [
    ...bindings.flatMap((label) => placed(label, "binding")),
    ...slots.flatMap((label) => placed(label, "slot")),
    ...aggregates.flatMap((cell) => placed({ cell }, "aggregate")),
    ...ordinals.flatMap((cell) => placed({ cell }, "ordinal")),
  ];
}

function tablesOf(
  view: SheetView,
  marks: readonly Mark[],
  reading: Reading,
  matcher: Matcher,
): DraftTable[] {
  return findTables(
    view,
    matcher,
    linesOf(view, reading.workbook?.date1904 ?? false),
  )
    .map((table): DraftTable => {
      const columns = [
        ...table.stubColumns,
        ...table.columns.map(({ column }) => column),
      ];
      const bound = reading.tables.find(
        ({ sheet, range }) =>
          sheet === view.name &&
          range.top === table.range.top &&
          range.left === table.range.left,
      );
      return {
        kind:
          table.pairs.length > 0
            ? "card"
            : bound?.orientation === "records"
              ? "records"
              : "figures",
        top: table.headerRows.top,
        body: table.body.top,
        bottom: table.body.bottom,
        left: Math.min(table.range.left, ...columns),
        right: Math.max(table.body.right, ...columns),
        stub: table.stubColumns,
        title: table.title,
      };
    })
    .filter((table) => marks.some((mark) => isInBody(mark, table)));
}

/** True for a place in the columns and body rows of a table. */
export function isInBody(
  { row, column }: { readonly row: number; readonly column: number },
  { body, bottom, left, right }: DraftTable,
): boolean {
  return row >= body && row <= bottom && column >= left && column <= right;
}

/** The changed workbook, as opening its file would give it. */
export function workbookOf({ workbook, sheets }: Draft): WorkbookView {
  return { ...workbook, names: [], sheets: sheets.map(viewOf) };
}

function viewOf(sheet: DraftSheet): SheetView {
  const cells = [...sheet.cells]
    .sort(([a], [b]) => a - b)
    .map(([place, cell]): Cell => ({
      ...cell,
      row: rowOf(place),
      column: columnOf(place),
    }));
  const byPlace = new Map(
    cells.map((cell) => [placeOf(cell.row, cell.column), cell]),
  );
  return {
    name: sheet.name,
    part: sheet.view.part,
    state: sheet.view.state,
    merges: sheet.merges,
    hyperlinks: [],
    notes: [],
    bounds: boundsOf(cells.filter(({ type }) => type !== "blank")),
    cellAt: (row, column) => byPlace.get(placeOf(row, column)),
    cells: () => cells,
    rowHidden: (row) => sheet.hiddenRows.has(row),
    columnHidden: (column) => sheet.hiddenColumns.has(column),
    columnWidth: () => undefined,
  };
}

function boundsOf(cells: readonly Cell[]): CellRange | null {
  if (cells.length === 0) return null;
  const range = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of cells) {
    range.top = Math.min(range.top, row);
    range.left = Math.min(range.left, column);
    range.bottom = Math.max(range.bottom, row);
    range.right = Math.max(range.right, column);
  }
  return range;
}

/** The labels of the changed file, on the cells where they lie now. */
export function labelsOf({ file, sheets, labels }: Draft): FileLabels {
  return {
    ...labels,
    file,
    sheets: sheets.flatMap((sheet): SheetLabels[] => {
      if (sheet.labels === null) return [];
      const of = (kind: Mark["kind"]): Label[] =>
        sheet.marks
          .filter((mark) => mark.kind === kind)
          .map(({ row, column, label }) => ({
            ...label,
            cell: cellRef(row, column),
          }));
      const slots = of("slot");
      return [
        {
          ...sheet.labels,
          sheet: sheet.name,
          bindings: of("binding"),
          ...(sheet.labels.slots === undefined ? {} : { slots }),
          aggregates: of("aggregate").map(({ cell }) => cell),
          ordinals: of("ordinal").map(({ cell }) => cell),
        },
      ];
    }),
  };
}
