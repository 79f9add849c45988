import { regionLevels } from "../../model/region.ts";
import { partRules, pathKinds, type Target } from "../../model/target.ts";
import { conditionText, milestonesText } from "../../model/target-text.ts";
import { describe } from "../../text/words.ts";
import { comparatorText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import type { Names } from "../state/names.ts";

/** What few targets have: behind the others, and not printed. */
export const seldomFields = [
  "variant",
  "base",
  "cumulative",
  "milestones",
  "partOf",
  "weight",
  "parts",
  "each",
  "only",
] as const;

/** What can be changed of a target, in the order of its columns. */
export const targetFields = [
  "indicator",
  "region",
  "comparator",
  "goal",
  "unit",
  "baseline",
  "baselinePeriod",
  "deadline",
  "path",
  "force",
  "plan",
  "source",
  "remark",
  "from",
  "declared",
  "until",
  ...seldomFields,
] as const;
export type TargetField = (typeof targetFields)[number];

export const comparators = ["<=", ">=", "<", ">", "="] as const;
export const forces = ["binding", "expected", "unknown"] as const;

/** Fields chosen from a short list. */
export type ChoiceField = (typeof choiceFields)[number];

const choiceFields = [
  "comparator",
  "unit",
  "path",
  "force",
  "cumulative",
  "parts",
  "each",
] as const;

export function isChoice(field: TargetField): field is ChoiceField {
  return choiceFields.some((known) => known === field);
}

/** 〔〕 or not. */
export const cumulatives = ["no", "yes"] as const;
/** Nothing said, or a rule. */
export const partChoices = ["", ...partRules] as const;
export const eachChoices = ["", ...regionLevels] as const;

/** What a choice field can be, and its word. Units are those of the indicator's kind. */
export function choicesOf(
  field: ChoiceField,
  target: Target,
  names: Names,
): readonly { readonly code: string; readonly word: string }[] {
  const word = (code: string) => ({
    code,
    word: choiceWord(field, code, names),
  });
  switch (field) {
    case "comparator":
      return comparators.map(word);
    case "force":
      return forces.map(word);
    case "path":
      return pathKinds.map(word);
    case "cumulative":
      return cumulatives.map(word);
    case "parts":
      return partChoices.map(word);
    case "each":
      return eachChoices.map(word);
    case "unit":
      return unitsLike(
        names.indicatorInfo(target.indicator)?.unit ?? target.unit,
        names,
      ).map(word);
  }
}

/** Units that convert into this one, itself among them. */
export function unitsLike(unit: string, names: Names): readonly string[] {
  const { units } = names.catalog;
  const own = units.find(({ code }) => code === unit);
  const like = units
    .filter((other) => own !== undefined && other.dimension === own.dimension)
    .map(({ code }) => code);
  return like.includes(unit) ? like : [unit, ...like];
}

function choiceWord(field: ChoiceField, code: string, names: Names): string {
  if (field === "comparator") return comparatorText(code);
  if (field === "unit") return unitWord(code, names);
  return code === "" ? "" : describe(wordCode(field, code), {}, names.language);
}

function wordCode(
  field: Exclude<ChoiceField, "comparator" | "unit">,
  code: string,
): string {
  switch (field) {
    case "path":
      return `targets.path.${code}`;
    case "force":
      return `targets.force.${code}`;
    case "cumulative":
      return `targets.cumulative.${code}`;
    case "parts":
      return `targets.parts.${code}`;
    case "each":
      return `targets.each.${code}`;
  }
}

/** A unit's sign; the label of one that prints none. */
export function unitWord(code: string, names: Names): string {
  const sign = names.unit(code);
  if (sign !== "") return sign;
  const known = names.catalog.units.find((unit) => unit.code === code);
  return known === undefined ? code : names.label(known.label);
}

/** What the field holds: codes and decimal texts; empty where nothing is said. */
export function fieldCode(field: TargetField, target: Target): string {
  switch (field) {
    case "baseline":
      return target.baseline?.value ?? "";
    case "baselinePeriod":
      return target.baseline?.period ?? "";
    case "path":
      return target.path ?? "linear";
    case "remark":
      return target.remark ?? "";
    case "until":
      return target.until ?? "";
    case "cumulative":
      return target.cumulative ? "yes" : "no";
    case "milestones":
      return milestonesText(target.milestones);
    case "partOf":
    case "weight":
    case "parts":
    case "each":
      return target[field] ?? "";
    case "only":
      return conditionText(target.only);
    default:
      return target[field];
  }
}

/** `2022年：44；2023年：41`; in English as it is. */
function inMarksOf(language: Names["language"], text: string): string {
  return language === "zh"
    ? text.replaceAll(": ", "：").replaceAll("; ", "；")
    : text;
}

/** The field as it is shown. */
export function fieldText(
  field: TargetField,
  target: Target,
  names: Names,
): string {
  const code = fieldCode(field, target);
  switch (field) {
    case "indicator":
      return (
        names.indicator(code) +
        (target.variant === ""
          ? ""
          : describe(
              "ui.aside",
              { text: names.variant(target.variant) },
              names.language,
            ))
      );
    case "region":
      return names.region(code);
    case "variant":
      return code === "" ? "" : names.variant(code);
    case "comparator":
    case "unit":
    case "path":
    case "force":
    case "parts":
    case "each":
      return choiceWord(field, code, names);
    case "cumulative":
      return target.cumulative ? choiceWord(field, code, names) : "";
    case "milestones":
      return inMarksOf(
        names.language,
        milestonesText(target.milestones, (period) =>
          periodText(period, names.language),
        ),
      );
    case "only":
      return conditionText(target.only, {
        indicator: (of) => names.indicator(of),
        period: (period) => periodText(period, names.language),
        unit: (unit) => names.unit(unit),
      });
    case "base":
    case "baselinePeriod":
    case "from":
    case "deadline":
      return code === "" ? "" : periodText(code, names.language);
    default:
      return code;
  }
}
