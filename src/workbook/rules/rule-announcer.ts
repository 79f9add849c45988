import { cellRef, rangeText, type CellEdit } from "../../model/sheet.ts";
import type { PlannedWrite } from "../edit-planner.ts";
import type { EditableSheet } from "../editable-sheet.ts";
import type { IssueList } from "../issue-list.ts";
import type { PatchParts } from "../patch-parts.ts";
import { RuleJudge } from "./rule-judge.ts";
import { ruledWrites } from "./ruled-writes.ts";
import { readSheetRules, type ValidationType } from "./sheet-rules.ts";
import { SheetValues } from "./sheet-values.ts";

const codes: Readonly<Record<ValidationType, string>> = {
  list: "workbook.validation_list",
  whole: "workbook.validation_whole",
  decimal: "workbook.validation_decimal",
  date: "workbook.validation_date",
  time: "workbook.validation_time",
  textLength: "workbook.validation_length",
};

/**
 * Tells which writes go against what a sheet says of its cells. They are made
 * all the same: the sheet guards against a slip of the hand, and what is
 * written is what was asked for.
 */
export class RuleAnnouncer {
  readonly #parts: PatchParts;
  readonly #issues: IssueList;
  readonly #values: SheetValues;

  constructor(
    parts: PatchParts,
    edits: readonly CellEdit[],
    issues: IssueList,
  ) {
    this.#parts = parts;
    this.#issues = issues;
    this.#values = new SheetValues(parts, edits);
  }

  async announce(
    sheet: EditableSheet,
    writes: readonly PlannedWrite[],
  ): Promise<void> {
    const { data, scan, entry } = sheet;
    const rules = readSheetRules(data, scan.sheetData?.close ?? data.length);
    if (rules.protected) await this.#announceLocked(sheet, writes);
    const ruled = ruledWrites(writes, rules.validations);
    if (ruled.length === 0) return;
    this.#values.know(sheet);
    const { date1904, names } = this.#parts.book;
    const judge = new RuleJudge(entry.name, names, date1904, this.#values);
    for (const { write, rule } of ruled) {
      const broken = await judge.broken(write, rule);
      if (broken === null) continue;
      const cell = cellRef(write.row, write.column);
      const [range] = rule.ranges;
      this.#issues.add(
        codes[rule.type],
        rule.enforced ? "warning" : "info",
        { sheet: entry.name, cell },
        { ...broken, rule: range === undefined ? cell : rangeText(range) },
      );
    }
    this.#values.forget(sheet);
  }

  async #announceLocked(
    sheet: EditableSheet,
    writes: readonly PlannedWrite[],
  ): Promise<void> {
    const { writer } = await this.#parts.readStyles();
    const { cells } = sheet.scan;
    const locked = writes.filter(({ row, column }) => {
      const index = cells.find(row, column);
      const style =
        index < 0
          ? sheet.patch.defaultStyle(row, column)
          : cells.styleAt(index);
      return writer?.locks(style) ?? true;
    });
    const [first] = locked;
    if (first === undefined) return;
    this.#issues.add(
      "workbook.protected_sheet",
      "info",
      { sheet: sheet.entry.name, cell: cellRef(first.row, first.column) },
      { count: locked.length },
    );
  }
}
