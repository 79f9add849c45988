import type { SheetView, WorkbookView } from "../model/sheet.ts";
import { inflatePieces } from "./inflate.ts";
import type { Pacer } from "./pacer.ts";
import type { WorkbookPackage } from "./package.ts";
import { SharedStrings } from "./shared-strings.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { StoredSheet } from "./stored-sheet.ts";
import { readNumberFormats, type NumberFormats } from "./styles-part.ts";
import type { SheetEntry, WorkbookPart } from "./workbook-part.ts";
import { toUtf8, Utf8Converter } from "./xml-encoding.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Reads every sheet of an .xlsx or .xlsm; null when it was told to stop. */
export async function openXlsx(
  pkg: WorkbookPackage,
  book: WorkbookPart,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const parts = [book.sharedStrings, ...book.sheets.map(({ entry }) => entry)];
  pacer.total = parts.reduce((sum, one) => sum + (one?.compressedSize ?? 0), 0);
  const strings = await readStrings(pkg, book.sharedStrings, pacer);
  if (pacer.aborted) return null;
  const styles = book.styles === undefined ? null : pkg.read(book.styles);
  const { formats, problem } = readNumberFormats(styles);
  if (problem !== null)
    pkg.issues.add(
      "workbook.malformed_part",
      "warning",
      {},
      { part: book.styles?.name ?? "" },
    );
  const sheets: SheetView[] = [];
  for (const sheet of book.sheets) {
    const view = await readSheet(pkg, sheet, strings, formats, pacer);
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

/** The shared strings; none when the part is missing or cannot be read, and every use of one then is an issue. */
async function readStrings(
  pkg: WorkbookPackage,
  entry: ZipEntry | undefined,
  pacer: Pacer,
): Promise<SharedStrings> {
  const none = new SharedStrings(new Uint8Array(0));
  if (entry === undefined) return none;
  const data = pkg.read(entry);
  if (data === null) return none;
  const strings = new SharedStrings(toUtf8(data));
  pacer.done += entry.compressedSize;
  for (const _turn of strings.index())
    if (pacer.due(1 << 20) && !(await pacer.pause())) return none;
  if (strings.truncated)
    pkg.issues.add(
      "workbook.strings_truncated",
      "error",
      {},
      { part: entry.name },
    );
  return strings;
}

async function readSheet(
  pkg: WorkbookPackage,
  { name, entry, state }: SheetEntry,
  strings: SharedStrings,
  formats: NumberFormats,
  pacer: Pacer,
): Promise<SheetView | null> {
  const scanner = new SheetScanner({
    sheet: name,
    issues: pkg.issues,
    sharedCount: strings.count,
    maxElement: pkg.budget.limits.maxElement,
    positions: false,
  });
  const convert = new Utf8Converter();
  const before = pacer.done;
  const pieces = inflatePieces(pkg.bytes, entry, pkg.budget);
  let given = 0;
  for (;;) {
    const next = pieces.next();
    if (next.done) {
      if ("kind" in next.value) {
        pkg.reportFailure(next.value, entry);
        scanner.stop();
      } else {
        if (!next.value.crcHolds) pkg.reportChecksum(entry);
        scanner.feed(convert.push(new Uint8Array(0), true), true);
      }
      break;
    }
    const piece = next.value;
    given += piece.length;
    for (let at = 0; at < piece.length; at += 1 << 20) {
      const part = piece.subarray(at, at + (1 << 20));
      if (!scanner.feed(convert.push(part, false), false)) break;
      if (pacer.due(part.length)) {
        const share = Math.min(1, given / Math.max(1, entry.size));
        pacer.done = before + share * entry.compressedSize;
        if (!(await pacer.pause())) return null;
      }
    }
    if (scanner.failed) {
      scanner.stop();
      break;
    }
  }
  pacer.done = before + entry.compressedSize;
  return new StoredSheet({
    name,
    part: entry.name,
    state,
    cells: scanner.cells,
    merges: scanner.merges,
    columnRuns: scanner.columnRuns,
    hiddenRows: scanner.hiddenRows,
    shownRows: scanner.shownRows,
    arrays: scanner.arrays,
    shared: scanner.shared,
    strings,
    formatOf: (style) => formats.of(style),
    styled: true,
  });
}
