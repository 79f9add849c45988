import type { Params } from "../../model/issue.ts";
import { measures } from "../../model/observation.ts";
import { statuses } from "../../model/catalog.ts";
import { recordsText } from "../../text/records-text.ts";
import { describe } from "../../text/words.ts";
import type { Names } from "../state/names.ts";
import { comparatorText } from "./figure.ts";
import { dayWords, periodText } from "./period-text.ts";

/** Sentences that say the unit of time themselves: `比 {base} 年计`. */
const yearsAsWritten: ReadonlySet<string> = new Set([
  "progress.step_base_assumed",
  "progress.step_baseline_recorded",
]);

/**
 * The parameters of a message with names in place of codes: indicators,
 * regions, periods, units, comparators, statuses, fields. Numbers keep their
 * digits, and whatever is no code stays as it is.
 */
export function paramWords(code: string, params: Params, names: Names): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" ? words(code, name, value, names) : value,
    ]),
  );
}

/** A message whose parameters may be codes, as a sentence. */
export function describeNamed(
  code: string,
  params: Params,
  names: Names,
): string {
  return describe(code, paramWords(code, params, names), names.language);
}

function words(
  code: string,
  name: string,
  value: string,
  names: Names,
): string {
  switch (name) {
    case "indicator":
      return names.indicator(value);
    case "region":
      return names.region(value);
    case "unit":
      return names.unit(value);
    case "records":
      return recordsText(value, names.language);
    case "comparator":
      return comparatorText(value);
    case "formula":
      return formulaWords(value, names);
    case "field":
      return names.field("", value);
    case "status": {
      const status = statuses.find((known) => known === value);
      return status === undefined ? value : names.status(status);
    }
    case "measure":
      return measures.some((known) => known === value)
        ? describe(`ui.measure.${value}`, {}, names.language)
        : value;
    case "from":
      // A conversion goes from one unit to another.
      return code === "progress.step_converted"
        ? names.unit(value)
        : periodText(value, names.language);
    case "day":
      return dayWords(value, names.language);
    case "period":
    case "deadline":
    case "base":
      return yearsAsWritten.has(code) && /^\d{4}$/.test(value)
        ? value
        : periodText(value, names.language);
    default:
      return value;
  }
}

/** `water_worse5_n / water_sections * 100` with names and printed signs. */
function formulaWords(formula: string, names: Names): string {
  const byName = new Map(
    names.catalog.indicators.map(({ code }) => [
      code.replaceAll(".", "_"),
      names.indicator(code),
    ]),
  );
  return formula
    .replaceAll("*", "×")
    .replaceAll("/", "÷")
    .replace(/[A-Za-z]\w*/g, (word) => byName.get(word) ?? word);
}
