import { describe, expect, it } from "vitest";
import type { Catalog } from "../../src/model/catalog.ts";
import type { Indicator } from "../../src/model/indicator.ts";
import type { Observation } from "../../src/model/observation.ts";
import type { Unit } from "../../src/model/unit.ts";
import { fractionNumber } from "../../src/progress/fraction-number.ts";
import { nameBook } from "../../src/progress/name-book.ts";
import { ProgressRows } from "../../src/progress/progress-rows.ts";
import { readFormula } from "../../src/progress/read-formula.ts";
import { indicator, observation, smallCatalog } from "./small-catalog.ts";
import { regionTree } from "./region-tree.ts";

const named: readonly Indicator[] = [
  indicator("air.so2", {
    label: { zh: "SO2浓度", en: "SO2 concentration" },
    unit: "μg/m3",
    kind: "mean",
    aliases: ["SO2", "so2", "二氧化硫"],
  }),
  indicator("emis.nox", {
    label: { zh: "氮氧化物排放量", en: "NOx emission" },
    unit: "吨",
    kind: "sum",
    aliases: ["NOx"],
  }),
  indicator("emis.so2x", {
    label: { zh: "二氧化硫排放量", en: "SO2 emission" },
    unit: "万吨",
    kind: "sum",
  }),
  indicator("water.bad_n", {
    label: { zh: "劣Ⅴ断面", en: "sections below V" },
    unit: "个",
    kind: "count",
  }),
  indicator("water.all_n", {
    label: { zh: "断面总数", en: "all sections" },
    unit: "个",
    kind: "count",
  }),
  indicator("air.pm25x", {
    label: { zh: "PM2.5浓度", en: "PM2.5" },
    aliases: ["PM2.5", "细颗粒物(PM2.5)"],
    unit: "μg/m3",
    kind: "mean",
    seasonal: true,
  }),
];

function catalogWith(formula: string, unit: string): Catalog {
  const base = smallCatalog([
    ...named,
    indicator("user.f1", { formula, unit, decimals: 3 }),
  ]);
  const extra: Unit = {
    code: "pp",
    label: { zh: "百分点", en: "points" },
    dimension: "points",
    factor: "1",
    aliases: [],
  };
  return {
    ...base,
    regions: regionTree,
    units: new Map([...base.units, ["pp", extra]]),
  };
}

/** The formula's figure as the index has it; the reason where it is missing. */
function figure(
  formula: string,
  unit: string,
  observations: readonly Observation[],
  region = "c",
  period = "2021-06",
): number | string {
  const kept = new ProgressRows(catalogWith(formula, unit));
  for (const one of observations) kept.add(one);
  const problem = kept.derivation.errors.get("user.f1");
  if (problem !== undefined) return problem.code;
  const found = kept.index
    .groupAt("user.f1", region, "", "")
    .derived.get(period);
  if (found === undefined) return "none";
  return found.value === null
    ? `${found.missing} ${found.missingName ?? ""}`.trim()
    : fractionNumber(found.value);
}

const at = (
  code: string,
  period: string,
  value: number | null,
  region = "c",
  of: Parameters<typeof observation>[3] = {},
) => observation(code, period, value, { region, ...of });

const pm = [
  at("air.pm25x", "2020-06", 40),
  at("air.pm25x", "2021-05", 60),
  at("air.pm25x", "2021-06", 50),
];

