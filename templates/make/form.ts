import type ExcelJS from "exceljs";
import { type CellInput, letter } from "./cell.ts";
import {
  type Book,
  absolute,
  addName,
  addSheet,
  addValidation,
} from "./book.ts";
import { type Head, headDepth, leaves } from "./head.ts";
import { amber, green, red } from "./style.ts";
import { writeMeta, writeNotes, writeTitle } from "./write-lines.ts";
import { type Placed, writeTable } from "./write-table.ts";

export interface FormSpec {
  readonly sheet: string;
  /** Holds the marks `{{报告期}}` and `{{地区}}`. */
  readonly title: string;
  /** Right end of the line under the title, `单位：…`; empty for none. */
  readonly unitLine: string;
  readonly head: readonly Head[];
  readonly rows: readonly (readonly CellInput[])[];
  readonly notes: readonly string[];
  readonly merges?: readonly (readonly [number, number, number, number])[];
  readonly totals?: readonly number[];
  /** Columns that stay in view. */
  readonly freezeColumns: number;
  readonly rowHeight?: number;
  readonly headHeight?: number;
  readonly fontSize?: number;
  /** Rows left free under the notes for a chart, within the print area. */
  readonly chartRows?: number;
  readonly fitToHeight?: number;
}

export interface Form extends Placed {
  readonly book: Book;
  readonly sheet: ExcelJS.Worksheet;
  /** Last row of the notes. */
  readonly noteBottom: number;
  /** First free row under the notes, 0-based, for anchoring a chart. */
  readonly chartRow: number;
}

const headTop = 3;

/** A report form: title, 填报 line, table, notes, page set-up, frozen header, names for its parts. */
export function addForm(book: Book, spec: FormSpec): Form {
  const right = leaves(spec.head).length;
  const bodyTop = headTop + headDepth(spec.head);
  const chartRows = spec.chartRows ?? 0;
  const noteTop = bodyTop + spec.rows.length;
  const last =
    noteTop + spec.notes.length - 1 + (chartRows > 0 ? chartRows + 2 : 0);
  const sheet = addSheet(book, spec.sheet, {
    titleRows: `1:${String(bodyTop - 1)}`,
    area: `A1:${letter(right)}${String(last)}`,
    freeze: { xSplit: spec.freezeColumns, ySplit: bodyTop - 1 },
    fitToHeight: spec.fitToHeight ?? 1,
  });
  writeTitle(sheet, 1, right, spec.title);
  const third = Math.max(1, Math.floor(right / 3));
  writeMeta(sheet, 2, [
    [1, third, "填报单位（盖章）："],
    [third + 1, right - third, "填报日期：{{填报日期}}"],
    [right - third + 1, right, spec.unitLine],
  ]);
  const placed = writeTable(sheet, { ...spec, top: headTop });
  const noteBottom = writeNotes(sheet, noteTop, right, spec.notes);
  for (let row = noteBottom + 1; row <= last; row++)
    sheet.getRow(row).height = 16;
  const own = (part: string): string => `${spec.sheet}_${part}`;
  addName(book, own("标题"), sheet, "A1");
  addName(
    book,
    own("数据区"),
    sheet,
    `A${String(placed.bodyTop)}:${letter(right)}${String(placed.bodyBottom)}`,
  );
  return { ...placed, book, sheet, noteBottom, chartRow: noteBottom + 1 };
}

/** The cells of one body column, `C6:C16`; rows are offsets, all rows when left out. */
export function columnRange(
  form: Placed,
  column: number,
  from = 0,
  to = form.bodyBottom - form.bodyTop,
): string {
  const name = letter(column);
  return `${name}${String(form.bodyTop + from)}:${name}${String(form.bodyTop + to)}`;
}

export function columnRef(
  form: Form,
  column: number,
  from?: number,
  to?: number,
): string {
  return absolute(form.sheet, columnRange(form, column, from, to));
}

/** Paints cells of a range by a condition on its first cell; the condition sees only numbers. */
export function paint(
  form: Form,
  range: string,
  condition: string,
  color: "red" | "amber" | "green",
): void {
  const first = range.split(":")[0] ?? range;
  form.sheet.addConditionalFormatting({
    ref: range,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [`AND(ISNUMBER(${first}),${condition})`],
        style: { red, amber, green }[color],
      },
    ],
  });
}

/** Paints cells of a range that hold exactly a text. */
export function paintText(
  form: Form,
  range: string,
  text: string,
  color: "red" | "amber" | "green",
): void {
  const first = range.split(":")[0] ?? range;
  form.sheet.addConditionalFormatting({
    ref: range,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [`${first}="${text}"`],
        style: { red, amber, green }[color],
      },
    ],
  });
}

/** Numbers between two bounds; a placeholder such as — is let through after a warning. */
export function allowNumbers(
  form: Form,
  range: string,
  limits: {
    readonly min: number;
    readonly max: number;
    readonly whole?: boolean;
    readonly what: string;
  },
): void {
  const whole = limits.whole === true;
  addValidation(form.book, form.sheet, {
    range,
    rule: {
      kind: whole ? "whole" : "decimal",
      min: limits.min,
      max: limits.max,
    },
    message: `${limits.what}应为 ${String(limits.min)} 至 ${String(limits.max)} 之间的${whole ? "整数" : "数"}；没有数据填“—”，不填 0。`,
  });
}

/** A drop-down list. */
export function allowList(
  form: Form,
  range: string,
  choices: readonly string[],
): void {
  addValidation(form.book, form.sheet, {
    range,
    rule: { kind: "list", choices },
    message: "请从下拉列表中选择。",
  });
}

/** A cell note in the form's typeface. */
export function addNote(form: Form, cell: string, text: string): void {
  form.sheet.getCell(cell).note = {
    texts: [{ text, font: { name: "宋体", size: 10, charset: 134 } }],
  };
}

/** Body rows `count` long, each made by `row` with its offset and 1-based sheet row. */
export function bodyRows(
  head: readonly Head[],
  count: number,
  row: (offset: number, at: string) => readonly CellInput[],
): readonly (readonly CellInput[])[] {
  const top = headTop + headDepth(head);
  return Array.from({ length: count }, (_, offset) =>
    row(offset, String(top + offset)),
  );
}
