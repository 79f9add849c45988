import type { IndicatorCode, UnitCode } from "./codes.ts";
import type { Label } from "./indicator.ts";

/** A computed indicator that a user wrote. */
export interface UserFormula {
  /** `user.` and a name of its own. */
  readonly code: IndicatorCode;
  readonly label: Label;
  /** As written. */
  readonly text: string;
  /** The unit its result is converted into. */
  readonly unit: UnitCode;
  readonly direction: "up" | "down" | "none";
  /** Decimals figures are judged and shown with. */
  readonly decimals: number | null;
}

/** True for the code of an indicator that a user wrote. */
export function isUserCode(code: IndicatorCode): boolean {
  return /^user\.[a-z]\w*$/.test(code);
}
