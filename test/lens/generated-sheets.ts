import fc from "fast-check";
import type { SheetOptions, TestCell } from "../sheet-of.ts";

/** A sheet of one of the forms of body that bureaus use, and what it was made of. */
export interface GeneratedSheet {
  readonly layout: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly options: SheetOptions;
}

export const cities = [
  "太原市",
  "大同市",
  "阳泉市",
  "长治市",
  "晋城市",
  "朔州市",
];

export const figure = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 2 }))
  .map(([whole, decimals]) => (whole / 10 ** decimals).toFixed(decimals));

const mark = fc.constantFrom("", "", "*", "①", "[1]", "注");

export const anyValue: fc.Arbitrary<TestCell> = fc.oneof(
  figure.map(Number),
  fc.tuple(figure, mark).map(([text, behind]) => text + behind),
  figure.map((text) => ` ${text} `),
  fc.constantFrom("—", "断流", "", null, "0.025L", "未检出"),
  figure.map((text) => `近${text}`),
  figure.map((text) => ({ value: Number(text), format: "0.00" })),
  figure.map((text) => ({
    value: Number(text),
    format: '[红色]0.00;[蓝色]-0.00;"-"',
  })),
  figure.map((text) => ({ value: Number(text), format: "G/通用格式" })),
);

/** A column head and the cells that may stand under it. */
export interface Head {
  readonly head: string;
  readonly cells: fc.Arbitrary<TestCell>;
}

export const change = fc.oneof(
  figure.map(Number),
  figure.map((text) => `${text}%`),
  figure.map((text) => `↓${text}%`),
  figure.map((text) => `${text}%↑`),
  figure.map((text) => `下降${text}%`),
  fc.constantFrom("持平", "基本持平", "—"),
);

export const rank = fc
  .integer({ min: 1, max: 11 })
  .chain((n) =>
    fc.constantFrom<TestCell>(
      n,
      `第${n}`,
      `第${n}名`,
      `并列${n}`,
      `${n}（并列）`,
      `${n}/11`,
      "—",
    ),
  );

export const heads: readonly Head[] = [
  {
    head: "PM2.5（μg/m³）",
    cells: fc.oneof(
      anyValue,
      fc.tuple(figure, figure).map(([a, b]) => `${a}（${b}）`),
      figure.map((text) => ({ value: Number(text), formula: "A1*2" })),
    ),
  },
  {
    head: "PM10浓度（上年同期）（μg/m³）",
    cells: fc.tuple(figure, figure).map(([a, b]) => `${a}（${b}）`),
  },
  {
    head: "优良天数/有效天数（天）",
    cells: fc.oneof(
      fc
        .tuple(
          fc.integer({ min: 0, max: 180 }),
          fc.integer({ min: 180, max: 365 }),
          fc.constantFrom("/", " / ", "／"),
        )
        .map(([a, b, stroke]) => `${a}${stroke}${b}`),
      fc.constantFrom("—", "", null),
    ),
  },
  {
    head: "SO2浓度（排名）",
    cells: fc
      .tuple(figure, fc.integer({ min: 1, max: 11 }))
      .map(([a, b]) => `${a}（${b}）`),
  },
  {
    head: "优良天数比例（%）",
    cells: fc.oneof(
      figure.map((text) => `${text}%`),
      fc
        .integer({ min: 1, max: 999 })
        .map((n) => ({ value: n / 1000, format: "0.0%" })),
      fc
        .integer({ min: 100, max: 999 })
        .map((n) => ({ value: n / 10, format: '0.0"%"' })),
      fc.constantFrom("—", null, ""),
      fc.integer({ min: 1, max: 100 }),
    ),
  },
  {
    head: "处罚金额（亿元）",
    cells: fc.oneof(
      anyValue,
      figure.map((text) => `${text}亿元`),
      figure.map((text) => `${text}万元`),
    ),
  },
  {
    head: "清洁取暖改造户数（户）",
    cells: fc.oneof(
      fc.integer({ min: 1, max: 1e6 }),
      fc
        .integer({ min: 1, max: 1e6 })
        .map((n) => ({ value: n, format: '0!.0,"万"' })),
      fc
        .integer({ min: 1, max: 1e6 })
        .map((n) => ({ value: n, format: '#,##0"户"' })),
      figure.map((text) => `${text}万`),
      figure.map((text) => `${text}万户`),
      fc.constantFrom("12,345", "１２３", "约300", "40余", "—"),
    ),
  },
  {
    head: "劣Ⅴ类断面数（个）",
    cells: fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }).map((n) => `${n}个`),
      fc.constantFrom("—", null),
    ),
  },
  {
    head: "劣Ⅴ类断面同比增减（个）",
    cells: fc
      .integer({ min: 0, max: 9 })
      .chain((n) => fc.constantFrom(`↓${n}个`, `增加${n}个`, -n, n, "持平")),
  },
  { head: "PM10同比下降（%）", cells: change },
  {
    head: "PM10浓度目标（μg/m³）",
    cells: fc.oneof(
      figure.map(Number),
      fc.integer({ min: 1, max: 99 }).map((n) => `同比下降${n}%`),
    ),
  },
  {
    head: "综合指数",
    cells: fc.oneof(
      figure.map(Number),
      figure.chain((text) =>
        fc.constantFrom(
          `同比-${text}%`,
          `同比+${text}%`,
          `同比下降${text}%`,
          `较上年同期上升${text}%`,
          "同比持平",
        ),
      ),
    ),
  },
  { head: "PM2.5排名", cells: rank },
  {
    head: "水质类别",
    cells: fc.constantFrom("Ⅲ", "IV类", "劣Ⅴ", "二类", "断流", null),
  },
];

