import type { Browser, Page } from "playwright-core";
import type { BenchOptions } from "../options.ts";
import { median } from "../statistics.ts";
import type { Section } from "../topic.ts";
import { firstPaint, type LoadedScript, scriptsOf } from "./first-paint.ts";

/** How soon the page shows what one came for, empty and with data. */
export async function paints(
  browser: Browser,
  url: string,
  { rounds }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const measured = { empty: [], overview: [] } as Record<
    "empty" | "overview",
    { useful: number; contentful: number }[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    // A profile of its own: nothing is cached, as on the first visit.
    const fresh = await browser.newContext();
    measured.empty.push(await firstPaint(fresh, url, "empty"));
    await importExamples(await fresh.newPage(), url);
    measured.overview.push(await firstPaint(fresh, url, "overview"));
    await fresh.close();
    say(`page, round ${round + 1} of ${rounds}`);
  }
  const middle = (
    which: "empty" | "overview",
    what: "useful" | "contentful",
  ): number => median(measured[which].map((paint) => paint[what]));
  return {
    title: "First useful paint from a local server",
    table: {
      head: ["page", "first paint, ms", "of use, ms"],
      rows: (["empty", "overview"] as const).map((which) => [
        which === "empty"
          ? "first visit, nothing stored: how to begin"
          : "with the examples stored: 总览 with its rows",
        middle(which, "contentful").toFixed(0),
        middle(which, "useful").toFixed(0),
      ]),
    },
    notes: [
      `Medians of ${rounds}. "Of use" is the frame that shows the buttons to begin with, or the first row of what is behind; both count from the start of the navigation.`,
    ],
    demands: (["empty", "overview"] as const).map((which) => ({
      what: `first useful paint, ${which}`,
      value: middle(which, "useful"),
      unit: " ms",
      limit: 1000,
      sense: "atMost",
    })),
    data: measured,
    crashes: [],
  };
}

/** Script loaded before anything is clicked, and what comes after. */
export async function sizes(browser: Browser, url: string): Promise<Section> {
  const context = await browser.newContext();
  await importExamples(await context.newPage(), url);
  const page = await context.newPage();
  const loaded = scriptsOf(page);
  await page.goto(url);
  await page.locator("db-overview .behind tbody tr").first().waitFor();
  await page.waitForLoadState("networkidle");
  const first = await loaded();
  await page.evaluate(() => {
    location.hash = "#/targets";
  });
  await page.locator("db-targets [role=gridcell]").first().click();
  await page.locator("db-series-chart svg").first().waitFor();
  await page.waitForLoadState("networkidle");
  const later = (await loaded()).slice(first.length);
  await context.close();
  const initial = total(first);
  return {
    title: "Script",
    table: {
      head: ["when", "files", "KB gzip"],
      rows: [
        ["at first, the worker included", String(first.length), kb(initial)],
        ...[...first]
          .sort((a, b) => b.size - a.size)
          .slice(0, 4)
          .map(({ name, size }) => [`— ${name}`, "", kb(size)]),
        [
          "when 目标 and its chart are opened",
          String(later.length),
          kb(total(later)),
        ],
      ],
    },
    notes: [],
    demands: [
      {
        what: "initial script",
        value: initial / 1024,
        unit: " KB",
        limit: 450,
        sense: "atMost",
      },
    ],
    data: { first, later },
    crashes: [],
  };
}

function total(scripts: readonly LoadedScript[]): number {
  return scripts.reduce((sum, { size }) => sum + size, 0);
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

async function importExamples(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "打开示例" }).click();
  await page.getByRole("button", { name: /^导入 \d/ }).click();
  await page.getByText(/^已导入/).waitFor();
  await page.close();
}
