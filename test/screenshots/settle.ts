import type { Page } from "playwright-core";

/** The picture of the page once two taken in a row are the same. */
export async function settledPicture(page: Page): Promise<Buffer> {
  await page.waitForTimeout(250);
  let before = await page.screenshot();
  for (let i = 0; i < 12; i++) {
    await page.waitForTimeout(200);
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}
