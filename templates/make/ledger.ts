import {
  absolute,
  addChart,
  addName,
  addValidation,
  bookBytes,
  newBook,
} from "./book.ts";
import { formula, serial } from "./cell.ts";
import {
  addForm,
  addNote,
  allowList,
  bodyRows,
  columnRange,
  columnRef,
  paintText,
} from "./form.ts";
import type { Head } from "./head.ts";
import { amber } from "./style.ts";
import type { Template } from "./template.ts";

/** States of the provincial platforms' ledgers, in order. */
export const ledgerStates = [
  "尚未启动",
  "未达到序时进度",
  "达到序时进度",
  "超过序时进度",
  "完成整改",
  "完成交账销号",
] as const;

const rows = 30;

export const ledgerHead: readonly Head[] = [
  { text: "序号", width: 5 },
  { text: "期数", width: 11 },
  { text: "项目", width: 15, align: "left" },
  { text: "问题描述", width: 22, align: "left" },
  { text: "归类", width: 8 },
  { text: "整改要求", width: 18, align: "left" },
  { text: "整改时限", width: 15, format: 'yyyy"年"m"月"' },
  { text: "行政区划", width: 8 },
  { text: "所属城市", width: 8 },
  { text: "牵头单位", width: 11 },
  { text: "牵头人", width: 7 },
  { text: "配合单位", width: 11 },
  { text: "责任单位", width: 11 },
  { text: "责任人", width: 7 },
  { text: "完成情况", width: 15 },
  { text: "进展问题", width: 15, align: "left" },
  { text: "备注", width: 8, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const ledger = addForm(book, {
    sheet: "整改任务台账",
    title: "{{地区}}{{报告期}}督察整改任务台账",
    unitLine: "",
    head: ledgerHead,
    rows: bodyRows(ledgerHead, rows, () => ledgerHead.map(() => null)),
    notes: [
      "注：1.完成情况从下拉列表选择；2.整改时限填日期；3.未完成且超过整改时限的整行标黄（以填报日期后的计算日为准）。",
    ],
    freezeColumns: 0,
    rowHeight: 30,
    fontSize: 10,
    headHeight: 28,
    fitToHeight: 0,
  });
  allowList(ledger, columnRange(ledger, 15), ledgerStates);
  addValidation(book, ledger.sheet, {
    range: columnRange(ledger, 7),
    rule: {
      kind: "date",
      min: serial(2015, 1, 1),
      max: serial(2035, 12, 31),
    },
    message: "整改时限应填日期，例如 2020-12-31。",
  });
  const states = columnRange(ledger, 15);
  paintText(ledger, states, "未达到序时进度", "red");
  paintText(ledger, states, "尚未启动", "amber");
  paintText(ledger, states, "完成整改", "green");
  paintText(ledger, states, "完成交账销号", "green");
  const first = String(ledger.bodyTop);
  ledger.sheet.addConditionalFormatting({
    ref: `A${first}:Q${String(ledger.bodyBottom)}`,
    rules: [
      {
        type: "expression",
        priority: 8,
        formulae: [
          `AND(ISNUMBER($G${first}),$G${first}<TODAY(),$O${first}<>"完成整改",$O${first}<>"完成交账销号")`,
        ],
        style: amber,
      },
    ],
  });
  addNote(
    ledger,
    "O3",
    "尚未启动、未达到序时进度、达到序时进度、超过序时进度、完成整改、完成交账销号，六种状态选一种。",
  );
  addName(
    book,
    "记录_task",
    ledger.sheet,
    `A${first}:Q${String(ledger.bodyBottom)}`,
  );

  const last = String(3 + ledgerStates.length);
  const total = String(4 + ledgerStates.length);
  const source = absolute(ledger.sheet, states);
  const summary = addForm(book, {
    sheet: "状态统计",
    title: "{{地区}}{{报告期}}督察整改任务状态统计",
    unitLine: "单位：项",
    head: [
      { text: "完成情况", width: 26 },
      { text: "条数", width: 16, format: "0" },
      { text: "占比", width: 16, format: "0.0%" },
      { text: "备注", width: 44, align: "left" },
    ],
    rows: [
      ...ledgerStates.map((state, offset) => {
        const at = String(4 + offset);
        return [
          state,
          formula(`IF(COUNTA(${source})=0,"",COUNTIF(${source},A${at}))`),
          formula(
            `IF(OR(COUNT(B${at},B$${total})<2,B$${total}=0),"",B${at}/B$${total})`,
          ),
          null,
        ];
      }),
      [
        "合计",
        formula(`IF(COUNT(B4:B${last})=0,"",SUM(B4:B${last}))`),
        formula(`IF(COUNT(C4:C${last})=0,"",SUM(C4:C${last}))`),
        null,
      ],
      [
        "整改完成率",
        null,
        formula(`IF(OR(COUNT(B${total})<1,B${total}=0),"",(B8+B9)/B${total})`),
        "完成整改与完成交账销号之和÷合计",
      ],
    ],
    totals: [ledgerStates.length],
    notes: ["注：由“整改任务台账”自动统计，不需填写。"],
    freezeColumns: 1,
    chartRows: 16,
  });
  addChart(book, summary.sheet, {
    title: "整改任务完成情况",
    categories: columnRef(summary, 1, 0, ledgerStates.length - 1),
    series: [
      {
        kind: "bar",
        name: "'状态统计'!$B$3",
        values: columnRef(summary, 2, 0, ledgerStates.length - 1),
        color: "4472C4",
      },
    ],
    axisTitle: "项",
    format: "0",
    from: { row: summary.chartRow, column: 0 },
    to: { row: summary.chartRow + 15, column: summary.right - 1 },
  });
  return bookBytes(book);
}

export const ledger: Template = {
  id: "ledger",
  file: "整改任务台账.xlsx",
  title: { zh: "督察整改任务台账", en: "Ledger of rectification tasks" },
  description: {
    zh: "督察整改任务清单，按完成情况自动统计任务数和完成率。",
    en: "List of rectification tasks with counts and completion by state.",
  },
  build,
};
