import type { ReviewCode } from "../../text/messages/review.ts";
import { describe } from "../../text/words.ts";
import type { ReviewBinding } from "../../worker/api.ts";
import { periodText } from "../format/period-text.ts";
import type { Names } from "../state/names.ts";

const quoting: Readonly<Record<string, ReviewCode>> = {
  indicator: "review.why.indicator",
  measure: "review.why.measure",
  period: "review.why.period",
  region: "review.why.region",
  unit: "review.why.unit",
  base: "review.why.base",
};

/** Why a cell was taken for what it was: how sure, and from which words. */
export function whyWords(binding: ReviewBinding, names: Names): string[] {
  const { language } = names;
  const say = (code: ReviewCode, words = ""): string =>
    describe(code, { words }, language);
  const percent = `${Math.round(binding.confidence * 100)}%`;
  const reasons = binding.reasons.flatMap((reason): string[] => {
    const cut = reason.indexOf("=");
    const [name, words] = [reason.slice(0, cut), reason.slice(cut + 1)];
    if (name === "role") return [say("review.why.ordinal")];
    if (name === "field") return [say("review.why.field")];
    if (name === "state") return [say("review.why.state")];
    if (name === "answered") return [say("review.why.answered")];
    const code = quoting[name];
    if (code === undefined) return [];
    if (name === "unit") return [say(code, names.unit(words) || words)];
    if (name === "base") return [say(code, periodText(words, language))];
    if (words.trim() !== "") return [say(code, words.trim())];
    return name === "region" || name === "period"
      ? [
          describe(
            "review.why.around",
            { what: describe(`ui.asked.${name}`, {}, language) },
            language,
          ),
        ]
      : [];
  });
  return [describe("review.why", { percent }, language), ...reasons];
}
