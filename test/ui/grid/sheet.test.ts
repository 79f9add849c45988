import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyText } from "../../../src/model/observation.ts";
import {
  dimensions,
  layoutCodes,
  layoutOf,
  pickedIn,
} from "../../../src/ui/grid/layout.ts";
import { narrowCube } from "../../../src/ui/grid/narrow-cube.ts";
import { choicesOf, keyAt, pick, sheetOf } from "../../../src/ui/grid/sheet.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { catalog } from "../catalog.ts";
import { cube, row } from "./cube-of.ts";

function laidOut(code: string, chosen = {}, periods: readonly string[] = []) {
  const layout = layoutOf(code);
  return sheetOf(cube, layout, pick(layout, choicesOf(cube), chosen), {
    periods,
    rows: [],
  });
}

/** Every value of the cube by its key. */
const known = new Map(
  cube.rows.flatMap((line, r) =>
    cube.periods.flatMap((period, p) => {
      const value = cube.cells[r]?.[p] ?? null;
      const { indicator, region, measure, variant, base } = line;
      const key = keyText({
        indicator,
        region,
        period,
        measure,
        variant,
        base,
      });
      return value === null ? [] : [[key, value] as const];
    }),
  ),
);

describe("layouts", () => {
  it("have every dimension once: down, across or picked", () => {
    for (const code of layoutCodes) {
      const layout = layoutOf(code);
      expect(
        [...layout.rows, ...layout.columns, ...pickedIn(layout)].sort(),
      ).toEqual([...dimensions].sort());
    }
    expect(layoutOf("something")).toEqual(layoutOf(layoutCodes[0]));
  });

  it("offer any two dimensions against each other", () => {
    for (const down of dimensions)
      for (const across of dimensions)
        if (down !== across) expect(layoutCodes).toContain(`${down}/${across}`);
  });

  it("show each value where its key says, and nowhere else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...layoutCodes),
        fc.constantFrom("140000", "140100", "140200"),
        fc.constantFrom("2018", "2019", "2020"),
        (code, region, period) => {
          const sheet = laidOut(code, { region, period });
          const shown = sheet.rows.flatMap((line) =>
            line.cells.flatMap((value, at) => {
              const column = sheet.columns[at];
              if (value === null || column === undefined) return [];
              const key = keyAt(sheet, line, column);
              expect(known.get(key ?? "")).toBe(value);
              return [key];
            }),
          );
          expect(new Set(shown).size).toBe(shown.length);
          const { item, region: r, period: p } = sheet.picked;
          const fits = [...known.keys()].filter(
            (key) =>
              (item === null || key.startsWith(`${item.indicator}|`)) &&
              (r === null || key.split("|")[1] === r) &&
              (p === null || key.split("|")[2] === p),
          );
          expect([...shown].sort()).toEqual(fits.sort());
        },
      ),
    );
  });

  it("leave out columns in which nothing is said, but not added ones", () => {
    expect(
      laidOut("region/period", { region: "140100" }).columns.map(
        ({ id }) => id,
      ),
    ).toEqual(["2018", "2019", "2020"]);
    const rates = laidOut("region/period", {
      indicator: "air.good_rate|actual||",
    });
    expect(rates.columns.map(({ id }) => id)).toEqual(["2019"]);
    const more = laidOut(
      "region/period",
      { indicator: "air.good_rate|actual||" },
      ["2021"],
    );
    expect(more.columns.map(({ id }) => id)).toEqual(["2019", "2021"]);
    expect(more.rows[0]?.cells).toEqual([
      known.get("air.good_rate|140100|2019|actual||"),
      null,
    ]);
  });

  it("group columns by their outer dimension", () => {
    const ids = laidOut("region/period.indicator").columns.map(
      ({ period, item }) => `${period ?? ""} ${item?.indicator ?? ""}`,
    );
    expect(ids).toEqual([
      "2018 air.pm25",
      "2018 air.good_rate",
      "2019 air.pm25",
      "2019 air.good_rate",
      "2020 air.pm25",
      "2020 air.good_rate",
    ]);
  });

  it("pick what was chosen, and something there when that is gone", () => {
    const layout = layoutOf("region/indicator");
    const choices = choicesOf(cube);
    expect(pick(layout, choices, { period: "2019" }).period).toBe("2019");
    expect(pick(layout, choices, { period: "1999" }).period).toBe("2020");
  });
});

describe("a narrowed cube", () => {
  const names = namesOf(catalog, "zh");
  const all = {
    indicator: "",
    measure: "",
    region: "",
    search: "",
    conflicts: false,
    status: "",
  };
  const regions = (filter: Partial<typeof all>) =>
    narrowCube(cube, { ...all, ...filter }, names, (one) =>
      one.region === "140100" && one.indicator === "air.pm25"
        ? "严重滞后"
        : one.region === "140200"
          ? "已达标"
          : null,
    ).rows.map(({ region, indicator }) => `${region} ${indicator}`);

  it("keeps rows by words, region, indicator and disagreement", () => {
    expect(regions({}).length).toBe(4);
    expect(regions({ search: "太原" }).length).toBe(2);
    expect(regions({ region: "140200" })).toEqual(["140200 air.pm25"]);
    expect(regions({ indicator: "air.good_rate" }).length).toBe(1);
    expect(regions({ conflicts: true })).toEqual(["140200 air.pm25"]);
    expect(regions({ measure: "target" })).toEqual([]);
  });

  it("keeps rows by how their targets stand", () => {
    expect(regions({ status: "behind" })).toEqual(["140100 air.pm25"]);
    expect(regions({ status: "已达标" })).toEqual(["140200 air.pm25"]);
    expect(regions({ status: "滞后" })).toEqual([]);
  });

  it("keeps cells beside their rows", () => {
    const one = narrowCube(
      cube,
      { ...all, region: "140200" },
      names,
      () => null,
    );
    expect(one.cells).toEqual([cube.cells[2]]);
    expect(row("140200")).toEqual(one.rows[0]);
  });
});
