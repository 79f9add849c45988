import { serialToIso } from "../model/date-serial.ts";
import { isDateFormat } from "../model/is-date-format.ts";
import { type SheetView, cellRef } from "../model/sheet.ts";
import {
  type TargetField,
  type TargetHeader,
  targetHeader,
} from "./target-columns.ts";

/** Header rows are looked for this far down. */
const headerRows = 30;

export interface Column extends TargetHeader {
  readonly column: number;
}

/** The header row of a list of targets and its columns; null when the sheet holds none. */
export function findHeader(sheet: SheetView): {
  readonly row: number;
  readonly columns: readonly Column[];
} | null {
  const { bounds } = sheet;
  if (bounds === null) return null;
  const last = Math.min(bounds.bottom, bounds.top + headerRows);
  for (let row = bounds.top; row <= last; row += 1) {
    const columns: Column[] = [];
    for (let column = bounds.left; column <= bounds.right; column += 1) {
      const cell = sheet.cellAt(row, column);
      if (cell?.type !== "text") continue;
      const header = targetHeader(cell.raw);
      if (header !== null) columns.push({ ...header, column });
    }
    const has = (field: TargetField): boolean =>
      columns.some((one) => one.field === field);
    const dated =
      has("deadline") ||
      columns.some(({ field, year }) => field === "goal" && year !== null);
    if (has("indicator") && has("goal") && (dated || columns.length >= 4))
      return { row, columns };
  }
  return null;
}

/** What is written above the header, and the sheet's name. */
export function titleOf(sheet: SheetView, header: number): string {
  const { bounds } = sheet;
  const texts: string[] = [];
  if (bounds !== null)
    for (let row = bounds.top; row < header; row += 1)
      for (let column = bounds.left; column <= bounds.right; column += 1) {
        const cell = sheet.cellAt(row, column);
        if (cell?.type === "text") texts.push(cell.raw);
      }
  return [...texts, sheet.name].join(" ");
}

/** One row of the list, by field. Merged cells speak for the rows they cover. */
export class Line {
  readonly row: number;
  readonly columns: readonly Column[];
  readonly #sheet: SheetView;
  readonly #date1904: boolean;

  constructor(
    sheet: SheetView,
    row: number,
    columns: readonly Column[],
    date1904: boolean,
  ) {
    this.#sheet = sheet;
    this.row = row;
    this.columns = columns;
    this.#date1904 = date1904;
  }

  /** Of several columns (地市, 县区) the last that says something. */
  text(field: TargetField): string {
    return this.columns
      .filter((one) => one.field === field)
      .map(({ column }) => this.at(column))
      .reduce((last, text) => (text === "" ? last : text), "");
  }

  cell(field: TargetField): string {
    return cellRef(
      this.row,
      this.columns.find((one) => one.field === field)?.column ?? 0,
    );
  }

  at(column: number): string {
    const merge = this.#sheet.merges.find(
      ({ top, bottom, left, right }) =>
        top <= this.row &&
        this.row <= bottom &&
        left <= column &&
        column <= right,
    );
    const cell = this.#sheet.cellAt(
      merge?.top ?? this.row,
      merge?.left ?? column,
    );
    if (cell === undefined || cell.value === null) return "";
    if (cell.type === "number" && typeof cell.value === "number") {
      if (isDateFormat(cell.format))
        return serialToIso(cell.value, this.#date1904)?.date ?? cell.raw;
      if (/%/.test(cell.format)) return percentText(cell.raw);
    }
    return cell.raw.trim();
  }
}

/** A share shown in percent is stored as a part of one. */
function percentText(raw: string): string {
  const value = Number(raw) * 100;
  return `${Number(value.toPrecision(12))}%`;
}
