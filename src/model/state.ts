import type { Sha256 } from "./codes.ts";
import type { BureauRecord, Observation } from "./observation.ts";
import type { Target } from "./target.ts";

/** An observation as the fold holds it: the value in force and where it came from. */
export interface HeldObservation extends Observation {
  /** Entry of the journal that set the value in force. */
  readonly entry: Sha256;
  /** True when a person typed it over an imported value. */
  readonly edited: boolean;
}

/** Two sources state one key differently; the later one is in force. */
export interface Conflict {
  readonly key: string;
  readonly inForce: HeldObservation;
  readonly other: HeldObservation;
}

/** What the journal folds into. Maps are keyed by `keyText` of the observation, and `kind|id` of the record. */
export interface State {
  readonly observations: ReadonlyMap<string, HeldObservation>;
  readonly records: ReadonlyMap<
    string,
    BureauRecord & { readonly entry: Sha256 }
  >;
  readonly targets: ReadonlyMap<string, Target>;
  readonly conflicts: readonly Conflict[];
  /** User settings by name, as text. */
  readonly settings: ReadonlyMap<string, string>;
}
