import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  confirmImport,
  dropTexts,
  go,
  gridRow,
  importExamples,
  type MadeFile,
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

async function rankRows(page: Page): Promise<string[][]> {
  await page.locator("db-rank tbody tr").first().waitFor();
  return page
    .locator("db-rank tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("td")].map((cell) =>
          cell.innerText.replace(/\s+/g, " ").trim(),
        ),
      ),
    );
}

/** Imports a file beside what is there; the notice of the import before it may still be up. */
async function storeAlso(
  page: Page,
  file: MadeFile,
  values: number,
): Promise<void> {
  await dropTexts(page, [file]);
  await page.getByRole("button", { name: /^导入 \d/ }).click();
  await page.getByText(`已导入 ${values} 个数值`).waitFor();
}

/** The month before the examples' own: Taiyuan was within its goal, Datong beyond it. */
const may = {
  name: "山西省2021年1—5月各市PM2.5.csv",
  text: [
    "山西省2021年1—5月各市PM2.5浓度",
    "单位：μg/m³",
    "城市,PM2.5浓度",
    "太原市,43",
    "大同市,33",
    "临汾市,55",
  ].join("\n"),
};

/** Two and a half years of months, enough to tell where the year is heading. */
function months(): { readonly name: string; readonly text: string } {
  const known = [2019, 2020, 2021].flatMap((year) =>
    Array.from({ length: year === 2021 ? 6 : 12 }, (_, i) => ({
      year,
      month: i + 1,
    })),
  );
  const winter = [30, 24, 14, 2, -8, -14, -18, -14, -6, 8, 22, 30];
  const line = (city: string, level: number) =>
    [
      city,
      ...known.map(
        ({ year, month }, i) =>
          level + (winter[month - 1] ?? 0) - (year - 2019) + ((i * 3) % 5),
      ),
    ].join(",");
  return {
    name: "各市PM2.5逐月.csv",
    text: [
      "山西省各市PM2.5浓度",
      "单位：μg/m³",
      ["城市", ...known.map(({ year, month }) => `${year}年${month}月`)].join(
        ",",
      ),
      line("太原市", 44),
      line("大同市", 52),
    ].join("\n"),
  };
}

