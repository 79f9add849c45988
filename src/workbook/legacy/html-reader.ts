import type { IssueList } from "../issue-list.ts";
import { HtmlCellText } from "./html-cell-text.ts";
import { HtmlGrid } from "./html-grid.ts";
import { type HtmlLook, HtmlLooks } from "./html-look.ts";
import { HtmlStyles, type HtmlStyle } from "./html-style.ts";
import type { HtmlToken } from "./html-tokens.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import type { StyleList } from "./style-list.ts";

/** Tables in tables that are laid out; the content of deeper ones is text of its cell. */
const deepest = 8;

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly style: HtmlStyle;
  /** True for a cell that heads a row or a column. */
  readonly heads: boolean;
  /** True once its text begins in bold letters. */
  bold: boolean;
  readonly text: HtmlCellText;
  readonly note: HtmlCellText;
}

/** A table that was opened and not yet closed. */
interface OpenTable {
  grid: HtmlGrid;
  cell: OpenCell | null;
  inRow: boolean;
  rowFormat: string | undefined;
  rowLook: HtmlLook;
  /** Column the next `<col>` speaks of. */
  nextColumn: number;
}

/** Elements that begin a line of their own. */
const blocks = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "center", "ul", "ol", "dd", "dt", "hr", "form", "fieldset", "pre", "section", "header", "footer", "article", "body"]); // prettier-ignore

/** Elements whose content nobody sees. */
const unseen = new Set(["script", "style", "title", "head", "select", "noscript", "textarea", "object", "template", "xml"]); // prettier-ignore

/**
 * Lays the tables of a page out on one sheet, one below the other as
 * spreadsheets do, with what is written between them in rows of their own.
 */
export class HtmlReader {
  readonly sheet: SheetBuilder;
  title = "";
  /** Cells with content in tables, and whether a row had two. */
  tableCells = 0;
  sideBySide = false;
  asksPassword = false;
  readonly #styles = new HtmlStyles();
  readonly #looks = new HtmlLooks();
  readonly #tables: OpenTable[] = [];
  #tooDeep = 0;
  #loose = new HtmlCellText();
  #row = 0;
  #element = "";
  #unseen: string[] = [];
  #rowCells = 0;
  #inNote = false;

  constructor(issues: IssueList, name: string, styles: StyleList) {
    this.sheet = new SheetBuilder(name, issues, styles);
  }

