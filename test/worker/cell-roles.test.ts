import { describe, expect, it } from "vitest";
import { hostOf } from "./host-of.ts";

async function cellsOf(file: string, sheet: string) {
  const host = hostOf();
  const examples = await host.examples();
  const review = await host.review(
    examples.filter(({ name }) => name.startsWith(file)),
    {},
    () => undefined,
  );
  const shown = review.files[0]?.sheets.find(({ name }) => name === sheet);
  if (shown === undefined) throw new Error(`${file} has no sheet ${sheet}`);
  return (role: string) =>
    shown.cells
      .filter((cell) => cell.role === role)
      .map(({ text }) => text.slice(0, 8));
}

describe("roles of cells under review", () => {
  it("tells titles, details, headers, row names and notes apart", async () => {
    const cells = await cellsOf("2019年国考断面水质", "全省");
    expect(cells("title")).toEqual(["2019年山西省"]);
    expect(cells("meta")).toEqual(["填报单位：山西省", "填报时间：202"]);
    expect(cells("header").slice(0, 3)).toEqual([
      "地区",
      "国考断面总数（个",
      "优良断面（Ⅰ～Ⅲ",
    ]);
    expect(cells("stub")).toEqual(["山西省"]);
    expect(cells("note")).toHaveLength(2);
    expect(cells("question")).toEqual([]);
  });

  it("keeps the titles of two tables of one sheet apart from their headers", async () => {
    const cells = await cellsOf("2019年污染治理", "全省");
    expect(cells("title")).toEqual(["山西省2019年", "山西省2019年"]);
    expect(cells("header").filter((text) => text === "指标")).toHaveLength(2);
    expect(cells("stub")).toContain("退出煤炭产能");
  });

  it("has no row names in a list of records", async () => {
    const cells = await cellsOf("整改任务台账", "整改任务台账");
    expect(cells("title")).toHaveLength(2);
    expect(cells("header")).toContain("问题描述");
    expect(cells("stub")).toEqual([]);
  });
});
