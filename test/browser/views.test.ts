import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importExamples, openApp, openBrowser } from "./page.ts";

/** Evaluated over the debugging protocol: the page's own policy lets no inline script in. */
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

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

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await mkdir(shots, { recursive: true });
});
afterAll(() => browser.close());

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() =>
    (
      globalThis as unknown as {
        axe: { run: () => Promise<AxeResult> };
      }
    ).axe.run(),
  );
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`,
  );
}

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
  );
});

describe("a 1366-pixel office screen", () => {
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
