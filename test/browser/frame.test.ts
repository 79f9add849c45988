import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cell, journal, openGrid, shown } from "./grid-page.ts";
import {
  go,
  importExamples,
  openApp,
  openBrowser,
  setAsOf,
  violations,
} from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const asOf = (page: Page) => page.getByLabel("截至").inputValue();
const month = (page: Page) => page.locator("select[name=month]");
const toDate = (page: Page) => page.getByRole("button", { name: "累计" });

describe("the period of the bar", () => {
  it("brings its day along, is followed by data and ranking, and leaves undo alone", async () => {
    const { page, errors } = await openGrid(browser);
    const before = await journal(page);
    expect(await month(page).inputValue()).toBe("");
    expect(
      (await month(page).locator("option").allInnerTexts()).map((text) =>
        text.trim(),
      ),
    ).toEqual(["最新", "2021年4月", "2021年3月", "2021年2月", "2021年1月"]);
    await month(page).selectOption("2021-02");
    await expect.poll(() => asOf(page)).toBe("2021-02-28");
    // The data ends with it, and its column is marked.
    await expect.poll(() => cell(page, 1, 3).count()).toBe(0);
    const marked = page.locator("[role=columnheader].now");
    await expect.poll(() => marked.getAttribute("col-id")).toBe("p:2021-02");
    await page.locator("select[name=layout]").selectOption("region/indicator");
    await expect
      .poll(() => page.locator("select[name=pick-period]").inputValue())
      .toBe("2021-02");
    // A period of the view itself gives way to the next one of the bar.
    await page.locator("select[name=pick-period]").selectOption("2021-01");
    await expect.poll(() => page.evaluate(() => location.hash)).toContain("01");
    await month(page).selectOption("2021-03");
    await expect
      .poll(() => page.locator("select[name=pick-period]").inputValue())
      .toBe("2021-03");
    await go(page, "排名");
    const title = page.locator("db-rank-table h2");
    await expect.poll(() => title.innerText()).toContain("2021年3月");
    await page.reload();
    await expect.poll(() => title.innerText()).toContain("2021年3月");
    expect(await month(page).inputValue()).toBe("2021-03");
    expect(await asOf(page)).toBe("2021-03-31");
    await month(page).selectOption("");
    await expect.poll(() => asOf(page)).toBe("2021-04-30");
    await expect.poll(() => title.innerText()).toContain("2021年4月");
    expect(await journal(page)).toEqual(before);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("means the year up to the month by a key, and says where nothing can be ranked", async () => {
    const { page } = await openGrid(browser);
    await go(page, "排名");
    const title = page.locator("db-rank-table h2");
    await expect.poll(() => title.innerText()).toContain("2021年4月");
    await month(page).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect
      .poll(() => toDate(page).getAttribute("aria-pressed"))
      .toBe("true");
    expect(await month(page).inputValue()).toBe("2021-04");
    await page.getByText("没有可排名的数值").waitFor();
    await toDate(page).click();
    await expect.poll(() => page.getByText("没有可排名的数值").count()).toBe(0);
    await page.context().close();
  });

  it("moves overview and targets to the month, and goes back with an earlier day", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await month(page).selectOption("2020-12");
    await expect.poll(() => asOf(page)).toBe("2020-12-31");
    await go(page, "总览");
    await page
      .locator("db-overview-changes")
      .getByText("与截至 2020年11月30日 相比")
      .waitFor();
    await setAsOf(page, "2020-10-15");
    await expect.poll(() => month(page).inputValue()).toBe("2020-09");
    await page.context().close();
  });
});

describe("the search", () => {
  it("finds by pinyin, whole or by first letters", async () => {
    const { page, errors } = await openGrid(browser);
    const search = page.locator("input[type=search]");
    for (const typed of ["yangquan", "yqs", "阳泉", "Yangquan pm"]) {
      await search.fill(typed);
      await expect.poll(() => cell(page, 1, 1).count()).toBe(0);
      expect((await shown(page, 3))[0]).toBe("31");
      await search.fill("");
      await cell(page, 1, 1).waitFor();
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the bars", () => {
  it.each(["zh", "en"] as const)(
    "take one line each on a 1366-pixel screen, none cut, in %s",
    async (language) => {
      const { page } = await openApp(browser);
      await importExamples(page);
      if (language === "en")
        await page.getByRole("button", { name: "English" }).click();
      await month(page).selectOption("2020-12");
      await page.evaluate(() => {
        location.hash = "#/data";
      });
      await page.locator("db-cube-grid [role=gridcell]").first().waitFor();
      for (const [bar, line] of [
        ["db-top-bar", "header"],
        ["db-data-bar", ".bar"],
      ] as const) {
        const box = await page.locator(`${bar} ${line}`).evaluate((one) => ({
          height: one.getBoundingClientRect().height,
          room: one.clientWidth - one.scrollWidth,
          tops: [...one.children]
            .map((child) => child.getBoundingClientRect())
            .filter(({ width, top }) => width > 0 && top >= 0)
            .map(({ top, height }) => Math.round(top + height / 2)),
        }));
        expect(box.height, bar).toBeLessThanOrEqual(41);
        expect(box.room, bar).toBeGreaterThanOrEqual(0);
        expect(
          Math.max(...box.tops) - Math.min(...box.tops),
          bar,
        ).toBeLessThanOrEqual(4);
      }
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});
