import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, CellEdit } from "../../src/model/sheet.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { patchWorkbook, type PatchOptions } from "../../src/workbook/patch.ts";
import { tinyPackage, utf16, type TinyPackage } from "./tiny-package.ts";

const styles =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0"/></numFmts><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="176" fontId="1" applyNumberFormat="1"><alignment horizontal="center"/></xf><xf numFmtId="14"/></cellXfs>';
const rows = (xml: string) => `<sheetData>${xml}</sheetData>`;
const at = (ref: string) => ({
  row: Number(ref.slice(1)) - 1,
  column: ref.charCodeAt(0) - 65,
});
const number = (
  ref: string,
  value: number,
  more: { text?: string; format?: string } = {},
): CellEdit => ({ sheet: "甲", ...at(ref), kind: "number", value, ...more });
const text = (ref: string, value: string): CellEdit => ({
  sheet: "甲",
  ...at(ref),
  kind: "text",
  value,
});
const date = (ref: string, value: string, format?: string): CellEdit => ({
  sheet: "甲",
  ...at(ref),
  kind: "date",
  value,
  ...(format === undefined ? {} : { format }),
});
const clear = (ref: string): CellEdit => ({
  sheet: "甲",
  ...at(ref),
  kind: "clear",
});

async function patch(
  xml: string | Uint8Array,
  edits: CellEdit[],
  more: Partial<TinyPackage> = {},
  options: PatchOptions = {},
) {
  const bytes = tinyPackage({ sheets: { 甲: xml }, ...more });
  const result = await patchWorkbook(bytes, edits, options);
  const parts = unzipSync(result.bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array(0));
  return {
    ...result,
    before: bytes,
    part,
    xml: part("xl/worksheets/sheet1.xml").replace(/<\/?worksheet[^>]*>/g, ""),
    codes: result.refused.map(({ issue }) => issue.code),
    touched: result.closure.map(
      ({ element, reason }) => `${reason} ${element}`,
    ),
  };
}

async function cellsOf(bytes: Uint8Array): Promise<Cell[]> {
  const { workbook } = await openWorkbook(bytes, { file: "a" });
  return [...(workbook?.sheets[0]?.cells() ?? [])];
}

