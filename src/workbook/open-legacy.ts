import type { WorkBook, WorkSheet } from "@e965/xlsx";
import {
  parseRange,
  type CellRange,
  type DefinedName,
  type SheetView,
  type WorkbookView,
} from "../model/sheet.ts";
import { CellColumns, kind } from "./cell-columns.ts";
import type { IssueList } from "./issue-list.ts";
import { addText } from "./open-csv.ts";
import type { Pacer } from "./pacer.ts";
import type { ColumnRun } from "./sheet-scanner.ts";
import { StoredSheet } from "./stored-sheet.ts";
import { decodeHtml } from "./text-encoding.ts";

/** Formats that SheetJS reads for us. */
export type LegacyFormat = "xls" | "ods" | "html" | "xml2003";

/**
 * Reads a format other than .xlsx. The library is loaded when the first such
 * file comes. HTML is decoded before, since its own decoding of GB2312 is
 * wrong, and its cells are texts or plain decimals, as in CSV.
 */
export async function openLegacy(
  bytes: Uint8Array,
  format: LegacyFormat,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const library = await import("@e965/xlsx");
  if (format === "xls")
    library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  if (!(await pacer.pause())) return null;
  const book = parse(library.read, bytes, format, issues);
  if (book === null) return null;
  const sheets: SheetView[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden;
    if (sheet === undefined || sheet["!type"] === "chart") continue;
    if (!(await pacer.pause())) return null;
    const state =
      hidden === 1 ? "hidden" : hidden === 2 ? "veryHidden" : "visible";
    sheets.push(convertSheet(sheet, name, String(index), state, format));
  }
  const known = new Set(sheets.map(({ name }) => name));
  pacer.finish();
  return {
    format,
    date1904: book.Workbook?.WBProps?.date1904 === true,
    sheets,
    names: (book.Workbook?.Names ?? []).flatMap(({ Name, Ref }) => {
      const target = nameTarget(Ref);
      return target !== null && known.has(target.sheet)
        ? [{ name: Name, ...target }]
        : [];
    }),
    writable: false,
  };
}

/** The library throws for what it cannot read; that is the user's file, so it becomes an issue. */
function parse(
  read: typeof import("@e965/xlsx").read,
  bytes: Uint8Array,
  format: LegacyFormat,
  issues: IssueList,
): WorkBook | null {
  const options = {
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellText: false,
    cellHTML: false,
  } as const;
  try {
    const book =
      format === "html"
        ? read(decodeHtml(bytes), { ...options, type: "string", raw: true })
        : read(bytes, { ...options, type: "array" });
    if (book.SheetNames.length > 0) return book;
    issues.add("workbook.no_sheets", "error");
    return null;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const locked = /password|encrypt/i.test(text);
    issues.add(
      locked ? "workbook.password" : "workbook.unreadable",
      "error",
      {},
      locked ? undefined : { format },
    );
    return null;
  }
}

/** Error values by their number in old files. */
const errorTexts: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

function convertSheet(
  sheet: WorkSheet,
  name: string,
  part: string,
  state: SheetView["state"],
  format: LegacyFormat,
): SheetView {
  const cells = new CellColumns(false);
  const codes: string[] = ["General"];
  const codeNumbers = new Map([["General", 0]]);
  const styleOf = (code: string): number => {
    const known = codeNumbers.get(code);
    if (known !== undefined) return known;
    codeNumbers.set(code, codes.length);
    codes.push(code);
    return codes.length - 1;
  };
  const masters = new Map<string, string>();
  for (const [row, line] of (sheet["!data"] ?? []).entries()) {
    if (line === undefined || row > 1048575) continue;
    for (const [column, cell] of line.entries()) {
      if (cell === undefined || column > 16383) continue;
      const { t: type, v: value, f: formula, F: array } = cell;
      const style = styleOf(formatCode(cell.z));
      let index = cells.length;
      if (type === "n" && typeof value === "number" && Number.isFinite(value))
        cells.push(row, column, kind.number, style, value);
      else if (type === "b")
        cells.push(row, column, kind.boolean, style, value === true ? 1 : 0);
      else if (type === "e")
        cells.pushText(
          row,
          column,
          kind.error,
          style,
          errorTexts[Number(value)] ?? "#VALUE!",
        );
      else if (type === "d" && value instanceof Date)
        cells.pushText(
          row,
          column,
          kind.date,
          style,
          value.toISOString().slice(0, 19),
        );
      else if (type === "s" && typeof value === "string") {
        if (format === "html") {
          const text = value.replaceAll("\u00a0", " ").trim();
          if (text !== "") addText(cells, row, column, text);
        } else cells.pushText(row, column, kind.text, style, value);
      } else if (formula !== undefined || type === "z")
        cells.push(row, column, kind.blank, style, 0);
      if (cells.length === index) continue;
      index = cells.length - 1;
      if (array !== undefined && formula !== undefined)
        masters.set(array, formula);
      const text =
        formula ?? (array === undefined ? undefined : masters.get(array));
      if (text !== undefined)
        cells.formulas.set(index, { text, shared: "", array: false });
    }
  }
  cells.settle();
  const merges = (sheet["!merges"] ?? []).map(({ s, e }): CellRange => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  const hiddenRows = new Set<number>();
  for (const [row, info] of (sheet["!rows"] ?? []).entries())
    if (info?.hidden === true) hiddenRows.add(row);
  const columnRuns: ColumnRun[] = [];
  for (const [column, info] of (sheet["!cols"] ?? []).entries())
    if (info !== undefined)
      columnRuns.push({
        first: column,
        last: column,
        width: info.width ?? info.wch,
        hidden: info.hidden === true,
        style: 0,
      });
  return new StoredSheet({
    name,
    part,
    state,
    cells,
    merges,
    columnRuns,
    hiddenRows,
    shownRows: null,
    arrays: [],
    shared: new Map(),
    strings: null,
    formatOf: (style) => codes[style] ?? "General",
    styled: false,
  });
}

/** The library shows builtin dates in the American way; see `builtin-formats.ts`. */
function formatCode(code: unknown): string {
  if (typeof code !== "string" || code === "") return "General";
  if (code === "m/d/yy") return "yyyy/m/d";
  return code === "m/d/yy h:mm" ? "yyyy/m/d h:mm" : code;
}

function nameTarget(
  text: unknown,
): Pick<DefinedName, "sheet" | "range"> | null {
  if (typeof text !== "string") return null;
  const cut = text.lastIndexOf("!");
  const range = parseRange(text.slice(cut + 1));
  if (cut < 0 || range === null) return null;
  const sheet = text
    .slice(0, cut)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return { sheet, range };
}
