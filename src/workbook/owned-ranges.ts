import { parseRange, type CellRange } from "../model/sheet.ts";
import type { Relationship, WorkbookPackage } from "./package.ts";

/** Cells that are not to be written, and the code of why. */
export interface OwnedRange {
  readonly range: CellRange;
  readonly code: string;
}

/** What the linked tables and pivot tables own: the header cells of the former, all cells of the latter. */
export async function ownedRanges(
  pkg: WorkbookPackage,
  links: readonly Relationship[],
): Promise<OwnedRange[]> {
  const owned: OwnedRange[] = [];
  for (const { type, target } of links) {
    const entry = pkg.find(target);
    if (entry === undefined) continue;
    await pkg.walk(entry, {
      open: ({ name, attributes }) => {
        const range = parseRange(attributes.get("ref") ?? "");
        if (range === null) return;
        if (name === "table" && attributes.get("headerRowCount") !== "0")
          owned.push({
            range: { ...range, bottom: range.top },
            code: "workbook.table_header",
          });
        if (type === "pivotTable" && name === "location")
          owned.push({ range, code: "workbook.pivot_cell" });
      },
    });
  }
  return owned;
}