describe("patchWorkbook writes single elements", () => {
  it("replaces the value and keeps the style and every other byte", async () => {
    const { xml, touched } = await patch(
      rows(
        '<row r="1" spans="1:2" ht="20"><c r="A1" s="1"><v>1</v></c> <!-- x --><c r="B1" t="s"><v>0</v></c></row>',
      ),
      [number("A1", 3.25)],
      { strings: ["<t>a</t>"], styles },
    );
    expect(xml).toBe(
      rows(
        '<row r="1" spans="1:2" ht="20"><c r="A1" s="1"><v>3.25</v></c> <!-- x --><c r="B1" t="s"><v>0</v></c></row>',
      ),
    );
    expect(touched).toEqual(["cell A1"]);
  });

  it("writes texts inline, escaped", async () => {
    const words = ' a<b>&"c"\r\n_x0041_\u0001\ud800 ';
    const { xml, bytes } = await patch(
      rows('<row r="1"><c r="A1" t="s" s="1"><v>0</v></c></row>'),
      [text("A1", words)],
      { strings: ["<t>a</t>"], styles },
    );
    expect(xml).toContain(
      '<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve"> a&lt;b&gt;&amp;"c"_x000D_\n_x005F_x0041__x0001__xD800_ </t></is></c>',
    );
    expect((await cellsOf(bytes))[0]?.value).toBe(words);
  });

  it("makes cells and rows where they belong", async () => {
    const { xml, touched } = await patch(
      rows(
        '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>1</v></c></row><row r="4"/><row r="6"></row>',
      ),
      [
        number("C2", 2),
        number("A2", 2),
        number("E2", 2),
        number("A4", 3),
        number("B1", 4),
        number("A3", 5),
        number("A6", 6),
        number("B3", 5),
        number("A9", 7),
      ],
    );
    expect(xml).toBe(
      rows(
        '<row r="1"><c r="B1"><v>4</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>1</v></c><c r="E2"><v>2</v></c></row>' +
          '<row r="3"><c r="A3"><v>5</v></c><c r="B3"><v>5</v></c></row><row r="4"><c r="A4"><v>3</v></c></row><row r="6"><c r="A6"><v>6</v></c></row><row r="9"><c r="A9"><v>7</v></c></row>',
      ),
    );
    expect(touched).toContain("row row 9");
  });

  it("makes a cell right before one that is replaced", async () => {
    const { xml } = await patch(
      rows('<row r="1"><c r="B1"><v>1</v></c></row>'),
      [number("B1", 2), number("A1", 3)],
    );
    expect(xml).toBe(
      rows('<row r="1"><c r="A1"><v>3</v></c><c r="B1"><v>2</v></c></row>'),
    );
  });

  it("fills an empty sheet and one whose elements have a prefix", async () => {
    expect((await patch("<sheetData/>", [number("A1", 1)])).xml).toBe(
      rows('<row r="1"><c r="A1"><v>1</v></c></row>'),
    );
    const prefixed = await patch(
      '<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData/></x:worksheet>',
      [text("B2", "甲")],
    );
    expect(prefixed.part("xl/worksheets/sheet1.xml")).toContain(
      '<x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>',
    );
  });

  it("gives new cells the style of their row, else of their column", async () => {
    const { xml } = await patch(
      '<cols><col min="1" max="2" style="2"/></cols>' +
        rows('<row r="1" s="1" customFormat="1"/>'),
      [number("A1", 1), number("A2", 1), number("C2", 1)],
      { styles },
    );
    expect(xml).toContain('<c r="A1" s="1">');
    expect(xml).toContain('<c r="A2" s="2">');
    expect(xml).toContain('<c r="C2"><v>');
  });

  it("clears a cell and keeps its style", async () => {
    const { xml, touched } = await patch(
      rows('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/></row>'),
      [clear("A1"), clear("B1"), clear("Z9")],
      { styles },
    );
    expect(xml).toBe(
      rows('<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/></row>'),
    );
    expect(touched).toEqual(["cell A1"]);
  });

  it("writes into a merged area at its first cell", async () => {
    const { xml } = await patch(
      rows('<row r="1"><c r="A1"/><c r="B1"/></row>') +
        '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      [number("B2", 7)],
    );
    expect(xml).toContain('<c r="A1"><v>7</v></c><c r="B1"/>');
  });

  it("keeps UTF-16 as UTF-16", async () => {
    const source =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><x>优</x></worksheet>';
    const { bytes } = await patch(utf16(source), [text("A1", "良")]);
    const part = unzipSync(bytes)["xl/worksheets/sheet1.xml"];
    expect(part).toEqual(
      utf16(
        source.replace(
          '<c r="A1"><v>1</v></c>',
          '<c r="A1" t="inlineStr"><is><t>良</t></is></c>',
        ),
      ),
    );
    expect((await cellsOf(bytes))[0]?.value).toBe("良");
  });
});

describe("patchWorkbook leaves alone what already holds", () => {
  it("returns the same bytes without edits, and for edits that change nothing", async () => {
    const xml = rows(
      '<row r="1"><c r="A1"><v>3.140</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" s="2"><v>44377</v></c><c r="D1" t="d"><v>2021-06-30</v></c></row>',
    );
    const more = { strings: ["<r><t>富</t></r><r><t>文本</t></r>"], styles };
    for (const edits of [
      [],
      [
        number("A1", 3.14),
        text("B1", "富文本"),
        date("C1", "2021-06-30"),
        clear("E5"),
        text("E6", ""),
      ],
      [number("A1", 3.14, { text: "3.140", format: "General" })],
    ]) {
      const { before, bytes, closure } = await patch(xml, edits, more);
      expect(bytes).toBe(before);
      expect(closure).toEqual([]);
    }
  });

  it("writes when the digits asked for are others", async () => {
    expect(
      (
        await patch(rows('<row r="1"><c r="A1"><v>3.14</v></c></row>'), [
          number("A1", 3.14, { text: "3.140" }),
        ])
      ).xml,
    ).toContain("<v>3.140</v>");
  });
});

