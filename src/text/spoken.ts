import type { StatusCode } from "../model/catalog.ts";
import type { Params } from "../model/issue.ts";
import type { TraceStep } from "../model/progress.ts";
import type { Language } from "./message.ts";
import { periodText } from "./period-text.ts";
import { recordsText } from "./records-text.ts";
import { describe } from "./words.ts";

/** Labels of codes, in the language asked for. */
export interface Labels {
  indicator(code: string, language: Language): string;
  region(code: string, language: Language): string;
  unit(code: string, language: Language): string;
  status(code: StatusCode, language: Language): string;
  /** Indicator codes by the name they have in formulas. */
  formulaName(name: string, language: Language): string;
}

const signs: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤" };

/** `≥` for `>=`. */
export function comparatorSign(comparator: string): string {
  return signs[comparator] ?? comparator;
}

/** Sentences that say 年 themselves. */
const yearsAsWritten: ReadonlySet<string> = new Set([
  "progress.step_base_assumed",
  "progress.step_baseline_recorded",
]);

/** A step as a sentence with names in place of codes and printed signs. */
export function speakStep(
  { code, params }: TraceStep,
  language: Language,
  labels: Labels,
): string {
  return tidy(
    describe(code, spokenParams(code, params, language, labels), language),
  );
}

/** The parameters of a message with labels in place of codes; whatever is no code stays. */
export function spokenParams(
  code: string,
  params: Params,
  language: Language,
  labels: Labels,
): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string"
        ? spoken(code, name, value, language, labels)
        : value,
    ]),
  );
}

function spoken(
  code: string,
  name: string,
  value: string,
  language: Language,
  labels: Labels,
): string {
  switch (name) {
    case "indicator":
      return labels.indicator(value, language);
    case "region":
    case "part":
      return labels.region(value, language);
    case "regions":
    case "missing":
      return value
        .split("、")
        .map((one) => labels.region(one, language))
        .join(language === "zh" ? "、" : ", ");
    case "unit":
      return labels.unit(value, language);
    case "records":
      return recordsText(value, language);
    case "comparator":
      return comparatorSign(value);
    case "own":
    case "goal":
      return value.replace(/^[<>]=/, comparatorSign);
    case "status":
      return labels.status(value as StatusCode, language);
    case "formula":
      return value
        .replaceAll("*", "×")
        .replaceAll("/", "÷")
        .replace(/[A-Za-z]\w*/g, (word) => labels.formulaName(word, language));
    case "from":
      return code === "progress.step_converted"
        ? labels.unit(value, language)
        : periodText(value, language);
    case "since":
    case "period":
    case "deadline":
    case "last":
    case "first":
    case "base":
      return yearsAsWritten.has(code) && /^\d{4}$/.test(value)
        ? value
        : periodText(value, language);
    default:
      return value;
  }
}

/** No blank before a unit or sign that sticks to its number, between Chinese characters, or where a unit is empty. */
function tidy(text: string): string {
  return text
    .replace(/(\d) %/g, "$1%")
    .replace(/\b1 (year|month|week)s\b/g, "1 $1")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han}|\d{4}年)/gu, "")
    .replace(/ +(?=（)/g, "")
    .replace(/ +([，。；：）,;:)]|$)/g, "$1")
    .trimEnd();
}
