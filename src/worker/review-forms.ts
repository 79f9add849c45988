import { sha256Hex } from "../dataset/hash.ts";
import type { BoundTable } from "../model/binding.ts";

/** The name a form has in the journal. */
export function formId(form: string): string {
  return sha256Hex(new TextEncoder().encode(form)).slice(0, 16);
}

/** The forms of the tables that gave something. */
export function formsOf(tables: readonly BoundTable[]): string[] {
  return [
    ...new Set(
      tables.flatMap(({ ask, bindings }) =>
        ask === undefined || bindings.length === 0 ? [] : [formId(ask.form)],
      ),
    ),
  ];
}
