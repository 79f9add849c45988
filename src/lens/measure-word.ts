import type { Catalog, MeasureWord } from "../model/catalog.ts";

const byText = new WeakMap<
  Catalog["measureWords"],
  ReadonlyMap<string, MeasureWord>
>();

/** The listed measure word that some words are, whatever blanks and widths they have; undefined for others. */
export function measureWord(
  words: string,
  { measureWords }: Pick<Catalog, "measureWords">,
): MeasureWord | undefined {
  let known = byText.get(measureWords);
  if (known === undefined) {
    // The first of two spellings that come to one holds.
    known = new Map(
      [...measureWords].reverse().map((word) => [plain(word.text), word]),
    );
    byText.set(measureWords, known);
  }
  return known.get(plain(words));
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
