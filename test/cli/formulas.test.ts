import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProgressRow } from "../../src/model/progress.ts";
import { hostOf } from "../worker/host-of.ts";
import { dabiao } from "./dabiao.ts";
import { writtenSheet } from "./written-sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "dabiao-formulas-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const sheet = (
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
) => writtenSheet(join(folder, name), rows);

function kept(name: string, content: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const ratio = {
  label: { zh: "细粗比", en: "Fine to coarse" },
  text: "ratio(PM2.5浓度, PM10浓度)",
  unit: "%",
  direction: "down",
  decimals: 1,
} as const;

describe("--formulas", () => {
  let data = "";
  let backup = "";
  beforeAll(async () => {
    data = await sheet("太原市2021年空气质量.xlsx", [
      ["太原市2021年环境空气质量"],
      ["地区", "PM2.5浓度(μg/m³)", "PM10浓度(μg/m³)"],
      ["太原市", 40, 80],
    ]);
    // The page's own work: a formula kept, and the journal saved as a file.
    const host = hostOf();
    expect(await host.setFormula({ code: "", ...ratio }, "张三")).toMatchObject(
      {
        issues: [],
      },
    );
    backup = kept("备份.zip", (await host.backup("张三")).bytes);
  });

  async function rowOf(formulas: string, ...more: string[]) {
    const { code, out, err } = await dabiao(
      "progress",
      data,
      "--formulas",
      formulas,
      "--as-of",
      "2021-12-31",
      "--json",
      ...more,
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows: ProgressRow[] = JSON.parse(out);
    return rows.find(({ indicator }) => indicator === "user.f1");
  }

  it("computes what the page's backup and a list in JSON say, the same", async () => {
    const json = kept("公式.json", JSON.stringify([ratio]));
    for (const file of [backup, json])
      expect(await rowOf(file)).toMatchObject({
        region: "140100",
        period: "2021",
        actual: 50,
        unit: "%",
        targetId: null,
      });
  });

  it("judges targets of what they compute", async () => {
    const targets = await sheet("目标.xlsx", [
      ["2021年目标清单"],
      ["编号", "指标", "地区", "目标值", "完成时限"],
      ["F", "细粗比", "太原市", "≤45%", "2021年"],
    ]);
    expect(await rowOf(backup, "--targets", targets)).toMatchObject({
      targetId: "F",
      actual: 50,
      target: 45,
      status: "严重滞后",
    });
  });

  it("reads sheets with columns named for them, and fills templates with them", async () => {
    const template = await sheet("模板.xlsx", [
      ["太原市2021年环境空气质量"],
      ["地区", "PM2.5浓度(μg/m³)", "细粗比(%)"],
      ["太原市", null, null],
    ]);
    const read = await dabiao("read", template, "--formulas", backup, "--json");
    expect(read.code).toBe(0);
    expect(read.out).toContain('"user.f1"');
    const out = join(folder, "填好.xlsx");
    const filled = await dabiao(
      "fill",
      template,
      "--data",
      data,
      "--formulas",
      backup,
      "--region",
      "太原市",
      "--period",
      "2021",
      "-o",
      out,
    );
    expect(filled.code).toBe(0);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(out);
    const page = book.worksheets[0];
    expect(page?.getCell("B3").value).toBe(40);
    expect(page?.getCell("C3").value).toBe(50);
  });

  it("names a formula that cannot be computed and one that cannot be read", async () => {
    const file = kept(
      "坏公式.json",
      JSON.stringify([{ ...ratio, text: "没有的指标 * 2" }, { text: 3 }]),
    );
    const { code, err } = await dabiao(
      "progress",
      data,
      "--formulas",
      file,
      "--as-of",
      "2021-12-31",
    );
    expect(code).toBe(1);
    expect(err).toContain("[坏公式.json 细粗比] 没有名为“没有的指标”的指标");
    expect(err).toContain("user.f2");
  });

  it.each([
    ["空.json", "[]"],
    ["不是列表.json", "{}"],
    ["不是.json", "不是 JSON"],
  ])("refuses %s", async (name, content) => {
    const { code, out, err } = await dabiao(
      "progress",
      data,
      "--formulas",
      kept(name, content),
      "--as-of",
      "2021-12-31",
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(name);
  });
});
