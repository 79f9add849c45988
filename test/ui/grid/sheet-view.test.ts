import { describe, expect, it } from "vitest";
import { describe as words } from "../../../src/text/words.ts";
import { arrangeRows } from "../../../src/ui/grid/arrange-rows.ts";
import { copiedBlock } from "../../../src/ui/grid/copied-block.ts";
import { nextSpot, textFinder } from "../../../src/ui/grid/find-cells.ts";
import { layoutOf } from "../../../src/ui/grid/layout.ts";
import { workOutPaste } from "../../../src/ui/grid/paste-work.ts";
import { loadPinyin } from "../../../src/ui/grid/pinyin.ts";
import { choicesOf, pick, sheetOf } from "../../../src/ui/grid/sheet.ts";
import { SheetView } from "../../../src/ui/grid/sheet-view.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import type { Cube } from "../../../src/worker/api.ts";
import { catalog } from "../catalog.ts";
import { cell, cube, row } from "./cube-of.ts";

function viewOf(
  of: Cube = cube,
  code = "indicator.region/period",
  formats: ReadonlyMap<string, number> = new Map(),
): SheetView {
  const layout = layoutOf(code);
  const sheet = sheetOf(of, layout, pick(layout, choicesOf(of), {}));
  return new SheetView({
    sheet,
    rows: arrangeRows(sheet.rows, () => "", new Set(), null),
    names: namesOf(catalog, "zh"),
    say: (say, params = {}) => words(say, params, "zh"),
    statuses: {
      byKey: new Map([["air.pm25|140100|2019|actual||", "滞后"]]),
      bySeries: new Map([["air.pm25|140100||", "滞后"]]),
    },
    formats,
  });
}

/** Labels come first: indicator, unit, region, status. */
const figures = 4;
const at = (line: number, column: number) => ({
  row: line,
  column: figures + column,
});
const area = (top: number, left: number, bottom = top, right = left) => ({
  top,
  bottom,
  left: figures + left,
  right: figures + right,
});

describe("a sheet as it is read", () => {
  it("knows each cell's key, words and status", () => {
    const view = viewOf();
    expect(view.labels).toEqual(["indicator", "unit", "region", "status"]);
    expect(view.key(at(1, 1))).toBe("air.pm25|140100|2019|actual||");
    expect(view.address(at(1, 1))).toBe("太原 · PM2.5浓度 · 2019年");
    expect(view.status(at(1, 1))).toBe("滞后");
    expect(view.text({ row: 1, column: 3 })).toBe("滞后");
    expect(view.key({ row: 1, column: 0 })).toBe(null);
  });

  it("says what a file holds under a value typed over it, and how many remarks there are", () => {
    const view = viewOf({
      ...cube,
      cells: [
        [
          cell(47, {
            edited: true,
            source: -1,
            at: "",
            comments: 2,
            original: {
              value: 48,
              missing: "",
              decimals: 0,
              source: 0,
              at: "C5",
            },
          }),
        ],
      ],
    });
    expect(view.original(cell(47))).toBe("");
    expect(view.tooltip(at(0, 0))).toBe(
      "47 · 手工修改 · 原值 48（某某.xlsx, C5） · 2 条批注",
    );
  });

  it("moves figures left by the decimals they lack", () => {
    const view = viewOf();
    // 48.5 stands in the column of 2019, beside 54 and 63.6.
    expect(view.alignment(at(0, 1), cell(48.5))).toEqual([]);
    expect(view.alignment(at(1, 1), cell(54))).toEqual(["pad-1", "no-point"]);
  });

  it("shows the decimals a person chose, and copies every digit all the same", () => {
    const view = viewOf(cube, undefined, new Map([["air.pm25", 0]]));
    expect(view.text(at(0, 1))).toBe("48");
    expect(view.copied(at(0, 1))).toEqual({ text: "48.5", exact: "48.5" });
    expect(view.copied(at(1, 1))).toEqual({ text: "54", exact: "54" });
  });
});

