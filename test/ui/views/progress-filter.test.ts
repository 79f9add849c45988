import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/ui/state/names.ts";
import {
  everything,
  figuresFirst,
  filterProgress,
  isUnmet,
  tallyProgress,
  worstFirst,
} from "../../../src/ui/views/progress-filter.ts";
import { catalog } from "../catalog.ts";
import { progressRow } from "../progress-row.ts";

const names = namesOf(catalog, "zh");
const from = { asOf: "2020-07-31", regions: new Set(["140100", "140200"]) };
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
  filterProgress(rows, { ...everything, ...change }, names, from);

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
    expect(tallyProgress(rows, from)).toEqual({
      met: 1,
      onPace: 0,
      behind: 2,
      unreported: 1,
      undecided: 1,
      elsewhere: 0,
      closed: 0,
    });
  });
});

describe("targets and the as-of day", () => {
  const nothing = { actual: null, gap: null, status: "无法判定" } as const;
  const empty = progressRow(nothing);
  const abroad = progressRow({ ...nothing, region: "100000" });
  const old = progressRow({
    status: "无法判定",
    gap: 2,
    period: "2018",
    deadline: "2019",
  });
  const oldAndEmpty = progressRow({ ...nothing, deadline: "2019" });
  const missed = progressRow({
    status: "严重滞后",
    period: "2019",
    deadline: "2019",
  });

  it("waits for a figure up to the deadline's last day", () => {
    const waiting = (asOf: string) =>
      tallyProgress([empty], { ...from, asOf }).unreported;
    expect(waiting("2020-12-31")).toBe(1);
    expect(waiting("2021-01-01")).toBe(0);
  });

  it("counts regions without any figure apart", () => {
    expect(tallyProgress([empty, abroad], from)).toMatchObject({
      unreported: 1,
      elsewhere: 1,
    });
    expect(
      filterProgress(
        [empty, abroad],
        { ...everything, status: "elsewhere" },
        names,
        from,
      ),
    ).toEqual([abroad]);
  });

  it("sums up targets that closed in a year before without a final figure", () => {
    expect(isUnmet(old, from)).toBe(false);
    expect(isUnmet(old, { ...from, asOf: "2019-12-31" })).toBe(true);
    expect(tallyProgress([old, oldAndEmpty, missed], from)).toMatchObject({
      behind: 1,
      undecided: 0,
      closed: 2,
    });
  });

  it("hides closed targets without a figure unless asked", () => {
    const shown = (change: Partial<typeof everything>) =>
      filterProgress(
        [old, oldAndEmpty, missed],
        { ...everything, ...change },
        names,
        from,
      );
    expect(shown({})).toEqual([old, missed]);
    expect(shown({ closed: true })).toEqual([old, oldAndEmpty, missed]);
    expect(shown({ status: "closed" })).toEqual([old, oldAndEmpty]);
  });

  it("puts rows without a figure last and leaves the order otherwise", () => {
    expect(figuresFirst([empty, old, abroad, missed])).toEqual([
      old,
      missed,
      empty,
      abroad,
    ]);
  });
});
