import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFormula } from "../../src/progress/check-formula.ts";
import {
  type FormulaData,
  evaluateAt,
  mostSteps,
} from "../../src/progress/evaluate-formula.ts";
import { formulaLimits } from "../../src/progress/formula-tokens.ts";
import { nameBook } from "../../src/progress/name-book.ts";
import { parseFormula } from "../../src/progress/parse-formula.ts";
import { readFormula } from "../../src/progress/read-formula.ts";
import { monthPeriod } from "../../src/model/period.ts";
import { describeIssue } from "../../src/text/words.ts";
import { smallCatalog } from "./small-catalog.ts";

const catalog = smallCatalog();
const book = nameBook(catalog);

/** Texts that mean harm, with the code of the error each must get. */
const hostile: readonly (readonly [string, string])[] = [
  ["air_pm25.constructor", "progress.formula_not_allowed"],
  ["air.pm25.constructor", "progress.formula_not_allowed"],
  ['air_pm25["constructor"]', "progress.formula_not_allowed"],
  ["constructor", "formula.unknown_name"],
  ["__proto__", "formula.unknown_name"],
  ["toString()", "formula.unknown_function"],
  ["hasOwnProperty(air_pm25)", "formula.unknown_function"],
  ['import("fs")', "formula.unknown_function"],
  ["import({a: 1}, {override: true})", "progress.formula_not_allowed"],
  ['createUnit("x")', "formula.unknown_function"],
  ['evaluate("1")', "formula.unknown_function"],
  ['parse("1")', "formula.unknown_function"],
  ["simplify(air_pm25)", "formula.unknown_function"],
  ["f(x) = f(x)", "progress.formula_not_allowed"],
  ["a = a + 1", "progress.formula_not_allowed"],
  ["9^9^9", "progress.formula_not_allowed"],
  ["9**9**9", "progress.formula_syntax"],
  ["170!", "progress.formula_not_allowed"],
  ["factorial(170)", "formula.unknown_function"],
  ["gamma(1000)", "formula.unknown_function"],
  ["1:1000000000", "progress.formula_not_allowed"],
  ["[1, 2, 3]", "progress.formula_not_allowed"],
  ["zeros(100000, 100000)", "formula.unknown_function"],
  ["ones(1e9)", "progress.formula_not_allowed"],
  ['"text"', "formula.text_not_allowed"],
  ["\'text\'", "progress.formula_not_allowed"],
  ['concat("a", "b")', "formula.unknown_function"],
  ["`${air_pm25}`", "progress.formula_not_allowed"],
  ["air_pm25; air_pm25", "progress.formula_not_allowed"],
  ["air_pm25 # comment", "progress.formula_not_allowed"],
  ["air_pm25 \n + 1 = 2", "progress.formula_not_allowed"],
  ["air_pm25 ? 1 : 2", "progress.formula_not_allowed"],
  ["5 cm to inch", "formula.no_operator"],
  ["1e308", "progress.formula_not_allowed"],
  ["0x10", "formula.no_operator"],
  ["1..2", "progress.formula_syntax"],
  ["123456789012345678", "progress.formula_long_number"],
  ["i", "formula.unknown_name"],
  ["NaN", "formula.unknown_name"],
  ["Infinity", "formula.unknown_name"],
  ["true", "formula.unknown_name"],
  ["null", "formula.unknown_name"],
  ["end", "formula.unknown_name"],
  ["air_pm25\u202e + 1", "progress.formula_not_allowed"],
  ["air\u200b_pm25", "progress.formula_not_allowed"],
  ["air_pm\u0000", "progress.formula_not_allowed"],
  ["\ud800", "progress.formula_not_allowed"],
  ["𝐚𝐢𝐫_pm25", "formula.unknown_name"],
  ["аir_pm25", "formula.unknown_name"],
  ["yoy", "formula.unknown_name"],
  ["yoy(yoy)", "formula.unknown_name"],
  ["sum(children, children)", "formula.children_alone"],
  ["children(air_pm25)", "formula.unknown_function"],
  ["air_pm25(1)", "formula.unknown_function"],
  ["(yoy)(air_pm25)", "formula.no_operator"],
  ["and", "progress.formula_syntax"],
  ["or(air_pm25, 1)", "progress.formula_syntax"],
  ["yoy(and)", "progress.formula_syntax"],
  ["sum(not, air_pm25)", "progress.formula_syntax"],
  ["at(air_pm25, and)", "formula.bad_place"],
  ["at(air_pm25, 1 + 1)", "formula.bad_place"],
  ["", "progress.formula_not_allowed"],
  ["   ", "progress.formula_not_allowed"],
  ["(", "progress.formula_syntax"],
  ["()", "progress.formula_syntax"],
  [")", "progress.formula_syntax"],
  [",", "progress.formula_syntax"],
  ["prev(air_pm25, 1000000000)", "formula.not_whole"],
  ["round(air_pm25, 300)", "formula.not_whole"],
  ["at(air_pm25, 99999)", "formula.bad_place"],
  ["(".repeat(1_000_000) + ")".repeat(1_000_000), "progress.formula_too_long"],
  ["air_pm25+".repeat(1_000_000) + "1", "progress.formula_too_long"],
  ["a".repeat(1_000_000), "progress.formula_too_long"],
  ["a".repeat(1999), "formula.unknown_name"],
  ["1+".repeat(999) + "1", "formula.too_many_operations"],
  ["-".repeat(1999) + "1", "formula.too_many_operations"],
  ["not ".repeat(499) + "1", "formula.too_many_operations"],
  ["abs(".repeat(66) + "1" + ")".repeat(66), "progress.formula_too_deep"],
  ["(".repeat(64) + "1" + ")".repeat(64), "formula.reads_nothing"],
  ["1<".repeat(999) + "1", "progress.formula_not_allowed"],
  ["1,".repeat(999) + "1", "progress.formula_syntax"],
  ["min(" + "1,".repeat(990) + "1)", "formula.wrong_count"],
  ["中".repeat(1999), "formula.unknown_name"],
  ["((((((((((air_pm25", "progress.formula_syntax"],
];

