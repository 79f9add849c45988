import { describe, expect, it } from "vitest";
import type { Target } from "../../src/model/target.ts";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import { freshWorkbook } from "./target-sheet.ts";
import { hostOf, hostWithExamples } from "./host-of.ts";

const day = "2021-06-30";

const own: Target = {
  id: "own-1",
  indicator: "air.pm25",
  region: "140100",
  variant: "",
  base: "",
  comparator: "<=",
  goal: "45",
  unit: "μg/m3",
  baseline: { value: "54", period: "2020" },
  from: "2020",
  deadline: "2025",
  declared: "2021-01-01",
  force: "binding",
  cumulative: false,
  plan: "十四五",
  source: "并政发〔2021〕1号",
  confidence: "user",
  remark: "市政府下达",
  milestones: [{ period: "2022", goal: "50" }],
};

async function rowsOf(host: ReturnType<typeof hostOf>, asOf = day) {
  return (await host.targets(asOf)).rows;
}

describe("targets behind the page", () => {
  it("lists the shipped ones with where they stand", async () => {
    const rows = await rowsOf(hostOf());
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map(({ origin }) => origin))).toEqual(
      new Set(["shipped"]),
    );
    const of = (id: string) => rows.find(({ target }) => target.id === id);
    expect(of("cn-135-cod-cut")?.standing).toBe("over");
    expect(of("sx-2025-pm25")?.standing).toBe("notYet");
    expect(of("jc-2021-firm-moved")?.standing).toBe("inForce");
  });

  it("sets, changes and takes back a target as single actions", async () => {
    const host = hostOf();
    const { issues, state } = await host.setTarget(own, "张三");
    expect(issues).toEqual([]);
    expect(state.canUndo).toBe(true);
    expect(state.undoes?.code).toBe("journal.target");
    await host.setTarget({ ...own, goal: "44" }, "张三");
    const held = async () =>
      (await rowsOf(host)).find(({ target }) => target.id === own.id);
    expect((await held())?.target).toEqual({ ...own, goal: "44" });
    await host.undo("张三");
    expect((await held())?.target.goal).toBe("45");
    await host.undo("张三");
    expect(await held()).toBeUndefined();
    await host.redo("张三");
    expect((await held())?.origin).toBe("own");
  });

  it("refuses what does not hold up, and changes nothing", async () => {
    const host = hostOf();
    const { issues } = await host.setTarget(
      { ...own, indicator: "air.nothing", goal: "many" },
      "张三",
    );
    expect(issues.map(({ code }) => code)).toEqual(["catalog.bad_field"]);
    expect(
      (await host.setTarget({ ...own, unit: "%" }, "张三")).issues[0]?.code,
    ).toBe("catalog.unit_mismatch");
    expect(
      (
        await host.setTargets(
          [
            { id: "a", target: own },
            { id: "b", target: { ...own, region: "999999" } },
          ],
          "",
          "张三",
        )
      ).issues.map(({ code, params }) => [code, params?.["row"]]),
    ).toEqual([["catalog.unknown_code", 2]]);
    expect((await host.state()).entries).toBe(0);
  });

  it("sets many as one action", async () => {
    const host = hostOf();
    await host.setTargets(
      ["140100", "140200"].map((region) => ({
        id: `own-${region}`,
        target: { ...own, region },
      })),
      "目标.xlsx",
      "张三",
    );
    const count = async () =>
      (await rowsOf(host)).filter(({ origin }) => origin === "own").length;
    expect(await count()).toBe(2);
    expect((await host.state()).entries).toBe(1);
    expect((await host.log())[0]).toMatchObject({
      code: "journal.targets_imported",
      params: { file: "目标.xlsx", count: 2, removed: 0 },
    });
    await host.undo("张三");
    expect(await count()).toBe(0);
  });

  it("takes a shipped one off the list, and brings it back", async () => {
    const host = hostOf();
    const there = async () =>
      (await rowsOf(host)).some(({ target }) => target.id === "sx-2025-pm25");
    await host.removeTarget("sx-2025-pm25", "张三");
    expect(await there()).toBe(false);
    await host.undo("张三");
    expect(await there()).toBe(true);
    expect((await host.removeTarget("nothing", "张三")).issues[0]?.code).toBe(
      "worker.no_such_target",
    );
  });

  it("keeps versions: each day is judged by the one then in force", async () => {
    const host = hostOf();
    await host.setTarget(own, "张三");
    await host.reviseTarget(own.id, { goal: "42" }, "2023-03-01", "李四");
    const goals = async (asOf: string) =>
      (await host.progress({ region: "140100", asOf }))
        .filter(({ targetId }) => targetId?.startsWith("own-"))
        .map(({ targetId, target }) => [targetId, target]);
    expect(await goals("2023-02-28")).toEqual([["own-1", 45]]);
    expect(await goals("2023-03-01")).toEqual([["own-1#2", 42]]);
    const standing = async (asOf: string) =>
      (await rowsOf(host, asOf))
        .filter(({ origin }) => origin === "own")
        .map(({ standing: one }) => one);
    expect(await standing("2023-02-28")).toEqual(["inForce", "notYet"]);
    expect(await standing("2023-03-01")).toEqual(["replaced", "inForce"]);
    await host.retireTarget("own-1#2", "2024-06-30", "李四");
    expect(await goals("2024-06-30")).toEqual([["own-1#2", 42]]);
    expect(await standing("2024-07-01")).toEqual(["inForce", "retired"]);
  });

  it("survives a reload with all its fields", async () => {
    const store = createMemoryStore();
    await hostOf(store).setTarget(own, "张三");
    const rows = await rowsOf(hostOf(store));
    expect(rows.find(({ target }) => target.id === own.id)?.target).toEqual(
      own,
    );
  });

  it("says how parts fit the whole", async () => {
    const host = hostOf();
    const part = (region: string, goal: string): Target => ({
      ...own,
      id: `part-${region}`,
      indicator: "heat.homes",
      comparator: ">=",
      unit: "户",
      region,
      goal,
      baseline: null,
      milestones: [],
    });
    await host.setTargets(
      [
        { ...part("140000", "1000"), id: "whole" },
        { ...part("140100", "600"), partOf: "whole" },
        { ...part("140200", "300"), partOf: "whole" },
      ].map((target) => ({ id: target.id, target })),
      "",
      "张三",
    );
    const { findings } = await host.targets(day);
    expect(findings.map(({ code }) => code)).toEqual([
      "progress.parts_sum_below",
      "progress.parts_missing",
    ]);
    expect(findings[0]?.params).toMatchObject({
      terms: "600 + 300",
      made: 900,
      goal: ">=1000",
      by: 100,
    });
  });

  it("reads a list of targets from a workbook and stores it when told", async () => {
    const host = hostOf();
    const file = await freshWorkbook([
      ["太原市2025年生态环境目标清单"],
      [
        "指标",
        "地区",
        "2020年基数",
        "2023年目标",
        "2025年目标",
        "单位",
        "属性",
        "来源",
        "备注",
      ],
      [
        "PM2.5浓度",
        "太原市",
        54,
        "≤48",
        "≤42",
        "微克/立方米",
        "约束性",
        "并政发〔2021〕1号",
        "含沙尘",
      ],
      ["优良天数比例", "太原市", 61.4, "", "75%以上", "", "预期性", "", ""],
      ["不知道的指标", "太原市", "", "", "1", "", "", "", ""],
    ]);
    const read = await host.readTargets(file, {});
    expect(read.found).toBe(true);
    expect(read.issues).toMatchObject([
      { code: "lens.target_field", cell: "A5", severity: "error" },
    ]);
    expect(read.targets).toMatchObject([
      {
        indicator: "air.pm25",
        region: "140100",
        comparator: "<=",
        goal: "42",
        unit: "μg/m3",
        baseline: { value: "54", period: "2020" },
        from: "2020",
        deadline: "2025",
        force: "binding",
        milestones: [{ period: "2023", goal: "48" }],
        remark: "含沙尘",
        confidence: "user",
      },
      {
        indicator: "air.good_rate",
        comparator: ">=",
        goal: "75",
        unit: "%",
        force: "expected",
      },
    ]);
    expect(read.targets[0]?.source).toContain("并政发〔2021〕1号");
    expect(read.targets[0]?.source).toContain("E3");
    await host.setTargets(
      read.targets.map((target) => ({ id: target.id, target })),
      file.name,
      "张三",
    );
    expect(
      (await rowsOf(host)).filter(({ origin }) => origin === "own"),
    ).toHaveLength(2);
  });
});

