import { strToU8, zipSync, type Zippable } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A part's text, or its bytes. */
type Part = string | Uint8Array;

export interface TinyPackage {
  /** Worksheet parts by sheet name: everything inside `<worksheet>`, or a whole part when it starts with `<?xml` or is bytes. */
  readonly sheets: Readonly<Record<string, Part>>;
  readonly strings?: readonly string[];
  /** Everything inside `<styleSheet>`. */
  readonly styles?: string;
  /** Put behind `<sheets>`. */
  readonly afterSheets?: string;
  readonly workbookPr?: string;
  /** Further entries, or other content for usual ones. */
  readonly extra?: Readonly<Record<string, Part>>;
}

/** A small .xlsx, made by hand so that a test can say exactly what is in it. */
export function tinyPackage(tiny: TinyPackage): Uint8Array {
  const names = Object.keys(tiny.sheets);
  const entries = new Map<string, Part>();
  entries.set(
    "[Content_Types].xml",
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  entries.set(
    "_rels/.rels",
    relationships([["officeDocument", "xl/workbook.xml"]]),
  );
  entries.set(
    "xl/workbook.xml",
    `<workbook xmlns="${main}" xmlns:r="${office}">${tiny.workbookPr ?? ""}<sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join("")}</sheets>${tiny.afterSheets ?? ""}</workbook>`,
  );
  const links = names.map((_, index): [string, string] => [
    "worksheet",
    `worksheets/sheet${index + 1}.xml`,
  ]);
  if (tiny.strings !== undefined)
    links.push(["sharedStrings", "sharedStrings.xml"]);
  if (tiny.styles !== undefined) links.push(["styles", "styles.xml"]);
  entries.set("xl/_rels/workbook.xml.rels", relationships(links));
  names.forEach((name, index) => {
    const part = tiny.sheets[name] ?? "";
    entries.set(
      `xl/worksheets/sheet${index + 1}.xml`,
      typeof part !== "string" || part.startsWith("<?xml")
        ? part
        : `<worksheet xmlns="${main}">${part}</worksheet>`,
    );
  });
  if (tiny.strings !== undefined)
    entries.set(
      "xl/sharedStrings.xml",
      `<sst xmlns="${main}">${tiny.strings.map((item) => `<si>${item}</si>`).join("")}</sst>`,
    );
  if (tiny.styles !== undefined)
    entries.set(
      "xl/styles.xml",
      `<styleSheet xmlns="${main}">${tiny.styles}</styleSheet>`,
    );
  for (const [name, part] of Object.entries(tiny.extra ?? {}))
    entries.set(name, part);
  return zipOf(entries);
}

export function zipOf(entries: ReadonlyMap<string, Part>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of entries)
    files[name] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(files, { mtime: "2020-01-01T00:00:00" });
}

/** A relationships part; ids are rId1, rId2 … */
export function relationships(
  links: readonly (readonly [type: string, target: string])[],
): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;
}

/** Text in UTF-16 with its mark. */
export function utf16(text: string): Uint8Array {
  const out = new Uint8Array(2 + text.length * 2);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index++)
    view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  return out;
}
