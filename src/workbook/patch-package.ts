import type { IssueList } from "./issue-list.ts";
import { defaultLimits } from "./limits.ts";
import { WorkbookPackage } from "./package.ts";
import { isZip } from "./is-zip.ts";
import {
  findMainPart,
  readWorkbookPart,
  type WorkbookPart,
} from "./workbook-part.ts";
import { readZipDirectory } from "./zip-directory.ts";
import { zipRefusal } from "./zip-refusal.ts";

/** The package to patch, or the code of why it cannot be. */
export async function openForPatching(
  bytes: Uint8Array,
  issues: IssueList,
): Promise<{ pkg: WorkbookPackage; book: WorkbookPart } | string> {
  if (!isZip(bytes)) {
    const { patchRefusal } = await import("./patch-refusal.ts");
    const code = patchRefusal(bytes);
    if (code !== null) return code;
  }
  const zip = readZipDirectory(bytes, defaultLimits);
  if ("kind" in zip)
    return zip.kind === "tooManyEntries"
      ? "workbook.too_many_entries"
      : "workbook.damaged_zip";
  const refusal = zipRefusal(zip, defaultLimits);
  if (refusal !== null) return refusal.code;
  const pkg = new WorkbookPackage(bytes, zip, defaultLimits, issues);
  const main = await findMainPart(pkg);
  if (main === undefined || !/\.xml$/i.test(main.name))
    return "workbook.read_only_format";
  const book = await readWorkbookPart(pkg, main);
  return book === null ? "workbook.read_only_format" : { pkg, book };
}

/** True for a package somebody signed: any change of a signed part breaks the signature. */
export async function isSigned(pkg: WorkbookPackage): Promise<boolean> {
  if (pkg.zip.entries.some(({ name }) => /^_xmlsignatures\//i.test(name)))
    return true;
  const links = await pkg.relationships("");
  return links.some(({ type }) => type === "origin");
}
