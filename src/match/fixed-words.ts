/** Words that say nothing beside an indicator: leftovers that do not make a reading doubtful. */
export const stopWords: readonly string[] = [
  // 上升或下降（±%）: the sign says which.
  "±",
  "年均",
  "月均",
  "日均",
  "年平均",
  "月平均",
  "日平均",
  "平均",
  "均值",
  "年均值",
  "月均值",
  "日均值",
  "平均值",
  "平均浓度",
  "年均浓度",
  "月均浓度",
  "年平均浓度",
  "月平均浓度",
  "浓度均值",
  "浓度值",
  "值",
  "数值",
  "数据",
  "实况",
  "实测",
  "实测值",
  "监测值",
  "监测结果",
  "监测数据",
  "结果",
  "当前",
  "情况",
  "指标",
  "指标值",
  "主要",
  "主要指标",
  "主要污染物",
  "污染物",
  "统计",
  "国考",
  "地级及以上城市",
  "地级以上城市",
  "地级城市",
  "地级市",
  "设区市",
  "设区城市",
  "国控",
  "省控",
  "县级以上",
  "县级及以上",
  "单位",
  "计量单位",
  "浓度单位",
  "合计",
  "小计",
  "总计",
  "共计",
  "其中",
  "各类别",
  "各类",
  "各级别",
  "各等级",
  "各市",
  "各地",
  "各地市",
  "各县",
  "各县区",
  "各区县",
  "各县市区",
  "各县(市、区)",
  "各项",
  "全市",
  "全县",
  "全区",
  "约束性",
  "预期性",
  "的",
  "为",
  "和",
  "与",
  "及",
];

/** True for words that name the nationally assessed sections, as opposed to those of a province. */
export function saysNational(text: string): boolean {
  return /国考|国控/.test(text);
}

/** Words of an amount that fit counts, sums and days, not shares. */
export const countWords: readonly string[] = ["数", "数量", "总数", "个数"];

export interface Cue {
  readonly words: readonly string[];
  /** Indicator codes, or their first parts, that the words fit. */
  readonly topics: readonly string[];
  /** True when an indicator of another topic contradicts the words. */
  readonly strict: boolean;
  /** The kind of figure the words name beside a pollutant, as the end of its code: 减排量 makes `emis.so2` `emis.so2_saved`. */
  readonly figure?: "saved";
}

/** Nouns that decide between indicators of one spelling, and explain themselves beside one that fits. */
export const cues: readonly Cue[] = [
  { words: ["浓度"], topics: ["air", "water"], strict: true },
  {
    words: [
      "日最大8小时",
      "日最大8小时平均",
      "日最大8小时滑动平均",
      "日最大8小时滑动平均值",
      "8小时滑动平均",
      "最大8小时平均",
      "8h",
      "第90百分位",
      "第90百分位数",
      "第90百分位数浓度",
      "90百分位",
      "90百分位数",
      "90per",
    ],
    topics: ["air.o3"],
    strict: true,
  },
  {
    words: [
      "日均值第95百分位数",
      "24小时平均第95百分位数",
      "第95百分位",
      "第95百分位数",
      "第95百分位数浓度",
      "95百分位",
      "95百分位数",
      "95per",
    ],
    topics: ["air.co"],
    strict: true,
  },
  {
    words: [
      "排放",
      "排放量",
      "排放总量",
      "总量",
      "总量减排",
      "污染减排",
      "污染物排放",
      "主要污染物排放总量",
    ],
    topics: ["emis"],
    strict: true,
  },
  {
    words: [
      "减排",
      "减排量",
      "工程减排",
      "工程减排量",
      "重点工程减排量",
      "减排工程量",
      "累计减排量",
      "削减量",
    ],
    topics: ["emis"],
    strict: true,
    figure: "saved",
  },
  {
    words: [
      "空气",
      "空气质量",
      "环境空气",
      "环境空气质量",
      "城市空气质量",
      "大气环境",
      "大气环境质量",
    ],
    topics: ["air"],
    strict: false,
  },
  {
    words: [
      "断面",
      "水质",
      "水体",
      "水环境",
      "水环境质量",
      "地表水",
      "地表水环境",
      "地表水环境质量",
      "河流",
      "国考断面",
    ],
    topics: ["water"],
    strict: false,
  },
  { words: ["生活垃圾", "垃圾", "垃圾分类"], topics: ["waste"], strict: false },
  { words: ["整改", "督察", "督察整改"], topics: ["rect"], strict: false },
  {
    words: ["执法", "环境执法", "处罚", "违法案件"],
    topics: ["enf"],
    strict: false,
  },
  {
    words: ["自动监控", "在线监控", "自动监测"],
    topics: ["auto"],
    strict: false,
  },
  { words: ["散乱污"], topics: ["firm"], strict: false },
];

