import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Target } from "../../../src/model/target.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { codeOfWords } from "../../../src/ui/targets/code-of-words.ts";
import { newTarget } from "../../../src/ui/targets/new-target.ts";
import {
  choicesOf,
  isChoice,
  targetFields,
} from "../../../src/ui/targets/target-field.ts";
import { catalog } from "../catalog.ts";

const target: Target = newTarget("own-1", namesOf(catalog, "zh"), {
  indicator: "air.pm25",
  region: "140100",
  asOf: "2021-06-30",
});

describe.each(["zh", "en"] as const)("words pasted in %s", (language) => {
  const names = namesOf(catalog, language);

  it("are the code of what they name alone", () => {
    expect(codeOfWords("region", " 太原市 ", target, names)).toBe("140100");
    expect(codeOfWords("region", "太原", target, names)).toBe("140100");
    expect(codeOfWords("indicator", "PM2.5浓度", target, names)).toBe(
      "air.pm25",
    );
    expect(codeOfWords("comparator", "≤", target, names)).toBe("<=");
  });

  it("stay as they are where nothing, or more than one thing, has the name", () => {
    expect(codeOfWords("region", "城区", target, names)).toBe("城区");
    expect(codeOfWords("goal", "35", target, names)).toBe("35");
  });

  it("are what a choice is shown as, whatever the choice", () => {
    const choices = targetFields.flatMap((field) =>
      isChoice(field)
        ? choicesOf(field, target, names).map(({ code, word }) => ({
            field,
            code,
            word,
          }))
        : [],
    );
    fc.assert(
      fc.property(fc.constantFrom(...choices), ({ field, code, word }) => {
        expect(codeOfWords(field, word, target, names)).toBe(code);
      }),
    );
  });
});
