/** Everything an entry may be found by, in the plain spelling of {@link plainQuery}. */
export interface SearchKeys {
  /** Names and code, most telling first. */
  readonly names: readonly string[];
  /** Of each Chinese name: its whole pinyin, and the first letters. */
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
}

/** One spelling of what is typed and what is searched: no case, no blanks or marks, `₂` and `２` as 2. */
export function plainQuery(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00b5\u03bc]/g, "μ")
    .replace(/[\s.·、,，()（）_/-]/g, "");
}

/**
 * How well an entry fits what was typed, the smaller the better; null when it
 * does not. A whole name comes before a beginning, names before pinyin.
 */
export function fit(keys: SearchKeys, query: string): number | null {
  if (query === "") return 0;
  const { names, pinyin, initials } = keys;
  if (names.some((name) => name === query)) return 1;
  if (names.some((name) => name.startsWith(query))) return 2;
  if (initials.some((word) => word === query)) return 3;
  if (initials.some((word) => word.startsWith(query))) return 4;
  if (pinyin.some((word) => word.startsWith(query))) return 5;
  // Two Latin letters are in the middle of too many words.
  if (
    (query.length > 2 || /[^a-z]/.test(query)) &&
    names.some((name) => name.includes(query))
  )
    return 6;
  if (query.length > 2 && initials.some((word) => word.includes(query)))
    return 7;
  if (query.length > 2 && pinyin.some((word) => word.includes(query))) return 8;
  return null;
}

/** The entries that fit, best first; equals stay in their order. */
export function search<T>(
  entries: readonly T[],
  keysOf: (entry: T) => SearchKeys,
  typed: string,
): T[] {
  const query = plainQuery(typed);
  return entries
    .flatMap((entry, at) => {
      const rank = fit(keysOf(entry), query);
      return rank === null ? [] : [{ entry, rank, at }];
    })
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ entry }) => entry);
}
