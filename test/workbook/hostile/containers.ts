import { deflateRawSync, inflateRawSync } from "node:zlib";
import {
  goodCells,
  harmless,
  refused,
  type HostileFile,
} from "./hostile-file.ts";
import { noise } from "./not-workbooks.ts";
import {
  changed,
  goodRow,
  mainNs,
  rawBook,
  rawEntries,
  rels,
  rows,
  worksheet,
} from "./raw-book.ts";
import { bytesOf, rawZip, type RawEntry } from "./raw-zip.ts";

const sheet = "xl/worksheets/sheet1.xml";

/** Zips that lie, are cut, or are written as nobody else writes them. */
export function* containers(): Iterable<HostileFile> {
  yield* cutZips();
  yield* oddButTrue();
  yield* lies();
  yield* names();
}

function* cutZips(): Iterable<HostileFile> {
  const whole = rawBook();
  const { length } = whole;
  for (const at of [5, 29, 30, 60, 200, length >> 1, length - 400])
    yield refused(`a zip cut after ${at} bytes`, "workbook.damaged_zip", () =>
      whole.subarray(0, at),
    );
  for (const missing of [1, 2, 21, 22, 40, 300])
    yield refused(
      `a zip that lacks its last ${missing} bytes`,
      "workbook.damaged_zip",
      () => whole.subarray(0, length - missing),
    );
  yield refused("a zip without its middle", "workbook.damaged_zip", () =>
    Buffer.concat([whole.subarray(0, 300), whole.subarray(500)]),
  );
}

function* oddButTrue(): Iterable<HostileFile> {
  const entries = rawEntries();
  yield harmless("an ordinary workbook", () => rawZip(entries));
  yield harmless("stored parts", () =>
    rawZip(changed(entries, (entry) => ({ ...entry, ...unpacked(entry) }))),
  );
  yield harmless("sizes behind the data", () =>
    rawZip(changed(entries, (entry) => ({ ...entry, descriptor: true }))),
  );
  yield harmless("zip64 throughout", () =>
    rawZip(
      changed(entries, (entry) => ({ ...entry, zip64: true })),
      { zip64: {} },
    ),
  );
  yield harmless("a comment of 65,535 bytes", () =>
    rawZip(entries, { comment: new Uint8Array(65535).fill(0x50) }),
  );
  yield harmless("a comment that ends like a zip", () =>
    rawZip(entries, {
      comment: Buffer.concat([bytesOf("PK\u0005\u0006"), new Uint8Array(18)]),
    }),
  );
  yield harmless("bytes in front of the zip", () =>
    rawZip(entries, { before: noise(3000) }),
  );
  yield harmless("a text in front of the zip", () =>
    rawZip(entries, { before: bytesOf("HTTP/1.1 200 OK\r\n\r\n") }),
  );
  yield harmless("bytes behind the zip", () =>
    rawZip(entries, { after: noise(3000) }),
  );
  yield harmless("zeros behind the zip", () =>
    rawZip(entries, { after: new Uint8Array(512) }),
  );
  yield harmless("bytes between the parts and the directory", () =>
    rawZip(entries, { between: noise(100) }),
  );
  yield harmless("a directory in front that is not the last", () =>
    rawZip(entries, {
      before: rawBook({ sheets: [["乙", rows(goodRow)]] }),
    }),
  );
  yield harmless("a name of 65,535 bytes", () =>
    rawZip([...entries, { name: "n".repeat(65535), data: "" }]),
  );
  yield harmless("20,000 entries", () =>
    rawZip([...entries, ...filling(20_000 - entries.length)]),
  );
  yield harmless("an extra field that says it is longer than it is", () =>
    rawZip(
      changed(entries, (entry) => ({
        ...entry,
        extra: Uint8Array.of(1, 0, 0xff, 0xff, 0, 0, 0, 0),
      })),
    ),
  );
  yield harmless("sizes that are understated", () =>
    rawZip(changed(entries, (entry) => ({ ...entry, size: 3 }), sheet)),
  );
  yield harmless("sizes that are overstated", () =>
    rawZip(changed(entries, (entry) => ({ ...entry, size: 3_000_000 }), sheet)),
  );
  yield harmless("bytes behind the end of a deflate stream", () =>
    rawZip(
      changed(
        rawEntries({ sheets: [["甲", rows(goodRow)]] }),
        (entry) => ({
          ...entry,
          packed: Buffer.concat([entry.packed ?? bytesOf(""), noise(40)]),
        }),
        sheet,
      ),
    ),
  );
}

