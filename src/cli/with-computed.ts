import type { Knowledge } from "../engine.ts";
import { keyText, type Observation } from "../model/observation.ts";
import { isUserCode } from "../model/user-formula.ts";
import { derivedObservations } from "../progress/derived-observations.ts";
import { ProgressRows } from "../progress/progress-rows.ts";

/** Observations with what people's formulas give where no number is stated. */
export function withComputed(
  { catalog }: Knowledge,
  observations: ReadonlyMap<string, Observation>,
): ReadonlyMap<string, Observation> {
  const own = [...catalog.indicators.keys()].filter(isUserCode);
  if (own.length === 0) return observations;
  const rows = new ProgressRows(catalog);
  for (const observation of observations.values()) rows.add(observation);
  const all = new Map(observations);
  for (const code of own)
    for (const group of [...(rows.index.byIndicator.get(code) ?? [])])
      for (const computed of derivedObservations(group, catalog)) {
        const key = keyText(computed.key);
        if (typeof all.get(key)?.value !== "number") all.set(key, computed);
      }
  return all;
}
