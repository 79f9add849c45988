import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { formula, shown } from "../../../templates/make/cell.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

const unit = "山西省环境保护督察整改领导小组办公室";
const date = "2020年7月";

async function build(): Promise<Uint8Array> {
  const book = newBook(unit);
  const source = { text: sources.feedback2020, lines: 2 };
  addDataSheet(book, {
    sheet: "任务项目",
    title: "山西省中央生态环境保护督察“回头看”整改任务完成情况",
    unit,
    date,
    head: [
      { text: "年度", width: 16 },
      {
        text: "整改任务",
        columns: [
          { text: "整改任务总数（项）", width: 19, format: "0" },
          { text: "应完成任务数（项）", width: 19, format: "0" },
          { text: "已完成任务数（项）", width: 19, format: "0" },
          { text: "任务完成率（%）", width: 17, format: "0.0" },
        ],
      },
      {
        text: "整改项目",
        columns: [
          { text: "整改项目总数（个）", width: 19, format: "0" },
          { text: "应完成项目数（个）", width: 19, format: "0" },
          { text: "已完成项目数（个）", width: 19, format: "0" },
          { text: "项目完成率（%）", width: 17, format: "0.0" },
        ],
      },
      { text: "备注", width: 20, align: "left" },
    ],
    rows: [
      ["2019—2020年", 38, "—", "—", "—", 524, "—", "—", "—", "两年合计"],
      ["2019年", "—", 28, 27, 96.4, "—", 351, 350, 99.7, null],
      ["2020年", "—", 10, "—", "—", "—", 173, "—", "—", "正在推进"],
    ],
    notes: ["注：“—”为没有公布，不是 0。", source],
  });
  addDataSheet(book, {
    sheet: "年度目标",
    title: "山西省督察整改年度目标完成情况",
    unit,
    date,
    head: [
      { text: "指标", width: 26, align: "left" },
      { text: "计量单位", width: 12 },
      {
        text: "2019年",
        columns: [
          { text: "目标值", width: 13, format: "0" },
          { text: "完成值", width: 13, format: "0" },
          { text: "完成率（%）", width: 15, format: "0.0" },
        ],
      },
      {
        text: "2020年",
        columns: [
          { text: "目标值", width: 13, format: "0" },
          { text: "完成值", width: 13, format: "0" },
        ],
      },
      { text: "备注", width: 20, align: "left" },
    ],
    rows: [
      [
        "已完成整改任务数",
        "项",
        28,
        27,
        formula("ROUND(D5/C5*100,1)", 96.4),
        10,
        "—",
        "2020年正在推进",
      ],
      [
        "已完成整改项目数",
        "个",
        351,
        350,
        formula("ROUND(D6/C6*100,1)", 99.7),
        173,
        "—",
        "2020年正在推进",
      ],
    ],
    notes: [source],
  });
  addDataSheet(book, {
    sheet: "百日清理",
    title: "山西省2019—2020年“百日清理”专项行动情况",
    unit,
    date,
    head: [
      { text: "指标", width: 30, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "数值", width: 14 },
      { text: "备注", width: 56, align: "left" },
    ],
    rows: [
      ["检查污染源数", "万个", shown(2.2, 1), null],
      ["督办问题数", "个", 5300, null],
      ["清理完成数", "项", 5294, null],
      [
        "清理率",
        "%",
        shown(98.7, 1),
        "原文印作98.7%；按5294÷5300计算为99.9%，两数不一致，待核实",
      ],
      ["专项检查天数", "天", 20, "四项重点任务专项检查"],
      ["专项检查城市数", "个", 11, "另含山西转型综合改革示范区"],
    ],
    notes: ["注：起止时间原文未写明，按整改期两年计。", source],
  });
  addDataSheet(book, {
    sheet: "约谈问责",
    title: "山西省督察整改约谈问责情况",
    unit,
    date,
    head: [
      { text: "地区", width: 12 },
      { text: "时期", width: 32 },
      { text: "指标", width: 34, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "数值", width: 12 },
      { text: "备注", width: 40, align: "left" },
    ],
    rows: [
      [
        "山西省",
        "2019—2020年",
        "约谈市政府数",
        "个",
        7,
        "环境质量改善未达标，集中公开约谈",
      ],
      [
        "山西省",
        "2019—2020年",
        "约谈县（市、区）政府数",
        "个",
        11,
        "环境质量改善未达标，集中公开约谈",
      ],
      [
        "山西省",
        "2019年第二季度",
        "约谈重点排污单位数",
        "个",
        9,
        "严重超标；年份未写明，按反馈当年计",
      ],
      ["山西省", "2019—2020年", "挂牌督办焦化违法企业数", "家", 10, null],
      [
        "山西省",
        "2018年11月6日—2018年12月6日",
        "约谈人数",
        "人",
        304,
        "“回头看”期间",
      ],
      [
        "山西省",
        "2018年11月6日—2018年12月6日",
        "问责人数",
        "人",
        307,
        "“回头看”期间",
      ],
      ["山西省", "2019—2020年", "严肃处理责任人数", "人", 78, null],
      [
        "山西省",
        "2019—2020年",
        "处理厅级干部人数",
        "人",
        5,
        "转载稿职级经改写，按次序对应",
      ],
      [
        "山西省",
        "2019—2020年",
        "处理处级干部人数",
        "人",
        28,
        "转载稿职级经改写，按次序对应",
      ],
      [
        "山西省",
        "2019—2020年",
        "处理科级干部人数",
        "人",
        32,
        "转载稿职级经改写，按次序对应",
      ],
      [
        "山西省",
        "2019—2020年",
        "处理科级以下干部人数",
        "人",
        13,
        "转载稿职级经改写，按次序对应",
      ],
      ["山西省", "2019—2020年", "党纪处分次数", "次", 38, null],
      [
        "山西省",
        "2019—2020年",
        "政务处分次数",
        "次",
        4,
        "转载稿作“纪律处分及处理”",
      ],
      ["山西省", "2019—2020年", "组织处理次数", "次", 1, null],
      ["山西省", "2019—2020年", "诫勉谈话次数", "次", 20, null],
      ["山西省", "2019—2020年", "通报问责次数", "次", 15, null],
      [
        "山西省",
        "2019—2020年",
        "纪律处分占比",
        "%",
        shown(53.8, 1),
        "原文未说明分子；（38＋4）÷78＝53.8%",
      ],
    ],
    notes: ["注：“整改期间”未写起止，按整改任务的2019—2020年两年计。", source],
  });
  addDataSheet(book, {
    sheet: "治理体系",
    title: "山西省2019—2020年生态环境治理体系建设情况",
    unit,
    date,
    head: [
      { text: "指标", width: 40, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "数值", width: 12, format: "0" },
      { text: "备注", width: 44, align: "left" },
    ],
    rows: [
      ["地方强制性标准数", "项", 6, "含《山西省污水综合排放标准》"],
      ["生态环境损害赔偿配套制度数", "项", 6, null],
      ["跨区域（流域）监管机构数", "个", 4, null],
    ],
    notes: ["注：发布时间未写明，按整改期两年计。", source],
  });
  return bookBytes(book);
}

export const rectification: Example = {
  file: "督察整改任务完成情况.xlsx",
  build,
};