describe("status rules behind the page", () => {
  it("judge by the user's thresholds until they are put back", async () => {
    const host = await hostWithExamples();
    const status = async () =>
      (await host.progress({ region: "140000", asOf: "2019-12-31" })).find(
        ({ indicator }) => indicator === "emis.nox_cut",
      )?.status;
    const { inForce } = await host.statusRules();
    expect(await status()).toBe("超序时");
    const label = { zh: "领先", en: "Leading" };
    const changed = await host.setStatusRules(
      {
        ...inForce,
        ahead: "1.2",
        labels: { ...inForce.labels, 超序时: label },
      },
      "张三",
    );
    expect(changed.issues).toEqual([]);
    expect((await host.log())[0]?.code).toBe("journal.status_rules");
    expect(await status()).toBe("达序时");
    const { catalog } = await host.open();
    expect(
      catalog.statuses.find(({ code }) => code === "超序时")?.label,
    ).toEqual(label);
    await host.undo("张三");
    expect(await status()).toBe("超序时");
    await host.redo("张三");
    expect(await status()).toBe("达序时");
    await host.setStatusRules(null, "张三");
    expect(await status()).toBe("超序时");
  });

  it("judge by the thresholds in force on the day, kept with the journal", async () => {
    const host = await hostWithExamples();
    const statusOn = async (asOf: string) =>
      (await host.progress({ region: "140000", asOf })).find(
        ({ indicator }) => indicator === "emis.nox_cut",
      )?.status;
    const { inForce } = await host.statusRules();
    const version = {
      name: "晋环函〔2020〕1号",
      from: "2020-01-01",
      to: "",
      ahead: "1.2",
      onPace: "1",
      behind: "0.8",
      source: "通知",
    };
    const { issues } = await host.setStatusRules(
      { ...inForce, versions: [version] },
      "张三",
    );
    expect(issues).toEqual([]);
    expect((await host.statusRules()).inForce.versions).toEqual([version]);
    expect(await statusOn("2019-12-31")).toBe("超序时");
    expect(await statusOn("2020-01-01")).toBe("达序时");
    await host.undo("张三");
    expect(await statusOn("2020-01-01")).toBe("超序时");
  });

  it("refuse thresholds out of order", async () => {
    const host = hostOf();
    const { inForce } = await host.statusRules();
    const { issues } = await host.setStatusRules(
      { ...inForce, behind: "2" },
      "张三",
    );
    expect(issues[0]?.code).toBe("catalog.bad_field");
    expect((await host.state()).entries).toBe(0);
  });
});

