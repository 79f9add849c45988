import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { go, importExamples, openApp, openBrowser } from "./page.ts";

/** KB, gzip: what a page and its worker load before anything is clicked. */
const most = 450;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Loaded {
  readonly name: string;
  readonly text: string;
  readonly size: number;
}

/** Listens for scripts and WebAssembly, the worker's too. */
function loadedBy(page: Page): () => Promise<readonly Loaded[]> {
  const asked = new Set<string>();
  page.on("request", (request) => {
    if (/\.(js|wasm)$/.test(new URL(request.url()).pathname))
      asked.add(request.url());
  });
  return () => Promise.all([...asked].map(load));
}

/** Fetched once more: of an answer from the cache the browser gives no bytes. */
async function load(url: string): Promise<Loaded> {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return {
    name: new URL(url).pathname.split("/").at(-1) ?? "",
    text: bytes.toString("latin1"),
    size: gzipSync(bytes, { level: 9 }).length / 1024,
  };
}

/** Words that only the code of a library holds. */
const onDemand = {
  "AG Grid": /ag-grid-autocomplete|ag-root-wrapper/,
  ECharts: /zrender|ecModel/,
  "IronCalc (WebAssembly)": /^\0asm/,
  exceljs: /exceljs/i,
} as const;

const found = (scripts: readonly Loaded[]) =>
  Object.entries(onDemand).flatMap(([library, mark]) =>
    scripts.some(({ text }) => mark.test(text)) ? [library] : [],
  );

describe("the first load", () => {
  it(`is at most ${most} KB of script, the heavy parts left for later`, async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "总览");
    const loaded = loadedBy(page);
    await page.reload();
    await page.locator("db-overview .behind tbody tr").first().waitFor();
    await page.waitForLoadState("networkidle");
    const first = await loaded();
    const total = first.reduce((sum, { size }) => sum + size, 0);
    console.log(
      `initial script: ${total.toFixed(1)} KB gzip in ${first.length} files`,
    );
    // Next to nothing would mean that the worker was not seen.
    expect(first.map(({ name }) => name).join(" ")).toContain("worker");
    expect(total).toBeGreaterThan(100);
    expect(total).toBeLessThanOrEqual(most);
    expect(found(first)).toEqual([]);
    // The marks are right: they are met when the parts are asked for.
    await go(page, "目标");
    await page.locator('[role=gridcell][col-id="actual"]').first().click();
    await page.locator("db-series-chart svg").first().waitFor();
    expect(found(await loaded())).toEqual(["AG Grid", "ECharts"]);
    await page.context().close();
  });
});
