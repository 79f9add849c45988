import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gridMessages } from "../../src/text/messages/grid.ts";
import { reviewMessages } from "../../src/text/messages/review.ts";
import { uiMessages } from "../../src/text/messages/ui.ts";

const messages = { ...uiMessages, ...gridMessages, ...reviewMessages };

const sources = readdirSync("src/ui", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`src/ui/${name}`, "utf8"));

describe("words of the interface", () => {
  it("exist for every code that an element names", () => {
    const named = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/"((?:ui|review)\.[a-zA-Z_.]+)"/g)].map(
          (match) => match[1] ?? "",
        ),
      ),
    );
    const inGrid = sources.flatMap((text) =>
      [...text.matchAll(/"(grid\.[a-zA-Z_.]+)"/g)].map(
        (match) => match[1] ?? "",
      ),
    );
    expect(inGrid.length).toBeGreaterThan(50);
    expect(inGrid.filter((code) => !(code in gridMessages))).toEqual([]);
    expect(named.size).toBeGreaterThan(100);
    expect([...named].filter((code) => !(code in messages))).toEqual([]);
  });

  it("use the same parameters in both languages", () => {
    const names = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [code, { zh, en }] of Object.entries(messages))
      expect([code, ...new Set(names(en.message))]).toEqual([
        code,
        ...new Set(names(zh.message)),
      ]);
  });

  it("do not shout", () => {
    for (const { zh, en } of Object.values(messages))
      expect(zh.message + en.message).not.toMatch(/[!！]/);
  });

  it("stand in the code lists only: no Chinese text in the elements", () => {
    const written = sources.flatMap((text) =>
      text
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
        .split("\n")
        .filter((line) => /[\u4e00-\u9fff]/.test(line)),
    );
    const allowed =
      /已达标|目前达标|超序时|达序时|滞后|倒退|无法判定|年|月|日|季度|一|中文|Microsoft/;
    expect(written.filter((line) => !allowed.test(line))).toEqual([]);
  });
});
