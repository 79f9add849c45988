import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ProgressRow } from "../../src/model/progress.ts";
import { dabiao } from "./dabiao.ts";
import { writtenSheet } from "./written-sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "dabiao-targets-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const sheet = (name: string, rows: readonly (readonly (string | number)[])[]) =>
  writtenSheet(join(folder, name), rows);

const data = () =>
  sheet("太原市2021年1—9月空气质量.xlsx", [
    ["太原市2021年1—9月环境空气质量"],
    ["地区", "PM2.5浓度(μg/m³)", "优良天数比例(%)"],
    ["太原市", 40, 62.5],
  ]);

describe("dabiao progress --targets", () => {
  it("takes a list of targets in a sheet", async () => {
    const targets = await sheet("目标.xlsx", [
      ["2021年度目标清单"],
      [
        "编号",
        "指标",
        "地区",
        "目标值",
        "单位",
        "完成时限",
        "属性",
        "来源",
        "备注",
      ],
      [
        "P1",
        "PM2.5浓度",
        "太原市",
        "≤44",
        "μg/m³",
        "2021年",
        "约束性",
        "并政发",
        "考核",
      ],
      [
        "P2",
        "优良天数比例",
        "太原市",
        "65%以上",
        "%",
        "2021年12月31日",
        "预期性",
        "",
        "",
      ],
      ["P3", "说不清的指标", "太原市", "1", "", "2021年", "", "", ""],
    ]);
    const { code, out, err } = await dabiao(
      "progress",
      await data(),
      "--targets",
      targets,
      "--as-of",
      "2021-09-30",
      "--region",
      "太原市",
      "--json",
    );
    expect(code).toBe(1);
    expect(err).toContain("B5");
    const rows = JSON.parse(out) as (Omit<ProgressRow, "trace"> & {
      readonly trace: readonly { readonly text: string }[];
    })[];
    const of = (id: string) => rows.find(({ targetId }) => targetId === id);
    expect(of("P1")).toMatchObject({
      actual: 40,
      judged: 40,
      target: 44,
      comparator: "<=",
      status: "目前达标",
      // (44 × 365 − 40 × 273) ÷ 92 = 55.87.
      remaining: { kind: "mean", daysLeft: 92 },
      rest: { years: [], months: [{}, {}, {}] },
      forecast: null,
    });
    expect(of("P1")?.reasons["forecast"]).toBe(
      "progress.forecast_no_last_year",
    );
    expect(of("P2")).toMatchObject({ target: 65, remaining: { kind: "days" } });
    const texts = of("P1")?.trace.map(({ text }) => text) ?? [];
    expect(texts[0]).toContain("≤ 44 微克/立方米，2021年1月1日至2021年");
    expect(texts.join("\n")).not.toMatch(/\{\w+\}|<=|μg\/m3/);
    expect(texts.join("\n")).toContain("= 55.87 微克/立方米");
  });

  it("takes a table with a column of goals beside figures", async () => {
    const targets = await sheet("考核.xlsx", [
      ["太原市2021年环境空气质量目标"],
      ["地区", "PM2.5浓度目标值(μg/m³)"],
      ["太原市", 44],
    ]);
    const { code, out } = await dabiao(
      "progress",
      await data(),
      "--targets",
      targets,
      "--as-of",
      "2021-09-30",
      "--json",
    );
    expect(code).toBe(0);
    const rows = JSON.parse(out) as ProgressRow[];
    expect(
      rows.find(
        ({ indicator, targetId }) =>
          indicator === "air.pm25" && targetId?.startsWith("sheet:"),
      ),
    ).toMatchObject({ actual: 40, target: 44, status: "目前达标" });
  });

  it("takes JSON, and says which parts do not make the whole", async () => {
    const file = join(folder, "targets.json");
    const one = {
      variant: "",
      base: "",
      indicator: "heat.homes",
      comparator: ">=",
      unit: "户",
      baseline: null,
      from: "2021-01-01",
      deadline: "2021",
      declared: "",
      force: "binding",
      cumulative: false,
      plan: "清洁取暖",
      source: "test",
      confidence: "user",
    };
    writeFileSync(
      file,
      JSON.stringify([
        { ...one, id: "w", region: "140000", goal: "1000" },
        { ...one, id: "a", region: "140100", goal: "700", partOf: "w" },
        { ...one, id: "b", region: "140200", goal: "200", partOf: "w" },
      ]),
    );
    const { code, err } = await dabiao(
      "progress",
      await data(),
      "--targets",
      file,
      "--as-of",
      "2021-09-30",
    );
    expect(code).toBe(0);
    expect(err).toContain("700 + 200 = 900 户，低于目标，差 100 户");
    expect(err).toMatch(/还有 9 个地区没有分解目标：.*阳泉市/);
  });

  it("refuses a file with neither", async () => {
    const empty = await sheet("空.xlsx", [["说明"], ["没有目标"]]);
    const { code, err } = await dabiao(
      "progress",
      await data(),
      "--targets",
      empty,
      "--as-of",
      "2021-09-30",
    );
    expect(code).toBe(1);
    expect(err).toContain("没有读到目标");
    expect(
      (
        await dabiao(
          "progress",
          await data(),
          "--targets",
          join(folder, "missing.xlsx"),
          "--as-of",
          "2021-09-30",
        )
      ).code,
    ).toBe(2);
  });
});

describe("the sentences of dabiao progress", () => {
  it("tell targets apart from bare figures, in both languages", async () => {
    const targets = await sheet("目标2.xlsx", [
      ["指标", "地区", "目标值", "完成时限"],
      ["PM2.5浓度", "太原市", "≤35", "2021年"],
    ]);
    const words = [
      "progress",
      await data(),
      "--targets",
      targets,
      "--as-of",
      "2021-09-30",
      "--region",
      "太原市",
    ];
    const chinese = await dabiao(...words);
    expect(chinese.out).toContain("地区\t指标\t时段");
    expect(chinese.out).toContain(
      "太原市\tPM2.5浓度\t2021年1—9月\t40微克/立方米\t≤35微克/立方米\t2021年",
    );
    // (35 × 365 − 40 × 273) ÷ 92 = 20.16.
    expect(chinese.out).toContain("剩余 92 天均值须控制在此以内");
    expect(chinese.out).toMatch(/以下 \d+ 项指标没有设定目标/);
    const english = await dabiao(...words, "--lang", "en");
    expect(english.out).toContain("Taiyuan");
    expect(english.out).toContain("Jan–Sep 2021");
    expect(english.out).not.toMatch(/\p{Script=Han}/u);
  });
});
