/**
 * Names that systems give their columns (`stat_month`, `PM25_AVG`, `areaName`),
 * and what a header would say instead. Every part of a name must be known: of
 * `emp_no` nobody says what it is.
 */
const meanings: readonly (readonly [spoken: string, ...names: string[]])[] = [
  // Places.
  ["地区名称", "area_name", "region_name", "xzqh_name", "district_name"],
  ["城市名称", "city_name"],
  ["县区名称", "county_name"],
  ["省份", "province_name", "prov_name"],
  ["乡镇名称", "town_name", "street_name"],
  ["站点名称", "station_name", "site_name", "point_name"],
  // What numbers its lines, or a thing in another list.
  ["序号", "row_no", "row_num", "seq_no", "sort_no", "serial_no", "order_no"],
  [
    "代码",
    ...["area", "region", "city", "county", "district", "province", "xzqh"]
      .concat(["indicator", "index", "item", "station", "site", "ent", "data"])
      .flatMap((noun) => [`${noun}_code`, `${noun}_id`]),
  ],
  // When.
  [
    "统计时间",
    ...["stat", "data", "monitor", "report", "period"].flatMap((noun) =>
      ["month", "date", "time", "period", "ym"].map((end) => `${noun}_${end}`),
    ),
    "year_month",
  ],
  ["年份", "stat_year", "data_year", "report_year"],
  // What a system notes of its own lines.
  [
    "创建时间",
    ...["create", "created", "update", "updated", "modify", "insert", "gmt"]
      .concat(["import", "publish", "pub", "sync"])
      .flatMap((verb) =>
        ["time", "date", "at", "by", "user", "create", "modified"].map(
          (end) => `${verb}_${end}`,
        ),
      ),
    "is_deleted",
    "del_flag",
    "data_source",
    "batch_no",
  ],
  // Figures of any kind.
  ["指标名称", "indicator_name", "index_name", "item_name", "factor_name"],
  ["单位", "unit_name", "indicator_unit", "data_unit"],
  ["数值", "data_value", "indicator_value", "stat_value", "monitor_value"],
  ["本期", "current_value", "cur_value", "this_value"],
  [
    "上年同期",
    ...["last_year", "ly", "prev_year", "same_period", "yoy_base"].flatMap(
      (name) => [name, `${name}_value`],
    ),
  ],
  ["同比（%）", "yoy_rate", "yoy_ratio", "yoy_pct", "yoy_percent"],
  ["同比变化", "yoy_change", "yoy_diff"],
  ["排名", "rank_no", "rank_num", "ranking_no"],
  ["目标值", "target_value", "goal_value", "plan_value"],
  ["完成率", "complete_rate", "completion_rate", "finish_rate"],
  // Air.
  ["平均浓度", "avg", "mean", "conc", "avg_conc", "mean_conc"],
  [
    "优良天数比例",
    ...["fine", "good", "excellent", "aqi_fine", "aqi_good", "good_day"]
      .concat(["good_days", "fine_day", "fine_days"])
      .flatMap((name) => [`${name}_rate`, `${name}_ratio`, `${name}_percent`]),
  ],
  ["优良天数", "good_days", "fine_days", "good_day_num", "aqi_good_days"],
  [
    "重污染天数",
    "heavy_days",
    "heavy_pollution_days",
    "heavy_day_num",
    "heavy_polluted_days",
  ],
  ["综合指数", "composite_index", "comprehensive_index", "zh_index"],
  // Water.
  ["断面名称", "section_name"],
  ["断面编码", "section_code", "section_no"],
  ["河流名称", "river_name", "water_name", "waterbody_name"],
  ["所属流域", "basin_name"],
  ["水质目标", "target_level", "target_class", "goal_level", "goal_class"],
  [
    "水质类别",
    "water_level",
    "water_class",
    "water_quality",
    "quality_level",
    "quality_class",
  ],
  ["是否达标", "is_qualified", "is_pass", "is_standard", "is_up_to_standard"],
  // Firms and their monitors.
  ["企业名称", "ent_name", "enterprise_name", "company_name", "firm_name"],
  ["统一社会信用代码", "credit_code", "social_credit_code", "uscc_code"],
  [
    "应联网数",
    "should_connect_num",
    "should_network_num",
    "should_connect_count",
    "need_connect_num",
  ],
  ["已联网数", "connected_num", "networked_num", "connected_count"],
  ["联网率", "connect_rate", "network_rate", "networking_rate"],
  [
    "有效传输率",
    "valid_trans_rate",
    "trans_valid_rate",
    "transmission_rate",
    "valid_transmission_rate",
    "effective_trans_rate",
  ],
];

/** Pollutants are read as they stand. */
const pollutants: ReadonlySet<string> = new Set(
  "pm25 pm2.5 pm2_5 pm10 so2 no2 co o3 o3_8h aqi 95per 90per 8h".split(" "),
);

const spokenBy: ReadonlyMap<string, string> = new Map(
  meanings.flatMap(([spoken, ...names]) =>
    names.map((name) => [name, spoken] as const),
  ),
);

const underscored = /^[A-Za-z][A-Za-z0-9.]*(?:_[A-Za-z0-9.]+)+$/;
const humped = /^[a-z][a-z0-9.]*(?:[A-Z][a-z0-9.]*)+$/;
const longest = 60;

/** What the name of a system's column says in a header's words; the text itself for all others. */
export function spokenName(text: string): string {
  const name = text.trim();
  const first = name.charCodeAt(0) | 0x20;
  if (first < 97 || first > 122 || name.length > longest) return text;
  const parts = underscored.test(name)
    ? name.toLowerCase().split("_")
    : humped.test(name)
      ? name
          .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
          .split("_")
      : [];
  if (parts.length === 0) return text;
  const spoken: string[] = [];
  for (let from = 0; from < parts.length;) {
    let to = parts.length;
    let found: string | undefined;
    for (; to > from && found === undefined; to -= 1) {
      const words = parts.slice(from, to).join("_");
      found = pollutants.has(words) ? words : spokenBy.get(words);
    }
    if (found === undefined) return text;
    spoken.push(found);
    from = to + 1;
  }
  return spoken.join(" ");
}
