import type { GridCode } from "../../text/messages/grid.ts";
import type { Say } from "./sheet-view.ts";

/** One line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly words: string;
  /** The keys that do the same, as they are pressed; empty without any. */
  readonly key: string;
  /** Why it cannot be done here, in words; null when it can. */
  readonly why: string | null;
  readonly run: () => void;
}

/** The lines of a menu in groups, which stand apart. */
export type MenuGroups = readonly (readonly MenuItem[])[];

/** A line of a menu; `why` is the code of what stands against it, false for nothing. */
export function menuItem(
  say: Say,
  id: string,
  words: string,
  key: string,
  why: GridCode | false,
  run: () => void,
): MenuItem {
  return { id, words, key, why: why === false ? null : say(why), run };
}

/**
 * The line that a key leads to from line `at` of `words`: arrows go round, Home
 * and End to the ends, a letter to the next line that begins with it. Null for
 * other keys.
 */
export function menuStep(
  key: string,
  at: number,
  words: readonly string[],
): number | null {
  const n = words.length;
  if (n === 0) return null;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % n;
    case "ArrowUp":
      return (at + n - 1) % n;
    case "Home":
      return 0;
    case "End":
      return n - 1;
  }
  if ([...key].length !== 1 || key === " ") return null;
  const letter = key.toLowerCase();
  for (let i = 1; i <= n; i += 1) {
    const next = (at + i) % n;
    if (words[next]?.toLowerCase().startsWith(letter) === true) return next;
  }
  return at;
}
