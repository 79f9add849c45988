import { describe, expect, it } from "vitest";
import { standingAlone } from "../../../src/ui/format/sentence.ts";

describe("standingAlone", () => {
  it("begins English words with a capital, and leaves units and Chinese alone", () => {
    expect(standingAlone("there is no baseline", "en")).toBe(
      "There is no baseline",
    );
    expect(standingAlone("a seasonal figure", "en")).toBe("A seasonal figure");
    expect(standingAlone("pH of water", "en")).toBe("pH of water");
    expect(standingAlone("没有基数", "zh")).toBe("没有基数");
  });
});
