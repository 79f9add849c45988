import { addChart, addName, bookBytes, newBook } from "./book.ts";
import { type CellInput, formula, letter } from "./cell.ts";
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

const pollutants = [
  { text: "PM2.5", format: "0", max: 1000 },
  { text: "PM10", format: "0", max: 2000 },
  { text: "SO2", format: "0", max: 1000 },
  { text: "NO2", format: "0", max: 1000 },
  { text: "CO-95per", format: "0.0", max: 50 },
  { text: "O3-8h-90per", format: "0", max: 1000 },
] as const;

const head: readonly Head[] = [
  { text: "城市", width: 11 },
  {
    text: "综合指数",
    columns: [
      { text: "值", width: 8, format: "0.00" },
      { text: "排名", width: 6, format: "0" },
      { text: "同比（%）", width: 9, format: "0.0" },
      { text: "同比排名", width: 9, format: "0" },
    ],
  },
  ...pollutants.map(({ text, format }) => ({
    text,
    columns: [
      { text: "浓度", width: 8, format },
      { text: "排名", width: 6, format: "0" },
    ],
  })),
  { text: "备注", width: 11, align: "left" },
];

/** Lowest first; blank and text cells get no rank. */
function rankOf(column: number, at: string): CellInput {
  const name = letter(column);
  return formula(
    `IF(ISNUMBER(${name}${at}),RANK(${name}${at},$${name}$5:$${name}$15,1),"")`,
  );
}

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const form = addForm(book, {
    sheet: "排名",
    title: "{{地区}}{{报告期}}空气质量排名通报附表",
    unitLine: "浓度单位：μg/m³（CO：mg/m³）",
    head,
    rows: bodyRows(head, cities.length, (offset, at) => [
      cities[offset] ?? null,
      null,
      rankOf(2, at),
      null,
      rankOf(4, at),
      ...pollutants.flatMap((_, index) => [null, rankOf(6 + index * 2, at)]),
      null,
    ]),
    notes: [
      "注：1.名次按数值从低到高排列，数值相同的并列，其后名次顺延；2.同比为与上年同期相比的变化率，负值为下降；3.不参与排名的城市在浓度栏填“—”。",
    ],
    freezeColumns: 1,
    chartRows: 16,
    rowHeight: 20,
  });
  for (const column of [3, 5, 7, 9, 11, 13, 15, 17]) {
    const first = `${letter(column)}5`;
    paint(form, columnRange(form, column), `${first}<=3`, "green");
    paint(form, columnRange(form, column), `${first}>=9`, "red");
  }
  paint(form, columnRange(form, 4), "D5>0", "amber");
  allowNumbers(form, columnRange(form, 2), {
    min: 0,
    max: 50,
    what: "综合指数",
  });
  allowNumbers(form, columnRange(form, 4), {
    min: -100,
    max: 500,
    what: "同比",
  });
  pollutants.forEach(({ text, max }, index) => {
    allowNumbers(form, columnRange(form, 6 + index * 2), {
      min: 0,
      max,
      what: `${text}浓度`,
    });
  });
  addNote(
    form,
    "B3",
    "环境空气质量综合指数，无量纲，保留两位小数，数值越低空气质量越好。",
  );
  addName(book, "城市", form.sheet, columnRange(form, 1));
  addName(book, "综合指数", form.sheet, columnRange(form, 2));
  addChart(book, form.sheet, {
    title: "各市环境空气质量综合指数",
    categories: columnRef(form, 1),
    series: [
      {
        kind: "bar",
        name: "'排名'!$B$3",
        values: columnRef(form, 2),
        color: "70AD47",
      },
    ],
    axisTitle: "综合指数",
    format: "0.00",
    from: { row: form.chartRow, column: 0 },
    to: { row: form.chartRow + 15, column: form.right - 1 },
  });
  return bookBytes(book);
}

export const airRanking: Template = {
  id: "air-ranking",
  file: "空气质量排名通报附表.xlsx",
  title: {
    zh: "空气质量排名通报附表",
    en: "Air-quality ranking, annex to the bulletin",
  },
  description: {
    zh: "十一个市的综合指数、同比和六项污染物浓度，名次由公式排出。",
    en: "Composite index, change and six pollutants of the eleven cities; ranks by formula.",
  },
  build,
};
