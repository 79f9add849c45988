/** True when `text` (lower case) holds every word of `search`; an empty search holds everywhere. */
export function holdsWords(text: string, search: string): boolean {
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
