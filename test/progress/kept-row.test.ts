import { describe, expect, it, vi } from "vitest";
import { LazyFigures } from "../../src/progress/lazy-figures.ts";
import { ProgressRows } from "../../src/progress/progress-rows.ts";
import { plainRow } from "../../src/progress/row.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

const months = Array.from(
  { length: 24 },
  (_, at) =>
    `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
);

function keptMonths(): ProgressRows {
  const kept = new ProgressRows(
    smallCatalog([
      indicator("x.far", {
        formula: "air_pm25 + air_pm25",
        unit: "μg/m3",
        kind: "mean",
        decimals: 0,
      }),
    ]),
  );
  for (const [at, month] of months.entries())
    kept.add(observation("air.pm25", month, 20 + at, {}));
  kept.setTargets([
    target({
      id: "t",
      indicator: "air.pm25",
      comparator: "<=",
      goal: "25",
      unit: "μg/m3",
      from: "2020",
      deadline: "2021",
    }),
  ]);
  return kept;
}

const onDemand = [
  "source",
  "forecast",
  "outlook",
  "rest",
  "reasons",
  "trace",
] as const;

describe("a kept row", () => {
  it("holds figures and nothing it came from; as plain data it has it all", () => {
    const rows = keptMonths().rows("2021-06-30");
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const held = new Set(Object.keys(row));
      for (const name of onDemand) expect(held.has(name)).toBe(false);
      const plain = plainRow(row);
      expect(new Set(Object.keys(plain))).toEqual(
        new Set([...held, ...onDemand]),
      );
      for (const name of onDemand) expect(plain[name]).toEqual(row[name]);
      expect(structuredClone(plain)).toEqual(plain);
      expect(JSON.parse(JSON.stringify(row))).toEqual(
        JSON.parse(JSON.stringify(plain)),
      );
    }
  });

  it("of the latest figure of a formula has no earlier one computed", () => {
    const asked = vi.spyOn(LazyFigures.prototype, "get");
    try {
      const rows = keptMonths().rows("2021-06-30");
      expect(rows.find((row) => row.indicator === "x.far")?.period).toBe(
        "2021-06",
      );
      const figures = asked.mock.calls.map(([period]) => period);
      expect(new Set(figures)).toEqual(new Set(["2021-06"]));
    } finally {
      asked.mockRestore();
    }
  });

  it("tells what holds after an edit, though some of it was read before", () => {
    const kept = keptMonths();
    const of = () =>
      kept.rows("2021-06-30").find((row) => row.targetId === "t");
    const before = of();
    expect(before?.outlook).not.toBeUndefined();
    expect(before?.trace.length).toBeGreaterThan(0);
    // Another place for every later month, and another value.
    const edits = [
      observation("air.pm25", "2019-12", 90, {}),
      observation("air.pm25", "2021-06", 70, {}),
    ];
    for (const edited of edits) kept.set(edited.key, edited);
    const after = of();
    expect(after?.actual).not.toBe(before?.actual);
    expect(before?.trace).toEqual(after?.trace);
    expect(before?.reasons).toEqual(after?.reasons);
    expect(before?.outlook).toEqual(after?.outlook);
    expect(before?.rest).toEqual(after?.rest);
  });
});
