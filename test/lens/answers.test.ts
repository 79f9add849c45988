import { describe, expect, it } from "vitest";
import {
  answersTo,
  type Choice,
  withAnswers,
} from "../../src/lens/answer-question.ts";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import { unhidden } from "../../src/lens/hidden-values.ts";
import type { BoundTable } from "../../src/model/binding.ts";
import type { Profile, Profiles, TableShape } from "../../src/model/profile.ts";
import { keyText } from "../../src/model/observation.ts";
import { type Cell, cellRef } from "../../src/model/sheet.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import { workbookOf, sheetOf, type TestCell } from "../sheet-of.ts";

const cellOfFormat = (format: string): Cell => ({
  row: 0,
  column: 0,
  type: "number",
  value: 1,
  raw: "1",
  format,
  style: 0,
});

type Rows = readonly (readonly TestCell[])[];

function bound(
  rows: Rows,
  profiles: Profiles = new Map(),
  file = "报表.xlsx",
  sha = "a",
): BoundTable[] {
  return bindWorkbook(workbookOf(sheetOf(rows)), {
    file,
    sha,
    catalog,
    matcher,
    profiles,
  }).tables;
}

/** The tables after answers by cell, and the profiles that hold them. */
function answered(
  rows: Rows,
  choices: Readonly<Record<string, Choice>>,
  sha = "a",
): { readonly tables: BoundTable[]; readonly profiles: Profiles } {
  const profiles = new Map<string, Profile>();
  for (const table of bound(rows, profiles, "报表.xlsx", sha))
    for (const question of table.unmatched) {
      const choice = choices[question.cell];
      const form = table.ask?.form;
      if (choice === undefined || form === undefined) continue;
      profiles.set(form, {
        form,
        answers: withAnswers(
          profiles.get(form)?.answers ?? [],
          answersTo(table, question, choice, sha),
        ),
      });
    }
  return { tables: bound(rows, profiles, "报表.xlsx", sha), profiles };
}

function keys(tables: readonly BoundTable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tables.flatMap(({ bindings }) =>
      bindings.flatMap(({ row, column, role, target }) =>
        role === "value" && target.type === "observation"
          ? [[cellRef(row, column), keyText(target.key)]]
          : [],
      ),
    ),
  );
}

const asked = (tables: readonly BoundTable[]): string[] =>
  tables.flatMap(({ unmatched }) => unmatched.map(({ cell }) => cell));

const sheet = (month: number, extra: Rows = []): Rows => [
  [`2021年${month}月各市空气质量`],
  ...extra,
  ["地区", "PM2.5浓度(μg/m3)", "气溶胶(μg/m3)"],
  ["太原市", 40, 50],
  ["大同市", 30, 60],
];

describe("an answer about a column", () => {
  const choice = { role: "indicator", code: "air.pm10" } as const;

  it("binds all its cells, and those of the next sheet wherever it stands", () => {
    const { tables, profiles } = answered(sheet(6), { C2: choice });
    expect(asked(tables)).toEqual([]);
    expect(keys(tables)["C3"]).toBe("air.pm10|140100|2021-06|actual||");
    const next = bound(
      [[], ["报送：大同"], ...sheet(7)],
      profiles,
      "新.xlsx",
      "b",
    );
    expect(asked(next)).toEqual([]);
    expect(keys(next)["C5"]).toBe("air.pm10|140100|2021-07|actual||");
  });

  it("says nothing about another form", () => {
    const { profiles } = answered(sheet(6), { C2: choice });
    const other = [
      ["2021年7月各县清单"],
      ["地区", "SO2浓度(μg/m3)", "气溶胶(μg/m3)"],
      ["太原市", 40, 50],
    ];
    expect(asked(bound(other, profiles))).toEqual(["C2"]);
  });

  it("that it is not ours leaves it out and asks no more", () => {
    const { tables } = answered(sheet(6), {
      C2: { role: "indicator", code: "" },
    });
    expect(asked(tables)).toEqual([]);
    expect(Object.keys(keys(tables))).toEqual(["B3", "B4"]);
  });

  it("that another column already is asks about both again", () => {
    const { tables } = answered(sheet(6), {
      C2: { role: "indicator", code: "air.pm25" },
    });
    expect(asked(tables)).toEqual(["B2", "C2"]);
    expect(keys(tables)).toEqual({});
  });

  it("gives change and rank beside it the same indicator", () => {
    const { tables } = answered(
      [
        ["2021年6月各市空气质量"],
        ["地区", "PM2.5浓度(μg/m3)", "气溶胶(μg/m3)", "同比(%)", "排名"],
        ["太原市", 20, 40, -3.5, 2],
        ["大同市", 22, 30, 4.5, 1],
      ],
      { C2: choice },
    );
    expect(asked(tables)).toEqual([]);
    expect(keys(tables)).toMatchObject({
      C3: "air.pm10|140100|2021-06|actual||",
      D3: "air.pm10|140100|2021-06|changeRate||",
      E3: "air.pm10|140100|2021-06|rank||",
    });
  });
});

