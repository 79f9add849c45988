import { type Observation, keyText } from "../model/observation.ts";
import type { HeldObservation, State } from "../model/state.ts";
import { saysNothing, saysSame } from "./statement.ts";

export interface Comparison {
  /** Nothing is held at the key. */
  readonly fresh: readonly Observation[];
  /** What is held says the same at full value, or the new one is a blank or a bare dash. */
  readonly same: readonly Observation[];
  readonly different: readonly {
    readonly observation: Observation;
    readonly held: HeldObservation;
  }[];
}

/** What importing the observations would change; every one of them lands in exactly one list. */
export function compareImport(
  state: Pick<State, "observations">,
  observations: Iterable<Observation>,
): Comparison {
  const fresh: Observation[] = [];
  const same: Observation[] = [];
  const different: { observation: Observation; held: HeldObservation }[] = [];
  for (const observation of observations) {
    const held = state.observations.get(keyText(observation.key));
    if (held === undefined) fresh.push(observation);
    else if (saysNothing(observation) || saysSame(observation, held))
      same.push(observation);
    else different.push({ observation, held });
  }
  return { fresh, same, different };
}
