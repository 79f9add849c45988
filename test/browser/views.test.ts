import { mkdir } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importExamples, openApp, openBrowser, violations } from "./page.ts";

/** Kept out of the repository; looked at by people. */
const shots = "test/shots";

const views = [
  "overview",
  "data",
  "targets",
  "rank",
  "ledger",
  "reports",
  "audit",
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await mkdir(shots, { recursive: true });
});
afterAll(() => browser.close());

async function settle(page: Page, view: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${view}`);
  await page.locator(`[aria-current="page"][href$="${view}"]`).waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(600);
}

describe.each([
  { theme: "light", dark: false },
  { theme: "dark", dark: true },
])("every view in $theme", ({ theme, dark }) => {
  it.each(["zh", "en"] as const)(
    "is free of accessibility violations in %s, empty and full",
    async (language) => {
      const { page, errors } = await openApp(browser, { dark });
      const found: Record<string, string[]> = {};
      await page.getByRole("button", { name: "打开示例" }).waitFor();
      expect(
        await page.evaluate(() => document.documentElement.dataset["theme"]),
      ).toBe(theme);
      const empty = await violations(page);
      if (empty.length > 0) found["empty"] = empty;
      await importExamples(page);
      if (language === "en")
        await page.getByRole("button", { name: "English" }).click();
      for (const view of views) {
        await settle(page, view);
        await page.screenshot({
          path: `${shots}/${view}-${theme}-${language}.png`,
        });
        const bad = await violations(page);
        if (bad.length > 0) found[view] = bad;
      }
      expect(found).toEqual({});
      expect(errors).toEqual([]);
      await page.context().close();
    },
    // Sixteen looks at whole pages.
    240_000,
  );
});

describe("the theme", () => {
  const shown = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset["theme"]);

  it("follows the system until one is chosen, and the choice lasts", async () => {
    const { page } = await openApp(browser, { dark: true });
    await page.getByRole("button", { name: "打开示例" }).waitFor();
    expect(await shown(page)).toBe("dark");
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => shown(page)).toBe("light");
    await page.getByRole("button", { name: "深色" }).click();
    expect(await shown(page)).toBe("dark");
    await page.reload();
    await page.getByRole("button", { name: "打开示例" }).waitFor();
    expect(await shown(page)).toBe("dark");
    await page.getByRole("button", { name: "备份与设置" }).click();
    await page.getByLabel("跟随系统").check();
    await expect.poll(() => shown(page)).toBe("light");
    await page.context().close();
  });
});

describe("a 1366-pixel office screen", () => {
  it.each(["zh", "en"] as const)(
    "shows every column of the targets, none cut, in %s",
    async (language) => {
      const { page } = await openApp(browser);
      await importExamples(page);
      if (language === "en")
        await page.getByRole("button", { name: "English" }).click();
      await settle(page, "targets");
      const grid = await page.locator("db-targets-grid").boundingBox();
      const boxes = await page
        .locator("[role=columnheader][col-id]")
        .evaluateAll((headers) =>
          headers.map((header) => {
            const { left, right } = header.getBoundingClientRect();
            return {
              id: header.getAttribute("col-id") ?? "",
              left,
              right,
            };
          }),
        );
      boxes.sort((a, b) => a.left - b.left);
      expect(boxes).toHaveLength(12);
      for (const [i, { id, right }] of boxes.entries())
        expect(
          Math.abs((boxes[i + 1]?.left ?? right) - right),
          id,
        ).toBeLessThanOrEqual(1);
      const last = boxes.at(-1);
      const room = (grid?.x ?? 0) + (grid?.width ?? 0);
      expect(last?.id).toBe("status");
      expect(last?.right ?? Infinity).toBeLessThanOrEqual(room + 1);
      expect(last?.right ?? 0).toBeGreaterThanOrEqual(room - 20);
      const cut = await page
        .locator('[role=gridcell][col-id="status"]')
        .evaluateAll(
          (cells) =>
            cells.filter((cell) => {
              const mark = cell.querySelector("span span");
              return (
                mark !== null &&
                mark.getBoundingClientRect().right >
                  cell.getBoundingClientRect().right
              );
            }).length,
        );
      expect(cut).toBe(0);
      await page.context().close();
    },
  );

  it("shows every view without a horizontal scroll bar of the page", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    for (const view of views) {
      await settle(page, view);
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      expect(overflow, view).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
});
