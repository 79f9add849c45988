import { describe, expect, it } from "vitest";
import {
  answersTo,
  type Choice,
  withAnswers,
} from "../../src/lens/answer-question.ts";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import type { BoundTable } from "../../src/model/binding.ts";
import type { Profile, Profiles, TableShape } from "../../src/model/profile.ts";
import { keyText } from "../../src/model/observation.ts";
import { cellRef } from "../../src/model/sheet.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import { workbookOf, sheetOf, type TestCell } from "../sheet-of.ts";

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

  it("with rivals is asked again, with what was chosen before", () => {
    const { profiles } = answered(nowhere("空气质量"), {
      A1: { role: "region", code: "140100" },
    });
    const rivalled = new Map(
      [...profiles].map(([form, profile]) => [
        form,
        {
          ...profile,
          answers: profile.answers.map((answer) => ({
            ...answer,
            rivals: ["140200"],
          })),
        },
      ]),
    );
    const [table] = bound(nowhere("空气质量"), rivalled);
    expect(table?.unmatched).toMatchObject([
      { role: "region", candidates: ["140100", "140200"] },
    ]);
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
