import type { Facets } from "../model/facets.ts";
import type { Matcher } from "../match/matcher.ts";
import { refine } from "../match/refine.ts";

/** One reading of a path of texts, outermost first; of no text, an empty one. */
export function refined(texts: readonly string[], matcher: Matcher): Facets {
  return texts.length === 0
    ? matcher.read("")
    : refine(texts.map((text) => matcher.read(text)));
}
