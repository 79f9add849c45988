import { readFileSync, readdirSync } from "node:fs";
import { dirname, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { allTemplates, templateIndex } from "../../templates/make/all.ts";
import { partsOf, partsUnder } from "./parts.ts";

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));

function committed(file: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + file));
}

/** Children of `worksheet` in the order the schema demands, as far as the templates use them. */
const childOrder = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "mergeCells",
  "conditionalFormatting",
  "dataValidations",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "drawing",
  "legacyDrawing",
];

/** Names of the direct children of the root element. */
function childNames(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const match of xml.matchAll(/<(\/?)([A-Za-z:0-9]+)([^>]*?)(\/?)>/g)) {
    const [, closing, name = "", , empty] = match;
    if (closing === "/") {
      depth -= 1;
      continue;
    }
    if (depth === 1) names.push(name);
    if (empty !== "/") depth += 1;
  }
  return names;
}

describe("the list of templates", () => {
  it("is what the generator writes", () => {
    expect(readFileSync(`${folder}index.json`, "utf8")).toBe(templateIndex());
  });

  it("names every workbook of the folder, and at least seven", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
    expect(files.sort()).toEqual(allTemplates.map(({ file }) => file).sort());
    expect(files.length).toBeGreaterThanOrEqual(7);
  });

  it("gives each template its own id", () => {
    expect(new Set(allTemplates.map(({ id }) => id)).size).toBe(
      allTemplates.length,
    );
  });
});

describe.each(allTemplates)("$file", ({ file, build }) => {
  const bytes = committed(file);
  const parts = partsOf(bytes);
  const sheets = partsUnder(parts, "xl/worksheets/sheet");
  const workbook = parts.get("xl/workbook.xml") ?? "";

  it("is byte for byte what the generator writes, every time", async () => {
    const first = await build();
    const second = await build();
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, bytes)).toBe(0);
  });

  it("holds native charts whose references lie in its sheets", () => {
    const charts = partsUnder(parts, "xl/charts/chart");
    expect(charts.length).toBeGreaterThanOrEqual(1);
    for (const chart of charts) {
      expect(chart).toMatch(/<c:(bar|line)Chart>/);
      const references = [...chart.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(
        (match) => match[1] ?? "",
      );
      expect(references.length).toBeGreaterThanOrEqual(3);
      for (const reference of references) {
        const [, sheet] =
          /^'([^']+)'!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/.exec(reference) ?? [];
        expect(workbook).toContain(`<sheet sheetId=`);
        expect(workbook).toContain(`name="${sheet ?? "?"}"`);
      }
      expect(chart).not.toContain("Cache>");
    }
  });

  it("marks title, region and date of the report", () => {
    const strings = parts.get("xl/sharedStrings.xml") ?? "";
    expect(strings).toContain("{{地区}}{{报告期}}");
    expect(strings).toContain("填报日期：{{填报日期}}");
  });

  it("has conditional formats, validation, notes and merged headers", () => {
    const all = sheets.join("");
    expect(all).toContain("<conditionalFormatting ");
    expect(all).toContain("<dataValidation ");
    expect(all).toContain("<mergeCell ");
    expect(partsUnder(parts, "xl/comments").length).toBeGreaterThanOrEqual(1);
  });

  it("freezes its headers and prints them on every A4 landscape page", () => {
    for (const sheet of sheets) {
      expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
      expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"/);
      expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/);
      expect(sheet).toContain("<pageSetUpPr fitToPage=");
    }
    const titles = [...workbook.matchAll(/name="_xlnm.Print_Titles"/g)];
    expect(titles.length).toBe(sheets.length);
    const areas = [
      ...workbook.matchAll(
        /name="_xlnm.Print_Area"[^>]*>[^<]*!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+</g,
      ),
    ];
    expect(areas.length).toBe(sheets.length);
  });

  it("has names of its own that point into its sheets", () => {
    const names = [
      ...workbook.matchAll(/<definedName name="([^_"][^"]*)">'([^']+)'!/g),
    ];
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const [, , sheet] of names)
      expect(workbook).toContain(`name="${sheet ?? "?"}"`);
  });

  it("has formulas that store no result and stay blank without numbers", () => {
    const formulas = sheets.flatMap((sheet) => [
      ...sheet.matchAll(/<f>([^<]*)<\/f>(<v>)?/g),
    ]);
    expect(formulas.length).toBeGreaterThanOrEqual(1);
    for (const [, text = "", result] of formulas) {
      expect(text).toMatch(/^IF\(.*&quot;&quot;/);
      expect(text).not.toMatch(/=&quot;&quot;/);
      expect(result).toBeUndefined();
    }
  });

  it("has sheets whose elements stand in the order of the schema", () => {
    for (const sheet of sheets) {
      const places = childNames(sheet).map((name) => childOrder.indexOf(name));
      expect(places).not.toContain(-1);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    }
  });

  it("gives every conditional rule of a sheet its own priority", () => {
    for (const sheet of sheets) {
      const priorities = [
        ...sheet.matchAll(/<cfRule [^>]*priority="(\d+)"/g),
      ].map((match) => match[1]);
      expect(new Set(priorities).size).toBe(priorities.length);
    }
  });

  it("has a target for every relationship and a type for every part", () => {
    const types = parts.get("[Content_Types].xml") ?? "";
    for (const [path, text] of parts) {
      if (path.endsWith(".rels")) {
        const owner = posix.join(dirname(path), "..");
        for (const [, target = ""] of text.matchAll(/Target="([^"]+)"/g))
          expect([...parts.keys()]).toContain(
            target.startsWith("/")
              ? target.slice(1)
              : posix.join(owner, target),
          );
      }
      const extension = path.slice(path.lastIndexOf(".") + 1);
      expect(
        path === "[Content_Types].xml" ||
          types.includes(`PartName="/${path}"`) ||
          types.includes(`Extension="${extension}"`),
      ).toBe(true);
    }
  });

  it("opens in a second reader with its rules and notes", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    let notes = 0;
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.note !== undefined) notes += 1;
        });
      });
    expect(notes).toBeGreaterThanOrEqual(1);
    expect(book.worksheets.length).toBe(sheets.length);
  });
});

describe("record templates", () => {
  it.each([
    ["国考断面水质.xlsx", "记录_section", "'断面明细'!$A$4:$Q$33"],
    ["整改任务台账.xlsx", "记录_task", "'整改任务台账'!$A$4:$Q$33"],
  ])("%s names its empty rows %s", async (file, name, range) => {
    const workbook = partsOf(committed(file)).get("xl/workbook.xml") ?? "";
    expect(workbook).toContain(
      `<definedName name="${name}">${range}</definedName>`,
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(committed(file).buffer as ArrayBuffer);
    const sheet = book.getWorksheet(/'([^']+)'/.exec(range)?.[1]);
    expect(sheet?.getCell("A4").value).toBeNull();
    expect(sheet?.getCell("Q33").border.left?.style).toBe("thin");
  });
});
