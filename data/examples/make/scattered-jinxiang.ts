import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { sources } from "./sources.ts";

const date = "2017年8月22日";

async function build(): Promise<Uint8Array> {
  const book = newBook("金乡县环境保护局");
  addDataSheet(book, {
    sheet: "散乱污整治",
    title: "金乡县“散乱污”企业整治情况（2017年1月1日—2017年8月22日）",
    unit: "金乡县环境保护局",
    date,
    head: [
      { text: "地区", width: 14 },
      { text: "散乱污企业排查数（家）", width: 26, format: "0" },
      {
        text: "其中",
        columns: [
          { text: "散乱污清理取缔数（家）", width: 26, format: "0" },
          { text: "散乱污整改提升数（家）", width: 26, format: "0" },
        ],
      },
      { text: "清理整治完成率（%）", width: 24, format: "0" },
      { text: "备注", width: 20, align: "left" },
    ],
    rows: [["金乡县", 50, 33, 17, 100, "上报环保部"]],
    notes: ["注：33＋17＝50；起始时间按当年1月1日计。", sources.jinxiang],
  });
  addDataSheet(book, {
    sheet: "清零目标",
    title: "金乡县2017年8月“散乱污”企业清零目标",
    unit: "金乡县环境保护局",
    date,
    head: [
      { text: "指标", width: 34, align: "left" },
      { text: "计量单位", width: 14 },
      { text: "目标值", width: 14, format: "0" },
      { text: "备注", width: 50, align: "left" },
    ],
    rows: [["散乱污企业整治数", "家", 50, "原文期限未写明，简报称已完成"]],
    notes: [sources.jinxiang],
  });
  addDataSheet(book, {
    sheet: "化雨镇",
    title: "化雨镇2017年环境突出问题整治情况",
    unit: "化雨镇人民政府",
    date,
    head: [
      { text: "指标", width: 30, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "数值", width: 12, format: "0" },
      { text: "备注", width: 50, align: "left" },
    ],
    rows: [
      ["联合执法部门数", "个", 8, "派出所、环保所、行政执法等"],
      ["污染点源网格数", "个", 6, "“三级包保”"],
      ["保洁员人数", "名", 40, "原文为“40余名”，约数"],
      ["散乱污企业排查数", "家", "—", "原文数字缺失"],
    ],
    notes: [sources.jinxiang],
  });
  return bookBytes(book);
}

export const scatteredJinxiang: Example = {
  file: "金乡县散乱污企业整治情况.xlsx",
  build,
};
