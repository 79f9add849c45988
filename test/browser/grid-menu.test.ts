import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cell, journal, openGrid, selected, shown } from "./grid-page.ts";
import { importExamples, openApp, openBrowser, violations } from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const line = (page: Page, id: string) =>
  page.locator(`[role=menuitem][data-id="${id}"]`);

/** What holds the focus, through the shadow roots: its menu line or its class. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement != null)
      at = at.shadowRoot.activeElement;
    return at instanceof HTMLElement ? (at.dataset["id"] ?? at.className) : "";
  });

const headers = (page: Page) =>
  page.locator("db-cube-grid [role=columnheader][col-id^='p:']").count();

describe("the menu of a cell", () => {
  it("opens by the right button and by keys, is walked by arrows, and gives the focus back", async () => {
    const { page, errors } = await openGrid(browser);
    await cell(page, 2, 2).click({ button: "right" });
    await line(page, "cut").waitFor();
    expect((await selected(page)).active).toBe("1:5");
    expect(await focused(page)).toBe("cut");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("paste");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("cut");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("[role=menu]").count()).toBe(0);
    expect(await focused(page)).toContain("cell-input");
    for (const key of ["Shift+F10", "ContextMenu"]) {
      await page.keyboard.press(key);
      await line(page, "cut").waitFor();
      await page.keyboard.press("Tab");
      await expect.poll(() => page.locator("[role=menu]").count()).toBe(0);
      expect(await focused(page)).toContain("cell-input");
    }
    // A click elsewhere closes it too, and selects there.
    await page.keyboard.press("Shift+F10");
    await cell(page, 1, 4).click();
    expect((await selected(page)).active).toBe("0:7");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("keeps a selection that is clicked into, and does not act where it says why not", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await cell(page, 3, 3).click({ modifiers: ["Shift"] });
    await cell(page, 2, 2).click({ button: "right" });
    expect((await selected(page)).areas).toEqual(["0:4-2:6"]);
    await line(page, "clear").click();
    await expect.poll(() => shown(page, 2)).toEqual(["—", "—", "—", "24"]);
    const before = await journal(page);
    await page.keyboard.press("Shift+F10");
    const dead = line(page, "clear");
    await dead.waitFor();
    expect(await dead.getAttribute("aria-disabled")).toBe("true");
    expect(await dead.getAttribute("title")).toBe("选中的单元格没有数值");
    await dead.click({ force: true });
    expect(await page.locator("[role=menu]").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 2)).toEqual(["21", "22", "23", "24"]);
    expect((await journal(page)).entries).toBe(before.entries + 1);
    await page.context().close();
  });

  it("copies, cuts and pastes with the system's clipboard", async () => {
    const { page } = await openGrid(browser);
    await page
      .context()
      .grantPermissions(["clipboard-read", "clipboard-write"]);
    await cell(page, 1, 1).click();
    await cell(page, 1, 2).click({ modifiers: ["Shift"] });
    await cell(page, 1, 1).click({ button: "right" });
    await line(page, "copy").click();
    await cell(page, 3, 1).click({ button: "right" });
    await line(page, "paste").click();
    await expect.poll(() => shown(page, 3)).toEqual(["11", "12", "33", "34"]);
    await cell(page, 4, 4).click({ button: "right" });
    await line(page, "cut").click();
    await cell(page, 5, 1).click({ button: "right" });
    await line(page, "paste").click();
    await expect.poll(() => shown(page, 5)).toEqual(["44", "52", "53", "54"]);
    await expect.poll(() => shown(page, 4)).toEqual(["41", "42", "43", "—"]);
    await page.context().close();
  });

  it("narrows to a value, and shows by what, with a way back", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 3, 2).click({ button: "right" });
    await line(page, "onlyValue").click();
    await expect.poll(() => cell(page, 1, 1).count()).toBe(0);
    expect(await shown(page, 3)).toEqual(["31", "32", "33", "34"]);
    // What is typed over stays out of sight only when it does not fit any more.
    await page.reload();
    await cell(page, 3, 1).waitFor();
    expect(await cell(page, 1, 1).count()).toBe(0);
    await page
      .getByRole("button", { name: "取消：只看 2021年2月 = 32" })
      .click();
    await cell(page, 1, 1).waitFor();
    await cell(page, 2, 1).click({ button: "right" });
    await line(page, "onlyRegion").click();
    await expect.poll(() => cell(page, 1, 1).count()).toBe(0);
    await cell(page, 2, 1).click({ button: "right" });
    await line(page, "unfilter").click();
    await cell(page, 1, 1).waitFor();
    await page.context().close();
  });

  it("hides, freezes and sorts columns, which lasts over a reload and leaves undo alone", async () => {
    const { page, errors } = await openGrid(browser);
    const before = await journal(page);
    await page
      .locator('[role=columnheader][col-id="p:2021-02"] .name')
      .click({ button: "right" });
    await line(page, "hide").click();
    await expect.poll(() => headers(page)).toBe(3);
    await cell(page, 1, 1).click();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(page, 1, 3).innerText()).toBe("7");
    await cell(page, 1, 1).click({ button: "right" });
    await line(page, "descending").click();
    await expect
      .poll(() =>
        page.locator('[row-index="0"] [col-id="p:2021-01"]').innerText(),
      )
      .toBe("51");
    await cell(page, 1, 1).click({ button: "right" });
    await line(page, "freeze").click();
    const pinned = page.locator(
      '.ag-grid-pinned-left-cells [role=gridcell][col-id="p:2021-01"]',
    );
    await expect.poll(() => pinned.count()).toBe(5);
    await page.reload();
    await expect.poll(() => pinned.count()).toBe(5);
    expect(await headers(page)).toBe(3);
    expect(
      await page
        .locator('[role=columnheader][col-id="p:2021-01"]')
        .getAttribute("aria-sort"),
    ).toBe("descending");
    expect((await journal(page)).entries).toBe(before.entries + 1);
    await page.getByRole("button", { name: "显示全部列" }).click();
    await expect.poll(() => headers(page)).toBe(4);
    await cell(page, 1, 1).click({ button: "right" });
    await line(page, "unsort").click();
    await cell(page, 1, 1).click({ button: "right" });
    await line(page, "unfreeze").click();
    await expect.poll(() => pinned.count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each(["zh", "en"] as const)(
    "is free of violations and inside the window in %s",
    async (language) => {
      const { page } = await openGrid(browser, { width: 1100, height: 560 });
      if (language === "en")
        await page.getByRole("button", { name: "English" }).click();
      await cell(page, 5, 4).click({ button: "right" });
      const box = await page.locator("[role=menu]").boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(560);
      expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(1100);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});

describe("a double click on the fill handle", () => {
  it("fills as far as the next column reaches, in one entry", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 2).click();
    await cell(page, 2, 2).click({ modifiers: ["Shift"] });
    const before = await journal(page);
    await page.locator(".handle").dblclick();
    await expect.poll(() => shown(page, 5)).toEqual(["51", "52", "53", "54"]);
    // 12, 22 go on as 32, 42, 52: nothing changed, so nothing is written.
    expect((await journal(page)).entries).toBe(before.entries);
    await cell(page, 1, 2).click();
    await page.locator(".handle").dblclick();
    await expect.poll(() => shown(page, 5)).toEqual(["51", "12", "53", "54"]);
    expect(await shown(page, 3)).toEqual(["31", "12", "33", "34"]);
    expect((await journal(page)).entries).toBe(before.entries + 1);
    expect((await selected(page)).areas).toEqual(["0:5-4:5"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 5)).toEqual(["51", "52", "53", "54"]);
    expect(await shown(page, 2)).toEqual(["21", "22", "23", "24"]);
    await page.context().close();
  });
});

describe("the menus of the targets", () => {
  it("copy a cell, a row and the table, narrow, and hide columns", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await page.evaluate(() => {
      location.hash = "#/targets";
    });
    const actual = page.locator('[role=gridcell][col-id="actual"]').nth(2);
    await page
      .context()
      .grantPermissions(["clipboard-read", "clipboard-write"]);
    const held = () => page.evaluate(() => navigator.clipboard.readText());
    await actual.click();
    await page.keyboard.press("Control+c");
    await expect.poll(held).toBe(`${(await actual.innerText()).trim()}\r\n`);
    await actual.click({ button: "right" });
    await line(page, "copyTable").click();
    await expect
      .poll(async () => (await held()).split("\n").length)
      .toBeGreaterThan(10);
    expect((await held()).split("\n")[0]).toContain("指标\t地区");
    await actual.click({ button: "right" });
    await line(page, "only-status").click();
    await expect
      .poll(() => page.evaluate(() => location.hash))
      .toContain("status=");
    await page
      .locator('[role=gridcell][col-id="gap"]')
      .first()
      .click({ button: "right" });
    await line(page, "hide").click();
    await expect
      .poll(() => page.locator('[role=columnheader][col-id="gap"]').count())
      .toBe(0);
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("Escape");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("fill down, paste and clear in the list of targets, with undo", async () => {
    const { page } = await openApp(browser);
    await importExamples(page);
    await page.evaluate(() => {
      location.hash = "#/targets?tab=list";
    });
    const remark = (row: number) =>
      page.locator(`[row-index="${row}"] [col-id="remark"]`);
    await page
      .locator('[row-index="0"] [col-id="goal"]')
      .click({ button: "right" });
    await line(page, "paste").waitFor();
    expect(await line(page, "fillDown").getAttribute("title")).toBe(
      "上方没有单元格",
    );
    await page.keyboard.press("Escape");
    await page.locator("db-target-list-grid").evaluate((grid) => {
      const { api } = grid as unknown as {
        api: { ensureColumnVisible(id: string): void };
      };
      api.ensureColumnVisible("remark");
    });
    const id = await remark(1).evaluate(
      (one) => one.closest("[row-id]")?.getAttribute("row-id") ?? "",
    );
    const mine = page.locator(`[row-id="${id}"] [col-id="remark"]`);
    await mine.click();
    await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement != null)
        at = at.shadowRoot.activeElement;
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "按月核对\r\n");
      at?.dispatchEvent(
        new ClipboardEvent("paste", {
          clipboardData,
          bubbles: true,
          cancelable: true,
          composed: true,
        }),
      );
    });
    await expect.poll(() => mine.innerText()).toBe("按月核对");
    await mine.click({ button: "right" });
    await line(page, "clear").click();
    await expect.poll(() => mine.innerText()).not.toBe("按月核对");
    await page.getByRole("button", { name: /^撤销/ }).click();
    await expect.poll(() => mine.innerText()).toBe("按月核对");
    await page.context().close();
  });
});
