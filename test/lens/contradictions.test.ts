import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellRef } from "../../src/model/sheet.ts";
import { bound } from "./bound.ts";

const cells = (rows: Parameters<typeof bound>[0]): readonly string[] =>
  bound(rows)
    .tables.flatMap(({ bindings }) => bindings)
    .filter(({ role }) => role === "value")
    .map(({ row, column }) => cellRef(row, column));

const asked = (rows: Parameters<typeof bound>[0]): readonly string[] =>
  bound(rows)
    .tables.flatMap(({ unmatched }) => unmatched)
    .map(({ role, cell }) => `${role} ${cell}`);

describe("two cells that state one key differently", () => {
  test("two columns of one name are asked about, and neither counts", () => {
    const rows = [
      ["2021年大同市PM2.5浓度"],
      ["县区", "PM2.5", "PM10", "PM2.5"],
      ["平城区", 30, 60, 31],
      ["云冈区", 40, 70, 40],
    ];
    expect(cells(rows)).toEqual(["C3", "C4"]);
    expect(asked(rows)).toEqual(["indicator B2", "indicator D2"]);
  });

  test("columns that say the same may stand twice", () => {
    const rows = [
      ["2021年大同市PM2.5浓度"],
      ["县区", "PM2.5", "PM2.5"],
      ["平城区", 30, 30],
      ["云冈区", 40, null],
    ];
    expect(cells(rows)).toEqual(["B3", "C3", "B4", "C4"]);
    expect(asked(rows)).toEqual([]);
  });

  test("a region with two values is asked about, and its neighbours stand", () => {
    const rows = [
      ["2021年大同市PM2.5浓度"],
      ["县区", "PM2.5"],
      ["平城区", 30],
      ["云冈区", 40],
      ["平城区", 33],
    ];
    expect(cells(rows)).toEqual(["B4"]);
    expect(asked(rows)).toEqual(["region A5"]);
  });

  test("no two certain bindings of a table ever disagree", () => {
    const region = fc.constantFrom("平城区", "云冈区", "左云县", "合计");
    const header = fc.constantFrom("PM2.5", "PM10", "SO2", "PM2.5浓度");
    fc.assert(
      fc.property(
        fc.array(header, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(region, fc.array(fc.integer({ min: 1, max: 4 }))), {
          minLength: 1,
          maxLength: 8,
        }),
        (headers, body) => {
          const { tables } = bound([
            ["2021年大同市空气质量"],
            ["县区", ...headers],
            ...body.map(([name, values]) => [
              name,
              ...headers.map((_, index) => values[index] ?? null),
            ]),
          ]);
          const values = new Map<string, unknown>();
          for (const { bindings } of tables)
            for (const { role, target, value } of bindings) {
              if (role !== "value" || target.type !== "observation") continue;
              if (value === null) continue;
              const key = JSON.stringify(target.key);
              if (values.has(key)) expect(value).toBe(values.get(key));
              values.set(key, value);
            }
        },
      ),
    );
  });
});

test("where one share may be a bare fraction, the 1 below it may be one too", () => {
  const rows = [
    ["2021年大同市优良天数比例"],
    ["县区", "优良天数比例(%)"],
    ["平城区", 0.985],
    ["云冈区", 1],
    ["左云县", 97.1],
  ];
  expect(cells(rows)).toEqual(["B5"]);
  expect(asked(rows)).toEqual(["unit B2"]);
});
