import { isDateFormat } from "../model/is-date-format.ts";
import type { Params } from "../model/issue.ts";
import type { CellEdit } from "../model/sheet.ts";
import type { CellWrite } from "./cell-write.ts";
import { contentOf, holdsContent } from "./edit-content.ts";
import type { EditableSheet } from "./editable-sheet.ts";
import type { PatchParts } from "./patch-parts.ts";

/** A write, and what it means for the formulas of the workbook. */
export interface PlannedWrite extends CellWrite {
  readonly edit: CellEdit;
  readonly changesInput: boolean;
  readonly overFormula: boolean;
}

/** Builtin number format of a short date. */
const shortDate = 14;
const longestText = 32767;

/** Turns edits into writes; what `parts` read for the edits is at hand. */
export class EditPlanner {
  readonly #parts: PatchParts;
  readonly #refuse: (edit: CellEdit, code: string, params?: Params) => null;

  constructor(
    parts: PatchParts,
    refuse: (edit: CellEdit, code: string, params?: Params) => null,
  ) {
    this.#parts = parts;
    this.#refuse = refuse;
  }

  /** What is to be written for an edit; null when nothing is, or it is refused. */
  plan(sheet: EditableSheet, edit: CellEdit): PlannedWrite | null {
    const parts = this.#parts;
    const { date1904 } = parts.book;
    const { row, column } = sheet.patch.anchor(edit.row, edit.column);
    const formula = sheet.formulaAt(row, column);
    if (formula === "array")
      return this.#refuse(edit, "workbook.array_formula_cell");
    if (formula !== null && edit.overFormula !== true)
      return this.#refuse(
        edit,
        formula === "plain"
          ? "workbook.formula_cell"
          : "workbook.shared_formula_cell",
      );
    const content = contentOf(edit, date1904);
    if (content === null)
      return this.#refuse(edit, "workbook.not_a_date", {
        text: String("value" in edit ? edit.value : ""),
      });
    const { cells } = sheet.scan;
    const index = cells.find(row, column);
    const stored = index < 0 ? null : cells.styleAt(index);
    const base = stored ?? sheet.patch.defaultStyle(row, column);
    const format = this.#askedFormat(edit, base);
    const held =
      formula === null &&
      holdsContent(cells, index, edit, content, date1904, (at) =>
        parts.string(at),
      );
    if (held && format === null) return null;
    if (edit.kind === "text" && edit.value.length > longestText)
      return this.#refuse(edit, "workbook.text_too_long", {
        limit: longestText,
      });
    const owner = sheet.ownedBy(row, column);
    if (owner !== null) return this.#refuse(edit, owner);
    if (formula !== null && parts.chain === null)
      return this.#refuse(edit, "workbook.encoding_read_only");
    const style = format === null ? null : this.#styleFor(base, format);
    if (typeof style === "string") return this.#refuse(edit, style);
    return {
      edit,
      row,
      column,
      style,
      content,
      changesInput: !held,
      overFormula: formula !== null,
    };
  }

  /** The number format an edit asks for, where the style does not have it. */
  #askedFormat(edit: CellEdit, style: number): string | number | null {
    if (edit.kind !== "number" && edit.kind !== "date") return null;
    if (edit.kind === "number" && edit.format === undefined) return null;
    const code = this.#parts.styles?.formatOf(style) ?? "General";
    if (edit.format !== undefined)
      return edit.format === code ? null : edit.format;
    return isDateFormat(code) ? null : shortDate;
  }

  /** Number of the style that is `base` with a format, or the code of why there is none. */
  #styleFor(base: number, format: string | number): number | string {
    const writer = this.#parts.styles?.writer;
    if (writer === null || writer === undefined) return "workbook.no_styles";
    return writer.withFormat(base, format) ?? "workbook.too_many_styles";
  }
}
