import type { ObservationKey } from "../model/observation.ts";

/** A value that somebody supposes, in the indicator's own unit. */
export interface Supposed {
  readonly key: ObservationKey;
  readonly value: number;
}
