import type { Issue, Severity } from "../model/issue.ts";

/** A checked row and where it stands: 1-based place in a JSON list, line of a CSV. */
export interface Row<T> {
  readonly value: T;
  readonly file: string;
  readonly row: number;
}

/** An issue about one field of a row; `found` is what stands there. */
export function rowIssue(
  code: string,
  at: { readonly file: string; readonly row: number },
  field: string,
  found: unknown,
  more: Readonly<Record<string, string | number>> = {},
  severity: Severity = "error",
): Issue {
  return {
    code,
    severity,
    file: at.file,
    params: {
      file: at.file,
      row: at.row,
      field,
      found: foundText(found),
      ...more,
    },
  };
}

/** What stands in a field, short enough for a message. */
export function foundText(found: unknown): string {
  if (found === undefined) return "（空 / none）";
  const text = typeof found === "string" ? found : JSON.stringify(found);
  if (text === "") return "（空 / none）";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
