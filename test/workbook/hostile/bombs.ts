import { compoundFile } from "./compound-file.ts";
import { goodCells, refused, type HostileFile } from "./hostile-file.ts";
import {
  goodRow,
  mainNs,
  rawBook,
  rawEntries,
  rels,
  rows,
  worksheet,
  type RawBook,
} from "./raw-book.ts";
import { rawZip, repeatedEntry, type Repeated } from "./raw-zip.ts";

const million = 1_000_000;

/** Two gigabytes of spaces in two megabytes, wherever they stand. */
const twoGigabytes: Repeated = [["                ", 2 ** 27]];

/** Files that ask for more than anyone has. */
export function* bombs(): Iterable<HostileFile> {
  yield* inflating();
  yield* crowded();
  yield* deep();
  yield* entities();
  yield* otherFormats();
}

function* inflating(): Iterable<HostileFile> {
  const large = { code: "workbook.too_large" };
  /** The size that is declared is a lie, or the file would be refused for it. */
  const lying = (book: RawBook): Uint8Array =>
    rawZip(
      rawEntries(book).map((entry) => ({
        ...entry,
        ...((entry.size ?? 0) > million ? { size: 5000 } : {}),
      })),
    );
  yield refused("two gigabytes, as declared", "workbook.too_large", () =>
    rawBook({ sheets: [["甲", rows(goodRow, ...twoGigabytes)]] }),
  );
  yield {
    name: "two gigabytes in a sheet",
    make: () => lying({ sheets: [["甲", rows(goodRow, ...twoGigabytes)]] }),
    opens: true,
    issues: [large, { code: "workbook.sheet_truncated", sheet: "甲" }],
    cells: goodCells,
  };
  yield {
    name: "two gigabytes of cells",
    make: () =>
      lying({
        sheets: [["甲", rows(["<row><c><v>1</v></c></row>", 80 * million])]],
      }),
    opens: true,
    issues: [large, { code: "workbook.sheet_truncated", sheet: "甲" }],
    mayAlso: ["workbook.cell_out_of_range"],
  };
  yield {
    name: "two gigabytes in one text",
    make: () =>
      lying({
        sheets: [
          [
            "甲",
            rows(
              '<row><c t="inlineStr"><is><t>',
              ...twoGigabytes,
              "</t></is></c></row>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.sheet_truncated", sheet: "甲" }],
    mayAlso: ["workbook.too_large", "workbook.element_too_large"],
  };
  yield {
    name: "two gigabytes in the shared strings",
    make: () =>
      lying({
        sheets: [["甲", rows('<row><c t="s"><v>0</v></c></row>')]],
        strings: ["<si><t>", ...twoGigabytes, "</t></si>"],
      }),
    opens: true,
    issues: [
      large,
      { code: "workbook.missing_string", sheet: "甲", cell: "A1" },
    ],
    mayAlso: ["workbook.strings_truncated"],
    cells: [["甲!A1", null]],
  };
  yield {
    name: "two gigabytes in the styles",
    make: () => lying({ styles: twoGigabytes }),
    opens: true,
    issues: [large],
    cells: goodCells,
  };
  yield {
    name: "two gigabytes in the relationships of the package",
    make: () =>
      lying({ parts: { "_rels/.rels": ["<a>", ...twoGigabytes, "</a>"] } }),
    opens: true,
    issues: [large],
    cells: goodCells,
  };
  yield {
    name: "two gigabytes in the relationships of the workbook",
    make: () =>
      lying({
        parts: {
          "xl/_rels/workbook.xml.rels": ["<a>", ...twoGigabytes, "</a>"],
        },
      }),
    opens: true,
    issues: [
      large,
      { code: "workbook.sheet_missing", sheet: "甲" },
      "workbook.no_sheets",
    ],
  };
  yield {
    name: "two gigabytes in the workbook part",
    make: () => lying({ afterSheets: twoGigabytes }),
    opens: false,
    issues: [large, "workbook.unreadable"],
  };
  yield {
    name: "two gigabytes in the notes",
    make: () =>
      lying({
        parts: {
          "xl/comments1.xml": ["<a>", ...twoGigabytes, "</a>"],
          "xl/worksheets/_rels/sheet1.xml.rels": rels([
            "comments",
            "../comments1.xml",
          ]),
        },
      }),
    opens: true,
    issues: [],
    mayAlso: ["workbook.too_large"],
    cells: goodCells,
  };
  yield {
    name: "two gigabytes in a picture",
    make: () => lying({ parts: { "xl/media/image1.png": twoGigabytes } }),
    opens: true,
    issues: [],
    cells: goodCells,
  };
}

function* crowded(): Iterable<HostileFile> {
  yield {
    name: "twenty million cells without addresses in one row",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              "<row>",
              [
                Array.from({ length: 500 }, (_, index) => {
                  const digits = Math.imul(index + 1, 2654435761) >>> 8;
                  return `<c><v>${digits}</v></c>`;
                }).join(""),
                40_000,
              ],
              "</row>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.cell_out_of_range", sheet: "甲" }],
    mayAlso: ["workbook.sheet_truncated"],
    count: 16384,
  };
  yield {
    name: "a million empty rows",
    make: () =>
      rawBook({ sheets: [["甲", rows(goodRow, ["<row/>", million])]] }),
    opens: true,
    issues: [],
    cells: goodCells,
  };
  yield {
    name: "100,000 merged areas",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            worksheet(
              "<sheetData>",
              goodRow,
              "</sheetData><mergeCells>",
              Array.from(
                { length: 100_000 },
                (_, row) => `<mergeCell ref="C${row + 1}:D${row + 1}"/>`,
              ).join(""),
              "</mergeCells>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [],
    cells: goodCells,
  };
  yield {
    name: "100,000 merged areas in one place",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            worksheet(
              "<sheetData>",
              goodRow,
              "</sheetData><mergeCells>",
              ['<mergeCell ref="A1:XFD1048576"/>', 100_000],
              "</mergeCells>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [],
    mayAlso: ["workbook.overlapping_merges"],
    cells: [["甲!A1", 12.5]],
  };
  yield {
    name: "200,000 column runs over each other",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            worksheet(
              "<cols>",
              ['<col min="1" max="16384" width="9"/>', 200_000],
              "</cols><sheetData>",
              goodRow,
              "</sheetData>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [],
    cells: goodCells,
  };
  yield {
    name: "100,000 array formulas over the whole sheet",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              goodRow,
              '<row r="2">',
              ['<c><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>', 16_000],
              "</row>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [],
    count: 16_002,
  };
  yield {
    name: "200,000 validations over the whole sheet",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            worksheet(
              "<sheetData>",
              goodRow,
              "</sheetData><dataValidations>",
              [
                '<dataValidation type="whole" sqref="A2:D1048576 F1:XFD1048576 E6:E7"><formula1>A1</formula1></dataValidation>',
                200_000,
              ],
              "</dataValidations>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [],
    cells: goodCells,
  };
  yield {
    name: "a million styles",
    make: () =>
      rawBook({
        sheets: [
          ["甲", rows('<row r="1"><c r="A1" s="999999"><v>12.5</v></c></row>')],
        ],
        styles: ["<cellXfs>", ['<xf numFmtId="10"/>', million], "</cellXfs>"],
      }),
    opens: true,
    issues: [],
    cells: [["甲!A1", 12.5]],
  };
  yield {
    name: "100,000 sheets in the list",
    make: () =>
      rawBook({
        parts: {
          "xl/workbook.xml": [
            `<workbook xmlns="${mainNs}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`,
            Array.from(
              { length: 100_000 },
              (_, index) =>
                `<sheet name="s${index}" sheetId="1" r:id="rId${index + 1}"/>`,
            ).join(""),
            "</sheets></workbook>",
          ],
        },
      }),
    opens: true,
    issues: [
      { code: "workbook.sheet_missing", sheet: "s1" },
      "workbook.more_issues",
    ],
    sheets: ["s0"],
  };
  yield {
    name: "100,000 sheets of one part",
    make: () =>
      rawBook({
        sheets: [["甲", rows(goodRow, ["<row><c><v>1</v></c></row>", 10_000])]],
        parts: {
          "xl/workbook.xml": [
            `<workbook xmlns="${mainNs}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`,
            Array.from(
              { length: 100_000 },
              (_, index) => `<sheet name="s${index}" sheetId="1" r:id="rId1"/>`,
            ).join(""),
            "</sheets></workbook>",
          ],
        },
      }),
    opens: true,
    issues: [
      { code: "workbook.sheet_repeated", sheet: "s1" },
      "workbook.more_issues",
    ],
    sheets: ["s0"],
  };
  yield {
    name: "100,000 missing strings",
    make: () =>
      rawBook({
        sheets: [["甲", rows(['<row><c t="s"><v>7</v></c></row>', 100_000])]],
      }),
    opens: true,
    issues: [
      { code: "workbook.missing_string", sheet: "甲", cell: "A1" },
      "workbook.more_issues",
    ],
    count: 100_000,
  };
}

function* deep(): Iterable<HostileFile> {
  const nested: Repeated = [
    ["<a>", million],
    ["</a>", million],
  ];
  yield {
    name: "a million elements in each other in a sheet",
    make: () =>
      rawBook({
        sheets: [
          ["甲", worksheet("<sheetData>", goodRow, "</sheetData>", ...nested)],
        ],
      }),
    opens: true,
    issues: [],
    cells: goodCells,
  };
  yield {
    name: "a million elements in each other in a cell",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(goodRow, '<row r="2"><c r="A2">', ...nested, "</c></row>"),
          ],
        ],
      }),
    opens: true,
    issues: [],
    mayAlso: ["workbook.malformed_part", "workbook.stray_element"],
    cells: goodCells,
  };
  yield {
    name: "a million elements in each other in a string",
    make: () =>
      rawBook({
        sheets: [["甲", rows('<row><c t="s"><v>0</v></c></row>')]],
        strings: ["<si>", ...nested, "<t>达标</t></si>"],
      }),
    opens: true,
    issues: [],
    cells: [["甲!A1", "达标"]],
  };
  yield {
    name: "a million elements in each other in the workbook part",
    make: () => rawBook({ afterSheets: nested }),
    opens: true,
    issues: [],
    mayAlso: ["workbook.too_large", "workbook.malformed_part"],
    cells: goodCells,
  };
  yield {
    name: "a million elements in each other in the styles",
    make: () => rawBook({ styles: nested }),
    opens: true,
    issues: [],
    mayAlso: ["workbook.too_large", "workbook.malformed_part"],
    cells: goodCells,
  };
  const long: Repeated = [["0123456789 abcdefg", 6 * million]];
  yield {
    name: "an attribute of 100 MB in a sheet",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(goodRow, '<row r="2"><c r="A2" x="', ...long, '"/></row>'),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.sheet_truncated", sheet: "甲" }],
    mayAlso: ["workbook.too_large", "workbook.element_too_large"],
    cells: goodCells,
  };
  yield {
    name: "an attribute of 100 MB in the workbook part",
    make: () => rawBook({ afterSheets: ['<x y="', ...long, '"/>'] }),
    opens: false,
    issues: ["workbook.too_large", "workbook.unreadable"],
  };
  yield {
    name: "a text of 100 MB in a cell",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              goodRow,
              '<row r="2"><c r="A2" t="inlineStr"><is><t>',
              ...long,
              "</t></is></c></row>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.sheet_truncated", sheet: "甲" }],
    mayAlso: ["workbook.too_large", "workbook.element_too_large"],
    cells: goodCells,
  };
  yield {
    name: "a number of a million digits",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              goodRow,
              '<row r="2"><c r="A2"><v>',
              ["9", million],
              "</v></c></row>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.bad_number", sheet: "甲", cell: "A2" }],
    cells: [...goodCells, ["甲!A2", null]],
  };
  yield {
    name: "a string number of a million digits",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              goodRow,
              '<row r="2"><c r="A2" t="s"><v>',
              ["9", million],
              "</v></c></row>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.missing_string", sheet: "甲", cell: "A2" }],
    cells: [...goodCells, ["甲!A2", null]],
  };
  yield {
    name: "an address of a million letters",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              goodRow,
              '<row r="2"><c r="',
              ["A", million],
              '2"><v>1</v></c></row>',
            ),
          ],
        ],
      }),
    opens: true,
    issues: [{ code: "workbook.cell_out_of_range", sheet: "甲" }],
    mayAlso: ["workbook.bad_reference"],
    cells: goodCells,
  };
  yield {
    name: "a formula of a million characters",
    make: () =>
      rawBook({
        sheets: [
          [
            "甲",
            rows(
              '<row r="1"><c r="A1"><f>1',
              ["+(1", 300_000],
              "</f><v>12.5</v></c></row>",
            ),
          ],
        ],
      }),
    opens: true,
    issues: [],
    cells: [["甲!A1", 12.5]],
  };
}

