import type { Page } from "playwright-core";
import { openChromium } from "../page/chromium.ts";
import { serveApp } from "../page/served-app.ts";

/** The built app in a headless Chromium, as a person sees it at 1366 × 768. */
export interface BenchApp {
  /** A page with a storage of its own. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

export async function startApp(): Promise<BenchApp> {
  const app = await serveApp();
  const browser = await openChromium();
  return {
    async open() {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: "zh-CN",
      });
      // The compiler marks functions with a helper that the page does not have.
      await context.addInitScript("globalThis.__name = (made) => made");
      const page = await context.newPage();
      await page.goto(app.url);
      return page;
    },
    async close() {
      await browser.close();
      await app.close();
    },
  };
}

/** Opens the data view with the shipped examples in it. */
export async function openData(app: BenchApp): Promise<Page> {
  const page = await app.open();
  await page.getByRole("button", { name: "打开示例" }).click();
  await page.getByRole("button", { name: /^导入 \d/ }).click();
  await page.getByText(/^已导入/).waitFor();
  await page.evaluate(() => {
    location.hash = "#/data";
  });
  await page.locator("[role=row][row-index]").first().waitFor();
  return page;
}

/**
 * Hands the grid of the open page a sheet of generated figures; a journal of so
 * many would not fit a browser. Everything after the worker is the app's own.
 */
export async function showLargeSheet(
  page: Page,
  rows: number,
  columns: number,
): Promise<void> {
  await page.locator("db-cube-grid").evaluate(
    async (element, size) => {
      const grid = element as unknown as {
        sheet: object;
        updateComplete: Promise<unknown>;
      };
      const periods = Array.from({ length: size.columns }, (_, i) => {
        const month = String((i % 12) + 1).padStart(2, "0");
        return `${String(2015 + Math.floor(i / 12))}-${month}`;
      });
      grid.sheet = {
        layout: { rows: ["indicator", "region"], columns: ["period"] },
        picked: { item: null, region: null, period: null },
        sources: [{ file: "bench.xlsx", sheet: "1" }],
        columns: periods.map((period) => ({
          id: period,
          item: null,
          region: null,
          period,
        })),
        rows: Array.from({ length: size.rows }, (_, r) => {
          const item = {
            id: `air.pm25|actual|v${String(r % 1000)}|`,
            indicator: "air.pm25",
            measure: "actual",
            variant: `v${String(r % 1000)}`,
            base: "",
            unit: "μg/m3",
            decimals: 1,
          };
          return {
            id: `row${String(r)}`,
            item,
            region: `r${String(Math.floor(r / 1000))}`,
            period: null,
            cells: periods.map((_period, c) => ({
              value: ((r * 31 + c * 17) % 1000) / 10,
              missing: "",
              decimals: 1,
              status: "normal",
              edited: (r + c) % 97 === 0,
              conflict: false,
              source: 0,
              at: "B2",
              original: null,
              comments: 0,
            })),
          };
        }),
      };
      await grid.updateComplete;
    },
    { rows, columns },
  );
  await page.locator('[row-id="row0"]').first().waitFor();
  await page.waitForTimeout(500);
}