describe("patchWorkbook refuses by name", () => {
  const xml = rows(
    '<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:D2">X1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>',
  );

  it.each<[CellEdit, string]>([
    [number("A1", 2), "workbook.formula_cell"],
    [clear("A1"), "workbook.formula_cell"],
    [number("B1", 2), "workbook.shared_formula_cell"],
    [number("B2", 2), "workbook.formula_cell"],
    [number("C1", 2), "workbook.array_formula_cell"],
    [number("D2", 2), "workbook.array_formula_cell"],
    [{ ...number("A1", 2), sheet: "乙" }, "workbook.unknown_sheet"],
    [{ ...number("A1", 2), row: 1048576 }, "workbook.out_of_range"],
    [{ ...number("A1", 2), column: -1 }, "workbook.out_of_range"],
    [text("E1", "长".repeat(32768)), "workbook.text_too_long"],
    [date("E1", "2021-02-30"), "workbook.not_a_date"],
    [date("E1", "2021-06-30"), "workbook.no_styles"],
  ])("%o", async (edit, code) => {
    const { before, bytes, codes, issues } = await patch(xml, [edit]);
    expect(codes).toEqual([code]);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(bytes).toBe(before);
  });

  it("the earlier of two edits of one cell", async () => {
    const { xml: out, codes } = await patch(rows(""), [
      number("A1", 1),
      number("A1", 2),
    ]);
    expect(codes).toEqual(["workbook.edit_superseded"]);
    expect(out).toContain("<v>2</v>");
  });

  it("headers of tables, whose columns bear their names", async () => {
    const { codes } = await patch(
      rows(""),
      [text("A1", "新"), text("A2", "新")],
      {
        extra: {
          "xl/worksheets/_rels/sheet1.xml.rels":
            '<Relationships><Relationship Id="r1" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
          "xl/tables/table1.xml": '<table ref="A1:B5"/>',
        },
      },
    );
    expect(codes).toEqual(["workbook.table_header"]);
  });

  it("cells of pivot tables, which are written anew when refreshed", async () => {
    const { codes } = await patch(
      rows(""),
      [text("B3", "新"), text("D3", "新")],
      {
        extra: {
          "xl/worksheets/_rels/sheet1.xml.rels":
            '<Relationships><Relationship Id="r1" Type="x/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>',
          "xl/pivotTables/pivotTable1.xml":
            '<pivotTableDefinition><location ref="A1:C5"/></pivotTableDefinition>',
        },
      },
    );
    expect(codes).toEqual(["workbook.pivot_cell"]);
  });

  it("formats that are read only", async () => {
    const bytes = new TextEncoder().encode("a,b\n1,2\n");
    const result = await patchWorkbook(bytes, [number("A1", 1)], {
      file: "a.csv",
    });
    expect(result.bytes).toBe(bytes);
    expect(result.refused[0]?.issue).toMatchObject({
      code: "workbook.read_only_format",
      file: "a.csv",
    });
  });

  it("numbers that are none, by throwing", async () => {
    await expect(patch(rows(""), [number("A1", NaN)])).rejects.toThrow("A1");
    await expect(
      patch(rows(""), [number("A1", 1, { text: "2" })]),
    ).rejects.toThrow("2 does not spell 1");
    await expect(
      patch(rows(""), [number("A1", 1, { text: "<" })]),
    ).rejects.toThrow("digits");
  });
});

