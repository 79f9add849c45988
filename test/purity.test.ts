import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

/** Lints a text as if it were a file of a folder; the messages of the rules that failed. */
async function lint(filePath: string, text: string): Promise<string[]> {
  const eslint = new ESLint();
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).flatMap(({ ruleId }) =>
    ruleId === null ? [] : [ruleId],
  );
}

describe("pure folders", () => {
  it.each([
    "export const t = Date.now();",
    "export const t = new Date();",
    "export const r = Math.random();",
    "export const f = new Intl.NumberFormat();",
    "export const s = (1.5).toLocaleString();",
    "export const w = window.innerWidth;",
    "setTimeout(() => undefined, 1);",
  ])("refuse %s", async (text) => {
    for (const folder of ["model", "progress", "lens", "text", "report"]) {
      const rules = await lint(`src/${folder}/example.ts`, text);
      expect(
        rules.some((rule) => rule.startsWith("no-restricted")),
        `${folder}: ${text}`,
      ).toBe(true);
    }
  });

  it("leave the clock to the entry points", async () => {
    expect(
      await lint("src/worker/example.ts", "export const t = Date.now();"),
    ).toEqual([]);
  });

  it("no file uses what Chromium 109 lacks", async () => {
    expect(
      await lint("src/ui/example.ts", "export const a = [1].toSorted();"),
    ).toContain("no-restricted-syntax");
  });
});
