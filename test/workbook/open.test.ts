import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Cell, SheetView } from "../../src/model/sheet.ts";
import { openWorkbook, type OpenedWorkbook } from "../../src/workbook/open.ts";
import {
  relationships,
  tinyPackage,
  utf16,
  zipOf,
  type TinyPackage,
} from "./tiny-package.ts";

async function open(bytes: Uint8Array, file = "表.xlsx") {
  const { workbook, issues } = await openWorkbook(bytes, { file });
  return { workbook, codes: issues.map(({ code }) => code), issues };
}

async function book(tiny: TinyPackage): Promise<OpenedWorkbook> {
  const { workbook } = await open(tinyPackage(tiny));
  if (workbook === null) throw new Error("the package did not open");
  return workbook;
}

async function sheet(
  xml: string | Uint8Array,
  more: Partial<TinyPackage> = {},
): Promise<SheetView> {
  const [first] = (await book({ sheets: { 甲: xml }, ...more })).sheets;
  if (first === undefined) throw new Error("the package has no sheet");
  return first;
}

function flip(bytes: Uint8Array, at: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
}

const rows = (xml: string) => `<sheetData>${xml}</sheetData>`;
const value = (cell: Cell | undefined) =>
  cell && [cell.type, cell.value, cell.raw];

describe("openWorkbook tells what a file is from its bytes", () => {
  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(0), "workbook.empty_file"],
    ["zeros only", new Uint8Array(500), "workbook.empty_file"],
    ["a PDF", strToU8("%PDF-1.7 …"), "workbook.is_pdf"],
    [
      "a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10),
      "workbook.is_image",
    ],
    [
      "random bytes",
      Uint8Array.from({ length: 400 }, (_, i) => (i * 73 + 129) % 251),
      "workbook.not_a_workbook",
    ],
    ["prose", strToU8("这是一段文字。\n第二行。\n"), "workbook.is_plain_text"],
    ["some XML", strToU8("<?xml version='1.0'?><note/>"), "workbook.is_xml"],
    [
      "a Word file",
      zipSync({
        "[Content_Types].xml": strToU8("<Types/>"),
        "word/document.xml": strToU8("<d/>"),
      }),
      "workbook.is_word",
    ],
    [
      "a zip of workbooks",
      zipSync({ "上报/大同.xlsx": strToU8("x") }),
      "workbook.zip_of_files",
    ],
    [
      "a zip of something",
      zipSync({ "a.txt": strToU8("x") }),
      "workbook.zip_without_workbook",
    ],
    [
      "a binary workbook",
      zipSync({
        "[Content_Types].xml": strToU8("<Types/>"),
        "xl/workbook.bin": strToU8("x"),
      }),
      "workbook.xlsb",
    ],
    [
      "half a workbook",
      tinyPackage({ sheets: { 甲: "" } }).slice(0, 700),
      "workbook.damaged_zip",
    ],
  ])("%s", async (_name, bytes, code) => {
    const { workbook, codes } = await open(bytes);
    expect(workbook).toBeNull();
    expect(codes).toEqual([code]);
  });

  it("calls a compound file with an encrypted package protected", async () => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [..."EncryptedPackage"].forEach((char, index) => {
      bytes[1024 + index * 2] = char.charCodeAt(0);
    });
    expect((await open(bytes)).codes).toEqual(["workbook.password"]);
  });

  it("stops at a bomb", async () => {
    const bytes = tinyPackage({
      sheets: { 甲: new Uint8Array(60_000_000).fill(32) },
    });
    const { workbook, codes } = await open(bytes);
    expect(codes).toContain("workbook.too_large");
    expect(workbook?.sheets[0]?.bounds).toBeNull();
  });

  it("refuses a zip of too many entries", async () => {
    const { issues } = await openWorkbook(tinyPackage({ sheets: { 甲: "" } }), {
      file: "a",
      limits: { maxEntries: 2 },
    });
    expect(issues.map(({ code }) => code)).toEqual([
      "workbook.too_many_entries",
    ]);
  });

  it("gives up when it is told to", async () => {
    const { workbook, issues } = await openWorkbook(
      tinyPackage({ sheets: { 甲: "" } }),
      {
        file: "a",
        signal: { aborted: true },
      },
    );
    expect(workbook).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["workbook.cancelled"]);
  });

  it("gives up in the middle of a sheet, and reports how far it is", async () => {
    const row = "<row><c><v>1</v></c></row>";
    const signal = { aborted: false };
    const seen: number[] = [];
    const bytes = tinyPackage({ sheets: { 甲: rows(row.repeat(200_000)) } });
    const { workbook } = await openWorkbook(bytes, {
      file: "a",
      signal,
      onProgress: (done, total) => {
        seen.push(done / total);
        if (seen.length === 2) signal.aborted = true;
      },
    });
    expect(workbook).toBeNull();
    expect(seen.length).toBe(2);
  });
});