const titles = fc.constantFrom(
  "2021年1—6月山西省各市情况表",
  "山西省2021年6月情况",
  "各市2021年上半年情况统计表",
);

export const someHeads = fc.uniqueArray(fc.constantFrom(...heads), {
  minLength: 1,
  maxLength: 5,
  selector: ({ head }) => head,
});

export const someCities = fc.uniqueArray(fc.constantFrom(...cities), {
  minLength: 1,
  maxLength: 5,
});

/** The cells of a body by city, then by head. */
export const body = (
  columns: readonly Head[],
  rows: number,
): fc.Arbitrary<TestCell[][]> =>
  fc.array(fc.tuple(...columns.map(({ cells }) => cells)), {
    minLength: rows,
    maxLength: rows,
  });

const crossed = (
  layout: string,
  lay: (
    heads: readonly string[],
    rows: readonly string[],
    cells: readonly (readonly TestCell[])[],
    title: string,
  ) => readonly (readonly TestCell[])[],
): fc.Arbitrary<GeneratedSheet> =>
  fc.tuple(someHeads, someCities, titles).chain(([columns, rows, title]) =>
    body(columns, rows.length).map((cells) => ({
      layout,
      options: {},
      rows: lay(
        columns.map(({ head }) => head),
        rows,
        cells,
        title,
      ),
    })),
  );

const wide = crossed("wide", (names, rows, cells, title) => [
  [title],
  ["序号", "城市", ...names],
  ...cells.map((own, at) => [at + 1, rows[at], ...own]),
]);

const transposed = crossed("transposed", (names, rows, cells, title) => [
  [title],
  ["指标", ...rows],
  ...names.map((name, at) => [name, ...cells.map((own) => own[at])]),
]);

const long = crossed("long", (names, rows, cells, title) => [
  [title],
  ["城市", "指标", "数值"],
  ...cells.flatMap((own, row) =>
    own.map((cell, at) => [rows[row], names[at], cell]),
  ),
]);

const blocks = crossed("blocks", (names, rows, cells, title) => [
  [title],
  ...names.flatMap((name, at) => [
    ["城市", name],
    ...cells.map((own, row) => [rows[row], own[at]]),
    [],
  ]),
]);

const card = crossed("card", (names, rows, cells, title) => [
  [`${rows[0] ?? ""}${title.replace("山西省", "").replace("各市", "")}`],
  ["指标", "数值"],
  ...names.map((name, at) => [name, cells[0]?.[at]]),
]);

const groups = ["PM2.5", "PM10", "SO2", "NO2"];

/** Two header levels: a pollutant over its figure, its change and its rank. */
const grouped = (merged: boolean): fc.Arbitrary<GeneratedSheet> =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...groups), {
        minLength: 1,
        maxLength: 3,
      }),
      someCities,
      titles,
    )
    .chain(([names, rows, title]) =>
      body(
        names.flatMap(() => [
          { head: "", cells: anyValue },
          { head: "", cells: change },
          { head: "", cells: rank },
        ]),
        rows.length,
      ).map((cells) => {
        const across = names.map((_, at) => {
          const left = String.fromCharCode(66 + at * 3);
          const right = String.fromCharCode(68 + at * 3);
          return `${left}2:${right}2`;
        });
        const options = merged ? { merges: ["A2:A3", ...across] } : {};
        return {
          layout: merged ? "merged header" : "unmerged header",
          options,
          rows: [
            [title],
            ["城市", ...names.flatMap((name) => [name, undefined, undefined])],
            [
              undefined,
              ...names.flatMap(() => ["浓度（μg/m³）", "同比（%）", "排名"]),
            ],
            ...cells.map((own, at) => [rows[at], ...own]),
          ],
        };
      }),
    );

