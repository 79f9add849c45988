import type { ClosureItem } from "../model/sheet.ts";
import type { WorkbookPackage } from "./package.ts";
import { resolvePath } from "./package.ts";
import { applySplices, type Splice } from "./splice.ts";
import { XmlCursor } from "./xml-cursor.ts";
import { fromUtf8, toUtf8, xmlEncoding } from "./xml-encoding.ts";
import type { ZipEntry } from "./zip-directory.ts";
import type { Content } from "./zip-rewrite.ts";

/** New content by entry; null for an entry that goes. */
export type Contents = Map<ZipEntry, Content | null>;

/** What goes with the calculation chain. */
export interface ChainRemoval {
  readonly contents: Contents;
  readonly closure: ClosureItem[];
}

/**
 * What has to change so that the calculation chain is gone: the part, the
 * relationship that leads to it and its content type. Excel calls a workbook
 * damaged whose chain lists a cell without a formula, and builds the chain anew
 * where there is none; taking out one `<c>` would touch fewer bytes, but cells
 * inherit the sheet number of the one before them, and an empty chain is
 * damage too. Empty for a workbook without a chain; null where a part that
 * names it cannot be written.
 */
export async function withoutCalcChain(
  pkg: WorkbookPackage,
  workbook: string,
): Promise<ChainRemoval | null> {
  const contents: Contents = new Map();
  const closure: ClosureItem[] = [];
  const chains = new Set<string>();
  for (const { type, target, external } of await pkg.relationships(workbook))
    if (type === "calcChain" && !external) chains.add(target.toLowerCase());
  if (chains.size === 0) return { contents, closure };
  const take = async (
    entry: ZipEntry | undefined,
    element: string,
    target: (cursor: XmlCursor) => string,
    reason: ClosureItem["reason"],
  ): Promise<boolean> => {
    if (entry === undefined) return true;
    const part = await pkg.read(entry);
    if (part === null) return false;
    const encoding = xmlEncoding(part);
    if (!encoding.reversible) return false;
    const data = toUtf8(part);
    const splices = elements(data, element, (cursor) =>
      chains.has(target(cursor).toLowerCase()),
    );
    if (splices.length === 0) return true;
    contents.set(entry, fromUtf8(applySplices(data, splices), encoding));
    closure.push({
      entry: entry.name,
      element: `${element}[calcChain]`,
      reason,
    });
    return true;
  };
  const cut = workbook.lastIndexOf("/") + 1;
  const links = `${workbook.slice(0, cut)}_rels/${workbook.slice(cut)}.rels`;
  const written =
    (await take(
      pkg.find(links),
      "Relationship",
      (cursor) => resolvePath(workbook, cursor.attribute("Target") ?? ""),
      "relationship",
    )) &&
    (await take(
      pkg.find("[Content_Types].xml"),
      "Override",
      (cursor) => resolvePath("", cursor.attribute("PartName") ?? ""),
      "contentType",
    ));
  if (!written) return null;
  for (const chain of chains) {
    const entry = pkg.find(chain);
    if (entry === undefined) continue;
    contents.set(entry, null);
    closure.push({
      entry: entry.name,
      element: "calcChain",
      reason: "calcChain",
    });
  }
  return { contents, closure };
}

/** Cuts for the elements of a name that are wanted gone. */
function elements(
  data: Uint8Array,
  name: string,
  wanted: (cursor: XmlCursor) => boolean,
): Splice[] {
  const splices: Splice[] = [];
  const cursor = new XmlCursor(data);
  while (cursor.next()) {
    if (!cursor.opens(name) || !wanted(cursor)) continue;
    const { start } = cursor;
    cursor.skip();
    splices.push({ start, end: cursor.end, text: "" });
  }
  return splices;
}
