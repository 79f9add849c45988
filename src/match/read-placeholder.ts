import type { Catalog, Placeholder } from "../model/catalog.ts";
import { fold, normalise } from "./normalise.ts";

const digit = /[0-9]/;

/** Reads a cell as a placeholder: the text as it stands first, then its normalised form. */
export function createPlaceholderReader(
  catalog: Catalog,
): (text: string) => Placeholder | null {
  const exact = new Map<string, Placeholder>();
  const normal = new Map<string, Placeholder>();
  let numbered = false;
  for (const placeholder of catalog.placeholders) {
    exact.set(placeholder.text, placeholder);
    const key = fold(normalise(placeholder.text));
    if (key !== "" && !normal.has(key)) normal.set(key, placeholder);
    if (digit.test(key)) numbered = true;
  }
  return (text) => {
    const trimmed = text.trim();
    const stated = exact.get(trimmed);
    if (stated !== undefined) return stated;
    // Figures are most of what is asked about, and a digit stays one.
    if (!numbered && digit.test(trimmed)) return null;
    return normal.get(fold(normalise(trimmed))) ?? null;
  };
}
