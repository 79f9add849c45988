import { describe, expect, test } from "vitest";
import { getObservations } from "../../src/lens/get.ts";
import type { BureauRecord } from "../../src/model/observation.ts";
import type { TestCell } from "../sheet-of.ts";
import { bound, type Bound, type BoundOptions } from "./bound.ts";

function recordsOf({ tables }: Bound): BureauRecord[] {
  return tables.flatMap(
    (table) => getObservations(table, { file: "台账.xlsx", sha: "00" }).records,
  );
}

function records(
  rows: readonly (readonly TestCell[])[],
  options: BoundOptions = {},
): BureauRecord[] {
  return recordsOf(bound(rows, options));
}

function deadlineOf(
  text: TestCell,
  title = "整改任务台账",
): BureauRecord["fields"][string] | undefined {
  return records([
    [title],
    ["整改任务", "整改时限", "责任单位"],
    ["取缔散乱污", text, "大同市人民政府"],
  ])[0]?.fields["deadline"];
}

describe("deadlines", () => {
  test.each([
    ["2021年6月底前", "2021-06-30"],
    ["2021年02月末", "2021-02-28"],
    ["2022年底", "2022-12-31"],
    ["2022年年底前", "2022-12-31"],
    ["2021年第三季度末", "2021-09-30"],
    ["2021年12月31日前", "2021-12-31"],
    ["2021.9.30", "2021-09-30"],
    ["２０２１年６月３０日", "2021-06-30"],
    ["2021年 6月 30日", "2021-06-30"],
    ["20210630", "2021-06-30"],
    [20210630, "2021-06-30"],
    ["2021-06-30 00:00:00", "2021-06-30"],
  ])("%s is a day", (text, value) => {
    expect(deadlineOf(text)).toEqual({ type: "date", value });
  });

  test.each(["立行立改", "长期坚持", "2021年6月", "2021年13月底", "6月前"])(
    "%s stays words",
    (text) => {
      expect(deadlineOf(text)).toEqual({ type: "text", value: text });
    },
  );

  test("a month without a year is of the year the sheet names, and words without one", () => {
    expect(deadlineOf("12月底前", "2021年整改任务台账")).toEqual({
      type: "date",
      value: "2021-12-31",
    });
    expect(deadlineOf("12月底前")).toEqual({ type: "text", value: "12月底前" });
    expect(deadlineOf("3月底前", "2021年11月整改任务台账")).toEqual({
      type: "text",
      value: "3月底前",
    });
  });

  test("a date cell that shows no day is what it shows", () => {
    expect(deadlineOf({ value: 44348, format: 'yyyy"年"m"月"' })).toEqual({
      type: "text",
      value: "2021年6月",
    });
    expect(deadlineOf({ value: 44377, format: 'yyyy"年"m"月"d"日"' })).toEqual({
      type: "date",
      value: "2021-06-30",
    });
  });
});

describe("identity", () => {
  test("does not depend on the order of the columns", () => {
    const [one] = records([
      ["期数", "整改任务", "任务编号", "完成情况"],
      ["第一批", "取缔散乱污", "12", "整改中"],
    ]);
    const [other] = records([
      ["任务编号", "完成情况", "整改任务", "期数"],
      ["12", "整改中", "取缔散乱污", "第一批"],
    ]);
    expect(one?.id).toBe("第一批/取缔散乱污/12");
    expect(other).toMatchObject({ id: one?.id, fields: one?.fields });
  });

  test("is the problem where a ledger names no task", () => {
    expect(
      records([
        ["序号", "存在问题", "整改措施", "责任单位", "整改时限"],
        [1, "渗滤液超标", "改造设施", "小店区", "2021年6月底前"],
      ])[0],
    ).toMatchObject({ id: "渗滤液超标", kind: "task" });
  });

  test("a ledger whose rows nothing tells apart is named, not passed over", () => {
    const { tables, issues } = bound([
      ["序号", "受理时间", "举报方式", "被举报对象", "是否属实"],
      [1, "2021-06-02", "微信", "某化工厂", "属实"],
    ]);
    expect(tables.flatMap(({ bindings }) => bindings)).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["lens.no_identity"]);
  });

  test("a complaint is known by its number", () => {
    expect(
      records([
        [
          "受理编号",
          "受理时间",
          "举报方式",
          "被举报对象",
          "是否属实",
          "办理状态",
        ],
        ["X2021-1", "2021-06-02", "微信", "某化工厂", "属实", "已办结"],
      ])[0],
    ).toMatchObject({
      kind: "complaint",
      id: "X2021-1",
      fields: {
        received: { type: "date", value: "2021-06-02" },
        state: { type: "state", value: "完成整改" },
      },
    });
  });

  test.each(["目标", "目标任务", "工作目标（任务）"])(
    "%s beside points is what is scored",
    (head) => {
      expect(
        records([
          [head, "分值", "评分标准", "完成情况", "序时进度", "得分"],
          ["断面优良率100%", 30, "每差一个扣10分", "全部优良", "100%", 30],
          ["清洁取暖改造6000户", 20, "按比例得分", "2700户", "45%", 9],
        ]),
      ).toMatchObject([
        {
          kind: "assessment",
          id: "断面优良率100%",
          fields: { rules: { value: "每差一个扣10分" }, score: {} },
        },
        { kind: "assessment", id: "清洁取暖改造6000户" },
      ]);
    },
  );

  test.each([
    ["numbers", [39, 75]],
    ["limits", ["≤39", "≥75"]],
  ])("目标 of %s beside points stays a goal", (_, [air, days]) => {
    const { tables, lines } = bound([
      ["太原市2022年空气质量目标完成情况"],
      ["指标", "目标", "实际", "分值", "得分"],
      ["PM2.5（μg/m³）", air, 37, 10, 10],
      ["优良天数比例（%）", days, 76, 10, 9],
    ]);
    expect(tables.map(({ orientation }) => orientation)).not.toContain(
      "records",
    );
    expect(lines).toContain("B3 air.pm25|140100|2022|target|| = 39");
  });

  test("a row with a number and no name is reported", () => {
    const sheet = bound([
      ["序号", "整改任务", "责任单位", "完成情况"],
      [1, "取缔散乱污", "大同市", "完成"],
      [2, null, "阳泉市", "完成"],
    ]);
    expect(recordsOf(sheet)).toHaveLength(1);
    expect(sheet.issues).toMatchObject([
      { code: "lens.unidentified_row", cell: "A3" },
    ]);
  });

  test("columns that stand for no field are listed", () => {
    const { issues } = bound([
      ["整改任务", "责任单位", "完成情况", "网格颜色"],
      ["取缔散乱污", "大同市", "完成", "红"],
    ]);
    expect(issues).toMatchObject([
      { code: "lens.unread_columns", params: { columns: "网格颜色" } },
    ]);
  });
});

