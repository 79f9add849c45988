import type { IndicatorCode, PeriodCode, UnitCode } from "./codes.ts";
import { parseDecimal } from "./decimal.ts";
import type { Comparator, Target, TargetCondition } from "./target.ts";

type Milestones = NonNullable<Target["milestones"]>;

/** Milestones as one text: `2021: 45; 2023: 42`. */
export function milestonesText(
  milestones: Target["milestones"],
  period: (code: PeriodCode) => string = (code) => code,
): string {
  return (milestones ?? [])
    .map(({ period: code, goal }) => `${period(code)}: ${goal}`)
    .join("; ");
}

/** The milestones a text lists, full-width marks included; null when a part of it is none. `period` reads one period. */
export function readMilestones(
  text: string,
  period: (text: string) => PeriodCode | null,
): Milestones | null {
  const parts = text
    .normalize("NFKC")
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found: { period: PeriodCode; goal: string }[] = [];
  for (const part of parts) {
    const match = /^(.+?)\s*[:=]\s*(-?\d+(?:\.\d+)?)$/.exec(part);
    const code = period(match?.[1] ?? "");
    const goal = match?.[2];
    if (code === null || goal === undefined) return null;
    found.push({ period: code, goal });
  }
  return found;
}

/** A condition as one text: `air.pm25 2015 > 35 μg/m3`. */
export function conditionText(
  only: TargetCondition | undefined,
  words: {
    readonly indicator: (code: IndicatorCode) => string;
    readonly period: (code: PeriodCode) => string;
    readonly unit: (code: UnitCode) => string;
  } = { indicator: same, period: same, unit: same },
): string {
  if (only === undefined) return "";
  const { indicator, period, comparator, value, unit } = only;
  return `${words.indicator(indicator)} ${words.period(period)} ${comparator} ${value} ${words.unit(unit)}`.trim();
}

/** What a text says of a condition before its words are looked up; null when it is none. */
export interface WrittenCondition {
  /** Indicator and period, in this order or not told apart. */
  readonly what: string;
  readonly comparator: Comparator;
  readonly value: string;
  readonly unit: string;
}

const signs: readonly (readonly [RegExp, Comparator])[] = [
  [/≥|>=|不低于|不少于/, ">="],
  [/≤|<=|不高于|不超过/, "<="],
  [/>|高于|大于|超过/, ">"],
  [/<|低于|小于/, "<"],
  [/=|等于/, "="],
];

export function readCondition(text: string): WrittenCondition | null {
  const plain = text.normalize("NFKC").trim();
  for (const [sign, comparator] of signs) {
    const match = sign.exec(plain);
    if (match === null) continue;
    const what = plain.slice(0, match.index).trim();
    const rest = plain.slice(match.index + match[0].length).trim();
    const number = /^-?\d+(?:\.\d+)?/.exec(rest)?.[0] ?? "";
    if (what === "" || parseDecimal(number) === null) return null;
    return {
      what,
      comparator,
      value: number,
      unit: rest.slice(number.length).trim(),
    };
  }
  return null;
}

function same(text: string): string {
  return text;
}
