import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cutTexts } from "../screenshots/cut-text.ts";
import { layoutShifts } from "../screenshots/layout-shifts.ts";
import { fillWithExamples } from "../screenshots/fill-app.ts";
import { settledPicture } from "../screenshots/settle.ts";
import { openApp, openBrowser } from "./page.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  ({ page } = await openApp(browser));
  await fillWithExamples(page);
}, 60_000);
afterAll(() => browser.close());

const routes = [
  "overview",
  "data",
  "data?layout=region%2Findicator",
  "targets",
  "targets?tab=list",
  "targets?tab=rules",
  "targets?tab=formulas",
  "rank",
  "ledger",
  "reports",
  "audit",
];

/** An office screen, and the same zoomed to 150 % for a meeting room, with the longer words. */
const sizes = {
  zh: { width: 1366, height: 768 },
  en: { width: 911, height: 512 },
} as const;

async function open(route: string, language: "zh" | "en"): Promise<void> {
  await page.evaluate((chosen) => {
    localStorage.setItem(
      "dabiao.preferences",
      JSON.stringify({ language: chosen, theme: "light", who: "" }),
    );
  }, language);
  const { origin, pathname } = new URL(page.url());
  await page.goto("about:blank");
  await page.goto(`${origin}${pathname}#/${route}`);
  await page.locator("main > *").first().waitFor();
  await settledPicture(page);
}

describe.each(["zh", "en"] as const)("every view in %s", (language) => {
  it.each(routes)(
    "%s cuts nothing without a tooltip, fits, and does not jump",
    async (route) => {
      await page.setViewportSize(sizes[language]);
      await open(route, language);
      const { sum, what } = await layoutShifts(page);
      expect(await cutTexts(page)).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        ),
      ).toBeLessThanOrEqual(0);
      expect(sum, what.join("\n")).toBeLessThan(0.03);
    },
  );
});

describe("the detector of cut words", () => {
  it("finds what is cut and has no tooltip, and nothing else", async () => {
    await open("audit", "zh");
    const found = await page.evaluate(() => {
      const place = document.createElement("div");
      place.style.cssText = "position:fixed;inset:0;z-index:99";
      const line = (style: string, title: string, words: string) => {
        const element = document.createElement("p");
        element.style.cssText = `width:60px;white-space:nowrap;${style}`;
        if (title !== "") element.title = title;
        element.textContent = words;
        place.append(element);
      };
      line(
        "overflow:hidden;text-overflow:ellipsis",
        "",
        "这一行比它的框长得多",
      );
      line("overflow:hidden", "有提示", "这一行也比它的框长得多");
      line("overflow:auto", "", "这一行可以滚动所以不算截断");
      line("", "", "这一行画到框外所以不算截断");
      document.body.append(place);
      return place.childElementCount;
    });
    expect(found).toBe(4);
    expect(await cutTexts(page)).toEqual(["p.: 这一行比它的框长得多"]);
  });
});
