import type { Subject } from "../state/subject.ts";
import type { Spot } from "./areas.ts";
import type { SheetView } from "./sheet-view.ts";

/** What the inspector is told of a cell; null where an axis does not say enough. */
export function subjectOfCell(view: SheetView, spot: Spot): Subject | null {
  const at = view.series(spot);
  if (at === null) return null;
  const { indicator, measure, variant, base, unit, decimals } = at.item;
  return {
    type: "cell",
    row: {
      indicator,
      region: at.region,
      measure,
      variant,
      base,
      unit,
      decimals,
    },
    period: at.period,
    cell: view.cell(spot),
  };
}
