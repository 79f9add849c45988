import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { SheetView } from "../../src/model/sheet.ts";
import { openWorkbook } from "../../src/workbook/open.ts";

async function page(html: string | Uint8Array) {
  const bytes = typeof html === "string" ? strToU8(html) : html;
  const { workbook, issues } = await openWorkbook(bytes, { file: "导出.xls" });
  return { sheet: workbook?.sheets[0], issues };
}

async function table(html: string): Promise<SheetView> {
  const { sheet } = await page(`<html><body>${html}</body></html>`);
  if (sheet === undefined) throw new Error("the page did not open");
  return sheet;
}

const cells = (sheet: SheetView) =>
  [...sheet.cells()].map((cell) => [
    `${cell.row},${cell.column}`,
    cell.type,
    cell.value,
  ]);

describe("tables of a web page", () => {
  it("need no closing tags", async () => {
    expect(
      cells(await table("<table><tr><td>市<td>PM2.5<tr><td>大同<td>31.5</table>")), // prettier-ignore
    ).toEqual([
      ["0,0", "text", "市"],
      ["0,1", "text", "PM2.5"],
      ["1,0", "text", "大同"],
      ["1,1", "number", 31.5],
    ]);
  });

  it("lay cells around spans of rows and columns", async () => {
    const sheet = await table(
      '<table><tr><td rowspan=2>市</td><td colspan="2">PM2.5</td></tr><tr><td>今年</td><td>去年</td></tr><tr><td>大同</td><td>31</td><td>33</td></tr></table>',
    );
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
    expect(sheet.cellAt(1, 1)?.value).toBe("今年");
    expect(sheet.cellAt(2, 2)?.value).toBe(33);
  });

  it("keep figures with thousands marks, codes and percentages as texts", async () => {
    const sheet = await table(
      "<table><tr><td>1,234.5</td><td>0351</td><td>63.6%</td><td>&nbsp;28&nbsp;</td></tr></table>",
    );
    expect(cells(sheet)).toEqual([
      ["0,0", "text", "1,234.5"],
      ["0,1", "text", "0351"],
      ["0,2", "text", "63.6%"],
      ["0,3", "number", 28],
    ]);
  });

  it("say with x:num, x:str, x:bool, x:err and x:fmla what a cell holds", async () => {
    const sheet = await table(
      '<table><tr><td x:num="0.63612">63.6%</td><td x:num>1,234</td><td x:str>5</td><td x:bool="TRUE">TRUE</td><td x:err="#N/A">#N/A</td><td x:num="3" x:fmla="=SUM(A1:B1)">3</td></tr></table>',
    );
    expect(cells(sheet)).toEqual([
      ["0,0", "number", 0.63612],
      ["0,1", "number", 1234],
      ["0,2", "text", "5"],
      ["0,3", "boolean", true],
      ["0,4", "error", "#N/A"],
      ["0,5", "number", 3],
    ]);
    expect(sheet.cellAt(0, 5)?.formula).toBe("SUM(A1:B1)");
  });

  it("state number formats in attributes and in style sheets", async () => {
    const { sheet } = await page(
      `<html><style><!-- .xl65 {mso-number-format:"yyyy\\0022年\\0022m\\0022月\\0022";} .t{mso-number-format:"\\@"} --></style>
      <table><tr><td class=xl65 x:num="44348">2021年6月</td><td style="mso-number-format:'0\\.00_ '" x:num>1.5</td><td style="vnd.ms-excel.numberformat:@">007</td><td class="a t">12</td><td style='mso-number-format:Percent' x:num=0.5>50%</td></tr></table>`,
    );
    expect([...(sheet?.cells() ?? [])].map(({ type, format }) => [type, format])).toEqual([
      ["number", 'yyyy"年"m"月"'],
      ["number", "0.00_"],
      ["text", "@"],
      ["text", "@"],
      ["number", "0.00%"],
    ]); // prettier-ignore
  });

  it("hide rows and columns that are not displayed", async () => {
    const sheet = await table(
      '<table><col><col style="display:none"><tr><td>1</td><td>2</td></tr><tr style="display: none"><td>3</td><td>4</td></tr></table>',
    );
    expect([0, 1].map((row) => sheet.rowHidden(row))).toEqual([false, true]);
    expect([0, 1].map((at) => sheet.columnHidden(at))).toEqual([false, true]);
  });

  it("break lines at br and paragraphs, and nowhere else", async () => {
    const sheet = await table(
      "<table><tr><td>甲<br>乙\n   丙</td><td><p>丁</p><p>戊</p></td></tr></table>",
    );
    expect(sheet.cellAt(0, 0)?.value).toBe("甲\n乙 丙");
    expect(sheet.cellAt(0, 1)?.value).toBe("丁\n戊");
  });

  it("stand one below the other, with the lines between them", async () => {
    const sheet = await table(
      "<h2>2021年6月通报</h2><table><tr><td>市</td><td>1</td></tr></table><p>注：初步数据</p><table><tr><td>县</td><td>2</td></tr></table>",
    );
    expect(cells(sheet)).toEqual([
      ["0,0", "text", "2021年6月通报"],
      ["1,0", "text", "市"],
      ["1,1", "number", 1],
      ["2,0", "text", "注：初步数据"],
      ["3,0", "text", "县"],
      ["3,1", "number", 2],
    ]);
  });

  it("are found in the cells of a table that only lays out", async () => {
    const sheet = await table(
      "<table><tr><td>标题<table><tr><td>市</td><td>1</td></tr><tr><td>县</td><td>2</td></tr></table></td></tr><tr><td>页脚</td></tr></table>",
    );
    expect(cells(sheet).map(([, , value]) => value)).toEqual([
      "标题",
      "市",
      1,
      "县",
      2,
      "页脚",
    ]);
  });

  it("lose nothing but the cells beyond the last column to spans without end", async () => {
    const { sheet, issues } = await page(
      "<table><tr><td>甲</td><td>乙</td></tr></table><table><tr><td colspan=1000000000 rowspan=1000000000>市</td></tr><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>",
    );
    expect(sheet?.merges).toEqual([
      { top: 1, left: 0, bottom: 4, right: 16383 },
    ]);
    expect(issues).toMatchObject([
      { code: "workbook.cell_out_of_range", params: { count: 3 } },
    ]);
  });

  it("survive nesting without end, stray tags and open quotes", async () => {
    const { sheet } = await page(
      `<html><table><tr><td>市<td>1${"<table><tr><td>".repeat(100_000)}深</html>`,
    );
    expect(sheet?.cellAt(0, 1)?.value).toBe(1);
    const odd = await table(
      `</td></table><table><tr><td a="x>市</td><td>1 < 2</td><td>&#x4e0a;&unknown;&lt;</td></tr></table>`,
    );
    expect(odd.cellAt(0, 1)?.value).toBe("1 < 2");
    expect(odd.cellAt(0, 2)?.value).toBe("上&unknown;<");
  });
});

describe("a page that is no table", () => {
  it.each([
    [
      "<html><head><title>会话已过期，请重新登录</title></head><body><div>请登录</div></body></html>",
      "workbook.is_titled_page",
      "会话已过期，请重新登录",
    ],
    [
      "<html><title>统一登录</title><table><tr><td>用户</td><td><input name=u></td></tr><tr><td>密码</td><td><input type=password></td></tr></table></html>",
      "workbook.is_titled_page",
      "统一登录",
    ],
    ["<html><script>location='/login'</script></html>", "workbook.is_web_page", undefined],
  ])("is called a web page, with its title: %s", async (html, code, title) => {
    const { sheet, issues } = await page(html);
    expect(sheet).toBeUndefined();
    expect(issues.map((issue) => [issue.code, issue.params?.["title"]])).toEqual([
      [code, title],
    ]);
  }); // prettier-ignore
});