describe("styles", () => {
  const xml = rows(
    '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row>',
  );

  it("are appended, never renumbered, and used again", async () => {
    const {
      part,
      xml: out,
      touched,
    } = await patch(
      xml,
      [
        number("A1", 2, { format: '0.00"吨"' }),
        number("B1", 2, { format: "0.00" }),
        number("C1", 2, { format: "0.00" }),
      ],
      { styles },
    );
    expect(part("xl/styles.xml")).toContain(
      '<numFmts count="2"><numFmt numFmtId="176" formatCode="0.0"/><numFmt numFmtId="177" formatCode="0.00&quot;吨&quot;"/></numFmts>',
    );
    expect(part("xl/styles.xml")).toContain(
      '<cellXfs count="6"><xf numFmtId="0" fontId="0"/>',
    );
    expect(part("xl/styles.xml")).toContain(
      '<xf numFmtId="14"/><xf numFmtId="177" fontId="1" applyNumberFormat="1"><alignment horizontal="center"/></xf><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="2" fontId="0" applyNumberFormat="1"/></cellXfs>',
    );
    expect(out).toContain(
      '<c r="A1" s="3"><v>2</v></c><c r="B1" s="4"><v>2</v></c><c r="C1" s="5"><v>2</v></c>',
    );
    expect(touched.filter((one) => one.startsWith("style")).length).toBe(4);
  });

  it("are reused when one says the same", async () => {
    const { part, xml: out } = await patch(
      rows('<row r="1"><c r="A1"><v>1</v></c></row>'),
      [number("A1", 1, { format: "0.0" })],
      {
        styles:
          '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0"/></numFmts><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf fontId="0" numFmtId="176" applyNumberFormat="1"/></cellXfs>',
      },
    );
    expect(out).toContain('<c r="A1" s="1">');
    expect(part("xl/styles.xml")).toContain('count="2"');
  });

  it("give dates a date format and their serial, in both systems", async () => {
    const { bytes, xml: out } = await patch(
      xml,
      [
        date("A1", "2021-06-30"),
        date("B1", "2021-06-30"),
        date("C1", "2021-06-30", 'yyyy"年"m"月"'),
      ],
      { styles },
    );
    expect(out).toContain('<c r="B1" s="2"><v>44377</v>');
    expect(
      (await cellsOf(bytes)).map(({ value, format }) => [value, format]),
    ).toEqual([
      [44377, "yyyy/m/d"],
      [44377, "yyyy/m/d"],
      [44377, 'yyyy"年"m"月"'],
    ]);
    expect(
      (
        await patch(xml, [date("B1", "2021-06-30")], {
          styles,
          workbookPr: '<workbookPr date1904="1"/>',
        })
      ).xml,
    ).toContain("<v>42915</v>");
  });
});

describe("formulas", () => {
  const xml = rows(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1" t="str"><f>A1&amp;"x"</f><v>1x</v><extLst/></c></row>',
  );

  it("are asked to be computed on opening when an input changed", async () => {
    const { part, touched } = await patch(xml, [number("A1", 2)], {
      afterSheets: "<definedNames/><oleSize ref='A1'/>",
    });
    expect(part("xl/workbook.xml")).toContain(
      '<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize',
    );
    expect(touched).toEqual(["cell A1", "property calcPr/@fullCalcOnLoad"]);
    expect(
      (
        await patch(xml, [number("A1", 2)], {
          afterSheets: '<calcPr calcId="1"/>',
        })
      ).part("xl/workbook.xml"),
    ).toContain('<calcPr fullCalcOnLoad="1" calcId="1"/>');
    expect(
      (
        await patch(xml, [number("A1", 2)], {
          afterSheets: '<calcPr fullCalcOnLoad="0"/>',
        })
      ).part("xl/workbook.xml"),
    ).toContain('<calcPr fullCalcOnLoad="1"/>');
    expect(
      (
        await patch(xml, [number("A1", 2)], {
          afterSheets: '<calcPr fullCalcOnLoad="1"/>',
        })
      ).touched,
    ).toEqual(["cell A1"]);
    expect(
      (await patch(xml, [number("A1", 2)], {}, { recalculate: false })).touched,
    ).toEqual(["cell A1"]);
  });

  it("of other sheets count, and a workbook without any is left alone", async () => {
    const bytes = tinyPackage({
      sheets: { 甲: rows(""), 乙: rows("<row><c><f>甲!A1</f></c></row>") },
    });
    expect(
      (await patchWorkbook(bytes, [number("A1", 1)])).closure.some(
        ({ reason }) => reason === "property",
      ),
    ).toBe(true);
    expect((await patch(rows(""), [number("A1", 1)])).touched).toEqual(
      ["row row 1", "cell A1"].reverse(),
    );
  });

  it("get their stored results and keep their own bytes", async () => {
    const cache = (value: number | string | boolean) =>
      patch(
        xml,
        [],
        {},
        { caches: [{ sheet: "甲", row: 0, column: 1, value }] },
      );
    expect((await cache(2.5)).xml).toContain(
      '<c r="B1" s="1"><f>A1&amp;"x"</f><v>2.5</v><extLst/></c>',
    );
    expect((await cache(true)).xml).toContain(
      '<c r="B1" s="1" t="b"><f>A1&amp;"x"</f><v>1</v><extLst/></c>',
    );
    expect((await cache("<")).xml).toContain(
      't="str"><f>A1&amp;"x"</f><v>&lt;</v>',
    );
    expect((await cache("<")).touched).toEqual(["cache B1"]);
    expect((await cache("1x")).touched).toEqual([]);
    const { issues } = await patch(
      xml,
      [],
      {},
      { caches: [{ sheet: "甲", row: 0, column: 0, value: 1 }] },
    );
    expect(issues).toMatchObject([
      { code: "workbook.not_a_formula", cell: "A1" },
    ]);
  });
});

