import { isoToSerial } from "../../model/date-serial.ts";
import type { CellLook } from "../../model/sheet.ts";
import type { XmlCursor } from "../xml-cursor.ts";
import { fromR1c1 } from "./r1c1.ts";
import { lastRow, type SheetBuilder } from "./sheet-builder.ts";
import { plainStyle, type SpreadsheetmlStyle } from "./spreadsheetml-styles.ts";
import { attributesOf, countIn } from "./xml-attributes.ts";

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly format: string;
  readonly look: CellLook;
  readonly formula: string | undefined;
  readonly link: string | undefined;
  type: string | undefined;
  text: string;
  note: string;
  author: string;
}

/** Where text that comes now belongs. */
type Place = "none" | "data" | "note" | "visible";

/** Takes the elements of one worksheet. */
export class SpreadsheetmlSheet {
  readonly #sheet: SheetBuilder;
  readonly #styles: ReadonlyMap<string, SpreadsheetmlStyle>;
  readonly #date1904: boolean;
  readonly #columnStyles: { first: number; last: number; style: string }[] = [];
  /** What was found in them, by column; empty for none. */
  readonly #styleOfColumn = new Map<number, string>();
  #row = -1;
  #rowSpan = 0;
  #rowStyle: string | undefined;
  #column = 0;
  #nextColumn = 0;
  #cell: OpenCell | null = null;
  #place: Place = "none";
  #inNote = false;

  constructor(
    sheet: SheetBuilder,
    styles: ReadonlyMap<string, SpreadsheetmlStyle>,
    date1904: boolean,
  ) {
    this.#sheet = sheet;
    this.#styles = styles;
    this.#date1904 = date1904;
  }

  take(cursor: XmlCursor): void {
    if (cursor.kind === "text") this.#text(cursor.text());
    else if (cursor.kind === "close") this.#close(cursor.name());
    else {
      const name = cursor.name();
      this.#open(name, cursor);
      if (cursor.kind === "empty") this.#close(name);
    }
  }