describe("what if", () => {
  it("flips a status without storing anything", async () => {
    const host = await hostWithExamples();
    const before = await host.state();
    const result = await host.whatIf(
      [{ key: "emis.nox_cut|140000|2020|actual||2015", text: "20.1" }],
      "2019-12-31",
    );
    expect(result.issues).toEqual([]);
    expect(result.flips).toContainEqual(
      expect.objectContaining({ before: "超序时", after: "已达标" }),
    );
    expect(await host.state()).toEqual(before);
    expect(
      (
        await host.whatIf(
          [{ key: "emis.nox_cut|140000|2020|actual||2015", text: "许多" }],
          "2019-12-31",
        )
      ).issues[0]?.code,
    ).toBe("worker.not_a_number");
  });
});

describe("rows behind the page", () => {
  it("come light, and whole when one is opened", async () => {
    const host = await hostWithExamples();
    const rows = await host.progress({ region: "140000", asOf: "2019-12-31" });
    const light = rows.find(({ indicator }) => indicator === "emis.nox_cut");
    if (light === undefined) throw new Error("no row");
    expect(light.trace).toEqual([]);
    expect(light).toMatchObject({
      forecast: null,
      rest: null,
      reasons: { forecast: "progress.on_request" },
    });
    const whole = await host.progressRow(light, "2019-12-31");
    expect(whole).toMatchObject({
      targetId: light.targetId,
      status: light.status,
      actual: 17.9,
      reasons: { forecast: "progress.forecast_few_changes" },
    });
    expect(whole?.rest?.months.at(-1)).toMatchObject({
      period: "2020-12",
      level: 20,
    });
    expect(
      await host.progressRow({ ...light, targetId: "none" }, "2019-12-31"),
    ).toBeNull();
  });
});