function* entities(): Iterable<HostileFile> {
  const declared = `<!DOCTYPE lolz [<!ENTITY a "haha">${Array.from(
    { length: 12 },
    (_, index) =>
      `<!ENTITY ${String.fromCharCode(98 + index)} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`,
  ).join("")}]>`;
  const outside =
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://example.org/y.dtd"> %y;]>';
  const unknown = ["workbook.unknown_entity"];
  for (const [kind, doctype, reference] of [
    ["a billion laughs", declared, "&m;"],
    ["an entity from outside", outside, "&x;"],
  ] as const) {
    yield {
      name: `${kind} in a sheet`,
      make: () =>
        rawBook({
          sheets: [
            [
              "甲",
              `<?xml version="1.0"?>${doctype}<worksheet xmlns="${mainNs}"><sheetData>${goodRow}<row r="2"><c r="A2" t="str"><v>${reference}</v></c></row></sheetData></worksheet>`,
            ],
          ],
        }),
      opens: true,
      issues: unknown,
      cells: [...goodCells, ["甲!A2", reference]],
    };
    yield {
      name: `${kind} in the shared strings`,
      make: () =>
        rawBook({
          sheets: [["甲", rows('<row><c t="s"><v>0</v></c></row>')]],
          strings: [],
          parts: {
            "xl/strings.xml": `<?xml version="1.0"?>${doctype}<sst xmlns="${mainNs}"><si><t>${reference}</t></si></sst>`,
          },
        }),
      opens: true,
      issues: unknown,
      cells: [["甲!A1", reference]],
    };
    yield {
      name: `${kind} in the workbook part`,
      make: () =>
        rawBook({
          parts: {
            "xl/workbook.xml": `<?xml version="1.0"?>${doctype}<workbook xmlns="${mainNs}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="x">${reference}</definedName></definedNames></workbook>`,
          },
        }),
      opens: true,
      issues: ["workbook.malformed_part"],
      cells: goodCells,
      names: [],
    };
  }
}

