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

/** 水质类别比例 in a title: what stands below the classes are shares. */
const ofShares = /类别(?:断面)?(?:占?比例?|占比|比重|构成)/;

/**
 * What columns headed Ⅰ类 to 劣Ⅴ类 hold under a title of 水质类别比例: the share
 * of 劣Ⅴ类 has a name, null stands for those of the other classes, which have
 * none. Columns that state a count are left as they are.
 */
export function classShares(
  columns: readonly Head[],
  titles: readonly string[],
  matcher: Matcher,
): ReadonlyMap<number, Facets | null> {
  const shares = new Map<number, Facets | null>();
  if (!titles.some((title) => ofShares.test(title))) return shares;
  columns.forEach(({ texts, facets }, at) => {
    const text = (texts.at(-1) ?? "").replace(/[（(][^（()）]*[)）]\s*$/, "");
    const [, name, behind = ""] = /^(劣?.{1,3}类)(.*)$/.exec(text.trim()) ?? [];
    if (name === undefined || readClass(name) === null) return;
    if (/[数个]/.test(texts.join(""))) return;
    if (behind !== "" && facets.measure.length === 0) return;
    const whole = matcher.read(`${name}断面比例`);
    const sure = (whole.indicator[0]?.confidence ?? 0) >= CERTAIN;
    shares.set(at, sure ? { ...whole, measure: facets.measure } : null);
  });
  return shares;
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
