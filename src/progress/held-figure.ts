import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import { type Fraction, fractionOf } from "../model/fraction.ts";
import type { Source } from "../model/observation.ts";
import { shiftYears } from "../model/period.ts";
import type { PartFigure } from "./aggregate.ts";
import type { FormulaPlace } from "./evaluate-formula.ts";
import type { KeptIndex } from "./observation-index.ts";

const noFigure: PartFigure = {
  value: null,
  missing: "progress.input_missing",
  sources: [],
};

/** What holds at a key: the number stated, else the one computed. */
export function heldFigure(
  index: KeptIndex,
  indicator: IndicatorCode,
  region: RegionCode,
  period: PeriodCode,
  variant: string,
  base: PeriodCode,
): PartFigure {
  const group = index.groupAt(indicator, region, variant, base);
  const column = group.actual;
  const place = column?.place(period) ?? -1;
  const number = place < 0 ? NaN : (column?.numberAt(place) ?? NaN);
  if (column !== undefined && !Number.isNaN(number))
    return {
      value: fractionOf(number),
      missing: "",
      sources: [column.at(place).source],
    };
  const derived = group.derived.get(period);
  return derived === undefined
    ? noFigure
    : {
        value: derived.value,
        missing: derived.missing,
        sources: derived.inputs.flatMap(({ sources }) => sources),
      };
}

/** The 上年同期 that a sheet prints beside the figure of a year later. */
export function statedBeside(
  index: KeptIndex,
  indicator: IndicatorCode,
  { region, period }: Pick<FormulaPlace, "region" | "period">,
  variant: string,
  base: PeriodCode,
): { readonly value: Fraction; readonly sources: readonly Source[] } | null {
  const later = shiftYears(period, 1).code;
  const previous = index
    .groupAt(indicator, region, variant, base)
    .stated.get("previous")
    ?.get(later);
  return typeof previous?.value === "number"
    ? { value: fractionOf(previous.value), sources: [previous.source] }
    : null;
}