describe("the reader of sheets", () => {
  it("reads every type of cell", async () => {
    const view = await sheet(
      rows(
        '<row r="1"><c r="A1"><v>3.140</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c>' +
          '<c r="D1" t="e"><v>#DIV/0!</v></c><c r="E1" t="str"><f>A1&amp;""</f><v>x</v></c>' +
          '<c r="F1" t="d"><v>2021-06-30T00:00:00</v></c><c r="G1" s="1"/>' +
          '<c r="H1" t="inlineStr"><is><t>行内</t></is></c><c r="I1"><v>1E-7</v></c></row>',
      ),
      { strings: ["<t>共享</t>"] },
    );
    const cells = [...view.cells()];
    expect(cells.map(value)).toEqual([
      ["number", 3.14, "3.140"],
      ["text", "共享", "共享"],
      ["boolean", true, "1"],
      ["error", "#DIV/0!", "#DIV/0!"],
      ["text", "x", "x"],
      ["date", "2021-06-30T00:00:00", "2021-06-30T00:00:00"],
      ["blank", null, ""],
      ["text", "行内", "行内"],
      ["number", 1e-7, "1E-7"],
    ]);
    expect(cells[4]?.formula).toBe('A1&""');
    expect(view.bounds).toEqual({ top: 0, left: 0, bottom: 0, right: 8 });
  });

  it("keeps the digits of numbers as the file has them", async () => {
    const texts = [
      "0",
      "-0",
      "007",
      "1.",
      ".5",
      "0.10",
      "-12.5",
      "123456789012345678",
      "0.30000000000000004",
      "1e3",
      " 4 ",
      "0.000001",
      "0.0000001",
    ];
    const view = await sheet(
      rows(`<row>${texts.map((t) => `<c><v>${t}</v></c>`).join("")}</row>`),
    );
    const cells = [...view.cells()];
    expect(cells.map(({ raw }) => raw)).toEqual(texts.map((t) => t.trim()));
    expect(cells.map(({ value: v }) => v)).toEqual(texts.map(Number));
  });

  it("counts rows and cells that do not say where they are", async () => {
    const view = await sheet(
      rows(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    );
    expect([...view.cells()].map(({ row, column }) => [row, column])).toEqual([
      [0, 0], [0, 3], [0, 4], [4, 0], [5, 0],
    ]); // prettier-ignore
  });

  it("takes any prefix, comments, CDATA, single quotes and odd spacing", async () => {
    const xml =
      '<?xml version="1.0"?><!-- c --><zz:worksheet xmlns:zz="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      "<zz:sheetData><!-- <c r='A9'/> --><zz:row  r = '1' ><zz:c  t='inlineStr'  r='B1' ><zz:is><zz:t><![CDATA[a<b]]>&amp;c</zz:t></zz:is></zz:c >" +
      "<!-- x --><zz:c r='C1'><zz:v><!-- y -->5</zz:v></zz:c><zz:c r='D1' t='str'><zz:v><![CDATA[1 < 2]]></zz:v></zz:c></zz:row></zz:sheetData></zz:worksheet>";
    const view = await sheet(xml);
    expect([...view.cells()].map(value)).toEqual([
      ["text", "a<b&c", "a<b&c"],
      ["number", 5, "5"],
      ["text", "1 < 2", "1 < 2"],
    ]);
  });

  it("takes prefixes that begin like a cell or a value", async () => {
    const xml =
      '<?xml version="1.0"?><c:worksheet xmlns:c="x"><c:sheetData><c:row r="1"><c:c r="A1"><c:v>7</c:v></c:c></c:row></c:sheetData></c:worksheet>';
    for (const prefix of ["c", "v", "f", "cc"])
      expect(
        (await sheet(xml.replaceAll("c:", `${prefix}:`))).cellAt(0, 0)?.value,
      ).toBe(7);
  });

  it("decodes entities, numeric references and _x escapes", async () => {
    const view = await sheet(
      rows(
        '<row><c t="inlineStr"><is><t>&lt;&#30002;&#x20BB7;&quot;_x000D_&#10;_x005F_x0041_ &nope;</t></is></c></row>',
      ),
    );
    expect(view.cellAt(0, 0)?.value).toBe('<甲𠮷"\r\n_x0041_ &nope;');
  });

  it("reads texts as the beta of Excel 2007 wrote them", async () => {
    const beta = "http://schemas.microsoft.com/office/excel/2006/2";
    const bytes = tinyPackage({
      sheets: {
        甲: `<?xml version="1.0"?><worksheet xmlns="${beta}">${rows('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>2</v></c></row>')}</worksheet>`,
      },
      strings: [],
      extra: {
        "xl/sharedStrings.xml": `<sst xmlns="${beta}" totalCount="2" uniqueCount="2"><sstItem><t>大同</t></sstItem><sstItem><r><t>优</t></r><r><t>良</t></r><rPh sb="0" eb="1"><t>x</t></rPh></sstItem></sst>`,
      },
    });
    const { workbook, codes } = await open(bytes);
    expect(codes).toEqual([]);
    expect(
      [...(workbook?.sheets[0]?.cells() ?? [])].map(({ value }) => value),
    ).toEqual(["大同", "优良", 2]);
  });

  it("joins runs of rich text and leaves phonetic ones out", async () => {
    const view = await sheet(
      rows(
        '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>A</t></r><r><t> B</t></r></is></c></row>',
      ),
      {
        strings: [
          "<r><t>大</t></r><r><rPr><b/></rPr><t>同</t></r><rPh sb='0' eb='1'><t>ダ</t></rPh><phoneticPr/>",
        ],
      },
    );
    expect([...view.cells()].map((c) => c.value)).toEqual(["大同", "A B"]);
  });

  it("reads UTF-16 and a byte order mark", async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>优良天数</t></is></c></row></sheetData></worksheet>';
    expect((await sheet(utf16(xml))).cellAt(0, 0)?.value).toBe("优良天数");
    const marked = strToU8(`\ufeff${xml.replace("UTF-16", "UTF-8")}`);
    expect((await sheet(marked)).cellAt(0, 0)?.value).toBe("优良天数");
  });

  it("makes a missing shared string an issue at its cell, never a number", async () => {
    const { workbook, issues } = await open(
      tinyPackage({
        sheets: {
          甲: rows(
            '<row r="2"><c r="B2" t="s"><v>7</v></c><c r="C2" t="s"><v>x</v></c></row>',
          ),
        },
        strings: ["<t>a</t>"],
      }),
    );
    expect(workbook?.sheets[0]?.cellAt(1, 1)).toMatchObject({
      type: "blank",
      value: null,
    });
    expect(issues).toMatchObject([
      { code: "workbook.missing_string", sheet: "甲", cell: "B2" },
      { code: "workbook.missing_string", sheet: "甲", cell: "C2" },
    ]);
  });

  it("expands shared formulas and shows array formulas in all their cells", async () => {
    const view = await sheet(
      rows(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+SUM(\'A1 B2\'!D1:D$2)&amp;"A1"+LOG10(E1)</f><v>1</v></c><c r="C1"><f t="array" ref="C1:D2">X1:Y2</f><v>1</v></c><c r="D1"><v>2</v></c></row>' +
          '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="C2"><v>3</v></c></row>',
      ),
    );
    expect(view.cellAt(1, 0)?.formula).toBe(
      "B2*$C$1+SUM('A1 B2'!D2:D$2)&\"A1\"+LOG10(E2)",
    );
    expect(view.cellAt(0, 3)?.formula).toBe("X1:Y2");
    expect(view.cellAt(1, 2)?.formula).toBe("X1:Y2");
  });

  it("knows merges, hidden rows and columns, widths, states and names", async () => {
    const workbook = await book({
      sheets: {
        甲:
          '<cols><col min="2" max="3" width="12.5" hidden="1"/></cols>' +
          rows('<row r="3" hidden="1"><c><v>1</v></c></row>') +
          '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A:A"/></mergeCells>',
      },
      afterSheets:
        '<definedNames><definedName name="期">\'甲\'!$B$2</definedName><definedName name="区">甲!$A$1:$C$3</definedName><definedName name="坏">#REF!</definedName></definedNames>',
      workbookPr: '<workbookPr date1904="1"/>',
    });
    const view = workbook.sheets[0];
    expect(view?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect([view?.rowHidden(2), view?.rowHidden(1)]).toEqual([true, false]);
    expect([
      view?.columnHidden(1),
      view?.columnHidden(3),
      view?.columnWidth(2),
      view?.columnWidth(0),
    ]).toEqual([true, false, 12.5, undefined]);
    expect(
      workbook.names.map(({ name, range }) => [
        name,
        range.bottom,
        range.right,
      ]),
    ).toEqual([
      ["期", 1, 1],
      ["区", 2, 2],
    ]);
    expect(workbook.date1904).toBe(true);
  });

  it("gives cells their number formats, the Chinese builtin ones too", async () => {
    const view = await sheet(
      rows(
        '<row><c s="0"><v>1</v></c><c s="1"><v>1</v></c><c s="2"><v>1</v></c><c s="9"><v>1</v></c></row>',
      ),
      {
        styles:
          '<numFmts><numFmt numFmtId="176" formatCode="0.0&quot;微克&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="57"/></cellXfs>',
      },
    );
    expect([...view.cells()].map(({ format }) => format)).toEqual([
      "General",
      '0.0"微克"',
      'yyyy"年"m"月"',
      "General",
    ]);
  });

  it("finds parts by wrong case, backslashes and absolute targets", async () => {
    const entries = new Map<string, string>([
      ["_rels\\.rels", relationships([["officeDocument", "/XL/Workbook.xml"]])],
      [
        "xl/workbook.xml",
        '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="__proto__" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>',
      ],
      [
        "xl/_rels/workbook.xml.rels",
        relationships([["worksheet", "..\\xl\\Worksheets\\Sheet1.xml"]]),
      ],
      [
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
      ],
    ]);
    const { workbook, codes } = await open(zipOf(entries));
    expect(codes).toEqual([]);
    expect(workbook?.sheets[0]?.name).toBe("__proto__");
    expect(workbook?.sheets[0]?.cellAt(0, 0)?.value).toBe(1);
  });

  it("keeps what stands before the break in a truncated sheet, and the other sheets", async () => {
    const { workbook, codes } = await open(
      tinyPackage({
        sheets: {
          坏: '<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2',
          好: rows("<row><c><v>3</v></c></row>"),
        },
      }),
    );
    expect(codes).toEqual(["workbook.sheet_truncated"]);
    expect(workbook?.sheets[0]?.cellAt(0, 0)?.value).toBe(1);
    expect(workbook?.sheets[1]?.cellAt(0, 0)?.value).toBe(3);
  });

  it("lists a sheet whose part is missing as an issue and reads the rest", async () => {
    const { workbook, issues } = await open(
      tinyPackage({
        sheets: { 甲: rows("") },
        extra: {
          "xl/workbook.xml":
            '<workbook xmlns:r="r"><sheets><sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId7"/></sheets></workbook>',
        },
      }),
    );
    expect(workbook?.sheets.map(({ name }) => name)).toEqual(["甲"]);
    expect(issues).toMatchObject([
      { code: "workbook.sheet_missing", sheet: "乙" },
    ]);
  });

  it("notices a changed byte by the check sum", async () => {
    const bytes = tinyPackage({
      sheets: { 甲: rows("<row><c><v>1</v></c></row>") },
    });
    const name = strToU8("xl/worksheets/sheet1.xml");
    const at = bytes.findIndex((_, i) =>
      name.every((b, k) => bytes[i + k] === b),
    );
    const damaged = bytes.slice();
    flip(damaged, at - 30 + 14);
    const central = damaged.findLastIndex((_, i) =>
      name.every((b, k) => damaged[i + k] === b),
    );
    flip(damaged, central - 46 + 16);
    expect((await open(damaged)).codes).toEqual(["workbook.bad_checksum"]);
  });

  it("allocates nothing from declared sizes", async () => {
    const view = await sheet(
      '<dimension ref="A1:XFD1048576"/>' +
        rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') +
        '<mergeCells><mergeCell ref="A1:XFD1048570"/></mergeCells>',
    );
    expect(view.bounds).toEqual({
      top: 1048575,
      left: 16383,
      bottom: 1048575,
      right: 16383,
    });
  });

  it("says how many cells lie outside the sheet", async () => {
    const { workbook, issues } = await open(
      tinyPackage({
        sheets: { 甲: rows(`<row r="1">${"<c/>".repeat(20000)}</row>`) },
      }),
    );
    expect([...(workbook?.sheets[0]?.cells() ?? [])].length).toBe(16384);
    expect(issues).toMatchObject([
      { code: "workbook.cell_out_of_range", params: { count: 3616 } },
    ]);
  });

  it("sorts cells that come out of order and keeps the last of two", async () => {
    const { workbook, issues } = await open(
      tinyPackage({
        sheets: {
          甲: rows(
            '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2.50</v></c></row><row r="1"><c r="A1"><f>B2</f><v>3</v></c></row><row r="2"><c r="B2"><v>4.0</v></c></row>',
          ),
        },
      }),
    );
    expect(
      [...(workbook?.sheets[0]?.cells() ?? [])].map((c) => [c.raw, c.formula]),
    ).toEqual([
      ["3", "B2"],
      ["2.50", undefined],
      ["4.0", undefined],
    ]);
    expect(issues).toMatchObject([
      { code: "workbook.duplicate_cell", cell: "B2" },
    ]);
  });

  it("expands no entities of a doctype", async () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect((await sheet(xml)).cellAt(0, 0)?.value).toBe("&b;");
  });
});

describe("other formats", () => {
  it("reads CSV in UTF-8, UTF-16 and GB18030 with its delimiter", async () => {
    const gb = Uint8Array.of(
      0xb3,
      0xc7,
      0xca,
      0xd0,
      0x2c,
      0x50,
      0x4d,
      0x0a,
      0xb4,
      0xf3,
      0xcd,
      0xac,
      0x2c,
      0x33,
      0x31,
      0x2e,
      0x30,
      0x0a,
    );
    const texts: [Uint8Array, string][] = [
      [strToU8("\ufeff城市,PM\n大同,31.0\n"), "a.csv"],
      [utf16("城市\tPM\n大同\t31.0\n"), "a.txt"],
      [strToU8("城市;PM\n大同;31.0\n"), "无扩展名"],
      [gb, "a.csv"],
    ];
    for (const [bytes, file] of texts) {
      const { workbook, codes } = await open(bytes, file);
      expect(codes).toEqual([]);
      expect([...(workbook?.sheets[0]?.cells() ?? [])].map(value)).toEqual([
        ["text", "城市", "城市"], ["text", "PM", "PM"], ["text", "大同", "大同"], ["number", 31, "31.0"],
      ]); // prettier-ignore
      expect(workbook?.writable).toBe(false);
    }
  });

  it("leaves codes, identity numbers and percentages in CSV as texts", async () => {
    const { workbook } = await open(
      strToU8("0351,140000199001011234,63.6%,-5,0.50\n"),
      "a.csv",
    );
    expect(
      [...(workbook?.sheets[0]?.cells() ?? [])].map(({ type }) => type),
    ).toEqual(["text", "text", "text", "number", "number"]);
  });

  it("reads HTML in GB2312 saved as .xls", async () => {
    const before = strToU8(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><table><tr><td colspan=2>',
    );
    const after = strToU8(
      "</td></tr><tr><td>1</td><td>31.50</td></tr></table></html>",
    );
    const bytes = Uint8Array.of(...before, 0xb4, 0xf3, 0xcd, 0xac, ...after);
    const { workbook } = await open(bytes, "a.xls");
    expect(workbook?.format).toBe("html");
    expect(workbook?.sheets[0]?.cellAt(0, 0)?.value).toBe("大同");
    expect(workbook?.sheets[0]?.cellAt(1, 1)).toMatchObject({
      type: "number",
      raw: "31.50",
    });
    expect(workbook?.sheets[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
    ]);
  });

  it("reads SpreadsheetML 2003", async () => {
    const xml =
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row><Cell><Data ss:Type="String">市</Data></Cell><Cell><Data ss:Type="Number">2.5</Data></Cell></Row></Table></Worksheet></Workbook>';
    const { workbook } = await open(strToU8(xml), "a.xls");
    expect(workbook?.format).toBe("xml2003");
    expect(
      [...(workbook?.sheets[0]?.cells() ?? [])].map(({ value: v }) => v),
    ).toEqual(["市", 2.5]);
  });

  it("reads .xls and .ods", async () => {
    const library = await import("@e965/xlsx");
    const made = library.utils.book_new();
    library.utils.book_append_sheet(
      made,
      library.utils.aoa_to_sheet([
        ["市", 2.5],
        [true, null],
      ]),
      "甲",
    );
    for (const [bookType, format] of [
      ["biff8", "xls"],
      ["ods", "ods"],
    ] as const) {
      const bytes = new Uint8Array(
        library.write(made, { type: "array", bookType }) as ArrayBuffer,
      );
      const { workbook, codes } = await open(bytes, "a");
      expect(codes).toEqual([]);
      expect(workbook?.format).toBe(format);
      expect(workbook?.writable).toBe(false);
      expect(workbook?.sheets[0]?.cellAt(0, 1)?.value).toBe(2.5);
      expect(workbook?.sheets[0]?.cellAt(1, 0)?.value).toBe(true);
    }
  });
});
