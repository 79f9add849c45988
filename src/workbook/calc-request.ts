import type { CalcRequest } from "./calc-on-load.ts";
import { holdsFormula } from "./find-formula.ts";
import type { WorkbookPackage } from "./package.ts";
import type { WorkbookPart } from "./workbook-part.ts";
import { toUtf8 } from "./xml-encoding.ts";

/** What is known of a workbook's formulas before the sheets not yet looked at are. */
export interface KnownFormulas {
  /** True when a formula was seen. */
  readonly seen: boolean;
  /** Names of sheets that need not be searched. */
  readonly searched: ReadonlySet<string>;
  /** True when formulas were taken out, so that the calculation chain proves nothing. */
  readonly removed: boolean;
}

/**
 * The request to compute the formulas on opening, after their inputs changed:
 * the new workbook part, `manual` where the workbook is computed by hand, null
 * where nothing is to be done because there are no formulas or the request is
 * there. Only formulas in cells count: names, conditional formats and
 * validations keep no results.
 */
export async function calcRequest(
  pkg: WorkbookPackage,
  book: WorkbookPart,
  known: KnownFormulas,
): Promise<CalcRequest | "manual" | null> {
  if (!(await anyFormula(pkg, book, known))) return null;
  const { requestCalc } = await import("./calc-on-load.ts");
  return requestCalc(pkg, book);
}

async function anyFormula(
  pkg: WorkbookPackage,
  book: WorkbookPart,
  { seen, searched, removed }: KnownFormulas,
): Promise<boolean> {
  if (seen) return true;
  const links = removed ? [] : await pkg.relationships(book.path);
  if (links.some(({ type }) => type === "calcChain")) return true;
  for (const sheet of book.sheets) {
    if (searched.has(sheet.name)) continue;
    const part = await pkg.read(sheet.entry);
    if (part !== null && holdsFormula(toUtf8(part))) return true;
  }
  return false;
}
