import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { targetsUiMessages } from "../../../src/text/messages/targets-ui.ts";

const sources = readdirSync("src/ui", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`src/ui/${name}`, "utf8"))
  .join("\n");

describe("words of the pages of targets", () => {
  it("exist for every code named, and are all used", () => {
    const named = new Set(
      [...sources.matchAll(/["`](targets\.[a-zA-Z_.]+)["`$]/g)].map(
        (match) => match[1] ?? "",
      ),
    );
    const whole = [...named].filter(
      (code) => !code.endsWith(".") && !code.endsWith("_"),
    );
    expect(whole.length).toBeGreaterThan(60);
    expect(whole.filter((code) => !(code in targetsUiMessages))).toEqual([]);
    const stems = [...named].filter((code) => /[._]$/.test(code));
    expect(
      Object.keys(targetsUiMessages).filter(
        (code) =>
          !named.has(code) && !stems.some((stem) => code.startsWith(stem)),
      ),
    ).toEqual([]);
  });

  it("are whole in both languages, with the same parameters, and calm", () => {
    const parameters = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [code, { zh, en }] of Object.entries(targetsUiMessages)) {
      expect(zh.message + en.message, code).not.toMatch(/[!！]/);
      expect(parameters(en.message), code).toEqual(parameters(zh.message));
    }
  });
});
