import type { Facets } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";

/** The header of a column, outermost level first: its texts, what each says, and what they say together. */
interface Head {
  readonly texts: readonly string[];
  readonly cells: readonly Facets[];
  readonly facets: Facets;
}

/**
 * The places of columns that only tell a part of the figure before them: 其中：煤改电
 * and the 煤改气 beside it, names that no list has, and 其中：罚款 behind
 * 处罚金额, which would state the same figure twice. 其中：按日计罚 behind
 * 五类案件 is a figure of its own. 罚款数额 below 按日连续处罚 is no sum of fines.
 */
export function partColumns(columns: readonly Head[]): ReadonlySet<number> {
  const parts = new Set<number>();
  columns.forEach((column, at) => {
    const leaf = column.cells.at(-1);
    if (leaf === undefined) return;
    if (
      isOtherCount(column, columns) ||
      isKindBesideSum(column, columns) ||
      isSideOfTown(column, columns) ||
      isFineOfKind(column)
    ) {
      parts.add(at);
      return;
    }
    if (column.texts.some((text) => /^其中/.test(text.trim()))) {
      const [own] = leaf.indicator;
      const named = own !== undefined && own.confidence >= CERTAIN;
      if (named ? isWhole(columns, at, own.value, parts) : leaf.rest !== "")
        parts.add(at);
      return;
    }
    if (isOfKind(columns, at)) parts.add(at);
    const before = columns[at - 1];
    if (
      parts.has(at - 1) &&
      before !== undefined &&
      outerOf(before) === outerOf(column) &&
      leaf.rest !== "" &&
      leaf.indicator.length + leaf.measure.length + leaf.period.length === 0
    )
      parts.add(at);
  });
  return parts;
}

/** 完成蒸吨数 beside 完成台数 below what is counted in pieces: the same work in another count. */
function isOtherCount(
  { texts, facets }: Head,
  columns: readonly Head[],
): boolean {
  const text = texts.at(-1) ?? "";
  if (facets.unit.length > 0 || !/完成.*蒸吨数?$/.test(text)) return false;
  if (facets.indicator[0]?.words.includes("蒸吨") === true) return false;
  const group = texts.slice(0, -1).join("\n");
  const beside = columns.filter((other) => outerOf(other) === group);
  const says = (words: RegExp): boolean =>
    beside.some((other) => words.test(other.texts.at(-1) ?? ""));
  // Behind a task of its own it is what was done of that one.
  return says(/完成.*台/) && !says(/任务.*蒸吨/);
}

/** 城区 beside 农村 below 清洁取暖率: the figure of one side, of which no list has a name and no list has the place. */
function isSideOfTown(column: Head, columns: readonly Head[]): boolean {
  const text = column.texts.at(-1)?.trim() ?? "";
  const group = outerOf(column);
  const side = [town, country].find((words) => words.test(text));
  if (side === undefined || group === "") return false;
  const other = side === town ? country : town;
  const [own] = column.facets.indicator;
  const outer = column.cells
    .slice(0, -1)
    .findLast(({ indicator }) => indicator.length > 0)?.indicator[0];
  return (
    // 农村 below 生活垃圾分类覆盖率 has a name of its own.
    own !== undefined &&
    own.value === outer?.value &&
    !own.words.includes(text) &&
    columns.some(
      (beside) =>
        outerOf(beside) === group &&
        other.test(beside.texts.at(-1)?.trim() ?? ""),
    )
  );
}

const town = /^(?:城区|主城区|城市|城镇|(?:城市)?建成区)$/;
const country = /^(?:农村|乡村|农村地区|乡镇)$/;

/** 煤改电 and 煤改气 beside 合计 of their group: parts of it that no list has. */
function isKindBesideSum(column: Head, columns: readonly Head[]): boolean {
  const group = outerOf(column);
  if (group === "" || !isUnknown(column)) return false;
  const others = columns.filter(
    (other) => other !== column && outerOf(other) === group,
  );
  return (
    others.filter(isUnknown).length > 0 &&
    others.filter(({ texts }) => sums.test(texts.at(-1)?.trim() ?? ""))
      .length === 1 &&
    others.every(
      (other) =>
        isUnknown(other) || sums.test(other.texts.at(-1)?.trim() ?? ""),
    )
  );
}

/** The header of a sum of a group. */
const sums = /^(?:合计|小计|总计|共计|排放总量)$/;

/** True for a leaf of words that no list has. */
function isUnknown({ cells }: Head): boolean {
  const leaf = cells.at(-1);
  return (
    leaf !== undefined &&
    leaf.rest !== "" &&
    leaf.role === null &&
    leaf.region.length === 0 &&
    leaf.unit.length === 0 &&
    leaf.indicator.length + leaf.measure.length + leaf.period.length === 0
  );
}

/** True where the nearest figure to the left is of the same indicator. */
function isWhole(
  columns: readonly Head[],
  at: number,
  code: string,
  parts: ReadonlySet<number>,
): boolean {
  for (let left = at - 1; left >= 0; left -= 1) {
    if (parts.has(left)) continue;
    const { indicator, measure } = columns[left]?.facets ?? {};
    return (
      indicator?.[0]?.value === code &&
      (measure?.[0]?.value ?? "actual") === "actual"
    );
  }
  return false;
}

/**
 * 罚款 below 按日连续处罚, beside that of 行政处罚 or of nothing said: the figure
 * of one kind, where another column has that of all.
 */
function isOfKind(columns: readonly Head[], at: number): boolean {
  const here = columns[at];
  const leaf = here?.cells.at(-1)?.indicator[0];
  if (here === undefined || leaf === undefined || leaf.confidence < CERTAIN)
    return false;
  if (!standsUnderOther(here, leaf.value)) return false;
  const measure = here.facets.measure[0]?.value ?? "actual";
  return columns.some((other, index) => {
    const [own] = other.facets.indicator;
    return (
      index !== at &&
      own?.value === leaf.value &&
      own.confidence >= CERTAIN &&
      (other.facets.measure[0]?.value ?? "actual") === measure &&
      other.facets.variant[0]?.value === here.facets.variant[0]?.value &&
      other.facets.period[0]?.words === here.facets.period[0]?.words &&
      groupOf(other) !== groupOf(here) &&
      !standsUnderOther(other, leaf.value)
    );
  });
}

/** 罚款数额 below 按日连续处罚: what cases of one kind cost, and not all of them. */
function isFineOfKind(column: Head): boolean {
  const [own] = column.facets.indicator;
  const group = groupOf(column);
  return (
    own?.value === "enf.fine" &&
    group?.startsWith("enf.") === true &&
    !ofAllCases.has(group) &&
    standsUnderOther(column, own.value)
  );
}

/** What fines are of where nobody says of which kind. */
const ofAllCases: ReadonlySet<string> = new Set(["enf.cases", "enf.firms"]);

function groupOf({ cells }: Head): string | undefined {
  return cells.at(-2)?.indicator[0]?.value;
}

/** True where the level above surely names another indicator, and is no part of the name of this one. */
function standsUnderOther({ cells, facets }: Head, code: string): boolean {
  const [group] = cells.at(-2)?.indicator ?? [];
  const [own] = facets.indicator;
  return (
    group !== undefined &&
    group.confidence >= CERTAIN &&
    group.value !== code &&
    own?.words.startsWith(group.words) !== true
  );
}

function outerOf({ texts }: Head): string {
  return texts.slice(0, -1).join("\n");
}
