import type { Catalog, Placeholder } from "../model/catalog.ts";
import { fold, normalise } from "./normalise.ts";

/** Reads a cell as a placeholder: the text as it stands first, then its normalised form. */
export function createPlaceholderReader(
  catalog: Catalog,
): (text: string) => Placeholder | null {
  const exact = new Map<string, Placeholder>();
  const normal = new Map<string, Placeholder>();
  for (const placeholder of catalog.placeholders) {
    exact.set(placeholder.text, placeholder);
    const key = fold(normalise(placeholder.text));
    if (key !== "" && !normal.has(key)) normal.set(key, placeholder);
  }
  return (text) => {
    const trimmed = text.trim();
    return exact.get(trimmed) ?? normal.get(fold(normalise(trimmed))) ?? null;
  };
}
