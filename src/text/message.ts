import type { Params } from "../model/issue.ts";

export type Language = "zh" | "en";

/** What is wrong, and what to do about it; `{name}` stands for a parameter. */
export interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** Messages of one area by code (`workbook.empty_file`), both languages complete. */
export type Messages = Readonly<
  Record<string, { readonly zh: Wording; readonly en: Wording }>
>;

/** Fills `{name}` from the parameters; an unknown name stays as it is, so that a gap is seen. */
export function fillIn(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
