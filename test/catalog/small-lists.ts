import type { RawLists } from "../../src/model/catalog.ts";
import { statuses } from "../../src/model/catalog.ts";

/** A sound indicator row; `change` replaces fields. */
export function indicatorRow(
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    code: "air.pm25",
    label: { zh: "PM2.5浓度", en: "PM2.5" },
    unit: "μg/m3",
    direction: "down",
    decimals: 0,
    kind: "mean",
    seasonal: true,
    formula: "",
    aliases: ["细颗粒物"],
    source: "GB 3095",
    ...change,
  };
}

export function unitRow(
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    code: "μg/m3",
    label: { zh: "微克/立方米", en: "μg/m³" },
    dimension: "concentration",
    factor: "1",
    aliases: ["ug/m3"],
    ...change,
  };
}

export function targetRow(
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    id: "t1",
    indicator: "air.pm25",
    region: "140000",
    variant: "",
    base: "",
    comparator: "<=",
    goal: "39",
    unit: "μg/m3",
    baseline: null,
    from: "2020",
    deadline: "2025",
    declared: "",
    force: "unknown",
    cumulative: false,
    plan: "计划",
    source: "来源",
    confidence: "stored",
    ...change,
  };
}

export const regionHeader =
  "code,parent,level,name,short,traditional,english,aliases,validFrom,validTo,source";

export function regionCsv(...lines: readonly string[]): string {
  return [regionHeader, ...lines].join("\n");
}

const labels = Object.fromEntries(
  statuses.map((status) => [status, { zh: status, en: status }]),
);

export const soundRules = {
  ahead: "1.05",
  onPace: "1",
  behind: "0.8",
  labels,
  source: "默认值",
  versions: [],
};

/** The least set of sound lists; `change` replaces whole lists. */
export function smallLists(change: Partial<RawLists> = {}): RawLists {
  return {
    indicators: [indicatorRow()],
    regions: regionCsv(
      "100000,,country,全国,,全國,China,,,,",
      "140000,100000,province,山西省,山西,山西省,Shanxi,全省|我省,,,",
    ),
    regionsOfChina: regionCsv(),
    units: [unitRow()],
    targets: [targetRow()],
    statusRules: soundRules,
    placeholders: [
      { text: "—", reason: { zh: "无", en: "none" }, excluded: false },
    ],
    records: [
      {
        code: "task",
        label: { zh: "任务", en: "Task" },
        fields: [
          {
            code: "name",
            label: { zh: "任务名称", en: "Task" },
            type: "text",
            aliases: ["任务"],
            identifies: true,
          },
        ],
        source: "台账",
      },
    ],
    ledgerStates: [
      {
        code: "完成整改",
        label: { zh: "完成整改", en: "Done" },
        aliases: ["已完成"],
        done: true,
      },
    ],
    measures: [{ text: "目标", measure: "target", as: "any" }],
    variants: [
      {
        code: "扣沙",
        label: { zh: "扣沙", en: "dust out" },
        aliases: ["剔沙"],
      },
    ],
    standards: [
      {
        code: "GB",
        label: { zh: "标准", en: "Standard" },
        effectiveFrom: "2016-01-01",
        effectiveTo: "",
        limits: { "PM25.year": "35" },
        source: "GB",
      },
    ],
    ...change,
  };
}