describe("an answer about a column of several pollutants", () => {
  const rows: Rows = [
    ["山西省2023年主要污染物排放量和减排情况"],
    ["污染物", "单位", "2022年", "2023年"],
    ["二氧化硫", "吨", 30, 29],
    ["化学需氧量", "吨", 20, 19],
  ];

  it.each([
    ["emis.so2_saved", ["emis.so2_saved", "emis.cod_saved"]],
    ["emis.cod", ["emis.so2", "emis.cod"]],
  ])("%s is said of the kind, and each row keeps its own", (code, expected) => {
    const choice = { role: "indicator", code } as const;
    const { tables } = answered(rows, { C2: choice, D2: choice });
    expect(asked(tables)).toEqual([]);
    const bound = keys(tables);
    for (const column of ["C", "D"])
      expect(
        [`${column}3`, `${column}4`].map((cell) => bound[cell]?.split("|")[0]),
      ).toEqual(expected);
  });
});

describe("an answer about a row", () => {
  const rows: Rows = [
    ["2021年6月各区空气质量"],
    ["地区", "PM2.5浓度(μg/m3)"],
    ["太原市", 40],
    ["新城示范片", 42],
  ];

  it("names its region", () => {
    const { tables } = answered(rows, {
      A4: { role: "region", code: "140200" },
    });
    expect(asked(tables)).toEqual([]);
    expect(keys(tables)["B4"]).toBe("air.pm25|140200|2021-06|actual||");
  });

  it("that it is not ours leaves it out, wherever it stands next", () => {
    const { profiles } = answered(rows, { A4: { role: "region", code: "" } });
    const next = bound(
      [
        ["2021年7月各区空气质量"],
        ["地区", "PM2.5浓度(μg/m3)"],
        ["新城示范片", 42],
        ["太原市", 40],
      ],
      profiles,
    );
    expect(asked(next)).toEqual([]);
    expect(Object.keys(keys(next))).toEqual(["B4"]);
  });
});