describe("figures by formula", () => {
  it.each([
    ["yoy(PM2.5)", "%", 25],
    ["同比（PM2.5浓度）", "%", 25],
    ["mom(细颗粒物(PM2.5))", "%", -16.666666666667],
    ["prev(PM2.5)", "μg/m3", 60],
    ["lastyear(air.pm25x)", "μg/m3", 40],
    ["air_pm25x - 上年同期(PM2.5)", "μg/m3", 10],
    ["at(PM2.5, 2020, 6)", "μg/m3", 40],
    ['at(PM2.5, "2021-05") / PM2.5', "%", 120],
    ["round(PM2.5 / 7, 2)", "μg/m3", 7.14],
    ["abs(prev(PM2.5) - PM2.5 * 2)", "μg/m3", 40],
    ["if(PM2.5 > 35 and PM2.5 <= 50, PM2.5, 0)", "μg/m3", 50],
    ["if(not (PM2.5 >= 35), 1, 2)", "%", 2],
    ["max(PM2.5, prev(PM2.5), 55)", "μg/m3", 60],
    ["PM2.5 * 80%", "μg/m3", 40],
  ])("compute %s", (formula, unit, value) => {
    expect(figure(formula, unit, pm)).toBe(value);
  });

  it("compare shares in points, counts as they are", () => {
    expect(
      figure("yoy(waste.cover)", "pp", [
        at("waste.cover", "2020-06", 80.5),
        at("waste.cover", "2021-06", 82),
      ]),
    ).toBe(1.5);
    expect(
      figure("yoy(断面总数)", "个", [
        at("water.all_n", "2020-06", 58),
        at("water.all_n", "2021-06", 54),
      ]),
    ).toBe(-4);
  });

  it("take what a sheet prints as 上年同期 where last year is not known", () => {
    expect(
      figure("yoy(PM2.5)", "%", [
        at("air.pm25x", "2021-06", 50),
        at("air.pm25x", "2021-06", 40, "c", { measure: "previous" }),
      ]),
    ).toBe(25);
  });

  it("join the region's parts, all of them or none", () => {
    const parts = [
      at("water.bad_n", "2021-06", 1, "r1"),
      at("water.bad_n", "2021-06", 2, "r2"),
    ];
    expect(figure("sum(children, 劣Ⅴ断面)", "个", parts)).toBe(3);
    expect(figure("mean(下级, 劣Ⅴ断面)", "个", parts)).toBe(1.5);
    expect(figure("count(children, 劣Ⅴ断面)", "个", parts)).toBe(2);
    expect(figure("max(children, 劣Ⅴ断面)", "个", parts)).toBe(2);
    expect(figure("sum(children, 劣Ⅴ断面)", "个", parts.slice(1))).toBe(
      "progress.input_missing 东区 劣Ⅴ断面",
    );
  });

  it("keep to the regions of the time", () => {
    const old = [
      at("water.bad_n", "2017-06", 1, "r1"),
      at("water.bad_n", "2017-06", 4, "old"),
    ];
    expect(figure("sum(children, 劣Ⅴ断面)", "个", old, "c", "2017-06")).toBe(5);
    expect(
      figure(
        "sum(children, 劣Ⅴ断面)",
        "个",
        [at("water.bad_n", "2018", 1, "r1")],
        "c",
        "2018",
      ),
    ).toBe("progress.children_changed c");
  });

  it("read another region by name", () => {
    expect(
      figure("PM2.5 - at(PM2.5, 东区)", "μg/m3", [
        ...pm,
        at("air.pm25x", "2021-06", 35, "r1"),
      ]),
    ).toBe(15);
  });

  it("accumulate amounts by adding and means by their days", () => {
    expect(
      figure(
        "ytd(NOx)",
        "吨",
        [1, 2, 3].map((month) => at("emis.nox", `2021-0${month}`, month)),
        "c",
        "2021-03",
      ),
    ).toBe(6);
    // (10·31 + 40·28) / 59
    expect(
      figure(
        "ytd(PM2.5)",
        "μg/m3",
        [at("air.pm25x", "2021-01", 10), at("air.pm25x", "2021-02", 40)],
        "c",
        "2021-02",
      ),
    ).toBe(24.237288135593);
    expect(
      figure(
        "ytd(PM2.5)",
        "μg/m3",
        [
          at("air.pm25x", "2021-02", 40),
          at("air.pm25x", "2021-01/2021-02", 23),
        ],
        "c",
        "2021-02",
      ),
    ).toBe(23);
    expect(
      figure("ytd(NOx)", "吨", [at("emis.nox", "2021-03", 1)], "c", "2021-03"),
    ).toBe("progress.input_missing NOx 2021-01");
  });

  it("convert units of one kind exactly, and compute ratios either way", () => {
    const both = [
      at("emis.nox", "2021-06", 5000),
      at("emis.so2x", "2021-06", 1.5),
    ];
    expect(figure("NOx + 二氧化硫排放量", "万吨", both)).toBe(2);
    expect(figure("NOx / 二氧化硫排放量", "%", both)).toBe(33.333333333333);
    expect(figure("NOx / 二氧化硫排放量 * 100", "%", both)).toBe(
      33.333333333333,
    );
    expect(figure("ratio(NOx, 二氧化硫排放量)", "%", both)).toBe(
      33.333333333333,
    );
    expect(
      figure("ratio(劣Ⅴ断面, 断面总数)", "%", [
        at("water.bad_n", "2021-06", 9),
        at("water.all_n", "2021-06", 58),
      ]),
    ).toBe(15.51724137931);
  });

  it("hand out the unit they name", () => {
    const catalog = catalogWith("", "%");
    const book = nameBook(catalog);
    for (const [text, expected] of [
      ["waste.cover * NOx", 1000],
      ["NOx / 二氧化硫排放量", 100 / 3],
      ["NOx / 二氧化硫排放量 * 100", 100 / 3],
      ["80% * waste.cover", 16],
    ] as const) {
      const read = readFormula(text, catalog, book);
      const unit = read.kind === "read" ? read.unit : read.code;
      const value = figure(text, unit, [
        at("emis.nox", "2021-06", 5000),
        at("emis.so2x", "2021-06", 1.5),
        at("waste.cover", "2021-06", 20),
      ]);
      expect(value, text).toBeCloseTo(expected, 9);
    }
  });

  it("carry the first missing input through by name", () => {
    expect(
      figure("ratio(劣Ⅴ断面, 断面总数)", "%", [
        at("water.bad_n", "2021-06", 9),
      ]),
    ).toBe("progress.input_missing 断面总数");
    expect(figure("yoy(PM2.5)", "%", pm.slice(1))).toBe(
      "progress.input_missing PM2.5 2020-06",
    );
    expect(
      figure("劣Ⅴ断面 / (断面总数 - 断面总数)", "%", [
        at("water.bad_n", "2021-06", 9),
        at("water.all_n", "2021-06", 9),
      ]),
    ).toBe("progress.division_by_zero");
  });

  it("never let a number or a computation grow without end", () => {
    const product = Array(120).fill("PM2.5").join(" * ");
    const exact = [at("air.pm25x", "2021-06", 0.123456789012345)];
    expect(
      figure(`(${product}) / (${product.replaceAll("*", "+")})`, "%", exact),
    ).toBe("formula.declared_unit");
    expect(figure(`if(${product} > 0, 1, 2)`, "%", exact)).toBe(1);
    const long = Array(240).fill("NOx").join(" * ");
    expect(
      figure(`if(${long} > 0, 1, 2)`, "%", [
        at("emis.nox", "2021-06", 0.123456789012345),
      ]),
    ).toBe("formula.too_large");
    const nested = `${"ytd(sum(children, ".repeat(14)}NOx${"))".repeat(14)}`;
    expect(
      typeof figure(nested, "吨", [at("emis.nox", "2021-06", 1, "r1")]),
    ).toBe("string");
  });
});

