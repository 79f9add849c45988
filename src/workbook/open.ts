import type { Issue } from "../model/issue.ts";
import type { WorkbookView } from "../model/sheet.ts";
import { inflatePieces } from "./inflate.ts";
import { IssueList } from "./issue-list.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { notAWorkbook, type NotAWorkbook } from "./not-a-workbook.ts";
import { openCsv } from "./open-csv.ts";
import { openLegacy } from "./open-legacy.ts";
import { openXlsx } from "./open-xlsx.ts";
import { WorkbookPackage } from "./package.ts";
import { Pacer, type AbortFlag } from "./pacer.ts";
import { plainBytes } from "./plain-bytes.ts";
import { cfbHolds, sniff } from "./sniff.ts";
import { findMainPart, readWorkbookPart } from "./workbook-part.ts";
import { readZipDirectory } from "./zip-directory.ts";

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
  const kind = sniff(bytes);
  switch (kind) {
    case "empty":
      issues.add("workbook.empty_file", "error");
      return null;
    case "zip":
      return openZip(bytes, limits, issues, pacer);
    case "cfb":
      return openCfb(bytes, issues, pacer);
    case "biff":
      return openLegacy(bytes, "xls", issues, pacer);
    case "html":
      return openLegacy(bytes, "html", issues, pacer);
    case "xml2003":
      return openLegacy(bytes, "xml2003", issues, pacer);
    case "flatOds":
      return openLegacy(bytes, "ods", issues, pacer);
    case "text":
      return openCsv(bytes, file, issues, pacer);
    case "pdf":
    case "image":
    case "archive":
    case "mail":
    case "xml":
    case "binary":
      issues.add(notAWorkbook[kind], "error");
      return null;
  }
}

async function openZip(
  bytes: Uint8Array,
  limits: Limits,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const zip = readZipDirectory(bytes, limits);
  if ("kind" in zip) {
    if (zip.kind === "tooManyEntries")
      issues.add(
        "workbook.too_many_entries",
        "error",
        {},
        { count: zip.count },
      );
    else issues.add("workbook.damaged_zip", "error");
    return null;
  }
  const pkg = new WorkbookPackage(bytes, zip, limits, issues);
  const other = otherZip(pkg);
  if (other === "ods") {
    if (!fitsBudget(pkg)) return null;
    return openLegacy(bytes, "ods", issues, pacer);
  }
  if (other !== null) {
    issues.add(other.code, "error", {}, other.params);
    return null;
  }
  const main = findMainPart(pkg);
  if (main === undefined) {
    issues.add("workbook.zip_without_workbook", "error");
    return null;
  }
  if (main.name.toLowerCase().endsWith(".bin")) {
    issues.add("workbook.xlsb", "error");
    return null;
  }
  const book = readWorkbookPart(pkg, main);
  if (book === null) {
    issues.add("workbook.unreadable", "error", {}, { format: "xlsx" });
    return null;
  }
  if (book.sheets.length === 0) issues.add("workbook.no_sheets", "error");
  return openXlsx(pkg, book, pacer);
}

/** Zips that are something else, by the entries every one of them has. */
function otherZip(
  pkg: WorkbookPackage,
): "ods" | { code: string; params: Record<string, string> } | null {
  const notWorkbook = (kind: NotAWorkbook) => ({
    code: notAWorkbook[kind],
    params: {},
  });
  if (pkg.find("word/document.xml") !== undefined) return notWorkbook("word");
  if (pkg.find("ppt/presentation.xml") !== undefined)
    return notWorkbook("slides");
  if (pkg.find("xl/workbook.bin") !== undefined)
    return { code: "workbook.xlsb", params: {} };
  const mimetype = pkg.find("mimetype");
  if (mimetype !== undefined && pkg.find("content.xml") !== undefined) {
    const text = new TextDecoder().decode(pkg.read(mimetype) ?? undefined);
    if (text.includes("spreadsheet")) return "ods";
    return notWorkbook(text.includes("presentation") ? "slides" : "word");
  }
  if (
    pkg.find("[content_types].xml") === undefined &&
    pkg.find("_rels/.rels") === undefined
  ) {
    const inside = pkg.zip.entries.find(({ name }) =>
      /\.(xlsx|xlsm|xls|et|csv|ods)$/i.test(name),
    );
    if (inside !== undefined)
      return { code: "workbook.zip_of_files", params: { name: inside.name } };
  }
  return null;
}

/** The library that reads .ods inflates without a limit, so the limit is tried first. */
function fitsBudget(pkg: WorkbookPackage): boolean {
  for (const entry of pkg.zip.entries) {
    const pieces = inflatePieces(pkg.bytes, entry, pkg.budget);
    let next = pieces.next();
    while (!next.done) next = pieces.next();
    if ("kind" in next.value) {
      pkg.reportFailure(next.value, entry);
      return false;
    }
  }
  return true;
}

async function openCfb(
  bytes: Uint8Array,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  if (cfbHolds(bytes, "EncryptedPackage")) {
    issues.add("workbook.password", "error");
    return null;
  }
  if (
    !cfbHolds(bytes, "Workbook") &&
    !cfbHolds(bytes, "Book") &&
    !cfbHolds(bytes, "WORKBOOK") &&
    !cfbHolds(bytes, "BOOK")
  ) {
    const kind = cfbHolds(bytes, "WordDocument")
      ? "word"
      : cfbHolds(bytes, "PowerPoint Document")
        ? "slides"
        : "binary";
    issues.add(notAWorkbook[kind], "error");
    return null;
  }
  return openLegacy(bytes, "xls", issues, pacer);
}