describe("an answer about the whole table", () => {
  const nowhere = (title: string): Rows => [
    [title],
    ["月份", "PM2.5浓度(μg/m3)"],
    ["2021年5月", 40],
    ["2021年6月", 42],
  ];

  it("says whose it is, until a sheet of the form says so itself", () => {
    const { tables, profiles } = answered(nowhere("空气质量"), {
      A1: { role: "region", code: "140100" },
    });
    expect(keys(tables)["B3"]).toBe("air.pm25|140100|2021-05|actual||");
    const other = bound(
      nowhere("空气质量"),
      profiles,
      "大同市空气质量.xlsx",
      "b",
    );
    expect(keys(other)["B3"]).toBe("air.pm25|140200|2021-05|actual||");
  });

  const whose = { role: "region", code: "140100" } as const;

  it("is whose the sender's next sheet is, and is only offered for anybody else's", () => {
    const { profiles } = answered(nowhere("空气质量"), { A1: whose });
    const next = bound(
      nowhere("空气质量"),
      profiles,
      "转发-2021年7月报表.xlsx",
      "b",
    );
    expect(keys(next)["B3"]).toBe("air.pm25|140100|2021-05|actual||");
    const [other] = bound(nowhere("空气质量"), profiles, "二处报表.xlsx", "c");
    expect(other?.bindings).toEqual([]);
    expect(other?.unmatched).toMatchObject([
      { role: "region", candidates: ["140100"] },
    ]);
  });

  it("is taken back from a file that turns out to be somebody else's", () => {
    const { tables, profiles } = answered(nowhere("空气质量"), { A1: whose });
    const [form = ""] = profiles.keys();
    const known = profiles.get(form)?.answers ?? [];
    const [own] = known;
    if (own === undefined) throw new Error("nothing was answered");
    const other = { ...own, choice: "140200" };
    expect(withAnswers(known, [other])).toEqual([other]);
    const later = { ...own, choice: "140200", files: ["b"] };
    expect(withAnswers(known, [later])).toEqual([own, later]);
    expect(tables).toHaveLength(1);
  });

  it("decides nothing more once sheets of one mark were two places', and keeps what was said of each", () => {
    const { profiles } = answered(nowhere("空气质量"), { A1: whose });
    const [[form, profile] = ["", null]] = profiles;
    const own = profile?.answers ?? [];
    const both: Profiles = new Map([
      [
        form,
        {
          form,
          answers: withAnswers(
            own,
            own.map((answer) => ({
              ...answer,
              choice: "140200",
              files: ["b"],
            })),
          ),
        },
      ],
    ]);
    const of = (sha: string) =>
      bound(nowhere("空气质量"), both, "报表.xlsx", sha);
    expect(keys(of("a"))["B3"]).toContain("|140100|");
    expect(keys(of("b"))["B3"]).toContain("|140200|");
    expect(of("c")[0]?.unmatched).toMatchObject([
      { role: "region", candidates: ["140200", "140100"] },
    ]);
  });

  it("of an older profile, which names no sender, is asked again with what was chosen", () => {
    const { profiles } = answered(nowhere("空气质量"), { A1: whose });
    const older = new Map(
      [...profiles].map(([form, profile]) => [
        form,
        {
          ...profile,
          answers: profile.answers.map(
            ({ sender: _, files: __, ...answer }) => ({
              ...answer,
              rivals: ["140200"],
            }),
          ),
        },
      ]),
    );
    const [table] = bound(nowhere("空气质量"), older);
    expect(table?.unmatched).toMatchObject([
      { role: "region", candidates: ["140100", "140200"] },
    ]);
  });

  it("that it is not ours leaves out no other sender's sheet", () => {
    const { profiles } = answered(nowhere("空气质量"), {
      A1: { role: "region", code: "" },
    });
    expect(asked(bound(nowhere("空气质量"), profiles))).toEqual([]);
    expect(
      asked(bound(nowhere("空气质量"), profiles, "二处.xlsx", "b")),
    ).toEqual(["A1"]);
  });

  const undated = (title: string): Rows => [
    [title],
    ["地区", "PM2.5浓度(μg/m3)"],
    ["太原市", 40],
    ["大同市", 30],
  ];

  it("of the period goes on with the months that the next sheets name", () => {
    const { tables, profiles } = answered(undated("11月份各市空气质量"), {
      A1: { role: "period", code: "2021" },
    });
    expect(keys(tables)["B3"]).toBe("air.pm25|140100|2021-11|actual||");
    const next = bound(undated("1月份各市空气质量"), profiles, "b.xlsx", "b");
    expect(keys(next)["B3"]).toBe("air.pm25|140100|2022-01|actual||");
    const unclear = bound(
      undated("8月份各市空气质量"),
      profiles,
      "b.xlsx",
      "b",
    );
    expect(keys(unclear)).toEqual({});
    expect(asked(unclear)).toEqual(["A1"]);
  });

  it("of the period is for that file alone where nothing names one; the next is offered", () => {
    const { tables, profiles } = answered(undated("各市空气质量"), {
      A1: { role: "period", code: "2021-06" },
    });
    expect(keys(tables)["B3"]).toBe("air.pm25|140100|2021-06|actual||");
    const [next] = bound(undated("各市空气质量"), profiles, "b.xlsx", "b");
    expect(next?.unmatched).toMatchObject([
      { role: "period", candidates: ["2021-07"] },
    ]);
    expect(keys(next === undefined ? [] : [next])).toEqual({});
  });
});

describe("a table without a title", () => {
  const bare: Rows = [
    ["地区", "PM2.5浓度(μg/m3)"],
    ["太原市", 40],
    ["大同市", 30],
  ];

  it("is asked about as a whole at its first cell", () => {
    const { tables } = answered(bare, {
      A1: { role: "period", code: "2021-06" },
    });
    expect(asked(tables)).toEqual([]);
    expect(keys(tables)["B2"]).toBe("air.pm25|140100|2021-06|actual||");
  });

  it("whose place nobody names takes one answer for that too", () => {
    const { tables } = answered(
      [
        ["月份", "PM2.5浓度(μg/m3)"],
        ["2021年5月", 40],
      ],
      { A1: { role: "region", code: "140100" } },
    );
    expect(keys(tables)["B2"]).toBe("air.pm25|140100|2021-05|actual||");
  });
});

