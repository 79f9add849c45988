import {
  goodCells,
  harmless,
  type ExpectedIssue,
  type HostileFile,
} from "./hostile-file.ts";
import {
  goodRow,
  linkNs,
  mainNs,
  rawBook,
  rels,
  rows,
  sheetOf,
  wide,
  worksheet,
} from "./raw-book.ts";
import { bytesOf } from "./raw-zip.ts";

type Cells = NonNullable<HostileFile["cells"]>;

/** Sheets as nobody should write them, and some do. */
export function* oddSheets(): Iterable<HostileFile> {
  yield* places();
  yield* numbers();
  yield* texts();
  yield* markup();
  yield* encodings();
  yield* names();
  yield* formulas();
}

function read(
  name: string,
  sheet: string,
  cells: Cells,
  issues: readonly (ExpectedIssue | string)[] = [],
): HostileFile {
  return {
    name,
    make: () => sheetOf(sheet),
    opens: true,
    issues,
    cells,
  };
}

function at(code: string, cell: string): ExpectedIssue {
  return { code, sheet: "甲", cell };
}

function* places(): Iterable<HostileFile> {
  const last: Cells = [...goodCells, ["甲!XFD1048576", 7]];
  yield read(
    "a cell in the last place of all",
    `${goodRow}<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>`,
    last,
  );
  yield read(
    "cells outside the sheet",
    `${goodRow}<row r="1048577"><c r="A1048577"><v>7</v></c></row><row r="2"><c r="XFE2"><v>7</v></c><c r="ZZZZZZZZZ2"><v>7</v></c></row><row r="99999999999999999999"><c><v>7</v></c></row>`,
    goodCells,
    [{ code: "workbook.cell_out_of_range", sheet: "甲" }],
  );
  yield read(
    "no addresses",
    "<row><c><v>12.5</v></c><c t='str'><v>达标</v></c></row><row><c/><c><v>3</v></c></row>",
    [...goodCells, ["甲!A2", null], ["甲!B2", 3]],
  );
  yield read(
    "rows and cells out of order",
    '<row r="3"><c r="B3"><v>4</v></c><c r="A3"><v>3</v></c></row><row r="1"><c r="B1" t="str"><v>达标</v></c><c r="A1"><v>12.5</v></c></row>',
    [...goodCells, ["甲!A3", 3], ["甲!B3", 4]],
  );
  yield read(
    "a row twice",
    `${goodRow}<row r="1"><c r="C1"><v>3</v></c></row>`,
    [...goodCells, ["甲!C1", 3]],
  );
  yield {
    ...read(
      "a cell twice",
      `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>12.5</v></c><c r="B1" t="str"><v>达标</v></c></row>`,
      goodCells,
      [at("workbook.duplicate_cell", "A1")],
    ),
    count: 2,
  };
  yield read(
    "a cell in another row than it says",
    `${goodRow}<row r="2"><c r="A9"><v>9</v></c></row>`,
    [...goodCells, ["甲!A9", 9], ["甲!A2", null]],
  );
  for (const bad of [
    "",
    "1A",
    "A",
    "7",
    "A0",
    "-A1",
    "A1.5",
    "R2C2",
    "A1:B2",
    "Ａ２",
    "A2 B2",
  ])
    yield read(
      `an address of "${bad}"`,
      `${goodRow}<row r="2"><c r="${bad}"><v>9</v></c></row>`,
      goodCells,
      [at("workbook.bad_reference", "A2")],
    );
  for (const bad of ["", "0", "-3", "1e9", "x", "2.5"])
    yield {
      ...read(
        `a row number of "${bad}"`,
        `${goodRow}<row r="${bad}"><c><v>9</v></c></row>`,
        goodCells,
      ),
      mayAlso: ["workbook.bad_reference", "workbook.cell_out_of_range"],
    };
  for (const dimension of [
    "A1:XFD1048576",
    "A1",
    "",
    "B7:A1",
    "x",
    "A1:ZZZZ99999999",
  ])
    yield {
      name: `a dimension of "${dimension}"`,
      make: () =>
        rawBook({
          sheets: [
            [
              "甲",
              worksheet(
                `<dimension ref="${dimension}"/><sheetData>${goodRow}</sheetData>`,
              ),
            ],
            ["乙", worksheet(`<dimension ref="${dimension}"/><sheetData/>`)],
          ],
        }),
      opens: true,
      issues: [],
      cells: goodCells,
      count: 2,
    };
  const whole = "A1:XFD1048576";
  for (const [what, behind] of [
    [
      "validation",
      `<dataValidations count="1"><dataValidation type="list" sqref="${whole}"><formula1>A1</formula1></dataValidation></dataValidations>`,
    ],
    ["merge", `<mergeCells><mergeCell ref="${whole}"/></mergeCells>`],
    [
      "conditional format",
      `<conditionalFormatting sqref="${whole}"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>`,
    ],
    [
      "hyperlink",
      `<hyperlinks><hyperlink ref="${whole}" location="A1"/></hyperlinks>`,
    ],
    ["filter", `<autoFilter ref="${whole}"/>`],
    [
      "protection",
      `<protectedRanges><protectedRange sqref="${whole}" name="x"/></protectedRanges>`,
    ],
  ] as const)
    yield {
      name: `a ${what} over the whole sheet`,
      make: () =>
        rawBook({
          sheets: [
            ["甲", worksheet(`<sheetData>${goodRow}</sheetData>${behind}`)],
          ],
        }),
      opens: true,
      issues: [],
      cells: [["甲!A1", 12.5]],
      count: 2,
    };
  yield {
    name: "areas that are none",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            worksheet(
              `<cols><col min="0" max="9"/><col min="5" max="2"/><col min="1" max="4294967295" hidden="1"/><col min="x" max="y"/></cols><sheetData>${goodRow}</sheetData><mergeCells><mergeCell ref="A0:B1"/><mergeCell/><mergeCell ref="#REF!"/></mergeCells>`,
            ),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.bad_merge", sheet: "甲" }],
    cells: goodCells,
  };
}

