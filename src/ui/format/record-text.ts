import type { Names } from "../state/names.ts";
import { figureText } from "./figure.ts";

/** A field of a record as it is shown: states by their label, anything else as it is. */
export function recordText(
  value: number | string | null,
  type: string,
  names: Names,
): string {
  return type === "state" && typeof value === "string"
    ? names.ledgerState(value)
    : figureText(value, null);
}
