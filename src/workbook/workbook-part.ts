import {
  parseRange,
  type DefinedName,
  type SheetView,
} from "../model/sheet.ts";
import type { WorkbookPackage } from "./package.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly entry: ZipEntry;
  readonly state: SheetView["state"];
}

/** What the workbook's own part says. */
export interface WorkbookPart {
  readonly path: string;
  readonly entry: ZipEntry;
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly macros: boolean;
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
}

/** Sheets without cells of their own, or with a macro language's. */
const otherSheets = /^(chartsheet|dialogsheet|xl(Intl)?Macrosheet)$/i;

/** Path of the main part, by relationship, or where it usually lies. */
export async function findMainPart(
  pkg: WorkbookPackage,
): Promise<ZipEntry | undefined> {
  const links = await pkg.relationships("");
  const link = links.find(
    ({ type, external }) => type === "officeDocument" && !external,
  );
  return (
    (link === undefined ? undefined : pkg.find(link.target)) ??
    pkg.find("xl/workbook.xml") ??
    pkg.find("xl/workbook.bin")
  );
}

/** Reads the workbook part; null, with issues, when it cannot be. */
export async function readWorkbookPart(
  pkg: WorkbookPackage,
  entry: ZipEntry,
): Promise<WorkbookPart | null> {
  const path = entry.name;
  const links = await pkg.relationships(path);
  const byId = new Map(links.map((link) => [link.id, link]));
  const part = (type: string): ZipEntry | undefined => {
    const link = links.find((one) => one.type === type && !one.external);
    const found = link === undefined ? undefined : pkg.find(link.target);
    if (link !== undefined && found === undefined)
      pkg.issues.add(
        "workbook.part_missing",
        "error",
        {},
        { part: link.target },
      );
    return found;
  };
  let date1904 = false;
  let sawWorkbook = false;
  const listed: { name: string; id: string; state: SheetView["state"] }[] = [];
  const named: { name: string; text: string }[] = [];
  let inName = false;
  const walked = await pkg.walk(entry, {
    open: ({ name, attributes, qualified }) => {
      if (name === "workbook") sawWorkbook = true;
      if (name === "workbookPr")
        date1904 = /^(1|true|on)$/.test(attributes.get("date1904") ?? "");
      if (name === "sheet") {
        const state = attributes.get("state");
        const id = [...qualified].find(([key]) => /:id$/.test(key))?.[1];
        listed.push({
          name: attributes.get("name") ?? "",
          id: id ?? attributes.get("id") ?? "",
          state:
            state === "hidden" || state === "veryHidden" ? state : "visible",
        });
      }
      if (name === "definedName") {
        inName = true;
        named.push({ name: attributes.get("name") ?? "", text: "" });
      }
    },
    text: (piece) => {
      const last = named.at(-1);
      if (inName && last !== undefined) last.text += piece;
    },
    close: (name) => {
      if (name === "definedName") inName = false;
    },
  });
  if (!walked || !sawWorkbook) return null;
  const sheets: SheetEntry[] = [];
  const taken = new Set<string>();
  const used = new Set<ZipEntry>();
  for (const { name, id, state } of listed) {
    // Module sheets of the nineties stay listed without a part.
    if (id === "") continue;
    const link = byId.get(id);
    if (link !== undefined && otherSheets.test(link.type)) continue;
    const found =
      link?.type === "worksheet" ? pkg.find(link.target) : undefined;
    if (found === undefined)
      pkg.issues.add("workbook.sheet_missing", "error", { sheet: name });
    else if (taken.has(name))
      pkg.issues.add("workbook.duplicate_sheet", "error", { sheet: name });
    else if (used.has(found))
      pkg.issues.add("workbook.sheet_repeated", "error", { sheet: name });
    else {
      used.add(found);
      taken.add(name);
      sheets.push({ name, part: found.name, entry: found, state });
    }
  }
  return {
    path,
    entry,
    date1904,
    sheets,
    names: named.flatMap(({ name, text }) => {
      const target = parseNameTarget(text);
      return target !== null && taken.has(target.sheet)
        ? [{ name, ...target }]
        : [];
    }),
    macros: links.some(({ type }) => type === "vbaProject"),
    sharedStrings: part("sharedStrings"),
    styles: part("styles"),
  };
}

/** `Sheet1!$A$1:$B$2` or `'2021''年'!$B$5`; null for anything else a name can hold. */
export function parseNameTarget(
  text: string,
): Pick<DefinedName, "sheet" | "range"> | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!()\s,]+))!([$A-Za-z0-9:]+)$/.exec(
    text.trim(),
  );
  const range = parseRange(match?.[3] ?? "");
  if (match === null || range === null) return null;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
  return { sheet, range };
}