function* numbers(): Iterable<HostileFile> {
  for (const text of [
    "1e999",
    "-1e999",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x1F",
    "1,234",
    "1 2",
    "١٢",
    "1e",
    "--1",
    "1_000",
    "true",
    "__proto__",
  ])
    yield read(
      `a number spelt ${text}`,
      `${goodRow}<row r="2"><c r="A2"><v>${text}</v></c></row>`,
      [...goodCells, ["甲!A2", null]],
      [at("workbook.bad_number", "A2")],
    );
  for (const [text, value] of [
    ["1e308", 1e308],
    ["5e-324", 5e-324],
    ["1e-999", 0],
    ["-0", -0],
    ["007", 7],
    ["+5", 5],
    [".5", 0.5],
    ["5.", 5],
    [" 5 ", 5],
    ["0.1000000000000000055511151231257827", 0.1],
    ["9007199254740993", 9007199254740992],
    ["&#53;", 5],
    ["<![CDATA[5]]>", 5],
  ] as const)
    yield read(
      `a number spelt ${text}`,
      `${goodRow}<row r="2"><c r="A2"><v>${text}</v></c></row>`,
      [...goodCells, ["甲!A2", value]],
    );
  for (const index of [
    "-1",
    "1000000000",
    "1",
    "NaN",
    "0.5",
    "x",
    "1e0",
    "__proto__",
    "length",
  ])
    yield {
      name: `a string number of ${index}`,
      make: () =>
        rawBook({
          sheets: [
            [
              "甲",
              rows(
                `${goodRow}<row r="2"><c r="A2" t="s"><v>${index}</v></c></row>`,
              ),
            ],
          ],
          strings: ["<si><t>零</t></si>"],
        }),
      opens: true,
      issues: [at("workbook.missing_string", "A2")],
      cells: [...goodCells, ["甲!A2", null]],
    };
  yield read(
    "types that are none",
    `${goodRow}<row r="2"><c r="A2" t="q"><v>5</v></c><c r="B2" t="N"><v>5</v></c><c r="C2" t=""><v>5</v></c></row>`,
    [...goodCells, ["甲!C2", 5]],
    [at("workbook.bad_cell_type", "A2")],
  );
  yield read(
    "a type that begins like one",
    `${goodRow}<row r="2"><c r="A2" t="strx"><v>5</v></c></row>`,
    [...goodCells, ["甲!A2", "5"]],
    [at("workbook.bad_cell_type", "A2")],
  );
  yield read(
    "styles that are none",
    `${goodRow}<row r="2"><c r="A2" s="99999999999"><v>5</v></c><c r="B2" s="-1"><v>6</v></c><c r="C2" s="x"><v>7</v></c></row>`,
    [...goodCells, ["甲!A2", 5], ["甲!B2", 6], ["甲!C2", 7]],
    [{ code: "workbook.stray_element", sheet: "甲" }],
  );
}

