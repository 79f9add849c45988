import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cell, openGrid, paste, selected, shown } from "./grid-page.ts";
import {
  importExamples,
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

async function show(page: Page, filters: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/data?${filters}`);
}

/** Texts of a column from the top, as far as it is drawn. */
function column(page: Page, id: string): Promise<readonly string[]> {
  return page
    .locator(`[role=row][row-index] [col-id="${id}"]`)
    .evaluateAll((cells) =>
      cells
        .map((one) => ({
          row: Number(
            one.closest("[row-index]")?.getAttribute("row-index") ?? "0",
          ),
          text: (one as HTMLElement).innerText.replace(/[▾▸\s]/g, ""),
        }))
        .sort((a, b) => a.row - b.row)
        .map(({ text }) => text),
    );
}

const more = (page: Page) => page.locator("db-data details summary").click();

describe("layouts", () => {
  it("put any two dimensions on the axes and pick the third", async () => {
    const { page, errors } = await openGrid(browser);
    await page.locator("select[name=layout]").selectOption("region/indicator");
    await page.locator("select[name=pick-period]").selectOption("2021-02");
    const figure = page.locator(
      '[row-id="140200"] [col-id="p:air.pm25|actual||"]',
    );
    await expect.poll(() => figure.innerText()).toBe("22");
    await figure.click();
    await page.keyboard.type("2.5");
    await page.keyboard.press("Enter");
    await expect.poll(() => figure.innerText()).toBe("2.5");
    await page.locator("select[name=layout]").selectOption("period/region");
    await expect
      .poll(() =>
        page.locator('[row-id="2021-02"] [col-id="p:140200"]').innerText(),
      )
      .toBe("2.5");
    await page
      .locator("select[name=layout]")
      .selectOption("region/period.indicator");
    await expect
      .poll(() => page.locator(".ag-header-group-text").allInnerTexts())
      .toContain("2021年2月");
    await page
      .locator("select[name=layout]")
      .selectOption("region/indicator.period");
    await expect
      .poll(() => page.locator(".ag-header-group-text").allInnerTexts())
      .toEqual(["PM2.5浓度"]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("are saved with their filters and found again after a reload", async () => {
    const { page } = await openGrid(browser);
    await page.locator("select[name=layout]").selectOption("period/region");
    await page.locator('[row-id="2021-02"]').first().waitFor();
    await more(page);
    await page.getByLabel("视图名称").fill("月报");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByRole("button", { name: "删除视图“月报”" }).waitFor();
    await page
      .locator("select[name=layout]")
      .selectOption("indicator.region/period");
    await cell(page, 1, 1).waitFor();
    await page.reload();
    await more(page);
    await page.locator("select[name=view]").selectOption("月报");
    await page.locator('[row-id="2021-02"]').first().waitFor();
    await page.getByRole("button", { name: "删除视图“月报”" }).click();
    await expect
      .poll(() => page.getByRole("button", { name: "删除视图“月报”" }).count())
      .toBe(0);
    await page.context().close();
  });
});

describe("rows", () => {
  it("fold under their region, and keep it above them when sorted", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await show(page, "layout=region/period");
    const regions = () => column(page, "region");
    await expect.poll(regions).toContain("太原");
    const unfolded = await regions();
    expect(unfolded[0]).toBe("山西");
    await page.getByRole("button", { name: "收起山西的下级地区" }).click();
    await expect.poll(regions).not.toContain("太原");
    await page.getByRole("button", { name: "展开山西的下级地区" }).click();
    await expect.poll(regions).toContain("太原");
    await page.locator('[role=columnheader][col-id="region"] .sort').click();
    await page.locator('[role=columnheader][col-id="region"] .sort').click();
    await expect
      .poll(async () => (await regions()).slice(1, 3))
      .not.toEqual(unfolded.slice(1, 3));
    expect((await regions())[0]).toBe("山西");
    expect(
      await page
        .locator('[role=columnheader][col-id="region"]')
        .getAttribute("aria-sort"),
    ).toBe("descending");
    await page.locator('[row-index="0"] [col-id="region"]').click();
    await page.keyboard.press("Alt+Shift+ArrowLeft");
    await expect.poll(regions).not.toContain("太原");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("are filtered by status, with a word and a shape beside the colour", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await show(page, "");
    await page.getByLabel("只看滞后").check();
    const words = async () => [...new Set(await column(page, "status"))];
    await expect
      .poll(async () => (await words()).every((one) => /滞后|倒退/.test(one)))
      .toBe(true);
    expect((await words()).length).toBeGreaterThan(0);
    const mark = await page
      .locator('[role=row][row-index] [col-id="status"].st')
      .first()
      .evaluate((element) => getComputedStyle(element, "::before").content);
    expect(mark).toMatch(/[▼◆]/);
    await page.context().close();
  });

  it("are filtered by region, and undo reaches an edit made before", async () => {
    const { page, errors } = await openGrid(browser);
    const before = await shown(page, 1);
    await cell(page, 1, 1).click();
    await page.keyboard.type("61");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page, 1)).toContain("61");
    const regions = async () => [...new Set(await column(page, "region"))];
    expect((await regions()).length).toBeGreaterThan(2);
    const own = (await regions())[0] ?? "";
    await page
      .locator("db-data-bar select[name=region]")
      .selectOption({ label: own });
    await expect.poll(regions).toEqual([own]);
    await cell(page, 1, 1).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 1)).toEqual(before);
    expect(await regions()).toEqual([own]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("find and replace", () => {
  it("finds by pinyin, goes from one to the next, and replaces in one entry", async () => {
    const { page, errors } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.press("Control+f");
    await page.getByLabel("查找（可用拼音）").fill("changzhi");
    const bar = () =>
      shownText(page, "db-find-bar").then((text) => text.replace(/\s+/g, " "));
    await expect.poll(bar).toContain("1 / 1");
    expect((await selected(page)).active).toBe("3:2");
    await page.getByLabel("查找（可用拼音）").fill("2");
    await expect.poll(bar).toMatch(/\d+ \/ \d+/);
    await page.getByLabel("替换为").fill("7");
    await page.getByRole("button", { name: "全部替换" }).click();
    await expect.poll(() => shown(page, 2)).toEqual(["71", "77", "73", "74"]);
    expect(await shown(page, 1)).toEqual(["11", "17", "13", "14"]);
    await page.keyboard.press("Escape");
    await cell(page, 1, 1).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 2)).toEqual(["21", "22", "23", "24"]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("remarks and formats", () => {
  it("keep a remark with its author, marked at the cell, over a reload", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 2, 2).click();
    await page.keyboard.press("Shift+F2");
    await page.getByRole("textbox", { name: "内容" }).fill("已与大同市核实");
    await page.getByRole("button", { name: "保存批注" }).click();
    await expect
      .poll(() => cell(page, 2, 2).getAttribute("class"))
      .toContain("commented");
    await page.reload();
    await cell(page, 2, 2).click();
    await page.keyboard.press("Shift+F2");
    const dialog = page.getByRole("dialog", { name: /^批注/ });
    await dialog.getByText("已与大同市核实").waitFor();
    await dialog.getByText(/未署名\s*·\s*\d{4}-\d\d-\d\d \d\d:\d\d/).waitFor();
    await page.context().close();
  });

  it("show a remark to who points at its cell", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 2, 2).click();
    await page.keyboard.press("Shift+F2");
    await page.getByRole("textbox", { name: "内容" }).fill("请核对");
    await page.getByRole("button", { name: "保存批注" }).click();
    await page.locator(".commented").waitFor();
    await cell(page, 4, 4).hover();
    await cell(page, 2, 2).hover();
    await expect
      .poll(() => cell(page, 2, 2).getAttribute("title"))
      .toContain("请核对");
    await page.context().close();
  });

  it("fit a column to its widest cell by a double click on its edge", async () => {
    const { page, errors } = await openGrid(browser);
    const header = page.locator('[role=columnheader][col-id="indicator"]');
    const width = async () => (await header.boundingBox())?.width ?? 0;
    const before = await width();
    await header.locator(".ag-header-cell-resize").dblclick();
    await expect.poll(width).toBeLessThan(before - 10);
    const cut = await page
      .locator('[role=gridcell][col-id="indicator"]')
      .first()
      .evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("show the decimals that were chosen and keep every digit", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.type("11.25");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page, 1)).toContain("11.25");
    await cell(page, 1, 1).click();
    await more(page);
    await page.getByRole("button", { name: "减少小数位" }).click();
    await expect
      .poll(() => shown(page, 1))
      .toEqual(["11.2", "12.0", "13.0", "14.0"]);
    expect(await page.locator("db-formula-bar input").inputValue()).toBe(
      "11.25",
    );
    await page.getByRole("button", { name: "恢复原有小数位" }).click();
    await expect
      .poll(() => shown(page, 1))
      .toEqual(["11.25", "12", "13", "14"]);
    await page.context().close();
  });

  it("line figures up at the decimal point", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await paste(page, { text: "1.25\r\n12\r\n3.5\r\n" });
    await expect.poll(() => cell(page, 1, 1).innerText()).toBe("1.25");
    const points = await Promise.all(
      ([1, 2, 3] as const).map((n) =>
        cell(page, n, 1).evaluate((element) => {
          const text = document
            .createTreeWalker(element, NodeFilter.SHOW_TEXT)
            .nextNode() as Text;
          const at = text.data.indexOf(".");
          const range = document.createRange();
          range.setStart(text, 0);
          range.setEnd(text, at < 0 ? text.data.length : at);
          return range.getBoundingClientRect().right;
        }),
      ),
    );
    for (const point of points)
      expect(Math.abs(point - (points[0] ?? 0))).toBeLessThan(1.5);
    await page.context().close();
  });
});

describe("the formula bar", () => {
  it("says where, what, in which unit and from where, and edits with the cell", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 2, 3).click();
    const bar = () =>
      shownText(page, "db-formula-bar").then((text) =>
        text.replace(/\s+/g, " "),
      );
    await expect.poll(bar).toContain("大同 · PM2.5浓度 · 2021年3月");
    expect(await bar()).toContain("μg/m³");
    expect(await bar()).toContain("月报.csv");
    const input = page.locator("db-formula-bar input");
    expect(await input.inputValue()).toBe("23");
    await input.fill("23.5");
    expect(await page.locator(".cell-input").inputValue()).toBe("23.5");
    await input.press("Enter");
    await expect.poll(() => cell(page, 2, 3).innerText()).toBe("23.5");
    await page.context().close();
  });

  it("gives the formula of a figure that is computed", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await show(page, "measure=changeRate");
    await page
      .locator('[role=row][row-index] [col-id^="p:"]', { hasText: /\d/ })
      .first()
      .click();
    await expect
      .poll(() => shownText(page, "db-formula-bar"))
      .toContain("公式：（本期 − 上年同期）÷ 上年同期 × 100%");
    await page.context().close();
  });
});

describe.each([
  { theme: "light", dark: false },
  { theme: "dark", dark: true },
])("the grid in $theme", ({ dark, theme }) => {
  it.each(["zh", "en"] as const)(
    "is free of accessibility violations in %s, with everything open",
    async (language) => {
      const { page, errors } = await openApp(browser, { dark });
      await importExamples(page);
      if (language === "en")
        await page.getByRole("button", { name: "English" }).click();
      await show(page, "measure=all");
      await page
        .locator('[role=row][row-index] [col-id^="p:"]', { hasText: /\d/ })
        .first()
        .click();
      await page.keyboard.press("Shift+ArrowDown");
      await page.waitForTimeout(600);
      await page.screenshot({
        path: `test/shots/grid-${theme}-${language}.png`,
      });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Control+f");
      await page.locator("db-find-bar").waitFor();
      await page.locator("db-data details summary").click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
});

describe("the screen reader mode", () => {
  it("pins nothing, shows pages, and moves the focus among real cells", async () => {
    const { page, errors } = await openGrid(browser);
    await more(page);
    await page.getByLabel("读屏模式").check();
    await expect
      .poll(() =>
        page.locator(".ag-grid-pinned-left-cells [role=gridcell]").count(),
      )
      .toBe(0);
    await page.locator(".ag-paging-panel").waitFor();
    await cell(page, 1, 1).click();
    await page.keyboard.press("ArrowRight");
    const focused = () =>
      page.locator("db-cube-grid").evaluate((element) => {
        const active = element.shadowRoot?.activeElement;
        return `${active?.getAttribute("role") ?? ""} ${active?.getAttribute("col-id") ?? ""}`;
      });
    await expect.poll(focused).toBe("gridcell p:2021-02");
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("19");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["11", "19", "13", "14"]);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
