import ExcelJS from "exceljs";
import type { ChartSpec } from "./chart.ts";
import { type Extras, finishPackage } from "./package.ts";
import type { Validation } from "./validation.ts";

/** A workbook under construction: exceljs for the base, the rest added when it is finished. */
export interface Book {
  readonly workbook: ExcelJS.Workbook;
  readonly charts: Map<number, ChartSpec[]>;
  readonly validations: Map<number, Validation[]>;
  readonly names: [name: string, refersTo: string][];
}

export function newBook(author: string): Book {
  const workbook = new ExcelJS.Workbook();
  const written = new Date(Date.UTC(2024, 0, 1));
  workbook.creator = author;
  workbook.lastModifiedBy = author;
  workbook.created = written;
  workbook.modified = written;
  workbook.company = author;
  workbook.calcProperties.fullCalcOnLoad = true;
  return { workbook, charts: new Map(), validations: new Map(), names: [] };
}

export interface PageSpec {
  readonly orientation?: "landscape" | "portrait";
  /** Rows repeated on every printed page, `1:5`. */
  readonly titleRows?: string;
  readonly area?: string;
  /** Rows and columns that stay in view: `ySplit` rows, `xSplit` columns. */
  readonly freeze?: { readonly xSplit: number; readonly ySplit: number };
  /** Pages down; 0 takes as many as needed. */
  readonly fitToHeight?: number;
}

/** A sheet on A4 with the margins and footer bureaus use. */
export function addSheet(
  book: Book,
  name: string,
  page: PageSpec = {},
): ExcelJS.Worksheet {
  const sheet = book.workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: page.orientation ?? "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: page.fitToHeight ?? 1,
      horizontalCentered: true,
      margins: {
        left: 0.5,
        right: 0.5,
        top: 0.6,
        bottom: 0.6,
        header: 0.3,
        footer: 0.3,
      },
    },
    headerFooter: { oddFooter: "&C第 &P 页　共 &N 页" },
    ...(page.freeze === undefined
      ? {}
      : { views: [{ state: "frozen" as const, ...page.freeze }] }),
  });
  if (page.titleRows !== undefined)
    sheet.pageSetup.printTitlesRow = page.titleRows;
  // exceljs puts a $ before the columns only.
  if (page.area !== undefined)
    sheet.pageSetup.printArea = page.area.replaceAll(/(\d+)/g, "$$$1");
  return sheet;
}

export function addChart(
  book: Book,
  sheet: ExcelJS.Worksheet,
  chart: ChartSpec,
): void {
  const number = book.workbook.worksheets.indexOf(sheet) + 1;
  book.charts.set(number, [...(book.charts.get(number) ?? []), chart]);
}

export function addValidation(
  book: Book,
  sheet: ExcelJS.Worksheet,
  validation: Validation,
): void {
  const number = book.workbook.worksheets.indexOf(sheet) + 1;
  book.validations.set(number, [
    ...(book.validations.get(number) ?? []),
    validation,
  ]);
}

/** `'sheet'!$A$6:$A$16` from an A1 range without `$`. */
export function absolute(sheet: ExcelJS.Worksheet, range: string): string {
  return `'${sheet.name}'!${range.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

export function addName(
  book: Book,
  name: string,
  sheet: ExcelJS.Worksheet,
  range: string,
): void {
  book.names.push([name, absolute(sheet, range)]);
}

/** The bytes of the finished workbook: the same for the same content, whenever and wherever it is made. */
export async function bookBytes(book: Book): Promise<Uint8Array> {
  const extras: Extras = {
    charts: book.charts,
    validations: book.validations,
    names: book.names,
  };
  const written = await book.workbook.xlsx.writeBuffer();
  return finishPackage(new Uint8Array(written as ArrayBuffer), extras);
}
