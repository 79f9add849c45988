import type { WorkbookView } from "../model/sheet.ts";
import type { IssueList } from "./issue-list.ts";
import type { Limits } from "./limits.ts";
import { notAWorkbook } from "./not-a-workbook.ts";
import { openLegacy, openTextFile } from "./open-legacy.ts";
import { openZip } from "./open-zip.ts";
import { otherKind } from "./other-kinds.ts";
import type { Pacer } from "./pacer.ts";
import { sniff, sniffCompound } from "./sniff.ts";

/**
 * Reads a file that does not begin as a zip, by what its bytes say it is; for
 * what is no workbook the issue says what it is instead. Loaded when the first
 * such file comes.
 */
export async function openOtherFile(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const other = otherKind(bytes, file);
  if (other !== null) {
    issues.add(other.code, "error", {}, other.params);
    return null;
  }
  const kind = sniff(bytes);
  switch (kind) {
    case "empty":
      issues.add("workbook.empty_file", "error");
      return null;
    case "zip":
      return openZip(bytes, limits, issues, pacer);
    case "cfb":
      return openCfb(bytes, limits, issues, pacer);
    case "biff":
      return openLegacy(bytes, "xls", issues, pacer);
    case "html":
      return openLegacy(bytes, "html", issues, pacer);
    case "xml2003":
      return openLegacy(bytes, "xml2003", issues, pacer);
    case "flatOds":
      return openLegacy(bytes, "ods", issues, pacer);
    case "text":
      return openTextFile(bytes, file, issues, pacer);
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

async function openCfb(
  bytes: Uint8Array,
  limits: Limits,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const kind = sniffCompound(bytes);
  switch (kind) {
    case "password": {
      const { openEncrypted } = await import("./encrypted/open-encrypted.ts");
      return openEncrypted(bytes, limits, issues, pacer);
    }
    case "damaged":
      issues.add("workbook.damaged_zip", "error");
      return null;
    case "xls":
      return openLegacy(bytes, "xls", issues, pacer);
    default:
      issues.add(notAWorkbook[kind], "error");
      return null;
  }
}
