import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled, scaledNumber } from "../../src/lens/number-forms.ts";
import { decimalOf } from "../../src/model/decimal.ts";

const stored = fc.oneof(
  fc
    .tuple(fc.integer(), fc.nat(8))
    .map(([digits, scale]) => digits / 10 ** scale),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.constantFrom(0, -0, 0.1, 0.3, 1e9, 999_999_999.999999, -0.000001),
);

const scales = fc.oneof(
  fc.constantFrom(
    "1",
    "-1",
    "100",
    "0.01",
    "10000",
    "0.0001",
    "-0.001",
    "1e-9",
  ),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(12))
    .map(([digits, scale]) => `${digits}e-${scale}`),
);

test("a stored number times a scale is the double nearest to the exact product", () => {
  fc.assert(
    fc.property(stored, scales, (number, scale) => {
      const form = { kind: "number", scale, decimals: null } as const;
      expect(
        scaledNumber(number, form) === scaled(decimalOf(number), scale),
      ).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
