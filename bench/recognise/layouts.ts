import { readFileSync } from "node:fs";
import { cities, remarks } from "../workbook/bureau-words.ts";
import { seededRandom } from "../workbook/random.ts";

/** A cell to write; null is no cell. */
export type Value = string | number | null;

/** A way bureaus lay out a sheet, in any number of rows below its head. */
export interface Layout {
  readonly name: string;
  readonly columns: number;
  /** Values that recognition must bind in each body row. */
  readonly bound: number;
  /** Titles and head. */
  readonly above: readonly (readonly Value[])[];
  body(row: number, random: () => number): readonly Value[];
}

const counties: readonly string[] = [
  ...new Set(
    readFileSync("data/regions.csv", "utf8")
      .split("\n")
      .map((line) => line.split(","))
      .filter(
        ([code = "", , level, , , , , , , validTo]) =>
          level === "county" && code.startsWith("14") && validTo === "",
      )
      .map(([, , , name = ""]) => name)
      // Several cities have one.
      .filter((name) => !/^(?:城区|郊区|矿区)$/.test(name)),
  ),
];

/** A day from its number, counted from 2020-01-01. */
function day(number: number): string {
  return new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
}

function figure(random: () => number, most: number, least = 1): number {
  return Math.round((least + random() * most) * 10) / 10;
}

const pollutants = ["PM2.5", "PM10", "SO2", "NO2", "O3-8h-90per"];

/** Counties and days down; pollutants with what bureaus print beside them across. */
const wide: Layout = {
  name: "places and days down, indicators across",
  columns: 40,
  bound: 36,
  above: [
    ["山西省各县（市、区）环境空气质量汇总表"],
    ["单位：μg/m³"],
    [
      "序号",
      "县（市、区）",
      "日期",
      ...pollutants.flatMap((name) => [name, null, null, null, null, null]),
      "AQI",
      "优良天数比例（%）",
      null,
      null,
      "综合指数",
      null,
      "备注",
    ],
    [
      null,
      null,
      null,
      ...pollutants.flatMap(() => [
        "浓度",
        "上年同期",
        "同比变化（%）",
        "排名",
        "目标值",
        "完成率（%）",
      ]),
      null,
      "本期",
      "上年同期",
      "同比（百分点）",
      "指数",
      "排名",
    ],
  ],
  body: (row, random) => [
    row + 1,
    counties[row % counties.length] ?? "",
    day(Math.floor(row / counties.length)),
    ...pollutants.flatMap(() => [
      figure(random, 90),
      figure(random, 90),
      figure(random, 40, -20),
      1 + Math.floor(random() * 117),
      figure(random, 50),
      random() < 0.1 ? "—" : figure(random, 100),
    ]),
    Math.floor(random() * 200),
    `${figure(random, 90).toFixed(1)}%`,
    figure(random, 90),
    figure(random, 10, -5),
    figure(random, 6),
    1 + Math.floor(random() * 117),
    random() < 0.1 ? (remarks[row % remarks.length] ?? "") : null,
  ],
};

const measured: readonly (readonly [string, string, number])[] = [
  ["PM2.5", "μg/m³", 90],
  ["PM10", "μg/m³", 150],
  ["SO2", "μg/m³", 40],
  ["NO2", "μg/m³", 60],
  ["综合指数", "", 6],
  ["优良天数", "天", 30],
  ["化学需氧量排放量", "吨", 900],
  ["行政处罚案件", "起", 50],
];

/** Places, indicators and years down, months with what was added up across. */
const months: Layout = {
  name: "places, indicators and years down, months across",
  columns: 41,
  bound: 36,
  above: [
    ["山西省各县（市、区）生态环境指标逐月统计表"],
    [
      "序号",
      "县（市、区）",
      "指标名称",
      "计量单位",
      "年份",
      ...Array.from({ length: 12 }, (_, at) => [
        `${at + 1}月`,
        null,
        null,
      ]).flat(),
    ],
    [
      ...Array.from({ length: 5 }, () => null),
      ...Array.from({ length: 12 }, () => [
        "当月",
        "上年同期",
        "同比（%）",
      ]).flat(),
    ],
  ],
  body: (row, random) => {
    const place = Math.floor(row / measured.length);
    const [name, unit, most] = measured[row % measured.length] ?? ["", "", 1];
    return [
      row + 1,
      counties[place % counties.length] ?? "",
      name,
      unit,
      `${2024 - Math.floor(place / counties.length)}年`,
      ...Array.from({ length: 12 }, () => [
        random() < 0.03 ? "—" : Math.round(figure(random, most)),
        Math.round(figure(random, most)),
        figure(random, 40, -20),
      ]).flat(),
    ];
  },
};

