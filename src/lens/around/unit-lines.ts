import type { UnitCode } from "../../model/codes.ts";
import type { Facets, Guess } from "../../model/facets.ts";
import type { Matcher } from "../../match/matcher.ts";

const unitLine =
  /(?:^|[\s\u3000（(：:，,；;]|计量|数据|浓度|金额|面积|数量)单位\s*[:：]\s*(.+)$/;
const exception =
  /^[（(]?除\s*(.+?)\s*(?:为|以|[:：])\s*(.+?)计?外[，,、]?\s*其[余他](?:污染物|指标|各项)?(?:浓度)?(?:均|都)?(?:为|以|是)?\s*(.+?)计?[）)]?$/;

/** 除CO为mg/m³外，其余为μg/m³ as μg/m³（CO为mg/m³）. */
function exceptLast(words: string): string {
  const [, name, other, unit] = exception.exec(words) ?? [];
  return name === undefined || other === undefined || unit === undefined
    ? words
    : `${unit}（${name}为${other}）`;
}

/** True for μg/m³（CO为mg/m³）, a line of nothing but units. */
function isUnits({ unit, rest, period, region, measure }: Facets): boolean {
  return (
    unit.length > 0 &&
    rest === "" &&
    period.length + region.length + measure.length === 0
  );
}

/** The units of 单位 lines, in the order they stand. */
export function unitsOfLines(
  metas: readonly string[],
  matcher: Matcher,
): Guess<UnitCode>[] {
  return metas.flatMap((text) => {
    const words = unitLine.exec(text)?.[1]?.trim() ?? "";
    if (words === "") return [];
    const whole = matcher.unit(words);
    return whole.length > 0 ? whole : matcher.read(`(${words})`).unit;
  });
}

/** What 单位 lines and lines of nothing but units say, exceptions among them. */
export function unitLines(
  texts: readonly string[],
  matcher: Matcher,
): Facets[] {
  return texts.flatMap((text) => {
    const words = unitLine.exec(text)?.[1]?.trim() ?? "";
    const line = exceptLast(words === "" ? text : words);
    const read = matcher.read(`单位：${line}`);
    return words !== "" || isUnits(read) ? [read] : [];
  });
}
