import type { ClosureItem } from "../model/sheet.ts";
import type { WorkbookPackage } from "./package.ts";
import { applySplices } from "./splice.ts";
import type { WorkbookPart } from "./workbook-part.ts";
import { XmlCursor } from "./xml-cursor.ts";
import { fromUtf8, toUtf8, xmlEncoding } from "./xml-encoding.ts";

/** Children of `<workbook>` that come before `<calcPr>` (ECMA-376, 18.2.27). */
const before = new Set([
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
]);

/** The workbook part with the request, and what was touched for it. */
export interface CalcRequest {
  readonly content: Uint8Array;
  readonly item: ClosureItem;
}

/** The request to compute all formulas; `manual` where its author forbids that, null where it is there or cannot be made. */
export async function requestCalc(
  pkg: WorkbookPackage,
  { entry }: WorkbookPart,
): Promise<CalcRequest | "manual" | null> {
  const part = await pkg.read(entry);
  if (part === null) return null;
  const encoding = xmlEncoding(part);
  if (!encoding.reversible) return null;
  const patched = withCalcOnLoad(toUtf8(part));
  if (patched === null || patched === "asked") return null;
  if (patched === "manual") return "manual";
  return {
    content: fromUtf8(patched, encoding),
    item: {
      entry: entry.name,
      element: "calcPr/@fullCalcOnLoad",
      reason: "property",
    },
  };
}

/**
 * The workbook part (UTF-8) with a request to compute all formulas when the
 * file is opened. `asked` when it makes that request already; `manual` when its
 * author wants formulas computed by hand only, which is respected; null when it
 * has no place for the request.
 */
function withCalcOnLoad(
  data: Uint8Array,
): Uint8Array | "asked" | "manual" | null {
  const cursor = new XmlCursor(data);
  let place = -1;
  let prefix = "";
  while (cursor.next()) {
    if (cursor.opens("workbook")) {
      prefix = cursor.prefix();
      continue;
    }
    if (cursor.opens("calcPr")) return onTag(data, cursor);
    if (cursor.kind !== "open" && cursor.kind !== "empty") continue;
    const name = cursor.name();
    cursor.skip();
    if (before.has(name)) place = cursor.end;
  }
  if (place < 0) return null;
  const text = `<${prefix}calcPr fullCalcOnLoad="1"/>`;
  return applySplices(data, [{ start: place, end: place, text }]);
}

function onTag(
  data: Uint8Array,
  cursor: XmlCursor,
): Uint8Array | "asked" | "manual" {
  const value = cursor.attribute("fullCalcOnLoad");
  if (value === "1" || value === "true") return "asked";
  if (cursor.attribute("calcMode") === "manual") return "manual";
  const found = cursor
    .attributes()
    .find(({ local }) => local === "fullCalcOnLoad");
  if (found !== undefined) {
    const { valueStart: start, valueEnd: end } = found;
    return applySplices(data, [{ start, end, text: "1" }]);
  }
  const at = cursor.nameEnd;
  return applySplices(data, [
    { start: at, end: at, text: ' fullCalcOnLoad="1"' },
  ]);
}
