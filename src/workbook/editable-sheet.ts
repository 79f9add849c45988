import {
  parseRange,
  type CellRange,
  type ClosureItem,
} from "../model/sheet.ts";
import { IssueList } from "./issue-list.ts";
import type { WorkbookPackage } from "./package.ts";
import { inRange } from "./merge-anchors.ts";
import { SheetPatch } from "./sheet-patch.ts";
import { readSheetRules, type SheetRules } from "./sheet-rules.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import type { SheetEntry } from "./workbook-part.ts";
import { fromUtf8, toUtf8, xmlEncoding } from "./xml-encoding.ts";

/** What kind of formula a cell takes part in. */
export type FormulaKind = "plain" | "sharedMaster" | "array";

/** Cells that are not to be written, and the code of why. */
interface TakenRange {
  readonly range: CellRange;
  readonly code: string;
}

/** One worksheet part in hand: scanned with positions, ready to be written. */
export class EditableSheet {
  readonly entry: SheetEntry;
  readonly scan: SheetScanner;
  /** True when tags stand where none belong: what is written there might not be read again. */
  readonly broken: boolean;
  readonly patch: SheetPatch;
  /** The part in UTF-8. */
  readonly data: Uint8Array;
  readonly #taken: readonly TakenRange[];
  /** What was touched to bring the part into this state. */
  readonly earlier: readonly ClosureItem[];
  #rules: SheetRules | null = null;
  readonly #encode: (data: Uint8Array) => Uint8Array;

  private constructor(
    entry: SheetEntry,
    data: Uint8Array,
    encode: (data: Uint8Array) => Uint8Array,
    taken: readonly TakenRange[],
    earlier: readonly ClosureItem[],
  ) {
    this.entry = entry;
    this.data = data;
    this.#taken = taken;
    this.earlier = earlier;
    this.#encode = encode;
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
      (data) => fromUtf8(data, encoding),
      await takenRanges(pkg, entry),
      [],
    );
    if (!sheet.patch.usable) return "workbook.sheet_truncated";
    return sheet.broken ? "workbook.broken_sheet" : sheet;
  }

  /** The part in its own encoding. */
  encoded(data: Uint8Array): Uint8Array {
    return this.#encode(data);
  }

  /** What the sheet says of its cells besides what they hold. */
  get rules(): SheetRules {
    this.#rules ??= readSheetRules(
      this.data,
      this.scan.sheetData?.close ?? this.data.length,
    );
    return this.#rules;
  }

  /**
   * The code of why something else owns a cell: the header of a table, whose
   * text must stay the name of its column, or a pivot table, which writes its
   * cells anew from its source. Null for a free cell.
   */
  ownedBy(row: number, column: number): string | null {
    return (
      this.#taken.find(({ range }) => inRange(range, row, column))?.code ?? null
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

  /** Group of shared formulas a cell belongs to; empty without one. */
  groupAt(row: number, column: number): string {
    const { cells } = this.scan;
    return cells.formula(cells.find(row, column))?.shared ?? "";
  }

  /**
   * The sheet with the formulas of some groups written out in each of their
   * cells, those in `leaving` aside, which are to be overwritten. Null when a
   * group has more than one master.
   */
  async withOwnFormulas(
    groups: ReadonlySet<string>,
    leaving: (row: number, column: number) => boolean,
  ): Promise<EditableSheet | null> {
    const { entry } = this;
    const { ownFormulas } = await import("./shared-formula.ts");
    const spread = ownFormulas(this.data, this.scan, groups, leaving);
    if (spread === null) return null;
    const closure = spread.cells.map((element): ClosureItem => ({
      entry: entry.entry.name,
      element,
      reason: "formula",
      sheet: entry.name,
    }));
    return new EditableSheet(entry, spread.data, this.#encode, this.#taken, [
      ...this.earlier,
      ...closure,
    ]);
  }
}

/** What parts linked to the sheet forbid: header cells of tables, and all cells of pivot tables. */
async function takenRanges(
  pkg: WorkbookPackage,
  sheet: SheetEntry,
): Promise<TakenRange[]> {
  const taken: TakenRange[] = [];
  for (const link of await pkg.relationships(sheet.part)) {
    const { type, target, external } = link;
    const entry =
      (type === "table" || type === "pivotTable") && !external
        ? pkg.find(target)
        : undefined;
    if (entry === undefined) continue;
    await pkg.walk(entry, {
      open: ({ name, attributes }) => {
        const range = parseRange(attributes.get("ref") ?? "");
        if (range === null) return;
        if (name === "table" && attributes.get("headerRowCount") !== "0")
          taken.push({
            range: { ...range, bottom: range.top },
            code: "workbook.table_header",
          });
        if (type === "pivotTable" && name === "location")
          taken.push({ range, code: "workbook.pivot_cell" });
      },
    });
  }
  return taken;
}
