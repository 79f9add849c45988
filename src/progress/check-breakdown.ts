import type { Catalog } from "../model/catalog.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  subtractFractions,
} from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Params, Severity } from "../model/issue.ts";
import { parsePeriod } from "../model/period.ts";
import type { PartRule, Target } from "../model/target.ts";
import { addsUp } from "./choose-figure.ts";
import { wayOf } from "./compare.ts";
import { convertText } from "./convert-goal.ts";
import {
  absFraction,
  fractionNumber,
  tracedNumber,
} from "./fraction-number.ts";

/** Something about a target and its parts (目标分解) that does not fit, with its arithmetic in the parameters. */
export interface BreakdownFinding {
  /** The target that is broken down. */
  readonly whole: string;
  /** The part it is about; empty for all of them together. */
  readonly part: string;
  readonly code: string;
  readonly severity: Severity;
  readonly params: Params;
}

/**
 * Holds every target that others are a part of against them. Sums: the parts of
 * an amount must come to at least the whole, of a cap to at most it, of `=` to
 * it. Weighted means: the same of Σ goal·weight ÷ Σ weight. Else each part must
 * be at least as strict. Parts of another indicator or direction, in a unit that
 * does not convert, due after the whole, or naming a whole that is not there are
 * findings too, and for sums the regions of the parts' level that have none.
 * Targets are those of one day (versions already chosen).
 */
export function checkBreakdown(
  targets: readonly Target[],
  catalog: Catalog,
): BreakdownFinding[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const parts = new Map<string, Target[]>();
  const findings: BreakdownFinding[] = [];
  for (const target of targets) {
    const { partOf } = target;
    if (partOf === undefined) continue;
    if (!byId.has(partOf))
      findings.push({
        whole: partOf,
        part: target.id,
        code: "progress.part_without_whole",
        severity: "warning",
        params: { ...about(target), whole: partOf },
      });
    const held = parts.get(partOf);
    if (held === undefined) parts.set(partOf, [target]);
    else held.push(target);
  }
  for (const [id, own] of parts) {
    const whole = byId.get(id);
    const indicator =
      whole === undefined ? undefined : catalog.indicators.get(whole.indicator);
    if (whole !== undefined && indicator !== undefined)
      findings.push(...checkWhole(whole, own, indicator, catalog));
  }
  return findings;
}

/** By the whole's own word, else sums for what is counted or adds up, weighted means where every part has a weight, else at least as strict. */
export function partRuleOf(
  whole: Target,
  parts: readonly Target[],
  indicator: Indicator,
): PartRule {
  if (whole.parts !== undefined) return whole.parts;
  if (addsUp(indicator) && indicator.kind !== "days") return "sum";
  if (indicator.kind === "count") return "sum";
  return parts.length > 0 && parts.every(({ weight }) => weight !== undefined)
    ? "mean"
    : "strict";
}

interface Part {
  readonly target: Target;
  readonly goal: Fraction;
}