function* lies(): Iterable<HostileFile> {
  const entries = rawEntries();
  const damaged = (name: string, make: () => Uint8Array): HostileFile =>
    refused(name, "workbook.damaged_zip", make);
  yield refused("20,001 entries", "workbook.too_many_entries", () =>
    rawZip([...entries, ...filling(20_001 - entries.length)]),
  );
  yield refused("a zip64 count of 2^53 - 1", "workbook.too_many_entries", () =>
    rawZip(entries, { zip64: { count: Number.MAX_SAFE_INTEGER } }),
  );
  yield damaged("a zip64 directory size of 2^53 - 1", () =>
    rawZip(entries, { zip64: { size: Number.MAX_SAFE_INTEGER } }),
  );
  yield damaged("a count that leaves entries out", () =>
    rawZip(entries, { count: entries.length - 1 }),
  );
  yield damaged("a count of none", () => rawZip(entries, { count: 0 }));
  yield damaged("a count of one too many", () =>
    rawZip(entries, { count: entries.length + 1 }),
  );
  yield damaged("a directory size of 2^32 - 2", () =>
    rawZip(entries, { directorySize: 0xfffffffe }),
  );
  yield damaged("a directory place beyond the end", () =>
    rawZip(entries, { directoryOffset: 0x7fffffff }),
  );
  yield damaged("a part that lies beyond the end", () =>
    rawZip(
      changed(entries, (entry) => ({ ...entry, offset: 0x7fffffff }), sheet),
    ),
  );
  yield damaged("a part that lies where none is", () =>
    rawZip(changed(entries, (entry) => ({ ...entry, offset: 7 }), sheet)),
  );
  yield damaged("two parts in one place", () =>
    rawZip(changed(entries, (entry) => ({ ...entry, offset: 0 }), sheet)),
  );
  yield damaged("a part that runs into the next", () =>
    rawZip(
      changed(
        entries,
        (entry) => ({ ...entry, compressedSize: 600 }),
        "_rels/.rels",
      ),
    ),
  );
  yield damaged("a part of 4 GB, as it says", () =>
    rawZip(
      changed(entries, (entry) => ({ ...entry, compressedSize: 4e9 }), sheet),
    ),
  );
  yield refused(
    "a part that says it inflates to 4 GB",
    "workbook.too_large",
    () => rawZip(changed(entries, (entry) => ({ ...entry, size: 4e9 }), sheet)),
  );
  yield {
    name: "a wrong check sum",
    make: () =>
      rawZip(changed(entries, (entry) => ({ ...entry, crc: 7 }), sheet)),
    opens: true,
    issues: ["workbook.bad_checksum"],
    cells: goodCells,
  };
  for (const [method, label] of [
    [9, "deflate64"],
    [12, "bzip2"],
    [99, "AES"],
  ] as const)
    yield {
      name: `a sheet packed as ${label}`,
      make: () =>
        rawZip(changed(entries, (entry) => ({ ...entry, method }), sheet)),
      opens: true,
      issues: [
        "workbook.unknown_compression",
        { code: "workbook.sheet_truncated", sheet: "甲" },
      ],
      count: 0,
    };
  yield refused("parts behind a password", "workbook.password", () =>
    rawZip(changed(entries, (entry) => ({ ...entry, flags: 1 }))),
  );
  yield {
    name: "a sheet behind a password",
    make: () =>
      rawZip(changed(entries, (entry) => ({ ...entry, flags: 1 }), sheet)),
    opens: true,
    issues: [
      "workbook.encrypted_part",
      { code: "workbook.sheet_truncated", sheet: "甲" },
    ],
    count: 0,
  };
  yield {
    name: "a sheet that is no deflate stream",
    make: () =>
      rawZip(
        changed(
          entries,
          (entry) => ({ ...entry, packed: new Uint8Array(500).fill(0xff) }),
          sheet,
        ),
      ),
    opens: true,
    issues: [
      "workbook.damaged_part",
      { code: "workbook.sheet_truncated", sheet: "甲" },
    ],
    count: 0,
  };
  yield {
    name: "a sheet whose deflate stream breaks off",
    make: () =>
      rawZip(
        changed(
          rawEntries({
            sheets: [
              ["甲", rows(goodRow, ["<row><c><v>1</v></c></row>", 5000])],
            ],
          }),
          (entry) => ({
            ...entry,
            packed: (entry.packed ?? bytesOf("")).subarray(0, 200),
          }),
          sheet,
        ),
      ),
    opens: true,
    issues: [{ code: "workbook.sheet_truncated", sheet: "甲" }],
    mayAlso: ["workbook.bad_checksum", "workbook.damaged_part"],
  };
  yield {
    name: "shared strings whose deflate stream breaks off",
    make: () => {
      const strings = deflateRawSync(
        Buffer.from(
          `<sst xmlns="${mainNs}"><si><t>达标</t></si>${Array.from({ length: 5000 }, (_, index) => `<si><t>${index * 7919}</t></si>`).join("")}</sst>`,
        ),
      );
      return rawBook({
        sheets: [
          [
            "甲",
            rows(
              '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>5000</v></c></row>',
            ),
          ],
        ],
        strings: [],
        parts: {
          "xl/strings.xml": {
            name: "xl/strings.xml",
            packed: new Uint8Array(strings.subarray(0, 9000)),
            method: 8,
          },
        },
      });
    },
    opens: true,
    issues: [{ code: "workbook.missing_string", sheet: "甲", cell: "C1" }],
    mayAlso: [
      "workbook.bad_checksum",
      "workbook.damaged_part",
      "workbook.strings_truncated",
    ],
    complains: true,
    cells: goodCells,
  };
  yield {
    name: "two entries of one name",
    make: () =>
      rawZip([
        ...entries,
        ...rawEntries({ sheets: [["甲", rows()]] }).filter(
          ({ name }) => name === sheet,
        ),
      ]),
    opens: true,
    issues: ["workbook.duplicate_entry"],
    cells: goodCells,
  };
  yield {
    name: "two entries whose names differ in case",
    make: () =>
      rawZip([...entries, { name: "XL/Worksheets/SHEET1.xml", data: "" }]),
    opens: true,
    issues: ["workbook.duplicate_entry"],
    cells: goodCells,
  };
}

