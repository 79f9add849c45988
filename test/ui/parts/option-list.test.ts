import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { steppedOption } from "../../../src/ui/parts/option-list.ts";

describe("the arrow keys in a list of options", () => {
  it("go around its ends", () => {
    expect(steppedOption("ArrowDown", 2, 3)).toBe(0);
    expect(steppedOption("ArrowUp", 0, 3)).toBe(2);
  });

  it("start at either end where none is chosen", () => {
    expect(steppedOption("ArrowDown", -1, 3)).toBe(0);
    expect(steppedOption("ArrowUp", -1, 3)).toBe(2);
  });

  it("go nowhere without options, and no other key goes anywhere", () => {
    expect(steppedOption("ArrowDown", -1, 0)).toBe(null);
    expect(steppedOption("Tab", 0, 3)).toBe(null);
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(59), (count, at) => {
        fc.pre(at < count);
        const down = steppedOption("ArrowDown", at, count) ?? -1;
        expect(steppedOption("ArrowUp", down, count)).toBe(at);
      }),
    );
  });
});
