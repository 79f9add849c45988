import { addChart, addName, bookBytes, newBook } from "./book.ts";
import { formula } from "./cell.ts";
import {
  addForm,
  addNote,
  allowNumbers,
  bodyRows,
  columnRange,
  columnRef,
  paint,
} from "./form.ts";
import type { Head } from "./head.ts";
import { cities } from "./regions.ts";
import type { Template } from "./template.ts";

const head: readonly Head[] = [
  { text: "序号", width: 6, format: "0" },
  { text: "城市", width: 11 },
  {
    text: "PM2.5平均浓度（μg/m³）",
    columns: [
      { text: "年度目标", width: 10, format: "0" },
      { text: "累计", width: 10, format: "0" },
      { text: "上年同期", width: 10, format: "0" },
      { text: "同比（%）", width: 10, format: "0.0" },
      { text: "与目标差值", width: 10, format: "0" },
    ],
  },
  {
    text: "优良天数比例（%）",
    columns: [
      { text: "年度目标", width: 10, format: "0.0" },
      { text: "累计", width: 10, format: "0.0" },
      { text: "上年同期", width: 10, format: "0.0" },
      { text: "同比（百分点）", width: 12, format: "0.0" },
      { text: "与目标差值", width: 10, format: "0.0" },
    ],
  },
  {
    text: "重污染天数（天）",
    columns: [
      { text: "累计", width: 8, format: "0" },
      { text: "上年同期", width: 10, format: "0" },
      { text: "同比增减（天）", width: 12, format: "0" },
    ],
  },
  {
    text: "综合指数",
    columns: [
      { text: "累计", width: 8, format: "0.00" },
      { text: "排名", width: 7, format: "0" },
    ],
  },
  { text: "备注", width: 12, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const stub = [...cities, "山西省"];
  const form = addForm(book, {
    sheet: "月调度表",
    title: "{{地区}}{{报告期}}重点工作月调度表",
    unitLine: "",
    head,
    rows: bodyRows(head, stub.length, (offset, at) => [
      offset < cities.length ? offset + 1 : null,
      stub[offset] ?? null,
      null,
      null,
      null,
      formula(
        `IF(COUNT(D${at},E${at})<2,"",ROUND((D${at}-E${at})/E${at}*100,1))`,
      ),
      formula(`IF(COUNT(C${at},D${at})<2,"",ROUND(D${at}-C${at},2))`),
      null,
      null,
      null,
      formula(`IF(COUNT(I${at},J${at})<2,"",ROUND(I${at}-J${at},1))`),
      formula(`IF(COUNT(H${at},I${at})<2,"",ROUND(I${at}-H${at},1))`),
      null,
      null,
      formula(`IF(COUNT(M${at},N${at})<2,"",M${at}-N${at})`),
      null,
      offset < cities.length
        ? formula(`IF(ISNUMBER(P${at}),RANK(P${at},$P$5:$P$15,1),"")`)
        : "—",
      null,
    ]),
    totals: [cities.length],
    notes: [
      "注：1.累计指年初至报告期末；2.PM2.5 与目标差值大于 0、优良天数比例与目标差值小于 0 的标红；3.没有数据的填“—”，不填 0。",
    ],
    freezeColumns: 2,
    chartRows: 16,
    rowHeight: 20,
  });
  paint(form, columnRange(form, 7), "G5>0", "red");
  paint(form, columnRange(form, 7), "G5<=0", "green");
  paint(form, columnRange(form, 12), "L5<0", "red");
  paint(form, columnRange(form, 12), "L5>=0", "green");
  paint(form, columnRange(form, 17, 0, 10), "Q5>=9", "amber");
  for (const column of [3, 4, 5])
    allowNumbers(form, columnRange(form, column), {
      min: 0,
      max: 1000,
      what: "PM2.5平均浓度",
    });
  for (const column of [8, 9, 10])
    allowNumbers(form, columnRange(form, column), {
      min: 0,
      max: 100,
      what: "优良天数比例",
    });
  for (const column of [13, 14])
    allowNumbers(form, columnRange(form, column), {
      min: 0,
      max: 366,
      whole: true,
      what: "重污染天数",
    });
  addNote(
    form,
    "Q4",
    "排名由公式按综合指数从低到高排出，数值相同的名次并列；没有综合指数的不参与排名。",
  );
  addName(book, "城市", form.sheet, columnRange(form, 2, 0, 10));
  addChart(book, form.sheet, {
    title: "各市PM2.5平均浓度与年度目标",
    categories: columnRef(form, 2, 0, 10),
    series: [
      {
        kind: "bar",
        name: "'月调度表'!$D$4",
        values: columnRef(form, 4, 0, 10),
        color: "5B9BD5",
      },
      {
        kind: "line",
        name: "'月调度表'!$C$4",
        values: columnRef(form, 3, 0, 10),
        color: "C00000",
      },
    ],
    axisTitle: "μg/m³",
    format: "0",
    from: { row: form.chartRow, column: 0 },
    to: { row: form.chartRow + 15, column: form.right - 1 },
  });
  return bookBytes(book);
}

export const monthly: Template = {
  id: "monthly",
  file: "月调度表.xlsx",
  title: { zh: "重点工作月调度表", en: "Monthly dispatch sheet" },
  description: {
    zh: "各市 PM2.5、优良天数比例、重污染天数和综合指数的目标、累计、同比与排名。",
    en: "PM2.5, share of good days, heavy-pollution days and composite index of the cities: target, year to date, change, rank.",
  },
  build,
};
