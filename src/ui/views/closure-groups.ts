import type { ClosureItem } from "../../model/sheet.ts";

export interface ClosureGroup {
  readonly entry: string;
  readonly reason: ClosureItem["reason"];
  readonly n: number;
  /** The first few touched elements. */
  readonly elements: string;
}

const few = 6;

/** The edit closure by part of the file and reason, in the order met. */
export function closureGroups(
  closure: readonly ClosureItem[],
): readonly ClosureGroup[] {
  const groups = new Map<string, ClosureItem[]>();
  for (const item of closure) {
    const key = `${item.entry}|${item.reason}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return [...groups.values()].flatMap((items) => {
    const [first] = items;
    if (first === undefined) return [];
    const elements = items.slice(0, few).map((item) => item.element);
    return [
      {
        entry: first.entry,
        reason: first.reason,
        n: items.length,
        elements: elements.join(" ") + (items.length > few ? " …" : ""),
      },
    ];
  });
}
