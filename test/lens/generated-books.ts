import fc from "fast-check";
import type { TestCell } from "../sheet-of.ts";
import {
  anyValue,
  body,
  change,
  cities,
  type GeneratedSheet,
  heads,
  layouts as sheets,
  rank,
  someCities,
  someHeads,
} from "./generated-sheets.ts";

/** The sheets of one workbook, named apart. */
export type GeneratedBook = readonly GeneratedSheet[];

const figures = (rows: number, columns: number): fc.Arbitrary<TestCell[][]> =>
  body(
    Array.from({ length: columns }, () => ({ head: "", cells: anyValue })),
    rows,
  );

/** A region merged down over the rows of its years and its change. */
const subRows: fc.Arbitrary<GeneratedBook> = fc
  .tuple(
    someCities,
    fc.uniqueArray(fc.constantFrom("PM2.5", "PM10", "SO2", "NO2"), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.boolean(),
  )
  .chain(([places, names, merged]) =>
    fc
      .array(
        fc.tuple(
          body(
            names.map(() => ({ head: "", cells: anyValue })),
            2,
          ),
          fc.array(change, {
            minLength: names.length,
            maxLength: names.length,
          }),
        ),
        { minLength: places.length, maxLength: places.length },
      )
      .map((blocks) => [
        {
          layout: "blocks with sub-rows",
          options: merged
            ? {
                merges: places.map((_, at) => `A${3 + at * 3}:A${5 + at * 3}`),
              }
            : {},
          rows: [
            ["2021年上半年各市主要污染物浓度同比情况（μg/m³）"],
            ["市", "项目", ...names],
            ...blocks.flatMap(([[now = [], before = []], changes], at) => [
              [places[at], "2021年1-6月", ...now],
              [null, "2020年1-6月", ...before],
              [null, "同比（%）", ...changes],
            ]),
          ],
        },
      ]),
  );

/** Months down, pollutants across, a sheet for each city that only its name says. */
const sheetACity: fc.Arbitrary<GeneratedBook> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...cities), { minLength: 2, maxLength: 3 }),
    fc.integer({ min: 1, max: 12 }),
  )
  .chain(([places, months]) =>
    fc
      .array(figures(months, 3), {
        minLength: places.length,
        maxLength: places.length,
      })
      .map((bodies) =>
        places.map((place, at) => ({
          layout: "a sheet a city",
          options: { name: place.replace("市", "") },
          rows: [
            ["2021年环境空气质量月均值"],
            ["月份", "PM2.5（μg/m³）", "PM10（μg/m³）", "综合指数"],
            ...(bodies[at] ?? []).map((own, month) => [
              `${month + 1}月`,
              ...own,
            ]),
          ],
        })),
      ),
  );

/** Cities down, a sheet for each month that only its name says; the year in the title. */
const sheetAMonth: fc.Arbitrary<GeneratedBook> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), {
      minLength: 2,
      maxLength: 3,
    }),
    someHeads,
    someCities,
  )
  .chain(([months, columns, places]) =>
    fc
      .array(body(columns, places.length), {
        minLength: months.length,
        maxLength: months.length,
      })
      .map((bodies) =>
        months.map((month, at) => ({
          layout: "a sheet a month",
          options: { name: `${month}月` },
          rows: [
            ["2021年山西省各市情况表"],
            ["城市", ...columns.map(({ head }) => head)],
            ...(bodies[at] ?? []).map((own, row) => [places[row], ...own]),
          ],
        })),
      ),
  );

/** Names and figures in pairs, two pairs a row. */
const figureCard: fc.Arbitrary<GeneratedBook> = fc
  .uniqueArray(
    fc.constantFrom(...heads.filter(({ head }) => !/[类级]/.test(head))),
    { minLength: 4, maxLength: 8, selector: ({ head }) => head },
  )
  .chain((pairs) =>
    fc.tuple(...pairs.map(({ cells }) => cells)).map((values) => [
      {
        layout: "card of figures",
        options: {},
        rows: [
          ["清徐县2021年生态环境质量基本情况卡"],
          ...pairs.flatMap((_, at) =>
            at % 2 === 1
              ? []
              : [
                  [at, at + 1].flatMap((pair) =>
                    pair < pairs.length
                      ? [pairs[pair]?.head, values[pair]]
                      : [],
                  ),
                ],
          ),
        ],
      },
    ]),
  );

