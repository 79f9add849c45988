import type { Issue } from "../model/issue.ts";
import type { WorkbookView } from "../model/sheet.ts";
import { isZip } from "./is-zip.ts";
import { IssueList } from "./issue-list.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { openZip } from "./open-zip.ts";
import { Pacer, type AbortFlag } from "./pacer.ts";
import { plainBytes } from "./plain-bytes.ts";

/** A workbook that was read from bytes. */
export interface OpenedWorkbook extends WorkbookView {
  /** Name of the file, as the caller gave it. */
  readonly file: string;
}

export interface OpenOptions {
  /** Name for messages; its extension is looked at only where the bytes say nothing (CSV). */
  readonly file: string;
  readonly signal?: AbortFlag;
  readonly onProgress?: (done: number, total: number) => void;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a workbook of any kind, told by its bytes. Whatever is wrong with the
 * file is in `issues`; `workbook` is null when nothing could be read.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<{ workbook: OpenedWorkbook | null; issues: Issue[] }> {
  const issues = new IssueList(options.file);
  const pacer = new Pacer(options.signal, options.onProgress);
  const limits = { ...defaultLimits, ...options.limits };
  const view = pacer.aborted
    ? null
    : await openByKind(plainBytes(bytes), options.file, limits, issues, pacer);
  if (pacer.aborted) {
    issues.add("workbook.cancelled", "info");
    return { workbook: null, issues: issues.list() };
  }
  return {
    workbook: view === null ? null : { ...view, file: options.file },
    issues: issues.list(),
  };
}

async function openByKind(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  if (isZip(bytes)) return openZip(bytes, limits, issues, pacer);
  const { openOtherFile } = await import("./open-other-file.ts");
  return openOtherFile(bytes, file, limits, issues, pacer);
}
