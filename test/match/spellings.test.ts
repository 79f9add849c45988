import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readClass } from "../../src/lens/water-class.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const spellings = JSON.parse(
  readFileSync("test/fixtures/spellings.json", "utf8"),
) as {
  readonly indicators: Readonly<Record<string, readonly string[]>>;
  readonly classes: readonly string[];
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly placeholders: readonly string[];
  readonly regions: Readonly<Record<string, readonly string[]>>;
  readonly traditional: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, readonly string[]>>;
};

/** Spellings that have become indicators of their own, finer than the one they were listed under. */
const finer: Readonly<Record<string, string>> = {
  移送行政拘留: "enf.transfer_detention",
  涉嫌犯罪移送: "enf.transfer_crime",
};

function pairs(
  lists: Readonly<Record<string, readonly string[]>>,
): (readonly [string, string])[] {
  return Object.entries(lists).flatMap(([code, texts]) =>
    texts.map((text) => [code, text] as const),
  );
}

describe("the spellings met in the field", () => {
  it.each(pairs(spellings.indicators))("%s: %s", (code, text) => {
    const codes = matcher.read(text).indicator.map(({ value }) => value);
    expect(codes).toContain(finer[text] ?? code);
  });

  it.each(spellings.classes.map((text) => [text]))(
    "%s is a class of water, or the head of its own column",
    (text) => {
      const isClass = /^劣?[Ⅰ-ⅤI]{1,3}$|类$/.test(text);
      expect(
        isClass
          ? readClass(text) !== null
          : matcher
              .read(text)
              .indicator.some(({ value }) => value === "water.class"),
      ).toBe(true);
    },
  );

  it.each(pairs(spellings.units))("unit %s: %s", (code, text) => {
    const found = catalog.units.get(matcher.unit(text)[0]?.value ?? "");
    expect(found?.dimension).toBe(
      catalog.units.get(code)?.dimension ?? found?.dimension ?? "",
    );
    expect(found).toBeDefined();
  });

  it.each(spellings.placeholders.map((text) => [text]))(
    "%s stands for no value",
    (text) => {
      expect(matcher.placeholder(text)).not.toBeNull();
    },
  );

  it.each(pairs(spellings.regions))("%s: %s is one place", (_, text) => {
    const [best, rival] = matcher.region(text);
    expect(best?.confidence).toBeGreaterThanOrEqual(0.8);
    expect(rival?.confidence ?? 0).toBeLessThan(best?.confidence ?? 0);
  });

  it.each(Object.entries(spellings.traditional))(
    "%s reads as %s",
    (traditional, simplified) => {
      const { indicator, region } = matcher.read(traditional);
      const plain = matcher.read(simplified);
      expect(indicator.map(({ value }) => value)).toEqual(
        plain.indicator.map(({ value }) => value),
      );
      expect(region.map(({ value }) => value)).toEqual(
        plain.region.map(({ value }) => value),
      );
    },
  );

  it.each(pairs(spellings.states))("state %s: %s", (state, text) => {
    expect(matcher.state(text)?.label.zh).toBe(state);
  });
});