  take(token: HtmlToken): void {
    switch (token.kind) {
      case "text":
        if (this.#element === "style") this.#styles.add(token.text);
        else if (this.#element === "title") this.title ||= token.text.trim();
        else if (this.#unseen.length === 0) this.#text.add(token.text);
        return;
      case "open":
        this.#open(token.name, token.attributes);
        return;
      case "close":
        this.#close(token.name);
        return;
      case "comment":
        // Style sheets are often hidden from the oldest browsers.
        if (this.#element === "style") this.#styles.add(token.text);
    }
  }

  finish(): void {
    while (this.#tables.length > 0) this.#closeTable();
    this.#flushLoose();
  }

  get #table(): OpenTable | undefined {
    return this.#tables.at(-1);
  }

  /** Where text goes now. */
  get #text(): HtmlCellText {
    const cell = this.#table?.cell;
    if (cell == null) return this.#loose;
    return this.#inNote ? cell.note : cell.text;
  }

  #open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#element = name;
    if (unseen.has(name)) {
      // A page may leave its head open.
      if (name !== "head" && this.#unseen.length < 64) this.#unseen.push(name);
      return;
    }
    if (this.#unseen.length > 0) return;
    const table = this.#table;
    if (name === "table") {
      if (this.#tables.length >= deepest) this.#tooDeep += 1;
      else this.#openTable();
      return;
    }
    if (name === "comment") this.#inNote = true;
    else if (name === "br") this.#text.line();
    else if (name === "input") {
      if (attributes.get("type")?.toLowerCase() === "password")
        this.asksPassword = true;
    } else if (name === "b" || name === "strong") this.#openBold();
    else if (name === "a") this.#text.link ||= attributes.get("href") ?? "";
    else if (blocks.has(name)) this.#text.block();
    if (table === undefined || this.#tooDeep > 0) return;
    if (name === "tr") this.#openRow(table, attributes);
    else if (name === "td" || name === "th")
      this.#openCell(table, name, attributes);
    else if (name === "col") this.#column(table, attributes);
  }

  #close(name: string): void {
    this.#element = "";
    const at = this.#unseen.lastIndexOf(name);
    if (at >= 0) {
      this.#unseen = this.#unseen.slice(0, at);
      return;
    }
    if (this.#unseen.length > 0) return;
    if (blocks.has(name)) this.#text.block();
    if (name === "comment") this.#inNote = false;
    const table = this.#table;
    if (table === undefined) return;
    if (name === "table") {
      if (this.#tooDeep > 0) this.#tooDeep -= 1;
      else this.#closeTable();
    } else if (this.#tooDeep === 0) {
      if (name === "td" || name === "th") this.#closeCell(table);
      else if (name === "tr") this.#closeRow(table);
    }
  }

  /** A table within a cell begins below what its row has so far; the row goes on beneath it. */
  #openTable(): void {
    const outer = this.#table;
    if (outer === undefined) this.#flushLoose();
    else {
      const below = outer.cell?.text;
      if (below !== undefined && !below.empty) this.#writeCell(outer);
      this.#row = Math.max(this.#row, outer.grid.row + 1);
    }
    this.#tables.push({
      grid: new HtmlGrid(this.sheet, this.#row),
      cell: null,
      inRow: false,
      rowFormat: undefined,
      rowLook: {},
      nextColumn: 0,
    });
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    this.#closeCell(table);
    this.#endRow();
    this.#row = Math.max(this.#row, table.grid.finish() + 1);
    const outer = this.#table;
    if (outer === undefined) return;
    // What follows of the outer table stands below.
    outer.grid.finish();
    outer.grid = new HtmlGrid(this.sheet, this.#row);
    if (outer.inRow) outer.grid.nextRow();
    outer.cell = outer.cell === null ? null : { ...outer.cell, attributes: new Map(), text: new HtmlCellText(), note: new HtmlCellText() }; // prettier-ignore
  }

  #openRow(table: OpenTable, attributes: ReadonlyMap<string, string>): void {
    this.#closeRow(table);
    const style = this.#styles.of(attributes, "tr");
    table.grid.nextRow();
    table.inRow = true;
    table.rowFormat = style.format;
    table.rowLook = style.look;
    if (style.hidden) this.sheet.hideRows(table.grid.row, table.grid.row);
  }

  #closeRow(table: OpenTable): void {
    this.#closeCell(table);
    this.#endRow();
    table.inRow = false;
  }

  #endRow(): void {
    this.tableCells += this.#rowCells;
    if (this.#rowCells >= 2) this.sideBySide = true;
    this.#rowCells = 0;
  }

  #openCell(
    table: OpenTable,
    name: "td" | "th",
    attributes: ReadonlyMap<string, string>,
  ): void {
    this.#closeCell(table);
    if (!table.inRow) this.#openRow(table, new Map());
    table.cell = {
      attributes,
      style: this.#styles.of(attributes, name),
      heads: name === "th",
      bold: false,
      text: new HtmlCellText(),
      note: new HtmlCellText(),
    };
    this.#inNote = false;
  }

  #openBold(): void {
    const cell = this.#table?.cell;
    if (cell != null && cell.text.empty) cell.bold = true;
  }

  #closeCell(table: OpenTable): void {
    if (table.cell === null) return;
    this.#writeCell(table);
    table.cell = null;
  }

  #writeCell(table: OpenTable): void {
    const { cell, grid } = table;
    if (cell === null) return;
    const { attributes, style, text, note } = cell;
    const columns = span(attributes.get("colspan"));
    const rows = span(attributes.get("rowspan"));
    const column = grid.place(columns, rows, !style.loose);
    const format = style.format ?? table.rowFormat ?? "General";
    const look = this.#looks.of({
      ...(cell.heads ? { bold: true, across: "center" } : {}),
      ...table.rowLook,
      ...style.look,
      ...(cell.bold ? { bold: true } : {}),
    });
    this.sheet.look = look;
    const index = this.#value(grid.row, column, attributes, text.value, format);
    if (index < 0) {
      // A colour alone is seen and says nothing.
      if (look.fill !== null && look.fill !== "#ffffff")
        this.sheet.blank(grid.row, column, format);
      return;
    }
    this.#rowCells += 1;
    const formula = attributes.get("x:fmla");
    if (formula !== undefined)
      this.sheet.formula(index, formula.trim().replace(/^=/, ""));
    if (note.value !== "") this.sheet.note(grid.row, column, note.value);
    if (text.link !== "" && !/^(javascript:|#$)/i.test(text.link))
      this.sheet.link(
        { top: grid.row, left: column, bottom: grid.row, right: column },
        text.link,
      );
  }

  /** Adds what a cell holds; -1 where that is nothing. */
  #value(
    row: number,
    column: number,
    attributes: ReadonlyMap<string, string>,
    text: string,
    format: string,
  ): number {
    const office = attributes.get("sdnum")?.split(";").slice(2).join(";") ?? "";
    const shape = office === "" ? format : decodeFormat(office);
    const number = attributes.get("x:num") ?? attributes.get("sdval");
    if (number !== undefined) {
      const digits = number === "" ? text.replaceAll(",", "") : number;
      const value = Number(digits);
      if (
        digits !== "" &&
        /^[-+.\deE]+$/.test(digits) &&
        Number.isFinite(value)
      )
        // prettier-ignore
        return this.sheet.number(row, column, value, shape, digits);
    }
    const boolean = attributes.get("x:bool");
    if (boolean !== undefined && boolean !== "")
      return this.sheet.boolean(row, column, /^(true|1)$/i.test(boolean), format); // prettier-ignore
    const error = attributes.get("x:err");
    if (error !== undefined)
      return this.sheet.text(row, column, error === "" ? text : error, format, "error"); // prettier-ignore
    const stated = attributes.get("x:str");
    const shown = stated !== undefined && stated !== "" ? stated : text;
    if (shown === "") return -1;
    return stated !== undefined || shape === "@"
      ? this.sheet.text(row, column, shown, format)
      : this.sheet.typed(row, column, shown, format);
  }

  #column(table: OpenTable, attributes: ReadonlyMap<string, string>): void {
    const first = table.nextColumn;
    const count = span(attributes.get("span"));
    table.nextColumn = first + count;
    const hidden = this.#styles.of(attributes, "col").hidden;
    const pixels = Number(/^\s*(\d+)(?:px)?\s*$/.exec(attributes.get("width") ?? "")?.[1] ?? NaN); // prettier-ignore
    // Seven pixels a character and five around, as in the standard font.
    const width = pixels > 5 ? (pixels - 5) / 7 : undefined;
    const known = this.sheet.columnRuns.some((run) => run.last >= first);
    if (!known && (hidden || width !== undefined))
      this.sheet.columns({ first, last: first + count - 1, width, hidden });
  }

  /** Text outside of tables: a row for each line. */
  #flushLoose(): void {
    const { value } = this.#loose;
    this.#loose = new HtmlCellText();
    for (const line of value.split("\n")) {
      const text = line.trim();
      if (text === "") continue;
      this.sheet.look = this.#looks.of({});
      this.sheet.text(this.#row, 0, text, "General");
      this.#row += 1;
    }
  }
}

/** Some offices write the format of a cell into it, with a mark for the standard one. */
function decodeFormat(code: string): string {
  return code === "Standard" || code === "General" ? "General" : code;
}

function span(text: string | undefined): number {
  const count = parseInt(text ?? "1", 10);
  return count >= 1 ? Math.min(count, 1_048_576) : 1;
}
