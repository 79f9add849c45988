import { normalise } from "../match/normalise.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { isoDate, parseIsoDate } from "../model/calendar.ts";
import type { Catalog } from "../model/catalog.ts";
import { yearPeriod } from "../model/period.ts";
import { type RegionLevel, regionLevels } from "../model/region.ts";
import type { PartRule, Target, TargetCondition } from "../model/target.ts";
import { readCondition, readMilestones } from "../model/target-text.ts";
import { periodOfText } from "./period-of-text.ts";
import type { WrittenGoal } from "./read-goal.ts";
import type { TargetField } from "./target-columns.ts";
import type { TargetListContext } from "./target-list-context.ts";
import type { Line } from "./target-list-line.ts";

/** A goal with the column it stands in and the year that names. */
export interface GoalAt {
  readonly goal: WrittenGoal;
  readonly year: number | null;
  readonly unit: string;
  readonly column: number;
}

type Extras = Pick<
  Target,
  "milestones" | "parts" | "each" | "only" | "until" | "replaces"
>;

/** What few lists have: 口径, 节点目标, 分解方式, 适用层级, 适用条件, 停用日期, 替代目标; or the field that cannot be read. */
export function extrasOf(
  line: Line,
  last: GoalAt,
  goals: readonly GoalAt[],
  context: TargetListContext,
):
  | { readonly variant: string; readonly extras: Extras }
  | { readonly field: TargetField } {
  const { matcher, catalog } = context;
  const written = line.text("milestones");
  const listed = readMilestones(
    written,
    (text) => periodOfText(text, matcher)?.code ?? null,
  );
  if (listed === null) return { field: "milestones" };
  const byYear = goals.flatMap(({ year, goal, column }) =>
    year === null || column === last.column
      ? []
      : [{ period: yearPeriod(year).code, goal: goal.value }],
  );
  const milestones = [...byYear, ...listed];
  const spoken = line.text("variant");
  const variant = variantOf(spoken, catalog);
  if (variant === null) return { field: "variant" };
  const rule = line.text("parts");
  const parts = partsOf(rule);
  if (rule !== "" && parts === null) return { field: "parts" };
  const level = line.text("each");
  const each = levelOf(level);
  if (level !== "" && each === null) return { field: "each" };
  const condition = line.text("only");
  const only = conditionOf(condition, context);
  if (condition !== "" && only === null) return { field: "only" };
  const end = line.text("until");
  const until = dayOf(end);
  if (end !== "" && until === null) return { field: "until" };
  const replaces = line.text("replaces");
  return {
    variant,
    extras: {
      ...(milestones.length === 0 ? {} : { milestones }),
      ...(parts === null ? {} : { parts }),
      ...(each === null ? {} : { each }),
      ...(only === null ? {} : { only }),
      ...(until === null ? {} : { until }),
      ...(replaces === "" ? {} : { replaces }),
    },
  };
}

function variantOf(text: string, { variants }: Catalog): string | null {
  if (text === "") return "";
  const plain = normalise(text);
  return (
    variants.find(
      ({ code, label, aliases }) =>
        code === plain || label.zh === plain || aliases.includes(plain),
    )?.code ?? null
  );
}

function partsOf(text: string): PartRule | null {
  if (/合计|求和|加总|sum/i.test(text)) return "sum";
  if (/平均|mean/i.test(text)) return "mean";
  return /从严|不低于|strict/i.test(text) ? "strict" : null;
}

const levelWords: Readonly<Record<string, RegionLevel>> = {
  全国: "country",
  省: "province",
  市: "city",
  县: "county",
  开发区: "zone",
  乡镇: "township",
  流域: "basin",
  分组: "group",
  点位: "site",
};

/** `各市`, `每个县`, `city`. */
function levelOf(text: string): RegionLevel | null {
  const word = text.replace(/^(?:各|每个|每|逐)/, "");
  return (
    levelWords[word] ??
    regionLevels.find((level) => level === word.toLowerCase()) ??
    null
  );
}

/** `2015年PM2.5浓度>35μg/m³`, or in codes. */
function conditionOf(
  text: string,
  { matcher, catalog }: TargetListContext,
): TargetCondition | null {
  const written = readCondition(text);
  if (written === null) return null;
  const [code = "", ...rest] = written.what.split(/\s+/);
  const read = matcher.read(written.what);
  const exact = catalog.indicators.get(code);
  const indicator =
    exact ?? catalog.indicators.get(read.indicator[0]?.value ?? "");
  const hint = read.period[0]?.value;
  const period =
    exact === undefined
      ? hint === undefined
        ? null
        : periodFrom(hint, {})
      : periodOfText(rest.join(" "), matcher);
  if (indicator === undefined || period === null) return null;
  const unit =
    written.unit === ""
      ? indicator.unit
      : catalog.units.has(written.unit)
        ? written.unit
        : matcher.unit(written.unit)[0]?.value;
  return unit === undefined
    ? null
    : {
        indicator: indicator.code,
        comparator: written.comparator,
        value: written.value,
        unit,
        period: period.code,
      };
}

function dayOf(text: string): string | null {
  const day = parseIsoDate(text.slice(0, 10));
  return day === null ? null : isoDate(day);
}
