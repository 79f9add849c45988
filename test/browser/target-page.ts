import { mkdir } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser } from "./page.ts";

/** Pictures for people to look at, kept out of the repository. */
const shots = "test/shots";

/** A browser, with room for the pictures that tests take. */
export async function openShotBrowser(): Promise<Browser> {
  const browser = await openBrowser();
  await mkdir(shots, { recursive: true });
  return browser;
}

/** Goes to an address of the app and waits for what it shows. */
export async function goTo(
  page: Page,
  hash: string,
  element: string,
): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator(element).first().waitFor();
}

/** A cell of the target with this id. */
export function targetCell(page: Page, id: string, column: string): Locator {
  return page.locator(`[row-id="${id}"] [col-id="${column}"]`);
}

/** Takes a picture once what moves has come to rest. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${shots}/${name}.png` });
}
