import { expect, it } from "vitest";
import { bareWords } from "../../src/match/bare-words.ts";

it.each([
  ["“完成率（%）”", "完成率（%）"],
  ['"应完成"', "应完成"],
  ["「已完成」", "已完成"],
  ["“3.排名”", "排名"],
])("takes the quotes off %s", (quoted, words) => {
  expect(bareWords(quoted)).toBe(words);
});

it.each(["“散乱污”企业", "“两打”和“双随机”", "“十四五”", "“”", "企业“散乱污”"])(
  "keeps the words of %s",
  (text) => {
    expect(bareWords(text)).toBe(text === "“十四五”" ? "十四五" : text);
  },
);
