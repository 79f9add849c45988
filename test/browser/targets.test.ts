import { mkdir } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  gridRow,
  importExamples,
  openApp,
  openBrowser,
  shownText,
  violations,
} from "./page.ts";

/** Kept out of the repository; looked at by people. */
const shots = "test/shots";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await mkdir(shots, { recursive: true });
});
afterAll(() => browser.close());

async function goTab(page: Page, hash: string, element: string) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator(element).waitFor();
}

/** A cell of the target with this id. */
function cell(page: Page, id: string, column: string) {
  return page.locator(`[row-id="${id}"] [col-id="${column}"]`);
}

async function type(page: Page, id: string, column: string, text: string) {
  await cell(page, id, column).dblclick();
  const input = page.locator(".ag-cell-edit-wrapper input, .ag-cell input");
  await input.first().fill(text);
  await page.keyboard.press("Enter");
}

async function shot(page: Page, name: string) {
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${shots}/${name}.png` });
}

describe("the list of targets", () => {
  it("changes a target in place, says at the cell what it refuses, and undoes", async () => {
    const { page, errors } = await openApp(browser, {
      path: "#/targets?tab=list&standing=over",
    });
    await page.locator("db-target-list-grid [row-id]").first().waitFor();
    const id =
      (await page
        .locator("db-target-list-grid [row-id]")
        .first()
        .getAttribute("row-id")) ?? "";
    const before = await cell(page, id, "goal").innerText();
    await type(page, id, "goal", "三十五");
    const alert = page.locator("db-target-list-grid [role=alert]");
    await alert.waitFor();
    expect(await alert.innerText()).toContain("“三十五”不是数字");
    await shot(page, "target-list-refused");
    expect(await cell(page, id, "goal").innerText()).toBe(before);
    await page.keyboard.press("Escape");
    await alert.waitFor({ state: "detached" });
    await type(page, id, "goal", "≥１２.５");
    await expect.poll(() => cell(page, id, "goal").innerText()).toBe("12.5");
    expect(await cell(page, id, "comparator").innerText()).toBe("≥");
    expect(await cell(page, id, "origin").innerText()).toBe("内置·已改");
    await page.keyboard.press("Control+z");
    await expect.poll(() => cell(page, id, "goal").innerText()).toBe(before);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("takes a block as Excel copies it, whole or not at all, and gives it back with one undo", async () => {
    const { page, errors } = await openApp(browser, {
      path: "#/targets?tab=list",
    });
    const rows = page.locator("db-target-list-grid [row-id]");
    await rows.first().waitFor();
    const idAt = async (index: number) =>
      (await page
        .locator(`db-target-list-grid [row-index="${index}"]`)
        .first()
        .getAttribute("row-id")) ?? "";
    const ids = [await idAt(0), await idAt(1), await idAt(2)];
    const text = (at: number, column: string) =>
      cell(page, ids[at] ?? "", column).innerText();
    const before = await Promise.all(ids.map((_, at) => text(at, "goal")));
    const paste = (words: string) =>
      page.locator("db-target-list-grid .grid").evaluate((grid, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", pasted);
        grid.dispatchEvent(
          new ClipboardEvent("paste", {
            clipboardData,
            bubbles: true,
            cancelable: true,
            composed: true,
          }),
        );
      }, words);
    await cell(page, ids[0] ?? "", "comparator").click();
    await paste("≤\t31\r\n≥\t３２.５\r\n≤\t三十\r\n");
    const alert = page.locator("db-target-list-grid [role=alert]");
    await alert.waitFor();
    expect(await alert.innerText()).toContain("“三十”不是数字");
    expect(await text(0, "goal")).toBe(before[0]);
    await page.keyboard.press("Escape");
    await alert.waitFor({ state: "detached" });
    await cell(page, ids[0] ?? "", "comparator").click();
    await paste("≤\t31\r\n≥\t３２.５\r\n≤\t1,033\r\n");
    await page.getByText("已粘贴 6 格，改了 3 个目标").waitFor();
    await expect.poll(() => text(1, "goal")).toBe("32.5");
    expect(await text(1, "comparator")).toBe("≥");
    expect(await text(0, "goal")).toBe("31");
    await page.keyboard.press("Control+z");
    for (const at of [0, 1, 2])
      await expect.poll(() => text(at, "goal")).toBe(before[at]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("takes text from an input method, the first key included", async () => {
    const { page } = await openApp(browser, { path: "#/targets?tab=list" });
    const row = page.locator("db-target-list-grid [row-id]").first();
    await row.waitFor();
    const id = (await row.getAttribute("row-id")) ?? "";
    await cell(page, id, "plan").click();
    // As Chromium sends them: the key first, then the composition in whatever has the focus.
    const client = await page.context().newCDPSession(page);
    await client.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      windowsVirtualKeyCode: 229,
      key: "Process",
    });
    await client.send("Input.imeSetComposition", {
      text: "gui",
      selectionStart: 3,
      selectionEnd: 3,
    });
    await client.send("Input.insertText", { text: "规划甲" });
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(page, id, "plan").innerText()).toBe("规划甲");
    await page.context().close();
  });

  it("adds by pinyin, revises from a day, retires and removes", async () => {
    const { page, errors } = await openApp(browser, {
      path: "#/targets?tab=list",
    });
    await page.getByRole("button", { name: "新增目标" }).click();
    const dialog = page.getByRole("dialog", { name: "新增目标" });
    await dialog.getByRole("button", { name: /^指标/ }).click();
    await dialog.getByRole("combobox", { name: "选择指标" }).fill("pm2.5");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: /^地区/ }).click();
    await dialog.getByRole("combobox", { name: "选择地区" }).fill("dts");
    await dialog.getByRole("option", { name: "大同市 山西省" }).waitFor();
    await page.keyboard.press("Enter");
    await dialog.getByLabel("目标值").fill("三十");
    await dialog.getByLabel("期限").fill("2025年");
    await dialog.getByLabel("规划或文件").fill("市十四五规划");
    await dialog.getByRole("button", { name: "新增", exact: true }).click();
    await dialog.getByText("要写明来源").waitFor();
    await shot(page, "target-dialog");
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("目标值").fill("30");
    await dialog.getByLabel("来源").fill("同政发〔2021〕1号");
    await dialog.getByRole("button", { name: "新增", exact: true }).click();
    await cell(page, "own-1", "goal").waitFor();
    expect(await gridRow(page, "大同市", "市十四五规划")).toMatchObject({
      comparator: "≤",
      goal: "30",
      deadline: "2025年",
      origin: "自设",
    });

    await cell(page, "own-1", "goal").click();
    await page.getByRole("button", { name: "修订", exact: true }).click();
    const revise = page.getByRole("dialog", { name: "修订" });
    await revise.getByLabel("自哪天起").fill("2023-01-01");
    await revise.getByLabel("目标值").fill("28");
    await revise.getByRole("button", { name: "从该日起修订" }).click();
    await cell(page, "own-1#2", "goal").waitFor();
    expect(await cell(page, "own-1", "goal").innerText()).toBe("30");
    expect(await cell(page, "own-1#2", "goal").innerText()).toBe("28");
    expect(await cell(page, "own-1", "standing").innerText()).toBe("已被替代");

    await cell(page, "own-1#2", "goal").click();
    await page.getByRole("button", { name: "停用", exact: true }).click();
    const retire = page.getByRole("dialog", { name: "停用" });
    await retire.getByLabel("最后有效日").fill("2023年6月31日");
    await retire.getByRole("button", { name: "停用", exact: true }).click();
    await retire.getByText("不是日期").waitFor();
    await retire.getByLabel("最后有效日").fill("2023年6月30日");
    await retire.getByRole("button", { name: "停用", exact: true }).click();
    await expect
      .poll(() => cell(page, "own-1#2", "standing").innerText())
      .toBe("已停用");

    await cell(page, "own-1#2", "goal").click();
    await page.getByRole("button", { name: "移除" }).click();
    await cell(page, "own-1#2", "goal").waitFor({ state: "detached" });
    await page.getByText(/^已移除目标：大同市/).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("imports a list after showing what it says, keeps it as one step, and checks the breakdown", async () => {
    const { page, errors } = await openApp(browser, {
      path: "#/targets?tab=list",
    });
    const rows = [
      "编号,指标,地区,目标值,单位,期限,上级目标,权重,规划,来源",
      "A,PM2.5浓度,太原市,≤40,μg/m3,2025,,,市规划,并政发1号",
      "B,PM2.5浓度,小店区,≤42,μg/m3,2025,A,,市规划,并政发1号",
      "C,PM2.5浓度,迎泽区,很低,μg/m3,2025,A,,市规划,并政发1号",
    ].join("\n");
    const choose = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "导入目标…" }).click();
    await (
      await choose
    ).setFiles({
      name: "目标.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows),
    });
    const dialog = page.getByRole("dialog", { name: /目标\.csv/ });
    await dialog.getByRole("button", { name: /^导入 2 个目标/ }).waitFor();
    await shot(page, "target-import");
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: /^导入 2 个目标/ }).click();
    await cell(page, "A", "goal").waitFor();
    await page.getByRole("button", { name: /^分解核对/ }).click();
    await expect
      .poll(() => shownText(page, "db-target-list section.findings"))
      .toContain("分解到小店区的目标 ≤42");
    await shot(page, "target-findings");
    await page.keyboard.press("Control+z");
    await cell(page, "A", "goal").waitFor({ state: "detached" });
    expect(await cell(page, "B", "goal").count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("in English at 1440 pixels", () => {
  it("the bar of the list is one line, filters set, and the rules say their source in English", async () => {
    const { page, errors } = await openApp(browser, {
      width: 1440,
      height: 900,
      path: "#/targets?tab=list&origin=shipped",
    });
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "New target" }).waitFor();
    await page.getByRole("button", { name: "Clear" }).waitFor();
    const bar = await page.locator("db-target-list .bar").boundingBox();
    expect(bar?.height).toBeLessThan(48);
    await goTab(page, "#/targets?tab=rules", "db-status-rules form");
    const source = await page
      .getByLabel("Source", { exact: true })
      .inputValue();
    expect(source).toMatch(/^No standard sets these thresholds/);
    expect(source).not.toMatch(/\p{Script=Han}/u);
    await page.getByRole("button", { name: "中文" }).click();
    await expect
      .poll(() => page.locator("db-status-rules #source").inputValue())
      .toMatch(/^[^A-Za-z]+$/);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the rules of judging", () => {
  it("are changed with their names, refused in words, and put back", async () => {
    const { page, errors } = await openApp(browser, {
      path: "#/targets?tab=rules",
    });
    await page.getByLabel("滞后", { exact: true }).fill("1.2");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("“滞后”现为 1.2，应为").waitFor();
    await page.getByLabel("滞后", { exact: true }).fill("0.9");
    await page.getByLabel("滞后 · 中文", { exact: true }).fill("落后");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("现用自设值").waitFor();
    await page.getByRole("button", { name: "新增时段" }).click();
    await page.getByLabel("1 · 名称或文号").fill("晋环函〔2022〕1号");
    await page.getByLabel("1 · 生效日").fill("2022-01-01");
    await page.getByLabel("1 · 停用日").fill("2021-12-31");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("“停用日”现为 2021-12-31，应为").waitFor();
    await page.getByLabel("1 · 停用日").fill("");
    await page.getByRole("button", { name: "保存" }).click();
    await expect
      .poll(() => page.getByRole("button", { name: "放弃改动" }).isDisabled())
      .toBe(true);
    expect(await page.getByLabel("1 · 名称或文号").inputValue()).toBe(
      "晋环函〔2022〕1号",
    );
    await shot(page, "status-rules");
    await page.evaluate(() => {
      location.hash = "#/overview";
    });
    await importExamples(page);
    await page.evaluate(() => {
      location.hash = "#/targets";
    });
    await expect
      .poll(() =>
        page
          .locator("db-targets .bar option[value=滞后]")
          .evaluate((option) => option.textContent?.trim()),
      )
      .toBe("落后");
    await goTab(page, "#/targets?tab=rules", "db-status-rules form");
    await page.getByRole("button", { name: "恢复内置值" }).click();
    await page.getByText("现用内置值").waitFor();
    expect(await page.getByLabel("滞后", { exact: true }).inputValue()).toBe(
      "0.8",
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("what is to come", () => {
  it("shows the months that are left, the chance and the gap, and what would be", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await page.evaluate(() => {
      location.hash = "#/targets?indicator=air.pm25";
    });
    const status = page.locator('[role=gridcell][col-id="status"]');
    await status.first().waitFor();
    await page.locator('[role=gridcell][col-id="actual"]').first().click();
    await page.locator("db-next-rank section").waitFor();
    expect(await shownText(page, "db-next-rank")).toMatch(/追平第 \d+ 名/);
    expect(await shownText(page, "db-outlook")).toContain("按修约后判定");
    await shot(page, "row-outlook");
    const inspector = page.locator("db-inspector");
    await inspector.getByRole("button", { name: "假设分析…" }).click();
    const first = inspector.locator("db-what-if input").first();
    await first.fill("900");
    await page.getByText(/假设中：\d/).waitFor();
    await shot(page, "what-if");
    expect(await violations(page)).toEqual([]);
    const actual = page.locator('[role=gridcell][col-id="actual"]').first();
    expect(await actual.innerText()).toBe("900");
    const outcome = await shownText(page, "db-what-if");
    expect(outcome).toContain("名次变化");
    expect(outcome).toMatch(/太原市\s+·\s+2021年1—6月\s+9\s+→\s+11/);
    await first.press("Escape");
    await page.getByText(/假设中：\d/).waitFor({ state: "detached" });
    expect(await actual.innerText()).toBe("46");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("what would be", () => {
  it("ranks what formulas make of a supposed value too, and stores nothing", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await goTab(page, "#/targets?tab=formulas", "db-formulas");
    await page.getByRole("combobox", { name: "计算式" }).fill("yoy(PM2.5浓度)");
    await page.getByText("可以计算").waitFor();
    await page.getByLabel("名称", { exact: true }).fill("PM2.5同比");
    await page.getByRole("button", { name: "保存" }).click();
    await page.locator("db-formulas .list button").waitFor();
    await page.evaluate(() => {
      location.hash = "#/targets?indicator=air.pm25";
    });
    await page.locator('[role=gridcell][col-id="actual"]').first().click();
    const inspector = page.locator("db-inspector");
    await inspector.getByRole("button", { name: "假设分析…" }).click();
    const first = inspector.locator("db-what-if input").first();
    await first.fill("900");
    await page.getByText(/假设中：\d/).waitFor();
    const list = inspector.locator("db-what-if h4", { hasText: "PM2.5同比" });
    await list.waitFor();
    const outcome = await shownText(page, "db-what-if");
    expect(outcome).toMatch(
      /名次变化[^]*太原市[^]*PM2\.5同比\s[^]*太原市\s+·\s+2021年1—6月\s+\d+\s+→\s+11/,
    );
    await list.scrollIntoViewIfNeeded();
    await shot(page, "what-if-ranks-of-formulas");
    expect(await violations(page)).toEqual([]);
    await first.press("Escape");
    await list.waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("formulas", () => {
  it("are checked as they are typed, completed, previewed, kept and undone", async () => {
    const { page, errors } = await openApp(browser);
    await importExamples(page);
    await goTab(page, "#/targets?tab=formulas", "db-formulas");
    const field = page.getByRole("combobox", { name: "计算式" });
    await field.fill("yoy(没有的指标)");
    await page.getByText("第 5 个字符起：没有名为“没有的指标”的指标").waitFor();
    expect(await page.locator("db-formula-input mark").innerText()).toBe(
      "没有的指标",
    );
    await field.fill("");
    await field.pressSequentially("yoy(PM2.5");
    await page
      .getByRole("option", { name: /^PM2\.5浓度/ })
      .first()
      .waitFor();
    await shot(page, "formula-completions");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type(")");
    await page.getByText("可以计算").waitFor();
    expect(await field.inputValue()).toBe("yoy(PM2.5浓度)");
    await page.getByLabel("名称", { exact: true }).fill("PM2.5同比");
    await page.locator("db-formulas section select").selectOption("140100");
    await page.locator("db-formulas td.figure").first().waitFor();
    await shot(page, "formula-preview");
    const previewed = await page
      .locator("db-formulas td.figure")
      .first()
      .innerText();
    expect(previewed).toMatch(/^-?\d+\.\d %$/);
    await page.getByRole("button", { name: "保存" }).click();
    await page.locator("db-formulas .list button").waitFor();
    expect(await shownText(page, "db-formulas .list")).toContain("PM2.5同比");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "新增指标" }).focus();
    await page.keyboard.press("Control+z");
    await page
      .locator("db-formulas .list button")
      .waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe.each([
  { theme: "light", dark: false },
  { theme: "dark", dark: true },
])("the pages of targets in $theme", ({ theme, dark }) => {
  it.each(["zh", "en"] as const)(
    "are free of accessibility violations in %s",
    async (language) => {
      const { page, errors } = await openApp(browser, { dark });
      await importExamples(page);
      if (language === "en")
        await page.getByRole("button", { name: "English" }).click();
      const found: Record<string, string[]> = {};
      for (const [tab, element] of [
        ["list", "db-target-list-grid [row-id]"],
        ["rules", "db-status-rules form"],
        ["formulas", "db-formulas form"],
      ] as const) {
        await page.evaluate((to) => {
          location.hash = to;
        }, `#/targets?tab=${tab}`);
        await page.locator(element).first().waitFor();
        await shot(page, `targets-${tab}-${theme}-${language}`);
        const bad = await violations(page);
        if (bad.length > 0) found[tab] = bad;
      }
      expect(found).toEqual({});
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
});
