import { describe, expect, it } from "vitest";
import { regionsInUse } from "../../../src/ui/parts/regions-in-use.ts";
import { catalogInfo } from "../../../src/worker/catalog-info.ts";
import { catalog } from "../../shipped-matcher.ts";

const info = catalogInfo(catalog, []);
const shown = (...places: readonly string[]) =>
  regionsInUse(info, places).map(({ code }) => code);

describe("the regions a select offers", () => {
  it("are few of the three thousand: the provinces, and where the shipped targets are set", () => {
    const codes = shown();
    expect(codes.length).toBeLessThan(info.regions.length / 5);
    expect(codes).toEqual(
      expect.arrayContaining(["100000", "130000", "140000", "140105"]),
    );
    expect(codes).not.toContain("320106");
  });

  it("are those of a province that holds a figure too", () => {
    expect(shown("320100")).toEqual(
      expect.arrayContaining(["320100", "320106", "321300"]),
    );
    expect(shown("320106")).toEqual(shown("320000"));
  });

  it("hold basins and groups, and no place that the list does not know", () => {
    expect(shown("nowhere")).toEqual(shown());
    expect(shown()).toEqual(
      expect.arrayContaining(["basin-fenhe", "group-fenwei"]),
    );
  });
});
