import type { Page } from "playwright-core";
import {
  confirmImport,
  dropFiles,
  dropTexts,
  importExamples,
  setAsOf,
} from "../browser/page.ts";

const sheets = (...paths: readonly string[]) =>
  paths.map((path) => `test/fixtures/sheets/${path}`);

/** The examples, and sheets that fill the ledgers and months beside them. */
export async function fillWithExamples(page: Page): Promise<void> {
  await importExamples(page);
  await storeMore(page, [
    ...sheets(
      "a/2021年PM2.5月均浓度.xlsx",
      "a/2019年逐月六项污染物.xlsx",
      "a/2022年1-6月行政处罚案件台账.xlsx",
      "a/散乱污企业整治台账.xlsx",
      "b/12369举报受理台账.xlsx",
      "b/太原市2021年各月空气质量.xlsx",
    ),
  ]);
  await setAsOf(page, "2021-06-30");
}

/** Sheets with errors, gaps, words for figures, and names longer than any column. */
export async function fillWithOddSheets(page: Page): Promise<void> {
  await dropFiles(
    page,
    sheets(
      "a/同比计算出错的表.xlsx",
      "d/县区对比（含公式错误）.xlsx",
      "a/各市污染物同比变化（文字）.xlsx",
      "a/综合指数及PM2.5（括号内为去年同期）.xlsx",
      "b/各市数据报送情况.xlsx",
      "c/大气污染防治重点工程项目台账.xlsx",
    ),
  );
  await confirmImport(page);
  await dropTexts(page, [oddFigures]);
  await page.getByRole("button", { name: /^导入 \d/ }).click();
  await page.waitForURL(/#\/(?!review)/);
}

async function storeMore(page: Page, paths: readonly string[]): Promise<void> {
  await dropFiles(page, paths);
  await page.getByRole("button", { name: /^导入 \d/ }).click();
  await page.waitForURL(/#\/(?!review)/);
}

const cities =
  "太原市 大同市 阳泉市 长治市 晋城市 朔州市 晋中市 运城市 忻州市 临汾市 吕梁市".split(
    " ",
  );

/** Huge, tiny, negative and missing figures beside each other. */
const oddFigures = {
  name: "山西省2021年6月各市主要指标（第三次修订稿，含未经审核数据，请勿外传，以正式通报为准）.csv",
  text: [
    "山西省2021年6月各市主要指标",
    "城市,PM2.5浓度(μg/m3),SO2浓度(μg/m3),优良天数比例(%),环境空气质量综合指数",
    ...cities.map((city, i) =>
      [
        city,
        ["48000", "0.001", "#DIV/0!", "—", "-3", "12.345678"][i % 6],
        ["", "8", "#N/A", "未监测", "1234567.8", "9"][i % 6],
        ["100", "0", "636", "", "63.6", "/"][i % 6],
        ["5.12", "", "4.999", "12345.67", "3.1", "#REF!"][i % 6],
      ].join(","),
    ),
    "",
  ].join("\n"),
};

/** A list of hundreds of targets, some of them with long sources. */
export function manyTargets(): {
  readonly name: string;
  readonly text: string;
} {
  const indicators = [
    ["PM2.5浓度", "≤", "μg/m³"],
    ["PM10浓度", "≤", "μg/m³"],
    ["优良天数比例", "≥", "%"],
    ["SO2浓度", "≤", "μg/m³"],
    ["NO2浓度", "≤", "μg/m³"],
    ["环境空气质量综合指数", "≤", ""],
  ] as const;
  const lines = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
    cities.flatMap((city, at) =>
      indicators.map(([name, comparator, unit], i) =>
        [
          city,
          name,
          comparator,
          30 + at + i * 3 + (2025 - year),
          unit,
          `${year}年`,
          i % 3 === 0
            ? "山西省生态环境保护委员会办公室关于印发各市年度环境空气质量改善目标任务及考核办法的通知"
            : "市级目标责任书",
          `晋环委办〔${year}〕${at + 1}号`,
        ].join(","),
      ),
    ),
  );
  return {
    name: "各市目标.csv",
    text: [
      "地区,指标,要求,目标值,单位,期限,规划或文件,来源",
      ...lines,
      "",
    ].join("\n"),
  };
}
