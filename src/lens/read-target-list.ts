import { periodFrom } from "../match/resolve-period.ts";
import type { Matcher } from "../match/matcher.ts";
import { isoDate } from "../model/calendar.ts";
import type { Issue } from "../model/issue.ts";
import {
  type Period,
  parsePeriod,
  periodOf,
  yearPeriod,
} from "../model/period.ts";
import { type WorkbookView, cellRef } from "../model/sheet.ts";
import type { Comparator, PathKind, Target } from "../model/target.ts";
import { periodOfText } from "./period-of-text.ts";
import { readGoal, type WrittenGoal } from "./read-goal.ts";
import type { TargetField } from "./target-columns.ts";
import { extrasOf, type GoalAt } from "./target-extras.ts";
import type { TargetListContext } from "./target-list-context.ts";
import { findHeader, Line, titleOf } from "./target-list-line.ts";

/**
 * The targets that lists in a workbook state: a table whose header names at
 * least an indicator and a goal, one target a row. Several columns of goals by
 * year (`2021年目标`, `2025年目标`) make milestones of the earlier ones. A row
 * that cannot be read is an issue at its cell and left out. `found` is false
 * when no sheet holds such a table.
 */
export function readTargetList(
  workbook: WorkbookView,
  context: TargetListContext,
): {
  readonly found: boolean;
  readonly targets: readonly ReadTarget[];
  readonly issues: readonly Issue[];
} {
  const targets: ReadTarget[] = [];
  const issues: Issue[] = [];
  let found = false;
  for (const sheet of workbook.sheets) {
    if (sheet.state !== "visible" || sheet.bounds === null) continue;
    const header = findHeader(sheet);
    if (header === null) continue;
    found = true;
    const title = titleOf(sheet, header.row);
    for (let row = header.row + 1; row <= sheet.bounds.bottom; row += 1) {
      const line = new Line(sheet, row, header.columns, workbook.date1904);
      if (line.text("goal") === "" && line.text("indicator") === "") continue;
      const read = readLine(line, title, context, sheet.name);
      if ("code" in read) {
        // A note below the table has no goal: it ends the list.
        if (line.text("goal") === "") continue;
        issues.push(read);
      } else
        targets.push({
          target: read,
          sheet: sheet.name,
          cell: line.cell("goal"),
          row: row + 1,
        });
    }
  }
  return { found, targets, issues };
}

/** A target and where its goal stands. */
export interface ReadTarget {
  readonly target: Target;
  readonly sheet: string;
  readonly cell: string;
  /** 1-based. */
  readonly row: number;
}

function readLine(
  line: Line,
  title: string,
  context: TargetListContext,
  sheet: string,
): Target | Issue {
  const { catalog, matcher, file, assume } = context;
  const bad = (field: TargetField, found: string): Issue => ({
    code: "lens.target_field",
    severity: "error",
    file,
    sheet,
    cell: line.cell(field),
    params: { field: fieldNames[field], found: found || "—" },
  });
  const goals = goalsOf(line);
  const last = goals.at(-1);
  if (last === undefined) return bad("goal", line.text("goal"));
  const named = line.text("indicator");
  const code = line.text("indicatorCode");
  const indicator =
    code === ""
      ? indicatorOf(named, last.goal, context)
      : catalog.indicators.get(code);
  if (indicator === undefined)
    return code === "" ? bad("indicator", named) : bad("indicatorCode", code);
  const place = line.text("region");
  const placeCode = line.text("regionCode");
  const region =
    placeCode === ""
      ? regionOf(place, title, context)
      : catalog.regions.has(placeCode)
        ? placeCode
        : undefined;
  if (region === undefined)
    return placeCode === ""
      ? bad("region", place)
      : bad("regionCode", placeCode);
  const period =
    periodOfText(line.text("deadline"), matcher) ??
    (last.year === null ? null : yearPeriod(last.year)) ??
    (assume?.period === undefined ? null : parsePeriod(assume.period)) ??
    titlePeriod(title, matcher);
  if (period === null) return bad("deadline", line.text("deadline"));
  const unit = unitOf(line, last, indicator.unit, context);
  if (unit === null) return bad("unit", line.text("unit"));
  const baseColumn = line.columns.find(({ field }) => field === "baseline");
  const baseText = matcher.read(named).base[0]?.value;
  const basePeriod =
    periodOfText(line.text("baselinePeriod"), matcher) ??
    (baseColumn?.year === null || baseColumn?.year === undefined
      ? null
      : yearPeriod(baseColumn.year)) ??
    periodOfText(line.text("base"), matcher) ??
    (baseText === undefined ? null : parsePeriod(baseText));
  const baseValue = numberIn(line.text("baseline"));
  const from = isOpen(line.text("from"))
    ? ""
    : (periodOfText(line.text("from"), matcher)?.code ??
      basePeriod?.code ??
      periodOf(period.start, period.start + 1).code);
  const reduction = indicator.kind === "reduction";
  const keyBase = line.text("keyBase");
  const base = isOpen(keyBase)
    ? ""
    : (periodOfText(keyBase, matcher)?.code ??
      (reduction ? (basePeriod?.code ?? "") : ""));
  const more = extrasOf(line, last, goals, context);
  if ("field" in more) return bad(more.field, line.text(more.field));
  const source = line.text("source");
  const remark = line.text("remark");
  const where = `${file} ${sheet}!${cellRef(line.row, last.column)}`;
  const declared = periodOfText(line.text("declared"), matcher);
  const comparator =
    last.goal.comparator ??
    comparatorOf(line.text("comparator")) ??
    byDirection[indicator.direction];
  const path = pathOf(line.text("path"));
  const partOf = line.text("partOf");
  const weight = numberIn(line.text("weight"));
  return {
    id:
      line.text("id") ||
      `list:${[indicator.code, region, base, period.code, comparator].join("|")}`,
    indicator: indicator.code,
    region,
    variant: more.variant,
    base,
    comparator,
    goal: last.goal.value,
    unit,
    baseline:
      baseValue === null || basePeriod === null
        ? null
        : { value: baseValue, period: basePeriod.code },
    from,
    deadline: period.code,
    declared: declared === null ? "" : isoDate(declared.start),
    force: forceOf(line.text("force")),
    cumulative:
      last.goal.cumulative ||
      /^(?:是|累计|√|1|true|yes)$/i.test(line.text("cumulative")),
    plan: line.text("plan") || title.trim() || file,
    source: source === "" ? where : `${source}（${where}）`,
    confidence: "user",
    ...(remark === "" ? {} : { remark }),
    ...more.extras,
    ...(partOf === "" ? {} : { partOf }),
    ...(weight === null ? {} : { weight }),
    ...(path === null ? {} : { path }),
  };
}

