import { describe as group, expect, it } from "vitest";
import { countsThatAre } from "../../src/text/counts-that-are.ts";
import { describe, knownCodes } from "../../src/text/words.ts";

const both = "Imported [{a} values| and |{b} records]; done";

group("a message names only what there is", () => {
  it("of two things, and of many", () => {
    expect(countsThatAre(both, { a: 3, b: 2 })).toBe(
      "Imported {a} values and {b} records; done",
    );
    expect(countsThatAre(both, { a: 3, b: 0 })).toBe(
      "Imported {a} values; done",
    );
    expect(countsThatAre(both, { a: 0, b: "2" })).toBe(
      "Imported {b} records; done",
    );
    const many = "[{a} A|、|{b} B|、|{c} C]";
    expect(countsThatAre(many, { a: 1, b: 0, c: 3 })).toBe("{a} A、{c} C");
    expect(countsThatAre(many, { a: 0, b: 0, c: 3 })).toBe("{c} C");
  });

  it("says the first where there is nothing", () => {
    expect(countsThatAre(both, { a: 0, b: 0 })).toBe(
      "Imported {a} values; done",
    );
  });

  it("lets a gap be seen", () => {
    expect(countsThatAre(both, {})).toBe(
      "Imported {a} values and {b} records; done",
    );
    expect(countsThatAre("a [b] c|d", {})).toBe("a [b] c|d");
  });

  it("wherever values and records are counted, in both languages", () => {
    const said = knownCodes().filter((code) =>
      /\{observations\}.*\{records\}/.test(describe(code, {}, "zh")),
    );
    expect(said.length).toBeGreaterThan(8);
    for (const code of said)
      for (const language of ["zh", "en"] as const) {
        const only = describe(code, { observations: 6, records: 0 }, language);
        expect(only).toMatch(/6/);
        expect(only).not.toMatch(/记录|records|[[\]|]/);
        const records = describe(
          code,
          { observations: 0, records: 6 },
          language,
        );
        expect(records).not.toMatch(/数值|个数据|values|figures|[[\]|]/);
      }
  });
});