function* texts(): Iterable<HostileFile> {
  const text = (xml: string) =>
    `${goodRow}<row r="2"><c r="A2" t="inlineStr"><is><t>${xml}</t></is></c></row>`;
  for (const [xml, value] of [
    ["&#x1F600;&#128512;", "😀😀"],
    ["a&#10;b", "a\nb"],
    ["_x005F_x000D_", "_x000D_"],
    ["a_x000D_b", "a\rb"],
    ["_xD83D__xDE00_", "😀"],
    ["_x00_ _xZZZZ_ _x000d", "_x00_ _xZZZZ_ _x000d"],
    ["__proto__", "__proto__"],
    ["constructor", "constructor"],
    ["&amp;lt;", "&lt;"],
    ["a\u0000b", "a\u0000b"],
  ] as const)
    yield {
      ...read(`a text of ${JSON.stringify(xml)}`, text(xml), [
        ...goodCells,
        ["甲!A2", value],
      ]),
      ...(xml.includes("\u0000")
        ? { mayAlso: ["workbook.bad_utf8", "workbook.malformed_part"] }
        : {}),
    };
  for (const xml of [
    "&#xD800;",
    "&#0;",
    "&#x110000;",
    "&#99999999999999999999;",
    "&nbsp;",
    "&#;",
    "&#xZZ;",
    "a & b",
    "&amp",
  ])
    yield read(
      `a text of ${xml}`,
      text(xml),
      [...goodCells, ["甲!A2", xml]],
      [at("workbook.unknown_entity", "A2")],
    );
  for (const [what, items] of [
    ["text outside its element", "<si>失</si><si><t>零</t></si>"],
    ["a string that closes too early", "<si><t>零</t></si></t></si>"],
    ["text between the strings", "<si><t>零</t></si>失<si><t>一</t></si>"],
    ["a second beginning", "<si><t>零</t></si><sst><si><t>一</t></si>"],
  ] as const)
    yield {
      name: `${what} in the shared strings`,
      make: () =>
        rawBook({
          sheets: [["甲", rows('<row><c t="s"><v>0</v></c></row>')]],
          strings: [items],
        }),
      opens: true,
      issues: ["workbook.malformed_part"],
    };
  for (const [what, xml] of [
    ["an attribute without quotes", '<c r="A2" s=1><v>5</v></c>'],
    ["an attribute without a value", '<c r="A2" s><v>5</v></c>'],
    ["a quote in the name of an attribute", '<c r="A2" s"x="0"><v>5</v></c>'],
    ["a sign before the name of an attribute", '<c r="A2"`s="0"><v>5</v></c>'],
    [
      "the end of a value that holds an attribute",
      '<c r="A2"><v>0</v2" s="0"><v>5</v></c>',
    ],
    ["a shared formula of no group", '<c r="A2"><f t="shared"/><v>5</v></c>'],
    ["an attribute without a name", '<c r="A2" s="0"="0"><v>5</v></c>'],
    ["a slash in a tag", '<c r="A2" / s="0"><v>5</v></c>'],
    [
      "text outside its element in a cell",
      '<c r="A2" t="inlineStr"><is>失</is></c>',
    ],
  ] as const)
    yield {
      name: what,
      make: () => sheetOf(goodRow, `<row r="2">${xml}</row>`),
      opens: true,
      issues: [{ code: "workbook.stray_element", sheet: "甲" }],
      cells: goodCells,
    };
  for (const [what, before, behind] of [
    ["a closing tag that closes nothing", "<sheetPr></sheets></sheetPr>", ""],
    ["elements closed in the wrong order", "", "<a><b></a></b>"],
    ["an element that is not closed", "", "<mergeCells>"],
  ] as const)
    yield {
      name: `${what} beside the rows`,
      make: () =>
        rawBook({
          sheets: [
            [
              "甲",
              worksheet(`${before}<sheetData>${goodRow}</sheetData>${behind}`),
            ],
          ],
        }),
      opens: true,
      issues: [{ code: "workbook.stray_element", sheet: "甲" }],
      cells: goodCells,
    };
  for (const [what, attributes] of [
    ["an attribute without a name", ' r="2" spans="1:2"="1"'],
    ["two names for one value", ' w r="2"'],
    ["no space between attributes", ' spans="1:2"r="2"'],
    ["an attribute without a value", ' r="2" hidden'],
    ["an attribute without quotes", ' r="2" s=1'],
    ["a sign in the name of an attribute", ' r="2" a`="1"'],
  ] as const)
    yield {
      name: `${what} in the tag of a row`,
      make: () =>
        sheetOf(goodRow, `<row${attributes}><c r="A2"><v>5</v></c></row>`),
      opens: true,
      issues: [{ code: "workbook.stray_element", sheet: "甲" }],
      cells: [...goodCells, ["甲!A2", 5]],
    };
  for (const attributes of [
    ' r="2" ',
    "\n\tr = '2'\n",
    ' x:r="2"',
    ' xml:space="preserve" r="2"',
  ])
    yield harmless(
      `the tag of a row with${JSON.stringify(attributes)}`,
      () => sheetOf(goodRow, `<row${attributes}><c r="A2"><v>5</v></c></row>`),
      [...goodCells, ["甲!A2", 5]],
    );
  for (const name of ["x:!5", "a;b", "×", "1a", "-", "a=b", "a\u2028b"])
    yield {
      name: `an attribute named ${name} in the workbook part`,
      make: () =>
        rawBook({
          beforeSheets: `<workbookPr ${name}="1"/>`,
        }),
      opens: true,
      issues: ["workbook.malformed_part"],
      cells: goodCells,
    };
  for (const name of ["é", "名", "a·b", "𠮷", "_a-1.b"])
    yield harmless(`an attribute named ${name} in the workbook part`, () =>
      rawBook({ beforeSheets: `<workbookPr ${name}="1"/>` }),
    );
  yield {
    name: "the same oddities in the shared strings",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              `<row r="1">${[0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join("")}</row>`,
            ),
          ],
        ],
        strings: [
          '<si><t>__proto__</t></si><si><t>toString</t></si><si/><si><rPh sb="0" eb="1"><t>x</t></rPh></si><si><r><t>a</t></r><x><t>b</t></x></si>',
        ],
      }),
    opens: true,
    issues: [],
    cells: [
      ["甲!A1", "__proto__"],
      ["甲!B1", "toString"],
      ["甲!C1", ""],
      ["甲!D1", ""],
    ],
  };
}

