import {
  cellRef,
  type CellLook,
  type CellNote,
  type CellRange,
  type Hyperlink,
  type SheetView,
} from "../../model/sheet.ts";
import { CellColumns, kind } from "../cell-columns.ts";
import type { IssueList } from "../issue-list.ts";
import type { ColumnRun } from "../sheet-features.ts";
import { StoredSheet } from "../stored-sheet.ts";
import { RowRuns } from "./row-runs.ts";
import { StyleList } from "./style-list.ts";
import { plainNumber } from "../plain-number.ts";

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** Cells a repetition may stand for in one workbook before the rest is left out. */
const mostRepeated = 2_000_000;

const encoder = new TextEncoder();

/** Gathers what a sheet of another format holds; the formats of its cells are kept as codes. */
export class SheetBuilder {
  readonly name: string;
  state: SheetView["state"] = "visible";
  readonly cells = new CellColumns(false);
  readonly merges: CellRange[] = [];
  readonly columnRuns: ColumnRun[] = [];
  readonly hyperlinks: Hyperlink[] = [];
  readonly notes: CellNote[] = [];
  readonly #issues: IssueList;
  readonly #styles: StyleList;
  /** True where the styles have looks, shared by the sheets of a workbook. */
  readonly #styled: boolean;
  /** How the cells that are added next look. */
  look: CellLook | undefined;
  /** True where rows are hidden unless they say otherwise. */
  hidesRows = false;
  readonly #shown = new Set<number>();
  readonly #hidden: { readonly first: number; readonly last: number }[] = [];
  #outside: { readonly row: number; readonly column: number } | null = null;
  #outsideCount = 0;

  /** `styles` are those of the workbook, where its format has any. */
  constructor(name: string, issues: IssueList, styles?: StyleList) {
    this.name = name;
    this.#issues = issues;
    this.#styles = styles ?? new StyleList();
    this.#styled = styles !== undefined;
  }

  #style(code: string): number {
    return this.#styles.numberOf(code, this.look);
  }

  /** False, and counted, for an address no sheet has. */
  inside(row: number, column: number): boolean {
    if (row <= lastRow && column <= lastColumn) return true;
    this.#outside ??= { row, column };
    this.#outsideCount += 1;
    return false;
  }

  /** Adds a number; `raw` is its text in the file, where it has one. Gives the cell's number, -1 outside the sheet. */
  number(
    row: number,
    column: number,
    value: number,
    format: string,
    raw?: string,
  ): number {
    if (!this.inside(row, column)) return -1;
    const style = this.#style(format);
    const index = this.cells.push(row, column, kind.number, style, value);
    if (raw !== undefined && raw !== String(value)) {
      const digits = encoder.encode(raw);
      this.cells.setRaw(index, digits, 0, Math.min(digits.length, 255));
    }
    return index;
  }

  text(
    row: number,
    column: number,
    value: string,
    format: string,
    as: "text" | "error" | "date" = "text",
  ): number {
    if (!this.inside(row, column)) return -1;
    const style = this.#style(format);
    return this.cells.pushText(row, column, kind[as], style, value);
  }

  /** A text, or a number where the text is one beyond doubt. */
  typed(row: number, column: number, text: string, format: string): number {
    const value = plainNumber(text);
    return value === null
      ? this.text(row, column, text, format)
      : this.number(row, column, value, format, text);
  }

  boolean(row: number, column: number, value: boolean, format: string): number {
    if (!this.inside(row, column)) return -1;
    const style = this.#style(format);
    return this.cells.push(row, column, kind.boolean, style, value ? 1 : 0);
  }

  blank(row: number, column: number, format: string): number {
    if (!this.inside(row, column)) return -1;
    return this.cells.push(row, column, kind.blank, this.#style(format), 0);
  }

  formula(index: number, text: string): void {
    if (index >= 0) {
      this.cells.formulas.set(index, { text, shared: "", array: false });
      this.cells.markFormula(index);
    }
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top > lastRow || left > lastColumn || bottom < top || right < left)
      return;
    if (bottom === top && right === left) return;
    this.merges.push({
      top,
      left,
      bottom: Math.min(bottom, lastRow),
      right: Math.min(right, lastColumn),
    });
  }

  hideRows(first: number, last: number): void {
    if (first <= lastRow) this.#hidden.push({ first, last });
  }

  /** A row that says it is shown. */
  showRow(row: number): void {
    this.#shown.add(row);
  }

  /** Adds a link to an address; what stands behind its `#` is a place there, or in this workbook. */
  link(range: CellRange, address: string): void {
    const cut = address.indexOf("#");
    const target = cut < 0 ? address : address.slice(0, cut);
    this.hyperlinks.push({
      range,
      target: target === "" ? null : target,
      location: cut < 0 ? null : address.slice(cut + 1),
      tooltip: null,
    });
  }

  note(row: number, column: number, text: string, author = ""): void {
    if (row <= lastRow && column <= lastColumn)
      this.notes.push({ row, column, author, text });
  }

  badNumber(row: number, column: number, text: string): void {
    this.#issues.add(
      "workbook.bad_number",
      "error",
      { sheet: this.name, cell: cellRef(row, column) },
      { text: text.slice(0, 40) },
    );
  }

  missingString(row: number, column: number, index: number): void {
    this.#issues.add(
      "workbook.missing_string",
      "error",
      { sheet: this.name, cell: cellRef(row, column) },
      { text: String(index) },
    );
  }

  columns(run: {
    readonly first: number;
    readonly last: number;
    readonly width: number | undefined;
    readonly hidden: boolean;
  }): void {
    if (run.first > lastColumn) return;
    const last = Math.min(run.last, lastColumn);
    this.columnRuns.push({ ...run, last, style: 0 });
  }

  /** The finished sheet; `part` is its number among the sheets. */
  build(part: number): StoredSheet {
    if (this.#outside !== null) {
      const { row, column } = this.#outside;
      this.#issues.add(
        "workbook.cell_out_of_range",
        "error",
        { sheet: this.name },
        { cell: cellRef(row, column), count: this.#outsideCount },
      );
    }
    const { cells } = this;
    const settling = cells.settling((row, column) => {
      const cell = cellRef(row, column);
      this.#issues.add("workbook.duplicate_cell", "error", {
        sheet: this.name,
        cell,
      });
    });
    while (settling.next().done !== true);
    this.columnRuns.sort((a, b) => a.first - b.first);
    const styles = this.#styles;
    return new StoredSheet({
      name: this.name,
      part: String(part),
      state: this.state,
      cells,
      merges: this.merges,
      hyperlinks: this.hyperlinks,
      notes: this.notes,
      columnRuns: this.columnRuns,
      hiddenRows: new RowRuns(this.#hidden),
      shownRows: this.hidesRows ? this.#shown : null,
      arrays: null,
      shared: new Map(),
      strings: null,
      formatOf: (style) => styles.codeOf(style),
      styled: this.#styled,
    });
  }
}

/** What repetitions may still give; shared by the sheets of a workbook. */
export class RepeatBudget {
  #left = mostRepeated;

  /** How many of `count` may be given. */
  take(count: number): number {
    const given = Math.min(count, this.#left);
    this.#left -= given;
    return given;
  }
}
