import type { Issue } from "../model/issue.ts";
import { describeFormat, isoToSerial } from "../model/number-format.ts";
import {
  cellRef,
  parseRange,
  type CellEdit,
  type CellRange,
  type ClosureItem,
} from "../model/sheet.ts";
import { kind } from "./cell-columns.ts";
import {
  numberDigits,
  type CachedValue,
  type CellContent,
} from "./cell-xml.ts";
import { withCalcOnLoad } from "./calc-on-load.ts";
import { IssueList } from "./issue-list.ts";
import { defaultLimits } from "./limits.ts";
import { WorkbookPackage } from "./package.ts";
import { plainBytes } from "./plain-bytes.ts";
import { SharedStrings } from "./shared-strings.ts";
import {
  inRange,
  SheetPatch,
  type CacheWrite,
  type CellWrite,
} from "./sheet-patch.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { sniff } from "./sniff.ts";
import { StyleWriter } from "./style-writer.ts";
import { readNumberFormats, type NumberFormats } from "./styles-part.ts";
import {
  findMainPart,
  readWorkbookPart,
  type SheetEntry,
  type WorkbookPart,
} from "./workbook-part.ts";
import {
  fromUtf8,
  toUtf8,
  xmlEncoding,
  type XmlEncoding,
} from "./xml-encoding.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";
import { rewriteZip } from "./zip-rewrite.ts";

/** Builtin number format of a short date. */
const shortDate = 14;
const longestText = 32767;

export interface PatchOptions {
  /** Name for messages. */
  readonly file?: string;
  /** Results to store beside formulas. */
  readonly caches?: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly value: CachedValue;
  }[];
  /** False leaves out the request to compute all formulas on opening. */
  readonly recalculate?: boolean;
}

export interface RefusedEdit {
  readonly edit: CellEdit;
  readonly issue: Issue;
}

export interface PatchResult {
  /** The same array when nothing was to be changed. */
  readonly bytes: Uint8Array;
  readonly closure: ClosureItem[];
  readonly refused: RefusedEdit[];
  readonly issues: Issue[];
}

/**
 * Writes cells into a workbook and touches nothing else. Every zip entry outside
 * the closure keeps its compressed bytes, every byte of an edited sheet outside
 * the listed elements stays. A cell that already holds the value is left alone.
 * Of two edits of one cell (or one merged area) the last is made, the others are
 * refused. Edits that cannot be made are refused, each with its reason; the
 * rest are made.
 * @throws when an edit's number is not finite, or its `text` spells another number.
 */
export function patchWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: PatchOptions = {},
): PatchResult {
  for (const edit of edits) checkEdit(edit);
  const issues = new IssueList(options.file ?? "");
  const patch = openPatch(plainBytes(bytes), issues);
  if (typeof patch === "string") {
    const refused = edits.map((edit): RefusedEdit => ({
      edit,
      issue: issueAt(issues, patch, edit),
    }));
    return { bytes, closure: [], refused, issues: issues.list() };
  }
  const result = new WorkbookPatch(patch.pkg, patch.book, issues).run(
    edits,
    options,
  );
  return result.closure.length === 0 ? { ...result, bytes } : result;
}

function checkEdit(edit: CellEdit): void {
  if (edit.kind !== "number") return;
  if (!Number.isFinite(edit.value))
    throw new Error(
      `not a finite number for ${cellRef(edit.row, edit.column)}: ${edit.value}`,
    );
  if (edit.text === undefined) return;
  if (!/^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(edit.text))
    throw new Error(`not the digits of a number: ${edit.text}`);
  if (Number(edit.text) !== edit.value)
    throw new Error(`${edit.text} does not spell ${edit.value}`);
}

function issueAt(
  issues: IssueList,
  code: string,
  edit: Pick<CellEdit, "sheet" | "row" | "column">,
  params?: Readonly<Record<string, string | number>>,
): Issue {
  const { sheet, row, column } = edit;
  const inside =
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 0 &&
    column >= 0;
  const where = inside ? { sheet, cell: cellRef(row, column) } : { sheet };
  return issues.add(code, "error", where, params);
}

/** The package to patch, or the code of why it cannot be. */
function openPatch(
  bytes: Uint8Array,
  issues: IssueList,
): { pkg: WorkbookPackage; book: WorkbookPart } | string {
  const sniffed = sniff(bytes);
  if (sniffed === "empty") return "workbook.empty_file";
  if (sniffed !== "zip") return "workbook.read_only_format";
  const zip = readZipDirectory(bytes, defaultLimits);
  if ("kind" in zip)
    return zip.kind === "tooManyEntries"
      ? "workbook.too_many_entries"
      : "workbook.damaged_zip";
  const pkg = new WorkbookPackage(bytes, zip, defaultLimits, issues);
  const main = findMainPart(pkg);
  if (main === undefined || !/\.xml$/i.test(main.name))
    return "workbook.read_only_format";
  const book = readWorkbookPart(pkg, main);
  return book === null ? "workbook.read_only_format" : { pkg, book };
}