const day = fc
  .tuple(fc.integer({ min: 2019, max: 2023 }), fc.integer({ min: 1, max: 12 }))
  .chain(([year, month]) =>
    fc.constantFrom<TestCell>(
      `${year}年${month}月底前`,
      `${year}年底`,
      `${year}年${month}月15日`,
      `${year}-${String(month).padStart(2, "0")}-08`,
      `${year}.${month}.9前`,
      `${year}年第二季度末`,
      { value: 44000 + month, format: "yyyy/m/d" },
      "长期坚持",
      "—",
      null,
    ),
  );

/** A ledger of tasks, some of them over two rows. */
const ledger: fc.Arbitrary<GeneratedSheet> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 99 }), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom("整改任务台账", "2021年7月整改任务调度表"),
    fc.boolean(),
  )
  .chain(([numbers, title, twice]) =>
    fc
      .array(
        fc.tuple(
          fc.constantFrom<TestCell>("小店区", "省厅\n市局", null, "—", 13800),
          day,
          fc.constantFrom<TestCell>("整改中", "√", "已销号", "情况复杂", null),
          fc.constantFrom<TestCell>(3, null, "—", { value: 5, format: "0.0" }),
        ),
        { minLength: numbers.length, maxLength: numbers.length },
      )
      .map((rows) => ({
        layout: "ledger",
        options: {},
        rows: [
          [title],
          ["序号", "整改任务", "责任单位", "整改时限", "完成情况", "项目数"],
          ...rows.flatMap((own, at): TestCell[][] => [
            [at + 1, `任务${numbers[at] ?? 0}`, ...own],
            ...(twice && at === 0 ? [[null, null, "又一单位"]] : []),
          ]),
        ],
      })),
  );

/** Rows under numbered names of their indicators, months of a winter across. */
const pollutants = ["PM2.5", "PM10", "SO2"];
const winter: fc.Arbitrary<GeneratedSheet> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...pollutants), {
      minLength: 1,
      maxLength: 3,
    }),
    someCities,
  )
  .chain(([names, places]) =>
    fc
      .array(fc.tuple(anyValue, anyValue, anyValue), {
        minLength: names.length * places.length,
        maxLength: names.length * places.length,
      })
      .map((cells) => ({
        layout: "numbered groups",
        options: {
          merges: names.map((_, at) => {
            const row = 3 + at * (places.length + 1);
            return `A${row}:D${row}`;
          }),
        },
        rows: [
          ["2020—2021年秋冬季各市污染物浓度（μg/m³）"],
          ["地区", "11月", "12月", "1月"],
          ...names.flatMap((name, at): TestCell[][] => [
            [`${"一二三".charAt(at)}、${name}`, null, null, null],
            ...places.map((place, row) => [
              place,
              ...(cells[at * places.length + row] ?? []),
            ]),
          ]),
        ],
      })),
  );

/** A page of the days of a month, the days short in one of many ways, signed below. */
const daily: fc.Arbitrary<GeneratedSheet> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 28 }), {
      minLength: 2,
      maxLength: 6,
    }),
    fc.constantFrom<(day: number) => TestCell>(
      (day) => ({ value: 44347 + day, format: "m/d" }),
      (day) => ({ value: 44347 + day, format: "d-mmm" }),
      (day) => `6.${day}`,
      (day) => `6月${day}日`,
      (day) => `${day}日`,
    ),
  )
  .chain(([days, spell]) =>
    body(
      [
        { head: "", cells: anyValue },
        { head: "", cells: anyValue },
      ],
      days.length,
    ).map((cells) => ({
      layout: "days of a month",
      options: {},
      rows: [
        ["太原市2021年6月空气质量日记"],
        ["日期", "PM2.5（μg/m³）", "AQI", "等级"],
        ...cells.map((own, at) => [spell(days[at] ?? 1), ...own, "良"]),
        [undefined, undefined, undefined, "太原市生态环境局"],
        [undefined, undefined, undefined, "2021年7月5日"],
      ],
    })),
  );

