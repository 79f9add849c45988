import { expect, test } from "vitest";
import { spokenName } from "../../src/match/column-names.ts";

test.each([
  ["stat_month", "统计时间"],
  ["AREA_NAME", "地区名称"],
  ["areaName", "地区名称"],
  ["pm25_avg", "pm25 平均浓度"],
  ["PM2_5_CONC", "pm2_5 平均浓度"],
  ["pm25LastYear", "pm25 上年同期"],
  ["o3_8h_90per", "o3_8h 90per"],
])("%s says %s", (name, spoken) => {
  expect(spokenName(name)).toBe(spoken);
});

test.each([
  "pm25",
  "pH",
  "emp_no",
  "pm25_foo",
  "PM2.5",
  "mg_L",
  "断面_code",
  "",
])("%s stays as it is", (name) => {
  expect(spokenName(name)).toBe(name);
});
