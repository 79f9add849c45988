import type { Facets } from "../../model/facets.ts";
import {
  isComputed,
  isOtherComparison,
  namesMainPollutant,
} from "../../match/comparison.ts";
import type { Matcher } from "../../match/matcher.ts";
import { fold, normalise } from "../../match/normalise.ts";
import type { ColumnSays } from "../column-says.ts";
import type { Head } from "./head.ts";
import { saysMore } from "./same-group.ts";

/** What a column is by the words of its own header. */
export function columnKind(
  { texts, cells, facets }: Head,
  matcher: Matcher,
): ColumnSays["kind"] {
  const text = texts.at(-1) ?? "";
  const role = cells.at(-1)?.role ?? null;
  if (role === "ordinal") return "ordinal";
  if (role === "remark") return "skip";
  // 断流 among classes of water: how many were not measured.
  if (/^[\u4e00-\u9fff]{2,}$/.test(text) && matcher.placeholder(text) !== null)
    return "computed";
  // A row of units below the names says nothing of it.
  const said = texts[cells.findLastIndex(saysMore)] ?? "";
  if (isComputed(fold(normalise(said)))) return "computed";
  if (texts.slice(0, -1).some((outer) => namesMainPollutant(outer)))
    return "computed";
  if (role === "aggregate" && !namesTotal(facets)) return "aggregate";
  const silent =
    facets.indicator.length === 0 &&
    facets.measure.length === 0 &&
    facets.period.length === 0 &&
    facets.region.length === 0;
  if (isMoneySpent(facets)) return "skip";
  if (facets.measure.length === 0 && isOtherComparison(facets.rest))
    return "computed";
  // 联系电话, 责任单位: a field of some record, and no figure of a cross table.
  if (silent && text !== "" && (matcher.field(text)[0]?.confidence ?? 0) >= 0.9)
    return "skip";
  return "value";
}

/** 累计投入（万元）: money that works cost, which no list has. */
function isMoneySpent({ indicator, rest, unit }: Facets): boolean {
  return (
    indicator.length === 0 &&
    /元$/.test(unit[0]?.value ?? "") &&
    /投入|投资|资金|经费|预算|补[助贴]/.test(rest)
  );
}

/** True when the total is an indicator of its own. */
function namesTotal(facets: Facets): boolean {
  const best = facets.indicator[0];
  return (
    best !== undefined && best.confidence >= 0.8 && /合计|总/.test(best.words)
  );
}