describe("several selected areas", () => {
  it("are copied together when they share rows or columns", () => {
    const view = viewOf();
    const texts = (areas: Parameters<typeof copiedBlock>[1]) =>
      copiedBlock(view, areas)?.map((line) => line.map(({ text }) => text));
    expect(texts([area(0, 0, 1, 0)])).toEqual([["55"], ["59"]]);
    expect(texts([area(0, 1), area(0, 0)])).toEqual([["55", "48.5"]]);
    expect(texts([area(2, 0), area(0, 0)])).toEqual([["55"], ["36"]]);
    expect(texts([area(0, 0), area(1, 1)])).toBe(undefined);
  });
});

describe("a paste", () => {
  const copied = (text: string) => ({ text, exact: null });

  it("sets what changes and asks nothing when all is plain", () => {
    const work = workOutPaste(
      viewOf(),
      [[copied("55"), copied("47")]],
      [area(0, 0)],
    );
    expect(work.question).toBe(null);
    expect(work.edits(null).edits).toEqual([
      { key: "air.pm25|140000|2019|actual||", unit: "μg/m3", text: "47" },
    ]);
  });

  it("asks once for all cells of a doubt, and does as it is told", () => {
    const work = workOutPaste(
      viewOf(),
      [[copied("4800000"), copied("5000000")]],
      [area(0, 0)],
    );
    expect(work.question?.doubts).toMatchObject([{ doubt: "far_off", n: 2 }]);
    const answer = (how: "take" | "skip") => ({
      doubts: new Map([["far_off" as const, how]]),
      grow: false,
    });
    expect(work.edits(answer("skip"))).toEqual({ edits: [], skipped: 2 });
    expect(work.edits(answer("take")).edits.length).toBe(2);
  });

  it("grows by the periods that follow when asked", () => {
    const work = workOutPaste(
      viewOf(),
      [[copied("50"), copied("51"), copied("52")]],
      [area(0, 2)],
    );
    expect(work.question?.beyond).toEqual({
      rows: 0,
      columns: 2,
      cells: 2,
      grow: "2021年、2022年",
    });
    const keys = (grow: boolean) =>
      work
        .edits({ doubts: new Map(), grow })
        .edits.map(({ key }) => key.split("|")[2]);
    expect(keys(true)).toEqual(["2020", "2021", "2022"]);
    expect(keys(false)).toEqual(["2020"]);
  });

  it("grows by regions of the same kind, and loses what has no place", () => {
    const one: Cube = {
      ...cube,
      rows: [row("140100")],
      cells: [[cell(1), cell(2), cell(3)]],
    };
    const work = workOutPaste(
      viewOf(one, "region/period"),
      [[copied("1")], [copied("2")], [copied("3")]],
      [{ top: 0, bottom: 0, left: 2, right: 2 }],
    );
    expect(work.question?.beyond).toMatchObject({ rows: 2, grow: "大同" });
    expect(work.lost).toBe(1);
    expect(
      work.edits({ doubts: new Map(), grow: true }).edits.map(({ key }) => key),
    ).toEqual(["air.pm25|140200|2018|actual||"]);
  });

  it("on names sets nothing", () => {
    const work = workOutPaste(
      viewOf(),
      [[copied("1")]],
      [{ top: 0, left: 0, bottom: 0, right: 0 }],
    );
    expect(work.edits(null).edits).toEqual([]);
    expect(work.lost).toBe(1);
  });
});

describe("finding", () => {
  it("knows words, widths of letters, and pinyin", async () => {
    const spell = await loadPinyin();
    expect(textFinder("太原", null)("太原市")).toBe(true);
    expect(textFinder("ｐｍ２.5", null)("PM2.5浓度")).toBe(true);
    expect(textFinder("taiyuan", spell)("太原市")).toBe(true);
    expect(textFinder("ty", spell)("太原市")).toBe(true);
    expect(textFinder("dt", spell)("太原市")).toBe(false);
    expect(textFinder("", spell)("太原市")).toBe(false);
  });

  it("goes on from where one is, round and round, both ways", () => {
    const spots = [at(0, 0), at(0, 2), at(3, 1)];
    expect(nextSpot(spots, null, false)).toEqual(at(0, 0));
    expect(nextSpot(spots, at(0, 0), false)).toEqual(at(0, 2));
    expect(nextSpot(spots, at(3, 1), false)).toEqual(at(0, 0));
    expect(nextSpot(spots, at(0, 0), true)).toEqual(at(3, 1));
    expect(nextSpot([], at(0, 0), true)).toBe(null);
  });
});
