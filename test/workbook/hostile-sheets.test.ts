import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../src/workbook/open.ts";
import { tinyPackage, type TinyPackage } from "./tiny-package.ts";

async function open(tiny: TinyPackage) {
  const { workbook, issues } = await openWorkbook(tinyPackage(tiny), {
    file: "表.xlsx",
  });
  return {
    sheet: workbook?.sheets[0],
    found: issues.map(({ code, cell, params }) => [code, cell, params]),
  };
}

const rows = (xml: string) => `<sheetData>${xml}</sheetData>`;

describe("what a sheet must not hide", () => {
  it("says at the cell that a declared entity is not expanded, wherever the text lies", async () => {
    const cells =
      '<c r="A1" t="inlineStr"><is><t>&b;</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>' +
      '<c r="D1" t="str"><f>A&amp;&b;</f><v>x</v></c><c r="E1" t="inlineStr"><is><r><t>1 &b;</t></r></is></c>' +
      '<c r="F1" t="inlineStr"><is><t><![CDATA[&b;]]>&amp;&#65;</t></is></c>';
    const { sheet, found } = await open({
      sheets: {
        甲: `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>${rows(`<row r="1">${cells}</row>`)}</worksheet>`,
      },
      strings: ["<t>x &b; y</t>", "<r><t>&b;</t></r><r><t>z</t></r>"],
    });
    expect(sheet?.cellAt(0, 0)?.value).toBe("&b;");
    expect(sheet?.cellAt(0, 5)?.value).toBe("&b;&A");
    expect(found).toEqual(
      ["A1", "B1", "C1", "D1", "E1"].map((cell) => [
        "workbook.unknown_entity",
        cell,
        { text: "&b;" },
      ]),
    );
  });

  it("says at the cell that its bytes are no UTF-8", async () => {
    const xml = strToU8(
      `<?xml version="1.0"?><worksheet>${rows('<row r="1"><c r="A1" t="inlineStr"><is><t>大~同</t></is></c><c r="B1" t="inlineStr"><is><t>\ufffd</t></is></c></row>')}</worksheet>`,
    );
    xml[xml.indexOf(0x7e)] = 0xff;
    const { sheet, found } = await open({ sheets: { 甲: xml } });
    expect(sheet?.cellAt(0, 0)?.value).toBe("大\ufffd同");
    expect(found).toEqual([
      ["workbook.bad_utf8", "A1", { text: "大\ufffd同" }],
    ]);
  });

  it.each([
    [
      "an element that is no row",
      '<row r="1"><c r="A1"/></row><rov r="2"/>',
      "rov",
    ],
    ["an element that is no cell", '<row r="1"><c r="A1"/><d/></row>', "d"],
    [
      "a child that is no value",
      '<row r="1"><c r="A1"><w>1</w></c></row>',
      "w",
    ],
    ["a stray end", '<row r="1"><c r="A1"/></c></row>', "c"],
    [
      "a row that never ends",
      '<row r="1"><c r="A1"/><row r="2"/></row>',
      "row",
    ],
    ["a cell that never ends", '<row r="1"><c r="A1"><v>1</v></row>', "c"],
  ])("tells of %s", async (_name, xml, text) => {
    const { found } = await open({ sheets: { 甲: rows(xml) } });
    expect(found.map(([code, cell]) => [code, cell])).toEqual([
      ["workbook.stray_element", "A1"],
    ]);
    expect(found[0]?.[2]).toMatchObject({ text });
  });

  it("counts stray tags and tells once, and takes extensions as they are", async () => {
    const stray = await open({ sheets: { 甲: rows("<x/>".repeat(900)) } });
    expect(stray.found).toEqual([
      ["workbook.stray_element", "A1", { text: "x", count: 900 }],
    ]);
    const extended = await open({
      sheets: {
        甲: rows(
          '<row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v></ext></extLst></c><extLst><ext><c r="B1"><v>9</v></c></ext></extLst></row>' +
            '<mc:AlternateContent><mc:Choice Requires="x"/></mc:AlternateContent>',
        ),
      },
    });
    expect(extended.found).toEqual([]);
    expect(
      [...(extended.sheet?.cells() ?? [])].map(({ value }) => value),
    ).toEqual([1]);
  });

  it("tells each address that is written more than once, once", async () => {
    const { found, sheet } = await open({
      sheets: {
        甲: rows(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(500)}</row>`),
      },
    });
    expect(found).toEqual([["workbook.duplicate_cell", "A1", undefined]]);
    expect([...(sheet?.cells() ?? [])].length).toBe(1);
  });

  it("counts the cells of an endless row without keeping them", async () => {
    const count = 900_000;
    const cells = new Uint8Array(count * 4);
    const one = strToU8("<c/>");
    for (let at = 0; at < cells.length; at += 4) cells.set(one, at);
    const head = strToU8('<?xml version="1.0"?><worksheet><sheetData><row>');
    const tail = strToU8("</row></sheetData></worksheet>");
    const part = new Uint8Array(head.length + cells.length + tail.length);
    part.set(head);
    part.set(cells, head.length);
    part.set(tail, head.length + cells.length);
    const { sheet, found } = await open({ sheets: { 甲: part } });
    expect(found).toEqual([
      [
        "workbook.cell_out_of_range",
        undefined,
        { cell: "XFE1", count: count - 16384 },
      ],
    ]);
    expect([...(sheet?.cells() ?? [])].length).toBe(16384);
  });

  it("walks no range: whole-sheet arrays, merges and columns, thousands of them", async () => {
    const formula = '<f t="array" ref="A1:XFD1048576">X</f>';
    const cells = Array.from(
      { length: 4000 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}">${formula}<v>1</v></c><c r="B${row + 1}"><v>2</v></c></row>`,
    );
    const { sheet, found } = await open({
      sheets: {
        甲:
          `<cols><col min="1" max="16384" hidden="1"/></cols>${rows(cells.join(""))}` +
          `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(4000)}</mergeCells>`,
      },
    });
    expect(found).toEqual([]);
    expect(sheet?.merges.length).toBe(4000);
    expect(sheet?.columnHidden(16383)).toBe(true);
    expect(sheet?.cellAt(3999, 1)?.formula).toBe("X");
  });
});

describe("links and notes", () => {
  const office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const link = (id: string, type: string, target: string, more = "") =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`;

  it("reads links, notes and conversations through the sheet's relationships", async () => {
    const { sheet, found } = await open({
      sheets: {
        甲:
          rows('<row r="1"><c r="A1"><v>1</v></c></row>') +
          `<hyperlinks><hyperlink ref="A1:B2" r:id="rId1" location="页!A1" tooltip="去"/><hyperlink ref="C1" location="甲!A1"/><hyperlink ref="?"/></hyperlinks>`,
      },
      extra: {
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships>${link("rId1", `${office}/hyperlink`, "https://example.org/a?b=1&amp;c=2", ' TargetMode="External"')}${link("rId2", `${office}/comments`, "../comments1.xml")}${link("rId3", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "/xl/threadedComments/t1.xml")}</Relationships>`,
        "xl/_rels/workbook.xml.rels": `<Relationships>${link("rId1", `${office}/worksheet`, "worksheets/sheet1.xml")}${link("rId2", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml")}</Relationships>`,
        "xl/comments1.xml":
          '<comments><authors><author>张三</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>数据</t></r>\n<r><t xml:space="preserve"> 待核</t></r><rPh sb="0" eb="1"><t>x</t></rPh></text></comment><comment ref="A1" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>',
        "xl/threadedComments/t1.xml":
          '<ThreadedComments><threadedComment ref="A1" personId="{p}" id="1"><text>为何为零？</text></threadedComment><threadedComment ref="A1" personId="{q}" id="2" parentId="1"><text>断流</text></threadedComment></ThreadedComments>',
        "xl/persons/person.xml":
          '<personList><person displayName="李四" id="{p}"/></personList>',
      },
    });
    expect(sheet?.hyperlinks).toEqual([
      { range: { top: 0, left: 0, bottom: 1, right: 1 }, target: "https://example.org/a?b=1&c=2", location: "页!A1", tooltip: "去" },
      { range: { top: 0, left: 2, bottom: 0, right: 2 }, target: null, location: "甲!A1", tooltip: null },
    ]); // prettier-ignore
    expect(sheet?.notes).toEqual([
      { row: 0, column: 0, author: "李四", text: "为何为零？" },
      { row: 0, column: 0, author: "", text: "断流" },
      { row: 1, column: 1, author: "张三", text: "数据 待核" },
    ]);
    expect(found).toEqual([["workbook.bad_link", undefined, { text: "?" }]]);
  });
});

