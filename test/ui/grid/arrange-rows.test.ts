import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrangeRows,
  foldable,
  type RowSort,
} from "../../../src/ui/grid/arrange-rows.ts";
import { itemOf, type SheetRow } from "../../../src/ui/grid/sheet.ts";
import { cell, row } from "./cube-of.ts";

const parents: Readonly<Record<string, string>> = {
  "140000": "",
  "140100": "140000",
  "140200": "140000",
  "140105": "140100",
  "140106": "140100",
};
const parentOf = (code: string) => parents[code] ?? "";

function line(
  region: string,
  value: number | null,
  indicator = "air.pm25",
): SheetRow {
  return {
    id: `${indicator}@${region}`,
    item: itemOf(row(region, indicator)),
    region,
    period: null,
    cells: [value === null ? null : cell(value)],
  };
}
const byValue = (descending: boolean): RowSort => ({
  descending,
  blocks: false,
  by: (one) => one.cells[0]?.value ?? null,
});
const order = (rows: readonly { readonly region: string | null }[]) =>
  rows.map(({ region }) => region);

const rows = [
  line("140105", 5),
  line("140000", 48),
  line("140200", 30),
  line("140100", 54),
  line("140106", null),
];

describe("rows as a tree", () => {
  it("put regions under those they are part of, in the order they came", () => {
    const tree = arrangeRows(rows, parentOf, new Set(), null);
    expect(order(tree)).toEqual([
      "140000",
      "140200",
      "140100",
      "140105",
      "140106",
    ]);
    expect(tree.map(({ depth }) => depth)).toEqual([0, 1, 1, 2, 2]);
  });

  it("keep aggregates above their parts whichever way they are sorted, missing last", () => {
    expect(
      order(arrangeRows(rows, parentOf, new Set(), byValue(false))),
    ).toEqual(["140000", "140200", "140100", "140105", "140106"]);
    expect(
      order(arrangeRows(rows, parentOf, new Set(), byValue(true))),
    ).toEqual(["140000", "140100", "140105", "140106", "140200"]);
  });

  it("leave out the parts of folded rows", () => {
    const folded = new Set(["air.pm25@140100"]);
    const tree = arrangeRows(rows, parentOf, folded, null);
    expect(order(tree)).toEqual(["140000", "140200", "140100"]);
    expect(tree[2]).toMatchObject({ hasParts: true, folded: true });
    expect(foldable(arrangeRows(rows, parentOf, new Set(), null))).toEqual([
      "air.pm25@140000",
      "air.pm25@140100",
    ]);
  });

  it("climb over a region that is not shown", () => {
    const tree = arrangeRows(
      [line("140000", 1), line("140105", 2)],
      parentOf,
      new Set(),
      null,
    );
    expect(tree.map(({ depth }) => depth)).toEqual([0, 1]);
  });

  it("never mix indicators, and lose no row", () => {
    const one = fc.record({
      region: fc.constantFrom(...Object.keys(parents)),
      indicator: fc.constantFrom("air.pm25", "air.good_rate"),
      value: fc.option(fc.integer({ min: 0, max: 9 })),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, {
          selector: ({ region, indicator }) => region + indicator,
        }),
        fc.boolean(),
        (list, descending) => {
          const given = list.map(({ region, indicator, value }) =>
            line(region, value, indicator),
          );
          const tree = arrangeRows(
            given,
            parentOf,
            new Set(),
            byValue(descending),
          );
          expect(tree.map(({ id }) => id).sort()).toEqual(
            given.map(({ id }) => id).sort(),
          );
          const blocks = tree.map(({ item }) => item?.indicator);
          expect(new Set(blocks).size).toBe(
            blocks.filter((block, i) => block !== blocks[i - 1]).length,
          );
        },
      ),
    );
  });
});
