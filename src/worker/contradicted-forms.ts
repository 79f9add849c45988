import type { Reading } from "../engine.ts";
import { saysNothing, saysSame } from "../dataset/statement.ts";
import type { BoundTable } from "../model/binding.ts";
import { keyText, type Observation } from "../model/observation.ts";
import { parseCellRef } from "../model/sheet.ts";
import type { State } from "../model/state.ts";

/** What other files say at a key. */
type Others = (key: string, own: Reading) => readonly Observation[];

/**
 * Whose a nameless sheet is, and of when, may be known from an answer about
 * another file. Where more of the figures such a table gives differ from what
 * other files state at the same keys than agree with it, it is somebody else's:
 * the forms of those tables, by file.
 */
export function contradictedForms(
  readings: readonly Reading[],
  { observations: held }: Pick<State, "observations">,
): ReadonlyMap<string, ReadonlySet<string>> {
  const carried = readings.filter(({ tables }) =>
    tables.some(({ ask }) => ask?.carried === true),
  );
  const found = new Map<string, ReadonlySet<string>>();
  if (carried.length === 0) return found;
  const beside = readings.length < 2 ? new Map() : byKey(readings);
  const others: Others = (key, own) => {
    const stored = held.get(key);
    const said: Observation[] = [
      ...(stored === undefined || stored.edited ? [] : [stored]),
      ...(beside.get(key) ?? []),
    ];
    return said.filter(({ source }) => source.sha !== own.sha);
  };
  for (const reading of carried) {
    const forms = new Set(
      reading.tables.flatMap((table) =>
        table.ask?.carried === true && isContradicted(table, reading, others)
          ? [table.ask.form]
          : [],
      ),
    );
    if (forms.size > 0) found.set(reading.file, forms);
  }
  return found;
}

function byKey(readings: readonly Reading[]): Map<string, Observation[]> {
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

function isContradicted(
  table: BoundTable,
  reading: Reading,
  others: Others,
): boolean {
  let same = 0;
  let different = 0;
  for (const observation of reading.observations) {
    if (saysNothing(observation) || !isIn(table, observation)) continue;
    for (const other of others(keyText(observation.key), reading)) {
      if (saysNothing(other)) continue;
      if (saysSame(observation, other)) same += 1;
      else different += 1;
    }
  }
  return different > same;
}

function isIn({ sheet, range }: BoundTable, { source }: Observation): boolean {
  const at = parseCellRef(source.cell);
  return (
    source.sheet === sheet &&
    at !== null &&
    at.row >= range.top &&
    at.row <= range.bottom &&
    at.column >= range.left &&
    at.column <= range.right
  );
}