describe("hostile formulas", () => {
  it.each(hostile.map(([text, code]) => [code, text] as const))(
    "%#: get %s in bounded steps",
    (code, text) => {
      const check = checkFormula(text, catalog, book, { caret: text.length });
      expect(check.error?.code, text.slice(0, 60)).toBe(code);
      expect(check.steps).toBeLessThanOrEqual(3 * formulaLimits.length);
      expect(check.error?.start).toBeGreaterThanOrEqual(0);
      expect(check.error?.end).toBeLessThanOrEqual(text.length);
      for (const language of ["zh", "en"] as const) {
        const { message } = describeIssue(
          { code, severity: "error", params: check.error?.params ?? {} },
          language,
        );
        expect(message).not.toMatch(/\{\w+\}/);
        expect(message).not.toBe(code);
        // What is quoted back is short, however long the text was.
        expect(message.length).toBeLessThan(2200);
      }
    },
  );

  it("count the steps of a whole one", () => {
    const text = "yoy(air_pm25) + 2";
    expect(checkFormula(text, catalog, book).steps).toBeLessThan(
      2 * text.length,
    );
  });

  it("compute in bounded steps, however functions are nested", () => {
    for (const [open, close] of [
      ["ytd(sum(children, ", "))"],
      ["yoy(", ")"],
      ["yoy(mom(", "))"],
      ["sum(children, ", ")"],
    ] as const) {
      const text = `${open.repeat(30)}emis.so2${close.repeat(30)}`;
      const formula = parseFormula(text, { book });
      if (formula.kind === "error") throw new Error(formula.code);
      let read = 0;
      const data: FormulaData = {
        figure: () => {
          read += 1;
          return { kind: "value", value: { n: 1n, d: 1n } };
        },
        children: () => ["a", "b", "c", "d", "e"],
        total: () => ({ kind: "missing", reason: "x", name: "" }),
      };
      const place = {
        region: "p",
        period: monthPeriod(2021, 6),
        accumulated: false,
      };
      expect(evaluateAt(formula.root, place, data)).toMatchObject({
        kind: "missing",
      });
      expect(read).toBeLessThanOrEqual(mostSteps);
    }
  });

  it("never throw, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc
            .array(
              fc.constantFrom(
                ...'( ) , + - * / < >= == and not yoy( prev( sum( children at( if( round( ratio( air_pm25 emis.so2 waste.cover 1 2021 6 80% "2021-06" . \' [ ] { } ; = ! ^'.split(
                  " ",
                ),
              ),
              { maxLength: 20 },
            )
            .map((words) => words.join(" ")),
        ),
        fc.nat(60),
        (text, caret) => {
          const check = checkFormula(text, catalog, book, {
            caret,
            code: "waste.cover",
          });
          const read = readFormula(text, catalog, book);
          expect(check.error === null || check.unit === "").toBe(true);
          if (read.kind === "error") expect(check.error?.code).toBe(read.code);
          for (const { text: name, start, end } of check.names)
            expect(text.slice(start, end)).toBe(name);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a formula being typed", () => {
  const at = (text: string) =>
    checkFormula(text, catalog, book, { caret: text.length });

  it("names its parts by their places", () => {
    const text = "yoy(air.pm25) + 无 * sum(children, emis_so2)";
    expect(
      at(text).names.map(({ kind, code, start, end }) => [
        kind,
        code,
        text.slice(start, end),
      ]),
    ).toEqual([
      ["function", "yoy", "yoy"],
      ["indicator", "air.pm25", "air.pm25"],
      ["unknown", "", "无"],
      ["function", "sum", "sum"],
      ["children", "children", "children"],
      ["indicator", "emis.so2", "emis_so2"],
    ]);
  });

  it("offers what can be written at the caret, best first", () => {
    const { completions } = at("1 + pm");
    expect(completions[0]).toMatchObject({
      kind: "indicator",
      code: "air.pm25",
      start: 4,
      end: 6,
    });
    expect(at("yo").completions[0]).toMatchObject({
      kind: "function",
      insert: "yoy(",
      about: "formula.function_yoy",
    });
    expect(at("同").completions[0]).toMatchObject({ insert: "同比(" });
    expect(at("1 + ").completions).toEqual([]);
    expect(at("202").completions).toEqual([]);
  });

  it("offers only what can be read back", () => {
    for (const typed of ["a", "e", "w", "r", "s", "m"])
      for (const { insert, kind } of at(typed).completions) {
        if (kind !== "indicator") continue;
        const found = readFormula(insert, catalog, book);
        expect(found.kind, insert).toBe("read");
      }
  });
});
