import type { Matcher } from "../match/matcher.ts";
import type { Facets } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";
import { readClass } from "./water-class.ts";

interface Head {
  readonly texts: readonly string[];
  readonly facets: Facets;
}

/**
 * What columns headed Ⅰ类 to Ⅴ类 count beside one of 劣Ⅴ类: as that is the
 * number of sections worse than Ⅴ, they are the numbers of those classes. The
 * whole name of each, by place; shares in % are left as they are.
 */
export function classCounts(
  columns: readonly Head[],
  matcher: Matcher,
): ReadonlyMap<number, Facets> {
  const counts = new Map<number, Facets>();
  const counted = new Set(
    columns.filter(countsWorst).map((column) => outerOf(column)),
  );
  if (counted.size === 0) return counts;
  columns.forEach((column, at) => {
    const text = column.texts.at(-1)?.trim() ?? "";
    const { facets } = column;
    if (!counted.has(outerOf(column))) return;
    if (namesOther(facets)) return;
    if (facets.measure.length > 0 || says(facets, "%")) return;
    const name = text.replace(/[（(][^（()）]*[)）]\s*$/, "").trim();
    if (!/^[^劣]*类$/.test(name) || readClass(name) === null) return;
    const whole = matcher.read(`${name}断面数`);
    if ((whole.indicator[0]?.confidence ?? 0) >= CERTAIN) counts.set(at, whole);
  });
  return counts;
}

function countsWorst({ facets }: Head): boolean {
  const [best] = facets.indicator;
  return (
    best?.value === worst && best.confidence >= CERTAIN && !says(facets, "%")
  );
}

/** 水质类别 above the classes says no more than they do. */
function namesOther({ indicator }: Facets): boolean {
  return indicator.some(
    ({ value, confidence }) => value !== "water.class" && confidence >= CERTAIN,
  );
}

const worst = "water.worse5_n";

function says({ unit }: Facets, code: string): boolean {
  return unit.some(({ value }) => value === code);
}

function outerOf({ texts }: Head): string {
  return texts.slice(0, -1).join("\n");
}
