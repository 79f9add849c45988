import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

const unit = "晋城市大气环境问题整改攻坚行动领导小组办公室";
const date = "2018年5月29日";

async function build(): Promise<Uint8Array> {
  const book = newBook(unit);
  addDataSheet(book, {
    sheet: "目标任务",
    title: "晋城市大气环境问题整改攻坚行动目标任务表",
    unit,
    date,
    head: [
      { text: "地区", width: 36 },
      { text: "时期", width: 16 },
      { text: "指标", width: 28, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "目标值", width: 12, format: "0" },
      { text: "备注", width: 34, align: "left" },
    ],
    rows: [
      [
        "晋城市市区建成区周边10公里",
        "2021年",
        "煤化工企业搬迁数",
        "家",
        1,
        "2021年年底前完成",
      ],
      [
        "晋城市市区建成区周边10公里",
        "2021年",
        "钢铁铸造企业搬迁数",
        "家",
        7,
        "2021年年底前完成",
      ],
      [
        "晋城市市区建成区周边10公里",
        "2021年",
        "建材企业搬迁数",
        "家",
        2,
        "2021年年底前完成",
      ],
      [
        "晋城市市区建成区周边10公里",
        "2021年",
        "企业搬迁数",
        "家",
        10,
        "1＋7＋2，原文无合计",
      ],
      [
        "晋城市",
        "2018年6月",
        "问题整改完成数",
        "个",
        1819,
        "6月底前全部整改落实到位",
      ],
    ],
    notes: [sources.jincheng],
  });
  addDataSheet(book, {
    sheet: "行动概况",
    title: "晋城市大气环境问题整改攻坚行动概况",
    unit,
    date,
    head: [
      { text: "地区", width: 16 },
      { text: "时期", width: 20 },
      { text: "指标", width: 28, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "数值", width: 12, format: "0" },
      { text: "备注", width: 44, align: "left" },
    ],
    rows: [
      ["晋城市", "2018年", "攻坚战任务数", "个", 10, "十大攻坚战"],
      ["晋城市", "2018年", "覆盖县区数", "个", 6, "另覆盖开发区"],
      [
        "晋城市",
        "2018—2020年",
        "作战计划年限",
        "年",
        3,
        "蓝天保卫战三年作战行动计划",
      ],
    ],
    notes: [sources.jincheng],
  });
  return bookBytes(book);
}

export const campaignJincheng: Example = {
  file: "晋城市大气环境问题整改攻坚行动.xlsx",
  build,
};
