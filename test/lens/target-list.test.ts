import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTargetList } from "../../src/lens/read-target-list.ts";
import { regionLevels } from "../../src/model/region.ts";
import { type Target, partRules, pathKinds } from "../../src/model/target.ts";
import { targetTable } from "../../src/text/target-table.ts";
import { sheetOf, workbookOf } from "../sheet-of.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const indicators = [...catalog.indicators.values()];
const regions = [...catalog.regions.keys()];

const decimal = fc
  .integer({ min: -100_000, max: 100_000 })
  .map((digits) => (digits / 100).toFixed(2));
const year = fc.integer({ min: 2015, max: 2030 }).map(String);
const period = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 9 })).map(([y, m]) => `${y}-0${m}`),
  year.map((y) => `${y}-Q3`),
  year.map((y) => `${y}-01/${y}-06`),
  year.map((y) => `${y}-05-17`),
);
const word = fc.constantFrom("十四五规划", "晋政发〔2021〕1号", "会议纪要");
const day = fc.constantFrom("2021-01-01", "2022-06-15");
const comparator = fc.constantFrom(">=", "<=", ">", "<", "=");

const targets: fc.Arbitrary<Target> = fc
  .record(
    {
      id: fc.constantFrom("T1", "list:x|y", "2021-壹"),
      at: fc.nat(indicators.length - 1),
      region: fc.constantFrom(...regions),
      variant: fc.constantFrom("", ...catalog.variants.map(({ code }) => code)),
      base: fc.oneof(fc.constant(""), year),
      comparator,
      goal: decimal,
      baseline: fc.option(fc.record({ value: decimal, period: year })),
      from: fc.constantFrom("", "2014", "2014-01-05"),
      deadline: period,
      declared: fc.oneof(fc.constant(""), day),
      force: fc.constantFrom("binding", "expected", "unknown"),
      cumulative: fc.boolean(),
      plan: word,
      source: word,
      remark: word,
      path: fc.constantFrom(...pathKinds),
      milestones: fc.array(fc.record({ period, goal: decimal }), {
        minLength: 1,
        maxLength: 3,
      }),
      replaces: fc.constant("T0"),
      until: day,
      partOf: fc.constant("list:whole"),
      weight: decimal,
      parts: fc.constantFrom(...partRules),
      each: fc.constantFrom(...regionLevels),
      only: fc
        .record({
          at: fc.nat(indicators.length - 1),
          comparator,
          value: decimal,
          period,
        })
        .map(({ at, ...rest }) => ({
          indicator: indicators[at]?.code ?? "",
          unit: indicators[at]?.unit ?? "",
          ...rest,
        })),
    } as const,
    {
      requiredKeys: [
        "id",
        "at",
        "region",
        "variant",
        "base",
        "comparator",
        "goal",
        "baseline",
        "from",
        "deadline",
        "declared",
        "force",
        "cumulative",
        "plan",
        "source",
      ],
    },
  )
  .map(({ at, ...rest }) => ({
    ...rest,
    indicator: indicators[at]?.code ?? "",
    unit: indicators[at]?.unit ?? "",
    confidence: "user",
  }));

const names = {
  indicator: (code: string) => catalog.indicators.get(code)?.label.zh ?? code,
  region: (code: string) => catalog.regions.get(code)?.name ?? code,
};

const readRows = (rows: readonly (readonly string[])[]) =>
  readTargetList(
    workbookOf(
      sheetOf(rows.map((row) => row.map((text) => text || undefined))),
    ),
    { file: "目标.xlsx", catalog, matcher },
  );

