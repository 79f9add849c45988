import type { IndicatorCode } from "../../model/codes.ts";
import type { Facets } from "../../model/facets.ts";
import type { Table } from "../../model/table.ts";
import {
  isOfAnyWork,
  saysComplaints,
  saysEnvironment,
} from "../../match/fixed-words.ts";
import type { SheetContext } from "../bind-context.ts";
import type { CrossBindings } from "../bind-cross.ts";
import { CERTAIN } from "../certain.ts";
import type { Surroundings } from "../surroundings.ts";
import { unitScale } from "../unit-scale.ts";

/** True where figures of a table, bound in `parts`, speak of what the lists have; rosters, purchase lists and minutes do not. */
export function isOurs(
  table: Table,
  parts: readonly CrossBindings[],
  surroundings: Surroundings,
  { file, catalog }: Pick<SheetContext, "file" | "catalog">,
): boolean {
  const names = [
    ...table.title.map(({ text }) => text),
    ...table.outer.map(({ text }) => text),
    table.sheet,
    file,
  ];
  const ours = names.some(saysEnvironment) && !names.some(saysComplaints);
  return (
    parts.some(({ bindings }) => bindings.anyValue) ||
    parts.some(({ columns }) =>
      columns.some(({ facets }) => namesIndicator(facets, ours)),
    ) ||
    parts.some(({ rows }) =>
      rows.some(
        ({ rest }) =>
          namesIndicator(rest.facets, ours) ||
          rest.cells.some((facets) => namesIndicator(facets, ours)),
      ),
    ) ||
    surroundings.title.indicator.some(({ value }) =>
      unitsAllow(value, surroundings, catalog),
    )
  );
}

/** False where every unit the sheet states is one the figures of an indicator cannot have: 吨 of 危险废物 are no cases. */
function unitsAllow(
  code: IndicatorCode,
  { units }: Surroundings,
  catalog: SheetContext["catalog"],
): boolean {
  const unit = catalog.indicators.get(code)?.unit;
  return (
    units.length === 0 ||
    (unit !== undefined &&
      units.some(
        ({ value }) =>
          value === "%" || unitScale(value, unit, catalog) !== null,
      ))
  );
}

/** False for the names of other things with a pollutant in them: PM2.5连续监测仪. */
function namesIndicator({ indicator, rest }: Facets, ours: boolean): boolean {
  const [best] = indicator;
  if (best === undefined) return false;
  if (best.confidence >= CERTAIN) return true;
  // 任务数 and 完成率 may be those of newspapers.
  if (rest !== "" || best.words === "完成率") return false;
  return ours || !isOfAnyWork(best.words);
}
