import type { WorkbookView } from "../model/sheet.ts";
import type { IssueList } from "./issue-list.ts";
import type { Limits } from "./limits.ts";
import { openXlsx } from "./open-xlsx.ts";
import { WorkbookPackage } from "./package.ts";
import type { Pacer } from "./pacer.ts";
import { findMainPart, readWorkbookPart } from "./workbook-part.ts";
import { readZipDirectory } from "./zip-directory.ts";
import { zipRefusal } from "./zip-refusal.ts";

/** Reads a workbook that is a zip. What other zips are is found out when the first one comes. */
export async function openZip(
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
  const refusal = zipRefusal(zip, limits);
  if (refusal !== null) {
    issues.add(refusal.code, "error", {}, refusal.params);
    return null;
  }
  const pkg = new WorkbookPackage(bytes, zip, limits, issues);
  const main = await findMainPart(pkg);
  const isBook =
    main !== undefined && !/\.bin$|^(?:word|ppt)\//i.test(main.name);
  const book = isBook ? await readWorkbookPart(pkg, main) : null;
  if (book === null) {
    const { openOtherZip } = await import("./open-other-zip.ts");
    return openOtherZip(pkg, main, pacer);
  }
  if (book.sheets.length === 0) issues.add("workbook.no_sheets", "error");
  return openXlsx(pkg, book, pacer);
}
