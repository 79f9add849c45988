import { strToU8 } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvRows } from "../../src/workbook/legacy/csv-rows.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { utf16 } from "./tiny-package.ts";

async function texts(
  content: string | Uint8Array,
  file = "a.csv",
): Promise<string[][]> {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  const { workbook } = await openWorkbook(bytes, { file });
  const rows: string[][] = [];
  for (const { row, column, raw } of workbook?.sheets[0]?.cells() ?? [])
    (rows[row] ??= [])[column] = raw;
  return rows;
}

function bigEndian(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++)
    new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at));
  return bytes;
}

const expected = [
  ["城市", "PM2.5"],
  ["大同", "31.0"],
  ["朔州", "28"],
];

describe("the delimiter", () => {
  it.each([",", "\t", ";", "|", "，"])("is found: %j", async (mark) => {
    expect(
      await texts(expected.map((row) => row.join(mark)).join("\r\n")),
    ).toEqual(expected);
  });

  it("is what Excel's first line says, which is no row", async () => {
    expect(await texts("sep=;\r\n城市;PM2.5\r\n大同;31.0\r\n朔州;28")).toEqual(
      expected,
    );
  });

  it("is found below a title of one cell, and with delimiters at the ends of lines", async () => {
    expect(
      await texts("2021年6月空气质量\n城市,PM2.5,\n大同,31.0,\n朔州,28,\n"),
    ).toEqual([["2021年6月空气质量"], ...expected]);
  });

  it("is not the comma of decimals", async () => {
    expect(await texts("大同;3,25\n朔州;2,80\n忻州;4,10\n")).toEqual([
      ["大同", "3,25"],
      ["朔州", "2,80"],
      ["忻州", "4,10"],
    ]);
  });

  it("is none in a single column", async () => {
    expect(await texts("城市\n大同\n朔州\n")).toEqual([
      ["城市"],
      ["大同"],
      ["朔州"],
    ]);
  });
});

describe("the encoding", () => {
  const text = "城市,指标\r\n大同市平城区,达标\r\n朔州市朔城区,未达标\r\n";
  const rows = [
    ["城市", "指标"],
    ["大同市平城区", "达标"],
    ["朔州市朔城区", "未达标"],
  ];
  it.each<[string, Uint8Array]>([
    ["UTF-8", strToU8(text)],
    ["UTF-8 with a mark", strToU8(`\ufeff${text}`)],
    ["UTF-16 LE with a mark", utf16(text)],
    ["UTF-16 LE without", utf16(text).subarray(2)],
    ["UTF-16 BE without", bigEndian(text)],
    ["UTF-16 BE with a mark", bigEndian(`\ufeff${text}`)],
  ])("%s", async (_name, bytes) => {
    expect(await texts(bytes)).toEqual(rows);
  });
});

describe("rows of fields", () => {
  function split(text: string, size: number): string[][] {
    const rows: string[][] = [];
    const reader = new CsvRows(",", (fields) => {
      rows.push([...fields]);
    });
    for (let at = 0; at < text.length; at += size)
      reader.push(text.slice(at, at + size));
    reader.finish();
    return rows;
  }

  it("are the same however the text is cut into pieces, and come back from being written", () => {
    const field = fc.stringMatching(/^[甲a1 ,"\r\n]{0,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.integer({ min: 1, max: 9 }),
        (rows, end, size) => {
          const text = rows
            .map((row) =>
              row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","),
            )
            .join(end);
          expect(split(text, size)).toEqual(rows);
        },
      ),
    );
  });

  it("take a quote within a field as it stands, and say where quotes do not match", async () => {
    expect(split('5"管,a\n"b"c,d\n', 3)).toEqual([
      ['5"管', "a"],
      ["bc", "d"],
    ]);
    const { issues } = await openWorkbook(strToU8('a,b\n1,"2\n3,4\n'), {
      file: "a.csv",
    });
    expect(issues).toMatchObject([
      { code: "workbook.csv_quotes", params: { row: 2 } },
    ]);
  });
});

describe("a long file", () => {
  it("can be stopped while it is decoded and while it is read", async () => {
    const bytes = strToU8("大同,31.0\n".repeat(200_000));
    for (const pauses of [1, 8]) {
      const signal = { aborted: false };
      let seen = 0;
      const { workbook, issues } = await openWorkbook(bytes, {
        file: "a.csv",
        signal,
        onProgress: () => {
          seen += 1;
          if (seen === pauses) signal.aborted = true;
        },
      });
      expect(workbook).toBeNull();
      expect(issues.map(({ code }) => code)).toEqual(["workbook.cancelled"]);
      expect(seen).toBe(pauses);
    }
  });

  it("keeps every row, whatever falls on the edge of a piece", async () => {
    const line = (index: number) =>
      `第${index}行,"甲,${index}\n乙",${index}.50`;
    const count = 40_000;
    const text = Array.from({ length: count }, (_, at) => line(at)).join("\r\n"); // prettier-ignore
    const { workbook, issues } = await openWorkbook(strToU8(text), {
      file: "a.csv",
    });
    expect(issues).toEqual([]);
    const sheet = workbook?.sheets[0];
    expect(sheet?.bounds?.bottom).toBe(count - 1);
    for (let row = 0; row < count; row += 97)
      expect([0, 1, 2].map((column) => sheet?.cellAt(row, column)?.raw)).toEqual([
        `第${row}行`,
        `甲,${row}\n乙`,
        `${row}.50`,
      ]); // prettier-ignore
  });
});
