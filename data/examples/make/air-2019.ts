import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { shown } from "../../../templates/make/cell.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  addDataSheet(book, {
    sheet: "空气质量",
    title: "2019年山西省环境空气质量情况",
    unit: "山西省生态环境厅",
    date: "2020年2月5日",
    head: [
      { text: "序号", width: 7, format: "0" },
      { text: "指标", width: 44, align: "left" },
      { text: "计量单位", width: 12 },
      {
        text: "2019年",
        columns: [
          { text: "年均值", width: 13 },
          { text: "同比变化率（%）", width: 18, format: "0.0" },
        ],
      },
      { text: "备注", width: 26, align: "left" },
    ],
    rows: [
      [1, "优良天数比例", "%", shown(63.6, 1), "—", null],
      [
        2,
        "PM2.5平均浓度",
        "μg/m³",
        shown(48, 0),
        "—",
        "优于京津冀及周边地区平均水平",
      ],
      [3, "PM10平均浓度", "μg/m³", "—", shown(-2.1, 1), "浓度值未公布"],
      [4, "SO2平均浓度", "μg/m³", "—", shown(-20, 1), "浓度值未公布"],
      [5, "NO2平均浓度", "μg/m³", "—", "—", "未公布"],
      [
        6,
        "CO日均值第95百分位数浓度",
        "mg/m³",
        "—",
        shown(-4.3, 1),
        "浓度值未公布",
      ],
      [
        7,
        "臭氧日最大8小时滑动平均第90百分位数浓度",
        "μg/m³",
        "—",
        "—",
        "未公布",
      ],
    ],
    notes: [
      "注：1.同比变化率为与上年同期相比，负值为下降；2.“—”为没有公布，不是 0。",
      { text: `${sources.feedback2020}；佐证：${sources.gongre}`, lines: 2 },
    ],
  });
  return bookBytes(book);
}

export const air2019: Example = {
  file: "2019年山西省环境空气质量情况.xlsx",
  build,
};
