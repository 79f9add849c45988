import { describe as group, expect, it } from "vitest";
import { inNumber } from "../../src/text/english-number.ts";
import { describe, knownCodes } from "../../src/text/words.ts";

group("inNumber", () => {
  it("counts one thing in the singular, with its verb", () => {
    expect(inNumber("{n} more entries are new", { n: 1 })).toBe(
      "{n} more entry is new",
    );
    expect(inNumber("{a} files, {b} rows", { a: 1, b: 21 })).toBe(
      "{a} file, {b} rows",
    );
    expect(inNumber("{n} rows", { n: "1" })).toBe("{n} row");
    expect(inNumber("{n} rows", {})).toBe("{n} rows");
  });

  it("leaves no English message that says 1 rows", () => {
    const one = new Proxy<Record<string, number>>({}, { get: () => 1 });
    const wrong = knownCodes().flatMap((code) => {
      const said = describe(code, one, "en");
      const found =
        /\b1 (?:(?:more|other|new) )?([a-z]{3,}(?:[^su]s|ies))\b/.exec(said);
      return found === null || verbs.has(found[1] ?? "") ? [] : [said];
    });
    expect(wrong).toEqual([]);
  });
});

/** What is said of the name, code or cell that a parameter stands for. */
const verbs = new Set(
  "was has holds gives belongs differs repeats leads lacks refers exists rounds draws breaks changes does stands starts counts says keeps means".split(
    " ",
  ),
);