describe("a stored entry", () => {
  it("is read like a deflated one", async () => {
    const bytes = zipSync(
      {
        "xl/workbook.xml": strToU8(
          '<workbook><sheets><sheet name="甲" r:id="rId1"/></sheets></workbook>',
        ),
        "xl/_rels/workbook.xml.rels": strToU8(
          '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="s.xml"/></Relationships>',
        ),
        "_rels/.rels": strToU8(
          '<Relationships><Relationship Id="rId1" Type="a/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        "xl/s.xml": strToU8(
          `<worksheet>${rows("<row><c><v>1</v></c></row>".repeat(50_000))}</worksheet>`,
        ),
      },
      { level: 0 },
    );
    const { workbook, issues } = await openWorkbook(bytes, { file: "a" });
    expect(issues).toEqual([]);
    expect(workbook?.sheets[0]?.bounds?.bottom).toBe(49_999);
  });
});

describe("long reading", () => {
  const text = (index: number) => `<t>断面 ${index} &amp; ${index * 7919}</t>`;
  const parts: [string, TinyPackage][] = [
    [
      "cells",
      { sheets: { 甲: rows("<row><c><v>1.5</v></c></row>".repeat(120_000)) } },
    ],
    [
      "shared strings",
      {
        sheets: { 甲: rows("") },
        strings: Array.from({ length: 120_000 }, (_, index) => text(index)),
      },
    ],
    [
      "styles",
      {
        sheets: { 甲: rows("") },
        styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(120_000)}</cellXfs>`,
      },
    ],
  ];

  it.each(parts)(
    "of %s tells how far it is, forwards only",
    async (_name, tiny) => {
      const seen: [number, number][] = [];
      const { workbook } = await openWorkbook(tinyPackage(tiny), {
        file: "a",
        onProgress: (done, total) => seen.push([done, total]),
      });
      expect(workbook).not.toBeNull();
      expect(seen.length).toBeGreaterThan(2);
      const done = seen.map(([one]) => one);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
    },
  );

  it.each(parts)("of %s stops at the first pause", async (_name, tiny) => {
    const signal = { aborted: false };
    let calls = 0;
    const { workbook, issues } = await openWorkbook(tinyPackage(tiny), {
      file: "a",
      signal,
      onProgress: () => {
        calls += 1;
        signal.aborted = true;
      },
    });
    expect(workbook).toBeNull();
    expect(calls).toBe(1);
    expect(issues.map(({ code }) => code)).toEqual(["workbook.cancelled"]);
  });
});
