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
import { datongCounties } from "./regions.ts";
import type { Template } from "./template.ts";

const head: readonly Head[] = [
  { text: "县（市、区）", width: 14 },
  {
    text: "城镇居民小区",
    columns: [
      { text: "居民小区总数（个）", width: 18, format: "0" },
      { text: "已开展分类小区数（个）", width: 22, format: "0" },
      { text: "生活垃圾分类覆盖率（%）", width: 24, format: "0.0" },
    ],
  },
  {
    text: "农村",
    columns: [
      { text: "行政村总数（个）", width: 17, format: "0" },
      { text: "已开展分类行政村数（个）", width: 24, format: "0" },
      { text: "农村覆盖率（%）", width: 16, format: "0.0" },
    ],
  },
  {
    text: "回收利用",
    columns: [
      { text: "生活垃圾产生量（吨/日）", width: 24, format: "0.0" },
      { text: "回收利用量（吨/日）", width: 19, format: "0.0" },
      { text: "生活垃圾回收利用率（%）", width: 24, format: "0.0" },
    ],
  },
  { text: "备注", width: 14, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("大同市城市管理局");
  const share = (part: string, all: string): string =>
    `IF(OR(COUNT(${part},${all})<2,${all}=0),"",ROUND(${part}/${all}*100,1))`;
  const last = String(4 + datongCounties.length);
  const total = (column: string): string =>
    `IF(COUNT(${column}5:${column}${last})=0,"",SUM(${column}5:${column}${last}))`;
  const stub = [...datongCounties, "合计"];
  const form = addForm(book, {
    sheet: "垃圾分类进度",
    title: "{{地区}}{{报告期}}生活垃圾分类工作进度表",
    unitLine: "",
    head,
    rows: bodyRows(head, stub.length, (offset, at) => {
      const sum = offset === datongCounties.length;
      const input = (column: string) => (sum ? formula(total(column)) : null);
      return [
        stub[offset] ?? null,
        input("B"),
        input("C"),
        formula(share(`C${at}`, `B${at}`)),
        input("E"),
        input("F"),
        formula(share(`F${at}`, `E${at}`)),
        input("H"),
        input("I"),
        formula(share(`I${at}`, `H${at}`)),
        null,
      ];
    }),
    totals: [datongCounties.length],
    notes: [
      "注：1.覆盖率＝已开展分类数÷总数；回收利用率＝回收利用量÷产生量，均由公式计算；2.没有数据的填“—”，不填 0。",
    ],
    freezeColumns: 1,
    chartRows: 16,
    rowHeight: 20,
    headHeight: 32,
  });
  for (const column of [4, 7]) {
    const range = columnRange(form, column);
    const first = range.split(":")[0] ?? "";
    paint(form, range, `${first}>=100`, "green");
    paint(form, range, `${first}<80`, "red");
  }
  // The typings leave out the colour that a data bar must have.
  const bar = {
    type: "dataBar" as const,
    priority: 9,
    cfvo: [
      { type: "num" as const, value: 0 },
      { type: "num" as const, value: 100 },
    ],
    color: { argb: "FF9BC2E6" },
  };
  form.sheet.addConditionalFormatting({
    ref: columnRange(form, 10),
    rules: [bar],
  });
  for (const column of [2, 3, 5, 6])
    allowNumbers(form, columnRange(form, column, 0, 9), {
      min: 0,
      max: 100000,
      whole: true,
      what: "个数",
    });
  for (const column of [8, 9])
    allowNumbers(form, columnRange(form, column, 0, 9), {
      min: 0,
      max: 100000,
      what: "垃圾量",
    });
  addNote(
    form,
    "D4",
    "到 2025 年，建成区生活垃圾分类覆盖率达到 100%，生活垃圾回收利用率达到 35% 以上。",
  );
  addName(book, "县区", form.sheet, columnRange(form, 1, 0, 9));
  addName(
    book,
    "合计行",
    form.sheet,
    `A${String(form.bodyBottom)}:K${String(form.bodyBottom)}`,
  );
  addChart(book, form.sheet, {
    title: "各县（市、区）生活垃圾分类覆盖率与回收利用率",
    categories: columnRef(form, 1, 0, 9),
    series: [
      {
        kind: "bar",
        name: "'垃圾分类进度'!$D$4",
        values: columnRef(form, 4, 0, 9),
        color: "70AD47",
      },
      {
        kind: "line",
        name: "'垃圾分类进度'!$J$4",
        values: columnRef(form, 10, 0, 9),
        color: "4472C4",
      },
    ],
    axisTitle: "%",
    format: "0.0",
    from: { row: form.chartRow, column: 0 },
    to: { row: form.chartRow + 15, column: form.right - 1 },
  });
  return bookBytes(book);
}

export const wasteSorting: Template = {
  id: "waste-sorting",
  file: "生活垃圾分类进度.xlsx",
  title: {
    zh: "生活垃圾分类工作进度表",
    en: "Household waste sorting: progress",
  },
  description: {
    zh: "大同市各县（市、区）小区和行政村分类覆盖率、生活垃圾回收利用率。",
    en: "Sorting coverage of estates and villages and recycling rate, by county of Datong.",
  },
  build,
};
