import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { shown } from "../../../templates/make/cell.ts";
import type { Head } from "../../../templates/make/head.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

const head: readonly Head[] = [
  { text: "类别", width: 18 },
  { text: "指标", width: 38, align: "left" },
  { text: "计量单位", width: 12 },
  { text: "数值", width: 14 },
  { text: "备注", width: 46, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  addDataSheet(book, {
    sheet: "山西省2019年",
    title: "山西省2019年生态环境执法情况",
    unit: "山西省生态环境厅",
    date: "2020年7月",
    head,
    rows: [
      ["行政处罚", "行政处罚案件数", "起", 5724, null],
      [null, "处罚金额", "亿元", shown(6.42, 2), "合64200万元"],
      ["刑事案件", "刑事案件数", "起", 14, null],
      [null, "刑事拘留人数", "人", 34, "转载稿单位作“起”"],
      ["行政拘留", "行政拘留案件数", "起", 170, null],
      [null, "行政拘留人数", "人", 220, "转载稿单位作“起”"],
      ["专项清理", "严重超标企业清零数", "家", 31, null],
      [null, "县级饮用水水源保护区违法清理数", "个", 101, null],
    ],
    merges: [
      [0, 0, 2, 1],
      [2, 0, 2, 1],
      [4, 0, 2, 1],
      [6, 0, 2, 1],
    ],
    notes: [{ text: sources.feedback2020, lines: 2 }],
  });
  addDataSheet(book, {
    sheet: "晋城市",
    title: "晋城市“利剑斩污”专项行动执法情况（2022年1月1日—2022年6月15日）",
    unit: "晋城市生态环境局",
    date: "2022年6月15日",
    head,
    rows: [
      ["执法力量", "出动人数", "人", 763, null],
      [null, "出动车次", "车次", 339, null],
      ["行政处罚", "行政处罚立案数", "件", 8, "含正在走立案程序的2件"],
      [null, "处罚金额", "万元", shown(73.8, 1), "20＋53.8"],
      ["其中：危险废物", "危险废物案件数", "件", 1, null],
      [null, "危险废物案件处罚金额", "万元", 20, null],
      ["其中：在线超标", "在线监控超标案件数", "件", 7, null],
      [null, "在线监控超标正在立案数", "件", 2, "正在走立案程序"],
      [null, "在线监控超标处罚金额", "万元", shown(53.8, 1), null],
      ["移送", "移送公安案件数", "件", 1, "非法转移危险废物案"],
    ],
    merges: [
      [0, 0, 2, 1],
      [2, 0, 2, 1],
      [4, 0, 2, 1],
      [6, 0, 3, 1],
    ],
    notes: [
      "注：起始时间未写明，按当年1月1日计。",
      { text: sources.dynamics, lines: 2 },
    ],
  });
  addDataSheet(book, {
    sheet: "金乡县",
    title: "金乡县环境执法情况（2017年1月1日—2017年8月22日）",
    unit: "金乡县环境保护局",
    date: "2017年8月22日",
    head,
    rows: [
      ["行政处罚", "立案处罚违法企业数", "家", 99, null],
      [null, "处罚金额", "万元", shown(324.8, 1), null],
      ["移送", "移送案件数", "件", 9, "原文计量为“家”"],
    ],
    merges: [[0, 0, 2, 1]],
    notes: [sources.jinxiang],
  });
  addDataSheet(book, {
    sheet: "各市动态",
    title: "2022年山西省各市执法与重点工作动态",
    unit: "山西省生态环境厅",
    date: "2022年6月22日",
    head: [
      { text: "地区", width: 14 },
      { text: "时期", width: 14 },
      { text: "指标", width: 38, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "数值", width: 12, format: "0" },
      { text: "备注", width: 46, align: "left" },
    ],
    rows: [
      ["吕梁市", "2022年", "执法调度例会次数", "次", 4, "2022年度第四次例会"],
      [
        "临汾市",
        "2022年",
        "重点工作方面数",
        "个",
        9,
        "臭氧整治、扬尘治理等9个方面",
      ],
      ["山西省", "2022年", "打击环境违法犯罪行为种类数", "种", 9, "两大类9种"],
    ],
    notes: [{ text: sources.dynamics, lines: 2 }],
  });
  return bookBytes(book);
}

export const enforcementExample: Example = {
  file: "生态环境执法情况.xlsx",
  build,
};
