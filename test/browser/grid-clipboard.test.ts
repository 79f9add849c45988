import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cell,
  city,
  copied,
  journal,
  openGrid,
  paste,
  selected,
  shown,
} from "./grid-page.ts";
import { go, openBrowser } from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const confirm = (page: Page) =>
  page.getByRole("button", { name: /^粘贴 \d+ 格$/ }).click();

describe("copying", () => {
  it("gives text and HTML with exact numbers, and by the keys of the system too", async () => {
    const { page, errors } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.type("1234.5");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => shown(page, 1))
      .toEqual(["1234.5", "12", "13", "14"]);
    await cell(page, 1, 1).click();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    const { text, html } = await copied(page);
    expect(text).toBe("1234.5\t12\r\n21\t22\r\n");
    expect(html).toContain('<td x:num="1234.5">1234.5</td>');
    // Real keys and the system's clipboard, from one place of the grid to another.
    await page.keyboard.press("Control+c");
    await cell(page, 4, 3).click();
    await page.keyboard.press("Control+v");
    await expect.poll(() => shown(page, 5)).toEqual(["51", "52", "21", "22"]);
    expect(await shown(page, 4)).toEqual(["41", "42", "1234.5", "12"]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("takes names along from the columns before the figures", async () => {
    const { page } = await openGrid(browser);
    await page.locator('[row-index="1"] [col-id="row-number"]').click();
    expect((await copied(page)).text).toBe(
      "PM2.5浓度\tμg/m³\t大同\t无法判定\t21\t22\t23\t24\r\n".replace(
        "无法判定\t",
        (await page.locator('[row-index="1"] [col-id="status"]').count()) > 0
          ? `${await page.locator('[row-index="1"] [col-id="status"]').innerText()}\t`
          : "",
      ),
    );
    await page.context().close();
  });
});

describe("what was copied", () => {
  it("is marked until it is given up or something is typed, and pastes again", async () => {
    const { page } = await openGrid(browser);
    const marked = page.locator("[role=gridcell].sel-d");
    await cell(page, 1, 1).click();
    await cell(page, 1, 2).click({ modifiers: ["Shift"] });
    const { text, html } = await copied(page);
    expect(await marked.count()).toBe(2);
    for (const n of [3, 4] as const) {
      await cell(page, n, 1).click();
      await paste(page, { text, html });
      await expect
        .poll(async () => (await shown(page, n)).slice(0, 2))
        .toEqual(["11", "12"]);
      expect(await marked.count()).toBe(2);
    }
    await page.keyboard.press("Escape");
    expect(await marked.count()).toBe(0);
    await cell(page, 1, 1).click();
    await copied(page);
    expect(await marked.count()).toBe(1);
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await expect.poll(() => marked.count()).toBe(0);
    await page.context().close();
  });
});

describe("pasting", () => {
  it("a block of text lands as numbers in one entry, and undo takes it back whole", async () => {
    const { page, errors } = await openGrid(browser);
    const before = await journal(page);
    await cell(page, 1, 1).click();
    await paste(page, { text: "１５\t16.5\r\n 25 \t2,600\r\n" });
    await confirm(page);
    await expect.poll(() => shown(page, 2)).toEqual(["25", "2600", "23", "24"]);
    expect(await shown(page, 1)).toEqual(["15", "16.5", "13", "14"]);
    const { areas } = await selected(page);
    expect(areas).toEqual(["0:4-1:5"]);
    expect(await journal(page)).toEqual({
      entries: before.entries + 1,
      undoes: "journal.edits_paste",
    });
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 2)).toEqual(["21", "22", "23", "24"]);
    expect(await shown(page, 1)).toEqual(["11", "12", "13", "14"]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("one value goes into every selected cell", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.press("Shift+ArrowDown");
    await cell(page, 4, 4).click({ modifiers: ["Control"] });
    await paste(page, { text: "9\r\n" });
    await expect.poll(() => shown(page, 4)).toEqual(["41", "42", "43", "9"]);
    expect([await shown(page, 1), await shown(page, 2)]).toEqual([
      ["9", "12", "13", "14"],
      ["9", "22", "23", "24"],
    ]);
    await page.context().close();
  });

  it("from WPS and Excel takes the stored number, and asks where per cent does not belong", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await paste(page, {
      html: readFileSync("test/fixtures/clipboard/wps.html", "utf8"),
      text: "太原市\t63.6%\t48\r\n\t89.5%\t35.6\r\n",
    });
    const dialog = page.getByRole("dialog", { name: "核对粘贴内容" });
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/2 个数带百分号.*“63.6%”/);
    await dialog.getByRole("combobox").first().selectOption("instead");
    await confirm(page);
    // A name is no figure: it is refused by name and the rest stands.
    await page.getByText("1 格没有写入").waitFor();
    await expect
      .poll(() => shown(page, 1))
      .toEqual(["11", "0.636", "48", "14"]);
    expect(await shown(page, 2)).toEqual(["—", "0.895", "35.6", "24"]);
    await page.context().close();
  });

  it("goes into the rows that are shown when others are filtered out", async () => {
    const { page } = await openGrid(browser);
    const search = page.locator("input[type=search]");
    await search.fill("治");
    await cell(page, 4, 1).waitFor();
    await expect.poll(() => cell(page, 2, 1).count()).toBe(0);
    await search.fill("");
    await cell(page, 2, 1).waitFor();
    await page.locator('[role=columnheader][col-id="p:2021-01"]').hover();
    await page.locator('[role=columnheader][col-id="p:2021-01"] .sort').click();
    await page.locator('[role=columnheader][col-id="p:2021-01"] .sort').click();
    await expect
      .poll(() => page.locator('[row-index="0"]').getAttribute("row-id"))
      .toBe(city(5));
    await cell(page, 5, 1).click();
    await paste(page, { text: "1\r\n2\r\n" });
    // The rows below each other are 晋城 and 长治, whatever their order was.
    await expect.poll(() => cell(page, 4, 1).innerText()).toMatch(/^[12]$/);
    expect(await cell(page, 3, 1).innerText()).toBe("31");
    await page.context().close();
  });

  it("asks before it grows past the end, and adds the periods that follow", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 4).click();
    await paste(page, { text: "15\t16\t17\r\n" });
    const dialog = page.getByRole("dialog", { name: "核对粘贴内容" });
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/0 行 2 列/);
    await dialog
      .getByText("加上 2021年5月、2021年6月")
      .waitFor({ state: "attached" });
    await confirm(page);
    await page.getByLabel("截至").fill("2021-12-31");
    await page.getByLabel("截至").press("Tab");
    await expect
      .poll(() =>
        page.locator(`[row-id="${city(1)}"] [col-id="p:2021-06"]`).innerText(),
      )
      .toBe("17");
    await page.context().close();
  });

  it("of what was cut moves it, in one entry", async () => {
    const { page } = await openGrid(browser);
    const before = await journal(page);
    await cell(page, 1, 1).click();
    await page.keyboard.press("Shift+ArrowRight");
    const { text } = await copied(page, "cut");
    expect(await shown(page, 1)).toEqual(["11", "12", "13", "14"]);
    await cell(page, 3, 3).click();
    await paste(page, { text });
    await expect.poll(() => shown(page, 3)).toEqual(["31", "32", "11", "12"]);
    expect(await shown(page, 1)).toEqual(["—", "—", "13", "14"]);
    expect((await journal(page)).entries).toBe(before.entries + 1);
    await page.context().close();
  });
});

