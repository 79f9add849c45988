import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { shown } from "../../../templates/make/cell.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  addDataSheet(book, {
    sheet: "减排情况",
    title: "2019年山西省主要污染物总量减排情况",
    unit: "山西省生态环境厅",
    date: "2020年2月5日",
    head: [
      { text: "类别", width: 16 },
      { text: "指标", width: 44, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "2019年完成值", width: 16 },
      { text: "备注", width: 34, align: "left" },
    ],
    rows: [
      ["大气污染物", "二氧化硫排放总量较2015年下降", "%", shown(25.8, 1), null],
      [null, "氮氧化物排放总量较2015年下降", "%", shown(17.9, 1), null],
      ["水污染物", "化学需氧量排放总量较2015年下降", "%", shown(20.9, 1), null],
      [null, "氨氮排放总量较2015年下降", "%", shown(17.6, 1), null],
      [
        "温室气体",
        "万元国内生产总值二氧化碳排放量年下降率",
        "%",
        shown(4.05, 2),
        "年下降率，与上年相比",
      ],
    ],
    merges: [
      [0, 0, 2, 1],
      [2, 0, 2, 1],
    ],
    notes: [
      "注：较2015年下降为累计降幅，正值为下降。",
      { text: `${sources.feedback2020}；佐证：${sources.gongre}`, lines: 2 },
    ],
  });
  addDataSheet(book, {
    sheet: "2020年目标",
    title: "山西省2020年主要污染物减排目标",
    unit: "山西省生态环境厅",
    date: "2018年8月7日",
    head: [
      { text: "指标", width: 44, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "2020年目标值", width: 16, format: "0" },
      { text: "依据", width: 46, align: "left" },
    ],
    rows: [
      [
        "二氧化硫排放总量较2015年下降",
        "%",
        20,
        "山西省打赢蓝天保卫战三年行动计划",
      ],
      [
        "氮氧化物排放总量较2015年下降",
        "%",
        20,
        "山西省打赢蓝天保卫战三年行动计划",
      ],
    ],
    notes: [
      "数据来源：澎湃新闻 thepaper 2334002（山西省三年行动计划 2018—2020 年）；化学需氧量、氨氮目标未查到原文，不列。",
    ],
  });
  return bookBytes(book);
}

export const cuts2019: Example = {
  file: "主要污染物总量较2015年减排.xlsx",
  build,
};
