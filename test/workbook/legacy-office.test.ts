import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isoToSerial } from "../../src/model/date-serial.ts";
import { describeFormat } from "../../src/model/number-format.ts";
import { cellRef, type Cell, type SheetView } from "../../src/model/sheet.ts";
import { openWorkbook, type OpenedWorkbook } from "../../src/workbook/open.ts";

/** Files LibreOffice made from one of ours; see the README beside them. */
const made: readonly (readonly [file: string, original: string])[] = [
  ["everything.xls", "test/fixtures/legacy/everything.xlsx"],
  ["everything.ods", "test/fixtures/legacy/everything.xlsx"],
  ["everything.fods", "test/fixtures/legacy/everything.xlsx"],
  ["ledger.xls", "data/examples/整改任务台账.xlsx"],
  ["ledger.ods", "data/examples/整改任务台账.xlsx"],
  ["monthly.xls", "data/examples/各市2021年6月重点工作月调度.xlsx"],
  ["monthly.ods", "data/examples/各市2021年6月重点工作月调度.xlsx"],
  [
    "ranking.xls",
    "data/examples/忻州市各县（市、区）2020年11月综合指数排名.xlsx",
  ],
  [
    "ranking.ods",
    "data/examples/忻州市各县（市、区）2020年11月综合指数排名.xlsx",
  ],
];

/** Cells that LibreOffice itself changed. */
const changed: Readonly<Record<string, readonly string[]>> = {
  // It writes 0 for the text a formula gives when it has not calculated anew.
  "everything.xls": ["汇总 表!E5"],
  // It writes truth values of cells without a format of their own as numbers.
  "everything.ods": ["汇总 表!E6", "汇总 表!B7", "汇总 表!C7"],
  "everything.fods": ["汇总 表!E6", "汇总 表!B7", "汇总 表!C7"],
};

async function open(path: string): Promise<OpenedWorkbook> {
  const { workbook, issues } = await openWorkbook(
    new Uint8Array(readFileSync(path)),
    { file: path },
  );
  expect(issues).toEqual([]);
  if (workbook === null) throw new Error(`${path} did not open`);
  return workbook;
}

/** A cell's value, an ISO date as the serial it stands for; null for an empty one. */
function valueOf(cell: Cell | undefined): string | number | boolean | null {
  if (cell === undefined || cell.value === "") return null;
  if (cell.type === "date")
    return Number(isoToSerial(String(cell.value), false)?.toPrecision(13));
  // LibreOffice writes 15 digits, of which a time takes the last.
  return typeof cell.value === "number"
    ? Number(cell.value.toPrecision(13))
    : cell.value;
}

function valuesOf(sheet: SheetView): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const cell of sheet.cells()) {
    const value = valueOf(cell);
    if (value !== null) found.set(cellRef(cell.row, cell.column), value);
  }
  return found;
}

/** Names people gave; those of print areas are kept in another place or twice. */
const given = ({ names }: OpenedWorkbook) =>
  names.filter(({ name }) => !/^_xlnm\.|^Excel_BuiltIn_/.test(name));

const area = ({ merges }: SheetView) =>
  merges.map((one) => JSON.stringify(one)).sort();

const hidden = (sheet: SheetView) => [
  Array.from({ length: 60 }, (_, at) => at).filter((at) => sheet.rowHidden(at)),
  Array.from({ length: 30 }, (_, at) => at).filter((at) =>
    sheet.columnHidden(at),
  ),
];

describe.each(made)("%s is read like its original", (file, original) => {
  it("in values, sheets, merged areas, what is hidden, and names", async () => {
    const legacy = await open(`test/fixtures/legacy/${file}`);
    const xlsx = await open(original);
    expect(legacy.writable).toBe(false);
    expect(given(legacy)).toEqual(given(xlsx));
    expect(legacy.sheets.map(({ name, state }) => [name, state])).toEqual(
      xlsx.sheets.map(({ name, state }) => [name, state]),
    );
    let compared = 0;
    for (const [index, sheet] of xlsx.sheets.entries()) {
      const twin = legacy.sheets[index];
      if (twin === undefined) throw new Error(`${sheet.name} is missing`);
      const skipped = new Set(
        (changed[file] ?? []).map((at) => at.replace(`${sheet.name}!`, "")),
      );
      const keep = (values: Map<string, unknown>) =>
        new Map([...values].filter(([at]) => !skipped.has(at)));
      const values = keep(valuesOf(sheet));
      expect(keep(valuesOf(twin))).toEqual(values);
      compared += values.size;
      expect(area(twin)).toEqual(area(sheet));
      expect(hidden(twin)).toEqual(hidden(sheet));
    }
    expect(compared).toBeGreaterThan(15);
  });

  it("in what its number formats mean, and in which cells are formulas", async () => {
    const legacy = await open(`test/fixtures/legacy/${file}`);
    const xlsx = await open(original);
    for (const [index, sheet] of xlsx.sheets.entries())
      for (const cell of sheet.cells()) {
        if (valueOf(cell) === null) continue;
        const at = `${sheet.name}!${cellRef(cell.row, cell.column)}`;
        const twin = legacy.sheets[index]?.cellAt(cell.row, cell.column);
        if (cell.type === "number")
          expect([at, describeFormat(twin?.format ?? "")]).toEqual([
            at,
            describeFormat(cell.format),
          ]);
        // `TRUE()` is a formula to one writer and a constant to the other.
        if (cell.type !== "boolean")
          expect([at, twin?.formula]).toEqual([at, cell.formula]);
      }
  });
});

describe("what stands beside cells", () => {
  it.each(["xls", "ods", "fods", "html"])(
    "notes and links are read from .%s",
    async (extension) => {
      const { sheets } = await open(
        `test/fixtures/legacy/everything.${extension}`,
      );
      expect(sheets[0]?.notes).toMatchObject([
        { row: 2, column: 1, text: expect.stringContaining("已审核") },
      ]);
      expect(
        sheets[0]?.hyperlinks.map(({ range, target, location }) => [
          range.top,
          target,
          location?.replace(".", "!") ?? null,
        ]),
      ).toEqual([
        [2, "http://example.com/a?b=1&c=2", null],
        [3, null, "'隐藏'!A1"],
      ]);
    },
  );
});

describe("text files of the same sheet", () => {
  it("hold the same texts in UTF-8 with commas and in GB18030 with tabs", async () => {
    const [a, b] = await Promise.all([
      open("test/fixtures/legacy/everything-utf8.csv"),
      open("test/fixtures/legacy/everything-gb18030.tsv"),
    ]);
    const [first] = a.sheets;
    const [second] = b.sheets;
    if (first === undefined || second === undefined)
      throw new Error("no sheet");
    expect(valuesOf(second)).toEqual(valuesOf(first));
    expect(first.cellAt(2, 4)?.value).toBe("第一行\n第二行");
    expect(first.cellAt(2, 2)?.raw).toBe("63.6%");
    expect(first.cellAt(19, 7)?.raw).toBe("-1,234,567.89");
  });

  it("and a page keeps exact numbers behind what it shows", async () => {
    const { sheets } = await open("test/fixtures/legacy/ranking.html");
    const original = await open(
      "data/examples/忻州市各县（市、区）2020年11月综合指数排名.xlsx",
    );
    const [page] = sheets;
    const [sheet] = original.sheets;
    if (page === undefined || sheet === undefined) throw new Error("no sheet");
    expect(valuesOf(page)).toEqual(valuesOf(sheet));
    expect(area(page)).toEqual(area(sheet));
  });
});