describe("overFormula", () => {
  const over = (edit: CellEdit): CellEdit => ({ ...edit, overFormula: true });
  const chained: Partial<TinyPackage> = {
    extra: {
      "[Content_Types].xml":
        '<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/calcChain.xml" ContentType="c"/><Override PartName="/xl/workbook.xml" ContentType="w"/></Types>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="x/calcChain" Target="calcChain.xml"/></Relationships>',
      "xl/calcChain.xml": '<calcChain><c r="A1" i="1"/></calcChain>',
    },
  };

  it("makes a constant of a formula, and the calculation chain goes with its relationship and content type", async () => {
    const { xml, part, touched, bytes, codes } = await patch(
      rows('<row r="1"><c r="A1" t="str"><f>B1</f><v>x</v></c></row>'),
      [over(number("A1", 2))],
      chained,
    );
    expect(codes).toEqual([]);
    expect(xml).toBe(rows('<row r="1"><c r="A1"><v>2</v></c></row>'));
    expect(touched).toEqual([
      "cell A1",
      "relationship Relationship[calcChain]",
      "contentType Override[calcChain]",
      "calcChain calcChain",
    ]);
    expect(Object.keys(unzipSync(bytes))).not.toContain("xl/calcChain.xml");
    expect(part("xl/_rels/workbook.xml.rels")).toBe(
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    );
    expect(part("[Content_Types].xml")).toBe(
      '<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="w"/></Types>',
    );
    expect((await cellsOf(bytes))[0]?.value).toBe(2);
  });

  it("leaves the chain alone as long as no formula goes", async () => {
    const { bytes, touched } = await patch(
      rows('<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>'),
      [over(number("B1", 2))],
      chained,
    );
    expect(Object.keys(unzipSync(bytes))).toContain("xl/calcChain.xml");
    expect(touched).toEqual(["cell B1", "property calcPr/@fullCalcOnLoad"]);
  });

  it("writes even the value the formula gave", async () => {
    expect(
      (
        await patch(rows('<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>'), [
          over(number("A1", 1)),
        ])
      ).xml,
    ).toBe(rows('<row r="1"><c r="A1"><v>1</v></c></row>'));
  });

  it("gives the cells that share a master's formula their own, results kept", async () => {
    const group = rows(
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B4" si="0">A1&lt;$C$1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" ca="1" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row><row r="4"><c r="B4"><f t="shared" si="1" ref="B4">A9</f><v>4</v></c></row>',
    );
    const { xml, touched, bytes } = await patch(group, [
      over(number("B1", 5)),
      over(number("B3", 6)),
    ]);
    expect(xml).toBe(
      rows(
        '<row r="1"><c r="B1"><v>5</v></c></row><row r="2"><c r="B2"><f ca="1">A2&lt;$C$1</f><v>2</v></c></row><row r="3"><c r="B3"><v>6</v></c></row><row r="4"><c r="B4"><f t="shared" si="1" ref="B4">A9</f><v>4</v></c></row>',
      ),
    );
    expect(touched).toEqual([
      "formula B2",
      "cell B1",
      "cell B3",
      "property calcPr/@fullCalcOnLoad",
    ]);
    expect((await cellsOf(bytes))[1]?.formula).toBe("A2<$C$1");
  });

  it("leaves the group alone when a cell other than the master goes", async () => {
    const { touched } = await patch(
      rows(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>',
      ),
      [over(number("B2", 5))],
      {},
      { recalculate: false },
    );
    expect(touched).toEqual(["cell B2"]);
  });

  it("refuses a master of a group with two, arrays and data tables", async () => {
    const { codes } = await patch(
      rows(
        '<row r="1"><c r="A1"><f t="shared" ref="A1" si="0">X1</f></c><c r="B1"><f t="shared" ref="B1" si="0">Y1</f></c><c r="C1"><f t="array" ref="C1">X1</f></c><c r="D1"><f t="dataTable" ref="D1:E2" dt2D="1" r1="A1" r2="B1"/></c></row>',
      ),
      [
        over(number("A1", 1)),
        over(number("C1", 1)),
        over(number("E2", 1)),
        over(clear("D1")),
      ],
    );
    expect([...codes].sort()).toEqual([
      "workbook.array_formula_cell",
      "workbook.array_formula_cell",
      "workbook.array_formula_cell",
      "workbook.shared_formula_cell",
    ]);
  });

  it("asks for no calculation when the last formula went", async () => {
    const { touched } = await patch(
      rows('<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>'),
      [over(number("A1", 2))],
    );
    expect(touched).toEqual(["cell A1"]);
  });
});

