import type { BoundTable, Unmatched } from "../../src/model/binding.ts";

/**
 * What a person decides once: the region or period a file does not say is one
 * answer each; anything else is one choice for all cells with the same words
 * and candidates.
 */
export function decision({ role, text, candidates }: Unmatched): string {
  if ((role === "region" || role === "period") && candidates.length === 0)
    return role;
  return [role, text.replace(/\s+/g, ""), ...candidates].join("|");
}

/** The distinct decisions of a file, and of each of its sheets. */
export function questionsOf(tables: readonly BoundTable[]): {
  readonly all: readonly string[];
  readonly bySheet: ReadonlyMap<string, number>;
} {
  const bySheet = new Map<string, Set<string>>();
  for (const { sheet, unmatched } of tables) {
    const decisions = bySheet.get(sheet) ?? new Set<string>();
    bySheet.set(sheet, decisions);
    for (const one of unmatched) decisions.add(decision(one));
  }
  return {
    all: [...new Set([...bySheet.values()].flatMap((one) => [...one]))],
    bySheet: new Map([...bySheet].map(([sheet, { size }]) => [sheet, size])),
  };
}