/** Cuts of emissions against the base year of a plan, as texts that name it and as numbers. */
const cuts: fc.Arbitrary<GeneratedSheet> = fc
  .uniqueArray(fc.constantFrom("二氧化硫", "氮氧化物", "化学需氧量", "氨氮"), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((names) =>
    fc
      .array(
        fc.tuple(
          fc.integer({ min: 2, max: 60 }),
          fc.constantFrom<(n: number) => TestCell>(
            (n) => `比2015年下降${n}%`,
            (n) => `下降${n}%`,
            (n) => n,
          ),
          fc.integer({ min: 2, max: 60 }),
        ),
        { minLength: names.length, maxLength: names.length },
      )
      .map((rows) => ({
        layout: "cuts",
        options: {},
        rows: [
          ["山西省“十三五”约束性指标完成情况"],
          ["序号", "指标", "单位", "2020年目标", "2020年实际", "完成情况"],
          ...rows.map(([n, spell, m], at) => [
            at + 1,
            `${names[at] ?? ""}排放总量`,
            "%",
            spell(n),
            m,
            "完成",
          ]),
        ],
      })),
  );

/** Cases with their fines in 元, and tasks with parts below them. */
const cases: fc.Arbitrary<GeneratedSheet> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.constantFrom<TestCell>("无", "已移送", null, "—"),
      fc.constantFrom<TestCell>("1月18日", "2022年2月25日", 20220311, null),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((rows) => ({
    layout: "cases",
    options: {},
    rows: [
      ["灵石县2022年1—5月行政处罚案件明细表"],
      [
        "序号",
        "行政处罚决定书文号",
        "当事人",
        "处罚日期",
        "罚款金额（元）",
        "移送公安",
      ],
      ...rows.flatMap(([fine, moved, date], at): TestCell[][] => [
        [at + 1, `灵环罚〔2022〕${at + 1}号`, "某公司", date, fine, moved],
        [null, `（1）第${at + 1}案的分项`, null, null, null, null],
      ]),
    ],
  }));

const changeInWords = figure.chain((text) =>
  fc.constantFrom<TestCell>(
    `同比-${text}%`,
    `同比+${text}%`,
    `同比下降${text}%`,
    `同比上升${text}%`,
    "同比持平",
    null,
  ),
);

/** A board: names, figures below them, changes in words below those; one strip below the other. */
const board: fc.Arbitrary<GeneratedSheet> = fc
  .tuple(
    fc.array(fc.tuple(anyValue, changeInWords), {
      minLength: 2,
      maxLength: 2,
    }),
    fc.array(fc.tuple(anyValue, changeInWords), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  .map(([first, second]) => ({
    layout: "board",
    options: {},
    rows: [
      ["太原市2021年6月关键指标看板"],
      [],
      ["PM2.5（μg/m³）", "综合指数"],
      first.map(([value]) => value),
      first.map(([, text]) => text),
      [],
      ["PM10（μg/m³）", "SO2（μg/m³）", "处罚金额（万元）"],
      second.map(([value]) => value),
      second.map(([, text]) => text),
    ],
  }));

/** A ledger turned by ninety degrees, a record a column. */
const sideways: fc.Arbitrary<GeneratedSheet> = fc
  .array(
    fc.tuple(
      fc.constantFrom<TestCell>("小店区", "省厅\n市局", null, "—"),
      day,
      fc.constantFrom<TestCell>("整改中", "已销号", "情况复杂", null),
    ),
    { minLength: 2, maxLength: 5 },
  )
  .map((records) => ({
    layout: "ledger on its side",
    options: {},
    rows: [
      ["整改任务一览表"],
      ["任务编号", ...records.map((_, at) => `T${at + 1}`)],
      ["整改任务", ...records.map((_, at) => `第${at + 1}处扬尘`)],
      ["责任单位", ...records.map(([unit]) => unit)],
      ["整改时限", ...records.map(([, due]) => due)],
      ["整改状态", ...records.map(([, , state]) => state)],
    ],
  }));

/** A figure merged down over rows that differ in their variant. */
const mergedDown: fc.Arbitrary<GeneratedSheet> = fc
  .tuple(someCities, anyValue, anyValue, fc.integer({ min: 0, max: 60 }))
  .map(([places, before, after, days]) => ({
    layout: "figures merged down",
    options: {
      merges: places.flatMap((_, at) => [
        `A${3 + at * 2}:A${4 + at * 2}`,
        `D${3 + at * 2}:D${4 + at * 2}`,
      ]),
    },
    rows: [
      ["2021年3月沙尘影响"],
      ["城市", "口径", "PM10浓度（μg/m³）", "沙尘天数（天）"],
      ...places.flatMap((place): TestCell[][] => [
        [place, "扣沙前", before, days],
        [null, "扣沙后", after, null],
      ]),
    ],
  }));

/** The page of a pivot table. */
const pivot: fc.Arbitrary<GeneratedSheet> = fc
  .tuple(someCities, anyValue, anyValue, fc.integer({ min: 1, max: 12 }))
  .map(([places, one, other, month]) => ({
    layout: "pivot table",
    options: {},
    rows: [
      ["年份", 2021],
      ["月份", month],
      [],
      ["行标签", "平均值项:PM2.5", "平均值项:PM10"],
      ...places.map((place) => [place, one, other]),
      ["总计", 35, 60],
    ],
  }));

/** Sheets of every form of body, one kind of sheet each. */
export const layouts: readonly fc.Arbitrary<GeneratedSheet>[] = [
  wide,
  transposed,
  long,
  blocks,
  card,
  grouped(true),
  grouped(false),
  ledger,
  winter,
  daily,
  cuts,
  cases,
  board,
  sideways,
  mergedDown,
  pivot,
];
