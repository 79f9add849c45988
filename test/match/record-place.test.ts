import { describe, expect, it } from "vitest";
import { placeOfRecord } from "../../src/match/record-place.ts";
import type { FieldValue } from "../../src/model/observation.ts";
import { taskOf } from "../dataset/samples.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

function placeOf(fields: Readonly<Record<string, string>>, place?: string) {
  const record = taskOf(
    "1",
    Object.fromEntries(
      Object.entries(fields).map(([name, value]): [string, FieldValue] => [
        name,
        { type: "text", value },
      ]),
    ),
  );
  return placeOfRecord(
    { ...record, ...(place === undefined ? {} : { place }) },
    matcher,
    catalog.regions,
  );
}

describe("where a record lies", () => {
  it.each([
    [{ region: "小店区", city: "太原市" }, undefined, "140105", "field"],
    [{ city: "大同市", duty_unit: "平城区政府" }, undefined, "140200", "field"],
    // Several cities have a 城区: the city beside it says which.
    [{ region: "城区", city: "阳泉市" }, undefined, "140302", "field"],
    [{ duty_unit: "平城区政府" }, "140200", "140213", "unit"],
    [{ duty_unit: "平城区政府、云冈区政府" }, "140200", "140200", "sheet"],
    [{ duty_unit: "市住建局" }, "140200", "140200", "sheet"],
    [{ duty_unit: "各县（市、区）政府" }, "140200", "140200", "sheet"],
    // A unit elsewhere does not take a record out of its ledger.
    [{ duty_unit: "太原市人民政府" }, "140200", "140200", "sheet"],
    [{ duty_unit: "太原市人民政府" }, undefined, "140100", "unit"],
    [{}, "140200", "140200", "sheet"],
  ] as const)("%j on a ledger of %s", (fields, place, region, by) => {
    expect(placeOf(fields, place)).toEqual({ region, by });
  });

  it("is not known where nobody says", () => {
    expect(placeOf({ duty_unit: "省生态环境厅" })).toBeNull();
    expect(placeOf({ region: "城区" })).toBeNull();
  });
});
