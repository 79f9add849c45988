import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/ui/state/names.ts";
import {
  everything,
  filterProgress,
  tallyProgress,
  worstFirst,
} from "../../../src/ui/views/progress-filter.ts";
import { catalog } from "../catalog.ts";
import { progressRow } from "../progress-row.ts";

const names = namesOf(catalog, "zh");
const behind = progressRow();
const far = progressRow({
  region: "140200",
  status: "严重滞后",
  paceRatio: 0.3,
});
const met = progressRow({ indicator: "air.good_rate", status: "目前达标" });
const unreported = progressRow({ actual: null, gap: null, status: "无法判定" });
const unmet = progressRow({ status: "无法判定", gap: 2 });
const untargeted = progressRow({ targetId: null, status: "无法判定" });
const rows = [behind, far, met, unreported, unmet, untargeted];

const by = (change: Partial<typeof everything>) =>
  filterProgress(rows, { ...everything, ...change }, names);

describe("filterProgress", () => {
  it("keeps figures without a target behind their switch", () => {
    expect(by({})).not.toContain(untargeted);
    expect(by({ untargeted: true })).toContain(untargeted);
  });

  it("narrows by group, status, region, indicator and words", () => {
    expect(by({ status: "behind" })).toEqual([behind, far]);
    expect(by({ status: "严重滞后" })).toEqual([far]);
    expect(by({ status: "unreported" })).toEqual([unreported]);
    expect(by({ status: "unmet" })).toEqual([unmet]);
    expect(by({ region: "140200" })).toEqual([far]);
    expect(by({ indicator: "air.good_rate" })).toEqual([met]);
    expect(by({ search: "大同" })).toEqual([far]);
  });
});

describe("overview", () => {
  it("puts the worst first", () => {
    expect(worstFirst([met, behind, far])).toEqual([far, behind, met]);
  });

  it("counts rows with a target once each", () => {
    expect(tallyProgress(rows)).toEqual({
      met: 1,
      onPace: 0,
      behind: 2,
      unreported: 1,
      undecided: 1,
    });
  });
});
