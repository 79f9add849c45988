import { describe, expect, it } from "vitest";
import { WordTrie } from "../../src/match/word-trie.ts";

function found(words: readonly string[], text: string): string[] {
  const trie = new WordTrie<string>();
  for (const word of words) trie.add(word, word);
  return trie
    .find(text)
    .flatMap(({ start, end, values }) =>
      values.map((value) => `${value}@${start}-${end}`),
    );
}

describe("WordTrie", () => {
  it("finds overlapping words", () => {
    expect(found(["指数", "综合指数"], "综合指数")).toEqual([
      "综合指数@0-4",
      "指数@2-4",
    ]);
  });

  it.each(["co2", "cod", "eco"])("does not find co in %s", (text) => {
    expect(found(["co"], text)).toEqual([]);
  });

  it("finds a Latin word beside Chinese ones and numbers of years", () => {
    expect(found(["co"], "2021年co浓度")).toEqual(["co@5-7"]);
  });

  it.each(["co-95per", "co_95per", "co 95per", "co95per"])(
    "takes %s for one word",
    (text) => {
      expect(found(["co-95per"], text)).toHaveLength(1);
    },
  );

  it("does not find a number inside a longer one", () => {
    expect(found(["03"], "2003")).toEqual([]);
    expect(found(["5类"], "2.5类")).toEqual([]);
  });

  it("gives every value of a whole word", () => {
    const trie = new WordTrie<number>();
    trie.add("so2", 1);
    trie.add("so2", 2);
    expect(trie.exact("so2")).toEqual([1, 2]);
    expect(trie.exact("so")).toEqual([]);
  });
});
