import fc from "fast-check";
import { expect, test } from "vitest";
import { putValues } from "../../src/lens/put.ts";
import type { Binding } from "../../src/model/binding.ts";
import type { SheetView } from "../../src/model/sheet.ts";
import { editedSheet, sheetOf, type TestCell } from "../sheet-of.ts";
import { bindSheet } from "./bound.ts";

const cities = ["太原市", "大同市", "阳泉市", "长治市", "晋城市", "朔州市"];

const figure = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 2 }))
  .map(([whole, decimals]) => (whole / 10 ** decimals).toFixed(decimals));

const anyValue: fc.Arbitrary<TestCell> = fc.oneof(
  figure.map(Number),
  figure,
  fc.constantFrom("—", "断流", "", null),
  figure.map((text) => ({ value: Number(text), format: "0.00" })),
);

/** A column head and the cells that may stand under it. */
interface Head {
  readonly head: string;
  readonly cells: fc.Arbitrary<TestCell>;
}

const heads: readonly Head[] = [
  {
    head: "PM2.5（μg/m³）",
    cells: fc.oneof(
      anyValue,
      fc.tuple(figure, figure).map(([a, b]) => `${a}（${b}）`),
      figure.map((text) => ({ value: Number(text), formula: "A1*2" })),
    ),
  },
  {
    head: "优良天数比例（%）",
    cells: fc.oneof(
      figure.map((text) => `${text}%`),
      fc
        .integer({ min: 1, max: 999 })
        .map((n) => ({ value: n / 1000, format: "0.0%" })),
      fc.constantFrom("—", null, ""),
      fc.integer({ min: 1, max: 100 }),
    ),
  },
  {
    head: "处罚金额（亿元）",
    cells: fc.oneof(
      anyValue,
      figure.map((text) => `${text}亿元`),
      figure.map((text) => `${text}万元`),
    ),
  },
  {
    head: "劣Ⅴ类断面数（个）",
    cells: fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }).map((n) => `${n}个`),
      fc.constantFrom("—", null),
    ),
  },
  {
    head: "劣Ⅴ类断面同比增减（个）",
    cells: fc
      .integer({ min: 0, max: 9 })
      .chain((n) => fc.constantFrom(`↓${n}个`, `增加${n}个`, -n, n, "持平")),
  },
  {
    head: "PM10同比下降（%）",
    cells: fc.oneof(
      figure.map(Number),
      figure.map((text) => `${text}%`),
    ),
  },
  {
    head: "水质类别",
    cells: fc.constantFrom("Ⅲ", "IV类", "劣Ⅴ", "二类", "断流", null),
  },
];

const sheets: fc.Arbitrary<SheetView> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...heads), {
      minLength: 1,
      maxLength: 5,
      selector: ({ head }) => head,
    }),
    fc.uniqueArray(fc.constantFrom(...cities), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
  )
  .chain(([columns, rows, transposed]) =>
    fc
      .tuple(...rows.map(() => fc.tuple(...columns.map(({ cells }) => cells))))
      .map((body) => {
        const table: TestCell[][] = transposed
          ? [
              ["指标", ...rows],
              ...columns.map(({ head }, at) => [
                head,
                ...body.map((cells) => cells[at]),
              ]),
            ]
          : [
              ["城市", ...columns.map(({ head }) => head)],
              ...body.map((cells, at) => [rows[at], ...cells]),
            ];
        return sheetOf([["2021年1—6月山西省各市情况表"], ...table]);
      }),
  );

function place({ row, column, slot }: Binding): string {
  return `${row} ${column} ${slot}`;
}

const classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"];

/** Another value for a slot, of its kind, drawn from `seed`. */
function another(binding: Binding, seed: number): number | string {
  if (binding.form.kind === "class") return classes[seed % 6] ?? "Ⅰ";
  return (
    Math.round(Math.sin(seed + binding.row * 7 + binding.column) * 1e6) / 1e4
  );
}

test("GetPut: filling with what was read edits nothing", () => {
  let bindings = 0;
  fc.assert(
    fc.property(sheets, (sheet) => {
      const { tables } = bindSheet(sheet);
      const { edits, refused } = putValues(
        tables,
        (_, { value, missing }) => ({ value, missing }),
        { onConflict: "write" },
      );
      expect(edits).toEqual([]);
      expect(refused).toEqual([]);
      for (const table of tables) bindings += table.bindings.length;
    }),
    { numRuns: 150 },
  );
  console.log(`GetPut held for ${bindings} bound cells`);
  expect(bindings).toBeGreaterThan(0);
});

test("PutGet: every writable slot changed reads back as filled, or was refused", () => {
  let written = 0;
  let refusals = 0;
  fc.assert(
    fc.property(sheets, fc.integer({ min: 1, max: 1e6 }), (sheet, seed) => {
      const before = bindSheet(sheet);
      const put = putValues(
        before.tables,
        (_, binding) => ({ value: another(binding, seed) }),
        { onConflict: "write" },
      );
      const after = bindSheet(editedSheet(sheet, put.edits));
      const values = new Map(
        after.tables.flatMap(({ bindings }) =>
          bindings.map((binding) => [place(binding), binding] as const),
        ),
      );
      const refused = new Set(put.refused.map(({ binding }) => place(binding)));
      refusals += refused.size;
      for (const binding of before.tables.flatMap(({ bindings }) => bindings)) {
        if (binding.role !== "value") continue;
        const read = values.get(place(binding));
        if (refused.has(place(binding)))
          expect(read?.value).toEqual(binding.value);
        else {
          expect(read?.value).toEqual(another(binding, seed));
          written += 1;
        }
        expect(read?.target).toEqual(binding.target);
      }
    }),
    { numRuns: 150 },
  );
  console.log(`PutGet held for ${written} written slots, ${refusals} refused`);
  expect(written).toBeGreaterThan(0);
});

test("PutPut: filling twice is filling once with the last data", () => {
  let written = 0;
  fc.assert(
    fc.property(sheets, fc.nat(1e6), fc.nat(1e6), (sheet, one, two) => {
      const fill = (on: SheetView, seed: number): SheetView => {
        const { edits } = putValues(
          bindSheet(on).tables,
          (_, binding) => ({ value: another(binding, seed) }),
          { onConflict: "write" },
        );
        written += edits.length;
        return editedSheet(on, edits);
      };
      const twice = bindSheet(fill(fill(sheet, one), two)).lines;
      const once = bindSheet(fill(sheet, two)).lines;
      // A value that the first filling could hold and the second could not stays.
      const differing = twice.filter((line, at) => line !== once[at]);
      const refused = putValues(
        bindSheet(fill(sheet, one)).tables,
        (_, binding) => ({ value: another(binding, two) }),
        { onConflict: "write" },
      ).refused.length;
      expect(differing.length).toBeLessThanOrEqual(refused);
    }),
    { numRuns: 60 },
  );
  expect(written).toBeGreaterThan(0);
});
