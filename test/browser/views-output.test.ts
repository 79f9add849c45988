import { readFile } from "node:fs/promises";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  go,
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

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function saved(page: Page, kind: "PNG" | "SVG"): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `存为 ${kind}` }).click(),
  ]);
  return download;
}

async function chooseFirstTarget(page: Page): Promise<void> {
  await go(page, "目标");
  await page.locator('[role=gridcell][col-id="actual"]').first().click();
  await page.locator("db-series-chart svg").first().waitFor();
  await expect
    .poll(() => page.locator("db-series-chart .plot").textContent())
    .toContain("实际 46");
}

describe("a chart as a picture", () => {
  it("is an SVG with title, unit, figures and the day, that stands alone", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await chooseFirstTarget(page);
    const download = await saved(page, "SVG");
    expect(download.suggestedFilename()).toBe("太原市-·-PM2.5浓度-(μg-m³).svg");
    const svg = (await bytesOf(download)).toString("utf8");
    for (const words of [
      "太原市 · PM2.5浓度 (μg/m³)",
      "实际 46",
      "目标 ≤ 44",
      "截至 2021年6月30日",
    ])
      expect(svg).toContain(words);
    expect(svg).not.toContain("var(--");
    await page.context().close();
  });

  it("is a PNG at twice the size, of the ranking too", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "排名");
    await page.locator("db-rank tbody tr").first().waitFor();
    const svg = (await bytesOf(await saved(page, "SVG"))).toString("utf8");
    expect(svg).toContain("5 并列");
    expect(svg).toContain("山西省各市 · PM2.5浓度 · 2021年1—6月");
    const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]);
    const png = await bytesOf(await saved(page, "PNG"));
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(width * 2);
    // More than a blank sheet.
    const colors = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer(0)))
        .size;
    }, png.toString("base64"));
    expect(colors).toBeGreaterThan(10);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** Each printed page as head, foot, and number of table rows, without printing. */
async function pages(page: Page) {
  return page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    const root = document
      .querySelector("db-app")
      ?.shadowRoot?.querySelector("db-print-pages")?.shadowRoot;
    const found = [...(root?.querySelectorAll(".page") ?? [])].map((sheet) => ({
      head: sheet.querySelector(".head")?.textContent ?? "",
      foot: sheet.querySelector(".foot")?.textContent ?? "",
      text: sheet.querySelector(".content")?.textContent ?? "",
      rows: sheet.querySelectorAll("tbody tr").length,
    }));
    const theme = document.documentElement.dataset["theme"];
    window.dispatchEvent(new Event("afterprint"));
    return { found, theme };
  });
}

