import { bookBytes, newBook } from "../../../templates/make/book.ts";
import { type CellInput, formula } from "../../../templates/make/cell.ts";
import { datongCounties } from "../../../templates/make/regions.ts";
import { addDataSheet } from "./data-sheet.ts";
import type { Example } from "./example.ts";
import { illustrative, sources } from "./sources.ts";

/** Estates, sorted estates, villages, sorted villages, waste and recycled waste a day: made up. */
const counts: readonly (readonly [
  number,
  number,
  number,
  number,
  number,
  number,
])[] = [
  [18, 11, 140, 52, 42.5, 9.8],
  [412, 371, 58, 40, 612.4, 183.7],
  [236, 189, 74, 45, 398.2, 111.5],
  [42, 27, 168, 61, 96.3, 22.1],
  [55, 33, 255, 86, 121.6, 27.9],
  [38, 20, 216, 70, 88.4, 18.6],
  [44, 26, 176, 58, 79.5, 17.5],
  [48, 29, 249, 77, 92.8, 20.4],
  [61, 38, 315, 102, 140.2, 33.6],
  [33, 24, 228, 89, 71.9, 18.7],
];

function share(part: number, all: number): number {
  return Math.round((part / all) * 1000) / 10;
}

async function build(): Promise<Uint8Array> {
  const book = newBook("大同市城市管理局");
  addDataSheet(book, {
    sheet: "2025年目标",
    title: "大同市2025年生活垃圾分类目标",
    unit: "大同市城市管理局",
    date: "2022年6月15日",
    head: [
      { text: "地区", width: 22 },
      { text: "指标", width: 30, align: "left" },
      { text: "计量单位", width: 12 },
      { text: "2025年目标值", width: 16, format: "0" },
      { text: "备注", width: 34, align: "left" },
    ],
    rows: [
      ["大同市建成区", "生活垃圾分类覆盖率", "%", 100, null],
      ["大同市", "生活垃圾回收利用率", "%", 35, "达到35%以上"],
    ],
    notes: [{ text: sources.dynamics, lines: 2 }],
  });
  const first = 6;
  const last = first + datongCounties.length - 1;
  const sum = (column: string, index: number): CellInput =>
    formula(
      `SUM(${column}${String(first)}:${column}${String(last)})`,
      Math.round(
        counts.reduce((total, row) => total + (row[index] ?? 0), 0) * 10,
      ) / 10,
    );
  const totals = [0, 1, 2, 3, 4, 5].map((index) =>
    counts.reduce((total, row) => total + (row[index] ?? 0), 0),
  );
  const rate = (
    part: string,
    all: string,
    at: number,
    value: number,
  ): CellInput =>
    formula(`ROUND(${part}${String(at)}/${all}${String(at)}*100,1)`, value);
  addDataSheet(book, {
    sheet: "县区进展",
    title: "大同市2022年5月生活垃圾分类工作进度表",
    illustrative,
    unit: "大同市城市管理局",
    date: "2022年6月10日",
    head: [
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
    ],
    rows: [
      ...datongCounties.map((name, offset): readonly CellInput[] => {
        const row = counts[offset];
        if (row === undefined) throw new Error(`no figures for ${name}`);
        const at = first + offset;
        const [estates, sorted, villages, villagesSorted, produced, recycled] =
          row;
        return [
          name,
          estates,
          sorted,
          rate("C", "B", at, share(sorted, estates)),
          villages,
          villagesSorted,
          rate("F", "E", at, share(villagesSorted, villages)),
          produced,
          recycled,
          rate("I", "H", at, share(recycled, produced)),
          null,
        ];
      }),
      [
        "合计",
        sum("B", 0),
        sum("C", 1),
        rate("C", "B", last + 1, share(totals[1] ?? 0, totals[0] ?? 1)),
        sum("E", 2),
        sum("F", 3),
        rate("F", "E", last + 1, share(totals[3] ?? 0, totals[2] ?? 1)),
        sum("H", 4),
        sum("I", 5),
        rate("I", "H", last + 1, share(totals[5] ?? 0, totals[4] ?? 1)),
        null,
      ],
    ],
    totals: [datongCounties.length],
    notes: ["注：覆盖率＝已开展分类数÷总数；回收利用率＝回收利用量÷产生量。"],
  });
  return bookBytes(book);
}

export const wasteDatong: Example = {
  file: "大同市生活垃圾分类.xlsx",
  build,
};