/** 一企一册: fields and their values in pairs, a sheet an enterprise. */
const recordCards: fc.Arbitrary<GeneratedBook> = fc
  .array(
    fc.record({
      region: fc.constantFrom("泽州县", "高平市", "阳城县"),
      industry: fc.constantFrom<TestCell>("炼焦", "铸造", null),
      problem: fc.constantFrom<TestCell>("物料堆场封闭不严", "—", null),
      deadline: fc.constantFrom<TestCell>("2021年10月31日", "长期坚持", null),
      state: fc.constantFrom<TestCell>("整改中", "已完成", null),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((cards) =>
    cards.map(({ region, industry, problem, deadline, state }, at) => ({
      layout: "cards of records",
      options: { name: `企业${at + 1}` },
      rows: [
        ["企业环境管理“一企一册”信息卡"],
        [
          "企业名称",
          `第${at + 1}铸造厂`,
          "统一社会信用代码",
          `91140500MA0K${at}`,
        ],
        ["所属县区", region, "行业类别", industry],
        ["存在问题", problem, "整改时限", deadline],
        ["整改状态", state, "企业地址", `工业园区${at + 1}号`],
      ],
    })),
  );

/** Two tables beside each other under titles of their own, one longer than the other. */
const sideBySide: fc.Arbitrary<GeneratedBook> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...cities), { minLength: 3, maxLength: 6 }),
    fc.integer({ min: 2, max: 6 }),
  )
  .chain(([places, few]) =>
    fc
      .tuple(figures(places.length, 2), figures(places.length, 2))
      .map(([left, right]) => {
        const shorter = places.slice(0, Math.min(few, places.length)).length;
        return [
          {
            layout: "side by side",
            options: {},
            rows: [
              [
                "2021年6月各市空气质量",
                null,
                null,
                undefined,
                "2021年1—6月各市空气质量",
              ],
              [
                "城市",
                "PM2.5（μg/m³）",
                "PM10（μg/m³）",
                undefined,
                "城市",
                "PM2.5（μg/m³）",
                "PM10（μg/m³）",
              ],
              ...places.map((place, at) => [
                ...(at < shorter
                  ? [place, ...(left[at] ?? [])]
                  : [undefined, undefined, undefined]),
                undefined,
                place,
                ...(right[at] ?? []),
              ]),
            ],
          },
        ];
      }),
  );

/** Tables of several kinds below each other, each under its own label and title. */
const stacked: fc.Arbitrary<GeneratedBook> = fc
  .tuple(someCities, someCities, someHeads)
  .chain(([first, second, columns]) =>
    fc
      .tuple(
        figures(first.length, 2),
        body(columns, second.length),
        fc.array(rank, { minLength: first.length, maxLength: first.length }),
      )
      .map(([top, below, ranks]) => [
        {
          layout: "stacked",
          options: {},
          rows: [
            ["附件1"],
            ["2021年6月各市空气质量排名"],
            ["城市", "PM2.5（μg/m³）", "综合指数", "排名"],
            ...top.map((own, at) => [first[at], ...own, ranks[at]]),
            ["注：按综合指数排名。"],
            [],
            ["附件2"],
            ["2021年1—6月各市情况表"],
            ["城市", ...columns.map(({ head }) => head)],
            ...below.map((own, at) => [second[at], ...own]),
          ],
        },
      ]),
  );

/** Headers on both sides, both of two levels: places and measures down, indicators and months across. */
const crossTable: fc.Arbitrary<GeneratedBook> = fc
  .tuple(
    someCities,
    fc.uniqueArray(fc.constantFrom("PM2.5", "PM10", "SO2"), {
      minLength: 1,
      maxLength: 2,
    }),
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.boolean(),
  )
  .chain(([places, names, months, merged]) =>
    figures(places.length * 2, names.length * months.length).map((cells) => [
      {
        layout: "cross table",
        options: merged
          ? { merges: places.map((_, at) => `A${4 + at * 2}:A${5 + at * 2}`) }
          : {},
        rows: [
          ["2021年各市污染物浓度与目标（μg/m³）"],
          [
            "城市",
            "项目",
            ...names.flatMap((name) =>
              months.map((_, at) => (at === 0 ? name : null)),
            ),
          ],
          [
            null,
            null,
            ...names.flatMap(() => months.map((month) => `${month}月`)),
          ],
          ...cells.map((own, row) => [
            row % 2 === 0 ? places[row / 2] : null,
            row % 2 === 0 ? "目标" : "实际",
            ...own,
          ]),
        ],
      },
    ]),
  );

/** Workbooks of every form of body, one kind each. */
export const layouts: readonly fc.Arbitrary<GeneratedBook>[] = [
  ...sheets.map((sheet) => sheet.map((one) => [one])),
  subRows,
  sheetACity,
  sheetAMonth,
  figureCard,
  recordCards,
  sideBySide,
  stacked,
  crossTable,
];
