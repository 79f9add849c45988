import type { Catalog } from "../../src/model/catalog.ts";
import type { Indicator } from "../../src/model/indicator.ts";
import type { Measure, Observation } from "../../src/model/observation.ts";
import type { Target } from "../../src/model/target.ts";
import type { Unit } from "../../src/model/unit.ts";

export function indicator(
  code: string,
  of: Partial<Indicator> = {},
): Indicator {
  return {
    code,
    label: { zh: code, en: code },
    unit: "%",
    direction: "up",
    decimals: 1,
    kind: "ratio",
    seasonal: false,
    formula: "",
    aliases: [],
    source: "test",
    ...of,
  };
}

function unit(code: string, dimension: string, factor: string): Unit {
  return {
    code,
    label: { zh: code, en: code },
    dimension,
    factor,
    aliases: [],
  };
}

const label = (text: string) => ({ zh: text, en: text });

/** A catalog of a few indicators, enough for the arithmetic. */
export function smallCatalog(more: readonly Indicator[] = []): Catalog {
  const indicators = [
    indicator("air.pm25", {
      unit: "μg/m3",
      direction: "down",
      decimals: 0,
      kind: "mean",
      seasonal: true,
    }),
    indicator("air.good_rate", {
      seasonal: true,
      formula: "air_good_days / air_valid_days * 100",
    }),
    indicator("air.good_days", {
      unit: "天",
      kind: "days",
      decimals: 0,
      seasonal: true,
    }),
    indicator("air.heavy_days", {
      unit: "天",
      kind: "days",
      direction: "down",
      decimals: 0,
      seasonal: true,
    }),
    indicator("air.valid_days", {
      unit: "天",
      kind: "days",
      direction: "none",
      decimals: 0,
    }),
    indicator("air.composite", {
      unit: "1",
      direction: "down",
      decimals: 2,
      kind: "index",
      seasonal: true,
    }),
    indicator("water.sections", {
      unit: "个",
      kind: "count",
      direction: "none",
      decimals: 0,
    }),
    indicator("water.worse5_n", {
      unit: "个",
      kind: "count",
      direction: "down",
      decimals: 0,
    }),
    indicator("water.worse5_rate", {
      direction: "down",
      formula: "water_worse5_n / water_sections * 100",
    }),
    indicator("emis.so2_cut", { kind: "reduction", decimals: null }),
    indicator("emis.nox_cut", { kind: "reduction", decimals: null }),
    indicator("emis.so2", {
      unit: "万吨",
      kind: "sum",
      direction: "down",
      decimals: 2,
    }),
    indicator("cap.coke", { unit: "万吨", kind: "sum", decimals: null }),
    indicator("rect.open", {
      unit: "个",
      kind: "count",
      direction: "down",
      decimals: 0,
    }),
    indicator("waste.cover"),
    ...more,
  ];
  const units = [
    unit("%", "share", "1"),
    unit("μg/m3", "concentration", "1"),
    unit("mg/m3", "concentration", "1000"),
    unit("万吨", "mass", "10000"),
    unit("吨", "mass", "1"),
    unit("个", "count", "1"),
    unit("天", "days", "1"),
    unit("1", "index", "1"),
  ];
  return {
    indicators: new Map(indicators.map((one) => [one.code, one])),
    regions: new Map(),
    units: new Map(units.map((one) => [one.code, one])),
    targets: [],
    statusRules: {
      ahead: "1.05",
      onPace: "1",
      behind: "0.8",
      labels: {
        已达标: label("已达标"),
        目前达标: label("目前达标"),
        超序时: label("超序时"),
        达序时: label("达序时"),
        滞后: label("滞后"),
        严重滞后: label("严重滞后"),
        倒退: label("倒退"),
        无法判定: label("无法判定"),
      },
      source: "test",
      versions: [],
    },
    placeholders: [
      { text: "_", reason: label("不参与排名"), excluded: true },
      { text: "—", reason: label("无数据"), excluded: false },
    ],
    recordKinds: new Map(),
    ledgerStates: [],
    measureWords: [],
    variants: [],
    standards: [],
  };
}

export function observation(
  indicatorCode: string,
  period: string,
  value: number | string | null,
  of: {
    readonly region?: string;
    readonly measure?: Measure;
    readonly variant?: string;
    readonly base?: string;
    readonly missing?: string;
    readonly decimals?: number | null;
    readonly file?: string;
  } = {},
): Observation {
  return {
    key: {
      indicator: indicatorCode,
      region: of.region ?? "140000",
      period,
      measure: of.measure ?? "actual",
      variant: of.variant ?? "",
      base: of.base ?? "",
    },
    value,
    missing: of.missing ?? (value === null ? "—" : ""),
    decimals: of.decimals ?? null,
    unit: "%",
    status: value === null ? "missing" : "normal",
    source: {
      file: of.file ?? "a.xlsx",
      sha: "",
      sheet: "Sheet1",
      cell: "B5",
    },
  };
}

export function target(of: Partial<Target>): Target {
  return {
    id: "t",
    indicator: "emis.nox_cut",
    region: "140000",
    variant: "",
    base: "",
    comparator: ">=",
    goal: "20",
    unit: "%",
    baseline: null,
    from: "2015",
    deadline: "2020",
    declared: "",
    force: "binding",
    cumulative: false,
    plan: "",
    source: "test",
    confidence: "stored",
    ...of,
  };
}
