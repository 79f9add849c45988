import * as v from "valibot";
import type { Issue } from "../model/issue.ts";
import type { ListSource } from "./list-source.ts";
import { type Row, rowIssue } from "./row.ts";

export interface ReadList<T> {
  /** One row per key, in the order in which keys were first met. */
  readonly rows: readonly Row<T>[];
  readonly issues: readonly Issue[];
}

/**
 * Checks the rows of a list and of what was added to it. A row that fails is
 * left out with one issue per failing field; of two rows with one key in one
 * list the first stays; a row of a later source replaces that of an earlier one.
 */
export function readList<T>(
  sources: readonly ListSource[],
  schema: v.GenericSchema<unknown, T>,
  key: { readonly field: string; readonly of: (value: T) => string },
  split: (source: ListSource) => SplitList = splitJson,
): ReadList<T> {
  const rows = new Map<string, Row<T>>();
  const issues: Issue[] = [];
  for (const source of sources) {
    const parts = split(source);
    issues.push(...parts.issues);
    const seen = new Map<string, number>();
    for (const raw of parts.rows) {
      const result = v.safeParse(schema, raw.value);
      if (!result.success) {
        issues.push(...result.issues.map((issue) => fieldIssue(raw, issue)));
        continue;
      }
      const row = { ...raw, value: result.output };
      const name = key.of(row.value);
      const first = seen.get(name);
      if (first !== undefined) {
        issues.push(
          rowIssue("catalog.duplicate", row, key.field, name, {
            first: `${row.file}:${first}`,
          }),
        );
        continue;
      }
      seen.set(name, row.row);
      rows.set(name, row);
    }
  }
  return { rows: [...rows.values()], issues };
}

export interface SplitList {
  readonly rows: readonly Row<unknown>[];
  readonly issues: readonly Issue[];
}

function splitJson(source: ListSource): SplitList {
  const { file, list } = source;
  if (!Array.isArray(list)) return { rows: [], issues: [notAList(file)] };
  const rows = list.map((value: unknown, index) => ({
    value,
    file,
    row: index + 1,
  }));
  return { rows, issues: [] };
}

export function notAList(file: string): Issue {
  return {
    code: "catalog.not_a_list",
    severity: "error",
    file,
    params: { file },
  };
}

export function fieldIssue(
  at: Row<unknown>,
  issue: v.BaseIssue<unknown>,
): Issue {
  return rowIssue(
    "catalog.bad_field",
    at,
    v.getDotPath(issue) ?? "（整行 / row）",
    issue.input,
    { expected: issue.message },
  );
}

/** The values of the rows, by their key. */
export function byKey<T>(
  rows: readonly Row<T>[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [keyOf(row.value), row.value]));
}
