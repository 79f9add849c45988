import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProgressRow } from "../../src/model/progress.ts";
import { dabiao } from "./dabiao.ts";
import { writtenSheet } from "./written-sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "dabiao-ledger-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Made with LibreOffice for the labelled set: a ledger of 大同, of 28 June 2024. */
const datong =
  "test/fixtures/sheets/h/大同市第二轮中央督察整改情况表（6月）.xlsx";
/** Sixty tasks of Shanxi's cities, of no stated day. */
const shanxi =
  "test/fixtures/sheets/a/中央生态环境保护督察反馈问题整改台账.xlsx";

const sheet = (name: string, rows: readonly (readonly (string | number)[])[]) =>
  writtenSheet(join(folder, name), rows);

type Printed = Omit<ProgressRow, "trace"> & {
  readonly trace: readonly { readonly code: string; readonly text: string }[];
};

describe("dabiao progress over a ledger", () => {
  let targets = "";
  beforeAll(async () => {
    targets = await sheet("督察整改目标.xlsx", [
      ["2024年督察整改目标清单"],
      ["编号", "指标", "地区", "目标值", "完成时限", "适用层级"],
      ["Z1", "全部整改任务", "大同市", "12月底前清零", "", ""],
      ["Z2", "整改任务", "大同市", "按期完成", "2024年", ""],
      ["Z3", "整改任务完成占比", "大同市", "≥60%", "2024年", ""],
      ["Z4", "整改任务", "大同市", "清零", "2024年12月", "各县"],
      ["Z5", "整改任务", "山西省", "全部销号", "2024年12月", ""],
    ]);
  });

  async function rowsOf(file: string, asOf: string, language = "zh") {
    const { code, out, err } = await dabiao(
      "progress",
      file,
      "--targets",
      targets,
      "--as-of",
      asOf,
      "--lang",
      language,
      "--json",
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows: Printed[] = JSON.parse(out);
    return (id: string) => {
      const row = rows.find(({ targetId }) => targetId === id);
      if (row === undefined) throw new Error(`no row of ${id}`);
      return row;
    };
  }

  it("counts its tasks by region, up to the province", async () => {
    const of = await rowsOf(datong, "2024-06-30");
    expect(of("Z1")).toMatchObject({
      indicator: "rect.tasks_open",
      deadline: "2024-12",
      period: "2024-06-28",
      actual: 3,
      baseline: 5,
      progress: 0.4,
      status: "滞后",
      remaining: {
        kind: "items",
        left: 3,
        daysLeft: 184,
        pace: { items: 1, days: 61.3 },
        overdue: 0,
        unknown: 0,
        statedOn: "2024-06-28",
      },
    });
    expect(of("Z5")).toMatchObject({ region: "140000", actual: 3 });
    expect(of("Z2")).toMatchObject({
      indicator: "rect.tasks_overdue",
      actual: 0,
      status: "目前达标",
    });
    expect(of("Z3")).toMatchObject({ actual: 40, remaining: { left: 1 } });
    expect(of("Z4@140213")).toMatchObject({ actual: 1 });
    expect(of("Z4@140222")).toMatchObject({ actual: 0, status: "目前达标" });
    expect(of("Z4@140212").reasons["status"]).toBe("progress.no_records");
  });

  it("says it in words, with the open tasks by name and cell", async () => {
    const sentences = (row: Printed) => row.trace.map(({ text }) => text);
    const zh = sentences((await rowsOf(datong, "2024-06-30"))("Z1"));
    expect(zh).toContain(
      "台账计数（大同市，含所辖，截至2024年6月28日）：共 5 项，已完成 2 项，未完成 3 项，状态不明 0 项；状态已知的完成 40%",
    );
    expect(zh.find((text) => text.startsWith("未完成 3 项："))).toContain(
      "第二轮中央督察/云冈区煤矸石堆场未治理（大同市第二轮中央督察整改情况表（6月）.xlsx 6月!C5，2024年9月30日）",
    );
    expect(zh.at(-1)).toBe(
      "还需完成 3 项，距期限 184 天，平均每 61.3 天需完成 1 项",
    );
    const en = sentences((await rowsOf(datong, "2024-06-30", "en"))("Z1"));
    expect(en.at(-1)).toBe(
      "3 more to finish with 184 days left: one every 61.3 days",
    );
    expect(en.find((text) => text.startsWith("Open, 3: "))).toContain(
      " (大同市第二轮中央督察整改情况表（6月）.xlsx 6月!C5, 30 Sep 2024); ",
    );
  });

  it("prints what is left beside the status", async () => {
    const { out } = await dabiao(
      "progress",
      datong,
      "--targets",
      targets,
      "--as-of",
      "2024-06-30",
    );
    expect(out).toContain(
      [
        "大同市",
        "未完成整改任务数",
        "2024年6月28日",
        "3项",
        "=0项",
        "2024年12月",
        "40.0%",
        "49.2%",
        "滞后",
        "还需完成 3 项，距期限 184 天，平均每 61.3 天需完成 1 项",
      ].join("\t"),
    );
  });

  it("has every task of sixty in its city and in the province", async () => {
    const cities = await sheet("各市清零.xlsx", [
      ["2021年督察整改目标清单"],
      ["编号", "指标", "地区", "目标值", "完成时限", "适用层级"],
      ["P", "整改任务", "山西省", "清零", "2022年12月", ""],
      ["C", "整改任务", "山西省", "清零", "2022年12月", "各市"],
    ]);
    const { out } = await dabiao(
      "progress",
      shanxi,
      "--targets",
      cities,
      "--as-of",
      "2021-08-31",
      "--json",
    );
    const rows: Printed[] = JSON.parse(out);
    const province = rows.find(({ targetId }) => targetId === "P");
    const parts = rows.filter(({ targetId }) => targetId?.startsWith("C@"));
    expect(parts).toHaveLength(11);
    expect(province).toMatchObject({ actual: 46, baseline: 60 });
    const sum = (of: (row: Printed) => number | null) =>
      parts.reduce((total, row) => total + (of(row) ?? 0), 0);
    expect(sum(({ actual }) => actual)).toBe(46);
    expect(sum(({ baseline }) => baseline)).toBe(60);
  });

  it("takes the newer of two ledgers whichever is named first", async () => {
    const ledger = (name: string, title: string, state: string) =>
      sheet(name, [
        [title],
        ["序号", "整改任务", "责任单位", "整改时限", "完成情况"],
        [1, "城区雨污分流", "平城区政府", "2024年6月30日", state],
        [2, "煤矸石堆场治理", "云冈区政府", "2024年12月31日", "正在推进"],
      ]);
    const may = await ledger(
      "五月.xlsx",
      "大同市整改台账（截至2024年5月底）",
      "正在推进",
    );
    const june = await ledger(
      "六月.xlsx",
      "大同市整改台账（截至2024年6月底）",
      "已完成",
    );
    for (const files of [
      [may, june],
      [june, may],
    ]) {
      const openOn = async (asOf: string) => {
        const { out, err } = await dabiao(
          "progress",
          ...files,
          "--targets",
          targets,
          "--as-of",
          asOf,
          "--json",
        );
        // Another month's state is no disagreement.
        expect(err).toBe("");
        const rows: Printed[] = JSON.parse(out);
        return rows.find(({ targetId }) => targetId === "Z1")?.actual;
      };
      expect(await openOn("2024-06-30")).toBe(1);
      expect(await openOn("2024-06-15")).toBe(2);
    }
  });
});