/** Names of entries and targets of relationships. */
function* names(): Iterable<HostileFile> {
  const renamed = (change: (name: string) => string): Uint8Array =>
    rawZip(
      rawEntries().map((entry) => ({
        ...entry,
        name: change(String(entry.name)),
      })),
    );
  const target = (to: string): Uint8Array =>
    rawBook({
      parts: { "xl/_rels/workbook.xml.rels": rels(["worksheet", to]) },
    });
  yield harmless("names with backslashes", () =>
    renamed((name) => name.replaceAll("/", "\\")),
  );
  yield harmless("names in capitals", () =>
    renamed((name) => name.toUpperCase()),
  );
  yield harmless("names from the root", () => renamed((name) => `/${name}`));
  yield harmless("names with dots", () =>
    renamed((name) => name.replace("xl/", "./xl/../xl/")),
  );
  yield harmless("names that lead out of the package", () =>
    renamed((name) => `../../${name}`),
  );
  yield harmless("names with percent signs", () =>
    renamed((name) => name.replace("sheet1", "%73heet%31")),
  );
  for (const to of [
    "/xl/worksheets/sheet1.xml",
    "\\xl\\worksheets\\sheet1.xml",
    "worksheets\\sheet1.xml",
    "WorkSheets/Sheet1.XML",
    "./worksheets/./sheet1.xml",
    "../xl/worksheets/sheet1.xml",
    "../../../../xl/worksheets/sheet1.xml",
    "worksheets/../worksheets/sheet1.xml",
    "worksheets/%73heet1.xml",
    "worksheets//sheet1.xml",
    "worksheets/sheet1.xml#A1",
  ])
    yield harmless(`a target of ${to}`, () => target(to));
  for (const to of [
    "",
    "/",
    "..",
    "worksheets/",
    "%",
    "%zz/sheet1.xml",
    "file:///etc/passwd",
    "http://example.org/sheet1.xml",
    "../../etc/passwd",
    "__proto__",
  ])
    yield {
      name: `a target of ${to === "" ? "nothing" : to}`,
      make: () => target(to),
      opens: true,
      issues: [
        { code: "workbook.sheet_missing", sheet: "甲" },
        "workbook.no_sheets",
      ],
      sheets: [],
    };
  yield {
    name: "a sheet that lies outside",
    make: () =>
      rawBook({
        parts: {
          "xl/_rels/workbook.xml.rels": rels([
            "worksheet",
            "worksheets/sheet1.xml",
            'TargetMode="External"',
          ]),
        },
      }),
    opens: true,
    issues: [
      { code: "workbook.sheet_missing", sheet: "甲" },
      "workbook.no_sheets",
    ],
    sheets: [],
  };
  yield harmless("parts that refer to each other in a circle", () =>
    rawBook({
      parts: {
        "_rels/.rels": rels(
          ["officeDocument", "xl/workbook.xml"],
          ["officeDocument", "_rels/.rels"],
        ),
        "xl/worksheets/_rels/sheet1.xml.rels": rels(
          ["table", "sheet1.xml"],
          ["comments", "sheet1.xml"],
          ["worksheet", "../workbook.xml"],
        ),
      },
    }),
  );
  yield refused(
    "a workbook part that is its own relationships",
    "workbook.unreadable",
    () =>
      rawBook({
        parts: { "_rels/.rels": rels(["officeDocument", "_rels/.rels"]) },
      }),
  );
  yield harmless("no relationships of the package", () =>
    rawBook({ parts: { "_rels/.rels": undefined } }),
  );
  yield harmless("no content types", () =>
    rawBook({ parts: { "[Content_Types].xml": undefined } }),
  );
  yield refused("no workbook part", "workbook.zip_without_workbook", () =>
    rawBook({ parts: { "xl/workbook.xml": undefined } }),
  );
  yield {
    name: "two sheets of one part",
    make: () =>
      rawBook({
        sheets: [
          ["甲", rows(goodRow)],
          ["乙", rows()],
        ],
        parts: {
          "xl/_rels/workbook.xml.rels": rels(
            ["worksheet", "worksheets/sheet1.xml"],
            ["worksheet", "worksheets/sheet1.xml"],
          ),
        },
      }),
    opens: true,
    issues: [{ code: "workbook.sheet_repeated", sheet: "乙" }],
    sheets: ["甲"],
    cells: goodCells,
  };
  yield {
    name: "a sheet by a relationship of no known kind",
    make: () =>
      rawBook({
        parts: {
          "xl/_rels/workbook.xml.rels": rels(["1e9", "worksheets/sheet1.xml"]),
        },
      }),
    opens: true,
    issues: [
      { code: "workbook.sheet_missing", sheet: "甲" },
      "workbook.no_sheets",
    ],
    sheets: [],
  };
  yield {
    name: "relationships in an element that is no word",
    make: () =>
      rawBook({
        parts: {
          "xl/_rels/workbook.xml.rels": Buffer.concat([
            bytesOf(rels(["worksheet", "worksheets/sheet1.xml"]).slice(0, -16)),
            bytesOf("<Rel"),
            Uint8Array.of(0xff),
            bytesOf("x/></Relationships>"),
          ]),
        },
      }),
    opens: true,
    issues: ["workbook.malformed_part"],
    cells: goodCells,
  };
  yield {
    name: "styles and strings that are not there",
    make: () =>
      rawBook({
        sheets: [["甲", rows('<row><c t="s"><v>0</v></c></row>')]],
        strings: [],
        styles: [],
        parts: { "xl/strings.xml": undefined, "xl/styles.xml": undefined },
      }),
    opens: true,
    issues: [
      "workbook.part_missing",
      { code: "workbook.missing_string", sheet: "甲", cell: "A1" },
    ],
    cells: [["甲!A1", null]],
  };
  yield {
    name: "a sheet that is the workbook part",
    make: () => target("workbook.xml"),
    opens: true,
    issues: [{ code: "workbook.sheet_truncated", sheet: "甲" }],
    count: 0,
  };
  yield {
    name: "an empty worksheet part",
    make: () => rawBook({ sheets: [["甲", ""]] }),
    opens: true,
    issues: [{ code: "workbook.sheet_truncated", sheet: "甲" }],
    count: 0,
  };
  yield {
    name: "a worksheet with nothing in it",
    make: () => rawBook({ sheets: [["甲", worksheet()]] }),
    opens: true,
    issues: [],
    count: 0,
  };
}

function filling(count: number): RawEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `f/${index}`,
    data: "",
    method: 0,
  }));
}

/** A repeated entry has only its packed bytes; stored ones need the text. */
function unpacked(entry: RawEntry): Partial<RawEntry> {
  if (entry.packed === undefined) return { method: 0 };
  const data = inflateRawSync(entry.packed);
  return { method: 0, data, packed: data };
}
