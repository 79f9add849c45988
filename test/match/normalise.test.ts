import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, normalise } from "../../src/match/normalise.ts";

describe("normalise", () => {
  it.each([
    ["ＰＭ₂.₅（μg/m³）", "PM2.5(μg/m3)"],
    ["PM2。5", "PM2.5"],
    ["PM2·5", "PM2.5"],
    ["㎍/㎥", "μg/m3"],
    ["µg/m3", "μg/m3"],
    ["Ⅰ～Ⅲ类", "I~III类"],
    ["2021年1——6月", "2021年1-6月"],
    ["2021年1一6月", "2021年1-6月"],
    ["備　注", "备注"],
    ["綜合指數", "综合指数"],
    ["PM2.5\n平均浓度", "PM2.5平均浓度"],
    ["Fine  Days", "Fine Days"],
    ["“散乱污”企业", "散乱污企业"],
    ["PM2.5①", "PM2.5"],
    ["【单位：％】", "(单位:%)"],
  ])("writes %s as %s", (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it("keeps characters that simplified text uses too", () => {
    expect(normalise("显著乾县")).toBe("显著乾县");
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
        expect(fold(once).length).toBe(once.length);
      }),
    );
  });

  it("writes texts of ordinary characters as by the long way", () => {
    const character = fc.constantFrom(
      ..."一二三月年市空PM25co2.-(),、:;/~%+_ 縣區＋—至",
    );
    const text = fc
      .array(character, { maxLength: 12 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (words) => {
        // A mark that is taken out, and keeps the text from the short way.
        expect(normalise(words)).toBe(normalise(`\u200b${words}`));
      }),
      { numRuns: 2000 },
    );
  });
});
