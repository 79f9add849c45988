import { isoToSerial } from "../../model/date-serial.ts";
import type { CellLook } from "../../model/sheet.ts";
import type { XmlCursor } from "../xml-cursor.ts";
import type { OdsFormats } from "./ods-formats.ts";
import { fromOpenFormula } from "./ods-formula.ts";
import {
  lastColumn,
  lastRow,
  type RepeatBudget,
  type SheetBuilder,
} from "./sheet-builder.ts";
import { attributesOf, countIn } from "./xml-attributes.ts";

type Given = Readonly<Record<string, string | undefined>>;

/** Empty cells with a style are kept one by one up to this many in a run. */
const keptBlanks = 256;

interface OpenCell {
  readonly given: Given;
  readonly column: number;
  readonly repeated: number;
  lines: string[];
  note: string[];
  author: string;
  link: string;
}

/** A cell of the row, kept until it is known how often the row is repeated. */
interface ReadCell extends OpenCell {
  readonly format: string;
  readonly look: CellLook | undefined;
}

/** Elements within a cell whose text is not the cell's. */
const aside = new Set(["ruby-text", "note", "shapes", "frame", "custom-shape", "g", "control", "rect", "line", "table"]); // prettier-ignore

/** Takes the elements of one table. */
export class OdsSheet {
  readonly #sheet: SheetBuilder;
  readonly #formats: OdsFormats;
  readonly #budget: RepeatBudget;
  readonly #columnStyles: { last: number; style: string | undefined }[] = [];
  readonly #widths: ReadonlyMap<string, number>;
  #nextColumn = 0;
  #row = 0;
  #rowsRepeated = 1;
  #rowStyle: string | undefined;
  #column = 0;
  #cells: ReadCell[] = [];
  #cell: OpenCell | null = null;
  #inNote = false;
  #inAuthor = false;
  #paragraph = "";
  #depth = 0;
  /** Content that a budget of repetitions left out. */
  leftOut = 0;

  constructor(
    sheet: SheetBuilder,
    formats: OdsFormats,
    budget: RepeatBudget,
    widths: ReadonlyMap<string, number>,
  ) {
    this.#sheet = sheet;
    this.#formats = formats;
    this.#budget = budget;
    this.#widths = widths;
  }

  take(cursor: XmlCursor): void {
    if (cursor.kind === "text") {
      if (this.#cell !== null && this.#inAuthor)
        this.#cell.author += cursor.text();
      else if (this.#cell !== null && this.#depth > 0)
        this.#paragraph += cursor.text().replace(/[ \t\r\n]+/g, " ");
      return;
    }
    const name = cursor.name();
    if (cursor.kind === "close") {
      this.#close(name);
      return;
    }
    if (this.#cell !== null && aside.has(name)) {
      cursor.skip();
      return;
    }
    this.#open(name, attributesOf(cursor));
    if (cursor.kind === "empty") this.#close(name);
  }

  #open(name: string, given: Given): void {
    switch (name) {
      case "table-column":
        this.#openColumn(given);
        return;
      case "table-row":
        this.#rowsRepeated = countIn(given["number-rows-repeated"], 1) ?? 1;
        this.#rowStyle = given["default-cell-style-name"];
        this.#column = 0;
        this.#cells = [];
        if (hides(given)) this.#sheet.hideRows(this.#row, Math.min(this.#row + this.#rowsRepeated - 1, lastRow)); // prettier-ignore
        return;
      case "table-cell":
      case "covered-table-cell":
        this.#cell = {
          given,
          column: this.#column,
          repeated: countIn(given["number-columns-repeated"], 1) ?? 1,
          lines: [],
          note: [],
          author: "",
          link: "",
        };
        return;
      case "annotation":
        this.#inNote = true;
        return;
      case "creator":
        this.#inAuthor = this.#inNote;
        return;
      case "p":
      case "h":
        this.#depth += 1;
        this.#paragraph = "";
        return;
      case "s":
        this.#paragraph += " ".repeat(Math.min(countIn(given["c"], 1) ?? 1, 1000)); // prettier-ignore
        return;
      case "tab":
        this.#paragraph += "\t";
        return;
      case "line-break":
        this.#paragraph += "\n";
        return;
      case "a":
        if (this.#cell !== null) this.#cell.link ||= given["href"] ?? "";
    }
  }

  #close(name: string): void {
    switch (name) {
      case "p":
      case "h":
        this.#depth = Math.max(0, this.#depth - 1);
        (this.#inNote ? this.#cell?.note : this.#cell?.lines)?.push(
          this.#paragraph,
        );
        return;
      case "creator":
        this.#inAuthor = false;
        return;
      case "annotation":
        this.#inNote = false;
        return;
      case "table-cell":
      case "covered-table-cell":
        this.#closeCell();
        return;
      case "table-row":
        this.#closeRow();
    }
  }

