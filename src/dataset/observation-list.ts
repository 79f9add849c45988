import {
  type Observation,
  type ObservationKey,
  keyText,
} from "../model/observation.ts";

/** Observations in row order: an array, or columns that make each when it is asked for. */
export interface ObservationList extends Iterable<Observation> {
  readonly length: number;
  at(row: number): Observation | undefined;
}

/** A list that finds its rows faster than by going through them. */
export interface FindsRows {
  /** The rows that state a key, in order. */
  rowsOf(key: ObservationKey): readonly number[];
}

/** The rows of a list that state a key, in order. */
export function rowsOf(
  list: ObservationList & Partial<FindsRows>,
  key: ObservationKey,
): readonly number[] {
  if (list.rowsOf !== undefined) return list.rowsOf(key);
  const text = keyText(key);
  const rows: number[] = [];
  let row = 0;
  for (const observation of list) {
    if (keyText(observation.key) === text) rows.push(row);
    row += 1;
  }
  return rows;
}
