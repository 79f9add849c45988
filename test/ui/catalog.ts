import type { CatalogInfo } from "../../src/worker/api.ts";

/** Two indicators and two cities. */
export const catalog: CatalogInfo = {
  indicators: [
    {
      code: "air.pm25",
      label: { zh: "PM2.5浓度", en: "PM2.5 concentration" },
      unit: "μg/m3",
      direction: "down",
      decimals: 0,
      topic: "air",
      formula: "",
    },
    {
      code: "air.good_rate",
      label: { zh: "优良天数比例", en: "Share of days with good air" },
      unit: "%",
      direction: "up",
      decimals: 1,
      topic: "air",
      formula: "",
    },
  ],
  variants: [
    {
      code: "扣沙",
      label: { zh: "扣除沙尘", en: "sand-dust days deducted" },
    },
  ],
  units: [
    {
      code: "μg/m3",
      label: { zh: "微克/立方米", en: "μg/m³" },
      dimension: "concentration",
    },
    { code: "%", label: { zh: "%", en: "%" }, dimension: "share" },
    {
      code: "万吨",
      label: { zh: "万吨", en: "10,000 tonnes" },
      dimension: "mass",
    },
    { code: "项", label: { zh: "项", en: "items" }, dimension: "count" },
    {
      code: "1",
      label: { zh: "无量纲", en: "dimensionless" },
      dimension: "one",
    },
  ],
  targetRegions: [],
  regions: [
    {
      code: "140100",
      parent: "140000",
      level: "city",
      name: "太原市",
      short: "太原",
      english: "Taiyuan",
    },
    {
      code: "140200",
      parent: "140000",
      level: "city",
      name: "大同市",
      short: "大同",
      english: "Datong",
    },
  ],
  statuses: [],
  recordKinds: [
    {
      code: "task",
      label: { zh: "整改任务", en: "Task" },
      fields: [
        { code: "name", label: { zh: "任务", en: "Task" }, type: "text" },
        { code: "state", label: { zh: "进展", en: "State" }, type: "state" },
      ],
    },
  ],
  issues: [],
};
