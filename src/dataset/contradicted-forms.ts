import type { BoundTable } from "../model/binding.ts";
import type { Sha256 } from "../model/codes.ts";
import { keyText, type Observation } from "../model/observation.ts";
import type { Profiles } from "../model/profile.ts";
import { parseCellRef } from "../model/sheet.ts";
import type { State } from "../model/state.ts";
import { saysNothing, saysSame } from "./statement.ts";
import { statedByKey } from "./stated-by-key.ts";

/** A file as it was read. */
interface Read {
  readonly file: string;
  readonly sha: Sha256;
  readonly tables: readonly BoundTable[];
  readonly observations: readonly Observation[];
}

/** What other files say at a key. */
type Others = (key: string, own: Read) => readonly Observation[];

/**
 * Whose a nameless sheet is, and of when, may be known from an answer about
 * another file. Where more of the figures such a table gives differ from what
 * other files state at the same keys than agree with it, it is somebody else's:
 * the forms of those tables, by file.
 */
export function contradictedForms(
  readings: readonly Read[],
  { observations: held }: Pick<State, "observations">,
): ReadonlyMap<string, ReadonlySet<string>> {
  const carried = readings.filter(hasCarried);
  const found = new Map<string, ReadonlySet<string>>();
  if (carried.length === 0) return found;
  const beside = readings.length < 2 ? new Map() : statedByKey(readings);
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

/** True where an answer about another file says whose a sheet of it is, or of when. */
export function hasCarried({ tables }: Pick<Read, "tables">): boolean {
  return tables.some(({ ask }) => ask?.carried === true);
}

/** The profiles with what they say of the senders of these forms only offered. */
export function withheldFrom(
  profiles: Profiles,
  forms: Iterable<string>,
): Profiles {
  const left = new Map(profiles);
  for (const form of forms) {
    const known = left.get(form);
    if (known !== undefined) left.set(form, { ...known, withheld: true });
  }
  return left;
}

function isContradicted(
  table: BoundTable,
  reading: Read,
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
