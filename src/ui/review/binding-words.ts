import type { UiCode } from "../../text/messages/ui.ts";
import type { ReviewBinding } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { periodText } from "../format/period-text.ts";
import type { Names } from "../state/names.ts";

/** What a cell was taken for, as parts of a sentence: indicator, region, period, measure, value. */
export function bindingWords(
  binding: ReviewBinding,
  names: Names,
  say: (code: UiCode, params?: Readonly<Record<string, string>>) => string,
): readonly string[] {
  const value =
    binding.value === null
      ? say("ui.review.no_value", { why: binding.missing || "—" })
      : `${figureText(binding.value, null)}${names.unit(binding.unit) === "" ? "" : ` ${names.unit(binding.unit)}`}`;
  // The number of a row is of nothing.
  if (binding.indicator === "" && binding.field === "") return [value];
  if (binding.indicator === "")
    return [
      say("ui.review.field", { field: names.field("", binding.field) }),
      binding.record,
      binding.reasons.some((reason) => reason.startsWith("state="))
        ? names.ledgerState(value)
        : value,
    ];
  return [
    names.indicator(binding.indicator),
    names.region(binding.region),
    periodText(binding.period, names.language),
    binding.measure === "" ? "" : say(`ui.measure.${binding.measure}`),
    binding.variant,
    value,
  ].filter((part) => part !== "");
}
