import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimalNumber,
  decimalOf,
  decimalText,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  trimDecimal,
} from "../../src/model/decimal.ts";

function parse(text: string) {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

describe("rounding by GB/T 8170", () => {
  // Rows of the standard and of oracles printed with it: half to even on the decimal text.
  it.each([
    ["12.1498", 0, "12"],
    ["12.1498", 1, "12.1"],
    ["1268", -2, "1300"],
    ["10.5002", 0, "11"],
    ["1.050", 1, "1.0"],
    ["0.35", 1, "0.4"],
    ["2500", -3, "2000"],
    ["3500", -3, "4000"],
    ["-0.0365", 3, "-0.036"],
    ["8.53459", 2, "8.53"],
    ["15.4546", 0, "15"],
    ["2.5", 0, "2"],
    ["-2.5", 0, "-2"],
    ["-0.4", 0, "0"],
    ["7", 2, "7.00"],
  ])("rounds %s to %i decimals: %s", (text, decimals, rounded) => {
    expect(decimalText(roundDecimal(parse(text), decimals))).toBe(rounded);
  });

  it("is never further than half a unit away, and rounding again changes nothing", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: -4, max: 10 }),
        (digits, scale, decimals) => {
          const value = { digits, scale };
          const rounded = roundDecimal(value, decimals);
          const off = subtractDecimals(rounded, value);
          const size = {
            ...off,
            digits: off.digits < 0n ? -off.digits : off.digits,
          };
          const half =
            decimals >= 0
              ? { digits: 5n, scale: decimals + 1 }
              : { digits: 5n * 10n ** BigInt(-decimals - 1), scale: 0 };
          expect(compareDecimals(size, half)).toBeLessThanOrEqual(0);
          expect(roundDecimal(rounded, decimals)).toEqual(rounded);
        },
      ),
    );
  });
});

describe("reading and writing decimals", () => {
  it.each(["", ".", "-", "e5", "1e", "1,000", " 1", "0x10", "NaN", "一"])(
    "refuses %j",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  it.each([
    ["1e-3", "0.001"],
    ["1.20", "1.20"],
    ["+.5", "0.5"],
    ["5.", "5"],
    ["-12e2", "-1200"],
  ])("reads %s as %s", (text, plain) => {
    expect(decimalText(parse(text))).toBe(plain);
  });

  it("takes a double to the shortest text of 15 digits", () => {
    expect(decimalText(decimalOf(0.1 + 0.2))).toBe("0.3");
    expect(decimalText(decimalOf(1.005))).toBe("1.005");
    expect(decimalText(decimalOf(-0))).toBe("0");
    expect(decimalText(decimalOf(1e21))).toBe("1000000000000000000000");
    expect(() => decimalOf(Number.NaN)).toThrow("NaN");
  });

  it("writes what it reads", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 20 }),
        (digits, scale) => {
          expect(parse(decimalText({ digits, scale }))).toEqual({
            digits,
            scale,
          });
        },
      ),
    );
  });

  it("brings numbers of up to 15 digits back unchanged", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, scale) => {
          const value = Number(`${digits}e-${scale}`);
          expect(decimalNumber(decimalOf(value))).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });
});

describe("arithmetic", () => {
  it("adds, subtracts, multiplies and compares exactly across scales", () => {
    expect(decimalText(addDecimals(parse("0.1"), parse("0.25")))).toBe("0.35");
    expect(decimalText(subtractDecimals(parse("71.9"), parse("63.6")))).toBe(
      "8.3",
    );
    expect(decimalText(multiplyDecimals(parse("1.5"), parse("-0.2")))).toBe(
      "-0.30",
    );
    expect(compareDecimals(parse("1.0"), parse("1"))).toBe(0);
    expect(compareDecimals(parse("-1"), parse("0.5"))).toBeLessThan(0);
    expect(trimDecimal(parse("1.500"))).toEqual(parse("1.5"));
  });
});
