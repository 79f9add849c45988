import { measures } from "../../model/observation.ts";
import type { ReviewCode } from "../../text/messages/review.ts";
import type { UiCode } from "../../text/messages/ui.ts";
import { describe } from "../../text/words.ts";
import type { ReviewAnswer, ReviewQuestion } from "../../worker/api.ts";
import { periodText } from "../format/period-text.ts";
import type { Names } from "../state/names.ts";

/** A chosen or offered code as it is read: 太原市, μg/m³, 2021年6月. */
export function codeWords(role: string, code: string, names: Names): string {
  switch (role) {
    case "indicator":
      return names.indicator(code);
    case "region":
      return names.region(code);
    case "unit":
      return unitWords(code, names);
    case "period":
      return periodText(code, names.language);
    case "measure": {
      const measure = measures.find((known) => known === code);
      return measure === undefined
        ? code
        : describe(`ui.measure.${measure}`, {}, names.language);
    }
    default:
      return code === "~hidden"
        ? describe("review.answer.hidden", {}, names.language)
        : code;
  }
}

/** A unit as it is printed, or by its name where it has no sign of its own. */
function unitWords(code: string, names: Names): string {
  const label = names.catalog.units.find((unit) => unit.code === code)?.label;
  const printed = names.unit(code);
  const isSign = printed !== "" && printed !== code;
  return isSign || label === undefined ? printed || code : names.label(label);
}

/** The question itself: what is not known of what. */
export function questionCode({
  role,
  place,
  candidates,
  ledgers,
}: ReviewQuestion): ReviewCode {
  if (role === "value" && candidates.length > 0) return "review.ask.hidden";
  if (ledgers && role === "region") return "review.ask.region_ledger";
  if (place === "table" && role === "region") return "review.ask.region_table";
  if (place === "table" && role === "period") return "review.ask.period_table";
  return `review.ask.${role}`;
}

/** How many cells one choice settles: columns, rows or cells. */
export function countCode({ place }: ReviewQuestion): ReviewCode {
  if (place === "column") return "review.columns";
  return place === "row" ? "review.rows" : "review.cells";
}

const relative: Readonly<Record<string, UiCode | ReviewCode>> = {
  "~current": "review.answer.current",
  "~month": "review.answer.month",
  "~toDate": "review.answer.toDate",
  "~year": "review.answer.year",
  "~lastYear": "review.answer.lastYear",
  "~lastMonth": "review.answer.lastMonth",
  "~0": "review.answer.first",
  "~1": "review.answer.second",
};

/** What was answered, in words. */
export function answerWords(answer: ReviewAnswer, names: Names): string {
  const { role, choice } = answer;
  if (choice === "" && answer.ledgers)
    return describe("review.no_place", {}, names.language);
  if (choice === "") return describe("review.not_ours", {}, names.language);
  const code = relative[choice];
  return code === undefined
    ? codeWords(role, choice, names)
    : describe(code, {}, names.language);
}
