import { addChart, addName, bookBytes, newBook } from "./book.ts";
import { type CellInput, formula } from "./cell.ts";
import {
  addForm,
  addNote,
  allowNumbers,
  bodyRows,
  columnRange,
  columnRef,
  paint,
  paintText,
} from "./form.ts";
import type { Head } from "./head.ts";
import type { Template } from "./template.ts";

const head: readonly Head[] = [
  { text: "类别", width: 14 },
  { text: "指标名称", width: 38, align: "left" },
  { text: "计量单位", width: 10 },
  {
    text: "完成情况",
    columns: [
      { text: "目标值", width: 11 },
      { text: "完成值", width: 11 },
      { text: "上年同期", width: 11 },
    ],
  },
  {
    text: "评价",
    columns: [
      { text: "与目标差值", width: 11 },
      { text: "完成率", width: 11, format: "0.0%" },
      { text: "是否达标", width: 11 },
    ],
  },
  { text: "备注", width: 18, align: "left" },
];

interface Line {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly sense: "≥" | "≤";
  readonly format: string;
}

const lines: readonly Line[] = [
  line("大气环境质量", "优良天数比例", "%", "≥", "0.0"),
  line("大气环境质量", "PM2.5平均浓度", "μg/m³", "≤", "0"),
  line("大气环境质量", "重污染天数", "天", "≤", "0"),
  line("水环境质量", "水质优良断面数", "个", "≥", "0"),
  line("水环境质量", "劣Ⅴ类断面数", "个", "≤", "0"),
  line("水环境质量", "国考断面优良比例", "%", "≥", "0.0"),
  line("主要污染物减排", "二氧化硫排放总量较2015年下降", "%", "≥", "0.0"),
  line("主要污染物减排", "氮氧化物排放总量较2015年下降", "%", "≥", "0.0"),
  line("主要污染物减排", "化学需氧量排放总量较2015年下降", "%", "≥", "0.0"),
  line("主要污染物减排", "氨氮排放总量较2015年下降", "%", "≥", "0.0"),
  line(
    "应对气候变化",
    "万元国内生产总值二氧化碳排放量年下降率",
    "%",
    "≥",
    "0.00",
  ),
];

function line(
  group: string,
  name: string,
  unit: string,
  sense: "≥" | "≤",
  format: string,
): Line {
  return { group, name, unit, sense, format };
}

/** `body` when goal and result of the row are numbers. */
function whenBoth(at: string, body: string): string {
  return `IF(COUNT(D${at},E${at})<2,"",${body})`;
}

async function build(): Promise<Uint8Array> {
  const book = newBook("山西省生态环境厅");
  const form = addForm(book, {
    sheet: "约束性指标",
    title: "{{地区}}{{报告期}}约束性指标完成情况表",
    unitLine: "",
    head,
    rows: bodyRows(head, lines.length, (offset, at): readonly CellInput[] => {
      const one = lines[offset];
      if (one === undefined) return [];
      return [
        lines[offset - 1]?.group === one.group ? null : one.group,
        one.name,
        one.unit,
        null,
        null,
        null,
        formula(whenBoth(at, `ROUND(E${at}-D${at},2)`)),
        formula(
          whenBoth(
            at,
            one.sense === "≥"
              ? `IF(D${at}=0,"",E${at}/D${at})`
              : `IF(E${at}=0,"",D${at}/E${at})`,
          ),
        ),
        formula(
          whenBoth(
            at,
            `IF(E${at}${one.sense === "≥" ? ">=" : "<="}D${at},"达标","未达标")`,
          ),
        ),
        null,
      ];
    }),
    merges: [
      [0, 0, 3, 1],
      [3, 0, 3, 1],
      [6, 0, 4, 1],
    ],
    notes: [
      "注：1.完成率：越大越好的指标为完成值÷目标值，越小越好的指标为目标值÷完成值；2.较2015年下降为累计降幅；3.没有数据的填“—”，不填 0。",
    ],
    freezeColumns: 2,
    chartRows: 16,
    rowHeight: 22,
  });
  lines.forEach((one, offset) => {
    for (const column of [4, 5, 6, 7])
      form.sheet.getCell(form.bodyTop + offset, column).numFmt = one.format;
  });
  paintText(form, columnRange(form, 9), "未达标", "red");
  paintText(form, columnRange(form, 9), "达标", "green");
  paint(form, columnRange(form, 8), "H5<0.9", "amber");
  for (const column of [4, 5, 6])
    allowNumbers(form, columnRange(form, column), {
      min: -100,
      max: 10000,
      what: "指标值",
    });
  addNote(
    form,
    "I4",
    "优良天数比例、断面优良和减排类指标：完成值不低于目标值为达标；浓度、重污染天数和劣Ⅴ类断面数：完成值不高于目标值为达标。",
  );
  addName(book, "减排指标", form.sheet, columnRange(form, 2, 6, 9));
  addChart(book, form.sheet, {
    title: "主要污染物排放总量较2015年下降：目标与完成",
    categories: columnRef(form, 2, 6, 9),
    series: [
      {
        kind: "bar",
        name: "'约束性指标'!$D$4",
        values: columnRef(form, 4, 6, 9),
        color: "A5A5A5",
      },
      {
        kind: "bar",
        name: "'约束性指标'!$E$4",
        values: columnRef(form, 5, 6, 9),
        color: "4472C4",
      },
    ],
    axisTitle: "较2015年下降（%）",
    format: "0.0",
    from: { row: form.chartRow, column: 0 },
    to: { row: form.chartRow + 15, column: form.right - 1 },
  });
  return bookBytes(book);
}

export const binding: Template = {
  id: "binding",
  file: "约束性指标完成情况.xlsx",
  title: {
    zh: "约束性指标完成情况表",
    en: "Binding targets: state of completion",
  },
  description: {
    zh: "一个地区的空气、水、减排和碳强度约束性指标：目标、完成值、差值、完成率、是否达标。",
    en: "Binding targets of one region for air, water, emission cuts and carbon intensity: goal, result, gap, completion, met or not.",
  },
  build,
};
