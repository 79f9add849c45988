import {
  parseRange,
  type DefinedName,
  type SheetView,
  type WorkbookView,
} from "../../model/sheet.ts";
import type { IssueList } from "../issue-list.ts";
import { joinBytes } from "../inflate.ts";
import type { WorkbookPackage } from "../package.ts";
import type { Pacer } from "../pacer.ts";
import { streamPart } from "../part-reader.ts";
import { XmlCursor } from "../xml-cursor.ts";
import { toUtf8 } from "../xml-encoding.ts";
import { OdsFormats } from "./ods-formats.ts";
import { odsAddress } from "./ods-formula.ts";
import { OdsSheet } from "./ods-sheet.ts";
import { RepeatBudget, SheetBuilder } from "./sheet-builder.ts";
import { StyleList } from "./style-list.ts";
import { attributesOf } from "./xml-attributes.ts";

/**
 * Reads an .ods. Repeated rows and cells cost what they hold: empty ones
 * nothing. Dates stay ISO texts, durations are parts of a day.
 */
export async function openOds(
  pkg: WorkbookPackage,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const manifest = pkg.find("META-INF/manifest.xml");
  const listed = manifest === undefined ? null : await pkg.readSmall(manifest);
  if (listed !== null && isEncrypted(listed)) {
    pkg.issues.add("workbook.password", "error");
    return null;
  }
  const parts: Uint8Array[] = [];
  for (const name of ["styles.xml", "content.xml"]) {
    const part = await readPart(pkg, name, pacer);
    if (part === "stopped") return null;
    if (part !== null) parts.push(part);
  }
  return readParts(parts, pkg.issues, pacer);
}

/** Reads an OpenDocument spreadsheet that is one XML file. */
export function openFlatOds(
  bytes: Uint8Array,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  return readParts([toUtf8(bytes)], issues, pacer);
}

/** A part in UTF-8, as far as it can be inflated; null where there is none of it. */
async function readPart(
  pkg: WorkbookPackage,
  name: string,
  pacer: Pacer,
): Promise<Uint8Array | "stopped" | null> {
  const entry = pkg.find(name);
  if (entry === undefined) return null;
  const pieces: Uint8Array[] = [];
  let left = pkg.budget.limits.maxLegacy;
  const end = await streamPart(pkg, entry, pacer, (piece) => {
    pieces.push(piece);
    left -= piece.length;
    return left >= 0;
  });
  if (end === "aborted") return "stopped";
  if (end !== "refused") return joinBytes(pieces);
  pkg.issues.add("workbook.too_large", "error", {}, { part: name });
  return null;
}

async function readParts(
  parts: readonly Uint8Array[],
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const book = new OdsBook(issues);
  pacer.done = 0;
  pacer.total = parts.reduce((sum, part) => sum + part.length, 0);
  let cut = false;
  for (const part of parts) {
    const cursor = new XmlCursor(part);
    const start = pacer.done;
    while (cursor.next()) {
      const before = pacer.done;
      const given = book.cells;
      book.take(cursor);
      pacer.done = start + cursor.end;
      // Repeated rows are much work for few bytes.
      const work = (pacer.done - before) * 4 + (book.cells - given) * 64;
      if (pacer.due(work) && !(await pacer.pause())) return null;
    }
    cut ||= cursor.cut;
  }
  const view = book.finish(cut);
  pacer.finish();
  return view;
}

function isEncrypted(manifest: Uint8Array): boolean {
  const cursor = new XmlCursor(toUtf8(manifest));
  while (cursor.next()) if (cursor.opens("encryption-data")) return true;
  return false;
}

/** Points in units of lengths. */
const points: Readonly<Record<string, number>> = { in: 72, cm: 28.3465, mm: 2.83465, pt: 1, px: 0.75 }; // prettier-ignore