function* markup(): Iterable<HostileFile> {
  const c = "<!-- <row><c r='Z9'><v>1</v></c> ' \" -->";
  const p = "<?x <c r='Z9'><v>1</v></c> ?>";
  const b = c + p;
  yield {
    name: "comments and instructions in every place",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            `<?xml version="1.0"?>${b}<worksheet xmlns="${mainNs}">${b}<sheetData>${b}<row r="1">${b}<c r="A1">${b}<v>${c}12${p}.5${b}</v>${b}</c>${b}<c r="B1" t="inlineStr">${b}<is>${b}<t>${c}达${p}标${b}</t>${b}</is>${b}</c>${b}</row>${b}</sheetData>${b}</worksheet>${b}`,
          ],
        ],
        strings: [`${b}<si>${b}<t>${b}x${b}</t>${b}</si>${b}`],
      }),
    opens: true,
    issues: [],
    cells: goodCells,
    count: 2,
  };
  yield read(
    "CDATA in every place",
    '<row r="1"><c r="A1"><v><![CDATA[12.]]>5</v></c><c r="B1" t="inlineStr"><is><t><![CDATA[达]]><![CDATA[标]]></t></is></c><c r="C1" t="str"><v><![CDATA[<c r="Z9">&amp;]]></v></c></row>',
    [...goodCells, ["甲!C1", '<c r="Z9">&amp;']],
  );
  const x = (text: string) =>
    text.replace(/<(\/?)(?=\w)/g, "<$1x:").replace("xmlns=", "xmlns:x=");
  yield {
    name: "a prefix on everything",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            x(
              `<worksheet xmlns="${mainNs}"><sheetData>${goodRow}<row r="2"><c r="A2" t="s"><v>0</v></c></row></sheetData></worksheet>`,
            ),
          ],
        ],
        strings: [],
        styles: [],
        parts: {
          "xl/strings.xml": x(
            `<sst xmlns="${mainNs}"><si><t>零</t></si></sst>`,
          ),
          "xl/styles.xml": x(`<styleSheet xmlns="${mainNs}"/>`),
          "xl/workbook.xml": x(
            `<workbook xmlns="${mainNs}" xmlns:r="${linkNs}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          ),
        },
      }),
    opens: true,
    issues: [],
    cells: [...goodCells, ["甲!A2", "零"]],
  };
  yield read(
    "quotes and spaces of every kind",
    `<row\n r = '1' ><c\tr='A1'\r\n><v >12.5</v ></c ><c r="B1" t='str' x="a>b/"><v xml:space="preserve">达标</v></c></row>`,
    goodCells,
  );
  for (const [what, xml] of [
    ["a cell that does not close", '<row r="2"><c r="A2"><v>5</v></row>'],
    ["a row that does not close", '<row r="2"><c r="A2"><v>5</v></c>'],
    ["a value that does not close", '<row r="2"><c r="A2"><v>5</c></row>'],
    [
      "an attribute that does not close",
      '<row r="2"><c r="A2><v>5</v></c></row>',
    ],
    ["a stray end", '<row r="2"></c><c r="A2"><v>5</v></c></row>'],
    ["a tag in a tag", '<row r="2"><c r="A2"<c><v>5</v></c></row>'],
    [
      "a cell in a cell",
      '<row r="2"><c r="A2"><c r="B2"><v>6</v></c><v>5</v></c></row>',
    ],
    [
      "a comment that does not close",
      '<row r="2"><!-- <c r="A2"><v>5</v></c></row>',
    ],
    [
      "CDATA that does not close",
      '<row r="2"><c r="A2"><v><![CDATA[5</v></c></row>',
    ],
  ] as const)
    yield {
      name: what,
      make: () => sheetOf(goodRow, xml),
      opens: true,
      issues: [],
      mayAlso: [
        "workbook.malformed_part",
        "workbook.malformed_sheet",
        "workbook.sheet_truncated",
        "workbook.stray_element",
        "workbook.unknown_entity",
        "workbook.bad_number",
        "workbook.bad_reference",
      ],
      complains: true,
      cells: goodCells,
    };
  yield read(
    "text between cells",
    `${goodRow}<row r="2">5<c r="A2"><v>5</v></c>6</row>`,
    [...goodCells, ["甲!A2", 5]],
  );
  const whole = `<sheetData>${goodRow}</sheetData>`;
  for (const [what, inner, kept] of [
    ["rows without their element", goodRow, false],
    ["the element of the rows twice", `<sheetData>${whole}`, false],
    ["rows a second time", whole + whole, true],
    [
      "a tag that swallows the element of the rows",
      `<sheetFormatPr ${whole}`,
      false,
    ],
    [
      "a row that swallows a cell",
      `<sheetData><row r="2" <c r="A2"><v>5</v></c></row>${goodRow}</sheetData>`,
      true,
    ],
    [
      "a formula that swallows a value",
      `<sheetData>${goodRow}<row r="2"><c r="A2"><f t="x"/ <v>5</v></c></row></sheetData>`,
      true,
    ],
  ] as const)
    yield {
      name: what,
      make: () => rawBook({ sheets: [["甲", worksheet(inner)]] }),
      opens: true,
      issues: [{ code: "workbook.stray_element", sheet: "甲" }],
      mayAlso: ["workbook.sheet_truncated"],
      ...(kept ? { cells: goodCells } : {}),
    };
  yield {
    name: "no beginning",
    make: () => rawBook({ sheets: [["甲", `${whole}</worksheet>`]] }),
    opens: true,
    issues: [{ code: "workbook.stray_element", sheet: "甲" }],
    cells: goodCells,
  };
  yield {
    name: "no rows at all and content behind the end",
    make: () =>
      rawBook({
        sheets: [["甲", [...rows(goodRow), "<junk>"]]],
      }),
    opens: true,
    issues: [],
    mayAlso: [
      "workbook.malformed_part",
      "workbook.malformed_sheet",
      "workbook.sheet_truncated",
    ],
    cells: goodCells,
  };
}

function* encodings(): Iterable<HostileFile> {
  const sheet = `<worksheet xmlns="${mainNs}"><sheetData>${goodRow}</sheetData></worksheet>`;
  const declared = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>`;
  const one = (name: string, part: Uint8Array): HostileFile =>
    harmless(`a sheet in ${name}`, () => rawBook({ sheets: [["甲", part]] }));
  yield one("UTF-8 with a mark", bytesOf(`\ufeff${declared("UTF-8")}${sheet}`));
  for (const order of ["le", "be"] as const)
    for (const mark of [true, false])
      yield one(
        `UTF-16 ${order} ${mark ? "with" : "without"} a mark`,
        wide(declared("UTF-16") + sheet, order, mark),
      );
  yield one("UTF-16 without declaration", wide(sheet, "le", true));
  yield one(
    "GB18030",
    Buffer.concat([
      bytesOf(
        `${declared("GB18030")}<worksheet><sheetData><row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="str"><v>`,
      ),
      Uint8Array.of(0xb4, 0xef, 0xb1, 0xea),
      bytesOf("</v></c></row></sheetData></worksheet>"),
    ]),
  );
  yield one("UTF-8 that says UTF-16", bytesOf(declared("UTF-16") + sheet));
  yield one(
    "UTF-8 that says nonsense",
    bytesOf(declared("x-nonsense") + sheet),
  );
  yield {
    name: "everything in UTF-16",
    make: () => {
      const part = (text: string) => wide(text, "le", true);
      return rawBook({
        sheets: [["甲", part(sheet)]],
        styles: [],
        parts: {
          "_rels/.rels": part(rels(["officeDocument", "xl/workbook.xml"])),
          "xl/_rels/workbook.xml.rels": part(
            rels(
              ["worksheet", "worksheets/sheet1.xml"],
              ["styles", "styles.xml"],
            ),
          ),
          "xl/styles.xml": part(`<styleSheet xmlns="${mainNs}"/>`),
          "xl/workbook.xml": part(
            `<workbook xmlns="${mainNs}" xmlns:r="${linkNs}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          ),
        },
      });
    },
    opens: true,
    issues: [],
    cells: goodCells,
  };
  yield {
    name: "bytes that are no UTF-8",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            Buffer.concat([
              bytesOf(
                `<worksheet><sheetData>${goodRow}<row r="2"><c r="A2" t="str"><v>`,
              ),
              Uint8Array.of(0xb4, 0xef, 0xff),
              bytesOf("</v></c></row></sheetData></worksheet>"),
            ]),
          ],
        ],
      }),
    opens: true,
    issues: [at("workbook.bad_utf8", "A2")],
    cells: goodCells,
  };
  yield {
    name: "half a pair in UTF-16",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            Buffer.concat([
              wide(
                `<worksheet><sheetData>${goodRow}<row r="2"><c r="A2" t="str"><v>`,
                "le",
                true,
              ),
              Uint8Array.of(0, 0xd8),
              wide("</v></c></row></sheetData></worksheet>", "le", false),
            ]),
          ],
        ],
      }),
    opens: true,
    issues: [at("workbook.bad_utf8", "A2")],
    cells: goodCells,
  };
}

function* names(): Iterable<HostileFile> {
  const odd = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  yield {
    name: "sheets named like what every object has",
    make: () =>
      rawBook({
        sheets: odd.map((name) => [name, rows(goodRow)] as const),
        afterSheets: [
          `<definedNames>${odd.map((name) => `<definedName name="${name}">${name}!$A$1</definedName>`).join("")}</definedNames>`,
        ],
      }),
    opens: true,
    issues: [],
    sheets: odd,
    names: odd,
    cells: odd.map((name) => [`${name}!A1`, 12.5] as const),
  };
  yield {
    name: "a sheet without a name",
    make: () => rawBook({ sheets: [["", rows(goodRow)]] }),
    opens: true,
    issues: [],
    sheets: [""],
    cells: [["!A1", 12.5]],
  };
  yield {
    name: "two sheets of one name",
    make: () =>
      rawBook({
        sheets: [
          ["甲", rows(goodRow)],
          ["甲", rows()],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.duplicate_sheet", sheet: "甲" }],
    cells: goodCells,
  };
  yield {
    name: "every sheet hidden",
    make: () =>
      rawBook({
        parts: {
          "xl/workbook.xml": `<workbook xmlns="${mainNs}" xmlns:r="${linkNs}"><sheets><sheet name="甲" state="veryHidden" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        },
      }),
    opens: true,
    issues: [],
    sheets: ["甲"],
    cells: goodCells,
  };
  yield {
    name: "a workbook without sheets",
    make: () => rawBook({ sheets: [] }),
    opens: true,
    issues: ["workbook.no_sheets"],
    sheets: [],
  };
  yield {
    name: "a workbook part cut short",
    make: () =>
      rawBook({
        parts: {
          "xl/workbook.xml": `<workbook xmlns="${mainNs}" xmlns:r="${linkNs}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/><shee`,
        },
      }),
    opens: true,
    issues: ["workbook.malformed_part"],
    sheets: ["甲"],
    cells: goodCells,
  };
  yield {
    name: "names that point nowhere",
    make: () =>
      rawBook({
        afterSheets: [
          '<definedNames><definedName name="a">#REF!</definedName><definedName name="b">乙!$A$1</definedName><definedName name="c">甲!$A$0</definedName><definedName name="d">甲!$A$1:甲!$B$2</definedName><definedName/></definedNames>',
        ],
      }),
    opens: true,
    issues: [],
    names: [],
    cells: goodCells,
  };
}

function* formulas(): Iterable<HostileFile> {
  yield read(
    "a shared formula without a master",
    '<row r="1"><c r="A1"><f t="shared" si="3"/><v>12.5</v></c><c r="B1" t="str"><f t="shared" si="__proto__"/><v>达标</v></c></row>',
    goodCells,
  );
  yield read(
    "a shared formula that refers to itself",
    '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A3">A1+A2</f><v>12.5</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>',
    [
      ["甲!A1", 12.5],
      ["甲!A2", 1],
    ],
  );
  yield read(
    "a shared formula whose area lies elsewhere",
    '<row r="1"><c r="A1"><f t="shared" si="0" ref="XFD1:XFD9">XFD1048576+A1</f><v>12.5</v></c></row><row r="9"><c r="XFD9"><f t="shared" si="0"/><v>1</v></c></row>',
    [
      ["甲!A1", 12.5],
      ["甲!XFD9", 1],
    ],
  );
  yield read(
    "array formulas in each other",
    '<row r="1"><c r="A1"><f t="array" ref="A1:C3">B1</f><v>12.5</v></c><c r="B1" t="str"><f t="array" ref="B1:XFD1048576">A1</f><v>达标</v></c></row>',
    goodCells,
  );
  yield read(
    "an array formula over the whole sheet",
    `<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>12.5</v></c></row>`,
    [["甲!A1", 12.5]],
  );
}
