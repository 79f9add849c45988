import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { type CellInput, day, formula } from "../../../templates/make/cell.ts";
import { addDataSheet } from "./data-sheet.ts";
import { type CityFigures, dispatchCities } from "./dispatch-cities.ts";
import type { Example } from "./example.ts";
import { illustrative } from "./sources.ts";

const unit = "山西省生态环境厅";
const date = "2021年7月20日";
/** First body row under title, warning, 填报 line and a two-level header. */
const bodyTop = 6;

/** Competition rank: 1 + how many are better; equal values share a rank. */
function rankOf(
  city: CityFigures,
  value: (one: CityFigures) => number,
): number {
  return (
    1 + dispatchCities.filter((other) => value(other) < value(city)).length
  );
}

/** Rounded half up for the cached result, as ROUND does it. */
function round1(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10;
}

async function build(): Promise<Uint8Array> {
  const book = newBook(unit);
  addDataSheet(book, {
    sheet: "目标完成情况",
    title: "山西省各市2021年1—6月空气质量目标完成情况调度表",
    illustrative,
    unit,
    date,
    head: [
      { text: "序号", width: 6, format: "0" },
      { text: "城市", width: 10 },
      {
        text: "PM2.5平均浓度（μg/m³）",
        columns: [
          { text: "2021年目标", width: 12, format: "0" },
          { text: "1—6月累计", width: 12, format: "0" },
          { text: "上年同期", width: 11, format: "0" },
          { text: "同比（%）", width: 11, format: "0.0" },
        ],
      },
      {
        text: "优良天数比例（%）",
        columns: [
          { text: "2021年目标", width: 12, format: "0.0" },
          { text: "1—6月累计", width: 12, format: "0.0" },
          { text: "上年同期", width: 11, format: "0.0" },
          { text: "同比（百分点）", width: 15, format: "0.0" },
        ],
      },
      {
        text: "重污染天数（天）",
        columns: [
          { text: "1—6月累计", width: 12, format: "0" },
          { text: "上年同期", width: 11, format: "0" },
        ],
      },
      {
        text: "综合指数",
        columns: [
          { text: "1—6月累计", width: 12, format: "0.00" },
          { text: "排名", width: 8, format: "0" },
        ],
      },
      { text: "备注", width: 10, align: "left" },
    ],
    rows: dispatchCities.map((city, offset): readonly CellInput[] => {
      const at = String(bodyTop + offset);
      return [
        offset + 1,
        city.name,
        city.pm25Goal,
        city.pm25,
        city.pm25Before,
        formula(
          `ROUND((D${at}-E${at})/E${at}*100,1)`,
          round1(((city.pm25 - city.pm25Before) / city.pm25Before) * 100),
        ),
        city.goodGoal,
        city.good,
        city.goodBefore,
        formula(`ROUND(H${at}-I${at},1)`, round1(city.good - city.goodBefore)),
        city.heavy,
        city.heavyBefore,
        city.index,
        rankOf(city, (one) => one.index),
        null,
      ];
    }),
    notes: ["注：1.同比负值为下降；2.全部数字为示意数据。"],
  });
  const pollutants: readonly {
    readonly text: string;
    readonly format: string;
    readonly value: (city: CityFigures) => number;
  }[] = [
    { text: "PM2.5", format: "0", value: (city) => city.pm25 },
    { text: "PM10", format: "0", value: (city) => city.pm10 },
    { text: "SO2", format: "0", value: (city) => city.so2 },
    { text: "NO2", format: "0", value: (city) => city.no2 },
    { text: "CO-95per", format: "0.0", value: (city) => city.co },
    { text: "O3-8h-90per", format: "0", value: (city) => city.o3 },
  ];
  addDataSheet(book, {
    sheet: "主要指标排名",
    title: "山西省2021年1—6月环境空气质量主要指标排名情况汇总表",
    illustrative,
    unit,
    date,
    unitLine: "浓度单位：μg/m³（CO：mg/m³）",
    head: [
      { text: "城市", width: 11 },
      {
        text: "综合指数",
        columns: [
          { text: "值", width: 8, format: "0.00" },
          { text: "排名", width: 7, format: "0" },
          { text: "同比（%）", width: 11, format: "0.0" },
          { text: "同比排名", width: 10, format: "0" },
        ],
      },
      ...pollutants.map(({ text, format }) => ({
        text,
        columns: [
          { text: "浓度", width: 8, format },
          { text: "排名", width: 7, format: "0" },
        ],
      })),
    ],
    rows: dispatchCities.map((city): readonly CellInput[] => [
      city.name,
      city.index,
      rankOf(city, (one) => one.index),
      city.indexChange,
      rankOf(city, (one) => one.indexChange),
      ...pollutants.flatMap(({ value }) => [value(city), rankOf(city, value)]),
    ]),
    notes: ["注：名次按数值从低到高排列，数值相同的并列；全部数字为示意数据。"],
  });
  addDataSheet(book, {
    sheet: "重点工作调度",
    title: "山西省2021年6月重点工作月调度表",
    illustrative:
      "（示意数据：工作内容取自 2021 年上半年重点工作调度会报道，时间、责任单位和完成情况为示意）",
    unit,
    date,
    headHeight: 30,
    rowHeight: 40,
    head: [
      { text: "序号", width: 6, format: "0" },
      { text: "计划所属月份", width: 14 },
      { text: "地区", width: 12 },
      { text: "工作内容", width: 34, align: "left" },
      { text: "主责单位", width: 20 },
      { text: "月调度类型", width: 13 },
      { text: "计划完成时间", width: 17 },
      { text: "完成情况", width: 30, align: "left" },
      { text: "办理状态", width: 16 },
      { text: "备注", width: 12, align: "left" },
    ],
    rows: [
      [
        1,
        "2021年6月",
        "大同市",
        "大同市加快推进清洁取暖改造",
        "大同市生态环境局",
        "大气",
        day(2021, 10, 31),
        "改造任务按计划推进",
        "达到序时进度",
        "示意",
      ],
      [
        2,
        "2021年6月",
        "吕梁市",
        "吕梁市加快推进重点行业挥发性有机物治理",
        "吕梁市生态环境局",
        "大气",
        day(2021, 9, 30),
        "治理设施正在安装",
        "未达到序时进度",
        "示意",
      ],
      [
        3,
        "2021年6月",
        "阳泉市",
        "阳泉市加快推进重点行业挥发性有机物治理",
        "阳泉市生态环境局",
        "大气",
        day(2021, 9, 30),
        "治理设施正在安装",
        "达到序时进度",
        "示意",
      ],
      [
        4,
        "2021年6月",
        "忻州市",
        "忻州市加快推进重点行业挥发性有机物治理",
        "忻州市生态环境局",
        "大气",
        day(2021, 9, 30),
        "已完成治理",
        "完成整改",
        "示意",
      ],
      [
        5,
        "2021年6月",
        "吕梁市",
        "吕梁市加快农村生活污水治理项目建设",
        "吕梁市生态环境局",
        "水",
        day(2021, 12, 31),
        "项目开工建设",
        "达到序时进度",
        "示意",
      ],
      [
        6,
        "2021年6月",
        "临汾市",
        "临汾市加快农村生活污水治理项目建设",
        "临汾市生态环境局",
        "水",
        day(2021, 12, 31),
        "尚未开工",
        "尚未启动",
        "示意",
      ],
      [
        7,
        "2021年6月",
        "晋城市",
        "晋城市加快农村生活污水治理项目建设",
        "晋城市生态环境局",
        "水",
        day(2021, 12, 31),
        "主体工程完成",
        "超过序时进度",
        "示意",
      ],
    ],
    notes: ["注：办理状态按整改台账的状态填写。"],
  });
  return bookBytes(book);
}

export const dispatch2021: Example = {
  file: "各市2021年6月重点工作月调度.xlsx",
  build,
};
