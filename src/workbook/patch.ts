import type { CellEdit } from "../model/sheet.ts";
import { checkEdit, issueAt } from "./check-edit.ts";
import { IssueList } from "./issue-list.ts";
import { openForPatching } from "./patch-package.ts";
import { plainBytes } from "./plain-bytes.ts";
import {
  WorkbookPatch,
  type PatchOptions,
  type PatchResult,
  type RefusedEdit,
} from "./workbook-patch.ts";

export type {
  CacheEdit,
  PatchOptions,
  PatchResult,
  RefusedEdit,
} from "./workbook-patch.ts";

/**
 * Writes cells into a workbook and touches nothing else. Every zip entry outside
 * the closure keeps its compressed bytes, every byte of an edited sheet outside
 * the listed elements stays. A cell that already holds the value is left alone.
 * Of two edits of one cell (or one merged area) the last is made, the others are
 * refused. Edits that cannot be made are refused, each with its reason; the
 * rest are made. A cell with a formula is refused, unless its edit says
 * `overFormula`; one under an array formula or a data table always is.
 * Rejects when an edit's number is not finite, or its `text` spells another number.
 */
export async function patchWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: PatchOptions = {},
): Promise<PatchResult> {
  for (const edit of edits) checkEdit(edit);
  const issues = new IssueList(options.file ?? "");
  const opened = await openForPatching(plainBytes(bytes), issues);
  if (typeof opened === "string") {
    const refused = edits.map((edit): RefusedEdit => ({
      edit,
      issue: issueAt(issues, opened, edit),
    }));
    return { bytes, closure: [], refused, issues: issues.list() };
  }
  const patch = new WorkbookPatch(opened.pkg, opened.book, issues);
  const result = await patch.run(edits, options);
  return result.closure.length === 0 ? { ...result, bytes } : result;
}