describe("units of formulas", () => {
  const catalog = catalogWith("", "%");
  const book = nameBook(catalog);
  const read = (text: string, declared = "") => {
    const found = readFormula(text, catalog, book, declared);
    return found.kind === "read"
      ? found.unit
      : {
          code: found.code,
          params: found.params,
          at:
            found.span === undefined
              ? ""
              : text.slice(found.span.start, found.span.end),
        };
  };

  it.each([
    ["PM2.5", "μg/m3"],
    ["PM2.5 * 2 + 1", "μg/m3"],
    ["NOx / 二氧化硫排放量", "%"],
    ["yoy(PM2.5)", "%"],
    ["yoy(waste.cover)", "pp"],
    ["count(children, NOx) + 0 * NOx", "吨"],
    ["NOx / 断面总数", "吨/个"],
    ["waste.cover * NOx", "吨"],
    ["80% * waste.cover", "%"],
    ["if(PM2.5 > 35, NOx, 二氧化硫排放量)", "吨"],
  ])("%s is in %s", (text, unit) => {
    expect(read(text)).toBe(unit);
  });

  it.each([
    ["PM2.5 + waste.cover", "formula.unlike_units", "PM2.5 + waste.cover"],
    ["max(NOx, 断面总数)", "formula.unlike_units", "max(NOx, 断面总数"],
    ["PM2.5 > NOx", "formula.unlike_units", "PM2.5 > NOx"],
    ["PM2.5 > 35", "formula.result_is_condition", "PM2.5 > 35"],
    ["(PM2.5 > 35) + 1", "formula.condition_not_number", "PM2.5 > 35"],
    ["if(PM2.5, 1, 2)", "formula.not_a_condition", "PM2.5"],
    ["sum(children, PM2.5)", "formula.does_not_add_up", "sum(children, PM2.5"],
    [
      "mean(children, waste.cover)",
      "formula.mean_of_ratios",
      "mean(children, waste.cover",
    ],
    ["total(PM2.5)", "formula.no_aggregation", "total(PM2.5"],
    ["total(PM2.5 + 1)", "formula.total_of_name", "total(PM2.5 + 1"],
    ["SO2 + 1", "formula.ambiguous_name", "SO2"],
    ["PM2.5 + 无此指标", "formula.unknown_name", "无此指标"],
    ["cos(PM2.5)", "formula.unknown_function", "cos"],
    ["yoy(PM2.5, 1)", "formula.wrong_count", "yoy(PM2.5, 1"],
    ["prev(PM2.5, 1.5)", "formula.not_whole", "prev(PM2.5, 1.5"],
    ["at(PM2.5, 某地)", "formula.bad_place", "某地"],
    ["at(PM2.5, 2021, 13)", "formula.bad_place", "13"],
    ["at(PM2.5, 同名)", "formula.ambiguous_region", "同名"],
    ["children + 1", "formula.children_alone", "children"],
    ["abs(children, 1)", "formula.wrong_count", "abs(children, 1"],
    ["PM2.5 NOx", "formula.no_operator", "PM2.5 NOx"],
    ["PM2.5 + (NOx", "progress.formula_syntax", ""],
    ["PM2.5 + * 2", "progress.formula_syntax", "*"],
    ["1 + 2", "formula.reads_nothing", "1 + 2"],
  ])("%s is refused: %s", (text, code, where) => {
    expect(read(text)).toMatchObject({ code, at: where });
  });

  it("name both units, and the one declared", () => {
    expect(read("PM2.5 + waste.cover")).toMatchObject({
      params: { unit: "μg/m3", other: "%" },
    });
    expect(read("PM2.5 * 1", "%")).toMatchObject({
      code: "formula.declared_unit",
      params: { unit: "μg/m3", declared: "%" },
    });
    expect(read("SO2 + 1")).toMatchObject({
      params: { candidates: "emis.so2、air.so2" },
    });
  });

  it("take the one of a name that can be added up for a sum", () => {
    expect(read("sum(children, so2)")).toBe("万吨");
  });
});

describe("formulas that lead back to themselves", () => {
  it("are named with the way round", () => {
    const kept = new ProgressRows({
      ...catalogWith("x.b + 1", "%"),
      indicators: new Map(
        [
          indicator("x.a", { formula: "x_b", label: { zh: "甲", en: "a" } }),
          indicator("x.b", { formula: "x_c", label: { zh: "乙", en: "b" } }),
          indicator("x.c", {
            formula: "prev(x_a)",
            label: { zh: "丙", en: "c" },
          }),
          indicator("x.d", { formula: "x_a" }),
        ].map((one) => [one.code, one]),
      ),
    });
    const { errors } = kept.derivation;
    expect(errors.get("x.a")).toMatchObject({
      code: "formula.cycle",
      params: { path: "甲 → 乙 → 丙 → 甲" },
    });
    expect(errors.get("x.b")?.params["path"]).toBe("乙 → 丙 → 甲 → 乙");
    expect(errors.has("x.d")).toBe(false);
  });
});
