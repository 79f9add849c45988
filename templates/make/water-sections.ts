import { absolute, addChart, addName, bookBytes, newBook } from "./book.ts";
import { formula } from "./cell.ts";
import {
  addForm,
  addNote,
  allowList,
  allowNumbers,
  bodyRows,
  columnRange,
  columnRef,
  paint,
  paintText,
} from "./form.ts";
import type { Head } from "./head.ts";
import type { Template } from "./template.ts";
import { cities } from "./regions.ts";

const classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"] as const;
const rows = 30;

const recordHead: readonly Head[] = [
  { text: "序号", width: 6, format: "0" },
  { text: "市", width: 9 },
  { text: "县（市、区）", width: 11 },
  { text: "流域", width: 8 },
  { text: "水系", width: 8 },
  { text: "河流（湖库）", width: 11 },
  { text: "断面名称", width: 16 },
  { text: "断面属性（国考/省考）", width: 15 },
  { text: "考核目标", width: 8 },
  { text: "上年同期类别", width: 13 },
  { text: "本期类别", width: 8 },
  { text: "累计类别", width: 8 },
  { text: "超标因子（倍数）", width: 16, align: "left" },
  { text: "同比变化", width: 9 },
  { text: "达标情况", width: 9 },
  { text: "责任单位", width: 16 },
  { text: "备注", width: 14, align: "left" },
];

