import type { CellEdit, CellRange } from "../../model/sheet.ts";
import { kind, lowerBound, type CellColumns } from "../cell-columns.ts";
import { contentOf } from "../edit-content.ts";
import type { EditableSheet } from "../editable-sheet.ts";
import { IssueList } from "../issue-list.ts";
import { inRange } from "../merge-anchors.ts";
import type { PatchParts } from "../patch-parts.ts";
import { SheetScanner } from "../sheet-scanner.ts";
import { toUtf8 } from "../xml-encoding.ts";

/** A number or a text. */
export type RuleValue = number | string;

/** Values of the workbook's cells as they are after a patch, for rules that point at cells. */
export class SheetValues {
  readonly #parts: PatchParts;
  /** The last edit of each cell, by sheet and address. */
  readonly #edits = new Map<string, Map<number, CellEdit>>();
  /** Null for a sheet that is not there or cannot be read. */
  readonly #sheets = new Map<string, CellColumns | null>();

  constructor(parts: PatchParts, edits: readonly CellEdit[]) {
    this.#parts = parts;
    for (const edit of edits) {
      const sheet = this.#edits.get(edit.sheet) ?? new Map<number, CellEdit>();
      this.#edits.set(
        edit.sheet,
        sheet.set(keyOf(edit.row, edit.column), edit),
      );
    }
  }

  /** Takes the cells of a sheet that is at hand. */
  know({ entry, scan }: EditableSheet): void {
    this.#sheets.set(entry.name, scan.cells);
  }

  /** Lets go of a sheet's cells. */
  forget({ entry }: EditableSheet): void {
    this.#sheets.delete(entry.name);
  }

  /** The values in a range, empty cells left out; null for a sheet that is not there. */
  async in(sheet: string, range: CellRange): Promise<RuleValue[] | null> {
    const cells = await this.#cells(sheet);
    if (cells === null) return null;
    await this.#parts.readStrings();
    const edited = this.#editedIn(sheet, range);
    const values: RuleValue[] = [];
    const { rowNumbers, rowStarts } = cells;
    const first = lowerBound(rowNumbers, range.top, 0, rowNumbers.length);
    for (let at = first; at < rowNumbers.length; at++) {
      const row = rowNumbers[at] ?? 0;
      if (row > range.bottom) break;
      const end = rowStarts[at + 1] ?? 0;
      let index = cells.firstFrom(range.left, rowStarts[at] ?? 0, end);
      for (; index < end && cells.columnAt(index) <= range.right; index++) {
        const key = keyOf(row, cells.columnAt(index));
        const value = edited.has(key) ? null : this.#stored(cells, index);
        if (value !== null) values.push(value);
      }
    }
    for (const value of edited.values()) if (value !== null) values.push(value);
    return values;
  }

  /** What edits put into a range, by address; null where they empty a cell. */
  #editedIn(sheet: string, range: CellRange): Map<number, RuleValue | null> {
    const edits = this.#edits.get(sheet) ?? new Map<number, CellEdit>();
    const found = new Map<number, RuleValue | null>();
    const { top, left, bottom, right } = range;
    if (top === bottom && left === right) {
      const key = keyOf(top, left);
      const edit = edits.get(key);
      if (edit !== undefined) found.set(key, this.#valueOf(edit));
      return found;
    }
    for (const [key, edit] of edits)
      if (inRange(range, edit.row, edit.column))
        found.set(key, this.#valueOf(edit));
    return found;
  }

  #valueOf(edit: CellEdit): RuleValue | null {
    const content = contentOf(edit, this.#parts.book.date1904);
    if (content === null || content.kind === "empty") return null;
    return content.kind === "text" ? content.text : Number(content.digits);
  }

  #stored(cells: CellColumns, index: number): RuleValue | null {
    const value = cells.valueAt(index);
    switch (cells.kindAt(index)) {
      case kind.number:
        return value;
      case kind.shared:
        return this.#parts.string(value);
      case kind.text:
        return cells.texts[value] ?? null;
      default:
        return null;
    }
  }

  async #cells(sheet: string): Promise<CellColumns | null> {
    const known = this.#sheets.get(sheet);
    if (known !== undefined) return known;
    const { pkg, book } = this.#parts;
    const entry = book.sheets.find(({ name }) => name === sheet)?.entry;
    const part = entry === undefined ? null : await pkg.read(entry);
    let cells: CellColumns | null = null;
    if (part !== null) {
      // What is wrong with the sheet is said where it is read.
      const scan = new SheetScanner({
        sheet,
        issues: new IssueList(""),
        sharedCount: Infinity,
        maxElement: Infinity,
        positions: false,
      });
      scan.scanWhole(toUtf8(part));
      cells = scan.cells;
    }
    this.#sheets.set(sheet, cells);
    return cells;
  }
}

function keyOf(row: number, column: number): number {
  return row * 16384 + column;
}
