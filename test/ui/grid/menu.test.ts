import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describe as words } from "../../../src/text/words.ts";
import { arrangeRows } from "../../../src/ui/grid/arrange-rows.ts";
import {
  type Arrangement,
  arrangementOf,
  type Filters,
  hiddenFilters,
  plainArrangement,
  sortFilters,
  valueFilters,
} from "../../../src/ui/grid/arrangement.ts";
import type { Area } from "../../../src/ui/grid/areas.ts";
import { cubeMenu } from "../../../src/ui/grid/cube-menu.ts";
import { layoutOf } from "../../../src/ui/grid/layout.ts";
import { menuStep } from "../../../src/ui/grid/menu-item.ts";
import { narrowSheet } from "../../../src/ui/grid/narrow-sheet.ts";
import {
  choicesOf,
  pick,
  type Sheet,
  sheetOf,
} from "../../../src/ui/grid/sheet.ts";
import { SheetView } from "../../../src/ui/grid/sheet-view.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { catalog } from "../catalog.ts";
import { cube } from "./cube-of.ts";

const sheetIn = (code: string): Sheet => {
  const layout = layoutOf(code);
  return sheetOf(cube, layout, pick(layout, choicesOf(cube), {}));
};

const viewOf = (sheet: Sheet, hidden: readonly string[] = []) =>
  new SheetView({
    sheet,
    rows: arrangeRows(sheet.rows, () => "", new Set(), null),
    names: namesOf(catalog, "zh"),
    say: (code, params = {}) => words(code, params, "zh"),
    statuses: {
      byKey: new Map(),
      bySeries: new Map([["air.pm25|140100||", "滞后"]]),
    },
    formats: new Map(),
    hidden,
  });

const one = (row: number, column: number): Area => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

/** The menu of a place, as a table of its lines, and what its lines did. */
function menu(
  areas: readonly Area[],
  more: {
    readonly arrangement?: Arrangement;
    readonly layout?: string;
    readonly canPaste?: boolean;
  } = {},
) {
  const did: unknown[] = [];
  const last = areas[areas.length - 1] ?? one(0, 0);
  const groups = cubeMenu(
    {
      view: viewOf(sheetIn(more.layout ?? "indicator.region/period")),
      active: { row: last.top, column: last.left },
      areas,
      arrangement: more.arrangement ?? plainArrangement,
      narrowed: false,
      canPaste: more.canPaste ?? true,
      canFreeze: true,
      say: (code, params = {}) => words(code, params, "zh"),
    },
    {
      copy: () => did.push("copy"),
      cut: () => did.push("cut"),
      paste: () => did.push("paste"),
      clear: () => did.push("clear"),
      fill: (along) => did.push(along),
      comment: () => did.push("comment"),
      inspect: () => did.push("inspect"),
      arrange: (changes) => did.push(changes),
      unfilter: () => did.push("unfilter"),
    },
  );
  const lines = new Map(groups.flat().map((line) => [line.id, line]));
  return {
    did,
    why: (id: string) => lines.get(id)?.why,
    words: (id: string) => lines.get(id)?.words,
    run: (id: string) => {
      lines.get(id)?.run();
    },
    lines: [...lines.values()],
  };
}

/** Labels come first: indicator, unit, region, status. */
const first = 4;

describe("the menu of a cell", () => {
  it("offers what can be done with a figure, and says why not with the rest", () => {
    const at = menu([one(1, first + 1)]);
    for (const id of ["cut", "copy", "paste", "clear", "comment", "inspect"])
      expect(at.why(id), id).toBe(null);
    expect(at.words("onlyValue")).toBe("只看 2019年 = 54");
    expect(at.words("onlyRegion")).toBe("只看 太原");
    expect(at.words("onlyStatus")).toBe("只看 滞后");
    expect(at.why("unsort")).toBe("没有排序");
    const top = menu([one(0, first)]);
    expect(top.why("fillDown")).toBe("上方没有单元格");
    expect(top.why("fillRight")).toBe("左侧没有数值单元格");
    expect(top.why("onlyStatus")).toBe("这里没有目标状态");
    const heading = menu([one(1, 0)]);
    expect(heading.why("clear")).toBe("选中的不是数值单元格");
    expect(heading.why("copy")).toBe(null);
    expect(heading.why("freeze")).toBe("已经固定在左侧");
  });

  it("says that only the key pastes where the browser lets no page read", () => {
    expect(menu([one(0, first)], { canPaste: false }).why("paste")).toContain(
      "Ctrl+V",
    );
  });

  it("cuts and clears nothing where nothing stands, and copies no crooked areas", () => {
    expect(menu([one(0, first + 2)]).why("cut")).toBe("选中的单元格没有数值");
    const crooked = menu([one(0, first), one(1, first + 1)]);
    expect(crooked.why("copy")).toContain("相同的行");
    expect(crooked.why("clear")).toBe(null);
  });

  it("narrows to what a whole column or row is about, and to no cell of it", () => {
    const column = menu([{ ...one(0, first + 1), bottom: 3 }]);
    expect(column.why("onlyRegion")).toBe("选中的不是一个地区");
    expect(column.why("onlyValue")).toBe("只对一个数值单元格有效");
    const row = menu([{ ...one(1, 0), right: first + 2 }]);
    expect(row.words("onlyRegion")).toBe("只看 太原");
    const picked = menu([one(0, 1)], { layout: "region/period" });
    expect(picked.why("onlyIndicator")).toContain("只有这一个");
  });

  it("hides the columns that are selected, never the last", () => {
    const some = menu([{ ...one(0, first), right: first + 1 }]);
    expect(some.words("hide")).toBe("隐藏 2 列");
    some.run("hide");
    expect(some.did).toEqual([hiddenFilters(["p:2018", "p:2019"])]);
    expect(menu([{ ...one(0, first), right: first + 2 }]).why("hide")).toBe(
      "至少要留一列数值",
    );
  });

  it("does what it says, and nothing where it says why not", () => {
    const at = menu([one(1, first + 1)]);
    for (const { why, run } of at.lines) if (why === null) run();
    expect(at.did).toContainEqual({ sort: "p:2019", order: "desc" });
    expect(at.did).toContainEqual({ freeze: "p:2019" });
    expect(at.did).toContainEqual(
      valueFilters({ column: "p:2019", text: "54" }),
    );
    expect(at.did).toContain("rows");
  });
});

