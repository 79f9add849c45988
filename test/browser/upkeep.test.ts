import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  dropTexts,
  go,
  gridRow,
  importExamples,
  openApp,
  openBrowser,
  shownText,
  violations,
} from "./page.ts";

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "dabiao-"));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function settings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "备份与设置" }).click();
}

/** Every row of 目标 that the grid has drawn. */
async function targets(page: Page): Promise<string> {
  await go(page, "目标");
  const row = await gridRow(page, "太原", "PM2.5");
  return Object.values(row).join(" ");
}

describe("a backup", () => {
  it("shows the same figures in another browser", async () => {
    const here = await openApp(browser);
    await importExamples(here.page);
    const before = await targets(here.page);
    await settings(here.page);
    const [saved] = await Promise.all([
      here.page.waitForEvent("download"),
      here.page.getByRole("button", { name: "下载备份" }).click(),
    ]);
    const path = join(folder, saved.suggestedFilename());
    await saved.saveAs(path);
    await here.page.getByText(/已生成备份/).waitFor();
    const there = await openApp(browser);
    await settings(there.page);
    await there.page
      .locator("db-settings-dialog input[type=file]")
      .setInputFiles(path);
    await there.page.getByText(/已恢复备份/).waitFor();
    await there.page.keyboard.press("Escape");
    await there.page.getByLabel("截至").fill("2021-06-30");
    await there.page.getByLabel("截至").press("Tab");
    await expect.poll(() => targets(there.page)).toBe(before);
    expect([...here.errors, ...there.errors]).toEqual([]);
    await here.page.context().close();
    await there.page.context().close();
  });

  it("says in words why a file is none", async () => {
    const { page } = await openApp(browser);
    await settings(page);
    await page
      .locator("db-settings-dialog input[type=file]")
      .setInputFiles("LICENSE");
    await page.getByText("备份文件没有恢复").waitFor();
    expect(await shownText(page, "db-settings-dialog")).toContain(
      "这不是达标的备份文件",
    );
    await page.context().close();
  });
});

describe("a template of one's own", () => {
  it("is added, listed with what can be filled, and filled", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "报表");
    await page.getByRole("button", { name: /约束性指标完成情况表/ }).click();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "填报并下载" }).click(),
    ]);
    const path = join(folder, "本局约束性指标.xlsx");
    await saved.saveAs(path);
    await page.locator("db-reports input[type=file]").setInputFiles(path);
    await page.getByText("已添加模板 本局约束性指标.xlsx").waitFor();
    const own = page.locator("button.template", {
      hasText: "本局约束性指标.xlsx",
    });
    await expect.poll(() => own.innerText()).toMatch(/可填 \d+ 格/);
    await own.click();
    const [filled] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "填报并下载" }).click(),
    ]);
    expect(filled.suggestedFilename()).toMatch(/^本局约束性指标-.*\.xlsx$/);
    await page.reload();
    await own.waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("counts rows for records where a template has no cells of its own", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "报表");
    await page
      .getByRole("button", { name: /督察整改任务台账.*可填 30 行记录/ })
      .waitFor();
    await page.context().close();
  });
});

describe.each([
  { theme: "light", dark: false },
  { theme: "dark", dark: true },
])("the dialogs in $theme", ({ dark }) => {
  it("are free of accessibility violations", async () => {
    const { page, errors } = await openApp(browser, { dark });
    await importExamples(page);
    for (const name of [/^快捷键/, "备份与设置"]) {
      await page.getByRole("button", { name }).click();
      await page.getByRole("dialog").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a store that fails", () => {
  it("is told in words on every way in, and the app goes on", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    // The worker's own storage cannot be reached from here; a full disk is played by its messages.
    await page.evaluate(() => {
      const app = document.querySelector("db-app") as unknown as {
        engine: Record<string, unknown>;
      };
      const full = () =>
        Promise.reject(
          Object.assign(new Error("The quota has been exceeded."), {
            name: "QuotaExceededError",
          }),
        );
      for (const call of [
        "importReview",
        "edit",
        "undo",
        "fill",
        "backup",
        "addTemplate",
        "restore",
      ])
        app.engine[call] = full;
    });
    const told = page.locator("db-notices").getByText(/存储空间已满/);
    const close = page.locator("db-notices").getByRole("button", {
      name: "关闭",
    });
    const toldOnce = async () => {
      await told.first().waitFor();
      while ((await close.count()) > 0) await close.first().click();
    };
    await page.getByRole("button", { name: /^撤销/ }).click();
    await toldOnce();
    await dropTexts(page, [
      { name: "二.csv", text: "地区,2021年PM2.5浓度(μg/m3)\n太原市,47\n" },
    ]);
    await page.getByRole("button", { name: /^导入 \d/ }).click();
    await toldOnce();
    await go(page, "数据");
    await page
      .locator('[role=gridcell][col-id^="p:"]', { hasText: /\d/ })
      .first()
      .dblclick();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await toldOnce();
    await go(page, "报表");
    await page.getByRole("button", { name: /约束性指标完成情况表/ }).click();
    await page.getByRole("button", { name: "填报并下载" }).click();
    await toldOnce();
    await settings(page);
    const inDialog = page
      .locator("db-settings-dialog")
      .getByText(/存储空间已满/);
    await page.getByRole("button", { name: "下载备份" }).click();
    await inDialog.waitFor();
    await page
      .locator("db-settings-dialog input[type=file]")
      .setInputFiles("LICENSE");
    await inDialog.waitFor();
    await page.keyboard.press("Escape");
    await go(page, "总览");
    await page.locator("db-overview").waitFor();
    await page.context().close();
  });
});
