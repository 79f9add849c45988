import type { IndicatorCode } from "../../model/codes.ts";
import type { Guess } from "../../model/facets.ts";
import { CERTAIN } from "../certain.ts";
import type { Head } from "./head.ts";
import { absolutePeriod } from "./own-period.ts";
import { sameGroup } from "./same-group.ts";

/** True for a mean or a sum that is the figure of its group; `parts` are the places of columns of kinds that no list has. */
export function isFigureOfGroup(
  index: number,
  columns: readonly Head[],
  parts: ReadonlySet<number>,
): boolean {
  return (
    isMeanOfGroup(index, columns) ||
    isSumOfMonths(index, columns) ||
    isSumOfGroup(index, columns) ||
    isSumOfParts(index, columns, parts)
  );
}

/** 均值 beside 同比 below PM2.5: with no other figure in its group it sums nothing up, and is the figure. */
function isMeanOfGroup(index: number, columns: readonly Head[]): boolean {
  const here = columns[index];
  const group = here?.texts.slice(0, -1).join("\n") ?? "";
  if (here === undefined || group === "") return false;
  if (!/^(?:平均值?|均值|浓度均值)$/.test(here.texts.at(-1) ?? ""))
    return false;
  if ((refinedOuter(here)?.confidence ?? 0) < CERTAIN) return false;
  return columns.every(
    (column, at) =>
      at === index ||
      column.texts.slice(0, -1).join("\n") !== group ||
      column.facets.measure.length > 0,
  );
}

/** 1-10月合计 behind 1月 to 10月: the figure of those months, and no sum without a name. */
function isSumOfMonths(index: number, columns: readonly Head[]): boolean {
  const here = columns[index];
  const text = here?.texts.at(-1)?.trim() ?? "";
  if (here === undefined || !sumOfMonths.test(text)) return false;
  const [period] = here.facets.period;
  const ofYear =
    period?.value.kind === "relative" && period.value.which === "year";
  if (!ofYear && absolutePeriod(here.facets) === null) return false;
  const parts = columns.filter(
    (column) =>
      column !== here &&
      sameGroup(here, column) &&
      column.facets.measure.length === 0 &&
      absolutePeriod(column.facets) !== null,
  );
  return parts.length > 1;
}

/** 1-10月合计, 全年合计（天）. */
export const sumOfMonths =
  /[月年度](?:合计|小计|总计|共计)\s*(?:[（(][^（()）]*[)）])?$/;

/** 小计 below 五类案件, beside its five kinds: what the group is called has a figure of its own. */
function isSumOfGroup(index: number, columns: readonly Head[]): boolean {
  const here = columns[index];
  if (here === undefined || !sums.test(here.texts.at(-1) ?? "")) return false;
  const whole = refinedOuter(here);
  if ((whole?.confidence ?? 0) < CERTAIN) return false;
  const group = here.texts.slice(0, -1).join("\n");
  const others = columns.filter(
    ({ texts }, at) => at !== index && texts.slice(0, -1).join("\n") === group,
  );
  return (
    others.length > 1 &&
    others.every(({ cells }) => {
      const [own] = cells.at(-1)?.indicator ?? [];
      return (
        own !== undefined &&
        own.confidence >= CERTAIN &&
        own.value !== whole?.value
      );
    })
  );
}

const sums = /^(?:合计|小计|总计|共计)$/;

/** 合计 below 年度任务户数, beside kinds that no list has (煤改电): the figure of the group. */
function isSumOfParts(
  index: number,
  columns: readonly Head[],
  parts: ReadonlySet<number>,
): boolean {
  const here = columns[index];
  const group = here?.texts.slice(0, -1).join("\n") ?? "";
  if (here === undefined || group === "") return false;
  if (!sums.test(here.texts.at(-1) ?? "")) return false;
  // 完成改造户数 is left to the title only where its words are all known.
  if (here.facets.rest !== "") return false;
  const others = columns.flatMap(({ texts }, at) =>
    at !== index && texts.slice(0, -1).join("\n") === group ? [at] : [],
  );
  return others.length > 1 && others.every((at) => parts.has(at));
}

/** The indicator that the levels above the nearest one name. */
function refinedOuter({ cells }: Head): Guess<IndicatorCode> | undefined {
  return cells.slice(0, -1).findLast(({ indicator }) => indicator.length > 0)
    ?.indicator[0];
}
