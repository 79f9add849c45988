import { expect, test } from "vitest";
import { putValues } from "../../src/lens/put.ts";
import { cellRef } from "../../src/model/sheet.ts";
import { bound } from "./bound.ts";

const form = bound([
  ["2021年6月山西省空气质量"],
  ["城市", "PM2.5(μg/m³)", "综合指数", "优良天数（天）"],
  [
    "太原市",
    { value: 56, format: "0" },
    "3.25（3.76）",
    { value: 20, formula: "1+19" },
  ],
  ["大同市", null, "—", undefined],
]);

function put(
  give: (cell: string, slot: number) => number | string | null | undefined,
  onConflict: "keep" | "write" | "fail" = "write",
) {
  return putValues(
    form.tables,
    (_, binding) => {
      const value = give(cellRef(binding.row, binding.column), binding.slot);
      return value === undefined ? undefined : { value };
    },
    { onConflict },
  );
}

test("an empty cell, a placeholder and a crossing without a cell are filled", () => {
  const { edits, unchanged } = put((cell) =>
    cell === "B4" ? 33 : cell === "C4" ? 3.9 : cell === "D4" ? 28 : undefined,
  );
  expect(edits).toEqual([
    {
      sheet: "Sheet1",
      row: 3,
      column: 1,
      reason: "fill",
      kind: "number",
      value: 33,
      text: "33",
    },
    {
      sheet: "Sheet1",
      row: 3,
      column: 2,
      reason: "fill",
      kind: "number",
      value: 3.9,
      text: "3.9",
    },
    {
      sheet: "Sheet1",
      row: 3,
      column: 3,
      reason: "fill",
      kind: "number",
      value: 28,
      text: "28",
    },
  ]);
  expect(unchanged).toBe(4);
});

test("a cell of two slots is written whole", () => {
  expect(
    put((cell, slot) => (cell === "C3" && slot === 0 ? 3.1 : undefined)).edits,
  ).toMatchObject([{ kind: "text", value: "3.10（3.76）" }]);
});

test("a formula is left alone, and refused when its value would change", () => {
  const { edits, refused } = put((cell) => (cell === "D3" ? 21 : undefined));
  expect(edits).toEqual([]);
  expect(refused).toMatchObject([{ code: "lens.read_only", value: 21 }]);
  expect(put((cell) => (cell === "D3" ? 20 : undefined)).refused).toEqual([]);
});

test("null leaves the cell and is listed", () => {
  const { edits, unfilled } = put((cell) => (cell === "B3" ? null : undefined));
  expect(edits).toEqual([]);
  expect(unfilled.map(({ row, column }) => cellRef(row, column))).toEqual([
    "B3",
    "B4",
    "C4",
    "D4",
  ]);
});

test("conflicts are kept, written, or stop everything", () => {
  const give = (cell: string) =>
    cell === "B3" ? 57 : cell === "B4" ? 33 : undefined;
  const kept = put(give, "keep");
  expect(kept.conflicts).toHaveLength(1);
  expect(kept.edits).toMatchObject([{ row: 3, column: 1, value: 33 }]);
  expect(put(give, "write").edits).toHaveLength(2);
  const failed = put(give, "fail");
  expect(failed.edits).toEqual([]);
  expect(failed.conflicts).toHaveLength(1);
});

test("digits that the format hides are stored and reported", () => {
  const { edits, issues } = put((cell) => (cell === "B3" ? 56.25 : undefined));
  expect(edits).toMatchObject([{ value: 56.25, text: "56.25" }]);
  expect(issues).toMatchObject([
    { code: "lens.rounded_display", severity: "info", cell: "B3" },
  ]);
});

test("rows that share a merged cell must agree", () => {
  const { tables } = bound(
    [
      ["2021年山西省空气质量"],
      ["城市", "PM2.5目标(μg/m³)"],
      ["太原市", 40],
      ["大同市", undefined],
    ],
    { merges: ["B3:B4"] },
  );
  const fill = (values: readonly number[]) =>
    putValues(tables, (_, { slot }) => ({ value: values[slot] ?? null }), {
      onConflict: "write",
    });
  expect(fill([41, 41]).edits).toMatchObject([
    { row: 2, column: 1, value: 41 },
  ]);
  expect(fill([41, 42]).edits).toEqual([]);
  expect(fill([41, 42]).refused.map(({ code }) => code)).toEqual([
    "lens.slots_differ",
    "lens.slots_differ",
  ]);
});
