import { closingIndicator } from "../../model/closing-indicator.ts";
import { type Closing, readClosing } from "../../model/closing-words.ts";
import { parseDecimal } from "../../model/decimal.ts";
import { parsePeriod } from "../../model/period.ts";
import { regionLevels } from "../../model/region.ts";
import { partRules, pathKinds, type Target } from "../../model/target.ts";
import { readCondition, readMilestones } from "../../model/target-text.ts";
import type { TargetsUiCode } from "../../text/messages/targets-ui.ts";
import type { Names } from "../state/names.ts";
import { readDayText, readPeriodText } from "./read-period-text.ts";
import {
  comparators,
  cumulatives,
  forces,
  type TargetField,
  unitsLike,
  unitWord,
} from "./target-field.ts";

export interface FieldRefused {
  readonly code: TargetsUiCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * A target with one field as a person typed it (codes for what is chosen from a
 * list), or why it cannot be that. Full-width digits, thousands marks, `≤35`
 * and `2025年6月` are understood; nothing else is guessed.
 */
export function readTargetField(
  field: TargetField,
  typed: string,
  target: Target,
  names: Names,
): Target | FieldRefused {
  const text = typed.normalize("NFKC").trim();
  switch (field) {
    case "indicator":
      return withIndicator(text, target, names);
    case "region":
      return names.regionInfo(text) === undefined
        ? refused("targets.refused.region", text)
        : { ...target, region: text };
    case "comparator": {
      const comparator = comparators.find((known) => known === text);
      return comparator === undefined
        ? refused("targets.refused.comparator", text)
        : { ...target, comparator };
    }
    case "goal":
      return withGoal(text, target, names);
    case "unit":
      return { ...target, unit: text };
    case "baseline":
      return withBaseline(text, target);
    case "baselinePeriod":
      return withBaselinePeriod(text, target);
    case "from":
    case "deadline":
      return withPeriod(field, text, target);
    case "path": {
      const path = pathKinds.find((known) => known === text);
      return path === undefined
        ? refused("targets.refused.choice", text)
        : { ...target, path };
    }
    case "force": {
      const force = forces.find((known) => known === text);
      return force === undefined
        ? refused("targets.refused.choice", text)
        : { ...target, force };
    }
    case "plan":
    case "source":
      return typed.trim() === ""
        ? refused(`targets.refused.no_${field}`, "")
        : { ...target, [field]: typed.trim() };
    case "remark":
      return { ...target, remark: typed.trim() };
    case "declared": {
      if (text === "") return { ...target, declared: "" };
      const declared = readDayText(text);
      return declared === null
        ? refused("targets.refused.day", text)
        : { ...target, declared };
    }
    case "variant":
      return { ...target, variant: text };
    case "base": {
      const base = text === "" ? "" : readPeriodText(text);
      return base === null
        ? refused("targets.refused.period", text)
        : { ...target, base };
    }
    case "cumulative": {
      const said = cumulatives.find((known) => known === text);
      return said === undefined
        ? refused("targets.refused.choice", text)
        : { ...target, cumulative: said === "yes" };
    }
    case "milestones": {
      const { milestones: _milestones, ...plain } = target;
      const milestones = readMilestones(text, readPeriodText);
      if (milestones === null)
        return refused("targets.refused.milestones", text);
      return milestones.length === 0 ? plain : { ...plain, milestones };
    }
    case "partOf": {
      const { partOf: _partOf, ...plain } = target;
      return typed.trim() === "" ? plain : { ...plain, partOf: typed.trim() };
    }
    case "weight": {
      const { weight: _weight, ...plain } = target;
      if (text === "") return plain;
      const weight = decimalFrom(text);
      return weight === null
        ? refused("targets.refused.number", text)
        : { ...plain, weight };
    }
    case "parts": {
      const { parts: _parts, ...plain } = target;
      if (text === "") return plain;
      const parts = partRules.find((known) => known === text);
      return parts === undefined
        ? refused("targets.refused.choice", text)
        : { ...plain, parts };
    }
    case "each": {
      const { each: _each, ...plain } = target;
      if (text === "") return plain;
      const each = regionLevels.find((known) => known === text);
      return each === undefined
        ? refused("targets.refused.choice", text)
        : { ...plain, each };
    }
    case "only":
      return withCondition(text, target, names);
    case "until": {
      const { until: _until, ...open } = target;
      if (text === "") return open;
      const until = readDayText(text);
      return until === null
        ? refused("targets.refused.day", text)
        : { ...target, until };
    }
  }
}

export function isRefused(
  result: Target | FieldRefused,
): result is FieldRefused {
  return "code" in result;
}

function refused(code: TargetsUiCode, text: string): FieldRefused {
  return { code, params: { text } };
}

/** A new indicator brings its unit where the old one does not convert into it. */
function withIndicator(
  code: string,
  target: Target,
  names: Names,
): Target | FieldRefused {
  const info = names.indicatorInfo(code);
  if (info === undefined) return refused("targets.refused.indicator", code);
  const unit = unitsLike(info.unit, names).includes(target.unit)
    ? target.unit
    : info.unit;
  return { ...target, indicator: code, unit };
}

const signs: readonly (readonly [RegExp, Target["comparator"]])[] = [
  [/^(?:≤|<=)/, "<="],
  [/^(?:≥|>=)/, ">="],
  [/^</, "<"],
  [/^>/, ">"],
  [/^=/, "="],
];

function decimalFrom(text: string): string | null {
  const plain = text.replace(/(\d),(?=\d{3}(?:\D|$))/g, "$1");
  return parseDecimal(plain) === null ? null : plain;
}

/** A sign before the number is the comparator; the target's own unit after it is dropped. */
function withGoal(
  text: string,
  target: Target,
  names: Names,
): Target | FieldRefused {
  if (text === "") return refused("targets.refused.no_goal", "");
  const closes = readClosing(text);
  if (closes !== null) return closed(closes.closing, text, target, names);
  const sign = signs.find(([pattern]) => pattern.test(text));
  const rest = (sign === undefined ? text : text.replace(sign[0], "")).trim();
  const unit = unitWord(target.unit, names).normalize("NFKC");
  const number = rest.endsWith(unit)
    ? rest.slice(0, -unit.length).trim()
    : rest;
  const goal = decimalFrom(number);
  return goal === null
    ? refused("targets.refused.number", text)
    : { ...target, goal, comparator: sign?.[1] ?? target.comparator };
}

/** 清零, 全部完成 and 按期完成: no record may be open, or overdue. */
function closed(
  closing: Closing,
  text: string,
  target: Target,
  names: Names,
): Target | FieldRefused {
  const info = names.indicatorInfo(target.indicator);
  const counted =
    info === undefined
      ? null
      : closingIndicator(info, closing, names.catalog.indicators);
  return counted === null
    ? refused("targets.refused.number", text)
    : {
        ...target,
        indicator: counted.code,
        unit: counted.code === target.indicator ? target.unit : counted.unit,
        goal: "0",
        comparator: "=",
      };
}

function withBaseline(text: string, target: Target): Target | FieldRefused {
  if (text === "") return { ...target, baseline: null };
  const value = decimalFrom(text);
  if (value === null) return refused("targets.refused.number", text);
  const period = target.baseline?.period ?? target.from;
  return period === ""
    ? refused("targets.refused.no_baseline_period", text)
    : { ...target, baseline: { value, period } };
}

function withBaselinePeriod(
  text: string,
  target: Target,
): Target | FieldRefused {
  const { baseline } = target;
  if (baseline === null) return refused("targets.refused.no_baseline", text);
  const period = readPeriodText(text);
  return period === null
    ? refused("targets.refused.period", text)
    : { ...target, baseline: { ...baseline, period } };
}

/** An indicator by its code or its name in either language, a period, a comparison and a number: `PM2.5浓度 2015年 > 35 μg/m³`. */
function withCondition(
  text: string,
  target: Target,
  names: Names,
): Target | FieldRefused {
  const { only: _only, ...plain } = target;
  if (text === "") return plain;
  const written = readCondition(text);
  const cut = written?.what.lastIndexOf(" ") ?? -1;
  if (written === null || cut < 0)
    return refused("targets.refused.condition", text);
  const name = written.what.slice(0, cut).trim();
  const period = readPeriodText(written.what.slice(cut + 1));
  const known = names.catalog.indicators.find(
    ({ code, label }) =>
      code === name ||
      label.zh.normalize("NFKC") === name ||
      label.en.normalize("NFKC") === name,
  );
  if (known === undefined || period === null)
    return refused("targets.refused.condition", text);
  const unit =
    written.unit === ""
      ? known.unit
      : unitsLike(known.unit, names).find(
          (code) =>
            code === written.unit ||
            unitWord(code, names).normalize("NFKC") === written.unit,
        );
  const { comparator, value } = written;
  return unit === undefined
    ? refused("targets.refused.condition", text)
    : {
        ...plain,
        only: { indicator: known.code, comparator, value, unit, period },
      };
}

/** The window must not close before it opens. */
function withPeriod(
  field: "from" | "deadline",
  text: string,
  target: Target,
): Target | FieldRefused {
  const code = text === "" && field === "from" ? "" : readPeriodText(text);
  if (code === null) return refused("targets.refused.period", text);
  const changed = { ...target, [field]: code };
  const opens = parsePeriod(changed.from);
  const closes = parsePeriod(changed.deadline);
  return opens !== null && closes !== null && opens.start >= closes.end
    ? {
        code: "targets.refused.window",
        params: { from: changed.from, deadline: changed.deadline },
      }
    : changed;
}