describe("a view on paper", () => {
  it("is A4 landscape with title, unit line and page numbers, every row once", async () => {
    const { page, errors } = await openApp(browser, { dark: true });
    await importExamples(page);
    await go(page, "目标");
    const rows = page.locator("db-targets .bar [role=status]");
    await expect.poll(() => rows.innerText()).toMatch(/^[1-9]\d* 行$/);
    const n = Number.parseInt(await rows.innerText(), 10);
    const { found, theme } = await pages(page);
    expect(theme).toBe("light");
    expect(found.length).toBeGreaterThan(1);
    expect(found.reduce((sum, sheet) => sum + sheet.rows, 0)).toBe(n);
    for (const [i, { head, foot }] of found.entries()) {
      expect(head).toContain("目标");
      expect(head).toContain("截至 2021年6月30日");
      expect(head).toContain("单位：见各行");
      expect(foot).toContain(`第 ${i + 1} 页，共 ${found.length} 页`);
    }
    const pdf = (
      await page.pdf({ preferCSSPageSize: true, printBackground: true })
    ).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(found.length);
    for (const [, width, height] of pdf.matchAll(
      /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g,
    )) {
      expect(Math.round(Number(width))).toBe(842);
      expect(Math.round(Number(height))).toBe(595);
    }
    expect(
      await page.evaluate(() => document.documentElement.dataset["theme"]),
    ).toBe("dark");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("prints overview, ranking and ledger, and the chart over the targets", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    const printed: Record<string, string> = {};
    for (const [view, ready] of [
      ["总览", "db-overview table"],
      ["排名", "db-rank tbody tr"],
      ["台账", "db-records-grid"],
      ["数据", "db-cube-grid [role=gridcell]"],
    ] as const) {
      await go(page, view);
      await page.locator(ready).first().waitFor();
      const { found } = await pages(page);
      expect(found.length, view).toBeGreaterThan(0);
      printed[view] = found.map(({ text }) => text).join(" ");
    }
    expect(printed["总览"]).toMatch(/滞后项（最差在前） \d+/);
    expect(printed["排名"]).toContain("5 并列");
    expect(printed["台账"]?.length ?? 0).toBeGreaterThan(200);
    expect(printed["数据"]).toContain("太原 · PM2.5浓度 (μg/m³)");
    await chooseFirstTarget(page);
    const { found } = await pages(page);
    expect(found[0]?.text).toContain("实际 46");
    await page.context().close();
  });
});

describe("the meeting-room mode", () => {
  it("shows the view alone and larger, turns to the next, and ends with Esc", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "总览");
    const size = () =>
      page
        .locator("db-overview .tile b")
        .first()
        .evaluate((b) => b.getBoundingClientRect().height);
    await page.locator("db-overview .tile").first().waitFor();
    const before = await size();
    await page.getByRole("button", { name: /会议全屏/ }).click();
    await page.getByRole("button", { name: "退出全屏" }).waitFor();
    expect(await page.locator("db-top-bar").count()).toBe(0);
    expect(await page.locator("db-side-rail").count()).toBe(0);
    expect((await size()) / before).toBeCloseTo(1.5, 1);
    expect(await shownText(page, "db-room-bar")).toContain(
      "截至 2021年6月30日",
    );
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "下一个视图" }).click();
    // The grid still finds its cells under the pointer.
    await page
      .locator('[role=row][row-index="2"] [col-id="region"]')
      .first()
      .click();
    await page.locator("db-inspector h2").first().waitFor();
    expect(await shownText(page, "db-inspector header")).toContain("阳泉市");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator("db-top-bar").waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the screen reader mode", () => {
  it("pins nothing, shows pages, lasts over a reload, and is free of violations", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await page.getByRole("button", { name: "备份与设置" }).click();
    await page.getByLabel(/不固定列/).check();
    await page.keyboard.press("Escape");
    await page.reload();
    const bad: Record<string, string[]> = {};
    for (const view of ["目标", "台账", "数据"]) {
      await go(page, view);
      // 数据 is typed into and stays a grid; the others become plain tables.
      await page
        .locator(
          view === "数据"
            ? "db-cube-grid .ag-paging-panel"
            : "db-paged-table tbody tr",
        )
        .first()
        .waitFor();
      expect(
        await page
          .locator("[role=gridcell]")
          .evaluateAll(
            (cells) =>
              cells.filter((cell) =>
                cell.closest(
                  ".ag-pinned-left-cols-container, .ag-pinned-right-cols-container",
                ),
              ).length,
          ),
        view,
      ).toBe(0);
      const found = await violations(page);
      if (found.length > 0) bad[view] = found;
    }
    expect(bad).toEqual({});
    await go(page, "目标");
    await page.getByLabel("含无目标指标").check();
    const table = page.locator("db-paged-table");
    await expect.poll(() => table.locator("tbody tr").count()).toBe(50);
    await table.getByRole("button", { name: "下一页" }).click();
    await expect
      .poll(() => table.locator("[role=status]").innerText())
      .toMatch(/^第 51—100 行/);
    await table.locator("tbody button").first().click();
    await page.locator("db-inspector h2").first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("reduced motion", () => {
  it("leaves nothing that moves, in any shadow root", async () => {
    const { page } = await openApp(browser);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await importExamples(page);
    for (const view of ["总览", "目标", "数据", "排名"]) {
      await go(page, view);
      await page.waitForLoadState("networkidle");
      const moving = await page.evaluate(() => {
        const found: string[] = [];
        const walk = (root: Document | ShadowRoot) => {
          for (const element of root.querySelectorAll("*")) {
            const { transitionDuration, animationName, transitionProperty } =
              getComputedStyle(element);
            if (
              animationName !== "none" ||
              (transitionProperty !== "none" &&
                !/^0s(, 0s)*$/.test(transitionDuration))
            )
              found.push(element.className.toString() || element.localName);
            if (element.shadowRoot !== null) walk(element.shadowRoot);
          }
        };
        walk(document);
        return found;
      });
      expect(moving, view).toEqual([]);
    }
    await page.context().close();
  });
});
