import type { IndicatorFind, UnitFind } from "./reading.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * True where a unit's word stands as one: the whole text, in brackets, after a
 * colon or a comma (`浓度，μg/m3`, `罚款/万元`). % and 百分点 may follow a word
 * directly (`同比%`), and so may units written with Latin letters and a slash.
 * A part of an unknown unit (吨/日 where only 吨 is known) is none.
 */
export function standsAsUnit(
  folded: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): boolean {
  if (start === 0 && end === folded.length) return true;
  const before = folded.charAt(start - 1);
  const after = folded.charAt(end);
  const word = folded.slice(start, end);
  if (after === "/" || !/^$|[(),;、:\s。计]/.test(after)) return false;
  if (word === "%" || /^个?百分点$/.test(word)) return !/\d/.test(before);
  if (before === "/") return slashBefore(folded, start - 1, vocabulary);
  if (before === "" || /[(,;:、\s为按以)]/.test(before)) return true;
  // 达标天数 over 天 in one cell: what counts days is in days, said once more.
  if (word === "天" && /(?:天|日)数$/.test(folded.slice(0, start)))
    return end === folded.length;
  return /^[a-zμ]+\/[a-z0-9]+$/.test(word) && !/[a-z0-9]/.test(before);
}

/** `罚款/万元`, outside brackets, and not the second half of a compound unit. */
function slashBefore(
  folded: string,
  slash: number,
  vocabulary: Vocabulary,
): boolean {
  const left = folded.slice(0, slash);
  if (left.lastIndexOf("(") > left.lastIndexOf(")")) return false;
  return !vocabulary.words
    .find(left)
    .some(
      ({ end, values }) =>
        end === left.length && values.some(({ slot }) => slot === "unit"),
    );
}

interface Placed {
  readonly start: number;
}

/**
 * In a line of several units (`单位：μg/m3（CO为mg/m3）`, `微克/立方米、毫克/立方米(CO)`)
 * a unit beside the names of indicators holds for those only.
 */
export function unitConditions(
  folded: string,
  units: readonly (UnitFind & Placed & { readonly end: number })[],
  indicators: readonly (IndicatorFind & Placed)[],
): { readonly units: UnitFind[]; readonly indicators: IndicatorFind[] } {
  if (units.length < 2)
    return { units: [...units], indicators: [...indicators] };
  const clause = (at: number) =>
    [...folded.slice(0, at)].filter((c) => /[(),;、。]/.test(c)).length;
  const unitClauses = new Set(units.map(({ start }) => clause(start)));
  const taken = new Set<IndicatorFind>();
  const conditioned = units.map((unit) => {
    const own = clause(unit.start);
    const beside = indicators.filter(({ start }) => clause(start) === own);
    const behind = indicators.filter(
      ({ start }) =>
        clause(start) === own + 1 &&
        !unitClauses.has(own + 1) &&
        folded.charAt(unit.end) === "(" &&
        unit.start > (units[0]?.start ?? 0),
    );
    const named = beside.length > 0 ? beside : behind;
    if (named.length === 0) return unit;
    for (const find of named) taken.add(find);
    return { ...unit, only: named.flatMap(({ codes }) => codes) };
  });
  const general = conditioned.filter(({ only }) => only === null);
  if (general.length === conditioned.length)
    return { units: [...units], indicators: [...indicators] };
  return {
    units: [...general, ...conditioned.filter(({ only }) => only !== null)],
    indicators: indicators.filter((find) => !taken.has(find)),
  };
}
