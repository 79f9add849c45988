import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  holdsNeeded,
  marksOf,
  neededBy,
} from "../../src/match/pattern-marks.ts";
import { periodPatterns } from "../../src/match/period-patterns.ts";

const needed = (source: string, text: string): boolean =>
  holdsNeeded(marksOf(text), neededBy(source));

describe("what a text must hold to match a pattern", () => {
  it("is each mark that stands outside groups", () => {
    expect(needed("\\d年\\d月", "2021年")).toBe(false);
    expect(needed("\\d年\\d月", "月年")).toBe(true);
  });

  it("is one of a class of nothing but marks", () => {
    expect(needed("\\d[日号]", "6号")).toBe(true);
    expect(needed("\\d[日号]", "6月")).toBe(false);
    expect(needed("\\d[日号x]", "6月")).toBe(true);
    expect(needed("1[.-年]", "1x")).toBe(true);
    expect(needed("1\\.2", "1x2")).toBe(false);
  });

  it("is nothing optional, grouped, or that may be anything", () => {
    expect(needed("\\d年?", "1")).toBe(true);
    expect(needed("\\d[日号]*", "1")).toBe(true);
    expect(needed("(?:年|月)", "1")).toBe(true);
    expect(needed("(?<!.)1.2", "1x2")).toBe(true);
    expect(needed("年|月", "1")).toBe(true);
  });

  it("holds in every text that a way of writing periods is found in", () => {
    const piece = fc.constantFrom(
      ..."0123456789年月日号季度半上下前秋冬十五一二三四至到截底末起第个周旬时点.-~/:hqn()及",
      "20",
      "2021",
      "2021年",
      "1-6月",
      "12月",
      "15日",
      "上半年",
      "季度",
      "以来",
      "累计",
      "全年",
    );
    const texts = fc
      .array(piece, { maxLength: 8 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        for (const { pattern, needs } of periodPatterns)
          for (let at = 0; at < text.length; at += 1) {
            pattern.lastIndex = at;
            if (pattern.test(text))
              expect(holdsNeeded(marksOf(text), needs)).toBe(true);
          }
      }),
      { numRuns: 500 },
    );
  });

  it("spares most texts most patterns", () => {
    const tried = (text: string): number =>
      periodPatterns.filter(({ needs }) => holdsNeeded(marksOf(text), needs))
        .length;
    expect(tried("2020-01-01")).toBeLessThan(periodPatterns.length / 2);
    expect(tried("12月")).toBeLessThan(periodPatterns.length / 2);
  });
});
