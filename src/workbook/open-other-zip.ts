import type { WorkbookView } from "../model/sheet.ts";
import { notAWorkbook, type NotAWorkbook } from "./not-a-workbook.ts";
import { openOdsPackage } from "./open-legacy.ts";
import { otherZipKind, type OtherKind } from "./other-kinds.ts";
import type { WorkbookPackage } from "./package.ts";
import type { Pacer } from "./pacer.ts";
import type { ZipEntry } from "./zip-directory.ts";

/**
 * Reads a zip that holds no readable .xlsx workbook: an .ods, or something the
 * issue names. `main` is its main part, when it has one.
 */
export async function openOtherZip(
  pkg: WorkbookPackage,
  main: ZipEntry | undefined,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  const other = await otherZip(pkg);
  if (other === "ods") return openOdsPackage(pkg, pacer);
  if (other !== null) pkg.issues.add(other.code, "error", {}, other.params);
  else if (main === undefined)
    pkg.issues.add("workbook.zip_without_workbook", "error");
  else if (main.name.toLowerCase().endsWith(".bin"))
    pkg.issues.add("workbook.xlsb", "error");
  else pkg.issues.add("workbook.unreadable", "error", {}, { format: "xlsx" });
  return null;
}

/** Zips that are something else, by the entries every one of them has. */
async function otherZip(
  pkg: WorkbookPackage,
): Promise<"ods" | OtherKind | null> {
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
  const stated =
    mimetype === undefined
      ? ""
      : new TextDecoder().decode((await pkg.readSmall(mimetype)) ?? undefined);
  const kind = otherZipKind((name) => pkg.find(name) !== undefined, stated);
  if (kind !== null) return kind;
  if (mimetype !== undefined && pkg.find("content.xml") !== undefined) {
    if (stated.includes("spreadsheet")) return "ods";
    return notWorkbook(stated.includes("presentation") ? "slides" : "word");
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
