import { parseRange, type CellRange } from "../model/sheet.ts";
import type { IssueList } from "./issue-list.ts";
import type { XmlCursor } from "./xml-cursor.ts";

/** A run of columns that share width, visibility and style. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly width: number | undefined;
  readonly hidden: boolean;
  readonly style: number;
}

/** A link as the sheet writes it; `id` names the relationship that holds its address, empty without one. */
export interface LinkElement {
  readonly range: CellRange;
  readonly id: string;
  readonly location: string | null;
  readonly tooltip: string | null;
}

/** What a sheet says beside its cells: columns, merges, links. */
export class SheetFeatures {
  readonly merges: CellRange[] = [];
  readonly columnRuns: ColumnRun[] = [];
  readonly links: LinkElement[] = [];
  /** True when rows are hidden unless they say otherwise. */
  rowsHidden = false;
  /** True when the sheet limits what a person may enter. */
  ruled = false;
  readonly #sheet: string;
  readonly #issues: IssueList;
  /** The list the scan stands in. */
  #list = "";

  constructor(sheet: string, issues: IssueList) {
    this.#sheet = sheet;
    this.#issues = issues;
  }

  /** Takes a tag that stands outside the sheet's rows. */
  tag(cursor: XmlCursor, name: string): void {
    const closing = cursor.kind === "close";
    switch (name) {
      case "cols":
      case "mergeCells":
      case "hyperlinks":
        this.#list = cursor.kind === "open" ? name : "";
        return;
      case "col":
        if (this.#list === "cols" && !closing) this.#columnRun(cursor);
        return;
      case "mergeCell":
        if (this.#list === "mergeCells" && !closing) this.#merge(cursor);
        return;
      case "hyperlink":
        if (this.#list === "hyperlinks" && !closing) this.#link(cursor);
        return;
      case "sheetProtection":
      case "dataValidation":
        this.ruled = true;
        return;
      case "sheetFormatPr":
        if (isTrue(cursor.attribute("zeroHeight"))) this.rowsHidden = true;
        return;
    }
  }

  finish(): void {
    this.columnRuns.sort((a, b) => a.first - b.first);
  }

  #columnRun(cursor: XmlCursor): void {
    const first = Number(cursor.attribute("min") ?? NaN);
    const last = Number(cursor.attribute("max") ?? NaN);
    if (!(first >= 1 && last >= first)) return;
    const width = cursor.attribute("width");
    this.columnRuns.push({
      first: first - 1,
      last: last - 1,
      width: width === null || width === "" ? undefined : Number(width),
      hidden: isTrue(cursor.attribute("hidden")),
      style: Number(cursor.attribute("style") ?? 0) || 0,
    });
  }

  #range(cursor: XmlCursor, code: string): CellRange | null {
    const text = cursor.attribute("ref") ?? "";
    const range = parseRange(text);
    if (range === null)
      this.#issues.add(code, "warning", { sheet: this.#sheet }, { text });
    return range;
  }

  #merge(cursor: XmlCursor): void {
    const range = this.#range(cursor, "workbook.bad_merge");
    if (range !== null) this.merges.push(range);
  }

  #link(cursor: XmlCursor): void {
    const range = this.#range(cursor, "workbook.bad_link");
    if (range === null) return;
    this.links.push({
      range,
      id: cursor.attribute("id") ?? "",
      location: cursor.attribute("location"),
      tooltip: cursor.attribute("tooltip"),
    });
  }
}

export function isTrue(text: string | null): boolean {
  return text === "1" || text === "true" || text === "on";
}
