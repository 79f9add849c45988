import type { Assumptions, Knowledge, Reading } from "../engine.ts";
import { read } from "../engine.ts";
import type { Issue } from "../model/issue.ts";
import {
  type BureauRecord,
  keyText,
  type Observation,
} from "../model/observation.ts";
import type { State } from "../model/state.ts";
import { checkSenders } from "./check-senders.ts";
import { withJournalProfiles } from "./profile-option.ts";
import { openStore } from "./store.ts";
import { readInputs } from "./files.ts";
import { Refusal } from "./context.ts";

/** Everything the files named, and the journal if one is given, say. */
export interface Gathered {
  /** By `keyText`; the later statement is in force. */
  readonly observations: ReadonlyMap<string, Observation>;
  /** By `kind|id`. */
  readonly records: ReadonlyMap<string, BureauRecord>;
  readonly readings: readonly Reading[];
  readonly issues: readonly Issue[];
}

/**
 * Reads data files in the order given, after the journal of `store` and with
 * the answers it holds. Where two
 * sources state one key differently the later one is taken and a warning names
 * both, or with `prefer: "fail"` nothing is.
 * @throws Refusal on disagreement with `prefer: "fail"`.
 */
export async function gather(
  knowledge: Knowledge,
  paths: readonly string[],
  options: {
    readonly assume: Assumptions;
    readonly store: string | undefined;
    readonly prefer: "latest" | "fail";
  },
): Promise<Gathered> {
  const { files, issues } = await readInputs(paths);
  const observations = new Map<string, Observation>();
  const records = new Map<string, BureauRecord>();
  const problems: Issue[] = [...issues];
  const disagreements: Issue[] = [];
  const take = (observation: Observation): void => {
    const key = keyText(observation.key);
    const held = observations.get(key);
    if (
      held !== undefined &&
      held.value !== null &&
      observation.value !== null &&
      held.value !== observation.value
    )
      disagreements.push(disagreement(key, held, observation));
    // A cell that says nothing does not unsay what another said.
    if (held === undefined || observation.value !== null)
      observations.set(key, observation);
  };
  let known = knowledge;
  let state: State | null = null;
  if (options.store !== undefined) {
    const { journal, issues: damage } = await openStore(options.store);
    problems.push(...damage);
    known = withJournalProfiles(knowledge, journal);
    ({ state } = journal);
    for (const observation of journal.state.observations.values())
      take(observation);
    for (const [key, record] of journal.state.records) records.set(key, record);
  }
  const { assume } = options;
  const found: Reading[] = [];
  for (const { name, bytes } of files)
    found.push(await read(known, name, bytes, { assume }));
  const { readings, issues: doubts } = checkSenders(
    known,
    found,
    assume,
    state,
  );
  problems.push(...doubts);
  for (const reading of readings) {
    problems.push(...reading.issues);
    reading.observations.forEach(take);
    for (const record of reading.records) {
      const key = `${record.kind}|${record.id}`;
      const held = records.get(key);
      if (held !== undefined)
        disagreements.push(...recordDisagreements(key, held, record));
      records.set(key, record);
    }
  }
  if (options.prefer === "fail" && disagreements.length > 0)
    throw new Refusal("cli.sources_disagree", { count: disagreements.length });
  return {
    observations,
    records,
    readings,
    issues: [...problems, ...disagreements],
  };
}

function disagreement(
  key: string,
  held: Observation,
  next: Observation,
): Issue {
  return {
    code: "fill.sources_disagree",
    severity: "warning",
    file: next.source.file,
    sheet: next.source.sheet,
    cell: next.source.cell,
    params: {
      what: key,
      first: `${held.source.file} ${held.source.sheet}!${held.source.cell}`,
      second: `${next.source.file} ${next.source.sheet}!${next.source.cell}`,
      a: String(held.value),
      b: String(next.value),
    },
  };
}

/** The fields that two files state differently about one record; a blank says nothing. */
function recordDisagreements(
  key: string,
  held: BureauRecord,
  next: BureauRecord,
): Issue[] {
  return Object.entries(next.fields).flatMap(([code, field]) => {
    const before = held.fields[code];
    if (
      before === undefined ||
      before.value === null ||
      field.value === null ||
      before.value === field.value
    )
      return [];
    return [
      {
        code: "fill.sources_disagree",
        severity: "warning",
        file: next.source.file,
        sheet: next.source.sheet,
        params: {
          what: `${key} ${code}`,
          first: `${held.source.file} ${held.source.sheet}`,
          second: `${next.source.file} ${next.source.sheet}`,
          a: before.value,
          b: field.value,
        },
      },
    ];
  });
}
