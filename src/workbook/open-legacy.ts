import type { WorkbookView } from "../model/sheet.ts";
import type { IssueList } from "./issue-list.ts";
import { defaultLimits } from "./limits.ts";
import type { WorkbookPackage } from "./package.ts";
import type { Pacer } from "./pacer.ts";

/** Formats other than .xlsx that hold more than text; `ods` is the flat one. */
export type LegacyFormat = "xls" | "ods" | "html" | "xml2003";

/**
 * Reads a format other than .xlsx; its reader is loaded when the first such
 * file comes. All of them read with pauses, so that they can be stopped. Null,
 * with an issue, for what cannot be read; null when the pacer says to stop.
 */
export async function openLegacy(
  bytes: Uint8Array,
  format: LegacyFormat,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  if (bytes.length > defaultLimits.maxLegacy) {
    issues.add("workbook.too_large", "error", {}, { part: format });
    return null;
  }
  switch (format) {
    case "xls": {
      const { openXls } = await import("./legacy/open-xls.ts");
      return openXls(bytes, issues, pacer);
    }
    case "ods": {
      const { openFlatOds } = await import("./legacy/open-ods.ts");
      return openFlatOds(bytes, issues, pacer);
    }
    case "html": {
      const { openHtml } = await import("./legacy/open-html.ts");
      return openHtml(bytes, issues, pacer);
    }
    case "xml2003": {
      const { openSpreadsheetml } =
        await import("./legacy/open-spreadsheetml.ts");
      return openSpreadsheetml(bytes, issues, pacer);
    }
  }
}

/** Reads an .ods, loading its reader when the first one comes. */
export async function openOdsPackage(
  pkg: WorkbookPackage,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const { openOds } = await import("./legacy/open-ods.ts");
  return openOds(pkg, pacer);
}

/** Reads CSV, TSV and what else may be a table in a text file, loading its reader when the first one comes. */
export async function openTextFile(
  bytes: Uint8Array,
  file: string,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const { openCsv } = await import("./legacy/open-csv.ts");
  return openCsv(bytes, file, issues, pacer);
}
