import { addChart, addName, bookBytes, newBook } from "./book.ts";
import { type CellInput, formula } from "./cell.ts";
import {
  addForm,
  addNote,
  allowNumbers,
  columnRange,
  columnRef,
  paint,
} from "./form.ts";
import type { Head } from "./head.ts";
import { cities } from "./regions.ts";
import type { Template } from "./template.ts";

const head: readonly Head[] = [
  { text: "地区", width: 14 },
  {
    text: "行政处罚",
    columns: [
      { text: "行政处罚案件（起）", width: 20, format: "0" },
      { text: "处罚金额（万元）", width: 20, format: "0.00" },
    ],
  },
  {
    text: "行政拘留",
    columns: [
      { text: "行政拘留案件（起）", width: 20, format: "0" },
      { text: "行政拘留人数（人）", width: 20, format: "0" },
    ],
  },
  {
    text: "刑事案件",
    columns: [
      { text: "刑事案件（起）", width: 20, format: "0" },
      { text: "刑事拘留人数（人）", width: 20, format: "0" },
    ],
  },
  { text: "备注", width: 16, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const stub = [...cities, "合计", "山西省"];
  const total = (column: string): CellInput =>
    formula(
      `IF(COUNT(${column}5:${column}15)=0,"",SUM(${column}5:${column}15))`,
    );
  const form = addForm(book, {
    sheet: "执法统计",
    title: "{{地区}}{{报告期}}生态环境执法情况统计表",
    unitLine: "",
    head,
    rows: stub.map((name): readonly CellInput[] => [
      name,
      ...["B", "C", "D", "E", "F", "G"].map((column) =>
        name === "合计" ? total(column) : null,
      ),
      null,
    ]),
    totals: [cities.length],
    notes: [
      "注：1.处罚金额 1 亿元＝10000 万元；2.合计为各市之和；山西省为省级统计数，含省本级，可与合计不同；3.没有数据的填“—”，不填 0。",
    ],
    freezeColumns: 1,
    chartRows: 16,
    rowHeight: 20,
  });
  for (const column of [2, 4, 5, 6, 7])
    allowNumbers(form, columnRange(form, column), {
      min: 0,
      max: 1000000,
      whole: true,
      what: "案件数和人数",
    });
  allowNumbers(form, columnRange(form, 3), {
    min: 0,
    max: 10000000,
    what: "处罚金额",
  });
  paint(form, columnRange(form, 2, 0, 10), "B5=MAX($B$5:$B$15)", "amber");
  addNote(form, "C4", "罚款决定金额，保留两位小数。");
  addName(book, "城市", form.sheet, columnRange(form, 1, 0, 10));
  addChart(book, form.sheet, {
    title: "各市行政处罚案件",
    categories: columnRef(form, 1, 0, 10),
    series: [
      {
        kind: "bar",
        name: "'执法统计'!$B$4",
        values: columnRef(form, 2, 0, 10),
        color: "4472C4",
      },
    ],
    axisTitle: "起",
    format: "0",
    from: { row: form.chartRow, column: 0 },
    to: { row: form.chartRow + 15, column: form.right - 1 },
  });
  return bookBytes(book);
}

export const enforcement: Template = {
  id: "enforcement",
  file: "生态环境执法统计.xlsx",
  title: { zh: "生态环境执法情况统计表", en: "Enforcement statistics" },
  description: {
    zh: "全省及各市行政处罚、行政拘留、刑事案件的件数、人数和金额。",
    en: "Penalties, detentions and criminal cases of the province and its cities.",
  },
  build,
};
