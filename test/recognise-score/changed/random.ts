/** Chances that a seed fixes: numbers from 0 to below 1. */
export type Random = () => number;

/** The same numbers for the same words (mulberry32 over their FNV-1a hash). */
export function randomOf(words: string): Random {
  let state = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1)
    state = Math.imul(state ^ words.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
