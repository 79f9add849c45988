import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Unit } from "../model/unit.ts";
import { type Row, rowIssue } from "./row.ts";

/** Warnings for spellings that two indicators of one dimension claim; a unit in the header cannot tell them apart. */
export function sharedAliases(
  rows: readonly Row<Indicator>[],
  units: ReadonlyMap<string, Unit>,
): Issue[] {
  const owners = new Map<string, string>();
  const issues: Issue[] = [];
  for (const row of rows) {
    const { code, label, aliases, unit } = row.value;
    const dimension = units.get(unit)?.dimension ?? unit;
    const words = new Set([label.zh, ...aliases].map(spelling));
    for (const word of words) {
      const key = `${dimension}|${word}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, code);
      else
        issues.push(
          rowIssue(
            "catalog.shared_alias",
            row,
            "aliases",
            word,
            { first: owner, second: code },
            "warning",
          ),
        );
    }
  }
  return issues;
}

function spelling(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
