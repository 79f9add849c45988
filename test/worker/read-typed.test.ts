import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rawLists } from "../../data/index.ts";
import { learn } from "../../src/engine.ts";
import { decimalOf, decimalText } from "../../src/model/decimal.ts";
import type { ObservationKey } from "../../src/model/observation.ts";
import { readTyped } from "../../src/worker/read-typed.ts";

const { catalog } = learn(rawLists);
const key = (indicator: string): ObservationKey => ({
  indicator,
  region: "140100",
  period: "2021",
  measure: "actual",
  variant: "",
  base: "",
});
const read = (text: string) => readTyped(text, key("air.pm25"), catalog);

describe("what a person types", () => {
  it("is a number with the decimals that were typed", () => {
    expect(read("46.50")).toEqual({ value: 46.5, missing: "", decimals: 2 });
    expect(read("１，２３４")).toEqual({
      value: 1234,
      missing: "",
      decimals: 0,
    });
    expect(read("-0.036")).toMatchObject({ value: -0.036, decimals: 3 });
    expect(read("1e-3")).toMatchObject({ value: 0.001, decimals: 3 });
  });

  it("is read the same whichever way it is written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, scale) => {
          const text = decimalText({ digits: BigInt(digits), scale });
          const wide = text.replace(/\d/g, (digit) =>
            String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
          );
          expect(read(text)).toEqual(read(wide));
          const typed = read(text);
          if ("code" in typed || typeof typed.value !== "number")
            throw new Error(`${text} is no number`);
          expect(Number(decimalText(decimalOf(typed.value)))).toBe(
            Number(text),
          );
        },
      ),
    );
  });

  it("is a placeholder, nothing, or refused", () => {
    expect(read("—")).toMatchObject({ value: null, missing: "—" });
    expect(read("  ")).toEqual({ value: null, missing: "", decimals: null });
    expect(read("多云")).toMatchObject({ code: "worker.not_a_number" });
    expect(read("12-13")).toMatchObject({ code: "worker.not_a_number" });
  });
});
