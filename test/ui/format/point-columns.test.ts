import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimalsShown,
  mostAligned,
  pointClasses,
} from "../../../src/ui/format/point-classes.ts";
import { PointColumns } from "../../../src/ui/format/point-columns.ts";

const text = fc.oneof(
  fc.constantFrom("—", "", "≤ 44", "+3.4", "-0.25", "1234567"),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((x) => x.toFixed(3)),
  fc.integer().map(String),
);

/** Digits a figure's classes keep free after it, its point included. */
function kept(classes: readonly string[]): number {
  const digits = Number(/pad-(\d)/.exec(classes.join(" "))?.[1] ?? "0");
  return digits + (classes.includes("no-point") ? 0.5 : 0);
}

describe("columns of figures", () => {
  it("stand with their points under each other, whatever they show", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (rows) => {
        const columns = new PointColumns<string, "value">(
          ["value"],
          (row) => row,
        );
        columns.take(rows);
        const edges = rows
          .filter((row) => /\d/.test(row))
          .map((row) => {
            const own = decimalsShown(row);
            return (
              own + (own > 0 ? 0.5 : 0) + kept(columns.classes(row, "value"))
            );
          });
        expect(new Set(edges).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("move nothing that shows no figure, nor past six digits", () => {
    const columns = new PointColumns<string, "value">(["value"], (row) => row);
    columns.take(["—", "0.123456789"]);
    expect(columns.classes("—", "value")).toEqual([]);
    expect(columns.classes("3", "value")).toEqual([
      `pad-${mostAligned}`,
      "no-point",
    ]);
    expect(pointClasses(8, 9)).toEqual([]);
  });

  it("tell which of them stand elsewhere with other rows", () => {
    const columns = new PointColumns<readonly string[], "a" | "b">(
      ["a", "b"],
      ([a = "", b = ""], field) => (field === "a" ? a : b),
    );
    expect(columns.take([["1", "2"]])).toEqual([]);
    expect(columns.take([["1.5", "3"]])).toEqual(["a"]);
    expect(columns.take([["2.5", "4"]])).toEqual([]);
  });
});
