import { expect, it } from "vitest";
import { measureWord } from "../../src/lens/measure-word.ts";
import { catalog } from "../shipped-matcher.ts";

it("finds a listed word whatever its blanks and widths, and the first of two that come to one", () => {
  for (const word of catalog.measureWords) {
    const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");
    const first = catalog.measureWords.find(
      ({ text }) => plain(text) === plain(word.text),
    );
    expect(measureWord(` ${word.text} `, catalog)).toBe(first);
  }
});

it("finds nothing for other words", () => {
  expect(measureWord("无此词", catalog)).toBeUndefined();
  expect(measureWord("目标", { measureWords: [] })).toBeUndefined();
});
