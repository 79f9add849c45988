import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmImport,
  dropFiles,
  dropTexts,
  go,
  gridRow,
  openApp,
  openBrowser,
  shownText,
  violations,
} from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const sheets = "test/fixtures/sheets";

const card = (page: Page, name: RegExp): Locator =>
  page.getByRole("region", { name });

const tab = (page: Page, name: RegExp): Locator =>
  page.getByRole("tab", { name });

const month = (n: number, more = "", values = "太原市,46\n大同市,30\n") => ({
  name: `${n}月${more}.csv`,
  text: `2021年${n}月各市空气质量${more}\n地区,PM2.5浓度(μg/m3)\n${values}`,
});

/** One kind of column that has no code, four times. */
const aerosol = [
  "2021年各市监测结果",
  `地区,${[1, 2, 3, 4].map((n) => `${n}月PM2.5浓度,${n}月气溶胶`).join(",")}`,
  "太原市,46,50,41,52,43,54,45,51",
  "大同市,30,40,36,47,38,49,30,41",
].join("\n");

const unknown = (n: number) => ({
  name: `${n}月.csv`,
  text: `2021年${n}月各市空气质量\n地区,PM2.5浓度(μg/m3),气溶胶(μg/m3)\n太原市,46,50\n大同市,30,40\n`,
});

async function dragTo(page: Page, edge: Locator, by: number): Promise<void> {
  const box = await edge.boundingBox();
  if (box === null) throw new Error("the edge is not on the page");
  const [x, y] = [box.x + 60, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + by / 2);
  await page.mouse.move(x, y + by);
  await page.mouse.up();
}

