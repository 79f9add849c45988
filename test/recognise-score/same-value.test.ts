import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { shippedLists } from "./labels.ts";
import { sameValue } from "./same-value.ts";

const { catalog } = loadCatalog(shippedLists());
const held = (value: number | string | null, unit = "", missing = "") => ({
  value,
  unit,
  missing,
});
const label = (value: string, indicator = "air.pm25", measure = "actual") => ({
  cell: "A1",
  indicator,
  measure,
  value,
});

test("figures are compared as decimals after conversion into the indicator's unit", () => {
  const fine = label("64200", "enf.fine");
  expect(sameValue(fine, held(64200, "万元"), catalog)).toBe(true);
  expect(sameValue(fine, held(6.42, "亿元"), catalog)).toBe(true);
  expect(sameValue(fine, held(6.42, "万元"), catalog)).toBe(false);
  expect(sameValue(label("0.30"), held(0.1 + 0.2, "μg/m3"), catalog)).toBe(
    true,
  );
  expect(sameValue(label("48"), held(0.048, "mg/m3"), catalog)).toBe(true);
});

test("a rate is compared in per cent whatever the indicator's unit", () => {
  const rate = label("63.6", "air.good_rate");
  expect(sameValue(rate, held(0.636, "ratio"), catalog)).toBe(true);
  expect(
    sameValue(label("-20", "air.so2", "changeRate"), held(-20, "%"), catalog),
  ).toBe(true);
  expect(
    sameValue(label("-20", "air.so2", "changeRate"), held(20, "%"), catalog),
  ).toBe(false);
});

test("missing is no zero, and placeholders are equal when their reasons are", () => {
  const none = { cell: "A1", missing: "—" };
  expect(sameValue(none, held(0), catalog)).toBe(false);
  expect(sameValue(none, held(null, "", "-"), catalog)).toBe(true);
  expect(sameValue(none, held(null, "", "断流"), catalog)).toBe(false);
  expect(sameValue(none, held(null), catalog)).toBe(false);
  expect(sameValue(label("0"), held(null, "", "—"), catalog)).toBe(false);
});

test("classes are equal however they are spelled, and texts but for spaces", () => {
  for (const spelling of ["劣Ⅴ", "劣V类", "劣五类", "劣5类"])
    expect(sameValue(label("劣Ⅴ"), held(spelling), catalog)).toBe(true);
  expect(sameValue(label("Ⅳ"), held("Ⅴ"), catalog)).toBe(false);
  expect(sameValue(label("太原市"), held("太 原 市"), catalog)).toBe(true);
});
