import type { Matcher } from "../match/matcher.ts";
import type { Facets } from "../model/facets.ts";
import { CERTAIN } from "./certain.ts";
import { readClass } from "./water-class.ts";

interface Head {
  readonly texts: readonly string[];
  readonly facets: Facets;
}

type Kind = "count" | "share" | "open";

/**
 * What columns headed Ⅰ-Ⅲ类, Ⅳ类 or 劣Ⅴ类 hold: numbers of sections, or their
 * shares, as their own unit says, else the texts around the table (`水质类别比例`,
 * `单位：%`). Without either, classes beside 劣Ⅴ类, which the lists have as a
 * number, are numbers too; Ⅰ-Ⅲ类, which they have as a share, is one of the two
 * unless a number of all sections stands in the table. By place: the whole name
 * of each, or null where no list has it (the share of Ⅳ类); columns that are
 * read well as they stand are left out.
 */
export function classColumns(
  columns: readonly Head[],
  around: readonly string[],
  matcher: Matcher,
): ReadonlyMap<number, Facets | null> {
  const found = new Map<number, Facets | null>();
  const classes = columns.map(classNamed);
  if (classes.every((name) => name === null)) return found;
  const counted = new Set(
    columns.filter(countsWorst).map((column) => outerOf(column)),
  );
  const said = saidAround(around);
  const total = columns.some(
    ({ facets }) => facets.indicator[0]?.value === "water.sections",
  );
  columns.forEach((column, at) => {
    const name = classes[at] ?? null;
    const { facets } = column;
    const compared = said === "share" ? comparedShare(column, matcher) : null;
    if (compared !== null) found.set(at, compared);
    if (name === null || facets.measure.length > 0) return;
    const kind = ownKind(facets) ?? said;
    if (kind === "share") {
      const whole = matcher.read(`${name}断面比例`);
      if (isSure(whole)) found.set(at, { ...whole, unit: facets.unit });
      else found.set(at, null);
      return;
    }
    const beside = counted.has(outerOf(column));
    const whole = matcher.read(`${name}断面数`);
    if (kind === "open" && !beside) return;
    if (!isSure(whole)) {
      if (ownKind(facets) !== null) found.set(at, null);
      return;
    }
    const doubted = kind === "open" && isRange(name) && !total;
    found.set(
      at,
      doubted
        ? {
            ...whole,
            indicator: [...whole.indicator, ...facets.indicator].map(
              (guess) => ({ ...guess, confidence: 0.6 }),
            ),
          }
        : { ...whole, unit: facets.unit },
    );
  });
  return found;
}

/** 劣Ⅴ类同比变化 under a title of shares: what the share changed by; null for any other column. */
function comparedShare(
  { texts, facets }: Head,
  matcher: Matcher,
): Facets | null {
  if (facets.measure.length === 0 || ownKind(facets) === "count") return null;
  const [, name] = /^(劣?[^类]{1,3}类)./.exec(texts.at(-1)?.trim() ?? "") ?? [];
  if (name === undefined || readClass(name) === null) return null;
  const whole = matcher.read(`${name}断面比例`);
  return isSure(whole) ? { ...whole, measure: facets.measure } : null;
}

/** The class, or the classes, that a column is named by and nothing else; null for other names. */
function classNamed({ texts, facets }: Head): string | null {
  const text = texts.at(-1)?.trim() ?? "";
  if (!text.includes("类") || namesOther(facets)) return null;
  const name = text.replace(/[（(][^（()）]*[)）]\s*$/, "").trim();
  if (!name.endsWith("类")) return null;
  return isRange(name) || readClass(name) !== null ? name : null;
}

/** Ⅰ-Ⅲ类: from one class to another. */
function isRange(name: string): boolean {
  const [, from = "", to = ""] = range.exec(name) ?? [];
  return readClass(`${from}类`) !== null && readClass(`${to}类`) !== null;
}

const range = /^([^-~—－～–至类]+)类?[-~—－～–至]+([^-~—－～–至类]+)类$/;

/** What the unit of a column makes it; null without one. */
function ownKind({ unit }: Facets): Kind | null {
  const [best] = unit;
  if (best === undefined || best.confidence < CERTAIN) return null;
  return best.value === "%" ? "share" : "count";
}

/** What the title and the lines above a table make of its classes. */
function saidAround(around: readonly string[]): Kind {
  const shares = around.some((text) => shareWords.test(text));
  const counts = around.some((text) => countWords.test(text));
  return shares === counts ? "open" : shares ? "share" : "count";
}

const shareWords =
  /类别?(?:断面)?(?:比例|占比|比重|百分比)|单位\s*[:：]\s*[%％]/;
const countWords = /断面[个数]数?量?(?!据)|单位\s*[:：]\s*个(?![^%％]*[%％])/;

function countsWorst({ facets }: Head): boolean {
  const [best] = facets.indicator;
  return (
    best?.value === worst &&
    best.confidence >= CERTAIN &&
    ownKind(facets) !== "share"
  );
}

/** 水质类别 above the classes says no more than they do. */
function namesOther({ indicator }: Facets): boolean {
  return indicator.some(
    ({ value, confidence }) => !ofClasses.has(value) && confidence >= CERTAIN,
  );
}

const worst = "water.worse5_n";
const ofClasses: ReadonlySet<string> = new Set([
  "water.class",
  "water.good_rate",
  worst,
]);

function isSure({ indicator, rest }: Facets): boolean {
  return (indicator[0]?.confidence ?? 0) >= CERTAIN && rest === "";
}

function outerOf({ texts }: Head): string {
  return texts.slice(0, -1).join("\n");
}
