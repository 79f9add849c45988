import { expect, it } from "vitest";
import { provinceOfMost } from "../../src/lens/province-of-most.ts";
import { catalog } from "../shipped-matcher.ts";

const of = (...codes: readonly string[]) =>
  provinceOfMost(
    codes.map((value) => ({ value, words: "", confidence: 1 })),
    catalog,
  );

it("is where two thirds of the places lie", () => {
  expect(of("360100", "360400", "140100")).toBe("360000");
  expect(of("360100", "140100")).toBe("several");
  expect(of("110101", "110105")).toBe("110000");
});

it("is none without cities or counties, and heeds no doubtful ones", () => {
  expect(of("360000", "100000", "basin-fenhe")).toBeNull();
  expect(
    provinceOfMost(
      [{ value: "360100", words: "", confidence: 0.5 }, null],
      catalog,
    ),
  ).toBeNull();
});
