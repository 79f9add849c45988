import type { ClosureItem } from "../model/sheet.ts";
import { joinBytes } from "./inflate.ts";
import { IssueList } from "./issue-list.ts";
import type { WorkbookPackage } from "./package.ts";
import { inRange } from "./merge-anchors.ts";
import type { OwnedRange } from "./owned-ranges.ts";
import { SheetPatch } from "./sheet-patch.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import type { SheetEntry } from "./workbook-part.ts";
import {
  fromUtf8,
  toUtf8,
  xmlEncoding,
  type XmlEncoding,
} from "./xml-encoding.ts";

/** What kind of formula a cell takes part in. */
export type FormulaKind = "plain" | "sharedMaster" | "array";

/** One worksheet part in hand: scanned with positions, ready to be written. */
export class EditableSheet {
  readonly entry: SheetEntry;
  readonly scan: SheetScanner;
  /** True when tags stand where none belong: what is written there might not be read again. */
  readonly broken: boolean;
  readonly patch: SheetPatch;
  /** The part in UTF-8. */
  readonly data: Uint8Array;
  readonly #owned: readonly OwnedRange[];
  /** What was touched to bring the part into this state. */
  readonly earlier: readonly ClosureItem[];
  readonly #encoding: XmlEncoding;

  private constructor(
    entry: SheetEntry,
    data: Uint8Array,
    encoding: XmlEncoding,
    owned: readonly OwnedRange[],
    earlier: readonly ClosureItem[],
  ) {
    this.entry = entry;
    this.data = data;
    this.#owned = owned;
    this.earlier = earlier;
    this.#encoding = encoding;
    // What is wrong with the sheet was said when it was read.
    const issues = new IssueList("");
    this.scan = new SheetScanner({
      sheet: entry.name,
      issues,
      sharedCount: Infinity,
      maxElement: Infinity,
      positions: true,
    });
    this.scan.scanWhole(data);
    this.broken = issues
      .list()
      .some(({ code }) => code === "workbook.stray_element");
    this.patch = new SheetPatch(data, this.scan, entry.name, entry.entry.name);
  }

  /** The sheet, or the code of why it cannot be written. */
  static async open(
    pkg: WorkbookPackage,
    entry: SheetEntry,
  ): Promise<EditableSheet | string> {
    const part = await pkg.read(entry.entry);
    if (part === null) return "workbook.damaged_part";
    const encoding = xmlEncoding(part);
    if (!encoding.reversible) return "workbook.encoding_read_only";
    const sheet = new EditableSheet(
      entry,
      toUtf8(part),
      encoding,
      await readOwned(pkg, entry),
      [],
    );
    if (!sheet.patch.usable) return "workbook.sheet_truncated";
    return sheet.broken ? "workbook.broken_sheet" : sheet;
  }

  /** Pieces of the part in its own encoding. */
  encoded(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
    return this.#encoding.label === "utf-8"
      ? pieces
      : [fromUtf8(joinBytes(pieces), this.#encoding)];
  }

  /**
   * The code of why something else owns a cell: the header of a table, whose
   * text must stay the name of its column, or a pivot table, which writes its
   * cells anew from its source. Null for a free cell.
   */
  ownedBy(row: number, column: number): string | null {
    return (
      this.#owned.find(({ range }) => inRange(range, row, column))?.code ?? null
    );
  }

  formulaAt(row: number, column: number): FormulaKind | null {
    const { cells, arrays } = this.scan;
    const index = cells.find(row, column);
    const formula = index < 0 ? undefined : cells.formula(index);
    if (
      formula?.array === true ||
      arrays.some(({ range }) => inRange(range, row, column))
    )
      return "array";
    if (formula === undefined) return null;
    return formula.shared !== "" && formula.text !== null
      ? "sharedMaster"
      : "plain";
  }

  /** The sheet with its part changed, and what was touched for that. */
  changed(data: Uint8Array, closure: readonly ClosureItem[]): EditableSheet {
    return new EditableSheet(this.entry, data, this.#encoding, this.#owned, [
      ...this.earlier,
      ...closure,
    ]);
  }
}

/** What parts linked to the sheet own of its cells. */
async function readOwned(
  pkg: WorkbookPackage,
  sheet: SheetEntry,
): Promise<OwnedRange[]> {
  const links = (await pkg.relationships(sheet.part)).filter(
    ({ type, external }) =>
      (type === "table" || type === "pivotTable") && !external,
  );
  if (links.length === 0) return [];
  const { ownedRanges } = await import("./owned-ranges.ts");
  return ownedRanges(pkg, links);
}
