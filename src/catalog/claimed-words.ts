import type { Issue } from "../model/issue.ts";
import type { ReadList } from "./read-list.ts";
import { type Row, rowIssue } from "./row.ts";

/**
 * Leaves out rows one of whose spellings an earlier row has already taken,
 * with an issue for each. Spellings are compared as they are written.
 */
export function dropClaimed<T>(
  list: ReadList<T>,
  spellings: (value: T) => readonly string[],
): ReadList<T> {
  const taken = new Map<string, Row<T>>();
  const issues: Issue[] = [...list.issues];
  const rows = list.rows.filter((row) => {
    const words = new Set(spellings(row.value));
    const claimed = [...words].filter((word) => taken.has(word));
    if (claimed.length === 0) {
      for (const word of words) taken.set(word, row);
      return true;
    }
    for (const word of claimed)
      issues.push(
        rowIssue("catalog.duplicate", row, "aliases", word, {
          first: placeOf(taken.get(word)),
        }),
      );
    return false;
  });
  return { rows, issues };
}

function placeOf(row: Row<unknown> | undefined): string {
  return row === undefined ? "" : `${row.file}:${row.row}`;
}
