import type { Spot } from "./areas.ts";

/** Spells a Chinese text in Latin letters: whole syllables and their initials, joined, lower case. */
export type Spell = (text: string) => readonly string[];

/** Finds a text within others, whatever the case and width of its letters, by pinyin too when `spell` is there. */
export function textFinder(
  wanted: string,
  spell: Spell | null,
): (text: string) => boolean {
  const plain = fold(wanted);
  if (plain === "") return () => false;
  const byPinyin = spell !== null && /^[a-z]+$/.test(plain);
  const spelled = new Map<string, boolean>();
  return (text) => {
    if (fold(text).includes(plain)) return true;
    if (!byPinyin || !/\p{Script=Han}/u.test(text)) return false;
    const known = spelled.get(text);
    if (known !== undefined) return known;
    const found = spell(text).some((letters) => letters.includes(plain));
    spelled.set(text, found);
    return found;
  };
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
}

/** The next place after `from`, by rows, round and round; null when there is none. `back` goes the other way. */
export function nextSpot(
  found: readonly Spot[],
  from: Spot | null,
  back: boolean,
): Spot | null {
  if (from === null) return (back ? found[found.length - 1] : found[0]) ?? null;
  const order = back ? [...found].reverse() : found;
  const sign = back ? -1 : 1;
  const after = order.find(
    ({ row, column }) => (row - from.row || column - from.column) * sign > 0,
  );
  return after ?? order[0] ?? null;
}

/** A text with every occurrence of `wanted` replaced, letters compared by case and width as they are. */
export function replaceIn(text: string, wanted: string, by: string): string {
  return wanted === "" ? text : text.replaceAll(wanted, by);
}