/** Nothing, said in so many words. */
function isOpen(text: string): boolean {
  return /^(?:不限|无|—|-)$/.test(text);
}

function regionOf(
  place: string,
  title: string,
  { assume, matcher, catalog }: TargetListContext,
): string | undefined {
  const around = assume?.region ?? matcher.region(title)[0]?.value;
  if (place === "") return around;
  return (
    matcher.region(place, around)[0]?.value ??
    (catalog.regions.has(place) ? place : undefined)
  );
}

/** The goals of a row by year, the last one the target's own. */
function goalsOf(line: Line): GoalAt[] {
  return line.columns
    .filter(({ field }) => field === "goal")
    .flatMap(({ column, year, unit }): GoalAt[] => {
      const goal = readGoal(line.at(column));
      return goal === null ? [] : [{ goal, year, unit, column }];
    })
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

/** `PM2.5浓度` with a goal 下降18% is its reduction. */
function indicatorOf(
  text: string,
  goal: WrittenGoal,
  { catalog, matcher }: TargetListContext,
) {
  const code = matcher.read(text).indicator[0]?.value;
  const found = catalog.indicators.get(code ?? text);
  if (found === undefined || !goal.cut || found.kind === "reduction")
    return found;
  return [...catalog.indicators.values()].find(({ of }) => of === found.code);
}

/** The unit of the goal's own text, of its header, of the row's 单位, else the indicator's; null when it is none. */
function unitOf(
  line: Line,
  { goal, unit }: GoalAt,
  own: string,
  { matcher }: TargetListContext,
): string | null {
  for (const text of [goal.rest, unit, line.text("unit")]) {
    if (text === "") continue;
    const found = matcher.unit(text)[0]?.value;
    if (found !== undefined) return found;
    if (text === line.text("unit")) return null;
  }
  return own;
}

function titlePeriod(title: string, matcher: Matcher): Period | null {
  const hint = matcher.read(title).period[0]?.value;
  return hint === undefined ? null : periodFrom(hint, {});
}

function numberIn(text: string): string | null {
  return /-?\d+(?:\.\d+)?/.exec(text.replaceAll(",", ""))?.[0] ?? null;
}

function comparatorOf(text: string): Comparator | null {
  return text === "" ? null : (readGoal(`${text}0`)?.comparator ?? null);
}

function forceOf(text: string): Target["force"] {
  if (/约束|binding/i.test(text)) return "binding";
  return /预期|expected/i.test(text) ? "expected" : "unknown";
}

function pathOf(text: string): PathKind | null {
  if (/复合|年均|compound/i.test(text)) return "compound";
  if (/季节|分月|seasonal/i.test(text)) return "seasonal";
  return /线性|均匀|序时|linear/i.test(text) ? "linear" : null;
}

const byDirection = { up: ">=", down: "<=", none: "=" } as const;

const fieldNames: Readonly<Record<TargetField, string>> = {
  id: "编号",
  indicator: "指标",
  region: "地区",
  goal: "目标值",
  unit: "单位",
  baseline: "基数",
  base: "基准年",
  from: "起始时间",
  deadline: "完成时限",
  declared: "下达时间",
  comparator: "比较",
  force: "属性",
  cumulative: "累计",
  plan: "规划",
  source: "来源",
  remark: "备注",
  partOf: "上级目标",
  weight: "权重",
  path: "进度方式",
  indicatorCode: "指标代码",
  regionCode: "地区代码",
  variant: "口径",
  keyBase: "数据基期",
  baselinePeriod: "基数时期",
  milestones: "节点目标",
  parts: "分解方式",
  each: "适用层级",
  only: "适用条件",
  until: "停用日期",
  replaces: "替代目标",
};
