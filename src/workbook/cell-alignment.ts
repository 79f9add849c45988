import type { CellAlignment } from "../model/sheet.ts";

/** What the formats call where text stands across a cell; words that are not here leave it to what the cell holds. */
const across: ReadonlyMap<string, CellAlignment["across"]> = new Map([
  ["left", "left"],
  ["start", "left"],
  ["justify", "left"],
  ["fill", "left"],
  ["center", "center"],
  ["centercontinuous", "center"],
  ["centeracrossselection", "center"],
  ["distributed", "center"],
  ["justifydistributed", "center"],
  ["right", "right"],
  ["end", "right"],
]);

/** The same for its height; the others stand at the bottom. */
const down: ReadonlyMap<string, CellAlignment["down"]> = new Map([
  ["top", "top"],
  ["justify", "top"],
  ["center", "center"],
  ["middle", "center"],
  ["distributed", "center"],
  ["justifydistributed", "center"],
]);

/** Deeper steps are a mistake. */
const deepest = 250;

/** An alignment by the words of a format, whatever their case; undefined where it is the plain one. */
export function alignmentOf(
  horizontal: string | undefined,
  vertical: string | undefined,
  wrap: boolean,
  indent = 0,
): CellAlignment | undefined {
  const side = across.get(horizontal?.toLowerCase() ?? "");
  const height = down.get(vertical?.toLowerCase() ?? "");
  const steps = Math.min(Math.round(indent), deepest);
  const indented = steps > 0 && side !== undefined && side !== "center";
  if (side === undefined && height === undefined && !wrap) return undefined;
  return {
    ...(side === undefined ? {} : { across: side }),
    ...(height === undefined ? {} : { down: height }),
    ...(wrap ? { wrap } : {}),
    ...(indented ? { indent: steps } : {}),
  };
}

/** A look with its alignment, where it has one. */
export function aligned<Look extends object>(
  look: Look,
  align: CellAlignment | undefined,
): Look & { readonly align?: CellAlignment } {
  return align === undefined ? look : { ...look, align };
}
