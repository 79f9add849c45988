import { describe, expect, it } from "vitest";
import type { Cube, CubeCell } from "../../../src/worker/api.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { filterCube } from "../../../src/ui/views/cube-filter.ts";
import { catalog } from "../catalog.ts";

const names = namesOf(catalog, "zh");
const all = { indicator: "", measure: "", search: "", conflicts: false };

function cell(value: number, conflict = false): CubeCell {
  return {
    value,
    missing: "",
    decimals: 0,
    status: "normal",
    edited: false,
    conflict,
  };
}

function row(region: string, measure: "actual" | "target") {
  return {
    indicator: "air.pm25",
    region,
    variant: "",
    base: "",
    measure,
    unit: "μg/m3",
    decimals: 0,
  };
}

const cube: Cube = {
  periods: ["2018", "2019", "2020"],
  rows: [
    row("140100", "actual"),
    row("140100", "target"),
    row("140200", "actual"),
  ],
  cells: [
    [cell(59), cell(48), null],
    [null, null, cell(44)],
    [null, cell(30, true), null],
  ],
};

describe("filterCube", () => {
  it("shows only periods in which a shown row says something", () => {
    expect(filterCube(cube, all, names).periods).toEqual(cube.periods);
    const actual = filterCube(cube, { ...all, measure: "actual" }, names);
    expect(actual.lines.length).toBe(2);
    expect(actual.periods).toEqual(["2018", "2019"]);
  });

  it("finds rows by words and by disagreement of sources", () => {
    expect(
      filterCube(cube, { ...all, search: "太原" }, names).lines.length,
    ).toBe(2);
    expect(
      filterCube(cube, { ...all, conflicts: true }, names).lines.map(
        (line) => line.row.region,
      ),
    ).toEqual(["140200"]);
  });
});
