import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormContext } from "../../src/lens/form-context.ts";
import { planFor, scaled, scaledNumber } from "../../src/lens/number-forms.ts";
import { readForm } from "../../src/lens/read-form.ts";
import { decimalOf } from "../../src/model/decimal.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const stored = fc.oneof(
  fc
    .tuple(fc.integer(), fc.nat(8))
    .map(([digits, scale]) => digits / 10 ** scale),
  fc.integer({ min: -2000, max: 2000 }).map((tenths) => tenths / 10),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.constantFrom(0, -0, 0.1, 0.3, 1, 100, 1e9, 999_999_999.999999, -0.000001),
);

const scales = fc.oneof(
  fc.constantFrom("1", "-1", "100", "0.01", "10000", "0.0001", "-0.001"),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(12))
    .map(([digits, scale]) => `${digits}e-${scale}`),
);

test("a stored number times a scale is the double nearest to the exact product", () => {
  fc.assert(
    fc.property(stored, scales, (number, scale) => {
      const form = { kind: "number", scale, decimals: null } as const;
      const exact = scaled(decimalOf(number), scale);
      expect(scaledNumber(number, form) === exact).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

const contexts = fc.record({
  falling: fc.boolean(),
  fractionFrom: fc.constantFrom(null, 1, 2, 3),
  plausible: fc.constantFrom(
    null,
    { min: 0, max: 100 },
    { min: 5, max: 500 },
    { min: -100, max: 100 },
  ),
  unit: fc.constantFrom(
    { stated: null, to: "%" },
    { stated: "mg/m3", to: "μg/m3" },
    { stated: null, to: "μg/m3" },
  ),
});

test("a number is plain exactly where its cell is read without a doubt", () => {
  fc.assert(
    fc.property(stored, contexts, (number, { unit, ...own }) => {
      const context: FormContext = {
        expects: "number",
        fallIsValue: false,
        limits: false,
        pairs: false,
        ranks: false,
        date1904: false,
        catalog,
        words: matcher,
        plans: new Map(),
        ...unit,
        ...own,
      };
      const cell = {
        row: 0,
        column: 0,
        type: "number" as const,
        value: number,
        raw: String(number),
        format: "General",
        style: 0,
      };
      const { plain } = planFor(cell.format, context);
      expect(plain?.takes(number) ?? false).toBe(
        readForm(cell, context).kind === "read",
      );
    }),
    { numRuns: 2000 },
  );
});
