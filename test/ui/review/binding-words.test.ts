import { describe, expect, it } from "vitest";
import { bindingWords } from "../../../src/ui/review/binding-words.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { describe as words } from "../../../src/text/words.ts";
import type { ReviewBinding } from "../../../src/worker/api.ts";
import { catalog } from "../catalog.ts";

const binding: ReviewBinding = {
  row: 3,
  column: 1,
  slot: 0,
  base: "",
  form: "number",
  indicator: "",
  region: "",
  period: "",
  measure: "",
  variant: "",
  record: "",
  field: "",
  value: 1,
  unit: "",
  missing: "",
  confidence: 1,
  reasons: [],
  change: "none",
  stored: null,
};

const told = (over: Partial<ReviewBinding>): string =>
  bindingWords(
    { ...binding, ...over },
    namesOf(catalog, "zh"),
    (code, params) => words(code, params ?? {}, "zh"),
  ).join(" · ");

describe("what a cell was taken for", () => {
  it("is a figure with its place, time and kind", () => {
    expect(
      told({
        indicator: "air.pm25",
        region: "140100",
        period: "2021-06",
        measure: "actual",
        value: 46,
        unit: "μg/m3",
      }),
    ).toBe("PM2.5浓度 · 太原市 · 2021年6月 · 实际 · 46 μg/m³");
  });

  it("is the number alone where rows are counted", () => {
    expect(told({})).toBe("1");
  });
});
