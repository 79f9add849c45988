import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import type { Target } from "../model/target.ts";
import { conditionText, milestonesText } from "../model/target-text.ts";

/** What indicators and regions are called in Chinese. */
export interface ChineseNames {
  readonly indicator: (code: IndicatorCode) => string;
  readonly region: (code: RegionCode) => string;
}

const force = { binding: "约束性", expected: "预期性", unknown: "" } as const;
const path = {
  linear: "均匀",
  compound: "年均复合",
  seasonal: "按季节",
} as const;
const parts = { sum: "合计", mean: "加权平均", strict: "各自从严" } as const;

/** What a list of targets has for a field that says nothing where the import would fill something in. */
const open = "不限";

/*
 * Columns of a list of targets under the Chinese headers that the import of
 * lists knows. Codes stand beside names, so that nothing has to be guessed when
 * the list comes back.
 */
const columns: readonly (readonly [
  header: string,
  text: (target: Target, names: ChineseNames) => string,
])[] = [
  ["编号", ({ id }) => id],
  ["指标", ({ indicator }, names) => names.indicator(indicator)],
  ["指标代码", ({ indicator }) => indicator],
  ["地区", ({ region }, names) => names.region(region)],
  ["地区代码", ({ region }) => region],
  ["口径", ({ variant }) => variant],
  ["数据基期", ({ base }) => base || open],
  ["比较", ({ comparator }) => comparator],
  ["目标值", ({ goal }) => goal],
  ["单位", ({ unit }) => unit],
  ["基数", ({ baseline }) => baseline?.value ?? ""],
  ["基数时期", ({ baseline }) => baseline?.period ?? ""],
  ["起始时间", ({ from }) => from || open],
  ["完成时限", ({ deadline }) => deadline],
  ["累计", ({ cumulative }) => (cumulative ? "是" : "否")],
  ["节点目标", ({ milestones }) => milestonesText(milestones)],
  [
    "进度方式",
    (target) => (target.path === undefined ? "" : path[target.path]),
  ],
  ["属性", (target) => force[target.force]],
  ["上级目标", ({ partOf }) => partOf ?? ""],
  ["权重", ({ weight }) => weight ?? ""],
  [
    "分解方式",
    (target) => (target.parts === undefined ? "" : parts[target.parts]),
  ],
  ["适用层级", ({ each }) => each ?? ""],
  ["适用条件", ({ only }) => conditionText(only)],
  ["下达日期", ({ declared }) => declared],
  ["停用日期", ({ until }) => until ?? ""],
  ["替代目标", ({ replaces }) => replaces ?? ""],
  ["规划", ({ plan }) => plan],
  ["来源", ({ source }) => source],
  ["备注", ({ remark }) => remark ?? ""],
];

/** The targets as a table that the import of lists reads back, its first row the header. */
export function targetTable(
  targets: readonly Target[],
  names: ChineseNames,
): string[][] {
  return [
    columns.map(([header]) => header),
    ...targets.map((target) => columns.map(([, text]) => text(target, names))),
  ];
}