describe("undo", () => {
  it("goes over edits, pastes, fills and the import, past sorting, other views and a reload", async () => {
    const { page, errors } = await openGrid(browser);
    await cell(page, 1, 1).click();
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["5", "12", "13", "14"]);
    await cell(page, 2, 1).click();
    await paste(page, { text: "6\t7\r\n" });
    await expect.poll(() => shown(page, 2)).toEqual(["6", "7", "23", "24"]);
    await cell(page, 2, 1).click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+d");
    await expect.poll(() => shown(page, 3)).toEqual(["6", "32", "33", "34"]);
    await page.locator('[role=columnheader][col-id="p:2021-01"]').hover();
    await page.locator('[role=columnheader][col-id="p:2021-01"] .sort').click();
    await go(page, "目标");
    await page.locator("db-targets").waitFor();
    await page.reload();
    await go(page, "数据");
    await cell(page, 3, 1).waitFor();
    await cell(page, 1, 2).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 3)).toEqual(["31", "32", "33", "34"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 2)).toEqual(["21", "22", "23", "24"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => shown(page, 1)).toEqual(["11", "12", "13", "14"]);
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "打开示例" }).waitFor();
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+y");
    await expect.poll(() => shown(page, 1)).toEqual(["5", "12", "13", "14"]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("an imported value that is typed over", () => {
  it("stays in sight: a mark, the tooltip and the formula bar say what it was and where it stood", async () => {
    const { page } = await openGrid(browser);
    await cell(page, 1, 2).click();
    await page.keyboard.type("47.5");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page, 1)).toEqual(["11", "47.5", "13", "14"]);
    expect(await cell(page, 1, 2).getAttribute("class")).toContain("edited");
    await cell(page, 1, 2).hover();
    await expect
      .poll(() => cell(page, 1, 2).getAttribute("title"))
      .toContain("原值 12（月报.csv, C2）");
    await cell(page, 1, 2).click();
    await page
      .locator("db-formula-bar")
      .getByText("原值 12（月报.csv, C2）")
      .waitFor();
    await page.context().close();
  });
});
