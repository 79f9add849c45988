import type { IndicatorCode } from "../../model/codes.ts";
import type { Facets } from "../../model/facets.ts";
import type { Head } from "./head.ts";

/** True for columns below the same words that name no two indicators. */
export function sameGroup(a: Head, b: Head): boolean {
  // A unit or a dash between the levels parts no group.
  const parents = ({ texts, cells }: Head): string =>
    texts
      .slice(0, -1)
      .filter((_, at) => saysMore(cells[at]))
      .join("\n");
  if (parents(a) !== parents(b)) return false;
  // 完成率 below 氮氧化物 is of the 累计减排量 beside it, whatever the two words mean together.
  const named = ({ cells }: Head): boolean =>
    (cells.at(-1)?.indicator.length ?? 0) > 0;
  const [one, other] = [a.facets.indicator[0], b.facets.indicator[0]];
  return (
    one === undefined ||
    other === undefined ||
    plainOf(one.value) === plainOf(other.value) ||
    (parents(a) !== "" && (!named(a) || !named(b)))
  );
}

/** False for a unit or a dash. */
export function saysMore(facets: Facets | undefined): boolean {
  return (
    facets !== undefined &&
    (facets.rest !== "" ||
      facets.indicator.length +
        facets.measure.length +
        facets.period.length +
        facets.region.length >
        0)
  );
}

/** The indicator whose fall a `_cut` is. */
export function plainOf(code: IndicatorCode): IndicatorCode {
  return code.replace(/_cut$/, "");
}
