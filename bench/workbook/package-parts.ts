import { escapeXml } from "./string-table.ts";

const namespaces = {
  types: "http://schemas.openxmlformats.org/package/2006/content-types",
  links: "http://schemas.openxmlformats.org/package/2006/relationships",
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  office: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/** The parts of a workbook that say what else is in it: `xl/worksheets/sheet1.xml` and so on, strings, styles. */
export function packageParts(
  sheets: readonly string[],
): ReadonlyMap<string, string> {
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${namespaces.office}/${type}" Target="${target}"/>`;
  const links = (items: readonly string[]): string =>
    `${head}<Relationships xmlns="${namespaces.links}">${items.join("")}</Relationships>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${kind}${type}+xml"/>`;
  const numbers = sheets.map((_, index) => index + 1);
  return new Map([
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="${namespaces.types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook.xml", "sheet.main")}${numbers.map((number) => override(`worksheets/sheet${number}.xml`, "worksheet")).join("")}${override("sharedStrings.xml", "sharedStrings")}${override("styles.xml", "styles")}</Types>`,
    ],
    ["_rels/.rels", links([link(1, "officeDocument", "xl/workbook.xml")])],
    [
      "xl/workbook.xml",
      `${head}<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.office}"><bookViews><workbookView/></bookViews><sheets>${sheets.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets><calcPr calcId="191029"/></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      links([
        ...numbers.map((number) =>
          link(number, "worksheet", `worksheets/sheet${number}.xml`),
        ),
        link(sheets.length + 1, "sharedStrings", "sharedStrings.xml"),
        link(sheets.length + 2, "styles", "styles.xml"),
      ]),
    ],
  ]);
}