describe("an answer about units", () => {
  const rows = (share: number): Rows => [
    ["2020年各市空气质量"],
    ["地区", "优良天数比例(%)"],
    ["太原市", share],
    ["大同市", 0.784],
  ];

  it("takes bare ratios as such, and asks about one that cannot be", () => {
    const { tables, profiles } = answered(rows(0.802), {
      B2: { role: "unit", code: "1" },
    });
    const values = (of: readonly BoundTable[]) =>
      of.flatMap(({ bindings }) => bindings.map(({ value }) => value));
    expect(values(tables)).toEqual([80.2, 78.4]);
    const mixed = bound(rows(80.2), profiles);
    expect(asked(mixed)).toEqual(["B2"]);
    expect(values(mixed)).not.toContain(8020);
  });
});

describe("an answer about figures that a format hides", () => {
  const hidden = (value: number, format = ";;;"): TestCell => ({
    value,
    format,
  });
  const covered = (month: number): Rows => [
    [`2021年${month}月各市空气质量`],
    ["地区", "PM2.5浓度(μg/m3)", "PM10浓度(μg/m3)", "优良天数(天)"],
    ["太原市", 40, hidden(71), hidden(21)],
    ["大同市", 30, hidden(55), hidden(25)],
  ];

  it("takes them in all columns at once, on the next sheet too", () => {
    const [table] = bound(covered(6));
    expect(table?.unmatched).toMatchObject([
      { role: "value", cell: "C2", also: ["D2"], candidates: ["~hidden"] },
    ]);
    const { tables, profiles } = answered(covered(6), {
      C2: { role: "value", code: "~hidden" },
    });
    expect(asked(tables)).toEqual([]);
    const values = tables[0]?.bindings.map(({ value }) => value);
    expect(values).toEqual([40, 71, 21, 30, 55, 25]);
    const next = bound(covered(7), profiles, "新.xlsx", "b");
    expect(asked(next)).toEqual([]);
    expect(keys(next)["D4"]).toBe("air.good_days|140200|2021-07|actual||");
  });

  it("leaves them out, and asks no more", () => {
    const { tables } = answered(covered(6), {
      C2: { role: "value", code: "" },
    });
    expect(asked(tables)).toEqual([]);
    expect(Object.keys(keys(tables))).toEqual(["B3", "B4"]);
  });

  it("reads those beside shown ones in the format of the shown", () => {
    const partly = '0!.0,"万";';
    const { tables } = answered(
      [
        ["2021年清洁取暖"],
        ["地区", "清洁取暖改造户数(万户)", "同比(%)"],
        ["太原市", 20, hidden(1.5, "0.0;")],
        ["大同市", 30, hidden(-2.5, "0.0;")],
      ],
      { C2: { role: "value", code: "~hidden" } },
    );
    expect(
      tables[0]?.bindings.find(({ row, column }) => row === 3 && column === 2)
        ?.value,
    ).toBe(-2.5);
    expect(
      unhidden(
        { ...cellOfFormat(partly), value: -22000 },
        { text: "", row: 0, column: 0 },
        { takesHidden: () => true },
        false,
      )?.format,
    ).toBe('0!.0,"万"');
  });

  it("of records is about the column", () => {
    const ledger: Rows = [
      ["2021年6月重点项目清单"],
      ["序号", "项目名称", "所在县区", "建设内容", "总投资（万元）"],
      [1, "燃煤锅炉改造", "小店区", "改造锅炉", hidden(60)],
      [2, "管网改造", "平城区", "新建管网", hidden(45)],
    ];
    const [table] = bound(ledger);
    const question = table?.unmatched.find(({ role }) => role === "value");
    expect(question).toMatchObject({ cell: "E2", candidates: ["~hidden"] });
    const { tables } = answered(ledger, {
      E2: { role: "value", code: "~hidden" },
    });
    expect(asked(tables)).toEqual([]);
    expect(
      tables[0]?.bindings
        .filter(({ column }) => column === 4)
        .map(({ value }) => value),
    ).toEqual([60, 45]);
  });
});

