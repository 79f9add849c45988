import type { UiCode } from "../../text/messages/ui.ts";
import type { ReviewBinding } from "../../worker/api.ts";
import { figureText } from "../format/figure.ts";
import { unitText } from "../format/unit-text.ts";
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
      : `${figureText(binding.value, null)}${unitText(binding.unit) === "" ? "" : ` ${unitText(binding.unit)}`}`;
  if (binding.indicator === "")
    return [
      say("ui.review.field", { field: fieldLabel(binding.field, names) }),
      binding.record,
      value,
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

/** The label of a record's field, whichever kind it belongs to. */
function fieldLabel(code: string, names: Names): string {
  for (const kind of names.catalog.recordKinds)
    for (const field of kind.fields)
      if (field.code === code) return names.label(field.label);
  return code;
}
