import { cellRef } from "../model/sheet.ts";
import { lastColumn, lastRow } from "./cell-store.ts";
import type { IssueList } from "./issue-list.ts";
import type { XmlToken } from "./xml-cursor.ts";

/** Elements that carry what other versions know; they are no mistake. */
const foreign = new Set(["AlternateContent", "Choice", "Fallback", "extLst"]);

/** Notices tags among a sheet's rows that have no business there, and says so once. */
export class StrayTags {
  readonly #sheet: string;
  readonly #issues: IssueList;
  #inRow = false;
  /** How deep the scan is in an `extLst`, whose content is no cells. */
  #extension = 0;
  #count = 0;
  #first = { text: "", cell: "" };

  constructor(sheet: string, issues: IssueList) {
    this.#sheet = sheet;
    this.#issues = issues;
  }

  /** True inside an extension: nothing there belongs to the rows. */
  get skipping(): boolean {
    return this.#extension > 0;
  }

  /** Takes a tag among the rows that is no row's; `row` and `column` tell the cell before it. */
  tag(name: string, kind: XmlToken, row: number, column: number): void {
    if (name === "extLst" && kind !== "empty") {
      if (kind === "open") this.#extension += 1;
      else if (this.#extension > 0) this.#extension -= 1;
      else this.add(name, row, column);
      return;
    }
    if (this.#extension === 0 && !foreign.has(name))
      this.add(name, row, column);
  }

  /** Takes a row's tag: a row inside a row, or an end without a row, is astray. */
  row(kind: XmlToken, row: number, column: number): void {
    if (this.#extension > 0) return;
    if (this.#inRow !== (kind === "close")) this.add("row", row, column);
    this.#inRow = kind === "open";
  }

  /** The rows end. */
  leaveRows(row: number, column: number): void {
    if (this.#inRow) this.add("row", row, column);
    this.#inRow = false;
    this.#extension = 0;
  }

  add(text: string, row: number, column: number): void {
    this.#count += 1;
    if (this.#count > 1) return;
    const cell = cellRef(
      Math.min(Math.max(row, 0), lastRow),
      Math.min(Math.max(column, 0), lastColumn),
    );
    this.#first = { text, cell };
  }

  finish(): void {
    if (this.#count === 0) return;
    const { text, cell } = this.#first;
    this.#issues.add(
      "workbook.stray_element",
      "warning",
      { sheet: this.#sheet, cell },
      { text, count: this.#count },
    );
  }
}
