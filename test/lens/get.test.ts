import { expect, test } from "vitest";
import { getObservations } from "../../src/lens/get.ts";
import { bound } from "./bound.ts";

const source = { file: "表.xlsx", sha: "00" };

test("observations carry their unit, decimals, status and cell; empty cells say nothing", () => {
  const { tables } = bound([
    ["2021年1—6月大同市总量减排"],
    ["指标", "单位", "完成值", "目标值"],
    ["二氧化硫排放总量", "吨", 12345, null],
    ["氨氮排放总量", "吨", "近300", "—"],
    ["合计", "", 1, 2],
  ]);
  const [table] = tables;
  if (table === undefined) throw new Error("no table");
  const { observations, records } = getObservations(table, source);
  expect(records).toEqual([]);
  expect(
    observations.map(
      ({ key, value, missing, unit, decimals, status, source: at }) => ({
        indicator: key.indicator,
        measure: key.measure,
        value,
        missing,
        unit,
        decimals,
        status,
        cell: at.cell,
      }),
    ),
  ).toEqual([
    {
      indicator: "emis.so2",
      measure: "actual",
      value: 1.2345,
      missing: "",
      unit: "万吨",
      decimals: 4,
      status: "normal",
      cell: "C3",
    },
    {
      indicator: "emis.nh3n",
      measure: "actual",
      value: 0.03,
      missing: "",
      unit: "万吨",
      decimals: 4,
      status: "estimated",
      cell: "C4",
    },
    {
      indicator: "emis.nh3n",
      measure: "target",
      value: null,
      missing: "—",
      unit: "万吨",
      decimals: null,
      status: "missing",
      cell: "D4",
    },
  ]);
});

test("records gather the fields of their rows, merged ones in each row", () => {
  const { tables } = bound(
    [
      ["整改任务", "整改时限", "责任单位", "完成情况"],
      ["取缔散乱污", "2022年底", "大同市人民政府", "整改中"],
      [
        "拆除锅炉",
        { value: 44012, format: "yyyy-mm-dd" },
        undefined,
        "情况复杂",
      ],
    ],
    { merges: ["C2:C3"] },
  );
  const [table] = tables;
  if (table === undefined) throw new Error("no table");
  expect(getObservations(table, source).records).toMatchObject([
    {
      kind: "task",
      id: "取缔散乱污",
      fields: {
        name: { type: "text", value: "取缔散乱污" },
        deadline: { type: "date", value: "2022-12-31" },
        duty_unit: { type: "text", value: "大同市人民政府" },
        state: { type: "state", value: "正在推进" },
      },
    },
    {
      kind: "task",
      id: "拆除锅炉",
      fields: {
        deadline: { type: "date", value: "2020-06-30" },
        duty_unit: { type: "text", value: "大同市人民政府" },
        state: { type: "text", value: "情况复杂" },
      },
      source: { cell: "A3" },
    },
  ]);
});