describe("a corrected table", () => {
  const rows: Rows = [
    ["2021年6月各市空气质量"],
    ["地区", "PM2.5浓度(μg/m3)", "优良天数(天)"],
    ["太原市", 40, 20],
    ["大同市", 30, 25],
    ["阳泉市", 35, 22],
  ];
  const shaped = (shape: TableShape, of: Rows = rows): BoundTable[] => {
    const form = bound(of)[0]?.ask?.form ?? "";
    return bound(of, new Map([[form, { form, answers: [], shape }]]));
  };

  it("ends where a person said", () => {
    expect(Object.keys(keys(shaped({ bottom: -1 })))).toEqual([
      "B3",
      "C3",
      "B4",
      "C4",
    ]);
    expect(Object.keys(keys(shaped({ right: -1 })))).toEqual([
      "B3",
      "B4",
      "B5",
    ]);
  });

  it("has as many header rows as a person said", () => {
    const [table] = shaped({ headerRows: 2 });
    expect(table?.ask?.edges.headerRows).toBe(2);
    expect(Object.keys(keys(table === undefined ? [] : [table]))).not.toContain(
      "B3",
    );
    const [one] = shaped({ headerRows: 1 }, [
      ["2021年6月各市空气质量"],
      ["地区", "PM2.5浓度(μg/m3)", "优良天数(天)"],
      ["", "（μg/m3）", "（天）"],
      ["太原市", 40, 20],
    ]);
    expect(one?.ask?.edges).toMatchObject({ top: 1, headerRows: 1 });
  });

  it("keeps its correction on the next sheet, further down and longer", () => {
    const next: Rows = [
      [],
      ["2021年7月各市空气质量"],
      ...rows.slice(1),
      ["长治市", 36, 21],
    ];
    const form = bound(rows)[0]?.ask?.form ?? "";
    const profiles = new Map([
      [form, { form, answers: [], shape: { bottom: -1 } }],
    ]);
    expect(Object.keys(keys(bound(next, profiles)))).toHaveLength(6);
  });

  it("of records follows its edges too, groups of rows kept", () => {
    const ledger: Rows = [
      ["2021年6月重点项目清单"],
      ["序号", "项目名称", "所在县区", "建设内容"],
      ["一、大气"],
      [1, "燃煤锅炉改造", "小店区", "改造锅炉"],
      [2, "管网改造", "平城区", "新建管网"],
      [3, "污水处理", "城区", "扩建"],
    ];
    const names = (tables: readonly BoundTable[]): unknown[] =>
      tables.flatMap(({ bindings }) =>
        bindings.flatMap(({ target, value }) =>
          target.type === "field" && target.field === "name" ? [value] : [],
        ),
      );
    expect(names(bound(ledger))).toHaveLength(3);
    expect(names(shaped({ bottom: -1 }, ledger))).toEqual([
      "燃煤锅炉改造",
      "管网改造",
    ]);
    expect(names(shaped({ bottom: -2 }, ledger))).toEqual(["燃煤锅炉改造"]);
  });

  it("that is a card stays one, and holds what its edges take in", () => {
    const card: Rows = [
      ["太原市2021年6月空气质量"],
      ["PM2.5浓度(μg/m3)", 40],
      ["PM10浓度(μg/m3)", 71],
      ["优良天数(天)", 20],
      ["二氧化硫浓度(μg/m3)", 9],
    ];
    const at = (tables: readonly BoundTable[]) => Object.keys(keys(tables));
    expect(at(bound(card))).toEqual(["B2", "B3", "B4", "B5"]);
    expect(at(shaped({ bottom: -1 }, card))).toEqual(["B2", "B3", "B4"]);
    const [shorter] = shaped({ top: 1 }, card);
    expect(at(shorter === undefined ? [] : [shorter])).toEqual([
      "B3",
      "B4",
      "B5",
    ]);
    expect(shorter?.ask?.edges).toMatchObject({ top: 2, bottom: 4 });
  });

  it("that is not ours binds and asks nothing", () => {
    const [table] = shaped({ kind: "none" }, sheet(6));
    expect(table?.bindings).toEqual([]);
    expect(table?.unmatched).toEqual([]);
  });

  it("of records is read as figures when a person says so", () => {
    const ledger: Rows = [
      ["整改任务台账"],
      ["序号", "问题描述", "整改措施", "责任单位", "整改时限"],
      [1, "扬尘", "覆盖", "住建局", "2021年6月30日"],
    ];
    expect(bound(ledger)[0]?.orientation).toBe("records");
    expect(shaped({ kind: "figures" }, ledger)[0]?.orientation).not.toBe(
      "records",
    );
  });
});
