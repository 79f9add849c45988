import type { Cube, CubeCell, CubeRow } from "../../../src/worker/api.ts";

export function cell(
  value: number | string | null,
  more: Partial<CubeCell> = {},
): CubeCell {
  return {
    value,
    missing: value === null ? "断流" : "",
    decimals:
      typeof value === "number"
        ? (String(value).split(".")[1]?.length ?? 0)
        : null,
    status: "normal",
    edited: false,
    conflict: false,
    source: 0,
    at: "C5",
    original: null,
    comments: 0,
    ...more,
  };
}

export function row(
  region: string,
  indicator = "air.pm25",
  more: Partial<CubeRow> = {},
): CubeRow {
  return {
    indicator,
    region,
    variant: "",
    base: "",
    measure: "actual",
    unit: indicator === "air.pm25" ? "μg/m3" : "%",
    decimals: null,
    ...more,
  };
}

/** Two cities and their province, two indicators, three years. */
export const cube: Cube = {
  sources: [{ file: "某某.xlsx", sheet: "空气" }],
  periods: ["2018", "2019", "2020"],
  rows: [
    row("140000"),
    row("140100"),
    row("140200"),
    row("140100", "air.good_rate"),
  ],
  cells: [
    [cell(55), cell(48.5), null],
    [cell(59), cell(54), null],
    [cell(36), null, cell(30, { conflict: true })],
    [null, cell(63.6), null],
  ],
};
