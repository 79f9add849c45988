import type { IndicatorCode, UnitCode } from "../model/codes.ts";
import type { Facets, Guess } from "../model/facets.ts";
import { refine } from "./refine.ts";
import { fold, normalise } from "./normalise.ts";
import { scan } from "./scan.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Units a text states, the general one first: the whole text, in brackets, or after 单位：. */
export function readUnit(
  text: string,
  vocabulary: Vocabulary,
): Guess<UnitCode>[] {
  const folded = fold(normalise(text)).replace(/^\(([^()]+)\)$/, "$1");
  const whole = vocabulary.words
    .exact(folded)
    .flatMap((meaning) => (meaning.slot === "unit" ? [meaning.code] : []));
  const first = whole[0];
  if (first !== undefined)
    return [{ value: first, words: folded, confidence: 1 }];
  return scan(text, vocabulary).units.map(({ code, words, only }, index) => ({
    value: code,
    words,
    confidence: only === null && index === 0 ? 1 : 0.5,
  }));
}

/** The indicators a unit line names with a unit of their own: `CO为mg/m3` gives `air.co` and mg/m3. */
export function unitExceptions(
  text: string,
  matcher: { read(text: string): Facets },
  names: readonly string[],
): ReadonlyMap<IndicatorCode, UnitCode> {
  const line = matcher.read(text);
  const general = line.unit[0]?.value;
  const exceptions = new Map<IndicatorCode, UnitCode>();
  for (const name of names) {
    const { indicator, unit } = refine([line, matcher.read(name)]);
    const [code, stated] = [indicator[0]?.value, unit[0]?.value];
    if (code !== undefined && stated !== undefined && stated !== general)
      exceptions.set(code, stated);
  }
  return exceptions;
}