describe("a record over several rows", () => {
  const rows = [
    ["序号", "整改任务", "整改措施", "责任单位", "完成情况"],
    [1, "取缔散乱污", "排查", "小店区", "整改中"],
    [null, null, "取缔", null, null],
    [2, "拆除锅炉", "拆除", "迎泽区", "完成"],
  ];

  test.each([
    ["blank", {}],
    ["merged", { merges: ["A2:A3", "B2:B3", "D2:D3", "E2:E3"] }],
  ])("%s cells below its name go on with it", (_, options) => {
    const sheet = bound(rows, options);
    expect(sheet.issues).toEqual([]);
    expect(recordsOf(sheet)).toMatchObject([
      {
        id: "取缔散乱污",
        fields: {
          measure: { type: "text", value: "排查\n取缔" },
          duty_unit: { value: "小店区" },
        },
      },
      { id: "拆除锅炉", fields: { measure: { value: "拆除" } } },
    ]);
  });
});

test("是否完成 is a state, whatever stands for yes", () => {
  for (const yes of ["√", "是", "已完成"])
    expect(
      records([
        ["整改任务", "责任单位", "是否完成"],
        ["取缔散乱污", "大同市", yes],
      ])[0]?.fields["state"],
    ).toEqual({ type: "state", value: "完成整改" });
});

test("a share in a field of words is what the cell shows", () => {
  expect(
    records([
      ["工作内容", "责任人", "进度"],
      ["散煤清零", "张某", { value: 0.8, format: "0%" }],
    ])[0]?.fields["state"],
  ).toEqual({ type: "text", value: "80%" });
});

test("classes of months and of a year to date are fields of a section", () => {
  expect(
    records([
      ["2021年9月断面水质"],
      ["断面名称", "考核目标", "9月类别", "1-9月累计类别", "2020年9月类别"],
      ["温南社", "Ⅴ", "Ⅳ", "Ⅲ", "劣Ⅴ"],
    ])[0],
  ).toMatchObject({
    asOf: "2021-09",
    fields: {
      month: { value: "Ⅳ" },
      cumulative: { value: "Ⅲ" },
      previous: { value: "劣Ⅴ" },
    },
  });
});

test("records carry the period of their table", () => {
  const of = (title: string): string | undefined =>
    records([
      [title],
      ["工作内容", "责任人", "完成情况"],
      ["散煤清零", "张某", "推进中"],
    ])[0]?.asOf;
  expect(of("2021年7月重点工作调度表")).toBe("2021-07");
  expect(of("重点工作调度表")).toBeUndefined();
});

test("counts under words of a ledger are no records", () => {
  const { tables } = bound([
    ["2021年大同市散煤治理"],
    ["县区", "整改任务", "完成情况"],
    ["平城区", 12, 10],
    ["云冈区", 15, 11],
  ]);
  expect(tables.map(({ orientation }) => orientation)).not.toContain("records");
});

test("the empty rows of a ledger are known", () => {
  const { tables } = bound([
    ["序号", "整改任务", "责任单位", "完成情况"],
    [1, null, null, null],
    [2, null, null, null],
  ]);
  expect(tables[0]?.open).toEqual({
    kind: "task",
    rows: [1, 2],
    columns: [
      { column: 0, field: null },
      { column: 1, field: "name" },
      { column: 2, field: "duty_unit" },
      { column: 3, field: "state" },
    ],
  });
});
