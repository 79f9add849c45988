import type { PeriodHint } from "../model/facets.ts";

type Which = Extract<PeriodHint, { kind: "relative" }>["which"];

const words: Readonly<Record<Which, readonly string[]>> = {
  current: ["本期", "报告期", "当期", "本季度", "本季"],
  month: ["当月", "本月", "本月份", "单月", "月度"],
  toDate: [
    "累计",
    "年初至今",
    "年初以来",
    "今年以来",
    "年累计",
    "本年累计",
    "当年累计",
    "年度累计",
    "截至目前",
    "截止目前",
    "截至当前",
    "截至本月",
    "截至本期",
    "截止本期",
    "截至本月底",
    "累计至本月",
    "1月以来",
  ],
  lastYear: [
    "上年同期",
    "去年同期",
    "上年同月",
    "去年同月",
    "同期",
    "上年",
    "上年度",
    "上一年",
    "上一年度",
    "去年",
    "去年度",
  ],
  lastMonth: ["上月", "上个月", "上月份"],
  year: ["全年", "年度", "本年", "本年度", "今年", "当年", "年底", "年末"],
  day: ["当日", "今日", "本日"],
  open: ["本周", "上周", "当周", "本旬", "上旬", "中旬", "下旬", "昨日"],
};

/** Words for a period relative to that of the sheet. */
export const periodWords: ReadonlyMap<string, Which> = new Map(
  (Object.keys(words) as Which[]).flatMap((which) =>
    words[which].map((word) => [word, which] as const),
  ),
);
