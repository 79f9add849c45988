import type { Matcher } from "../match/matcher.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { civilDate, isoDate, parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { serialToIso } from "../model/date-serial.ts";
import { isDateFormat } from "../model/is-date-format.ts";
import type { Issue } from "../model/issue.ts";
import {
  type Period,
  monthPeriod,
  parsePeriod,
  periodOf,
  yearPeriod,
} from "../model/period.ts";
import { type SheetView, type WorkbookView, cellRef } from "../model/sheet.ts";
import type { Comparator, PathKind, Target } from "../model/target.ts";
import { type WrittenGoal, readGoal } from "./read-goal.ts";
import {
  type TargetField,
  type TargetHeader,
  targetHeader,
} from "./target-columns.ts";

export interface TargetListContext {
  readonly file: string;
  readonly catalog: Catalog;
  readonly matcher: Matcher;
  /** What the sheet does not say and a person answered. */
  readonly assume?: { readonly region?: string; readonly period?: string };
}

/** Header rows are looked for this far down. */
const headerRows = 30;

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

interface Column extends TargetHeader {
  readonly column: number;
}

function findHeader(sheet: SheetView): {
  readonly row: number;
  readonly columns: readonly Column[];
} | null {
  const { bounds } = sheet;
  if (bounds === null) return null;
  const last = Math.min(bounds.bottom, bounds.top + headerRows);
  for (let row = bounds.top; row <= last; row += 1) {
    const columns: Column[] = [];
    for (let column = bounds.left; column <= bounds.right; column += 1) {
      const cell = sheet.cellAt(row, column);
      if (cell?.type !== "text") continue;
      const header = targetHeader(cell.raw);
      if (header !== null) columns.push({ ...header, column });
    }
    const has = (field: TargetField): boolean =>
      columns.some((one) => one.field === field);
    const dated =
      has("deadline") ||
      columns.some(({ field, year }) => field === "goal" && year !== null);
    if (has("indicator") && has("goal") && (dated || columns.length >= 4))
      return { row, columns };
  }
  return null;
}

function titleOf(sheet: SheetView, header: number): string {
  const { bounds } = sheet;
  const texts: string[] = [];
  if (bounds !== null)
    for (let row = bounds.top; row < header; row += 1)
      for (let column = bounds.left; column <= bounds.right; column += 1) {
        const cell = sheet.cellAt(row, column);
        if (cell?.type === "text") texts.push(cell.raw);
      }
  return [...texts, sheet.name].join(" ");
}

/** One row of the list, by field. Merged cells speak for the rows they cover. */
class Line {
  readonly row: number;
  readonly columns: readonly Column[];
  readonly #sheet: SheetView;
  readonly #date1904: boolean;

  constructor(
    sheet: SheetView,
    row: number,
    columns: readonly Column[],
    date1904: boolean,
  ) {
    this.#sheet = sheet;
    this.row = row;
    this.columns = columns;
    this.#date1904 = date1904;
  }

  /** Of several columns (地市, 县区) the last that says something. */
  text(field: TargetField): string {
    return this.columns
      .filter((one) => one.field === field)
      .map(({ column }) => this.at(column))
      .reduce((last, text) => (text === "" ? last : text), "");
  }

  cell(field: TargetField): string {
    return cellRef(
      this.row,
      this.columns.find((one) => one.field === field)?.column ?? 0,
    );
  }

  at(column: number): string {
    const merge = this.#sheet.merges.find(
      ({ top, bottom, left, right }) =>
        top <= this.row &&
        this.row <= bottom &&
        left <= column &&
        column <= right,
    );
    const cell = this.#sheet.cellAt(
      merge?.top ?? this.row,
      merge?.left ?? column,
    );
    if (cell === undefined || cell.value === null) return "";
    if (cell.type === "number" && typeof cell.value === "number") {
      if (isDateFormat(cell.format))
        return serialToIso(cell.value, this.#date1904)?.date ?? cell.raw;
      if (/%/.test(cell.format)) return percentText(cell.raw);
    }
    return cell.raw.trim();
  }
}

/** A share shown in percent is stored as a part of one. */
function percentText(raw: string): string {
  const value = Number(raw) * 100;
  return `${Number(value.toPrecision(12))}%`;
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
  const indicator = indicatorOf(named, last.goal, context);
  if (indicator === undefined) return bad("indicator", named);
  const place = line.text("region");
  const region =
    place === ""
      ? (assume?.region ?? matcher.region(title)[0]?.value)
      : (matcher.region(place)[0]?.value ??
        (catalog.regions.has(place) ? place : undefined));
  if (region === undefined) return bad("region", place);
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
    (baseColumn?.year === null || baseColumn?.year === undefined
      ? null
      : yearPeriod(baseColumn.year)) ??
    periodOfText(line.text("base"), matcher) ??
    (baseText === undefined ? null : parsePeriod(baseText));
  const baseValue = numberIn(line.text("baseline"));
  const from =
    periodOfText(line.text("from"), matcher)?.code ??
    basePeriod?.code ??
    periodOf(period.start, period.start + 1).code;
  const reduction = indicator.kind === "reduction";
  const base = reduction ? (basePeriod?.code ?? "") : "";
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
    variant: "",
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
    ...(goals.length < 2
      ? {}
      : {
          milestones: goals
            .slice(0, -1)
            .flatMap(({ year, goal }) =>
              year === null
                ? []
                : [{ period: yearPeriod(year).code, goal: goal.value }],
            ),
        }),
    ...(partOf === "" ? {} : { partOf }),
    ...(weight === null ? {} : { weight }),
    ...(path === null ? {} : { path }),
  };
}

interface GoalAt {
  readonly goal: WrittenGoal;
  readonly year: number | null;
  readonly unit: string;
  readonly column: number;
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

/** A deadline on the last day of a year or a month is that year or month. */
function periodOfText(text: string, matcher: Matcher): Period | null {
  if (text === "") return null;
  const year = /^(19|20)\d{2}$/.test(text) ? yearPeriod(Number(text)) : null;
  const hint = matcher.period(text)[0]?.value;
  const day = parseIsoDate(text.slice(0, 10));
  const period =
    year ??
    (day !== null && /^\d{4}-\d{2}-\d{2}/.test(text)
      ? parsePeriod(text.slice(0, 10))
      : hint === undefined
        ? parsePeriod(text)
        : periodFrom(hint, {}));
  if (period === null || period.end - period.start !== 1) return period;
  const next = civilDate(period.end);
  if (next.day !== 1) return period;
  const last = civilDate(period.start);
  return next.month === 1
    ? yearPeriod(last.year)
    : monthPeriod(last.year, last.month);
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
};