describe("what stands around the cells", () => {
  it("a stated dimension is widened to new cells outside it, and only then", async () => {
    const at = (ref: string) =>
      patch(
        `<dimension ref="B2:C3"/>${rows('<row r="2" spans="2:3"><c r="B2"><v>1</v></c></row>')}`,
        [number(ref, 2)],
      );
    expect((await at("C3")).touched).toEqual(["cell C3", "row row 3"]);
    expect((await at("E2")).touched).toEqual([
      "cell E2",
      "property dimension/@ref",
    ]);
    expect((await at("E2")).xml).toBe(
      `<dimension ref="B2:E3"/>${rows('<row r="2" spans="2:3"><c r="B2"><v>1</v></c><c r="E2"><v>2</v></c></row>')}`,
    );
    expect((await at("A1")).xml).toContain('<dimension ref="A1:C3"/>');
  });

  it("rows out of order, without numbers and twice there", async () => {
    expect(
      (
        await patch(
          rows(
            '<row r="5"><c r="A5"/></row><row><c r="B6"/></row><row r="2"><c r="A2"/></row><row r="2"><c r="C2"/></row>',
          ),
          [number("A6", 1), number("B2", 2), number("D4", 3), number("A7", 4)],
        )
      ).xml,
    ).toBe(
      rows(
        '<row r="4"><c r="D4"><v>3</v></c></row><row r="5"><c r="A5"/></row><row><c r="A6"><v>1</v></c><c r="B6"/></row><row r="2"><c r="A2"/></row><row r="2"><c r="B2"><v>2</v></c><c r="C2"/></row><row r="7"><c r="A7"><v>4</v></c></row>',
      ),
    );
  });

  it("rows without a number whose cells have addresses", async () => {
    expect(
      (
        await patch(
          rows('<row><c r="A4"><v>1</v></c></row><row><c r="A9"/></row>'),
          [number("B4", 2), number("B9", 3), number("A1", 4)],
        )
      ).xml,
    ).toBe(
      rows(
        '<row r="1"><c r="A1"><v>4</v></c></row><row><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row><row><c r="A9"/><c r="B9"><v>3</v></c></row>',
      ),
    );
  });

  it("a row's own prefix, and no row brought to sight in a sheet that hides them", async () => {
    const { part } = await patch(
      '<?xml version="1.0"?><x:worksheet xmlns:x="m" xmlns:y="m"><x:sheetFormatPr zeroHeight="1"/><x:sheetData><y:row r="1"/></x:sheetData></x:worksheet>',
      [number("A1", 1), number("A2", 2)],
    );
    expect(part("xl/worksheets/sheet1.xml")).toContain(
      '<x:sheetData><y:row r="1"><y:c r="A1"><y:v>1</y:v></y:c></y:row><x:row r="2" hidden="1"><x:c r="A2"><x:v>2</x:v></x:c></x:row></x:sheetData>',
    );
  });

  it("merged areas: their first cell is written", async () => {
    expect(
      (
        await patch(
          `${rows('<row r="2"><c r="B2"/><c r="C2"/></row>')}<mergeCells><mergeCell ref="B2:C4"/></mergeCells>`,
          [number("C4", 1)],
        )
      ).xml,
    ).toContain(rows('<row r="2"><c r="B2"><v>1</v></c><c r="C2"/></row>'));
  });

  it("protection: locked cells are filled and announced, open ones are not", async () => {
    const sheet = `${rows('<row r="1"><c r="A1"/><c r="B1" s="1"/></row>')}<sheetProtection sheet="1"/>`;
    const lists =
      '<numFmts count="0"/><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>';
    const both = await patch(sheet, [number("A1", 1), number("B1", 1)], {
      styles: lists,
    });
    expect(both.codes).toEqual([]);
    expect(both.issues).toMatchObject([
      {
        code: "workbook.protected_sheet",
        severity: "info",
        cell: "A1",
        params: { count: 1 },
      },
    ]);
    expect(
      (await patch(sheet, [number("B1", 1)], { styles: lists })).issues,
    ).toEqual([]);
  });

  it("texts: rich ones replaced whole, signs of formulas kept as text, the longest written", async () => {
    const longest = "长".repeat(32767);
    const words = ["=1+1", "+86", "-", "@a", longest, "\u0007_x000D_\ud83d"];
    const { bytes, refused } = await patch(
      rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
      words.map((word, index) => text(`A${index + 1}`, word)),
      { strings: ["<r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r>"] },
    );
    expect(refused).toEqual([]);
    expect((await cellsOf(bytes)).map(({ value }) => value)).toEqual(words);
  });
});

