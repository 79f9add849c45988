import type { CellNote, SheetView, WorkbookView } from "../model/sheet.ts";
import type { Relationship, WorkbookPackage } from "./package.ts";
import type { Pacer } from "./pacer.ts";
import { streamPart, walkPart } from "./part-reader.ts";
import { SharedStrings } from "./shared-strings.ts";
import type { NotesReader } from "./notes-reader.ts";
import { resolveLinks } from "./sheet-links.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { StoredSheet } from "./stored-sheet.ts";
import { numberFormatReader, type NumberFormats } from "./styles-part.ts";
import type { SheetEntry, WorkbookPart } from "./workbook-part.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Reads every sheet of an .xlsx or .xlsm; null when it was told to stop. */
export async function openXlsx(
  pkg: WorkbookPackage,
  book: WorkbookPart,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const parts = [
    book.sharedStrings,
    book.styles,
    ...book.sheets.map(({ entry }) => entry),
  ];
  pacer.total = parts.reduce((sum, one) => sum + (one?.compressedSize ?? 0), 0);
  const strings = await readStrings(pkg, book.sharedStrings, pacer);
  if (strings === null) return null;
  const formats = numberFormatReader();
  if (book.styles !== undefined)
    await walkPart(pkg, book.styles, pacer, formats.handlers);
  if (pacer.aborted) return null;
  const reading: Reading = {
    pkg,
    book: book.path,
    pacer,
    strings,
    formats: formats.found(),
    notes: null,
  };
  const sheets: SheetView[] = [];
  for (const sheet of book.sheets) {
    const view = await readSheet(reading, sheet);
    if (view === null) return null;
    sheets.push(view);
  }
  pacer.finish();
  return {
    format: book.macros ? "xlsm" : "xlsx",
    date1904: book.date1904,
    sheets,
    names: book.names,
    writable: true,
  };
}

/**
 * The shared strings; none when the part is missing or cannot be read, and
 * every use of one then is an issue. Null when it was told to stop.
 */
async function readStrings(
  pkg: WorkbookPackage,
  entry: ZipEntry | undefined,
  pacer: Pacer,
): Promise<SharedStrings | null> {
  const strings = new SharedStrings(pkg.budget.limits.maxElement);
  if (entry === undefined) return strings;
  const end = await streamPart(pkg, entry, pacer, (piece) =>
    strings.feed(piece),
  );
  if (end === "aborted") return null;
  strings.finish();
  if (end !== "broken" && strings.truncated)
    pkg.issues.add(
      "workbook.strings_truncated",
      "error",
      {},
      { part: entry.name },
    );
  if (strings.malformed)
    pkg.issues.add(
      "workbook.malformed_part",
      "error",
      {},
      { part: entry.name },
    );
  return strings;
}

/** What the reading of every sheet needs. */
interface Reading {
  readonly pkg: WorkbookPackage;
  readonly pacer: Pacer;
  readonly strings: SharedStrings;
  readonly formats: NumberFormats;
  /** Path of the workbook part. */
  readonly book: string;
  /** Loaded when the first sheet with notes comes. */
  notes: NotesReader | null;
}

async function readSheet(
  reading: Reading,
  { name, entry, state }: SheetEntry,
): Promise<SheetView | null> {
  const { pkg, pacer, strings, formats } = reading;
  const scanner = new SheetScanner({
    sheet: name,
    issues: pkg.issues,
    sharedCount: strings.count,
    flawedStrings: strings.flawed,
    maxElement: pkg.budget.limits.maxElement,
    positions: false,
  });
  const end = await streamPart(pkg, entry, pacer, (piece) =>
    scanner.feed(piece),
  );
  if (end === "aborted") return null;
  if (!(await pacer.run(scanner.finish(end === "whole")))) return null;
  const relations = await pkg.relationships(entry.name);
  const notes = await readNotes(reading, name, relations);
  if (notes === null) return null;
  const shift =
    scanner.shared.size === 0
      ? undefined
      : (await import("./shift-formula.ts")).shiftFormula;
  const arrays =
    scanner.arrays.length === 0
      ? null
      : new (await import("./array-index.ts")).ArrayIndex(scanner.arrays);
  return new StoredSheet({
    name,
    part: entry.name,
    state,
    cells: scanner.cells,
    merges: scanner.merges,
    hyperlinks: resolveLinks(scanner.links, relations),
    notes,
    ...(shift === undefined ? {} : { shift }),
    columnRuns: scanner.columnRuns,
    hiddenRows: scanner.hiddenRows,
    shownRows: scanner.shownRows,
    arrays,
    shared: scanner.shared,
    strings,
    formatOf: (style) => formats.of(style),
    styled: true,
  });
}

/** The notes of a sheet; null when it was told to stop. */
async function readNotes(
  reading: Reading,
  sheet: string,
  relations: readonly Relationship[],
): Promise<readonly CellNote[] | null> {
  if (
    !relations.some(
      ({ type }) => type === "comments" || type === "threadedComment",
    )
  )
    return [];
  if (reading.notes === null) {
    const { NotesReader } = await import("./notes-reader.ts");
    reading.notes = new NotesReader(reading.pkg, reading.book, reading.pacer);
  }
  return reading.notes.read(sheet, relations);
}