describe("a list of targets", () => {
  it("comes back from the table it was written as, every column of it", () => {
    fc.assert(
      fc.property(fc.array(targets, { minLength: 1, maxLength: 4 }), (list) => {
        const { targets: read, issues } = readRows(targetTable(list, names));
        expect(issues).toEqual([]);
        expect(
          // Where it was read from stands behind the source.
          read.map(({ target }) => ({
            ...target,
            source: target.source.replace(/（目标\.xlsx .*）$/, ""),
          })),
        ).toEqual(list);
      }),
      { numRuns: 300 },
    );
  });

  it("is read as people write it: 口径, 节点目标, 分解方式, 适用层级, 适用条件", () => {
    const { targets: read, issues } = readRows([
      [
        "指标",
        "地区",
        "目标值",
        "完成时限",
        "口径",
        "节点目标",
        "权重",
        "分解方式",
        "适用层级",
        "适用条件",
      ],
      [
        "PM2.5浓度",
        "山西省",
        "≤39",
        "2025年",
        "剔除沙尘影响",
        "2021年：45；2023年：42",
        "0.3",
        "各市从严",
        "各市",
        "2015年PM2.5浓度＞35μg/m³",
      ],
    ]);
    expect(issues).toEqual([]);
    expect(read[0]?.target).toMatchObject({
      indicator: "air.pm25",
      region: "140000",
      variant: "扣沙",
      comparator: "<=",
      goal: "39",
      milestones: [
        { period: "2021", goal: "45" },
        { period: "2023", goal: "42" },
      ],
      weight: "0.3",
      parts: "strict",
      each: "city",
      only: {
        indicator: "air.pm25",
        comparator: ">",
        value: "35",
        unit: "μg/m3",
        period: "2015",
      },
    });
  });

  it("opens before the first milestone where nothing says when it opens", () => {
    const { targets: read, issues } = readRows([
      ["指标", "地区", "目标值", "完成时限", "节点目标"],
      ["PM2.5浓度", "山西省", "≤39", "2025年", "2021年：45；2023年：42"],
      ["PM2.5浓度", "太原市", "≤39", "2025年", ""],
    ]);
    expect(issues).toEqual([]);
    expect(read.map(({ target }) => target.from)).toEqual([
      "2021-01-01",
      "2025-01-01",
    ]);
  });

  it("reads goals of closing things as 0 of what is open or overdue", () => {
    const { targets: read, issues } = readRows([
      ["大同市2024年督察整改目标清单", "", "", ""],
      ["指标", "地区", "目标值", "完成时限"],
      ["全部整改任务", "大同市", "6月底前清零", ""],
      ["整改任务", "大同市", "按期完成", "2024年"],
      ["整改项目", "大同市", "2024年12月底前全部销号", ""],
      ["劣Ⅴ类断面数", "大同市", "清零", "2024年"],
      ["PM2.5浓度", "大同市", "按期完成", "2024年"],
    ]);
    expect(
      read.map(({ target: { indicator, goal, comparator, from, deadline } }) =>
        [indicator, comparator, goal, from, deadline].join(" "),
      ),
    ).toEqual([
      "rect.tasks_open = 0 2024-01-01 2024-06",
      "rect.tasks_overdue = 0 2024-01-01 2024",
      "rect.projects_open = 0 2024-01-01 2024-12",
      "water.worse5_n = 0 2024-01-01 2024",
    ]);
    // Of a concentration nothing is done on time.
    expect(issues).toMatchObject([
      { code: "lens.target_field", cell: "C7", params: { field: "目标值" } },
    ]);
  });

  it.each([
    ["口径", "随便", "口径"],
    ["节点目标", "2021年前后", "节点目标"],
    ["分解方式", "看情况", "分解方式"],
    ["适用层级", "各家", "适用层级"],
    ["适用条件", "未达标城市", "适用条件"],
    ["停用日期", "明年", "停用日期"],
    ["指标代码", "air.none", "指标代码"],
    ["地区代码", "999999", "地区代码"],
  ])("names the cell under %s that it cannot read", (header, text, field) => {
    const { targets: read, issues } = readRows([
      ["指标", "地区", "目标值", "完成时限", header],
      ["PM2.5浓度", "山西省", "39", "2025年", text],
    ]);
    expect(read).toEqual([]);
    expect(issues).toMatchObject([
      { code: "lens.target_field", cell: "E2", params: { field, found: text } },
    ]);
  });
});
