import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type ChartSpec, chartXml, drawingXml, escapeXml } from "./chart.ts";
import { type Validation, validationsXml } from "./validation.ts";

export interface Extras {
  /** Charts by 1-based sheet number. */
  readonly charts: ReadonlyMap<number, readonly ChartSpec[]>;
  /** Data validations by 1-based sheet number. */
  readonly validations: ReadonlyMap<number, readonly Validation[]>;
  /** Workbook-wide names and what they refer to (`'台账'!$A$6:$Q$35`). */
  readonly names: readonly (readonly [name: string, refersTo: string])[];
}

const relationship =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * Adds to a package what exceljs cannot write: native charts, defined names as
 * given, a Chinese default font; and makes its bytes depend on nothing but
 * the content (entry order, times).
 */
export function finishPackage(bytes: Uint8Array, extras: Extras): Uint8Array {
  const parts = new Map<string, string>();
  for (const [path, data] of Object.entries(unzipSync(bytes)))
    if (!path.endsWith("/")) parts.set(path, strFromU8(data));

  edit(parts, "xl/styles.xml", (xml) =>
    xml.replace(
      '<name val="Calibri"/><family val="2"/><scheme val="minor"/>',
      '<name val="宋体"/><family val="3"/><charset val="134"/>',
    ),
  );
  if (extras.names.length > 0)
    edit(parts, "xl/workbook.xml", (xml) => addNames(xml, extras.names));
  for (const [path, xml] of parts)
    if (path.startsWith("xl/worksheets/sheet"))
      // Extensions of data bars: written in the wrong place, with random ids.
      parts.set(
        path,
        numberRules(xml.replaceAll(/<extLst>.*?<\/extLst>/gs, "")),
      );
  for (const [sheet, validations] of extras.validations)
    edit(parts, `xl/worksheets/sheet${String(sheet)}.xml`, (xml) =>
      xml.replace(
        "<printOptions",
        `${validationsXml(validations)}<printOptions`,
      ),
    );
  let chartNumber = 0;
  for (const [sheet, charts] of extras.charts) {
    addDrawing(parts, sheet, charts, chartNumber);
    chartNumber += charts.length;
  }

  const first = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"];
  const order = [
    ...first.filter((path) => parts.has(path)),
    ...[...parts.keys()].filter((path) => !first.includes(path)).sort(),
  ];
  return zipSync(
    Object.fromEntries(
      order.map((path) => [path, strToU8(parts.get(path) ?? "")] as const),
    ),
    // DOS times have no zone: the local fields are what is stored.
    { level: 6, mtime: new Date(2024, 0, 1, 0, 0, 0) },
  );
}

function edit(
  parts: Map<string, string>,
  path: string,
  change: (xml: string) => string,
): void {
  const xml = parts.get(path);
  if (xml === undefined) throw new Error(`the package has no part ${path}`);
  parts.set(path, change(xml));
}

/** Gives the rules of a sheet their own priorities, in the order they stand. */
function numberRules(xml: string): string {
  let priority = 0;
  return xml.replaceAll(
    /(<cfRule [^>]*priority=")\d+"/g,
    (_, start: string) => {
      priority += 1;
      return `${start}${String(priority)}"`;
    },
  );
}

function addNames(
  xml: string,
  names: readonly (readonly [string, string])[],
): string {
  const added = names
    .map(
      ([name, refersTo]) =>
        `<definedName name="${escapeXml(name)}">${escapeXml(refersTo)}</definedName>`,
    )
    .join("");
  return xml.includes("</definedNames>")
    ? xml.replace("</definedNames>", `${added}</definedNames>`)
    : xml.replace(
        "</sheets>",
        `</sheets><definedNames>${added}</definedNames>`,
      );
}

function addDrawing(
  parts: Map<string, string>,
  sheet: number,
  charts: readonly ChartSpec[],
  chartsBefore: number,
): void {
  const drawing = `xl/drawings/drawing${String(sheet)}.xml`;
  const chartPath = (index: number): string =>
    `xl/charts/chart${String(chartsBefore + index + 1)}.xml`;
  parts.set(drawing, drawingXml(charts));
  charts.forEach((chart, index) => {
    parts.set(chartPath(index), chartXml(chart));
  });
  parts.set(
    `xl/drawings/_rels/drawing${String(sheet)}.xml.rels`,
    relationships(
      charts.map((_, index) =>
        relation(
          `rId${String(index + 1)}`,
          "chart",
          `../charts/chart${String(chartsBefore + index + 1)}.xml`,
        ),
      ),
    ),
  );

  const sheetRels = `xl/worksheets/_rels/sheet${String(sheet)}.xml.rels`;
  const id = "rIdChart";
  const link = relation(
    id,
    "drawing",
    `../drawings/drawing${String(sheet)}.xml`,
  );
  parts.set(
    sheetRels,
    parts
      .get(sheetRels)
      ?.replace("</Relationships>", `${link}</Relationships>`) ??
      relationships([link]),
  );
  edit(parts, `xl/worksheets/sheet${String(sheet)}.xml`, (xml) =>
    xml.replace(
      /<legacyDrawing |<\/worksheet>/,
      (next) => `<drawing r:id="${id}"/>${next}`,
    ),
  );
  edit(parts, "[Content_Types].xml", (xml) =>
    xml.replace(
      "</Types>",
      `<Override PartName="/${drawing}" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>` +
        charts
          .map(
            (_, index) =>
              `<Override PartName="/${chartPath(index)}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
          )
          .join("") +
        "</Types>",
    ),
  );
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`;
}

function relationships(links: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`;
}