/** A figure a row. */
const long: Layout = {
  name: "long form, one figure a row",
  columns: 6,
  bound: 1,
  above: [
    ["山西省生态环境监测数据"],
    ["地区", "指标", "单位", "日期", "数值", "备注"],
  ],
  body: (row, random) => {
    const [name, unit, most] = measured[row % measured.length] ?? ["", "", 1];
    const place = Math.floor(row / measured.length);
    return [
      counties[place % counties.length] ?? "",
      name,
      unit,
      day(Math.floor(place / counties.length)),
      Math.round(figure(random, most)),
      random() < 0.05 ? "快报数" : null,
    ];
  },
};

const fields = [
  "期数", "整改任务", "任务编号", "问题描述", "归类", "整改要求", "整改目标",
  "整改措施", "整改时限", "行政区划", "所属城市", "牵头单位", "牵头人",
  "配合单位", "责任单位", "责任部门", "责任人", "责任人电话", "涉及部门",
  "涉及人员", "完成情况", "进展问题", "项目数", "已完成项目数", "验收意见",
  "公示时间", "销号日期", "备案文号", "创建时间", "下月安排", "备注",
]; // prettier-ignore

const unread = [
  "附件", "图片", "坐标", "录入人", "审核人", "审核意见", "版本", "流水号",
]; // prettier-ignore

const states = ["达到序时进度", "完成整改", "尚未启动", "已销号", "滞后"];

/** A ledger with every field of a task, and columns nobody knows. */
const ledger: Layout = {
  name: "ledger, one task a row",
  columns: 40,
  bound: fields.length,
  above: [
    ["中央生态环境保护督察反馈问题整改任务台账"],
    ["序号", ...fields, ...unread],
  ],
  body: (row, random) => {
    const city = cities[row % cities.length] ?? "";
    const date = day(Math.floor(random() * 900));
    const unit = `${city}生态环境局`;
    return [
      row + 1,
      "第二轮",
      `${city}第${row + 1}项整改任务`,
      `SX-${row + 1}`,
      remarks[row % remarks.length] ?? "",
      "大气",
      "按期完成整改",
      `完成${1 + Math.floor(random() * 40)}个项目`,
      remarks[(row + 1) % remarks.length] ?? "",
      row % 3 === 0
        ? `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月底前`
        : date,
      counties[row % counties.length] ?? "",
      city,
      "省生态环境厅",
      "张三",
      "省发展改革委",
      unit,
      "大气科",
      "李四",
      `0351${1000000 + Math.floor(random() * 9e6)}`,
      "市住建局",
      "王五",
      states[row % states.length] ?? "",
      remarks[row % remarks.length] ?? "",
      1 + Math.floor(random() * 20),
      Math.floor(random() * 20),
      "同意",
      "7天",
      row % 4 === 0 ? date : "—",
      `晋环函〔2021〕${1 + (row % 400)}号`,
      date,
      "继续推进",
      random() < 0.2 ? "重点" : null,
      "有",
      "无",
      "112.5,37.8",
      "赵六",
      "钱七",
      "同意",
      "1",
      `L${row}`,
    ];
  },
};

export const layouts: readonly Layout[] = [wide, months, ledger, long];

export function layoutNamed(name: string): Layout {
  const found = layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`no layout ${name}`);
  return found;
}

/** The body of a layout, always the same. */
export function* bodyOf(
  layout: Layout,
  rows: number,
): Generator<readonly Value[]> {
  const random = seededRandom(20210615);
  for (let row = 0; row < rows; row += 1) yield layout.body(row, random);
}