/** One sheet in hand. */
interface OpenSheet {
  readonly entry: SheetEntry;
  readonly scan: SheetScanner;
  readonly patch: SheetPatch;
  readonly encoding: XmlEncoding;
  readonly headers: readonly CellRange[];
}

class WorkbookPatch {
  readonly #pkg: WorkbookPackage;
  readonly #book: WorkbookPart;
  readonly #issues: IssueList;
  readonly #refused: RefusedEdit[] = [];
  readonly #contents = new Map<ZipEntry, Uint8Array>();
  readonly #closure: ClosureItem[] = [];
  #strings: SharedStrings | null = null;
  #styles: StyleWriter | null | undefined;
  #stylesEncoding: XmlEncoding = { label: "utf-8", reversible: true };
  #formats: NumberFormats | null = null;
  #sawFormula = false;
  #changedInput = false;

  constructor(pkg: WorkbookPackage, book: WorkbookPart, issues: IssueList) {
    this.#pkg = pkg;
    this.#book = book;
    this.#issues = issues;
  }

  run(edits: readonly CellEdit[], options: PatchOptions): PatchResult {
    const caches = options.caches ?? [];
    const names = new Set([...edits, ...caches].map(({ sheet }) => sheet));
    const scanned = new Set<string>();
    for (const name of names) {
      const mine = edits.filter(({ sheet }) => sheet === name);
      const results = caches.filter(({ sheet }) => sheet === name);
      const sheet = this.#openSheet(name);
      if (typeof sheet === "string") {
        for (const edit of mine) this.#refuse(edit, sheet);
        for (const cache of results) issueAt(this.#issues, sheet, cache);
        continue;
      }
      scanned.add(name);
      if (sheet.scan.cells.formulas.size > 0) this.#sawFormula = true;
      this.#patchSheet(sheet, mine, results);
    }
    this.#finishStyles();
    if (this.#changedInput && options.recalculate !== false)
      this.#askForCalculation(scanned);
    if (
      this.#contents.size > 0 &&
      this.#pkg.zip.entries.some(({ name }) => /^_xmlsignatures\//i.test(name))
    )
      this.#issues.add("workbook.signature_breaks", "warning");
    return {
      bytes: rewriteZip(this.#pkg.bytes, this.#pkg.zip, this.#contents),
      closure: this.#closure,
      refused: this.#refused,
      issues: this.#issues.list(),
    };
  }

  #refuse(
    edit: CellEdit,
    code: string,
    params?: Readonly<Record<string, string | number>>,
  ): void {
    const issue = issueAt(this.#issues, code, edit, params);
    this.#refused.push({ edit, issue });
  }

  #openSheet(name: string): OpenSheet | string {
    const entry = this.#book.sheets.find((sheet) => sheet.name === name);
    if (entry === undefined) return "workbook.unknown_sheet";
    const part = this.#contents.get(entry.entry) ?? this.#pkg.read(entry.entry);
    if (part === null) return "workbook.damaged_part";
    const encoding = xmlEncoding(part);
    if (!encoding.reversible) return "workbook.encoding_read_only";
    const data = toUtf8(part);
    const scan = new SheetScanner({
      sheet: name,
      // What is wrong with the sheet was said when it was read.
      issues: new IssueList(""),
      sharedCount: Infinity,
      maxElement: Infinity,
      positions: true,
    });
    scan.feed(data, true);
    const patch = new SheetPatch(data, scan, name, entry.entry.name);
    if (!patch.usable) return "workbook.sheet_truncated";
    return { entry, scan, patch, encoding, headers: this.#tableHeaders(entry) };
  }

  /** Header cells of tables: their texts must stay the names of the table's columns. */
  #tableHeaders(sheet: SheetEntry): CellRange[] {
    const headers: CellRange[] = [];
    for (const link of this.#pkg.relationships(sheet.part)) {
      const entry =
        link.type === "table" && !link.external
          ? this.#pkg.find(link.target)
          : undefined;
      if (entry === undefined) continue;
      this.#pkg.walk(entry, {
        open: ({ name, attributes }) => {
          if (name !== "table") return;
          const range = parseRange(attributes.get("ref") ?? "");
          if (range !== null && attributes.get("headerRowCount") !== "0")
            headers.push({ ...range, bottom: range.top });
        },
      });
    }
    return headers;
  }

