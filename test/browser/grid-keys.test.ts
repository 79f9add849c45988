import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cell, openGrid, selected, shown } from "./grid-page.ts";
import { openBrowser, shownText } from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Labels before the figures: indicator, unit, region, status. */
const first = 4;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe("the keys of the grid", () => {
  it("move, jump, page, extend and select as in a spreadsheet", async () => {
    const { page, errors } = await openGrid(browser);
    await cell(page, 2, 2).click();
    const at = (row: number, column: number) => `${row}:${first + column}`;
    const active = async () => (await selected(page)).active;
    expect(await active()).toBe(at(1, 1));
    await press(page, "ArrowRight", "ArrowDown");
    expect(await active()).toBe(at(2, 2));
    await press(page, "Control+ArrowRight");
    expect(await active()).toBe(at(2, 3));
    await press(page, "Control+ArrowUp");
    expect(await active()).toBe(at(0, 3));
    await press(page, "Home");
    expect(await active()).toBe(at(0, 0));
    await press(page, "End");
    expect(await active()).toBe(at(0, 3));
    await press(page, "Control+End");
    expect(await active()).toBe(at(4, 3));
    await press(page, "Control+Home");
    expect(await active()).toBe(at(0, 0));
    await press(page, "PageDown");
    expect(await active()).toBe(at(4, 0));
    await press(page, "PageUp");
    expect(await active()).toBe(at(0, 0));
    await press(page, "Enter", "Tab");
    expect(await active()).toBe(at(1, 1));
    await press(page, "Shift+Tab", "Shift+Enter");
    expect(await active()).toBe(at(0, 0));
    await press(page, "Control+Shift+ArrowDown", "Shift+ArrowRight");
    expect(await selected(page)).toEqual({
      active: at(0, 0),
      areas: [`${at(0, 0)}-${at(4, 1)}`],
    });
    // Enter walks through what is selected.
    await press(page, "Enter", "Enter", "Enter", "Enter", "Enter");
    expect(await active()).toBe(at(0, 1));
    await press(page, "Control+a");
    expect((await selected(page)).areas).toEqual([`0:0-${at(4, 3)}`]);
    await press(page, "ArrowDown", "Control+ ");
    expect((await selected(page)).areas[0]).toMatch(/^0:\d+-4:\d+$/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("type over, edit, clear and give up", async () => {
    const { page, errors } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.type("47.5");
    await press(page, "Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["47.5", "12", "13", "14"]);
    expect((await selected(page)).active).toBe(`1:${first}`);
    await press(page, "F2");
    await page.keyboard.type("5");
    await press(page, "Tab");
    await expect.poll(() => shown(page, 2)).toEqual(["215", "22", "23", "24"]);
    await page.keyboard.type("999");
    await press(page, "Escape");
    expect(await page.locator(".cell-input").inputValue()).toBe("");
    await press(page, "Delete");
    await expect.poll(() => shown(page, 2)).toEqual(["215", "—", "23", "24"]);
    await press(page, "Backspace");
    await page.keyboard.type("8");
    await press(page, "ArrowDown");
    await expect.poll(() => shown(page, 2)).toEqual(["215", "8", "23", "24"]);
    await press(page, "Control+z", "Control+z");
    await expect.poll(() => shown(page, 2)).toEqual(["215", "22", "23", "24"]);
    await press(page, "Control+y");
    await expect.poll(() => shown(page, 2)).toEqual(["215", "—", "23", "24"]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("put one value into all selected cells with Ctrl and Enter", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await press(page, "Shift+ArrowDown", "Shift+ArrowRight");
    await page.keyboard.type("7");
    await press(page, "Control+Enter");
    await expect.poll(() => shown(page, 2)).toEqual(["7", "7", "23", "24"]);
    expect(await shown(page, 1)).toEqual(["7", "7", "13", "14"]);
    await page.context().close();
  });

  it("go below the beginning of a run of Tabs with Enter, in the formula bar too", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 2).click();
    await page.keyboard.type("1");
    await press(page, "Tab");
    await page.keyboard.type("2");
    await press(page, "Tab");
    await page.keyboard.type("3");
    await press(page, "Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["11", "1", "2", "3"]);
    expect((await selected(page)).active).toBe(`1:${first + 1}`);
    // Any other way ends the run.
    await press(page, "Tab", "ArrowUp", "Enter");
    expect((await selected(page)).active).toBe(`1:${first + 2}`);
    const bar = page.locator("db-formula-bar input");
    await bar.fill("77");
    await press(page, "Tab");
    await expect.poll(() => shown(page, 2)).toEqual(["21", "22", "77", "24"]);
    expect((await selected(page)).active).toBe(`1:${first + 3}`);
    await bar.fill("78");
    await cell(page, 5, 1).click();
    await expect.poll(() => shown(page, 2)).toEqual(["21", "22", "77", "78"]);
    expect((await selected(page)).active).toBe(`4:${first}`);
    await page.context().close();
  });

  it("take a sum that is typed, say why not otherwise, and keep what was there", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.type("=12.5+3*(4-1)");
    await press(page, "Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["21.5", "12", "13", "14"]);
    await page.keyboard.type("=SUM(A1)");
    await press(page, "Enter");
    await page.getByText("“=SUM(A1)”没有写入").waitFor();
    expect(await shown(page, 2)).toEqual(["21", "22", "23", "24"]);
    await page.context().close();
  });

  it("say with Ctrl and S that all is saved, what is being typed included", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.type("5");
    await press(page, "Control+s", "Control+s");
    await expect.poll(() => shown(page, 1)).toEqual(["5", "12", "13", "14"]);
    await expect.poll(() => page.getByText("已保存：每次改动").count()).toBe(1);
    await page.context().close();
  });

  it("leave the grid by Tab at its end and by F6, and open the help", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 5, 4).click();
    await press(page, "Tab");
    const inGrid = () =>
      page.evaluate(
        () =>
          document
            .querySelector("db-app")
            ?.shadowRoot?.querySelector("db-data")
            ?.shadowRoot?.querySelector("db-cube-grid")?.shadowRoot
            ?.activeElement?.className ?? "",
      );
    expect(await inGrid()).not.toContain("cell-input");
    await cell(page, 5, 4).click();
    expect(await inGrid()).toContain("cell-input");
    await press(page, "?");
    await page.getByRole("dialog", { name: /快捷键/ }).waitFor();
    await page.getByText("向下、向右填充").waitFor();
    await press(page, "Escape", "F6");
    expect(await inGrid()).not.toContain("cell-input");
    await page.context().close();
  });
});

describe("the mouse", () => {
  it("draws blocks, several with Ctrl, longer with Shift, whole rows and columns", async () => {
    const { page } = await openGrid(browser);
    const bar = () =>
      shownText(page, "db-selection-bar").then((text) =>
        text.replace(/\s+/g, " "),
      );
    await cell(page, 1, 1).hover();
    await page.mouse.down();
    await cell(page, 2, 2).hover();
    await page.mouse.up();
    await expect
      .poll(bar)
      .toMatch(/4 格\s+数值 4\s+平均 16.5\s+最小 11\s+最大 22\s+求和 66/);
    await cell(page, 5, 4).click({ modifiers: ["Control"] });
    expect((await selected(page)).areas.length).toBe(2);
    await expect.poll(bar).toMatch(/求和 120/);
    await cell(page, 1, 1).click();
    await cell(page, 3, 4).click({ modifiers: ["Shift"] });
    await expect.poll(bar).toMatch(/12 格/);
    await page.locator('[row-index="1"] [col-id="row-number"]').click();
    expect((await selected(page)).areas).toEqual([`1:0-1:${first + 3}`]);
    await page.locator('[role=columnheader][col-id="p:2021-02"] .name').click();
    expect((await selected(page)).areas).toEqual([
      `0:${first + 1}-4:${first + 1}`,
    ]);
    await expect.poll(bar).toMatch(/数值 5\s+平均 32/);
    await page.context().close();
  });

  it("fills by the handle: a run goes on, Ctrl copies it", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await press(page, "Shift+ArrowRight");
    const drag = async (control: boolean) => {
      await page.locator(".handle").hover();
      await page.mouse.down();
      await cell(page, 1, 4).hover();
      if (control) await page.keyboard.down("Control");
      await page.mouse.up();
      if (control) await page.keyboard.up("Control");
    };
    await cell(page, 1, 2).click();
    await page.keyboard.type("9");
    await press(page, "Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["11", "9", "13", "14"]);
    await cell(page, 1, 1).click();
    await press(page, "Shift+ArrowRight");
    await drag(false);
    await expect.poll(() => shown(page, 1)).toEqual(["11", "9", "7", "5"]);
    await press(page, "Control+z");
    await expect.poll(() => shown(page, 1)).toEqual(["11", "9", "13", "14"]);
    await cell(page, 1, 1).click();
    await press(page, "Shift+ArrowRight");
    await drag(true);
    await expect.poll(() => shown(page, 1)).toEqual(["11", "9", "11", "9"]);
    await cell(page, 1, 1).click();
    await press(page, "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
    await expect.poll(() => shown(page, 3)).toEqual(["11", "32", "33", "34"]);
    await press(page, "Control+Home", "Shift+End", "Control+r");
    await expect.poll(() => shown(page, 1)).toEqual(["11", "11", "11", "11"]);
    await page.context().close();
  });
});

/** The key events an input method sends besides its text. */
async function heldKey(
  session: CDPSession,
  key: string,
  type: "rawKeyDown" | "keyUp",
): Promise<void> {
  await session.send("Input.dispatchKeyEvent", {
    type,
    key: type === "rawKeyDown" ? "Process" : key,
    windowsVirtualKeyCode:
      type === "rawKeyDown" ? 229 : key.toUpperCase().charCodeAt(0),
  });
}

async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send("Input.imeSetComposition", {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

describe("a Chinese input method on a focused cell", () => {
  it.each([
    // Windows: the key comes first, as 229, and composition after it.
    { system: "Windows", keyFirst: true },
    // macOS: composition has begun when the key is told.
    { system: "macOS", keyFirst: false },
  ])(
    "loses no key and is not cut short by Enter, as on $system",
    async ({ keyFirst }) => {
      const { page, errors } = await openGrid(browser);
      const session = await page.context().newCDPSession(page);
      await cell(page, 1, 1).click();
      const field = page.locator(".cell-input");
      for (const text of ["l", "li", "lie"]) {
        const key = text.slice(-1);
        if (keyFirst) await heldKey(session, key, "rawKeyDown");
        await compose(session, text);
        if (!keyFirst) await heldKey(session, key, "rawKeyDown");
        await heldKey(session, key, "keyUp");
        expect(await field.inputValue()).toBe(text);
      }
      // Enter belongs to the input method: it ends the composition.
      await heldKey(session, "Enter", "rawKeyDown");
      await session.send("Input.insertText", { text: "劣Ⅴ" });
      await heldKey(session, "Enter", "keyUp");
      expect(await field.inputValue()).toBe("劣Ⅴ");
      expect((await selected(page)).active).toBe(`0:${first}`);
      expect(await shown(page, 1)).toEqual(["11", "12", "13", "14"]);
      await press(page, "Escape");
      // A placeholder in characters, taken at last by an Enter of its own.
      if (keyFirst) await heldKey(session, "w", "rawKeyDown");
      await compose(session, "w");
      await session.send("Input.insertText", { text: "未监测" });
      await press(page, "Enter");
      await expect.poll(() => shown(page, 1)).toEqual(["—", "12", "13", "14"]);
      await cell(page, 1, 2).hover();
      await cell(page, 1, 1).hover();
      await expect
        .poll(() => cell(page, 1, 1).getAttribute("title"))
        .toContain("未监测");
      expect((await selected(page)).active).toBe(`1:${first}`);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it("that is given up leaves the cell as it was", async () => {
    const { page } = await openGrid(browser);
    const session = await page.context().newCDPSession(page);
    await cell(page, 1, 1).click();
    await heldKey(session, "n", "rawKeyDown");
    await compose(session, "n");
    await compose(session, "");
    await press(page, "Escape");
    expect(await shown(page, 1)).toEqual(["11", "12", "13", "14"]);
    await page.keyboard.type("5");
    await press(page, "Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["5", "12", "13", "14"]);
    await page.context().close();
  });

  it("writes digits in full width, which count as digits", async () => {
    const { page } = await openGrid(browser);
    const session = await page.context().newCDPSession(page);
    await cell(page, 1, 1).click();
    await session.send("Input.insertText", { text: "４７．５" });
    await press(page, "Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["47.5", "12", "13", "14"]);
    await page.context().close();
  });
});