const summaryHead: readonly Head[] = [
  { text: "地区", width: 16 },
  { text: "国考断面总数（个）", width: 20, format: "0" },
  {
    text: "优良断面（Ⅰ～Ⅲ类）",
    columns: [
      { text: "优良断面数（个）", width: 17, format: "0" },
      { text: "上年同期（个）", width: 15, format: "0" },
      { text: "同比增减（个）", width: 15, format: "0" },
      { text: "优良断面比例（%）", width: 18, format: "0.0" },
    ],
  },
  {
    text: "劣Ⅴ类断面",
    columns: [
      { text: "劣Ⅴ类断面数（个）", width: 19, format: "0" },
      { text: "上年同期（个）", width: 15, format: "0" },
      { text: "同比增减（个）", width: 15, format: "0" },
      { text: "劣Ⅴ类断面比例（%）", width: 20, format: "0.0" },
    ],
  },
  { text: "备注", width: 14, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const stub = [...cities, "山西省"];
  const share = (part: string, all: string): string =>
    `IF(OR(COUNT(${part},${all})<2,${all}=0),"",ROUND(${part}/${all}*100,1))`;
  const change = (now: string, before: string): string =>
    `IF(COUNT(${now},${before})<2,"",${now}-${before})`;
  const summary = addForm(book, {
    sheet: "断面汇总",
    title: "{{地区}}{{报告期}}国考断面水质情况表",
    unitLine: "",
    head: summaryHead,
    rows: bodyRows(summaryHead, stub.length, (offset, at) => [
      stub[offset] ?? null,
      null,
      null,
      null,
      formula(change(`C${at}`, `D${at}`)),
      formula(share(`C${at}`, `B${at}`)),
      null,
      null,
      formula(change(`G${at}`, `H${at}`)),
      formula(share(`G${at}`, `B${at}`)),
      null,
    ]),
    totals: [cities.length],
    notes: [
      "注：断流、未监测的断面不参与评价；比例由公式按参评断面数计算；没有数据的填“—”，不填 0。",
    ],
    freezeColumns: 1,
    chartRows: 16,
    rowHeight: 20,
  });
  summary.sheet.addConditionalFormatting({
    ref: columnRange(summary, 9),
    rules: [
      {
        type: "iconSet",
        iconSet: "3Arrows",
        priority: 1,
        cfvo: [
          { type: "percent", value: 0 },
          { type: "num", value: 0 },
          { type: "num", value: 1 },
        ],
        reverse: true,
      },
    ],
  });
  paint(summary, columnRange(summary, 7), "G5>0", "red");
  for (const column of [2, 3, 4, 7, 8])
    allowNumbers(summary, columnRange(summary, column), {
      min: 0,
      max: 5000,
      whole: true,
      what: "断面数",
    });
  addChart(book, summary.sheet, {
    title: "各市国考断面：优良与劣Ⅴ类",
    categories: columnRef(summary, 1, 0, 10),
    series: [
      {
        kind: "bar",
        name: "'断面汇总'!$C$4",
        values: columnRef(summary, 3, 0, 10),
        color: "5B9BD5",
      },
      {
        kind: "bar",
        name: "'断面汇总'!$G$4",
        values: columnRef(summary, 7, 0, 10),
        color: "C00000",
      },
    ],
    axisTitle: "个",
    format: "0",
    from: { row: summary.chartRow, column: 0 },
    to: { row: summary.chartRow + 15, column: summary.right - 1 },
  });

  const records = addForm(book, {
    sheet: "断面明细",
    title: "{{地区}}{{报告期}}国考断面水质明细表",
    unitLine: "",
    head: recordHead,
    rows: bodyRows(recordHead, rows, () => recordHead.map(() => null)),
    notes: [
      "注：1.类别填 Ⅰ、Ⅱ、Ⅲ、Ⅳ、Ⅴ、劣Ⅴ；2.断流、未监测的断面在本期类别栏填“断流”“未监测”，不参与评价。",
    ],
    freezeColumns: 0,
    rowHeight: 20,
    headHeight: 34,
    fitToHeight: 0,
  });
  for (const column of [9, 10, 11, 12])
    allowList(records, columnRange(records, column), [
      ...classes,
      "断流",
      "未监测",
    ]);
  allowList(records, columnRange(records, 8), ["国考", "省考"]);
  allowList(records, columnRange(records, 15), ["达标", "不达标", "不参评"]);
  allowList(records, columnRange(records, 14), ["好转", "持平", "变差"]);
  paintText(records, columnRange(records, 15), "不达标", "red");
  paintText(records, columnRange(records, 11), "劣Ⅴ", "red");
  paintText(records, columnRange(records, 14), "变差", "amber");
  paintText(records, columnRange(records, 14), "好转", "green");
  addNote(records, "I3", "考核目标按当年下达的水质目标类别填写。");
  addName(
    book,
    "记录_section",
    records.sheet,
    `A${String(records.bodyTop)}:Q${String(records.bodyBottom)}`,
  );

  const classesSheet = addForm(book, {
    sheet: "类别统计",
    title: "{{地区}}{{报告期}}国考断面水质类别统计",
    unitLine: "单位：个",
    head: [
      { text: "指标", width: 24 },
      { text: "本期", width: 18, format: "0" },
      { text: "上年同期", width: 18, format: "0" },
      { text: "同比增减（个）", width: 18, format: "0" },
      { text: "占比（%）", width: 14, format: "0.0" },
    ],
    rows: [
      ...classes.map((name, offset) => {
        const at = String(4 + offset);
        const count = (column: number): string => {
          const range = absolute(records.sheet, columnRange(records, column));
          return `IF(COUNTA(${range})=0,"",COUNTIF(${range},"${name}"))`;
        };
        return [
          `${name}类断面数`,
          formula(count(11)),
          formula(count(10)),
          formula(change(`B${at}`, `C${at}`)),
          formula(share(`B${at}`, "B$10")),
        ];
      }),
      [
        "断面总数",
        formula('IF(COUNT(B4:B9)=0,"",SUM(B4:B9))'),
        formula('IF(COUNT(C4:C9)=0,"",SUM(C4:C9))'),
        formula('IF(COUNT(B10,C10)<2,"",B10-C10)'),
        formula('IF(COUNT(E4:E9)=0,"",SUM(E4:E9))'),
      ],
    ],
    totals: [6],
    notes: ["注：由“断面明细”自动统计，不需填写。"],
    freezeColumns: 1,
    chartRows: 16,
  });
  addChart(book, classesSheet.sheet, {
    title: "国考断面水质类别构成",
    categories: columnRef(classesSheet, 1, 0, 5),
    series: [
      {
        kind: "bar",
        name: "'类别统计'!$C$3",
        values: columnRef(classesSheet, 3, 0, 5),
        color: "A5A5A5",
      },
      {
        kind: "bar",
        name: "'类别统计'!$B$3",
        values: columnRef(classesSheet, 2, 0, 5),
        color: "5B9BD5",
      },
    ],
    axisTitle: "个",
    format: "0",
    from: { row: classesSheet.chartRow, column: 0 },
    to: { row: classesSheet.chartRow + 15, column: classesSheet.right - 1 },
  });
  return bookBytes(book);
}

export const waterSections: Template = {
  id: "water-sections",
  file: "国考断面水质.xlsx",
  title: {
    zh: "国考断面水质情况表",
    en: "State-monitored river sections: water quality",
  },
  description: {
    zh: "各市国考断面的优良、劣Ⅴ类汇总，断面明细，按类别自动统计。",
    en: "Sections by city (good, worse than class V), the list of sections, and counts by class.",
  },
  build,
};
