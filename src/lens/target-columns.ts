import { normalise } from "../match/normalise.ts";

/** What a column of a list of targets holds. */
export type TargetField =
  | "id"
  | "indicator"
  | "region"
  | "goal"
  | "unit"
  | "baseline"
  | "base"
  | "from"
  | "deadline"
  | "declared"
  | "comparator"
  | "force"
  | "cumulative"
  | "plan"
  | "source"
  | "remark"
  | "partOf"
  | "weight"
  | "path"
  | "indicatorCode"
  | "regionCode"
  | "variant"
  | "keyBase"
  | "baselinePeriod"
  | "milestones"
  | "parts"
  | "each"
  | "only"
  | "until"
  | "replaces";

/** Header words of lists of targets, whole texts, years taken out. */
const spellings: Readonly<Record<TargetField, readonly string[]>> = {
  id: ["编号", "目标编号", "目标代码", "id"],
  indicator: [
    "指标",
    "指标名称",
    "考核指标",
    "目标指标",
    "指标项",
    "约束性指标",
    "indicator",
  ],
  region: [
    "地区",
    "地市",
    "城市",
    "市",
    "县",
    "县区",
    "县(市、区)",
    "县(市区)",
    "行政区",
    "行政区划",
    "责任地区",
    "各市",
    "市(县)",
    "区域",
    "region",
  ],
  goal: [
    "目标",
    "目标值",
    "考核目标",
    "考核目标值",
    "任务目标",
    "控制目标",
    "控制目标值",
    "规划目标",
    "年度目标",
    "年度目标值",
    "年目标",
    "年目标值",
    "目标任务",
    "任务目标值",
    "goal",
    "target",
  ],
  unit: ["单位", "计量单位", "unit"],
  baseline: [
    "基数",
    "基准值",
    "基期值",
    "现状值",
    "年基数",
    "年基准值",
    "年现状值",
    "年现状",
    "年实际值",
    "年完成值",
    "baseline",
  ],
  base: ["基准年", "基期", "基年", "对比年", "baseyear"],
  from: ["起始时间", "起始年", "开始时间", "起始日期", "开始日期", "from"],
  deadline: [
    "完成时限",
    "完成期限",
    "时限",
    "期限",
    "完成时间",
    "截止时间",
    "截止日期",
    "目标年",
    "目标年份",
    "目标年度",
    "年度",
    "年份",
    "考核年度",
    "deadline",
  ],
  declared: [
    "下达时间",
    "下达日期",
    "印发日期",
    "印发时间",
    "生效日期",
    "生效时间",
    "发布日期",
    "declared",
  ],
  comparator: ["比较", "比较符", "比较方式", "要求", "方向", "comparator"],
  force: ["属性", "指标属性", "指标性质", "性质", "指标类型", "force"],
  cumulative: ["累计", "是否累计", "五年累计", "cumulative"],
  plan: ["规划", "所属规划", "规划名称", "文件", "文件名称", "方案", "plan"],
  source: [
    "来源",
    "目标来源",
    "依据",
    "文号",
    "依据文件",
    "数据来源",
    "source",
  ],
  remark: ["备注", "说明", "remark"],
  partOf: ["上级目标", "分解自", "上级目标编号", "partof"],
  weight: ["权重", "weight"],
  path: ["进度方式", "进度路径", "路径", "path"],
  indicatorCode: ["指标代码", "指标编码", "indicatorcode"],
  regionCode: ["地区代码", "行政区划代码", "行政区划编码", "regioncode"],
  variant: ["口径", "统计口径", "数据口径", "variant"],
  keyBase: ["数据基期", "口径基期", "keybase"],
  baselinePeriod: ["基数时期", "基数年份", "基数年度", "baselineperiod"],
  milestones: ["节点目标", "阶段目标", "分年度目标", "里程碑", "milestones"],
  parts: ["分解方式", "分解规则", "parts"],
  each: ["适用层级", "逐地区", "each"],
  only: ["适用条件", "仅适用于", "适用范围", "only"],
  until: ["停用日期", "停用时间", "失效日期", "废止日期", "until"],
  replaces: ["替代目标", "替代", "取代", "replaces"],
};

const byWords = new Map<string, TargetField>(
  Object.entries(spellings).flatMap(([field, texts]) =>
    texts.map((text) => [text, field as TargetField]),
  ),
);

export interface TargetHeader {
  readonly field: TargetField;
  /** Year the header names (`2025年目标值`); null without one. */
  readonly year: number | null;
  /** A unit in brackets behind the words; empty without one. */
  readonly unit: string;
}

/** What a header cell of a list of targets says; null when it is none. */
export function targetHeader(text: string): TargetHeader | null {
  const plain = normalise(text).toLowerCase().replace(/\s/g, "");
  const year = /(?<!\d)((?:19|20)\d{2})年?/.exec(plain);
  const without =
    year === null
      ? plain
      : plain.replace(year[0], year[0].endsWith("年") ? "年" : "");
  const bare = without.replace(/^年(?=[^度份目基现实完])/, "");
  const whole = byWords.get(bare) ?? byWords.get(bare.replace(/^年/, ""));
  const bracket = /^(.+?)\(([^()]+)\)$/.exec(bare);
  const field =
    whole ??
    byWords.get(bracket?.[1] ?? "") ??
    byWords.get((bracket?.[1] ?? "").replace(/^年/, ""));
  if (field === undefined) return null;
  return {
    field,
    year: year === null ? null : Number(year[1]),
    unit: whole === undefined ? (bracket?.[2] ?? "") : "",
  };
}
