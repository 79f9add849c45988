import type { DayNumber } from "../model/calendar.ts";
import { decimalNumber } from "../model/decimal.ts";
import { roundFraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Observation } from "../model/observation.ts";
import { periodOf } from "../model/period.ts";
import { countOf } from "./counted-figure.ts";

/** What a ledger comes to on some days, as observations; days on which nothing is known are left out. */
export function countedObservations(
  ledger: Ledger,
  indicator: Indicator,
  region: Observation["key"]["region"],
  days: readonly DayNumber[],
): readonly Observation[] {
  const { counts } = indicator;
  if (counts === undefined) return [];
  return [...days]
    .sort((a, b) => a - b)
    .flatMap((day): Observation[] => {
      const tally = ledger.tally(counts.kind, region, day, day);
      const value = tally === null ? null : countOf(counts.part, tally).value;
      const source = tally?.open[0]?.source ?? tally?.done[0]?.source;
      if (value === null || source === undefined) return [];
      const decimals = indicator.decimals ?? 0;
      return [
        {
          key: {
            indicator: indicator.code,
            region,
            period: periodOf(day, day + 1).code,
            measure: "actual",
            variant: "",
            base: "",
          },
          value: decimalNumber(roundFraction(value, decimals)),
          missing: "",
          decimals,
          unit: indicator.unit,
          status: "normal",
          source,
        },
      ];
    });
}
