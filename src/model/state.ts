import type { Sha256 } from "./codes.ts";
import type { BureauRecord, FieldValue, Observation } from "./observation.ts";
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

/** A field of a record set by hand, and what a later import says of it; the hand-set value is in force. */
export interface RecordConflict {
  /** `kind|id`. */
  readonly record: string;
  readonly field: string;
  readonly inForce: { readonly value: FieldValue; readonly entry: Sha256 };
  readonly other: { readonly value: FieldValue; readonly entry: Sha256 };
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
  readonly recordConflicts?: readonly RecordConflict[];
  /** User settings by name, as text. */
  readonly settings: ReadonlyMap<string, string>;
}
