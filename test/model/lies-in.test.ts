import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { liesBelow, liesIn } from "../../src/model/lies-in.ts";
import { type Parents, withAbove } from "../../src/model/with-above.ts";

const tree: Parents = new Map([
  ["140000", { parent: "" }],
  ["140100", { parent: "140000" }],
  ["140105", { parent: "140100" }],
  ["140200", { parent: "140000" }],
]);

describe("where a region lies", () => {
  it("is in itself and in all above it", () => {
    expect(withAbove("140105", tree)).toEqual(["140105", "140100", "140000"]);
    expect(liesIn("140105", "140105", tree)).toBe(true);
    expect(liesIn("140105", "140000", tree)).toBe(true);
    expect(liesIn("140105", "140200", tree)).toBe(false);
    expect(liesIn("140000", "140105", tree)).toBe(false);
  });

  it("is below another one, and never below itself", () => {
    expect(liesBelow("140105", "140100", tree)).toBe(true);
    expect(liesBelow("140105", "140105", tree)).toBe(false);
  });

  it("is nowhere for no code, and only in itself for one that no list has", () => {
    expect(withAbove("", tree)).toEqual([]);
    expect(liesIn("140105", "", tree)).toBe(false);
    expect(liesIn("", "", tree)).toBe(false);
    expect(liesIn("999999", "999999", tree)).toBe(true);
    expect(liesIn("999999", "140000", tree)).toBe(false);
  });

  it("is told of any parents, circles among them", () => {
    const code = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(
        fc.dictionary(code, fc.oneof(code, fc.constant(""))),
        code,
        code,
        code,
        (parents, a, b, c) => {
          const regions: Parents = new Map(
            Object.entries(parents).map(([at, parent]) => [at, { parent }]),
          );
          expect(liesIn(a, a, regions)).toBe(true);
          if (liesIn(a, b, regions) && liesIn(b, c, regions))
            expect(liesIn(a, c, regions)).toBe(true);
          const parent = regions.get(a)?.parent ?? "";
          if (parent !== "") expect(liesIn(a, parent, regions)).toBe(true);
        },
      ),
    );
  });
});
