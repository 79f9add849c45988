import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { viewsMessages } from "../../../src/text/messages/views.ts";

const sources = readdirSync("src/ui", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`src/ui/${name}`, "utf8"))
  .join("\n");

describe("words of the views", () => {
  it("exist for every code named, and are all used", () => {
    const named = new Set(
      [...sources.matchAll(/["`](views\.[a-zA-Z_.]+)["`$]/g)].map(
        (match) => match[1] ?? "",
      ),
    );
    const whole = [...named].filter((code) => !code.endsWith("."));
    expect(whole.length).toBeGreaterThan(40);
    expect(whole.filter((code) => !(code in viewsMessages))).toEqual([]);
    const stems = [...named].filter((code) => code.endsWith("."));
    expect(
      Object.keys(viewsMessages).filter(
        (code) =>
          !named.has(code) && !stems.some((stem) => code.startsWith(stem)),
      ),
    ).toEqual([]);
  });

  it("are whole in both languages, with the same parameters, and calm", () => {
    const names = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [code, { zh, en }] of Object.entries(viewsMessages)) {
      expect(zh.message + en.message, code).not.toMatch(/[!！]/);
      expect(en.message, code).not.toMatch(/[\u4e00-\u9fff]/);
      expect(names(en.message), code).toEqual(names(zh.message));
    }
  });
});
