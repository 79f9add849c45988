import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  describe as words,
  describeIssue,
  knownCodes,
} from "../../src/text/words.ts";

/** Areas whose codes are data rather than messages. */
const codePattern =
  /["'`]((?:workbook|table|match|lens|catalog|journal|progress|fill|cli|worker)\.[a-z][a-z0-9_]*)["'`]/g;

function codesUsed(): Map<string, string> {
  const used = new Map<string, string>();
  for (const name of readdirSync("src", {
    recursive: true,
    encoding: "utf8",
  })) {
    if (!name.endsWith(".ts") || name.startsWith("text/")) continue;
    const text = readFileSync(join("src", name), "utf8");
    for (const [, code] of text.matchAll(codePattern))
      if (code !== undefined) used.set(code, name);
  }
  return used;
}

describe("messages", () => {
  it("have words for every code the sources use", () => {
    const known = knownCodes();
    const used = codesUsed();
    expect(used.size).toBeGreaterThan(60);
    // Some codes take the unit of time as their ending (`…_month`).
    const silent = [...used].filter(
      ([code]) =>
        !known.some((one) => one === code || one.startsWith(`${code}_`)),
    );
    expect(silent).toEqual([]);
  });

  it("are complete in both languages, with the same parameters", () => {
    for (const code of knownCodes()) {
      const zh = describeIssue({ code, severity: "error" }, "zh");
      const en = describeIssue({ code, severity: "error" }, "en");
      expect(zh.message, code).not.toBe("");
      expect(en.message, code).not.toBe("");
      expect(zh.hint === "", `${code}: hint in both languages`).toBe(
        en.hint === "",
      );
      const names = (text: string): string[] =>
        [...new Set(text.match(/\{\w+\}/g))].sort();
      expect(names(zh.message + zh.hint), code).toEqual(
        names(en.message + en.hint),
      );
    }
  });

  it("say no exclamation marks and no pleasantries", () => {
    for (const code of knownCodes())
      expect(words(code, {}, "zh")).not.toMatch(/！|!(?:\s|$)|您好/);
  });

  it("fill in parameters and leave an unknown name visible", () => {
    expect(
      describeIssue(
        {
          code: "fill.unknown_mark",
          severity: "warning",
          cell: "B2",
          params: { mark: "{{x}}" },
        },
        "en",
      ).message,
    ).toBe("The mark {{x}} in cell B2 is not known");
    expect(words("fill.unknown_mark", {}, "en")).toContain("{mark}");
  });
});
