import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmImport,
  dropTexts,
  go,
  gridRow,
  importExamples,
  openApp,
  openBrowser,
  setAsOf,
  shownText,
  violations,
} from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("a review", () => {
  it("asks for the period that a sheet does not say, and imports after the answer", async () => {
    const { page, errors } = await openApp(browser);
    await dropTexts(page, [
      {
        name: "各市.csv",
        text: "地区,PM2.5浓度(μg/m3)\n太原市,46\n大同市,30\n",
      },
    ]);
    await page.getByRole("heading", { name: "表里没有写期间" }).waitFor();
    await page.getByLabel("期间类型").selectOption("toDate");
    await page.getByLabel("年份").fill("2021");
    await page.getByLabel("年份").press("Tab");
    await page.getByLabel("月或季").selectOption("6");
    await page.getByRole("button", { name: "用此期间" }).click();
    await page.getByRole("button", { name: "导入 2 个数值" }).waitFor();
    await confirmImport(page);
    await go(page, "数据");
    await expect
      .poll(async () => Object.values(await gridRow(page, "太原")).join(" "))
      .toContain("46");
    await page.getByRole("columnheader", { name: "1—6月" }).first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("of a file that cannot be read opens on the reason", async () => {
    const { page, errors } = await openApp(browser);
    await dropTexts(page, [
      {
        name: "登录.xlsx",
        text: "<!DOCTYPE html><html><head><title>请登录</title></head><body>会话已过期</body></html>",
      },
    ]);
    const tab = page.getByRole("tab", { name: /问题/ });
    await tab.waitFor();
    expect(await tab.getAttribute("aria-selected")).toBe("true");
    await page.locator("db-review-issues").getByText("请登录").waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("keeps the line of long work in a landmark of its own", async () => {
    const { page, errors } = await openApp(browser);
    await page.locator("db-work-line").evaluate((line) => {
      Object.assign(line, {
        work: { doing: "ui.doing.reassume", file: "", done: 3, total: 10 },
      });
    });
    await page.getByRole("region", { name: "正在重新识别" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("can be cancelled half-way, and the app is as usable as before", async () => {
    const { page, errors } = await openApp(browser);
    const many = Array.from({ length: 1500 }, (_, i) => ({
      name: `表${i}.csv`,
      text: `地区,2021年${(i % 12) + 1}月PM2.5浓度(μg/m3)\n太原市,${i}\n大同市,30\n`,
    }));
    await dropTexts(page, many);
    await page.getByRole("button", { name: "取消" }).click();
    await page.getByText(/已取消，只列出取消前识别的 \d+ 个文件/).waitFor();
    const seen = await page.locator("db-review-files li.file").count();
    expect(seen).toBeLessThan(many.length);
    await page.getByRole("button", { name: "放弃" }).click();
    await importExamples(page);
    await go(page, "目标");
    await gridRow(page, "太原", "PM2.5");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the examples", () => {
  it("open on their richest day, say so, and keep it over a reload", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await page.getByText(/截至日定为 ?2021年6月30日/).waitFor();
    expect(await page.getByLabel("截至").inputValue()).toBe("2021-06-30");
    expect(
      await page
        .locator("db-top-bar datalist option")
        .evaluateAll((options) =>
          options.map((option) => option.getAttribute("value")),
        ),
    ).toContain("2021-06-30");
    await page.reload();
    await page.locator("db-top-bar").waitFor();
    expect(await page.getByLabel("截至").inputValue()).toBe("2021-06-30");
    await page.context().close();
  });

  it("leave the day alone when a person chose one", async () => {
    const { page } = await openApp(browser);
    await setAsOf(page, "2020-03-31");
    await importExamples(page);
    expect(await page.getByLabel("截至").inputValue()).toBe("2020-03-31");
    await page.context().close();
  });

  it("count as not reported only what is still due here", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "总览");
    await expect
      .poll(() => shownText(page, "db-overview"))
      .toMatch(/\d+ 个目标期限早于2021年，没有最终数据/);
    await page.getByRole("button", { name: "查看" }).first().click();
    await gridRow(page, "全国");
    await page.context().close();
  });
});

describe("the inspector", () => {
  it("shows file, sheet and cell of a figure, and how it was judged, in words", async () => {
    const { page, errors, foreign } = await openApp(browser);
    await importExamples(page);
    await go(page, "目标");
    await page
      .locator('[role=gridcell][col-id="actual"]', { hasText: /^46$/ })
      .first()
      .click();
    const text = () =>
      shownText(page, "db-inspector").then((all) => all.replace(/\s+/g, " "));
    await expect
      .poll(text)
      .toMatch(/各市2021年6月重点工作月调度\.xlsx · .+ · [A-Z]+\d+/);
    const said = await text();
    expect(said).toContain("2021年1—6月");
    expect(said).toContain("≤ 44 μg/m³");
    expect(said).not.toMatch(/[<>]=|μg\/m3|air\.pm25|140100/);
    await expect
      .poll(() => page.locator("db-provenance td.here").innerText())
      .toBe("46");
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it("that was left stays away, whatever comes of figures and of keys pressed before", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "目标");
    const figure = page
      .locator('[role=gridcell][col-id="actual"]', { hasText: /^46$/ })
      .first();
    const inspector = page.locator("db-inspector");
    await figure.click();
    await inspector.waitFor();
    // The grid tells of each of these rows a task later.
    for (const key of ["ArrowDown", "ArrowUp", "Escape"])
      await page.keyboard.press(key);
    await expect.poll(() => inspector.count()).toBe(0);
    await page.keyboard.press("Control+z");
    await expect.poll(() => figure.count()).toBe(0);
    await page.keyboard.press("Control+y");
    await figure.waitFor();
    expect(await inspector.count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the keyboard", () => {
  it("reaches the rail, the grid and the inspector, and opens the help", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "目标");
    await gridRow(page, "太原");
    const place = () =>
      page.evaluate(() => {
        const tags: string[] = [];
        let root: Document | ShadowRoot = document;
        for (;;) {
          const element: Element | null = root.activeElement;
          if (element === null) return tags;
          tags.push(element.localName);
          if (element.shadowRoot === null) return tags;
          root = element.shadowRoot;
        }
      });
    await page.reload();
    await gridRow(page, "太原");
    const reach = async (tag: string, most: number) => {
      for (let i = 0; i < most; i += 1) {
        if ((await place()).includes(tag)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${tag} was not reached: ${(await place()).join(" ")}`);
    };
    await reach("db-top-bar", 3);
    await reach("db-side-rail", 30);
    await reach("db-targets-grid", 30);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.locator("db-inspector").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("db-inspector").count()).toBe(0);
    await page.keyboard.press("ArrowDown");
    await page.locator("db-inspector").waitFor();
    await reach("db-inspector", 12);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: /快捷键/ }).waitFor();
    await page.context().close();
  });
});
