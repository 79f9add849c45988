import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CellLook, WorkbookView } from "../../src/model/sheet.ts";
import { readCellLooks } from "../../src/workbook/cell-looks.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { biffStream, f64, record, u16, u32, wide } from "./biff-stream.ts";

async function open(path: string): Promise<{
  readonly book: WorkbookView;
  readonly looks: readonly CellLook[];
}> {
  const bytes = new Uint8Array(readFileSync(path));
  const { workbook } = await openWorkbook(bytes, { file: path });
  if (workbook === null) throw new Error(`${path} did not open`);
  return {
    book: workbook,
    looks: workbook.looks ?? (await readCellLooks(bytes)),
  };
}

/** Fill and weight of every cell that holds something, by sheet and address. */
function shown({ book, looks }: Awaited<ReturnType<typeof open>>) {
  return new Map(
    book.sheets.flatMap((sheet) =>
      [...sheet.cells()].flatMap((cell) => {
        const look = looks[cell.style];
        return cell.type === "blank"
          ? []
          : [
              [
                `${sheet.name} ${cell.row} ${cell.column}`,
                `${look?.fill ?? "none"}${look?.bold === true ? " bold" : ""}`,
              ] as const,
            ];
      }),
    ),
  );
}

const pairs = [
  ["ledger", "整改任务台账"],
  ["monthly", "各市2021年6月重点工作月调度"],
  ["ranking", "忻州市各县（市、区）2020年11月综合指数排名"],
] as const;

describe.each(["xls", "ods"])("the looks of an .%s", (format) => {
  it.each(pairs)(
    "are those of the workbook it was made of: %s",
    async (name, example) => {
      const made = await open(`test/fixtures/legacy/${name}.${format}`);
      const from = await open(`data/examples/${example}.xlsx`);
      const [own, wanted] = [shown(made), shown(from)];
      expect(wanted.size).toBeGreaterThan(20);
      // Without any colour or weight the test would say nothing.
      expect(new Set(wanted.values()).size).toBeGreaterThan(1);
      expect(Object.fromEntries(own)).toEqual(Object.fromEntries(wanted));
    },
  );

  it.each(pairs)(
    "come with its merges and widths: %s",
    async (name, example) => {
      const { book: made } = await open(
        `test/fixtures/legacy/${name}.${format}`,
      );
      const { book: from } = await open(`data/examples/${example}.xlsx`);
      for (const sheet of from.sheets) {
        const own = made.sheets.find((other) => other.name === sheet.name);
        const byPlace = (merges: typeof sheet.merges) =>
          [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
        expect(byPlace(own?.merges ?? [])).toEqual(byPlace(sheet.merges));
        // An .ods states lengths, and how long a character is its font says.
        const ratios = Array.from(
          { length: (sheet.bounds?.right ?? 0) + 1 },
          (_, column) => {
            const wanted = sheet.columnWidth(column) ?? 0;
            const width = own?.columnWidth(column) ?? 0;
            return format === "ods" ? (width * 7 + 5) / wanted : width / wanted;
          },
        );
        expect(ratios.length).toBeGreaterThan(3);
        const [first = 0] = ratios;
        if (format === "xls") expect(first).toBe(1);
        for (const ratio of ratios)
          expect(Math.abs(ratio / first - 1)).toBeLessThan(0.01);
      }
    },
  );
});

describe("the styles of an .xls", () => {
  const font = (weight: number) =>
    record(0x0031, ...u16(200), ...u16(0), ...u16(0x7fff), ...u16(weight), ...u16(0), 0, 0, 0, 0, 1, 0, 0x41); // prettier-ignore
  const style = (fontAt: number, pattern: number, colour: number) =>
    record(0x00e0, ...u16(fontAt), ...u16(0), ...u16(1), 0, 0, 0, 0, ...u32(0), ...u32((pattern << 26) >>> 0), ...u16(colour)); // prettier-ignore
  const cell = (column: number, xf: number) =>
    record(0x0203, ...u16(0), ...u16(column), ...u16(xf), ...f64(1));

  it("count their fonts without a fifth, and take the workbook's own palette, wherever it stands", async () => {
    const globals = [
      ...[400, 400, 400, 400, 700].map(font),
      style(0, 0, 0),
      style(5, 1, 10),
      style(4, 1, 8),
      style(5, 2, 10),
      style(0, 1, 64),
      record(0x0092, ...u16(1), 0x12, 0x34, 0x56, 0),
    ];
    const bytes = biffStream(
      [
        {
          name: [1, ...wide("表")],
          records: [0, 1, 2, 3, 4].map((xf) => cell(xf, xf)),
        },
      ],
      globals,
    );
    const { workbook } = await openWorkbook(bytes, { file: "a.xls" });
    const cells = [...(workbook?.sheets[0]?.cells() ?? [])];
    expect(cells.map((one) => workbook?.looks?.[one.style])).toEqual([
      { fill: null, bold: false },
      { fill: "#ff0000", bold: true },
      { fill: "#123456", bold: true },
      // A pattern is no fill, and the window's colour is the reader's own.
      { fill: null, bold: true },
      { fill: null, bold: false },
    ]);
  });
});
