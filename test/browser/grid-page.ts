import type { Browser, Locator, Page } from "playwright-core";
import { confirmImport, dropTexts, go, openApp } from "./page.ts";

const cities = [
  ["140100", "太原市"],
  ["140200", "大同市"],
  ["140300", "阳泉市"],
  ["140400", "长治市"],
  ["140500", "晋城市"],
] as const;

/** Row of PM2.5 of a city, by the last digits of its code: `1` is Taiyuan. */
export const city = (n: 1 | 2 | 3 | 4 | 5) =>
  `air.pm25|actual||@140${String(n)}00`;

/** PM2.5 of five cities in the first four months of 2021: city n has `n0 + month`. */
const months = [1, 2, 3, 4];
const table = [
  ["地区", ...months.map((m) => `2021年${String(m)}月PM2.5浓度(μg/m3)`)],
  ...cities.map(([, name], i) => [
    name,
    ...months.map((m) => String((i + 1) * 10 + m)),
  ]),
]
  .map((row) => row.join(","))
  .join("\n");

/** The data view with a small table in it. */
export async function openGrid(
  browser: Browser,
  options: Parameters<typeof openApp>[1] = {},
) {
  const app = await openApp(browser, options);
  const { page } = app;
  await dropTexts(page, [{ name: "月报.csv", text: `${table}\n` }]);
  await confirmImport(page);
  await go(page, "数据");
  await cell(page, 1, 1).waitFor();
  return app;
}

/** The cell of a city and a month of 2021. */
export function cell(page: Page, n: 1 | 2 | 3 | 4 | 5, month: number): Locator {
  return page.locator(
    `[row-id="${city(n)}"] [col-id="p:2021-0${String(month)}"]`,
  );
}

/** What the cells of a city show, by month. */
export async function shown(
  page: Page,
  n: 1 | 2 | 3 | 4 | 5,
): Promise<readonly string[]> {
  return Promise.all(months.map((month) => cell(page, n, month).innerText()));
}

/** What the grid has selected: `1:5` is the second row, sixth column. */
export function selected(page: Page): Promise<{
  readonly active: string;
  readonly areas: readonly string[];
}> {
  return page.locator("db-cube-grid").evaluate((element) => {
    const { selection } = element as unknown as {
      selection: {
        active: { row: number; column: number } | null;
        areas: readonly {
          top: number;
          left: number;
          bottom: number;
          right: number;
        }[];
      };
    };
    const { active, areas } = selection;
    return {
      active: active === null ? "" : `${active.row}:${active.column}`,
      areas: areas.map(
        ({ top, left, bottom, right }) => `${top}:${left}-${bottom}:${right}`,
      ),
    };
  });
}

/** Pastes what another program put on the clipboard. */
export async function paste(
  page: Page,
  data: { readonly text?: string; readonly html?: string },
): Promise<void> {
  await page.locator(".cell-input").evaluate((field, { text, html }) => {
    const clipboardData = new DataTransfer();
    if (text !== undefined) clipboardData.setData("text/plain", text);
    if (html !== undefined) clipboardData.setData("text/html", html);
    field.dispatchEvent(
      new ClipboardEvent("paste", {
        clipboardData,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  }, data);
}

/** What the grid puts on the clipboard at a copy or a cut. */
export function copied(
  page: Page,
  how: "copy" | "cut" = "copy",
): Promise<{ readonly text: string; readonly html: string }> {
  return page.locator(".cell-input").evaluate((field, type) => {
    const clipboardData = new DataTransfer();
    field.dispatchEvent(
      new ClipboardEvent(type, {
        clipboardData,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
    return {
      text: clipboardData.getData("text/plain"),
      html: clipboardData.getData("text/html"),
    };
  }, how);
}

/** How many entries the journal holds, and what undo would take back. */
export function journal(page: Page): Promise<{
  readonly entries: number;
  readonly undoes: string;
}> {
  return page.locator("db-app").evaluate(async (element) => {
    const { engine } = element as unknown as {
      engine: {
        state(): Promise<{ entries: number; undoes: { code: string } | null }>;
      };
    };
    const { entries, undoes } = await engine.state();
    return { entries, undoes: undoes?.code ?? "" };
  });
}