/** Formats that a library reads for us: it believes what it is told. */
function* otherFormats(): Iterable<HostileFile> {
  const ods = (content: string): Uint8Array =>
    rawZip([
      {
        name: "mimetype",
        data: "application/vnd.oasis.opendocument.spreadsheet",
        method: 0,
      },
      {
        name: "META-INF/manifest.xml",
        data: "<manifest:manifest/>",
      },
      {
        name: "content.xml",
        data: `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="甲">${content}</table:table></office:spreadsheet></office:body></office:document-content>`,
      },
    ]);
  const one =
    '<table:table-cell office:value-type="float" office:value="12.5"><text:p>12.5</text:p></table:table-cell>';
  const everywhere = one.replace(
    "<table:table-cell",
    '<table:table-cell table:number-columns-repeated="16384"',
  );
  yield {
    name: "an .ods whose blank cells fill the sheet",
    file: "x.ods",
    make: () =>
      ods(
        `<table:table-row>${one}</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
      ),
    opens: true,
    issues: [],
    cells: [["甲!A1", 12.5]],
  };
  yield {
    name: "an .ods whose value fills the sheet",
    file: "x.ods",
    make: () =>
      ods(
        `<table:table-row table:number-rows-repeated="1048576">${everywhere}</table:table-row>`,
      ),
    opens: true,
    issues: [{ code: "workbook.repeats_left_out", sheet: "甲" }],
    cells: [["甲!A1", 12.5]],
  };
  yield {
    name: "an .ods that grows to two gigabytes",
    file: "x.ods",
    make: () =>
      rawZip([
        {
          name: "mimetype",
          data: "application/vnd.oasis.opendocument.spreadsheet",
          method: 0,
        },
        { ...repeatedEntry("content.xml", twoGigabytes), size: 9 },
      ]),
    opens: false,
    issues: ["workbook.too_large"],
    mayAlso: ["workbook.unreadable"],
  };
  yield {
    name: "a page whose cell spans a million columns",
    make: () =>
      Buffer.from(
        "<html><body><table><tr><td>地区</td><td colspan=1000000000 rowspan=1000000000>12.5</td></tr><tr><td>甲</td></tr></table></body></html>",
      ),
    opens: true,
    issues: [],
  };
  yield {
    name: "an XML workbook whose cell is the last there is",
    file: "x.xls",
    make: () =>
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row><Cell><Data ss:Type="Number">12.5</Data></Cell></Row><Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
    opens: true,
    issues: [],
    cells: [
      ["甲!A1", 12.5],
      ["甲!XFD1048576", 1],
    ],
  };
  yield {
    name: "an XML workbook whose cell is merged over more than there is",
    file: "x.xls",
    make: () =>
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table ss:ExpandedColumnCount="999999999" ss:ExpandedRowCount="999999999"><Row ss:Span="99999999"><Cell ss:MergeAcross="99999999" ss:MergeDown="99999999"><Data ss:Type="Number">12.5</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
    opens: true,
    issues: [],
    cells: [["甲!A1", 12.5]],
  };
  yield refused(
    "an old workbook of a gigabyte, as it says",
    "workbook.unreadable",
    () =>
      compoundFile([
        {
          name: "Workbook",
          data: Uint8Array.of(
            9,
            8,
            16,
            0,
            0,
            6,
            5,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0xfc,
            0,
            0xff,
            0xff,
            0xff,
            0xff,
            0xff,
            0x7f,
            0xff,
            0xff,
            0xff,
            0x7f,
          ),
        },
      ]),
  );
}