describe("总览", () => {
  it("says what will be missed, with its chance, and 目标 draws where it is heading", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await storeAlso(page, months(), 60);
    await go(page, "总览");
    await setAsOf(page, "2021-06-30");
    const behind = page.locator("db-overview .behind");
    await behind
      .getByText(/预测 \d+ μg\/m³，达标概率约 <?\d+%/)
      .first()
      .waitFor();
    await behind
      .getByRole("button", { name: /大同 PM2.5浓度/ })
      .first()
      .click();
    await page.locator('[role=gridcell][col-id="actual"]').first().click();
    const chart = page.locator("db-series-chart .plot");
    await expect.poll(() => chart.textContent()).toMatch(/预测 [\d.]+ \(/);
    expect(await chart.textContent()).toContain("年均限值 35");
    const told = await shownText(page, "db-inspector");
    expect(told).toContain("分月控制");
    for (const month of [7, 8, 9, 10, 11, 12])
      expect(told).toContain(`2021年${month}月`);
    expect(told).toMatch(/到期预计 [\d.]+，五分之四的可能在/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("leads from every number to exactly its rows", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "总览");
    const tiles = page.locator("db-overview .tile");
    await tiles.first().waitFor();
    expect(await tiles.count()).toBe(5);
    for (const at of [0, 1, 2, 3]) {
      await go(page, "总览");
      const n = Number(await tiles.nth(at).locator("b").innerText());
      await tiles.nth(at).click();
      await page.locator("db-targets-grid").waitFor();
      await expect
        .poll(() => page.locator("db-targets .bar [role=status]").innerText())
        .toBe(`${n} 行`);
    }
    await go(page, "总览");
    await tiles.nth(4).click();
    await page.locator("db-data").waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("says what is behind and what must happen, worst first", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "总览");
    const behind = page.locator("db-overview .behind");
    await behind.getByText("滞后项（最差在前）").waitFor();
    const text = await shownText(page, "db-overview .behind");
    expect(text).toMatch(/余 184 天均值须/);
    expect(text).toContain("预计完不成");
    await behind.getByRole("button", { name: /太原 PM2.5浓度/ }).click();
    const row = await gridRow(page, "太原", "PM2.5");
    expect(Object.values(row).join(" ")).toContain("46");
    await expect
      .poll(() => page.locator("db-targets .bar [role=status]").innerText())
      .toBe("1 行");
    await page.context().close();
  });

  it("says what moved since last month and what came in first", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await storeAlso(page, may, 3);
    await go(page, "总览");
    await setAsOf(page, "2021-06-30");
    const changes = page.locator("db-overview-changes");
    await changes.getByText("与截至 2021年5月31日 相比").waitFor();
    await changes.getByText(/^转差/).waitFor();
    const text = (await shownText(page, "db-overview-changes")).replace(
      /\s+/g,
      " ",
    );
    expect(text).toMatch(
      /转差 1 .*太原 PM2.5浓度.*2021年1—5月 43 → 2021年1—6月 46/,
    );
    expect(text).toMatch(/转好 1 .*大同 PM2.5浓度.*1—5月 33 → 2021年1—6月 30/);
    // Linfen was and is beyond its goal: no change. Eight cities are new.
    expect(text).toMatch(/新报 .*PM2.5浓度/);
    expect(text).not.toMatch(/临汾 PM2.5浓度/);
    await changes.getByRole("button", { name: "大同 PM2.5浓度" }).click();
    await gridRow(page, "大同", "PM2.5");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("shows eleven cities on one scale, each leading to its rows", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "总览");
    const cities = page.locator("db-overview-headline li button");
    await expect.poll(() => cities.count()).toBe(11);
    expect(await cities.first().getAttribute("title")).toBe(
      "太原：2021年1—6月 46μg/m³、目标 ≤ 44、无法判定",
    );
    const tops = await cities.evaluateAll((buttons) =>
      buttons.map((button) => button.getBoundingClientRect().top),
    );
    expect(new Set(tops).size).toBe(1);
    await page.getByLabel("主要指标").selectOption("air.good_rate");
    await expect
      .poll(() => cities.first().getAttribute("title"))
      .toContain("58.6%");
    await cities.nth(1).click();
    await gridRow(page, "大同", "优良天数比例");
    await page.context().close();
  });
});

describe("排名", () => {
  it("prints ties and change, and keeps regions that take no part", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "排名");
    const cities = await rankRows(page);
    expect(cities.map(([rank, region]) => `${rank} ${region}`)).toEqual([
      "1 大同",
      "2 朔州",
      "3 吕梁",
      "4 长治",
      "5 并列 晋中",
      "5 并列 忻州",
      "7 晋城",
      "8 阳泉",
      "9 太原",
      "10 运城",
      "11 临汾",
    ]);
    expect(cities[0]?.slice(3)).toEqual(["30", "-11.8%", "5"]);
    await page
      .locator("db-rank select")
      .first()
      .selectOption("air.composite||");
    await page.getByLabel("范围").selectOption("county|140900");
    await expect
      .poll(async () => (await rankRows(page)).map(([rank]) => rank))
      .toEqual(
        expect.arrayContaining(["8", "9 并列", "11", "14", "不参与排名"]),
      );
    expect((await rankRows(page)).at(-1)).toEqual([
      "不参与排名",
      "五台山",
      "",
      "4.90",
      "+2.3%",
      "—",
    ]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("ranks by change, from the address too", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "排名");
    await page.getByRole("button", { name: "同比变化" }).click();
    await expect
      .poll(async () =>
        (await rankRows(page)).map((row) => row.slice(0, 2).join(" ")),
      )
      .toContain("1 临汾");
    expect(page.url()).toContain("by=change");
    await page.reload();
    expect((await rankRows(page))[0]?.[1]).toBe("临汾");
    await page.context().close();
  });

  it("shows each region's line and the cell a figure stands in", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "排名");
    await expect
      .poll(() => page.locator("db-rank db-multiples li").count())
      .toBe(11);
    await page.getByRole("button", { name: "临汾", exact: true }).click();
    const here = page.locator("db-excerpt td.here");
    await here.waitFor();
    expect((await here.innerText()).trim()).toBe("53");
    await page.context().close();
  });

  it("says what to do while nothing can be ranked", async () => {
    const { page } = await openApp(browser);
    await dropTexts(page, [
      {
        name: "a.csv",
        text: "山西省2021年6月PM2.5浓度\n城市,PM2.5浓度\n太原市,43",
      },
    ]);
    await confirmImport(page);
    await go(page, "排名");
    await page.getByText(/没有两个以上市或县区/).waitFor();
    await page.context().close();
  });
});

