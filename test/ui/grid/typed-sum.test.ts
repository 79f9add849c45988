import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typedSum } from "../../../src/ui/grid/typed-sum.ts";

describe("a sum that is typed", () => {
  it("is worked out exactly, signs and brackets first", () => {
    expect(typedSum("=0.1+0.2")).toBe("0.3");
    expect(typedSum("=12.5+3*(4-1)")).toBe("21.5");
    expect(typedSum("= -2 * -(3 + 0.5)")).toBe("7");
    expect(typedSum("=10-2-3")).toBe("5");
    expect(typedSum("=12/4/3")).toBe("1");
    expect(typedSum("=35.20")).toBe("35.2");
  });

  it("is rounded to fifteen digits only where it does not end", () => {
    expect(typedSum("=100/3")).toBe("33.3333333333333");
    expect(typedSum("=2/3")).toBe("0.666666666666667");
    expect(typedSum("=1/8")).toBe("0.125");
  });

  it("is read in full-width signs", () => {
    expect(typedSum("＝（１＋２）×３÷２")).toBe("4.5");
  });

  it("is nothing where it is no sum of numbers", () => {
    for (const text of [
      "1+2",
      "=",
      "=1+",
      "=(1",
      "=1)",
      "=1/0",
      "=5/(2-2)",
      "=SUM(A1)",
      "=2^3",
      "=50%",
      "=1 2",
      "=--",
      `=${"1+".repeat(200)}1`,
    ])
      expect(typedSum(text), text).toBe(null);
  });

  it("is what exact arithmetic gives, for any sum and product of decimals", () => {
    const decimal = fc
      .tuple(fc.integer({ min: -99999, max: 99999 }), fc.nat(3))
      .map(([digits, scale]) => ({
        digits,
        scale,
        value: digits / 10 ** scale,
      }));
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const text = (of: typeof a) => `(${of.value.toFixed(of.scale)})`;
        const scale = Math.max(a.scale + b.scale, c.scale);
        const units =
          BigInt(a.digits) *
            BigInt(b.digits) *
            10n ** BigInt(scale - a.scale - b.scale) +
          BigInt(c.digits) * 10n ** BigInt(scale - c.scale);
        const result = typedSum(`=${text(a)}*${text(b)}+${text(c)}`) ?? "";
        const [whole = "", rest = ""] = result.replace("-", "").split(".");
        const got =
          BigInt(whole + rest.padEnd(scale, "0")) *
          (result.startsWith("-") ? -1n : 1n);
        expect(got).toBe(units);
      }),
    );
  });
});
