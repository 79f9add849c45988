import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import type { RawLists } from "../../src/model/catalog.ts";
import type { Issue } from "../../src/model/issue.ts";
import { catalogMessages } from "../../src/text/messages/catalog.ts";
import { fillIn } from "../../src/text/message.ts";
import {
  indicatorRow,
  regionCsv,
  smallLists,
  soundRules,
  targetRow,
  unitRow,
} from "./small-lists.ts";

function issuesOf(change: Partial<RawLists>): Issue[] {
  return loadCatalog(smallLists(change)).issues;
}

describe("loadCatalog", () => {
  it("takes sound lists without an issue", () => {
    const { catalog, issues } = loadCatalog(smallLists());
    expect(issues).toEqual([]);
    expect(catalog.indicators.get("air.pm25")?.unit).toBe("μg/m3");
    expect(catalog.regions.get("140000")?.aliases).toEqual(["全省", "我省"]);
    expect(catalog.targets).toHaveLength(1);
    expect(catalog.recordKinds.get("task")?.fields).toHaveLength(1);
  });

  it("leaves out the bad row and keeps the rest", () => {
    const { catalog, issues } = loadCatalog(
      smallLists({
        indicators: [
          indicatorRow({
            code: "air.pm10",
            aliases: [],
            direction: "sideways",
          }),
          indicatorRow(),
        ],
      }),
    );
    expect([...catalog.indicators.keys()]).toEqual(["air.pm25"]);
    expect(issues.map((issue) => issue.params)).toEqual([
      {
        file: "indicators.json",
        row: 1,
        field: "direction",
        found: "sideways",
        expected: "up | down | none",
      },
    ]);
  });

  const bad: readonly {
    name: string;
    change: Partial<RawLists>;
    code: string;
    file: string;
    row: number;
    field: string;
  }[] = [
    {
      name: "an indicator code without a topic",
      change: { indicators: [indicatorRow(), indicatorRow({ code: "pm10" })] },
      code: "catalog.bad_field",
      file: "indicators.json",
      row: 2,
      field: "code",
    },
    {
      name: "a missing English label",
      change: {
        indicators: [indicatorRow(), indicatorRow({ label: { zh: "名" } })],
      },
      code: "catalog.bad_field",
      file: "indicators.json",
      row: 2,
      field: "label.en",
    },
    {
      name: "an empty alias",
      change: { units: [unitRow({ aliases: ["ug", ""] }), unitRow()] },
      code: "catalog.bad_field",
      file: "units.json",
      row: 1,
      field: "aliases.1",
    },
    {
      name: "a factor that is no number",
      change: { units: [unitRow(), unitRow({ code: "x", factor: "ten" })] },
      code: "catalog.bad_field",
      file: "units.json",
      row: 2,
      field: "factor",
    },
    {
      name: "a factor of zero",
      change: {
        units: [unitRow(), unitRow({ code: "x", factor: "0", aliases: [] })],
      },
      code: "catalog.bad_field",
      file: "units.json",
      row: 2,
      field: "factor",
    },
    {
      name: "a row that is no object",
      change: { placeholders: ["—"] },
      code: "catalog.bad_field",
      file: "placeholders.json",
      row: 1,
      field: "（整行 / row）",
    },
    {
      name: "an unknown unit",
      change: {
        indicators: [
          indicatorRow(),
          indicatorRow({ code: "air.x", unit: "尺" }),
        ],
      },
      code: "catalog.unknown_code",
      file: "indicators.json",
      row: 2,
      field: "unit",
    },
    {
      name: "a code given twice",
      change: { indicators: [indicatorRow(), indicatorRow()] },
      code: "catalog.duplicate",
      file: "indicators.json",
      row: 2,
      field: "code",
    },
    {
      name: "a formula that names nothing",
      change: { indicators: [indicatorRow({ formula: "air_pm1 * 2" })] },
      code: "catalog.unknown_code",
      file: "indicators.json",
      row: 1,
      field: "formula",
    },
    {
      name: "a formula of itself",
      change: { indicators: [indicatorRow({ formula: "air_pm25 * 2" })] },
      code: "catalog.circular",
      file: "indicators.json",
      row: 1,
      field: "formula",
    },
    {
      name: "a spelling two indicators share",
      change: {
        indicators: [
          indicatorRow(),
          indicatorRow({ code: "air.fine", label: { zh: "细", en: "Fine" } }),
        ],
      },
      code: "catalog.shared_alias",
      file: "indicators.json",
      row: 2,
      field: "aliases",
    },
    {
      name: "a spelling two units share",
      change: {
        units: [unitRow(), unitRow({ code: "吨", aliases: ["ug/m3"] })],
      },
      code: "catalog.duplicate",
      file: "units.json",
      row: 2,
      field: "aliases",
    },
    {
      name: "a region whose parent is unknown",
      change: {
        regions: regionCsv(
          "140000,,province,山西省,,,Shanxi,,,,",
          "999999,888888,city,某市,,,Some,,,,",
        ),
      },
      code: "catalog.unknown_code",
      file: "regions.csv",
      row: 3,
      field: "parent",
    },
    {
      name: "a region that is its own ancestor",
      change: {
        regions: regionCsv(
          "140000,,province,山西省,,,Shanxi,,,,",
          "1,2,city,甲,,,A,,,,",
          "2,1,city,乙,,,B,,,,",
        ),
      },
      code: "catalog.circular",
      file: "regions.csv",
      row: 3,
      field: "parent",
    },
    {
      name: "an unknown level, after a quoted name of two lines",
      change: {
        regions: regionCsv(
          '140000,,province,"山西\n省",,,Shanxi,,,,',
          "1,140000,hamlet,甲,,,A,,,,",
        ),
      },
      code: "catalog.bad_field",
      file: "regions.csv",
      row: 4,
      field: "level",
    },
    {
      name: "a region that ends before it begins",
      change: {
        regions: regionCsv(
          "140000,,province,山西省,,,Shanxi,,,,",
          "1,140000,city,甲,,,A,,2020-01-01,2019-01-01,",
        ),
      },
      code: "catalog.bad_field",
      file: "regions.csv",
      row: 3,
      field: "validTo",
    },
    {
      name: "a target of an unknown indicator",
      change: { targets: [targetRow({ indicator: "air.none" })] },
      code: "catalog.unknown_code",
      file: "targets.json",
      row: 1,
      field: "indicator",
    },
    {
      name: "a target of an unknown region",
      change: { targets: [targetRow({ region: "1" })] },
      code: "catalog.unknown_code",
      file: "targets.json",
      row: 1,
      field: "region",
    },
    {
      name: "a target of an unknown variant",
      change: { targets: [targetRow({ variant: "某口径" })] },
      code: "catalog.unknown_code",
      file: "targets.json",
      row: 1,
      field: "variant",
    },
    {
      name: "a target in a unit of another kind",
      change: {
        units: [
          unitRow(),
          unitRow({ code: "吨", dimension: "mass", aliases: [] }),
        ],
        targets: [targetRow({ unit: "吨" })],
      },
      code: "catalog.unit_mismatch",
      file: "targets.json",
      row: 1,
      field: "unit",
    },
    {
      name: "a deadline that is no period",
      change: { targets: [targetRow({ deadline: "2025年" })] },
      code: "catalog.bad_field",
      file: "targets.json",
      row: 1,
      field: "deadline",
    },
    {
      name: "a period that is not canonical",
      change: { targets: [targetRow({ deadline: "2021-04/2021-06" })] },
      code: "catalog.bad_field",
      file: "targets.json",
      row: 1,
      field: "deadline",
    },
    {
      name: "a bad baseline period",
      change: {
        targets: [targetRow({ baseline: { value: "1", period: "基准年" } })],
      },
      code: "catalog.bad_field",
      file: "targets.json",
      row: 1,
      field: "baseline.period",
    },
    {
      name: "a window that closes before it opens",
      change: { targets: [targetRow({ from: "2026" })] },
      code: "catalog.bad_field",
      file: "targets.json",
      row: 1,
      field: "deadline",
    },
    {
      name: "a goal that is no number",
      change: { targets: [targetRow({ goal: "三十九" })] },
      code: "catalog.bad_field",
      file: "targets.json",
      row: 1,
      field: "goal",
    },
    {
      name: "an unknown measure",
      change: { measures: [{ text: "目标", measure: "goal", as: "any" }] },
      code: "catalog.bad_field",
      file: "measures.json",
      row: 1,
      field: "measure",
    },
    {
      name: "a measure word given twice",
      change: {
        measures: [
          { text: "目标", measure: "target", as: "any" },
          { text: "目标", measure: "actual", as: "any" },
        ],
      },
      code: "catalog.duplicate",
      file: "measures.json",
      row: 2,
      field: "text",
    },
    {
      name: "a record kind that nothing identifies",
      change: {
        records: [
          {
            code: "k",
            label: { zh: "类", en: "Kind" },
            fields: [],
            source: "表",
          },
        ],
      },
      code: "catalog.bad_field",
      file: "records.json",
      row: 1,
      field: "fields",
    },
    {
      name: "a spelling that counts beside no field",
      change: {
        records: [
          {
            code: "k",
            label: { zh: "类", en: "Kind" },
            fields: [
              {
                code: "point",
                label: { zh: "要点", en: "Point" },
                type: "text",
                aliases: [],
                loose: { words: ["目标"], beside: ["weight"] },
                identifies: true,
              },
            ],
            source: "表",
          },
        ],
      },
      code: "catalog.bad_field",
      file: "records.json",
      row: 1,
      field: "fields.0.loose.beside",
    },
    {
      name: "a ledger state without done",
      change: {
        ledgerStates: [{ code: "x", label: { zh: "x", en: "x" }, aliases: [] }],
      },
      code: "catalog.bad_field",
      file: "ledger-states.json",
      row: 1,
      field: "done",
    },
    {
      name: "a variant without aliases",
      change: { variants: [{ code: "x", label: { zh: "x", en: "x" } }] },
      code: "catalog.bad_field",
      file: "variants.json",
      row: 1,
      field: "aliases",
    },
    {
      name: "a limit that is no number",
      change: {
        standards: [
          {
            code: "GB",
            label: { zh: "标准", en: "Standard" },
            effectiveFrom: "",
            effectiveTo: "",
            limits: { "PM25.year": "—" },
            source: "GB",
          },
        ],
      },
      code: "catalog.bad_field",
      file: "standards.json",
      row: 1,
      field: "limits.PM25.year",
    },
  ];

  it.each(bad)("names file, row and field of $name", (wrong) => {
    const issues = issuesOf(wrong.change);
    const found = issues.find((issue) => issue.code === wrong.code);
    expect(found?.file).toBe(wrong.file);
    expect(found?.params).toMatchObject({
      file: wrong.file,
      row: wrong.row,
      field: wrong.field,
    });
  });

  it("has words without gaps for every issue, in both languages", () => {
    for (const { change } of bad)
      for (const issue of issuesOf(change)) {
        const words = catalogMessages[issue.code];
        expect(words, issue.code).toBeDefined();
        for (const language of ["zh", "en"] as const)
          for (const text of [
            words?.[language].message ?? "",
            words?.[language].hint ?? "",
          ])
            expect(fillIn(text, issue.params ?? {})).not.toMatch(/\{\w+\}/);
      }
  });

  it("says when a list is no list, and goes on", () => {
    const { catalog, issues } = loadCatalog(
      smallLists({ placeholders: {}, regions: 5, targets: [] }),
    );
    expect(issues.map(({ code, file }) => [code, file])).toEqual([
      ["catalog.not_a_list", "regions.csv"],
      ["catalog.not_a_list", "placeholders.json"],
    ]);
    expect(catalog.indicators.size).toBe(1);
  });

  it("says which columns a region table lacks", () => {
    const issues = issuesOf({ regions: "code,name\n1,甲", targets: [] });
    expect(issues[0]?.code).toBe("catalog.missing_columns");
    expect(issues[0]?.params?.["columns"]).toContain("parent, level");
  });

  it("keeps the indicator whose formula it takes away", () => {
    const { catalog } = loadCatalog(
      smallLists({ indicators: [indicatorRow({ formula: "no_such / 2" })] }),
    );
    expect(catalog.indicators.get("air.pm25")?.formula).toBe("");
  });

  it("finds circular formulas over several indicators", () => {
    const issues = issuesOf({
      indicators: [
        indicatorRow({ formula: "air_b + 1" }),
        indicatorRow({
          code: "air.b",
          label: { zh: "乙", en: "B" },
          aliases: [],
          formula: "air_pm25 / 2",
        }),
      ],
    });
    expect(issues.map((issue) => issue.code)).toEqual([
      "catalog.circular",
      "catalog.circular",
    ]);
  });

  it("leaves out the rows below a region that is left out", () => {
    const { catalog } = loadCatalog(
      smallLists({
        regions: regionCsv(
          "140000,,province,山西省,,,Shanxi,,,,",
          "1,9,city,甲,,,A,,,,",
          "2,1,county,乙,,,B,,,,",
        ),
      }),
    );
    expect([...catalog.regions.keys()]).toEqual(["140000"]);
  });

  it("puts additions over rows of the same code and beside the others", () => {
    const { catalog, issues } = loadCatalog(smallLists(), [
      {
        indicators: [
          indicatorRow({ decimals: 1 }),
          indicatorRow({
            code: "air.black",
            label: { zh: "黑碳", en: "Black carbon" },
            aliases: [],
          }),
        ],
        regions: [
          {
            code: "140100",
            parent: "140000",
            level: "city",
            name: "太原市",
            short: "太原",
            traditional: "太原市",
            english: "Taiyuan",
            aliases: [],
            validFrom: "",
            validTo: "",
          },
        ],
        targets: [targetRow({ goal: "38" })],
      },
    ]);
    expect(issues).toEqual([]);
    expect(catalog.indicators.get("air.pm25")?.decimals).toBe(1);
    expect(catalog.indicators.has("air.black")).toBe(true);
    expect(catalog.regions.get("140100")?.name).toBe("太原市");
    expect(catalog.targets.map((target) => target.goal)).toEqual(["38"]);
  });

  it("names the addition a bad row stands in and keeps the shipped row", () => {
    const { catalog, issues } = loadCatalog(smallLists(), [
      {},
      { indicators: [indicatorRow({ unit: 7 })] },
    ]);
    expect(issues[0]?.file).toBe("additions[2]/indicators.json");
    expect(catalog.indicators.get("air.pm25")?.unit).toBe("μg/m3");
  });

  it("keeps the shipped status rules when added ones are out of order", () => {
    const { catalog, issues } = loadCatalog(smallLists(), [
      { statusRules: { ...soundRules, behind: "1.2" } },
    ]);
    expect(catalog.statusRules.behind).toBe("0.8");
    expect(issues[0]?.params).toMatchObject({ field: "behind", found: "1.2" });
  });

  const version = {
    name: "晋环函〔2022〕1号",
    from: "2022-01-01",
    to: "",
    ahead: "1.1",
    onPace: "0.95",
    behind: "0.7",
    source: "通知",
  };

  it("puts dated thresholds in order, and takes rules that have none", () => {
    const early = { ...version, from: "2020-01-01", to: "2021-12-31" };
    const { catalog, issues } = loadCatalog(
      smallLists({
        statusRules: { ...soundRules, versions: [version, early] },
      }),
    );
    expect(issues).toEqual([]);
    expect(catalog.statusRules.versions).toEqual([early, version]);
    const undated: Partial<typeof soundRules> = { ...soundRules };
    delete undated.versions;
    expect(
      loadCatalog(smallLists({ statusRules: undated })).catalog.statusRules
        .versions,
    ).toEqual([]);
  });

  it.each([
    [[{ ...version, behind: "1" }], "versions.0.behind"],
    [[{ ...version, to: "2021-12-31" }], "versions.0.to"],
    [[{ ...version, from: "2023-01-01" }, version], "versions.0.to"],
    [[{ ...version, from: "2022年" }], "versions.0.from"],
    [[{ ...version, name: " " }], "versions.0.name"],
  ])("keeps the shipped rules beside versions %j", (versions, field) => {
    const { catalog, issues } = loadCatalog(smallLists(), [
      { statusRules: { ...soundRules, ahead: "2", versions } },
    ]);
    expect(catalog.statusRules.ahead).toBe("1.05");
    expect(issues[0]?.params).toMatchObject({ field });
  });

  it("throws when nothing says how a status is judged", () => {
    expect(() => loadCatalog(smallLists({ statusRules: null }))).toThrow(
      "status-rules.json",
    );
  });
});
