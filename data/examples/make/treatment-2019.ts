import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { shown } from "../../../templates/make/cell.ts";
import type { Head } from "../../../templates/make/head.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

const head: readonly Head[] = [
  { text: "指标", width: 40, align: "left" },
  { text: "计量单位", width: 14 },
  { text: "2019年", width: 16 },
  { text: "同比变化率（%）", width: 18, format: "0.0" },
  { text: "备注", width: 40, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const source = { text: sources.feedback2020, lines: 2 };
  addDataSheet(book, {
    sheet: "全省",
    title: "山西省2019年结构调整情况",
    unit: "山西省生态环境厅",
    date: "2020年7月",
    head,
    rows: [
      ["退出煤炭产能", "万吨", 2745, "—", null],
      ["退出钢铁产能", "万吨", 175, "—", null],
      ["淘汰焦化产能", "万吨", 1192, "—", null],
      ["淘汰燃煤发电装机", "万千瓦", 110, "—", null],
      ["新增禁煤区面积", "平方公里", 1115, "—", null],
      [
        "铁路货运量",
        "亿吨",
        shown(7.4, 1),
        shown(10, 1),
        "超过“公转铁”年度增量任务",
      ],
    ],
    below: {
      title: "山西省2019年污染治理工程完成情况",
      head,
      rows: [
        ["散乱污企业整治数", "家", 1750, "—", null],
        ["燃煤锅炉超低排放改造台数", "台", 256, "—", null],
        [
          "燃煤锅炉超低排放改造容量",
          "万蒸吨",
          shown(2.55, 2),
          "—",
          "转载稿作“万吨蒸汽”",
        ],
        ["燃气锅炉低氮改造台数", "台", 1512, "—", null],
        [
          "燃气锅炉低氮改造容量",
          "万蒸吨",
          shown(1, 0),
          "—",
          "转载稿作“万吨蒸汽”",
        ],
        ["工业炉窑深度治理数", "座", 1775, "—", null],
        ["重点企业VOCs综合治理数", "家", 864, "—", null],
        ["跨县域水质自动监测站数", "个", 71, "—", null],
        ["重点水污染防治工程数", "个", 133, "—", null],
        ["农村生活污水处理站数", "个", 361, "—", null],
      ],
    },
    notes: ["注：“—”为没有公布，不是 0。", source],
  });
  addDataSheet(book, {
    sheet: "汾河流域",
    title: "汾河流域2019年入河排污口整治情况",
    unit: "山西省生态环境厅",
    date: "2020年7月",
    head: [
      { text: "流域", width: 24 },
      { text: "入河排污口整治数（个）", width: 30, format: "0" },
      { text: "备注", width: 50, align: "left" },
    ],
    rows: [["汾河流域", 2039, "调查整治"]],
    notes: [source],
  });
  return bookBytes(book);
}

export const treatment2019: Example = {
  file: "2019年污染治理与结构调整.xlsx",
  build,
};
