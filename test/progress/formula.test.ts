import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFractions, fractionOf } from "../../src/model/fraction.ts";
import {
  type FormulaValue,
  evaluateFormula,
  parseFormula,
} from "../../src/progress/formula.ts";
import { fractionNumber } from "../../src/progress/fraction-number.ts";

function run(
  text: string,
  values: Readonly<Record<string, number>> = {},
): number | string {
  const formula = parseFormula(text);
  if (formula.kind === "error") return formula.code;
  const known = new Map(Object.entries(values));
  const result = evaluateFormula(formula, (name): FormulaValue => {
    const value = known.get(name);
    return value === undefined
      ? { kind: "missing", reason: "progress.input_missing", name }
      : { kind: "value", value: fractionOf(value) };
  });
  return result.kind === "value" ? fractionNumber(result.value) : result.reason;
}

describe("formulas", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["-(2 - 5) / 2", 1.5],
    ["+4", 4],
    ["0.1 + 0.2", 0.3],
    ["9 / 58 * 100", 15.51724137931],
    ["（9 － 1）× 2 ÷ 4", 4],
  ])("compute %s", (text, value) => {
    expect(run(text)).toBe(value);
  });

  it("read names, Chinese ones too", () => {
    expect(
      run("water_worse5_n / water_sections * 100", {
        water_worse5_n: 9,
        water_sections: 45,
      }),
    ).toBe(20);
    expect(run("劣Ⅴ断面 / 断面总数", { 劣Ⅴ断面: 1, 断面总数: 4 })).toBe(0.25);
  });

  it("carry a missing name through, and are missing when they divide by zero", () => {
    expect(run("a + b", { a: 1 })).toBe("progress.input_missing");
    expect(run("a / (a - a)", { a: 1 })).toBe("progress.division_by_zero");
  });

  it.each([
    "a.constructor",
    "a = 1",
    "f(x) = x",
    "[1, 2]",
    "{a: 1}",
    "9^9^9",
    "9!",
    "a'",
    "1:3",
    "1; 2",
    "a % b",
    "",
    "1e999",
    "2e3",
    "a ? 1 : 2",
    "a && 1",
    "a | 1",
    "a \\ b",
    "a.'b'",
    "\u202ea",
    "a\u200b",
    "a\u0301",
  ])("refuse %j by name", (text) => {
    expect(run(text)).toBe("progress.formula_not_allowed");
  });

  it.each([
    ['import("x")', "formula.unknown_function"],
    ["cos(1)", "formula.unknown_function"],
    ["a b", "formula.no_operator"],
    ["2 a", "formula.no_operator"],
    ["a to b", "formula.no_operator"],
    ['"text"', "formula.text_not_allowed"],
    ["yoy", "progress.input_missing"],
    ["yoy + (1)", "progress.input_missing"],
  ])("refuse %j with its own reason", (text, code) => {
    expect(run(text)).toBe(code);
  });

  it("treat hostile names as unknown ones", () => {
    for (const name of ["constructor", "__proto__", "toString"])
      expect(run(name)).toBe("progress.input_missing");
  });

  it("refuse what is too long, too deep, cut off or too precise", () => {
    expect(run("1+".repeat(2000))).toBe("progress.formula_too_long");
    expect(run(`${"(".repeat(65)}1${")".repeat(65)}`)).toBe(
      "progress.formula_too_deep",
    );
    expect(run("(".repeat(1_000_000))).toBe("progress.formula_too_long");
    expect(run("1 +")).toBe("progress.formula_syntax");
    expect(run("0.1234567890123456")).toBe("progress.formula_long_number");
    expect(run("-".repeat(1999) + "1")).toBe("formula.too_many_operations");
    expect(run(Array(900).fill("1").join("+"))).toBe(
      "formula.too_many_operations",
    );
    expect(run(Array(250).fill("1").join("+"))).toBe(250);
  });

  it("never throw", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(..."ab1290.+-*/()^[]{};:,='\"!%_ 劣#"),
        }),
        (text) => {
          run(text, { a: 2, b: 0 });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("agree with the arithmetic they spell", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        fc.integer({ min: -999, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        (a, b, c) => {
          const formula = parseFormula("(a - b) * a / c + b");
          if (formula.kind === "error") throw new Error(formula.code);
          const values = new Map([
            ["a", a],
            ["b", b],
            ["c", c],
          ]);
          const result = evaluateFormula(formula, (name) => ({
            kind: "value",
            value: fractionOf(values.get(name) ?? 0),
          }));
          if (result.kind === "missing") throw new Error(result.reason);
          expect(
            compareFractions(result.value, {
              n: BigInt((a - b) * a + b * c),
              d: BigInt(c),
            }),
          ).toBe(0);
        },
      ),
    );
  });
});
