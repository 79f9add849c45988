import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/ui/state/names.ts";
import { holdsWords, spelled } from "../../../src/ui/state/search.ts";
import { catalog } from "../catalog.ts";

describe("search", () => {
  it("wants every word, in any order", () => {
    expect(holdsWords("air.pm25 pm2.5浓度 太原市", "太原 pm2.5")).toBe(true);
    expect(holdsWords("air.pm25 pm2.5浓度 太原市", "大同 pm2.5")).toBe(false);
    expect(holdsWords("anything", "")).toBe(true);
  });

  it("finds a row by either language", () => {
    const names = namesOf(catalog, "zh");
    const text = names.searchText("air.pm25", "140100");
    expect(holdsWords(text, "TAIYUAN")).toBe(true);
    expect(holdsWords(text, "太原")).toBe(true);
  });
});

describe("search by pinyin", () => {
  const spell = (text: string): readonly string[] =>
    text === "太原市"
      ? ["taiyuanshi", "tys"]
      : text === "浓度"
        ? ["nongdu", "nd"]
        : [];
  const names = namesOf(catalog, "zh");
  const text = names.searchText("air.pm25", "140100", spell);

  it("finds by the beginning of syllables and of first letters", () => {
    expect(holdsWords(text, "taiyu")).toBe(true);
    expect(holdsWords(text, "tys pm2.5")).toBe(true);
    expect(holdsWords(text, "nd 太原")).toBe(true);
  });

  it("does not find by the middle of them, nor before pinyin is there", () => {
    expect(holdsWords(text, "yuanshi")).toBe(false);
    expect(holdsWords(names.searchText("air.pm25", "140100"), "tys")).toBe(
      false,
    );
  });

  it("spells what is typed as text, too", () => {
    expect(holdsWords(`a${spelled("太原市", spell)}`, "tys")).toBe(true);
    expect(spelled("太原市", null)).toBe("");
  });
});

describe("names", () => {
  it("speaks the language asked for and shows an unknown code as it is", () => {
    expect(namesOf(catalog, "zh").regionShort("140100")).toBe("太原");
    expect(namesOf(catalog, "en").region("140100")).toBe("Taiyuan");
    expect(namesOf(catalog, "zh").indicator("water.unknown")).toBe(
      "water.unknown",
    );
  });
});