/**
 * Spellings that mean one indicator in one table and another one in the next:
 * never sure without a word of the topic beside or above them.
 */
export const contextualWords: ReadonlySet<string> = new Set([
  "03",
  "达标率",
  "优良率",
  "优良比例",
  "优良",
  "已办结",
  "办结数",
  "约谈",
  "问责",
  "达标天数",
  "覆盖率",
  "回收利用率",
  "资源化利用率",
  "完成率",
  "清理率",
  "整治率",
  "整治完成",
  "整治完成数",
  "整治完成率",
  "清理完成",
  "清理完成数",
  "清理完成率",
  "整改率",
  "销号率",
  "办结率",
  "联网率",
  "升级改造",
  "任务数",
  "任务总数",
  "完成任务",
  "完成任务数",
  "项目数",
  "项目总数",
  "完成项目",
  "完成项目数",
  "断面数",
  "移送",
  "出动",
  "查封",
  "扣押",
  "停产",
  "限产",
  "立案",
  "决定书",
  "地方标准",
  "网格",
  "保洁员",
  "建材企业",
  "发现问题",
  "危险废物",
  "计划年限",
  "重点工作",
]);

const anyWork: ReadonlySet<string> = new Set([
  "完成率",
  "任务数",
  "任务总数",
  "完成任务",
  "完成任务数",
  "项目数",
  "项目总数",
  "完成项目",
  "完成项目数",
  "覆盖率",
  "办结率",
  "已办结",
  "办结数",
  "重点工作",
  "计划年限",
]);

/** True for words of any office's work, from newspapers to courses: alone they make no sheet one of the environment's. */
export function isOfAnyWork(words: string): boolean {
  return anyWork.has(words);
}

/** True for a title of noise or radiation, of which no list has figures: its 达标率 is another one. */
export function saysNoise(text: string): boolean {
  return /噪声|声环境|辐射/.test(text);
}

/** True for a title that speaks of the environment, or of what its offices see to. */
export function saysEnvironment(text: string): boolean {
  return /环[境保]|生态|污染|大气|空气|水质|水环境|断面|排放|减排|[治整]理|整[治改]|督察|督查|攻坚|排污|垃圾|散煤|取暖|锅炉|执法|处罚|环评|土壤|固废|噪声|蓝天|碧水|净土|优良|扬尘|秸秆|VOCs/i.test(
    text,
  );
}

/** True for a title about complaints and letters, which no list counts: their words alone say nothing of the environment. */
export function saysComplaints(text: string): boolean {
  return /信访|投诉|举报|来信来访|热线/.test(text);
}

export type Direction = "fall" | "rise" | "either";

const ends = ["", "率", "比例", "比率", "幅度", "值", "量", "情况", "幅"];

function withEnds(words: readonly string[]): string[] {
  return words.flatMap((word) => ends.map((end) => word + end));
}

/** Words of a direction; with a base (较2015年) or a % they make a change. */
export const changeWords: ReadonlyMap<Direction, readonly string[]> = new Map([
  [
    "fall",
    [
      ...withEnds(["下降", "降低", "减少", "削减", "累计下降", "累计降低"]),
      "降幅",
      "减幅",
    ],
  ],
  [
    "rise",
    [...withEnds(["上升", "增长", "增加", "升高", "提高", "提升"]), "增幅"],
  ],
  ["either", [...withEnds(["变化", "变动", "增减", "升降"]), "变幅", "升降幅"]],
]);