class OdsBook {
  readonly #issues: IssueList;
  readonly #formats = new OdsFormats();
  readonly #styles = new StyleList();
  readonly #budget = new RepeatBudget();
  readonly #widths = new Map<string, number>();
  readonly #hiddenTables = new Set<string>();
  readonly #builders: SheetBuilder[] = [];
  readonly #named: { name: string; address: string }[] = [];
  #style = "";
  #sheet: OdsSheet | null = null;
  #date1904 = false;
  #spreadsheet = false;

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  /** Cells of the table that is being read. */
  get cells(): number {
    return this.#builders.at(-1)?.cells.length ?? 0;
  }

  take(cursor: XmlCursor): void {
    if (this.#sheet !== null) {
      if (cursor.closes("table")) this.#closeSheet();
      else this.#sheet.take(cursor);
      return;
    }
    if (cursor.kind !== "open" && cursor.kind !== "empty") return;
    if (cursor.opens("table")) this.#openSheet(cursor);
    else if (cursor.opens("spreadsheet")) this.#spreadsheet = true;
    else if (cursor.opens("tracked-changes")) cursor.skip();
    else if (cursor.opens("named-range")) {
      const { name, "cell-range-address": address } = attributesOf(cursor);
      if (name !== undefined && address !== undefined)
        this.#named.push({ name, address });
    } else if (cursor.opens("null-date")) {
      const day = attributesOf(cursor)["date-value"] ?? "";
      this.#date1904 = day.startsWith("1904-01-01");
    } else if (!this.#formats.take(cursor)) this.#takeStyle(cursor);
  }

  #takeStyle(cursor: XmlCursor): void {
    if (cursor.opens("style")) this.#style = attributesOf(cursor)["name"] ?? "";
    else if (cursor.opens("table-properties")) {
      if (attributesOf(cursor)["display"] === "false")
        this.#hiddenTables.add(this.#style);
    } else if (cursor.opens("table-column-properties")) {
      const [, size, unit = ""] = /^([\d.]+)(in|cm|mm|pt|px)$/.exec(attributesOf(cursor)["column-width"] ?? "") ?? []; // prettier-ignore
      const width = Number(size) * (points[unit] ?? NaN);
      // Points to characters of seven pixels with five around them.
      if (width > 4) this.#widths.set(this.#style, (width / 0.75 - 5) / 7);
    }
  }

  #openSheet(cursor: XmlCursor): void {
    const given = attributesOf(cursor);
    const name = given["name"] ?? `Sheet${this.#builders.length + 1}`;
    const builder = new SheetBuilder(name, this.#issues, this.#styles);
    if (this.#hiddenTables.has(given["style-name"] ?? ""))
      builder.state = "hidden";
    this.#builders.push(builder);
    if (cursor.kind === "open")
      this.#sheet = new OdsSheet(
        builder,
        this.#formats,
        this.#budget,
        this.#widths,
      );
  }

  #closeSheet(): void {
    const left = this.#sheet?.leftOut ?? 0;
    if (left > 0)
      this.#issues.add(
        "workbook.repeats_left_out",
        "error",
        { sheet: this.#builders.at(-1)?.name ?? "" },
        { count: left },
      );
    this.#sheet = null;
  }

  finish(cut: boolean): WorkbookView | null {
    const unfinished = cut || this.#sheet !== null;
    this.#closeSheet();
    if (this.#builders.length === 0) {
      if (this.#spreadsheet && !unfinished)
        this.#issues.add("workbook.no_sheets", "error");
      else
        this.#issues.add("workbook.unreadable", "error", {}, { format: "ods" });
      return null;
    }
    if (unfinished) this.#issues.add("workbook.file_cut", "error");
    const sheets: SheetView[] = this.#builders.map((one, index) =>
      one.build(index),
    );
    const known = new Set(sheets.map(({ name }) => name));
    const names = this.#named.flatMap(({ name, address }): DefinedName[] => {
      const target = odsAddress(address);
      const range = target === null ? null : parseRange(target.cells);
      return target !== null && range !== null && known.has(target.sheet)
        ? [{ name, sheet: target.sheet, range }]
        : [];
    });
    return {
      format: "ods",
      date1904: this.#date1904,
      sheets,
      names,
      looks: this.#styles.looks,
      writable: false,
    };
  }
}
