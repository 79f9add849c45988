import { addChart, addName, bookBytes, newBook } from "./book.ts";
import { formula, letter } from "./cell.ts";
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

const pollutants = ["二氧化硫", "氮氧化物", "化学需氧量", "氨氮"] as const;

const head: readonly Head[] = [
  { text: "序号", width: 6, format: "0" },
  { text: "地区", width: 11 },
  ...pollutants.map((name) => ({
    text: `${name}排放总量较2015年下降（%）`,
    columns: [
      { text: "2020年目标", width: 11, format: "0.0" },
      { text: "完成值", width: 9, format: "0.0" },
      { text: "差值", width: 9, format: "0.0" },
      { text: "完成率", width: 10, format: "0.0%" },
    ],
  })),
  { text: "备注", width: 12, align: "left" },
];

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const stub = ["山西省", ...cities];
  const form = addForm(book, {
    sheet: "总量减排",
    title: "{{地区}}{{报告期}}主要污染物总量减排进度表",
    unitLine: "",
    head,
    rows: bodyRows(head, stub.length, (offset, at) => [
      offset + 1,
      stub[offset] ?? null,
      ...pollutants.flatMap((_, index) => {
        const goal = `${letter(3 + index * 4)}${at}`;
        const done = `${letter(4 + index * 4)}${at}`;
        return [
          null,
          null,
          formula(`IF(COUNT(${goal},${done})<2,"",ROUND(${done}-${goal},1))`),
          formula(
            `IF(OR(COUNT(${goal},${done})<2,${goal}=0),"",${done}/${goal})`,
          ),
        ];
      }),
      null,
    ]),
    notes: [
      "注：1.完成值为与 2015 年相比的累计降幅，正值为下降；2.差值为完成值减目标，完成率为完成值除以目标；3.没有数据的填“—”，不填 0。",
    ],
    freezeColumns: 2,
    chartRows: 16,
    rowHeight: 20,
    headHeight: 30,
  });
  pollutants.forEach((name, index) => {
    const column = 3 + index * 4;
    const rate = columnRange(form, column + 3);
    const first = `${letter(column + 3)}5`;
    paint(form, rate, `${first}<0.8`, "red");
    paint(form, rate, `AND(${first}>=0.8,${first}<1)`, "amber");
    paint(form, rate, `${first}>=1`, "green");
    for (const at of [column, column + 1])
      allowNumbers(form, columnRange(form, at), {
        min: -100,
        max: 100,
        what: `${name}降幅`,
      });
  });
  addNote(form, "D4", "与 2015 年排放总量相比的累计降幅；排放量增加时填负数。");
  addName(book, "地区", form.sheet, columnRange(form, 2));
  addName(book, "完成率_二氧化硫", form.sheet, columnRange(form, 6));
  addChart(book, form.sheet, {
    title: "主要污染物排放总量较2015年下降",
    categories: columnRef(form, 2),
    series: pollutants.map((_, index) => ({
      kind: "bar" as const,
      name: `'总量减排'!$${letter(3 + index * 4)}$3`,
      values: columnRef(form, 4 + index * 4),
      color: ["4472C4", "ED7D31", "70AD47", "FFC000"][index] ?? "808080",
    })),
    axisTitle: "%",
    format: "0.0",
    from: { row: form.chartRow, column: 0 },
    to: { row: form.chartRow + 15, column: form.right - 1 },
  });
  return bookBytes(book);
}

export const emissionCuts: Template = {
  id: "emission-cuts",
  file: "总量减排进度.xlsx",
  title: {
    zh: "主要污染物总量减排进度表",
    en: "Cuts of total emissions: progress",
  },
  description: {
    zh: "全省及各市二氧化硫、氮氧化物、化学需氧量、氨氮较2015年下降的目标、完成值、差值和完成率。",
    en: "SO2, NOx, COD and NH3-N against 2015 for the province and its cities: goal, result, gap, completion.",
  },
  build,
};