describe("an arrangement", () => {
  const column = fc.oneof(
    fc.constantFrom(
      "p:2021-01",
      "region",
      "p:air.pm25|actual|扣沙|2015@140100",
    ),
    fc.string({ minLength: 1 }),
  );

  it("is the same after its way through the address", () => {
    fc.assert(
      fc.property(
        column,
        fc.boolean(),
        fc.array(column, { maxLength: 4 }),
        column,
        fc.string(),
        (id, descending, hidden, frozen, text) => {
          const filters: Filters = {
            ...sortFilters({ id, descending }),
            ...hiddenFilters(hidden),
            ...valueFilters({ column: id, text }),
            freeze: frozen,
          };
          const address = new URLSearchParams(
            Object.entries(filters).filter(([, value]) => value !== ""),
          ).toString();
          expect(
            arrangementOf(Object.fromEntries(new URLSearchParams(address))),
          ).toEqual({
            sort: { id, descending },
            hidden,
            frozen,
            value: { column: id, text },
          });
        },
      ),
    );
  });

  it("of a broken address is the plain one", () => {
    expect(arrangementOf({ hide: "[1,{" })).toEqual(plainArrangement);
    expect(arrangementOf({ hide: '{"a":1}' })).toEqual(plainArrangement);
  });
});

describe("a narrowed sheet", () => {
  const sheet = sheetIn("indicator.region/period");

  it("keeps the rows that show the value, missing and empty ones by what they are", () => {
    const rows = (column: string, text: string) =>
      narrowSheet(sheet, { hidden: [], value: { column, text } }).rows.map(
        ({ id }) => id,
      );
    expect(rows("p:2019", "48.5")).toEqual(["air.pm25|actual||@140000"]);
    expect(rows("p:2019", "")).toEqual(["air.pm25|actual||@140200"]);
    expect(rows("p:1999", "1").length).toBe(sheet.rows.length);
  });

  it("has every cell of the columns that are left under its own column", () => {
    fc.assert(
      fc.property(
        fc.subarray(sheet.columns.map(({ id }) => `p:${id}`)),
        (hidden) => {
          const narrow = narrowSheet(sheet, { hidden, value: null });
          narrow.columns.forEach(({ id }, at) => {
            const was = sheet.columns.findIndex((other) => other.id === id);
            narrow.rows.forEach((row, r) => {
              expect(row.cells[at]).toBe(sheet.rows[r]?.cells[was]);
            });
          });
          expect(narrow.columns.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("loses headings that are hidden too", () => {
    expect(viewOf(sheet, ["unit", "p:2018"]).labels).toEqual([
      "indicator",
      "region",
      "status",
    ]);
  });
});

describe("the keys of a menu", () => {
  const lines = ["Cut", "Copy", "Paste", "Clear"];

  it("go round, to the ends, and to the next line of a letter", () => {
    expect(menuStep("ArrowDown", 3, lines)).toBe(0);
    expect(menuStep("ArrowUp", 0, lines)).toBe(3);
    expect(menuStep("End", 0, lines)).toBe(3);
    expect(menuStep("Home", 2, lines)).toBe(0);
    expect(menuStep("c", 0, lines)).toBe(1);
    expect(menuStep("C", 1, lines)).toBe(3);
    expect(menuStep("x", 1, lines)).toBe(1);
    expect(menuStep("Shift", 1, lines)).toBe(null);
  });
});
