/** The marks by which ways of writing periods are told apart, a bit each. */
const marks = new Map(
  Array.from("年月日号季半上下前秋冬十五至到截第qh.-~/", (mark, at) => [
    mark,
    1 << at,
  ]),
);

/** The marks in a text. */
export function marksOf(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1)
    found |= marks.get(text.charAt(at)) ?? 0;
  return found;
}

/**
 * What a text must hold to match a pattern: for each mark, or class of
 * nothing but marks, that stands outside all groups and is not optional, the
 * bits of which one must be there. Whatever else a pattern demands is left to
 * the pattern itself; most are never compiled for a text that cannot match.
 */
export function neededBy(source: string): number[] {
  const needs: number[] = [];
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const end = endOfItem(source, at);
    const item = source.slice(at, end);
    if (item === "|" && depth === 0) return [];
    if (item === "(") depth += 1;
    else if (item === ")") depth -= 1;
    else if (depth === 0 && !/[?*{]/.test(source.charAt(end))) {
      const need = bitsOf(item);
      if (need !== 0) needs.push(need);
    }
    at = end - 1;
  }
  return [...new Set(needs)];
}

/** Where the character, escape or class at a place ends. */
function endOfItem(source: string, at: number): number {
  const first = source.charAt(at);
  if (first === "\\") return at + 2;
  if (first !== "[") return at + 1;
  let end = at + 1;
  while (end < source.length && source.charAt(end) !== "]")
    end += source.charAt(end) === "\\" ? 2 : 1;
  return end + 1;
}

/** The marks an item stands for; none where it may stand for anything else. */
function bitsOf(item: string): number {
  // Any character at all.
  if (item === ".") return 0;
  if (!item.startsWith("[")) return marks.get(item.replace("\\", "")) ?? 0;
  let bits = 0;
  for (let at = 1; at < item.length - 1; at += 1) {
    const character = item.charAt(at);
    const bit = marks.get(character);
    // A dash that is not the first is a range.
    if (bit === undefined || (character === "-" && at > 1)) return 0;
    bits |= bit;
  }
  return bits;
}

/** True where a text with these marks holds one of each that is needed. */
export function holdsNeeded(found: number, needs: readonly number[]): boolean {
  for (let at = 0; at < needs.length; at += 1)
    if ((found & (needs[at] ?? 0)) === 0) return false;
  return true;
}
