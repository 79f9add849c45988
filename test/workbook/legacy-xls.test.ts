import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { SheetView } from "../../src/model/sheet.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { biffStream, f64, record, u16, u32, wide } from "./biff-stream.ts";

async function open(bytes: Uint8Array) {
  const { workbook, issues } = await openWorkbook(bytes, { file: "a.xls" });
  return { workbook, issues, codes: issues.map(({ code }) => code) };
}

async function sheet(
  records: readonly (readonly number[])[],
  globals: readonly (readonly number[])[] = [],
): Promise<SheetView> {
  const name = [1, ...wide("表")];
  const { workbook } = await open(biffStream([{ name, records }], globals));
  const [first] = workbook?.sheets ?? [];
  if (first === undefined) throw new Error("the stream did not open");
  return first;
}

const at = (row: number, column: number) => [
  ...u16(row),
  ...u16(column),
  ...u16(0),
];
const number = (row: number, column: number, value: number) =>
  record(0x0203, ...at(row, column), ...f64(value));
const values = (view: SheetView) => [...view.cells()].map(({ value }) => value);

describe("records of an .xls", () => {
  it("hold numbers in their short forms", async () => {
    const view = await sheet([
      record(0x027e, ...at(0, 0), ...u32(((-315 << 2) | 3) >>> 0)),
      record(
        0x00bd,
        ...u16(1),
        ...u16(2),
        ...u16(0),
        ...u32((28 << 2) | 2),
        ...u16(0),
        ...u32(0x3ff80000),
        ...u16(3),
      ),
    ]);
    expect(
      [...view.cells()].map(({ row, column, value }) => [row, column, value]),
    ).toEqual([
      [0, 0, -3.15],
      [1, 2, 28],
      [1, 3, 1.5],
    ]);
  });

  it("continue a shared text in the next record with characters of another width", async () => {
    const strings = [
      ...record(0x00fc, ...u32(2), ...u32(2), ...u16(4), 0, 0x50, 0x4d),
      ...record(0x003c, ...wide("优良"), ...u16(2), ...wide("大同")),
    ];
    const view = await sheet(
      [
        record(0x00fd, ...at(0, 0), ...u32(0)),
        record(0x00fd, ...at(0, 1), ...u32(1)),
      ],
      [strings],
    );
    expect(values(view)).toEqual(["PM优良", "大同"]);
  });

  it("name a missing shared text at its cell", async () => {
    const bytes = biffStream([
      {
        name: [1, ...wide("表")],
        records: [record(0x00fd, ...at(4, 1), ...u32(7))],
      },
    ]);
    const { issues, workbook } = await open(bytes);
    expect(issues).toMatchObject([
      { code: "workbook.missing_string", sheet: "表", cell: "B5" },
    ]);
    expect(workbook?.sheets[0]?.cellAt(4, 1)?.value).toBeNull();
  });

  it("keep a formula's result: number, text, truth, error", async () => {
    const tokens = [0x1e, ...u16(1), 0x1e, ...u16(2), 0x03];
    const formula = (column: number, result: readonly number[]) =>
      record(0x0006, ...at(0, column), ...result, ...u16(0), ...u32(0), ...u16(tokens.length), ...tokens); // prettier-ignore
    const special = (kind: number, value: number) => [
      kind, 0, value, 0, 0, 0, 0xff, 0xff,
    ]; // prettier-ignore
    const view = await sheet([
      formula(0, f64(3)),
      formula(1, special(0, 0)),
      record(0x0207, ...u16(2), ...wide("达标")),
      formula(2, special(1, 1)),
      formula(3, special(2, 0x07)),
    ]);
    expect(values(view)).toEqual([3, "达标", true, "#DIV/0!"]);
    expect([...view.cells()].map((cell) => cell.formula)).toEqual(
      Array.from({ length: 4 }, () => "1+2"),
    );
  });

  it("share a formula among cells, its references moved along", async () => {
    const exp = [0x01, ...u16(0), ...u16(1)];
    const cell = (row: number) =>
      record(0x0006, ...at(row, 1), ...f64(row), ...u16(8), ...u32(0), ...u16(5), ...exp); // prettier-ignore
    // One column to the left, same row; and $A$1.
    const tokens = [0x2c, ...u16(0), ...u16(0xc0ff), 0x24, ...u16(0), ...u16(0), 0x05]; // prettier-ignore
    const view = await sheet([
      cell(0),
      record(0x04bc, ...u16(0), ...u16(1), 1, 1, 0, 2, ...u16(tokens.length), ...tokens), // prettier-ignore
      cell(1),
    ]);
    expect([...view.cells()].map((one) => one.formula)).toEqual([
      "A1*$A$1",
      "A2*$A$1",
    ]);
  });

  it("leave a formula they cannot spell out without words, and its value as it is", async () => {
    const view = await sheet([
      record(0x0006, ...at(0, 0), ...f64(3), ...u16(0), ...u32(0), ...u16(2), 0x18, 0x55), // prettier-ignore
    ]);
    expect(view.cellAt(0, 0)).toMatchObject({ value: 3, formula: "" });
  });

  it("say merges, widths, and which rows and columns are hidden", async () => {
    const view = await sheet([
      record(0x007d, ...u16(1), ...u16(2), ...u16(2560), ...u16(0), ...u16(1)),
      record(0x0208, ...u16(3), ...u16(0), ...u16(1), ...u16(0), ...u32(0), ...u32(0x20)), // prettier-ignore
      number(3, 0, 1),
      record(0x00e5, ...u16(1), ...u16(0), ...u16(1), ...u16(0), ...u16(2)),
    ]);
    expect(view.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
    expect([view.columnHidden(2), view.columnWidth(1)]).toEqual([true, 10]);
    expect([view.rowHidden(2), view.rowHidden(3)]).toEqual([false, true]);
  });

  it("give Chinese formats, their own and the builtin ones", async () => {
    const code = '0.0"微克"';
    const view = await sheet(
      [
        record(0x0203, ...u16(0), ...u16(0), ...u16(0), ...f64(1)),
        record(0x0203, ...u16(0), ...u16(1), ...u16(1), ...f64(1)),
        record(0x0203, ...u16(0), ...u16(2), ...u16(2), ...f64(1)),
      ],
      [
        record(0x041e, ...u16(176), ...u16(code.length), ...wide(code)),
        ...[0, 176, 57].map((format) =>
          record(0x00e0, ...u16(0), ...u16(format), ...u32(0)),
        ),
      ],
    );
    expect([...view.cells()].map(({ format }) => format)).toEqual([
      "General",
      code,
      'yyyy"年"m"月"',
    ]);
  });

  it("are texts of the code page in the edition of 1995", async () => {
    const datong = [0xb4, 0xf3, 0xcd, 0xac];
    const bytes = biffStream(
      [
        {
          name: [4, ...datong],
          state: 2,
          records: [record(0x0204, ...at(0, 0), ...u16(4), ...datong)],
        },
      ],
      [record(0x0042, ...u16(936))],
      5,
    );
    const { workbook, codes } = await open(bytes);
    expect(codes).toEqual([]);
    expect(workbook?.sheets[0]).toMatchObject({
      name: "大同",
      state: "veryHidden",
    });
    expect(workbook?.sheets[0]?.cellAt(0, 0)?.value).toBe("大同");
  });

  it("count days from 1904 where the workbook does", async () => {
    const bytes = biffStream(
      [{ name: [1, ...wide("表")], records: [number(0, 0, 1)] }],
      [record(0x0022, ...u16(1))],
    );
    expect((await open(bytes)).workbook?.date1904).toBe(true);
  });
});

describe("an .xls that cannot be read to its end", () => {
  it("is called protected when it is", async () => {
    const bytes = biffStream(
      [{ name: [1, ...wide("表")], records: [number(0, 0, 1)] }],
      [record(0x002f, ...u16(1), ...u16(1))],
    );
    expect((await open(bytes)).codes).toEqual(["workbook.password"]);
  });

  it("gives what stands before the break, and says that it is cut", async () => {
    const whole = biffStream([
      {
        name: [1, ...wide("表")],
        records: [number(0, 0, 1), number(1, 0, 2), number(2, 0, 3)],
      },
    ]);
    const { workbook, codes } = await open(whole.slice(0, whole.length - 10));
    expect(codes).toEqual(["workbook.file_cut"]);
    expect(workbook?.sheets[0]?.cellAt(1, 0)?.value).toBe(2);
  });

  it("can be stopped on the way", async () => {
    const records = Array.from({ length: 20_000 }, (_, row) =>
      number(row % 60_000, 0, row),
    );
    const bytes = biffStream([{ name: [1, ...wide("表")], records }]);
    const signal = { aborted: false };
    const { workbook, issues } = await openWorkbook(bytes, {
      file: "a",
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    expect(workbook).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["workbook.cancelled"]);
  });
});

const root = resolve("../shared/corpus");
const corpus = existsSync(root)
  ? readdirSync(root, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".xls"))
      .sort()
  : [];
if (corpus.length === 0)
  console.warn("corpus .xls are skipped: ../shared/corpus is not there");

/** Files that open with nothing, and why. */
const closed: Readonly<Record<string, string>> = {
  "calamine/tests__too_small.xls": "workbook.is_plain_text",
  "poi/clusterfuzz-testcase-minimized-POIHSSFFuzzer-5175219985448960.xls":
    "workbook.unreadable",
};

describe.skipIf(corpus.length === 0)("every .xls of the corpus", () => {
  it("opens or says why, without a word to the console", async () => {
    const spies = (["log", "warn", "error"] as const).map((name) =>
      vi.spyOn(console, name),
    );
    for (const name of corpus) {
      const { workbook, codes } = await open(
        new Uint8Array(readFileSync(join(root, name))),
      );
      const reason = closed[name];
      expect([name, workbook === null, codes[0]]).toEqual([
        name,
        reason !== undefined,
        reason ?? codes[0],
      ]);
    }
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it("holds the values another reader finds", async () => {
    const library = await import("@e965/xlsx");
    library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
    vi.spyOn(console, "error").mockReturnValue(undefined);
    let compared = 0;
    for (const name of corpus.filter((one) => closed[one] === undefined)) {
      const bytes = new Uint8Array(readFileSync(join(root, name)));
      const { workbook } = await open(bytes);
      let other: import("@e965/xlsx").WorkBook;
      try {
        other = library.read(bytes, { type: "array", dense: true });
      } catch {
        continue;
      }
      for (const view of workbook?.sheets ?? [])
        for (const { row, column, type, value } of view.cells()) {
          const twin = other.Sheets[view.name]?.["!data"]?.[row]?.[column];
          if (type === "blank" || type === "error" || twin === undefined)
            continue;
          compared += 1;
          expect([name, view.name, row, column, value]).toEqual([
            name, view.name, row, column, twin.v ?? "",
          ]); // prettier-ignore
        }
    }
    vi.restoreAllMocks();
    expect(compared).toBeGreaterThan(30_000);
  });
});