describe("calculation", () => {
  const formula = rows(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>',
  );

  it("is left to a person in a workbook calculated by hand, and that is said", async () => {
    const { touched, issues } = await patch(formula, [number("A1", 2)], {
      afterSheets: '<calcPr calcMode="manual"/>',
    });
    expect(touched).toEqual(["cell A1"]);
    expect(issues).toMatchObject([
      { code: "workbook.manual_calculation", severity: "info" },
    ]);
    expect(
      (
        await patch(rows(""), [number("A1", 2)], {
          afterSheets: '<calcPr calcMode="manual"/>',
        })
      ).issues,
    ).toEqual([]);
  });

  it("is not asked for when only a format changed", async () => {
    expect(
      (
        await patch(formula, [number("A1", 1, { format: "0.00" })], {
          styles,
        })
      ).touched.filter((one) => one.startsWith("property")),
    ).toEqual([]);
  });

  it("is not asked for by formulas outside the cells", async () => {
    const bytes = tinyPackage({
      sheets: {
        甲: rows(""),
        乙: `${rows('<row><c t="str"><v>f</v></c></row>')}<extLst><ext><xm:f>A1</xm:f><f>A1</f></ext></extLst>`,
      },
    });
    expect(
      (await patchWorkbook(bytes, [number("A1", 1)])).closure.map(
        ({ reason }) => reason,
      ),
    ).toEqual(["cell", "row"]);
  });
});

describe("style lists", () => {
  const one = rows('<row r="1"><c r="A1" s="99"><v>1</v></c></row>');

  it("an index beyond the list counts as the first style, and an empty list of formats is filled", async () => {
    const { part, xml } = await patch(
      one,
      [number("A1", 1, { format: "0.000" })],
      {
        styles:
          '<numFmts count="0"/><cellXfs count="1"><xf numFmtId="0" fontId="3"/></cellXfs><dxfs count="0"/>',
      },
    );
    expect(xml).toContain('<c r="A1" s="1">');
    expect(part("xl/styles.xml")).toContain(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><cellXfs count="2"><xf numFmtId="0" fontId="3"/><xf numFmtId="164" fontId="3" applyNumberFormat="1"/></cellXfs><dxfs count="0"/>',
    );
  });

  it("a full list refuses a further style by name", async () => {
    const { codes, closure } = await patch(
      one,
      [number("A1", 1, { format: "0.000" })],
      {
        styles: `<cellXfs count="65490">${'<xf numFmtId="0"/>'.repeat(65490)}</cellXfs>`,
      },
    );
    expect(codes).toEqual(["workbook.too_many_styles"]);
    expect(closure).toEqual([]);
  });
});

