export type Severity = "error" | "warning" | "info";

/** Values that a message shows. Only `text/` turns a code and its parameters into words. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * A problem in a user's data: collected and returned beside the result, never
 * thrown. `code` is `area.name` (`workbook.not_a_workbook`), and `text/` holds
 * its message and hint in Chinese and English.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly file?: string;
  readonly sheet?: string;
  /** A1 reference, or a range. */
  readonly cell?: string;
  readonly params?: Params;
}
