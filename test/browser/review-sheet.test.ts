import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmImport,
  dropFiles,
  dropTexts,
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

const cell = (page: Page, at: string): Locator =>
  page.locator(`db-review-sheet [data-cell="${at}"]`);

const tab = (page: Page, name: RegExp): Locator =>
  page.getByRole("tab", { name });

async function drag(page: Page, from: string, to: string): Promise<void> {
  const [a, b] = await Promise.all(
    [from, to].map((at) => cell(page, at).boundingBox()),
  );
  if (a == null || b == null) throw new Error("a cell is not on the page");
  await page.mouse.move(a.x + 10, a.y + 8);
  await page.mouse.down();
  await page.mouse.move(a.x + 30, a.y + 12);
  await page.mouse.move(b.x + 20, b.y + 10, { steps: 4 });
  await page.mouse.up();
}

/** A sheet in which nothing is found: two columns of words that no list has. */
const odd = (month: number, more = "") => ({
  name: `${month}月情况.csv`,
  text: `2021年${month}月情况\n甲组,乙物\n太原市,46\n大同市,30\n${more}`,
});

describe("a table that was missed", () => {
  it("is dragged over, called one, asked about, kept, and taken back", async () => {
    const { page, errors } = await openApp(browser);
    await dropTexts(page, [odd(5)]);
    await cell(page, "A2").waitFor();
    await page.getByText("漏了表：在单元格上拖动", { exact: false }).waitFor();
    await drag(page, "A2", "B4");
    await page.getByText("已选 A2:B4").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByText("已选 A2:B4").count()).toBe(0);
    // The same with the keys.
    await cell(page, "A2").focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"])
      await page.keyboard.press(`Shift+${key}`);
    await page.getByText("已选 A2:B4").waitFor();
    await page.getByRole("button", { name: "这是一张表" }).click();
    const range = page.getByLabel("范围");
    await expect.poll(() => range.inputValue()).toBe("A2:B4");
    await page.getByRole("button", { name: "删除此表" }).click();
    await expect.poll(() => range.count()).toBe(0);
    await drag(page, "A2", "B4");
    await page.getByRole("button", { name: "这是一张表" }).click();
    await expect.poll(() => range.inputValue()).toBe("A2:B4");
    // What nobody knows of it is asked about.
    await tab(page, /^待定 1$/).waitFor();
    const card = page.getByRole("region", { name: /是哪个指标/ });
    const field = card.getByRole("combobox", { name: "选择指标" });
    await field.fill("pm25");
    await field.press("Enter");
    await tab(page, /^待定 0$/).waitFor();
    await page.getByRole("button", { name: "导入 2 个数值" }).waitFor();
    await confirmImport(page);
    await dropTexts(page, [odd(6, "阳泉市,35\n")]);
    await expect.poll(() => range.inputValue()).toBe("A2:B5");
    await page.getByRole("button", { name: "导入 3 个数值" }).waitFor();
    await page.getByRole("button", { name: "识别方案", exact: true }).click();
    await page.getByText("手工框出的表", { exact: false }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a table on its side", () => {
  it("is read as a record a column when a person says so", async () => {
    const { page, errors } = await openApp(browser);
    await dropTexts(page, [
      {
        name: "项目.csv",
        text: "项目名称,燃煤锅炉改造,管网改造\n所在县区,小店区,平城区\n建设内容,改造锅炉,新建管网\n总投资（万元）,60,45\n项目类别,大气,水\n",
      },
    ]);
    await cell(page, "A1").waitFor();
    await drag(page, "A1", "C5");
    await page.getByRole("button", { name: "这是一张表" }).click();
    await expect.poll(() => page.getByLabel("范围").inputValue()).toBe("A1:C5");
    await page.getByLabel("行列互换").check();
    await page.getByLabel("表的形式").selectOption("records");
    await page.getByRole("button", { name: /2 条记录/ }).waitFor();
    await cell(page, "C4").hover();
    await expect
      .poll(() => shownText(page, "db-review-sheet"))
      .toMatch(/管网改造/);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a long sheet", () => {
  it("is shown to its last row, moves nothing, and is reached by keys", async () => {
    const { page, errors } = await openApp(browser);
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `2021年${(i % 12) + 1}月,点位${i},${30 + (i % 40)}\n`,
    );
    await dropTexts(page, [
      {
        name: "长表.csv",
        text: `空气质量\n月份,点位名称,PM2.5浓度(μg/m3)\n${rows.join("")}`,
      },
    ]);
    const cells = page.locator("db-review-sheet .cell");
    await cells.first().waitFor();
    const height = () =>
      page
        .locator("db-review-sheet .scroll")
        .evaluate(({ scrollHeight }) => scrollHeight);
    const before = await height();
    await cells.first().focus();
    await page.keyboard.press("Control+End");
    await expect
      .poll(() => cell(page, "C20002").innerText())
      .toBe(String(30 + (19_999 % 40)));
    await expect.poll(() => cell(page, "B20001").innerText()).toBe("点位19998");
    expect(await height()).toBe(before);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowUp");
    expect(await cells.count()).toBeLessThan(400);
    // Rows in the middle, by the scroll bar.
    await page
      .locator("db-review-sheet .scroll")
      .evaluate((scroll) => scroll.scrollTo(0, scroll.scrollHeight / 2));
    await expect
      .poll(async () =>
        (await shownText(page, "db-review-sheet")).includes("点位10000"),
      )
      .toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a sheet of another format", () => {
  it.each(["xls", "ods"])(
    "has its fills and bold words: .%s",
    async (format) => {
      const { page, errors } = await openApp(browser);
      await dropFiles(page, [`test/fixtures/legacy/monthly.${format}`]);
      await page.getByRole("button", { name: /主要指标排名/ }).click();
      const filled = page.locator("db-review-sheet .cell.filled");
      await filled.first().waitFor();
      expect(
        await filled
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor),
      ).not.toMatch(/^rgba\(0, 0, 0, 0\)$|^rgb\(255, 255, 255\)$/);
      const weights = await page
        .locator("db-review-sheet .cell:not(.question)")
        .evaluateAll((cells) =>
          cells.map((cell) => [
            cell.classList.contains("bold"),
            Number(getComputedStyle(cell).fontWeight) >= 600,
          ]),
        );
      // What the file has in bold is bold, and nothing else, whatever it was taken for.
      expect(weights.filter(([own]) => own === true)).not.toHaveLength(0);
      expect(weights.filter(([own, shown]) => own !== shown)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
});

describe("a page saved as an .xls", () => {
  it("has its fills, bold words and alignment", async () => {
    const { page, errors } = await openApp(browser);
    await dropFiles(page, ["test/fixtures/legacy/ranking.html"]);
    const head = page.locator("db-review-sheet .cell.filled").first();
    await head.waitFor();
    expect(
      await head.evaluate((element) => {
        const { textAlign, alignItems } = getComputedStyle(element);
        return { textAlign, alignItems };
      }),
    ).toEqual({ textAlign: "center", alignItems: "center" });
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("figures that a format hides", () => {
  it("are taken with one choice", async () => {
    const { page, errors } = await openApp(browser);
    await dropFiles(page, ["test/fixtures/sheets/a/数字格式改变所见.xlsx"]);
    const card = page.getByRole("region", { name: /格式把数值隐藏/ });
    await card.waitFor();
    const before = await page
      .getByRole("button", { name: /^导入 \d/ })
      .innerText();
    await card.getByRole("button", { name: "采用隐藏的数值" }).click();
    await tab(page, /^待定 0$/).waitFor();
    expect(
      await page.getByRole("button", { name: /^导入 \d/ }).innerText(),
    ).not.toBe(before);
    expect(await shownText(page, "db-review-questions")).toContain(
      "采用隐藏的数值",
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a sheet that does not say whose it is", () => {
  const form = (name: string, value: number) => ({
    name,
    text: `空气质量\n月份,PM2.5浓度(μg/m3)\n2021年5月,${value}\n`,
  });

  it("is asked about when somebody else sends it, with the last place offered", async () => {
    const { page, errors } = await openApp(browser);
    await dropTexts(page, [form("甲站.csv", 46)]);
    const card = page.getByRole("region", { name: /没有写地区/ });
    const field = card.getByRole("combobox");
    await field.fill("太原市");
    await field.press("Enter");
    await tab(page, /^待定 0$/).waitFor();
    await confirmImport(page);
    await dropTexts(page, [form("乙站.csv", 30)]);
    await card.waitFor();
    await card.getByText("请确认", { exact: false }).waitFor();
    await card.getByRole("button", { name: /太原/ }).waitFor();
    await page.getByRole("button", { name: "放弃" }).click();
    await dropTexts(page, [form("甲站6月.csv", 46)]);
    await tab(page, /^待定 0$/).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