describe("目标", () => {
  it("has a trend in every row that has figures, in words too", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "目标");
    const trend = page
      .locator('[role=row][row-index="0"] [col-id="trend"]')
      .locator("[role=img]");
    await trend.waitFor();
    expect(await trend.getAttribute("aria-label")).toBe(
      "2 期：2020年1—6月 52 → 2021年1—6月 46",
    );
    await page.context().close();
  });

  it("draws the row's own target, with words at the lines and no legend", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await setAsOf(page, "2024-12-31");
    await page.evaluate(() => {
      location.hash = "#/targets?region=140000&indicator=air.good_rate";
    });
    const chart = page.locator("db-series-chart .plot");
    for (const goal of ["80", "74.5"]) {
      await page
        .locator('[role=gridcell][col-id="target"]', { hasText: goal })
        .first()
        .click();
      await expect.poll(() => chart.textContent()).toContain(`目标 ≥ ${goal}`);
    }
    const text = await chart.textContent();
    expect(text).toContain("实际 74.2");
    expect(text).toContain("序时线");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("repaints a bar when its status moves with the day", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "目标");
    await page.getByLabel("按指标或地区筛选").fill("二氧化硫");
    await gridRow(page, "二氧化硫");
    await setAsOf(page, "2019-12-31");
    const row = page.locator('[role=row][row-index="0"]');
    await expect.poll(() => row.last().innerText()).toContain("目前达标");
    const colors = await row.evaluateAll((parts) =>
      parts.flatMap((part) =>
        [
          part.querySelector('[col-id="progress"] [role=img] > span'),
          part.querySelector('[col-id="status"] svg path[fill]'),
        ].flatMap((element) => {
          if (element === null) return [];
          const style = getComputedStyle(element);
          return [
            element instanceof HTMLElement
              ? style.backgroundColor
              : style.stroke,
          ];
        }),
      ),
    );
    expect(colors).toHaveLength(2);
    expect(new Set(colors).size).toBe(1);
    await page.context().close();
  });
});

describe("the inspector", () => {
  it("tells how a figure was got, its history, and shows its sheet", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await go(page, "目标");
    await page.locator('[role=gridcell][col-id="actual"]').first().click();
    const inspector = page.locator("db-inspector");
    await inspector.locator("db-excerpt td.here").waitFor();
    const text = await shownText(page, "db-inspector");
    expect(text).toContain("46 按 GB/T 8170 修约到 0 位小数为 46");
    expect(text).toContain("各市2021年6月重点工作月调度.xlsx");
    expect(await violations(page)).toEqual([]);
    const excerpt = inspector.locator("db-excerpt");
    expect((await excerpt.locator("td.here").innerText()).trim()).toBe("46");
    // The title lies over several columns, and the row says which city it is.
    expect(
      Number(await excerpt.locator("td.title").first().getAttribute("colspan")),
    ).toBeGreaterThan(1);
    expect(await excerpt.locator("td.stub").allInnerTexts()).toContain(
      "太原市",
    );
    const [box, inside] = await Promise.all([
      inspector.boundingBox(),
      excerpt.boundingBox(),
    ]);
    expect((inside?.x ?? 0) + (inside?.width ?? Infinity)).toBeLessThanOrEqual(
      (box?.x ?? 0) + (box?.width ?? 0),
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("shows a record's row in its ledger", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await go(page, "台账");
    await page.locator("db-records-grid [role=gridcell]").first().click();
    const here = page.locator("db-inspector db-excerpt td.here");
    await here.waitFor();
    expect((await here.innerText()).trim()).not.toBe("");
    await page.context().close();
  });
});
