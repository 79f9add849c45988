import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmImport,
  dropFiles,
  go,
  gridRow,
  importExamples,
  openApp,
  openBrowser,
  setAsOf,
  shownText,
} from "./page.ts";

const air = "data/examples/2019年山西省环境空气质量情况.xlsx";
const cuts = "data/examples/主要污染物总量较2015年减排.xlsx";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("the way from a dropped sheet to a filled template", () => {
  it("drops files, reviews them, and shows target against actual", async () => {
    const { page, errors, foreign } = await openApp(browser);
    await dropFiles(page, [air, cuts]);
    await page.getByText("核对识别结果").waitFor();
    await page.getByText("主要污染物总量较2015年减排.xlsx").first().waitFor();
    await confirmImport(page);
    await go(page, "目标");
    await setAsOf(page, "2019-12-31");
    await page.getByLabel("按指标或地区筛选").fill("氮氧化物");
    await expect
      .poll(async () => Object.values(await gridRow(page, "17.9")).join(" "))
      .toMatch(/超序时/);
    const row = Object.values(await gridRow(page, "17.9")).join(" ");
    expect(row).toContain("89.5%");
    expect(row).toContain("20");
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it("keeps an edit over a reload and takes it back with undo", async () => {
    const { page, errors } = await openApp(browser);
    await dropFiles(page, [air, cuts]);
    await confirmImport(page);
    await go(page, "数据");
    const cell = page
      .locator('[role=row][row-index] [role=gridcell][col-id="p:2019"]', {
        hasText: /^48$/,
      })
      .first();
    await cell.dblclick();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("47.5");
    await page.keyboard.press("Enter");
    const edited = page.locator('[role=gridcell][col-id="p:2019"]', {
      hasText: /^47\.5$/,
    });
    await edited.first().waitFor();
    await page.reload();
    await edited.first().waitFor();
    await page.getByRole("button", { name: /^撤销/ }).click();
    await page
      .locator('[role=gridcell][col-id="p:2019"]', { hasText: /^48$/ })
      .first()
      .waitFor();
    expect(await edited.count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("fills a template: every number in its cell, the rest of the file untouched", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "报表");
    await page.getByRole("button", { name: /约束性指标完成情况表/ }).click();
    await page.locator("form").getByLabel("地区").selectOption("140000");
    await page.locator("db-period-input").evaluate((element) =>
      element.dispatchEvent(
        new CustomEvent("db-period", {
          detail: "2019",
          bubbles: true,
          composed: true,
        }),
      ),
    );
    // What will be missing is told before anything is filled.
    const check = page.locator("db-fill-check");
    const lacking = Number(
      await check.locator(".lacking:not(.waiting) b").innerText(),
    );
    expect(lacking).toBeGreaterThan(0);
    await check
      .getByRole("row", { name: /山西省/ })
      .first()
      .waitFor();
    await page
      .getByRole("button", {
        name: new RegExp(`约束性指标完成情况表[^]*缺 ${lacking} 格`),
      })
      .waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "填报并下载" }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe(
      "约束性指标完成情况-山西省2019年.xlsx",
    );
    expect(await page.locator("db-fill-result .numbers").innerText()).toContain(
      `${lacking}\n缺数据`,
    );
    const path = await saved.path();
    const bytes = new Uint8Array(await readFile(path));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet("约束性指标");
    if (sheet === undefined) throw new Error("the sheet is gone");
    const rows = new Map<string, readonly [unknown, unknown]>();
    sheet.eachRow((row) => {
      rows.set(String(row.getCell(2).value), [
        row.getCell(4).value,
        row.getCell(5).value,
      ]);
    });
    expect(rows.get("二氧化硫排放总量较2015年下降")).toEqual([20, 25.8]);
    expect(rows.get("氮氧化物排放总量较2015年下降")).toEqual([20, 17.9]);
    expect(rows.get("化学需氧量排放总量较2015年下降")).toEqual([17.6, 20.9]);
    expect(rows.get("氨氮排放总量较2015年下降")).toEqual([18, 17.6]);
    expect(rows.get("PM2.5平均浓度")?.[1]).toBe(48);
    expect(rows.get("劣Ⅴ类断面数")?.[1]).toBe(9);
    const before = unzipSync(
      new Uint8Array(readFileSync("templates/约束性指标完成情况.xlsx")),
    );
    const after = unzipSync(bytes);
    const changed = Object.keys({ ...before, ...after }).filter(
      (name) =>
        Buffer.compare(
          Buffer.from(before[name] ?? []),
          Buffer.from(after[name] ?? []),
        ) !== 0,
    );
    const closure = await shownText(page, "db-fill-result");
    expect(changed.length).toBeGreaterThan(0);
    for (const name of changed) expect(closure).toContain(name);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(
      Object.keys(after).filter((name) => name.includes("chart")),
    ).not.toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("names files it cannot open, in Chinese, and takes the others", async () => {
    const { page } = await openApp(browser);
    await dropFiles(page, ["LICENSE", ".gitignore", air]);
    await page.getByText("核对识别结果").waitFor();
    await expect.poll(() => shownText(page, "db-review")).toMatch(/LICENSE/);
    await confirmImport(page);
    await page.context().close();
  });
});
