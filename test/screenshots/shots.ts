import type { Page } from "playwright-core";
import { dropFiles, dropTexts } from "../browser/page.ts";

/** One picture: a place in the app and what is done there before it is taken. */
export interface Shot {
  readonly name: string;
  /** Of the address: `targets?tab=list`. */
  readonly route: string;
  readonly act?: (page: Page) => Promise<void>;
  /** Also printed to a PDF. */
  readonly prints?: true;
}

const click = (selector: string) => (page: Page) =>
  page.locator(selector).first().click();

const ask =
  (event: string, detail: unknown = null) =>
  (page: Page) =>
    page.locator("db-app").evaluate(
      (app, [name, what]) => {
        app.dispatchEvent(new CustomEvent(String(name), { detail: what }));
      },
      [event, detail] as const,
    );

const firstTarget = click('db-targets-grid [role=gridcell][col-id="actual"]');

async function reviewOf(page: Page, ...paths: string[]): Promise<void> {
  await dropFiles(
    page,
    paths.map((path) => `test/fixtures/sheets/${path}`),
  );
  await page.locator("db-review-sheet").waitFor();
}

/** Cells of 数据 that show a figure; some of the others lie beyond the window. */
const figures = (page: Page) =>
  page
    .locator('db-cube-grid [role=gridcell][col-id^="p:"]')
    .filter({ hasText: /^\d/ });

async function selectBlock(page: Page): Promise<void> {
  const cells = figures(page);
  await cells.nth(2).click();
  await cells.nth(40).click({ modifiers: ["Shift"] });
}

/** With the examples in. */
export const fullShots: readonly Shot[] = [
  { name: "overview", route: "overview", prints: true },
  { name: "data", route: "data", act: selectBlock, prints: true },
  {
    name: "data-inspector",
    route: "data",
    act: async (page) => {
      await figures(page).first().click();
      await page.keyboard.press("Alt+Enter");
      await page.locator("db-inspector").waitFor();
    },
  },
  { name: "data-more", route: "data", act: click("db-data details summary") },
  {
    name: "data-find",
    route: "data",
    act: async (page) => {
      await selectBlock(page);
      await page.keyboard.press("Control+h");
      await page.locator("db-find-bar").waitFor();
    },
  },
  {
    name: "data-cross",
    route: "data?layout=region%2Findicator&pick-period=2021-06",
  },
  { name: "data-months", route: "data?layout=period%2Fregion" },
  {
    name: "data-comment",
    route: "data",
    act: async (page) => {
      await figures(page).first().click();
      await page.keyboard.press("Shift+F2");
      await page.locator("db-comment-dialog dialog[open]").waitFor();
    },
  },
  { name: "targets", route: "targets", prints: true },
  { name: "targets-chart", route: "targets", act: firstTarget },
  {
    name: "targets-what-if",
    route: "targets",
    act: async (page) => {
      await firstTarget(page);
      await page
        .locator("db-inspector .what-if, db-inspector button")
        .filter({ hasText: /假设分析|What if/ })
        .first()
        .click();
      const input = page.locator("db-what-if input").first();
      await input.fill("60");
      await input.press("Tab");
      await page.waitForTimeout(500);
    },
  },
  { name: "target-list", route: "targets?tab=list" },
  {
    name: "target-dialog",
    route: "targets?tab=list",
    act: async (page) => {
      await page
        .getByRole("button", { name: /^(新增目标|New target)$/ })
        .click();
    },
  },
  { name: "status-rules", route: "targets?tab=rules" },
  {
    name: "formulas",
    route: "targets?tab=formulas",
    act: async (page) => {
      const field = page.locator("db-formula-input [role=combobox]");
      await field.fill("ratio(air.pm25, air.pm10) * 100");
      await page.waitForTimeout(600);
    },
  },
  { name: "rank", route: "rank", prints: true },
  { name: "ledger", route: "ledger", prints: true },
  {
    name: "ledger-inspector",
    route: "ledger",
    act: click("db-records-grid [role=gridcell]"),
  },
  { name: "reports", route: "reports" },
  {
    name: "reports-form",
    route: "reports",
    act: click("db-reports .template"),
  },
  { name: "audit", route: "audit" },
  {
    name: "review",
    route: "overview",
    act: (page) =>
      reviewOf(
        page,
        "a/环境质量通报附件.xlsx",
        "a/数字格式改变所见.xlsx",
        "a/优良两义与达标率.xlsx",
      ),
  },
  {
    name: "review-changes",
    route: "overview",
    act: async (page) => {
      await reviewOf(page, "a/2021年6月全省环境空气质量排名.xlsx");
      await page.locator("db-review [role=tab]").nth(1).click();
    },
  },
  {
    name: "review-issues",
    route: "overview",
    act: async (page) => {
      await reviewOf(
        page,
        "a/同比计算出错的表.xlsx",
        "d/县区对比（含公式错误）.xlsx",
      );
      await page.locator("db-review [role=tab]").nth(2).click();
    },
  },
  { name: "settings", route: "overview", act: ask("db-settings") },
  { name: "help", route: "data", act: ask("db-help") },
  { name: "profiles", route: "overview", act: ask("db-profiles") },
  { name: "room-overview", route: "overview", act: ask("db-room", true) },
  {
    name: "room-targets",
    route: "targets",
    act: async (page) => {
      await ask("db-room", true)(page);
      await firstTarget(page);
    },
  },
];

/** The ones to see at other sizes. */
export const sizedShots = fullShots.filter(({ name }) =>
  [
    "overview",
    "data",
    "targets-chart",
    "target-list",
    "rank",
    "ledger",
    "reports-form",
    "review",
    "settings",
  ].includes(name),
);

export const emptyShots: readonly Shot[] = [
  "overview",
  "data",
  "targets",
  "targets?tab=list",
  "targets?tab=rules",
  "targets?tab=formulas",
  "rank",
  "ledger",
  "reports",
  "audit",
].map((route) => ({ name: route.replace("?tab=", "-"), route }));

export const oddShots: readonly Shot[] = [
  { name: "overview", route: "overview" },
  { name: "data", route: "data" },
  { name: "data-cross", route: "data?layout=region%2Findicator" },
  { name: "targets", route: "targets", act: firstTarget },
  { name: "target-list", route: "targets?tab=list" },
  { name: "rank", route: "rank" },
  {
    name: "ledger",
    route: "ledger",
    act: click("db-records-grid [role=gridcell]"),
  },
  {
    name: "review",
    route: "overview",
    act: async (page) => {
      await dropTexts(page, [
        { name: "坏文件.xlsx", text: "PK\u0003\u0004 not a workbook" },
        { name: "空.csv", text: "" },
      ]);
      await page.locator("db-review").waitFor();
    },
  },
];
