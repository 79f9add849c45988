import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmImport,
  dropFiles,
  openApp,
  setAsOf,
  shownText,
  violations,
} from "./page.ts";
import { goTo, openShotBrowser, shot, targetCell } from "./target-page.ts";

const ledger =
  "test/fixtures/sheets/h/大同市第二轮中央督察整改情况表（6月）.xlsx";

const goals = [
  "编号,指标,地区,目标值,完成时限,规划,来源",
  "Z1,全部整改任务,大同市,2024年12月底前清零,,整改方案,同环督〔2024〕1号",
  "Z2,整改任务,大同市,按期完成,2024年,整改方案,同环督〔2024〕1号",
].join("\n");

let browser: Browser;
beforeAll(async () => {
  browser = await openShotBrowser();
});
afterAll(() => browser.close());

async function importGoals(page: Page) {
  await goTo(page, "#/targets?tab=list", "db-target-list");
  const choose = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "导入目标…" }).click();
  await (
    await choose
  ).setFiles({
    name: "整改目标.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(goals),
  });
  await page.getByRole("button", { name: /^导入 2 个目标/ }).click();
  await page.locator('[row-id="Z1"]').first().waitFor();
}

describe("targets judged from a ledger", () => {
  it("are imported, judged, explained by name and cell, and warned of", async () => {
    const { page, errors } = await openApp(browser, {
      width: 1440,
      height: 900,
    });
    await dropFiles(page, [ledger]);
    await confirmImport(page);
    await importGoals(page);
    expect(await targetCell(page, "Z1", "indicator").innerText()).toBe(
      "未完成整改任务数",
    );
    expect(await targetCell(page, "Z2", "indicator").innerText()).toBe(
      "逾期未完成整改任务数",
    );
    await setAsOf(page, "2024-09-30");
    await goTo(
      page,
      "#/targets?indicator=rect.tasks_open",
      '[role=gridcell][col-id="status"]',
    );
    await expect
      .poll(() => shownText(page, "db-targets-grid"))
      .toContain("还需 3 项，余 92 天，每 30.6 天 1 项");
    await page.locator('[role=gridcell][col-id="actual"]').first().click();
    await page.locator("db-ledger-counts section").first().waitFor();
    const counts = await shownText(page, "db-ledger-counts");
    expect(counts.replace(/\s+/g, " ")).toMatch(
      /总数 5 已完成 2 未完成 3 其中 30 天内到期 1 状态不明（单列） 0/,
    );
    expect(counts).toContain("云冈区煤矸石堆场未治理");
    expect(await shownText(page, "db-trace")).toContain(
      "第二轮中央督察/云冈区煤矸石堆场未治理（大同市第二轮中央督察整改情况表（6月）.xlsx 6月!C5，2024年9月30日）",
    );
    await page
      .locator("db-ledger-counts li button")
      .filter({ hasText: "云冈区" })
      .click();
    await page.locator("db-ledger-counts db-excerpt").waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, "ledger-target");

    await goTo(page, "#/overview", "db-overview .tiles");
    await expect
      .poll(() => shownText(page, "db-overview .behind"))
      .toContain("未完成整改任务数");
    expect(await shownText(page, "db-overview .behind")).toContain(
      "还需 3 项，余 92 天",
    );
    await shot(page, "ledger-overview");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("are made of a target of tasks by typing 清零 as its goal", async () => {
    const { page, errors } = await openApp(browser, {
      path: "#/targets?tab=list",
    });
    const choose = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "导入目标…" }).click();
    await (
      await choose
    ).setFiles({
      name: "目标.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        "编号,指标,地区,目标值,完成时限,规划,来源\nT,整改任务数,大同市,5,2024年,方案,文号",
      ),
    });
    await page.getByRole("button", { name: /^导入 1 个目标/ }).click();
    await targetCell(page, "T", "goal").dblclick();
    const input = page.locator(".ag-cell-edit-wrapper input, .ag-cell input");
    await input.first().fill("清零");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => targetCell(page, "T", "indicator").innerText())
      .toBe("未完成整改任务数");
    expect(await targetCell(page, "T", "goal").innerText()).toBe("0");
    expect(await targetCell(page, "T", "comparator").innerText()).toBe("=");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
