import type { Spell } from "../grid/find-cells.ts";

/** Stands before every spelling in a text, so that a word is compared with its beginning. */
const mark = "\u0001";

/** The Chinese words of a text in pinyin, whole and by first letters, to put behind it for {@link holdsWords}. */
export function spelled(text: string, spell: Spell | null): string {
  return spell === null
    ? ""
    : [...text.matchAll(/\p{Script=Han}+/gu)]
        .flatMap(([word]) => spell(word))
        .map((letters) => mark + letters)
        .join("");
}

/**
 * True when `text` (lower case) holds every word of `search`; an empty search
 * holds everywhere. Of a spelling (see {@link spelled}) a word must be the
 * beginning: letters in the middle of syllables are in too many.
 */
export function holdsWords(text: string, search: string): boolean {
  const end = text.indexOf(mark);
  const plain = end < 0 ? text : text.slice(0, end);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(
      (word) =>
        plain.includes(word) || (end >= 0 && text.includes(mark + word, end)),
    );
}

/** True for a search that may be pinyin. */
export function mayBePinyin(search: string): boolean {
  return /[a-z]/i.test(search);
}
