import { keyText, type Observation } from "../model/observation.ts";

/** What files state, by key, each in the order of the files. */
export function statedByKey(
  readings: readonly { readonly observations: readonly Observation[] }[],
): Map<string, Observation[]> {
  const stated = new Map<string, Observation[]>();
  for (const { observations } of readings)
    for (const observation of observations) {
      const key = keyText(observation.key);
      const list = stated.get(key);
      if (list === undefined) stated.set(key, [observation]);
      else list.push(observation);
    }
  return stated;
}
