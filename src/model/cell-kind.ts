import type { CellType } from "./sheet.ts";

/** What a stored value is; the number column holds it or points at it. */
export const kind = {
  blank: 0,
  /** The double itself. */
  number: 1,
  /** Index into the shared strings. */
  shared: 2,
  /** Index into `texts`. */
  text: 3,
  /** 0 or 1. */
  boolean: 4,
  /** Index into `texts`. */
  error: 5,
  /** Index into `texts`: an ISO date. */
  date: 6,
} as const;

/** The types of those kinds. */
export const typeOfKind: readonly CellType[] = [
  "blank", "number", "text", "text", "boolean", "error", "date",
]; // prettier-ignore
