import type { Catalog } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";
import { decimalNumber } from "../model/decimal.ts";
import { roundFraction } from "../model/fraction.ts";
import { parsePeriod } from "../model/period.ts";
import type { UserFormula } from "../model/user-formula.ts";
import { ProgressRows } from "../progress/progress-rows.ts";
import { withFormulas } from "../progress/with-formulas.ts";
import type { FormulaPreview } from "./formula-api.ts";
import type { ShownObservation } from "./kept-rows.ts";

/** Figures shown at most. */
const most = 12;
const shownDecimals = 1;

/** What a formula comes to in one region, the latest periods first; nothing is kept. `observations` are those of the regions it may read. */
export function previewFormula(
  observations: Iterable<ShownObservation>,
  catalog: Catalog,
  formula: UserFormula,
  region: RegionCode,
): FormulaPreview {
  const indicators = new Map(catalog.indicators);
  indicators.delete(formula.code);
  const rows = new ProgressRows(
    withFormulas({ ...catalog, indicators }, [formula]),
  );
  for (const { edited, ...observation } of observations)
    rows.set(observation.key, observation, edited);
  const figures = rows
    .groupsOf(formula.code, region)
    .flatMap((group) => [...group.derived])
    .flatMap(([code, figure]) => {
      const period = parsePeriod(code);
      return period === null ? [] : [{ period, figure }];
    })
    .sort(
      (a, b) =>
        Number(a.figure.value === null) - Number(b.figure.value === null) ||
        b.period.end - a.period.end ||
        a.period.start - b.period.start,
    );
  const decimals = formula.decimals ?? shownDecimals;
  return {
    region,
    decimals,
    figures: figures.slice(0, most).map(({ period, figure }) => ({
      period: period.code,
      value:
        figure.value === null
          ? null
          : decimalNumber(roundFraction(figure.value, decimals)),
      reason: figure.missing,
      name: figure.missingName ?? "",
    })),
  };
}