  #patchSheet(
    sheet: OpenSheet,
    edits: readonly CellEdit[],
    caches: NonNullable<PatchOptions["caches"]>,
  ): void {
    const last = new Map<string, CellEdit>();
    for (const edit of edits) {
      if (!isAddress(edit.row, edit.column)) {
        this.#refuse(edit, "workbook.out_of_range");
        continue;
      }
      const at = sheet.patch.anchor(edit.row, edit.column);
      const key = cellRef(at.row, at.column);
      const earlier = last.get(key);
      if (earlier !== undefined)
        this.#refuse(earlier, "workbook.edit_superseded");
      last.set(key, edit);
    }
    const writes: CellWrite[] = [];
    for (const edit of last.values()) {
      const write = this.#prepare(sheet, edit);
      if (write !== null) writes.push(write);
    }
    const results: CacheWrite[] = [];
    for (const cache of caches) {
      if (this.#formulaAt(sheet, cache.row, cache.column) === null)
        issueAt(this.#issues, "workbook.not_a_formula", cache);
      else results.push(cache);
    }
    const before = sheet.patch.closure.length;
    const patched = sheet.patch.write(writes, results);
    if (sheet.patch.closure.length === before) return;
    if (writes.length > 0) this.#changedInput = true;
    this.#closure.push(...sheet.patch.closure);
    this.#contents.set(sheet.entry.entry, fromUtf8(patched, sheet.encoding));
  }

  /** What is to be written for an edit; null when nothing is, or it is refused. */
  #prepare(sheet: OpenSheet, edit: CellEdit): CellWrite | null {
    const { row, column } = sheet.patch.anchor(edit.row, edit.column);
    const formula = this.#formulaAt(sheet, row, column);
    if (formula !== null) {
      this.#refuse(edit, formula);
      return null;
    }
    const content = this.#content(edit);
    if (content === null) {
      this.#refuse(edit, "workbook.not_a_date", {
        text: String("value" in edit ? edit.value : ""),
      });
      return null;
    }
    const index = sheet.scan.cells.find(row, column);
    const stored = index < 0 ? null : (sheet.scan.cells.styles[index] ?? 0);
    const style = stored ?? sheet.patch.defaultStyle(row, column);
    const asked = this.#askedFormat(edit, style);
    if (asked === null && this.#holds(sheet, index, edit, content)) return null;
    if (edit.kind === "text" && edit.value.length > longestText) {
      this.#refuse(edit, "workbook.text_too_long", { limit: longestText });
      return null;
    }
    if (sheet.headers.some((range) => inRange(range, row, column))) {
      this.#refuse(edit, "workbook.table_header");
      return null;
    }
    if (asked === null) return { row, column, style: null, content };
    const writer = this.#styleWriter();
    if (writer === null) {
      this.#refuse(edit, "workbook.no_styles");
      return null;
    }
    return { row, column, style: writer.withFormat(style, asked), content };
  }

  /** Null for a date that is none, or lies before the workbook's first day. */
  #content(edit: CellEdit): CellContent | null {
    switch (edit.kind) {
      case "clear":
        return { kind: "empty" };
      case "text":
        return edit.value === ""
          ? { kind: "empty" }
          : { kind: "text", text: edit.value };
      case "number":
        return {
          kind: "number",
          digits: edit.text ?? numberDigits(edit.value),
        };
      case "date": {
        const serial = isoToSerial(edit.value, this.#book.date1904);
        return serial === null
          ? null
          : { kind: "number", digits: numberDigits(serial) };
      }
    }
  }

  /** The number format an edit asks for, where the style does not have it. */
  #askedFormat(edit: CellEdit, style: number): string | number | null {
    if (edit.kind !== "number" && edit.kind !== "date") return null;
    if (edit.kind === "number" && edit.format === undefined) return null;
    const code = this.#numberFormats().of(style);
    if (edit.format !== undefined)
      return edit.format === code ? null : edit.format;
    return describeFormat(code).kind === "date" ? null : shortDate;
  }

  /** True when the cell already holds what is to be written. */
  #holds(
    sheet: OpenSheet,
    index: number,
    edit: CellEdit,
    content: CellContent,
  ): boolean {
    const { cells } = sheet.scan;
    const held = index < 0 ? kind.blank : cells.kinds[index];
    const value = index < 0 ? 0 : (cells.values[index] ?? 0);
    if (content.kind === "empty")
      return (
        held === kind.blank ||
        (edit.kind === "text" && this.#text(held, value, sheet) === "")
      );
    if (content.kind === "text")
      return this.#text(held, value, sheet) === content.text;
    if (held === kind.date)
      return (
        edit.kind === "date" &&
        isoToSerial(cells.texts[value] ?? "", this.#book.date1904) ===
          Number(content.digits)
      );
    if (held !== kind.number || value !== Number(content.digits)) return false;
    if (edit.kind !== "number" || edit.text === undefined) return true;
    return (cells.raw(index) ?? String(value)) === edit.text;
  }

  #text(
    held: number | undefined,
    value: number,
    sheet: OpenSheet,
  ): string | null {
    if (held === kind.text) return sheet.scan.cells.texts[value] ?? null;
    if (held !== kind.shared) return null;
    const strings = this.#sharedStrings();
    return value < strings.count ? strings.at(value) : null;
  }

  /** Code of why a cell with a formula is not written; null for a cell without. */
  #formulaAt(sheet: OpenSheet, row: number, column: number): string | null {
    const { cells, arrays } = sheet.scan;
    const index = cells.find(row, column);
    const formula = index < 0 ? undefined : cells.formula(index);
    if (
      formula?.array === true ||
      arrays.some(({ range }) => inRange(range, row, column))
    )
      return "workbook.array_formula_cell";
    if (formula === undefined) return null;
    return formula.shared !== "" && formula.text !== null
      ? "workbook.shared_formula_cell"
      : "workbook.formula_cell";
  }

  #sharedStrings(): SharedStrings {
    if (this.#strings !== null) return this.#strings;
    const entry = this.#book.sharedStrings;
    const part = entry === undefined ? null : this.#pkg.read(entry);
    const strings = new SharedStrings(toUtf8(part ?? new Uint8Array(0)));
    for (const _turn of strings.index());
    this.#strings = strings;
    return strings;
  }

  #numberFormats(): NumberFormats {
    if (this.#formats !== null) return this.#formats;
    const entry = this.#book.styles;
    const part = entry === undefined ? null : this.#pkg.read(entry);
    this.#formats = readNumberFormats(part).formats;
    return this.#formats;
  }

  #styleWriter(): StyleWriter | null {
    if (this.#styles !== undefined) return this.#styles;
    const entry = this.#book.styles;
    const part = entry === undefined ? null : this.#pkg.read(entry);
    this.#styles = null;
    if (entry !== undefined && part !== null) {
      this.#stylesEncoding = xmlEncoding(part);
      const writer = new StyleWriter(toUtf8(part), entry.name);
      if (writer.usable && this.#stylesEncoding.reversible)
        this.#styles = writer;
    }
    return this.#styles;
  }

  #finishStyles(): void {
    const writer = this.#styles;
    const entry = this.#book.styles;
    if (writer === null || writer === undefined || entry === undefined) return;
    if (writer.closure.length === 0) return;
    this.#closure.push(...writer.closure);
    this.#contents.set(entry, fromUtf8(writer.bytes(), this.#stylesEncoding));
  }

  /** Asks for all formulas to be computed on opening, if there are any. */
  #askForCalculation(scanned: ReadonlySet<string>): void {
    const { entry, sheets } = this.#book;
    this.#sawFormula ||= this.#pkg
      .relationships(this.#book.path)
      .some(({ type }) => type === "calcChain");
    for (const sheet of sheets) {
      if (this.#sawFormula) break;
      if (scanned.has(sheet.name)) continue;
      const part = this.#pkg.read(sheet.entry);
      this.#sawFormula = part !== null && holdsFormula(toUtf8(part));
    }
    if (!this.#sawFormula) return;
    const part = this.#pkg.read(entry);
    if (part === null) return;
    const encoding = xmlEncoding(part);
    const patched = encoding.reversible ? withCalcOnLoad(toUtf8(part)) : null;
    if (patched === null) return;
    this.#contents.set(entry, fromUtf8(patched, encoding));
    this.#closure.push({
      entry: entry.name,
      element: "calcPr/@fullCalcOnLoad",
      reason: "property",
    });
  }
}

function isAddress(row: number, column: number): boolean {
  return (
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 0 &&
    row <= 1048575 &&
    column >= 0 &&
    column <= 16383
  );
}

/** True when a tag `f` of any prefix stands in the bytes. */
function holdsFormula(data: Uint8Array): boolean {
  for (let at = data.indexOf(0x66); at >= 0; at = data.indexOf(0x66, at + 1)) {
    const before = data[at - 1];
    const after = data[at + 1];
    if (
      (before === 0x3c || before === 0x3a) &&
      (after === 0x3e || after === 0x20 || after === 0x2f)
    )
      return true;
  }
  return false;
}