  #openColumn(given: Given): void {
    const first = this.#nextColumn;
    const last = first + (countIn(given["number-columns-repeated"], 1) ?? 1) - 1; // prettier-ignore
    this.#nextColumn = last + 1;
    this.#columnStyles.push({ last, style: given["default-cell-style-name"] });
    const width = this.#widths.get(given["style-name"] ?? "");
    this.#sheet.columns({ first, last, width, hidden: hides(given) });
  }

  #columnStyle(column: number): string | undefined {
    // Ascending, and as many as the file says: halved, not walked.
    let from = 0;
    let to = this.#columnStyles.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#columnStyles[middle]?.last ?? 0) < column) from = middle + 1;
      else to = middle;
    }
    return this.#columnStyles[from]?.style;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#inNote = false;
    this.#depth = 0;
    if (cell === null) return;
    this.#column = cell.column + cell.repeated;
    if (cell.column > lastColumn) return;
    const style = cell.given["style-name"] ?? this.#rowStyle ?? this.#columnStyle(cell.column); // prettier-ignore
    const format = this.#formats.of(style);
    this.#cells.push({ ...cell, format, look: this.#formats.lookOf(style) });
  }

  /** Gives the row as often as it is repeated; empty repetitions give nothing. */
  #closeRow(): void {
    const filled = this.#cells.filter((cell) => !isBlank(cell));
    const width = filled.reduce((sum, { repeated }) => sum + repeated, 0);
    const wanted = width === 0 ? 1 : this.#rowsRepeated;
    const asked = Math.min(wanted, lastRow + 1 - this.#row);
    const extra = width * asked - filled.length;
    const given = extra <= 0 || this.#budget.take(extra) === extra;
    if (!given) this.leftOut += extra;
    for (let turn = 0; turn < (given ? asked : 1); turn++)
      this.#writeRow(this.#row + turn, given);
    this.#row += this.#rowsRepeated;
  }

  #writeRow(row: number, repeat: boolean): void {
    if (row > lastRow) return;
    for (const cell of this.#cells) {
      const last = Math.min(cell.column + cell.repeated - 1, lastColumn);
      this.#merge(row, cell);
      this.#sheet.look = cell.look;
      if (isBlank(cell)) {
        const bare = cell.format === "General" && cell.look?.fill == null;
        if (bare || cell.repeated > keptBlanks) continue;
        if (this.#rowsRepeated > 1) continue;
        for (let column = cell.column; column <= last; column++)
          this.#sheet.blank(row, column, cell.format);
      } else {
        const end = repeat ? last : cell.column;
        for (let column = cell.column; column <= end; column++)
          this.#write(row, column, cell);
      }
    }
  }

  #merge(row: number, { given, column }: ReadCell): void {
    const columns = countIn(given["number-columns-spanned"], 1) ?? 1;
    const rows = countIn(given["number-rows-spanned"], 1) ?? 1;
    this.#sheet.merge(row, column, row + rows - 1, column + columns - 1);
  }

  #write(row: number, column: number, cell: ReadCell): void {
    const index = this.#value(row, column, cell);
    if (index < 0) return;
    const { formula } = cell.given;
    if (formula !== undefined)
      this.#sheet.formula(index, fromOpenFormula(formula));
    const note = cell.note.join("\n");
    if (note.trim() !== "") this.#sheet.note(row, column, note, cell.author);
    if (cell.link !== "")
      this.#sheet.link({ top: row, left: column, bottom: row, right: column }, cell.link); // prettier-ignore
  }

  #value(row: number, column: number, cell: ReadCell): number {
    const { given, format } = cell;
    const sheet = this.#sheet;
    const shown = cell.lines.join("\n");
    const type = given["value-type"];
    if (type === "error" || isError(given, shown))
      return sheet.text(row, column, shown, format, "error");
    switch (type) {
      case "float":
      case "percentage":
      case "currency": {
        const digits = given["value"]?.trim() ?? "";
        const value = digits === "" ? NaN : Number(digits);
        if (Number.isFinite(value))
          return sheet.number(row, column, value, format, digits);
        sheet.badNumber(row, column, digits || shown);
        return sheet.blank(row, column, format);
      }
      case "boolean":
        return sheet.boolean(row, column, given["boolean-value"] === "true", format); // prettier-ignore
      case "date": {
        const iso = (given["date-value"] ?? "").replace(/\.0+$/, "");
        return isoToSerial(iso, false) === null
          ? sheet.text(row, column, shown, format)
          : sheet.text(row, column, iso, format, "date");
      }
      case "time": {
        const days = durationDays(given["time-value"] ?? "");
        return days === null
          ? sheet.text(row, column, shown, format)
          : sheet.number(row, column, days, format);
      }
      default: {
        const text = given["string-value"] ?? shown;
        return text === "" && given["formula"] === undefined
          ? sheet.blank(row, column, format)
          : sheet.text(row, column, text, format);
      }
    }
  }
}

function hides(given: Given): boolean {
  const visibility = given["visibility"];
  return visibility === "collapse" || visibility === "filter";
}

/** Nothing that a reader would see; merged areas and styles may still be. */
function isBlank({ given, lines, note }: OpenCell): boolean {
  return (
    given["value-type"] === undefined &&
    given["formula"] === undefined &&
    lines.every((line) => line === "") &&
    note.length === 0
  );
}

/** A formula's error is kept as a text with the error for its content. */
function isError(given: Given, shown: string): boolean {
  return (
    given["formula"] !== undefined &&
    /^(#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)|Err:\d+)$/.test(shown) &&
    (given["string-value"] ?? "") === "" &&
    (given["value-type"] === undefined ||
      given["value-type"] === "string" ||
      given["value"] === "0")
  );
}

/** `PT08H30M00S` as a part of a day; null when it is no such text. */
function durationDays(text: string): number | null {
  const found = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(text); // prettier-ignore
  if (found === null) return null;
  const [, minus, days, hours, minutes, seconds] = found;
  const total =
    Number(days ?? 0) * 86400 +
    Number(hours ?? 0) * 3600 +
    Number(minutes ?? 0) * 60 +
    Number((seconds ?? "0").replace(",", "."));
  return (minus === undefined ? total : -total) / 86400;
}
