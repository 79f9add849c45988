import type { Facets } from "../model/facets.ts";
import { fold, normalise } from "./normalise.ts";

type Role = Exclude<Facets["role"], null>;

const words: Readonly<Record<Role, readonly string[]>> = {
  ordinal: [
    "序号",
    "序",
    "序列",
    "序列号",
    "顺序号",
    "顺序",
    "行号",
    "行次",
    "项次",
    "no",
    "no.",
    "排序号",
  ],
  aggregate: [
    "合计",
    "小计",
    "总计",
    "共计",
    "总和",
    "合计数",
    "总计数",
    "小计数",
    "平均数",
    "汇总",
    "平均",
    "平均值",
    "均值",
    "total",
    "subtotal",
    "average",
  ],
  remark: [
    "备注",
    "说明",
    "备注说明",
    "附注",
    "注",
    "情况说明",
    "数据来源",
    "资料来源",
    "来源",
    "remark",
    "remarks",
    "note",
    "source",
  ],
  region: [
    "地区",
    "区域",
    "流域",
    "流域名称",
    "城市",
    "城市名称",
    "城市名",
    "地市",
    "设区市",
    "地级市",
    "地级城市",
    "市州",
    "市名",
    "市",
    "县",
    "县区",
    "区县",
    "市县",
    "市县区",
    "县市",
    "县市区",
    "区县市",
    "市区县",
    "县市区名称",
    "县名",
    "县区名称",
    "各市",
    "各县",
    "各县区",
    "各县市区",
    "行政区划",
    "行政区域",
    "行政区",
    "辖区",
    "属地",
    "省份",
    "省",
    "省市",
    "行政区名称",
    "行政区划名称",
    "行政区域名称",
    "区划名称",
    "区划",
    "各地",
    "各地区",
    "考核城市",
    "考核地区",
    "参评城市",
    "排名城市",
    "所属地区",
    "所属城市",
    "所在城市",
    "所在地",
    "所在市",
    "所在县",
    "所在县区",
    "所在县市区",
    "所属县区",
    "所属县市区",
    "地区名称",
    "乡镇",
    "乡镇街道",
    "乡镇办",
    "乡镇名称",
    "街道乡镇",
    "镇街道",
    "镇街",
    "镇办",
    "点位县城市名称",
    "region",
    "city",
    "county",
    "area",
    "district",
    "province",
  ],
  indicator: [
    "指标",
    "指标名称",
    "指标项",
    "项目",
    "污染物",
    "污染物名称",
    "污染因子",
    "因子",
    "监测项目",
    "监测指标",
    "监测因子",
    "考核指标",
    "考核项目",
    "评价指标",
    "评价项目",
    "主要指标",
    "约束性指标",
    "预期性指标",
    "目标指标",
    "indicator",
    "pollutant",
  ],
  unit: ["单位", "计量单位", "数据单位", "unit"],
  period: [
    "时间",
    "月份",
    "年度",
    "年份",
    "年月",
    "年",
    "月",
    "季度",
    "期间",
    "日期",
    "时期",
    "时段",
    "统计时间",
    "统计时段",
    "统计周期",
    "统计期",
    "监测时间",
    "监测日期",
    "报告期",
    "数据时间",
    "period",
    "month",
    "year",
    "date",
    "time",
    "timepoint",
    "datetime",
    "timestamp",
  ],
};

const roleOfWord: ReadonlyMap<string, Role> = new Map(
  (Object.keys(words) as Role[]).flatMap((role) =>
    words[role].map((word) => [word, role] as const),
  ),
);

/**
 * What a folded header text makes of its row or column; null for a plain one.
 * Brackets and marks do not count (`县(市、区)`).
 */
export function roleOf(folded: string): Facets["role"] {
  const word = folded
    .replace(/^\d{1,2}[.、](?=[\u4e00-\u9fff])/, "")
    .replace(/[()、,:;/\\| ·-]/g, "");
  return (
    roleOfWord.get(word) ??
    (meanOfSeveral.test(word)
      ? "aggregate"
      : figureDate.test(word)
        ? "period"
        : places.test(word)
          ? "region"
          : null)
  );
}

/** 11市平均, 6县区均值: of the places above it. */
const meanOfSeveral = /^\d{1,3}个?(?:设区|地级)?[市县区]{1,2}(?:平均值?|均值)$/;

/** 县（区、市）, 各县市区, 所在区县名称: the words for places in any order. */
const places =
  /^(?:各|所在|所属|所辖)?(?:(?:地级?|设区|地州|盟|州|县级)?[县区市旗]{2,4}|(?:地级?|设区|地州|盟|州|县级|城)市|市[州地盟]|[省市县区州盟旗]域)(?:名称|名|别)?$|^(?:所在|所属)[省市县]$|^[省市县]别$/;

/** 调度日期, 数据时间: when the figures of a row were taken. */
const figureDate =
  /^(?:调度|统计|监测|数据|通报|报告|截[至止]|检查|采样|观测|汇总)(?:日期|时间|日|月份)$/;

/**
 * The roles that share the corner of a table (`指标\\地区`, `月份 / 城市`, two
 * names over a slanted line on two lines); empty for any other text.
 */
export function cornerRoles(text: string): Role[] {
  const parts = text.split(/[\\|/＼／｜\s]+/).filter((part) => part !== "");
  if (parts.length < 2) return [];
  const roles = parts.map((part) => roleOf(fold(normalise(part))));
  const found = roles.filter((role) => role !== null);
  return found.length === parts.length && new Set(found).size > 1 ? found : [];
}

/** True for the words that head a stub: 地区, 序号, 指标, 月份, or two of them over a slanted line. */
export function isCorner(text: string): boolean {
  // No such word has a digit in it but its number (1.城市); most texts of a body that come once do.
  if (/[0-9]/.test(text.replace(/^\s*\d{1,2}[.、]/, ""))) return false;
  const role = roleOf(fold(normalise(text)));
  return (
    role === "region" ||
    role === "indicator" ||
    role === "ordinal" ||
    role === "period" ||
    cornerRoles(text).length > 0
  );
}

/** True for words that total what they stand beside: the ends of `罚款合计`, `太原市小计`. */
export function endsAsAggregate(folded: string): boolean {
  return /(?:合计|小计|总计|共计)(?:\([^()]*\))?$/.test(folded);
}
