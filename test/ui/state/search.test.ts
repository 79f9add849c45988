import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/ui/state/names.ts";
import { holdsWords } from "../../../src/ui/state/search.ts";
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

describe("names", () => {
  it("speaks the language asked for and shows an unknown code as it is", () => {
    expect(namesOf(catalog, "zh").regionShort("140100")).toBe("太原");
    expect(namesOf(catalog, "en").region("140100")).toBe("Taiyuan");
    expect(namesOf(catalog, "zh").indicator("water.unknown")).toBe(
      "water.unknown",
    );
  });
});
