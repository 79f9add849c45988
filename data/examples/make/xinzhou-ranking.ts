import { bookBytes, newBook } from "../../../templates/make/book.ts";
import type { CellInput } from "../../../templates/make/cell.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

/** Name, index, rank, change in %, rank of the change; _ stands where the source prints it. */
const rows: readonly (readonly CellInput[])[] = [
  ["忻府区", 5.01, 8, -7.1, 6],
  ["定襄县", 6.56, 13, -8.3, 4],
  ["五台县", 4.06, 4, -11.2, 3],
  ["代县", 6.73, 14, 10.0, 13],
  ["繁峙县", 5.31, 9, -24.0, 1],
  ["宁武县", 5.34, 11, 25.1, 14],
  ["静乐县", 4.38, 6, -3.1, 9],
  ["神池县", 3.89, 3, 0.5, 12],
  ["五寨县", 3.5, 1, -6.7, 7],
  ["岢岚县", 3.66, 2, -0.8, 10],
  ["河曲县", 4.61, 7, -7.2, 5],
  ["保德县", 5.31, 9, -4.8, 8],
  ["偏关县", 4.33, 5, -12.2, 2],
  ["原平市", 6.04, 12, 0.2, 11],
  ["五台山", 4.9, "_", 2.3, "_"],
];

async function build(): Promise<Uint8Array> {
  const book = newBook("忻州市生态环境局");
  addDataSheet(book, {
    sheet: "2020年11月",
    title: "忻州市各县（市、区）2020年11月环境空气质量综合指数排名",
    unit: "忻州市生态环境局",
    date: "2020年12月",
    orientation: "portrait",
    head: [
      { text: "城市名称", width: 20 },
      { text: "综合指数", width: 16, format: "0.00" },
      { text: "排序", width: 12, format: "0" },
      { text: "同比%", width: 14, format: "0.0" },
      { text: "同比排序", width: 14, format: "0" },
    ],
    rows,
    notes: [
      "注：1.实况数据；2.五台山执行一级标准，不参与排名，排序栏以“_”表示；3.综合指数相同的名次并列。",
      sources.xinzhou,
    ],
  });
  return bookBytes(book);
}

export const xinzhouRanking: Example = {
  file: "忻州市各县（市、区）2020年11月综合指数排名.xlsx",
  build,
};
