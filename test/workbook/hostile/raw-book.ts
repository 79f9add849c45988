import {
  rawZip,
  repeatedEntry,
  type RawEntry,
  type RawZip,
  type Repeated,
} from "./raw-zip.ts";

export const mainNs =
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const linkNs =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The text of a part, its bytes, pieces to repeat, or a whole entry. */
export type Part = string | Uint8Array | Repeated | RawEntry;

export interface RawBook {
  /** Whole worksheet parts by name; 甲 with `goodRow` without. */
  readonly sheets?: readonly (readonly [name: string, part: Part])[];
  /** Items of the shared strings. */
  readonly strings?: Repeated;
  /** What stands in `<styleSheet>`. */
  readonly styles?: Repeated;
  /** What stands in front of `<sheets>` and behind it. */
  readonly beforeSheets?: string;
  readonly afterSheets?: Repeated;
  /** Other content for parts by path, or further parts; undefined leaves one out. */
  readonly parts?: Readonly<Record<string, Part | undefined>>;
}

export const goodRow =
  '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="inlineStr"><is><t>达标</t></is></c></row>';

/** A worksheet part with these pieces inside. */
export function worksheet(...inner: Repeated): Repeated {
  return [`<worksheet xmlns="${mainNs}">`, ...inner, "</worksheet>"];
}

/** A worksheet part with these pieces as its rows. */
export function rows(...inner: Repeated): Repeated {
  return worksheet("<sheetData>", ...inner, "</sheetData>");
}

export function rels(
  ...links: readonly (readonly [type: string, target: string, more?: string])[]
): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
    .map(
      ([type, target, more], index) =>
        `<Relationship Id="rId${index + 1}" Type="${linkNs}/${type}" Target="${target}" ${more ?? ""}/>`,
    )
    .join("")}</Relationships>`;
}

/** The entries of a workbook, to be spoiled before they are zipped. */
export function rawEntries(book: RawBook = {}): RawEntry[] {
  const sheets = book.sheets ?? [["甲", rows(goodRow)]];
  const parts = new Map<string, Part | undefined>();
  parts.set(
    "[Content_Types].xml",
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  parts.set("_rels/.rels", rels(["officeDocument", "xl/workbook.xml"]));
  parts.set("xl/workbook.xml", [
    `<workbook xmlns="${mainNs}" xmlns:r="${linkNs}">${book.beforeSheets ?? ""}<sheets>`,
    sheets
      .map(
        ([name], index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join(""),
    "</sheets>",
    ...(book.afterSheets ?? []),
    "</workbook>",
  ]);
  const links = sheets.map((_, index): [string, string] => [
    "worksheet",
    `worksheets/sheet${index + 1}.xml`,
  ]);
  if (book.strings !== undefined) links.push(["sharedStrings", "strings.xml"]);
  if (book.styles !== undefined) links.push(["styles", "styles.xml"]);
  parts.set("xl/_rels/workbook.xml.rels", rels(...links));
  sheets.forEach(([, part], index) => {
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, part);
  });
  if (book.strings !== undefined)
    parts.set("xl/strings.xml", [
      `<sst xmlns="${mainNs}">`,
      ...book.strings,
      "</sst>",
    ]);
  if (book.styles !== undefined)
    parts.set("xl/styles.xml", [
      `<styleSheet xmlns="${mainNs}">`,
      ...book.styles,
      "</styleSheet>",
    ]);
  for (const [name, part] of Object.entries(book.parts ?? {}))
    parts.set(name, part);
  return [...parts].flatMap(([name, part]) =>
    part === undefined ? [] : [entryOf(name, part)],
  );
}

function entryOf(name: string, part: Part): RawEntry {
  if (typeof part === "string" || part instanceof Uint8Array)
    return { name, data: part };
  return isRepeated(part) ? repeatedEntry(name, part) : part;
}

function isRepeated(part: Repeated | RawEntry): part is Repeated {
  return Array.isArray(part);
}

export function rawBook(book: RawBook = {}, options: RawZip = {}): Uint8Array {
  return rawZip(rawEntries(book), options);
}

/** A workbook of one sheet 甲 with these rows. */
export function sheetOf(...inner: Repeated): Uint8Array {
  return rawBook({ sheets: [["甲", rows(...inner)]] });
}

/** The entries with some of them changed, by name. */
export function changed(
  entries: readonly RawEntry[],
  change: (entry: RawEntry) => RawEntry,
  ...names: readonly string[]
): RawEntry[] {
  return entries.map((entry) =>
    names.length === 0 || names.includes(String(entry.name))
      ? change(entry)
      : entry,
  );
}

/** UTF-16 bytes, with or without a mark. */
export function wide(
  text: string,
  order: "le" | "be",
  mark: boolean,
): Uint8Array {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}