describe("questions", () => {
  it("are answered with one choice for all columns, by a click or by pinyin, and not asked the second time", async () => {
    const { page, errors, foreign } = await openApp(browser);
    const path = join(mkdtempSync(join(tmpdir(), "dabiao-")), "各市监测.csv");
    writeFileSync(path, aerosol);
    const files = [
      path,
      `${sheets}/a/晋城各县区PM2.5（含市本级）.xlsx`,
      `${sheets}/a/优良天数比例疑似小数.xlsx`,
    ];
    await dropFiles(page, files);
    await tab(page, /^待定 4$/).waitFor();
    const index = card(page, /气溶胶/);
    await index.getByText("共 4 列").waitFor();
    expect(await violations(page)).toEqual([]);
    await index.getByRole("button", { name: "不导入" }).click();
    await tab(page, /^待定 3$/).waitFor();
    await card(page, /CO/).getByRole("button", { name: "μg/m³" }).click();
    await tab(page, /^待定 2$/).waitFor();
    await card(page, /优良天数比例/)
      .getByRole("button", { name: /比值/ })
      .click();
    await tab(page, /^待定 1$/).waitFor();
    const own = card(page, /市本级/);
    await own.getByRole("button", { name: "其他…" }).click();
    const field = own.getByRole("combobox", { name: "选择地区" });
    await field.fill("zzx");
    await own.getByRole("option", { name: /泽州县/ }).waitFor();
    await field.fill("jcs");
    await expect
      .poll(() => own.locator("li.active").innerText())
      .toContain("晋城市");
    await field.press("Escape");
    await own.getByRole("button", { name: "不导入" }).click();
    await page.getByText("没有待定项，全部识别。").waitFor();
    await page.getByText("已答 4").waitFor();
    await confirmImport(page);
    await dropFiles(page, files);
    await tab(page, /^待定 0$/).waitFor();
    expect(await shownText(page, "db-review-questions")).toContain(
      "来自识别方案",
    );
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it("that were answered wrongly are taken back, and a spelling holds for every form", async () => {
    const { page, errors } = await openApp(browser);
    await dropTexts(page, [unknown(5)]);
    const open = card(page, /气溶胶/);
    const field = open.getByRole("combobox", { name: "选择指标" });
    await field.fill("pm25");
    await field.press("Enter");
    // Two columns of one indicator that disagree: both are asked about.
    await tab(page, /^待定 2$/).waitFor();
    await page.getByRole("button", { name: /^撤回“气溶胶/ }).click();
    await tab(page, /^待定 1$/).waitFor();
    await field.fill("pm10");
    await field.press("Enter");
    await tab(page, /^待定 0$/).waitFor();
    await page.getByRole("button", { name: "导入 4 个数值" }).waitFor();
    await page.getByRole("button", { name: "加为写法" }).click();
    await page.getByText("“气溶胶”已加为PM10浓度的写法").waitFor();
    await page.getByRole("button", { name: "放弃" }).click();
    await dropTexts(page, [
      {
        name: "另表.csv",
        text: "2021年6月别的表\n县区,气溶胶(μg/m3),优良天数(天)\n太原市,46,20\n",
      },
    ]);
    await page.getByRole("button", { name: "导入 2 个数值" }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a table under review", () => {
  it("is corrected by dragging its edges, by keys and by its form, and taken back", async () => {
    const { page, errors } = await openApp(browser);
    await dropFiles(page, [`${sheets}/a/6月份各市空气质量.xlsx`]);
    const range = page.getByLabel("范围");
    await range.waitFor();
    expect(await range.inputValue()).toBe("A2:D13");
    await dragTo(page, page.getByRole("separator", { name: "表格下边" }), -44);
    await expect.poll(() => range.inputValue()).toBe("A2:D11");
    const right = page.getByRole("separator", { name: "表格右边" });
    await right.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => range.inputValue()).toBe("A2:C11");
    const header = page.getByRole("separator", { name: "表头与数据的分界" });
    await header.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.getByLabel("表头行").inputValue()).toBe("2");
    await page.getByRole("button", { name: "恢复自动" }).click();
    await expect.poll(() => range.inputValue()).toBe("A2:D13");
    await range.fill("A2:D6");
    await range.press("Enter");
    await expect.poll(() => range.inputValue()).toBe("A2:D6");
    await page.getByRole("combobox", { name: /^形式/ }).selectOption("none");
    await page.getByText("没有待定项，全部识别。").waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("draws only the rows in view, tells of each cell what and why, and moves by keys", async () => {
    const { page, errors } = await openApp(browser);
    const days = Array.from(
      { length: 1990 },
      (_, i) => `2021年${(i % 12) + 1}月,太原市${i},${30 + (i % 40)}\n`,
    );
    await dropTexts(page, [
      {
        name: "长表.csv",
        text: `各市空气质量\n月份,地区,PM2.5浓度(μg/m3)\n${days.join("")}`,
      },
      month(5),
    ]);
    const cells = page.locator("db-review-sheet .cell");
    await cells.first().waitFor();
    expect(await cells.count()).toBeLessThan(400);
    await cells.first().focus();
    await page.keyboard.press("Control+End");
    await page.locator('[data-cell="C1992"]').waitFor();
    expect(await cells.count()).toBeLessThan(400);
    await page.getByRole("button", { name: /5月/ }).click();
    await page.locator('[data-cell="B3"]').hover();
    await expect
      .poll(() => shownText(page, "db-review-sheet"))
      .toMatch(/PM2\.5浓度 · 太原市 · 2021年5月 .* 46 μg\/m³[\s\S]*把握 100%/);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("before storing", () => {
  it("changes are kept or accepted one by one, files that disagree are settled, and undo takes it all back", async () => {
    const { page, errors } = await openApp(browser);
    await dropTexts(page, [month(5, "", "太原市,46\n大同市,30\n阳泉市,41\n")]);
    await confirmImport(page);
    await dropTexts(page, [
      month(5, "更正", "太原市,48\n大同市,31\n"),
      month(6, "", "太原市,36\n"),
      month(6, "汇总", "太原市,37\n"),
    ]);
    await page
      .getByRole("button", { name: "导入 4 个数值（2 个与现有不同）" })
      .waitFor();
    await tab(page, /^变化/).click();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole("group", { name: /太原 · PM2.5浓度 · 2021年5月/ })
      .getByRole("radio", { name: "保留" })
      .check();
    await page
      .getByRole("group", { name: /大同 · PM2.5浓度 · 2021年5月/ })
      .getByRole("radio", { name: "采用" })
      .click();
    await page
      .getByRole("group", { name: /太原 · PM2.5浓度 · 2021年6月/ })
      .getByRole("radio", { name: /36/ })
      .check();
    expect(await shownText(page, "db-review-changes")).toMatch(
      /没有的地区：.*阳泉/,
    );
    await page
      .getByRole("button", { name: "导入 3 个数值（1 个与现有不同）" })
      .click();
    await page.getByText(/^已导入 3 个数值.*其中 1/).waitFor();
    await go(page, "数据");
    const row = async (place: string): Promise<string> =>
      Object.values(await gridRow(page, place)).join(" ");
    await expect.poll(() => row("太原")).toContain("46 36");
    expect(await row("大同")).toContain("31");
    await page.getByRole("button", { name: /^撤销/ }).click();
    await expect.poll(() => row("大同")).toContain("30");
    expect(await row("太原")).not.toContain("36");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the issues", () => {
  it("are copied as rows and downloaded as a workbook", async () => {
    const { page, errors } = await openApp(browser);
    await page.context().grantPermissions(["clipboard-read"]);
    await dropTexts(page, [
      unknown(5),
      { name: "坏.xlsx", text: "no workbook" },
    ]);
    // Of several files, a question says whose it is.
    await card(page, /气溶胶/)
      .getByText("5月.csv", { exact: true })
      .waitFor();
    await tab(page, /^问题/).click();
    await page.getByRole("button", { name: "复制", exact: true }).click();
    await page.getByText(/^已复制 \d+ 项$/).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split(/\r?\n/)[0]).toBe(
      "级别\t文件\t工作表\t单元格\t问题\t处理办法",
    );
    expect(copied).toMatch(/待定\t5月\.csv\t5月\tC2\t是哪个指标 气溶胶/);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载 .xlsx" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("导入问题.xlsx");
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the issues of several files", () => {
  it("stand together, the file on show first, and lead to their cells", async () => {
    const { page, errors } = await openApp(browser);
    await dropFiles(page, [
      `${sheets}/a/同比计算出错的表.xlsx`,
      `${sheets}/d/县区对比（含公式错误）.xlsx`,
    ]);
    await page
      .locator("db-review-files .file")
      .filter({ hasText: "县区对比" })
      .locator(".sheets button")
      .first()
      .click();
    await tab(page, /^问题/).click();
    const heads = page.locator("db-review-issues h2");
    await expect
      .poll(() => heads.allInnerTexts())
      .toEqual(["县区对比（含公式错误）.xlsx", "同比计算出错的表.xlsx"]);
    const place = page.locator("db-review-issues section").nth(1);
    const link = place.getByRole("button").first();
    const cell = /[A-Z]+\d+/.exec(await link.innerText())?.[0] ?? "";
    await link.click();
    await expect.poll(() => heads.first().innerText()).toContain("同比");
    await page
      .locator(`db-review-sheet [data-cell="${cell}"][tabindex="0"]`)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a ledger that names no place", () => {
  it("is settled with one question, or left to count for no region", async () => {
    const { page, errors } = await openApp(browser);
    const ledger = {
      name: "台账.csv",
      text: "问题整改台账\n序号,整改任务,整改时限,整改状态\n1,煤场扬尘,2024年12月底前,整改中\n2,污水直排,2024年12月底前,已销号\n",
    };
    await dropTexts(page, [ledger]);
    await tab(page, /^待定 1$/).waitFor();
    await page.getByRole("button", { name: "导入 2 条记录" }).waitFor();
    const open = card(page, /台账里没有写/);
    const field = open.getByRole("combobox", { name: "选择地区" });
    await expect.poll(() => open.getByRole("option").count()).toBe(0);
    await field.fill("dts");
    await expect
      .poll(() => open.locator("li.active").innerText())
      .toContain("大同市");
    expect(await violations(page)).toEqual([]);
    await field.press("Enter");
    await tab(page, /^待定 0$/).waitFor();
    await page.getByRole("button", { name: /^撤回/ }).click();
    await tab(page, /^待定 1$/).waitFor();
    await open.getByRole("button", { name: "不属于任何地区" }).click();
    await tab(page, /^待定 0$/).waitFor();
    await page.getByText("不属于任何地区").waitFor();
    await confirmImport(page);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("mapping profiles", () => {
  it("are listed, renamed, shared as a file, read elsewhere and deleted", async () => {
    const first = await openApp(browser, { dark: true });
    await dropTexts(first.page, [unknown(5)]);
    await card(first.page, /气溶胶/)
      .getByRole("button", { name: "不导入" })
      .click();
    await first.page
      .getByText("导入时一并保存 1 个识别方案", { exact: false })
      .waitFor();
    await confirmImport(first.page);
    await dropTexts(first.page, [unknown(6)]);
    await tab(first.page, /^待定 0$/).waitFor();
    await first.page.getByRole("button", { name: "识别方案" }).click();
    const dialog = first.page.getByRole("dialog", { name: "识别方案" });
    const name = dialog.getByLabel("方案名称");
    await expect.poll(() => name.inputValue()).toBe("2021年5月各市空气质量");
    await name.fill("太原月报");
    await name.press("Tab");
    expect(await violations(first.page)).toEqual([]);
    const [file] = await Promise.all([
      first.page.waitForEvent("download"),
      dialog.getByRole("button", { name: "导出“太原月报”" }).click(),
    ]);
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toContain("太原月报");
    await dialog.getByRole("button", { name: "删除“太原月报”" }).click();
    await dialog.getByText("还没有方案", { exact: false }).waitFor();
    expect(first.errors).toEqual([]);
    await first.page.context().close();

    const second = await openApp(browser);
    await dropTexts(second.page, [unknown(6)]);
    await tab(second.page, /^待定 1$/).waitFor();
    await second.page.getByRole("button", { name: "English" }).click();
    await second.page.getByRole("button", { name: "Mapping profiles" }).click();
    await second.page
      .locator("db-profiles-dialog input[type=file]")
      .setInputFiles({
        name: "方案.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
    await second.page.getByText("方案.json was read").waitFor();
    expect(await violations(second.page)).toEqual([]);
    await second.page.getByRole("button", { name: "Close" }).first().click();
    await tab(second.page, /^Open 0$/).waitFor();
    expect(second.errors).toEqual([]);
    await second.page.context().close();
  });
});