function checkWhole(
  whole: Target,
  targets: readonly Target[],
  indicator: Indicator,
  catalog: Catalog,
): BreakdownFinding[] {
  const goal = convertText(
    whole.goal,
    whole.unit,
    indicator.unit,
    catalog.units,
  );
  if (goal.kind === "error") return [];
  const findings: BreakdownFinding[] = [];
  const usable: Part[] = [];
  const find = (
    part: string,
    code: string,
    params: Params,
    severity: Severity = "warning",
  ): void => {
    findings.push({
      whole: whole.id,
      part,
      code,
      severity,
      params: { ...about(whole), ...params },
    });
  };
  const way = wayOf(whole.comparator, indicator);
  for (const target of targets) {
    const named = { part: target.region, of: target.id };
    if (
      target.indicator !== whole.indicator ||
      wayOf(target.comparator, indicator) !== way
    ) {
      find(target.id, "progress.part_unlike", named);
      continue;
    }
    const own = convertText(
      target.goal,
      target.unit,
      indicator.unit,
      catalog.units,
    );
    if (own.kind === "error") {
      find(target.id, "progress.part_unit", { ...named, unit: target.unit });
      continue;
    }
    const [due, last] = [
      parsePeriod(target.deadline),
      parsePeriod(whole.deadline),
    ];
    if (due !== null && last !== null && due.end > last.end)
      find(target.id, "progress.part_late", {
        ...named,
        deadline: target.deadline,
        last: whole.deadline,
      });
    usable.push({ target, goal: own.value });
  }
  if (usable.length === 0) return findings;
  const rule = partRuleOf(whole, targets, indicator);
  if (rule === "strict") {
    for (const part of usable)
      if (looser(part.goal, goal.value, whole, indicator))
        find(part.target.id, "progress.part_looser", {
          part: part.target.region,
          own: `${part.target.comparator}${fractionNumber(part.goal)}`,
          goal: `${whole.comparator}${fractionNumber(goal.value)}`,
          by: fractionNumber(
            absFraction(subtractFractions(goal.value, part.goal)),
          ),
          unit: indicator.unit,
        });
    return findings;
  }
  const made = rule === "sum" ? sumOf(usable) : meanOf(usable);
  if (made === null)
    find("", "progress.parts_without_weight", {
      missing: usable
        .filter(({ target }) => !isWeight(target.weight))
        .map(({ target }) => target.region)
        .join("、"),
    });
  else {
    const order = compareFractions(made.value, goal.value);
    const failing =
      whole.comparator === "="
        ? order !== 0
        : way === "up"
          ? order < 0
          : order > 0;
    const params = {
      terms: made.terms,
      made: tracedNumber(made.value),
      goal: `${whole.comparator}${fractionNumber(goal.value)}`,
      by: tracedNumber(absFraction(subtractFractions(made.value, goal.value))),
      unit: indicator.unit,
    };
    const verb = rule === "sum" ? "sum" : "mean";
    if (failing)
      find(
        "",
        order < 0
          ? `progress.parts_${verb}_below`
          : `progress.parts_${verb}_above`,
        params,
      );
    else find("", `progress.parts_${verb}_fits`, params, "info");
  }
  if (rule === "sum") {
    const bare = regionsWithout(whole, targets, catalog);
    if (bare.length > 0)
      find("", "progress.parts_missing", {
        regions: bare.join("、"),
        count: bare.length,
      });
  }
  return findings;
}

function about({ id, indicator, region, deadline }: Target): Params {
  return { id, indicator, region, deadline };
}

function looser(
  own: Fraction,
  goal: Fraction,
  { comparator }: Target,
  indicator: Indicator,
): boolean {
  const order = compareFractions(own, goal);
  const way = wayOf(comparator, indicator);
  return way === "up" ? order < 0 : way === "down" ? order > 0 : order !== 0;
}

interface Made {
  readonly value: Fraction;
  readonly terms: string;
}

function sumOf(parts: readonly Part[]): Made {
  return {
    value: parts.map(({ goal }) => goal).reduce(addFractions),
    terms: parts.map(({ goal }) => fractionNumber(goal)).join(" + "),
  };
}

function isWeight(text: string | undefined): boolean {
  const weight = parseDecimal(text ?? "");
  return weight !== null && weight.digits > 0n;
}

function meanOf(parts: readonly Part[]): Made | null {
  if (!parts.every(({ target }) => isWeight(target.weight))) return null;
  const weighed = parts.map(({ target, goal }) => {
    const text = target.weight ?? "";
    const weight = fractionOf(parseDecimal(text) ?? 0);
    return { text, weight, goal };
  });
  const total = weighed.map(({ weight }) => weight).reduce(addFractions);
  const value = divideFractions(
    weighed
      .map(({ goal, weight }) => multiplyFractions(goal, weight))
      .reduce(addFractions),
    total,
  );
  return value === null
    ? null
    : {
        value,
        terms: `(${weighed
          .map(({ goal, text }) => `${fractionNumber(goal)} × ${text}`)
          .join(" + ")}) ÷ ${fractionNumber(total)}`,
      };
}

/** Regions under the whole's own, of the level most parts are of, that have no part. */
function regionsWithout(
  whole: Target,
  parts: readonly Target[],
  catalog: Catalog,
): string[] {
  const levels = new Set(
    parts.map(({ region }) => catalog.regions.get(region)?.level),
  );
  const [level] = levels;
  if (levels.size !== 1 || level === undefined) return [];
  const held = new Set(parts.map(({ region }) => region));
  return [...catalog.regions.values()]
    .filter(
      (region) =>
        region.parent === whole.region &&
        region.level === level &&
        region.validTo === "" &&
        !held.has(region.code),
    )
    .map(({ code }) => code);
}
