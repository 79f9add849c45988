import type { RecordKind } from "../model/catalog.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { ReadList } from "./read-list.ts";
import { rowIssue } from "./row.ts";

/** Takes away the counting of records of a kind that is not there or has no states; the indicator stays. */
export function checkCountedKinds(
  list: ReadList<Indicator>,
  kinds: ReadonlyMap<string, RecordKind>,
): ReadList<Indicator> {
  const issues: Issue[] = [...list.issues];
  const rows = list.rows.map((row) => {
    const { counts, ...value } = row.value;
    if (
      counts === undefined ||
      kinds.get(counts.kind)?.fields.some(({ type }) => type === "state") ===
        true
    )
      return row;
    issues.push(
      rowIssue("catalog.unknown_code", row, "counts.kind", counts.kind, {
        list: "records.json",
      }),
    );
    return { ...row, value };
  });
  return { rows, issues };
}
