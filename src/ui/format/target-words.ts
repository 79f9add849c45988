import type { BindingTarget } from "../../model/binding.ts";
import { describe } from "../../text/words.ts";
import type { Names } from "../state/names.ts";
import { periodText } from "./period-text.ts";

/** What a cell is for, in names: indicator, region, period, measure, or a record and its field. */
export function targetWords(
  target: BindingTarget,
  names: Names,
): readonly string[] {
  if (target.type === "field")
    return [
      names.recordKind(target.kind),
      target.record,
      names.field(target.kind, target.field),
    ];
  const { indicator, region, period, measure, variant, base } = target.key;
  return [
    names.indicator(indicator),
    names.region(region),
    periodText(period, names.language),
    describe(`ui.measure.${measure}`, {}, names.language),
    names.variant(variant),
    base === ""
      ? ""
      : describe(
          "ui.against_base",
          { base: periodText(base, names.language) },
          names.language,
        ),
  ].filter((part) => part !== "");
}
