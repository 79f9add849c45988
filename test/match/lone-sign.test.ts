import { describe, expect, it } from "vitest";
import { loneSignAsRate } from "../../src/match/lone-sign.ts";
import { matcher } from "../shipped-matcher.ts";

describe("±%", () => {
  it.each(["±%", "±（%）", " ± ％ "])("alone is a change: %s", (text) => {
    expect(loneSignAsRate(text)).toBe("同比（%）");
    expect(matcher.read(text).measure[0]?.value).toBe("changeRate");
  });

  it.each(["上升或下降（±%）", "±", "%", "同比±%"])(
    "with other words, or less, stays what it is: %s",
    (text) => {
      expect(loneSignAsRate(text)).toBe(text);
    },
  );
});