  #text(text: string): void {
    const cell = this.#cell;
    if (this.#place === "visible") {
      const state = text.trim();
      if (state === "SheetHidden") this.#sheet.state = "hidden";
      else if (state === "SheetVeryHidden") this.#sheet.state = "veryHidden";
    } else if (cell !== null && this.#place === "data") cell.text += text;
    else if (cell !== null && this.#place === "note") cell.note += text;
  }

  #open(name: string, cursor: XmlCursor): void {
    switch (name) {
      case "Column":
        this.#openColumn(attributesOf(cursor));
        return;
      case "Row":
        this.#openRow(attributesOf(cursor));
        return;
      case "Cell":
        this.#openCell(attributesOf(cursor));
        return;
      case "Comment":
        this.#inNote = true;
        if (this.#cell !== null)
          this.#cell.author = attributesOf(cursor)["Author"] ?? "";
        return;
      case "PhoneticText":
        this.#place = "none";
        return;
      case "Data":
        this.#place = this.#inNote ? "note" : "data";
        if (!this.#inNote && this.#cell !== null)
          this.#cell.type = attributesOf(cursor)["Type"] ?? "String";
        return;
      case "Visible":
        this.#place = "visible";
    }
  }

  #close(name: string): void {
    switch (name) {
      case "Cell":
        this.#closeCell();
        return;
      case "Comment":
        this.#inNote = false;
        return;
      case "Row":
        this.#row += this.#rowSpan;
        return;
      case "Data":
      case "Visible":
        this.#place = "none";
    }
  }

  #openColumn(given: Readonly<Record<string, string | undefined>>): void {
    const first = (countIn(given["Index"], 1) ?? this.#nextColumn + 1) - 1;
    const last = first + (countIn(given["Span"], 0) ?? 0);
    this.#nextColumn = last + 1;
    const points = Number(given["Width"] ?? NaN);
    const style = given["StyleID"];
    if (style !== undefined) this.#columnStyles.push({ first, last, style });
    this.#sheet.columns({
      first,
      last,
      // Points to characters of seven pixels with five around them.
      width: points > 4 ? (points / 0.75 - 5) / 7 : undefined,
      hidden: given["Hidden"] === "1",
    });
  }

  #openRow(given: Readonly<Record<string, string | undefined>>): void {
    this.#row = (countIn(given["Index"], 1) ?? this.#row + 2) - 1;
    this.#rowSpan = countIn(given["Span"], 0) ?? 0;
    this.#rowStyle = given["StyleID"];
    this.#column = 0;
    if (given["Hidden"] === "1")
      this.#sheet.hideRows(
        this.#row,
        Math.min(this.#row + this.#rowSpan, lastRow),
      );
  }

  #openCell(given: Readonly<Record<string, string | undefined>>): void {
    const column = (countIn(given["Index"], 1) ?? this.#column + 1) - 1;
    const right = column + (countIn(given["MergeAcross"], 0) ?? 0);
    const bottom = this.#row + (countIn(given["MergeDown"], 0) ?? 0);
    this.#column = right + 1;
    this.#sheet.merge(this.#row, column, bottom, right);
    const style = given["StyleID"] ?? this.#rowStyle ?? this.#columnStyle(column); // prettier-ignore
    const formula = given["Formula"];
    const { format, look } = this.#styles.get(style ?? "Default") ?? plainStyle;
    this.#cell = {
      row: this.#row,
      column,
      format,
      look,
      formula:
        formula === undefined
          ? undefined
          : fromR1c1(formula.replace(/^=/, ""), this.#row, column),
      link: given["HRef"],
      type: undefined,
      text: "",
      note: "",
      author: "",
    };
  }

  #columnStyle(column: number): string | undefined {
    if (this.#columnStyles.length === 0) return undefined;
    const known = this.#styleOfColumn.get(column);
    if (known !== undefined) return known === "" ? undefined : known;
    const style = this.#columnStyles.find(
      ({ first, last }) => first <= column && column <= last,
    )?.style;
    this.#styleOfColumn.set(column, style ?? "");
    return style;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#place = "none";
    if (cell === null) return;
    const { row, column, formula, link, note, author } = cell;
    this.#sheet.look = cell.look;
    const index = this.#value(cell);
    if (index < 0) return;
    if (formula !== undefined) this.#sheet.formula(index, formula);
    if (note.trim() !== "") this.#sheet.note(row, column, note, author);
    if (link !== undefined && link !== "")
      this.#sheet.link({ top: row, left: column, bottom: row, right: column }, link); // prettier-ignore
  }

  #value({ row, column, type, text, format }: OpenCell): number {
    const plain = text.trim();
    switch (type) {
      case undefined:
        return this.#sheet.blank(row, column, format);
      case "Number": {
        const value = plain === "" ? NaN : Number(plain);
        if (Number.isFinite(value))
          return this.#sheet.number(row, column, value, format, plain);
        if (plain !== "") this.#sheet.badNumber(row, column, plain);
        return this.#sheet.blank(row, column, format);
      }
      case "Boolean":
        return this.#sheet.boolean(row, column, /^(1|true)$/i.test(plain), format); // prettier-ignore
      case "Error":
        return this.#sheet.text(row, column, plain, format, "error");
      case "DateTime":
        return this.#date(row, column, plain, format);
      default:
        return text === ""
          ? this.#sheet.blank(row, column, format)
          : this.#sheet.text(row, column, text, format);
    }
  }

  /** A time without a day stands on the day before the first. */
  #date(row: number, column: number, text: string, format: string): number {
    const iso = text.replace(/\.0+$/, "");
    if (isoToSerial(iso, this.#date1904) !== null)
      return this.#sheet.text(row, column, iso, format, "date");
    const time = /^(?:1899-12-31|1904-01-01)T(\d\d):(\d\d):(\d\d(?:\.\d+)?)$/.exec(iso); // prettier-ignore
    if (time === null) return this.#sheet.text(row, column, text, format);
    const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]); // prettier-ignore
    return this.#sheet.number(row, column, seconds / 86400, format);
  }
}