it("announces that a signature will not hold", async () => {
  const { issues } = await patch(rows(""), [number("A1", 1)], {
    extra: { "_xmlsignatures/sig1.xml": "<s/>" },
  });
  expect(issues).toMatchObject([
    { code: "workbook.signature_breaks", severity: "warning" },
  ]);
});

it("keeps macros byte for byte", async () => {
  const macros = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
  const { bytes } = await patch(rows(""), [number("A1", 1)], {
    extra: { "xl/vbaProject.bin": macros },
  });
  expect(unzipSync(bytes)["xl/vbaProject.bin"]).toEqual(macros);
});

it("copies Node's Buffers instead of writing into them", async () => {
  const bytes = tinyPackage({ sheets: { 甲: rows("") } });
  const buffer = Buffer.from(bytes);
  await patchWorkbook(buffer, [number("A1", 1)]);
  expect(new Uint8Array(buffer)).toEqual(bytes);
});

describe("laws", () => {
  const place = fc.record({
    row: fc.integer({ min: 0, max: 12 }),
    column: fc.integer({ min: 0, max: 6 }),
  });
  const edit: fc.Arbitrary<CellEdit> = place.chain((where) =>
    fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((value): CellEdit => ({
          sheet: "甲",
          ...where,
          kind: "number",
          value: value === 0 ? 0 : value,
        })),
      fc.string({ unit: "binary", maxLength: 20 }).map((value): CellEdit => ({
        sheet: "甲",
        ...where,
        kind: "text",
        value,
      })),
      fc.constant<CellEdit>({ sheet: "甲", ...where, kind: "clear" }),
    ),
  );
  const edits = fc.uniqueArray(edit, {
    maxLength: 12,
    selector: ({ row, column }) => row * 100 + column,
  });
  const start = tinyPackage({
    sheets: {
      甲: rows(
        '<row r="2"><c r="A2" s="1"><v>1</v></c><c r="C2" t="s"><v>0</v></c></row><row/><row r="7"><c/><c r="F7"><f>A2</f><v>1</v></c></row>',
      ),
      乙: rows('<row><c t="s"><v>0</v></c></row>'),
    },
    strings: ["<t>甲</t>"],
    styles,
  });

  it("PutPut: writing twice is writing once", async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const once = await patchWorkbook(start, list);
        const twice = await patchWorkbook(once.bytes, list);
        expect(twice.bytes).toBe(once.bytes);
        expect(twice.closure).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("PutGet and Locality: the edits are there, and nothing else differs", async () => {
    const before = new Map(
      (await cellsOf(start)).map((cell) => [
        `${cell.row},${cell.column}`,
        cell,
      ]),
    );
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const { bytes, closure, refused } = await patchWorkbook(start, list);
        const after = new Map(
          (await cellsOf(bytes)).map((cell) => [
            `${cell.row},${cell.column}`,
            cell,
          ]),
        );
        const written = new Set<string>();
        for (const one of list) {
          const key = `${one.row},${one.column}`;
          if (refused.some((r) => r.edit === one)) continue;
          written.add(key);
          const expected =
            one.kind === "clear" || one.value === "" ? null : one.value;
          expect(after.get(key)?.value ?? null).toBe(expected);
        }
        for (const key of new Set([...before.keys(), ...after.keys()]))
          if (!written.has(key))
            expect(after.get(key)).toEqual(before.get(key));
        const touched = new Set(closure.map(({ entry }) => entry));
        const old = unzipSync(start);
        for (const [name, content] of Object.entries(unzipSync(bytes)))
          if (!touched.has(name)) expect(content).toEqual(old[name]);
      }),
      { numRuns: 150 },
    );
  });
});
