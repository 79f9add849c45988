import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormContext } from "../../src/lens/form-context.ts";
import { readForm } from "../../src/lens/read-form.ts";
import type { Cell } from "../../src/model/sheet.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

function contextOf(own: Partial<FormContext>): FormContext {
  return {
    expects: "number",
    stated: null,
    to: "%",
    falling: false,
    fallIsValue: false,
    limits: false,
    pairs: true,
    ranks: false,
    fractionFrom: 1,
    plausible: { min: 0, max: 100 },
    date1904: false,
    catalog,
    words: matcher,
    ...own,
    plans: new Map(),
  };
}

function textCell(raw: string): Cell {
  return {
    row: 0,
    column: 0,
    type: "text",
    value: raw,
    raw,
    format: "General",
    style: 0,
  };
}

const kinds: readonly Partial<FormContext>[] = [
  {},
  { stated: "%" },
  { stated: "个", to: "个" },
  { stated: null, to: "ratio" },
  { to: "μg/m³" },
  { falling: true, fallIsValue: true },
  { level: true, limits: true },
  { ranks: true },
  { expects: "class" },
  { inner: contextOf({}) },
  {
    words: {
      ...matcher,
      placeholder: (text) =>
        text === "0%" || text === "9.9%" ? {} : matcher.placeholder(text),
    },
  },
];

const shares = fc.oneof(
  fc.stringMatching(/^\d{1,3}(?:\.\d{1,3})?%$/),
  fc.stringMatching(/^[-+≥↓第]?\d{1,2}(?:\.\d)?[%％]?[*①]?$/),
  fc.constantFrom("0%", "0.0%", "007%", "9.9%", "1.50%", "33.3%", "100%"),
);

test("a share of a column reads as it does by itself, whatever was read before", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.array(shares, { minLength: 2, maxLength: 12 }),
      (kind, texts) => {
        const column = contextOf(kind);
        for (const text of texts)
          expect(readForm(textCell(text), column)).toEqual(
            readForm(textCell(text), contextOf(kind)),
          );
      },
    ),
    { numRuns: 400 },
  );
});
