import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  type Knowledge,
  read,
  readAgain,
  type Reading,
} from "../../../src/engine.ts";
import type { LabelledFile } from "../labels.ts";
import { type FileScore, scoreReadings } from "../score-file.ts";
import type { Change } from "./change.ts";
import { type Draft, draftOf, labelsOf, workbookOf } from "./draft.ts";
import { randomOf } from "./random.ts";

/** A labelled file that was opened once, its score and what can be changed of it. */
export interface Opened {
  readonly draft: Draft;
  readonly reading: Reading;
  /** As it is. */
  readonly before: FileScore;
}

/** A changed file. */
export interface ChangedScore {
  readonly change: Change;
  readonly draft: Draft;
  readonly before: FileScore;
  readonly after: FileScore;
}

export async function opened(
  file: LabelledFile,
  knowledge: Knowledge,
): Promise<Opened | null> {
  const reading = await read(
    knowledge,
    basename(file.path),
    new Uint8Array(readFileSync(file.path)),
  );
  const draft = draftOf(file, reading, knowledge.matcher);
  return draft === null
    ? null
    : { draft, reading, before: scoreDraft(draft, reading, knowledge) };
}

/** Null where the change says nothing about the file. */
export function changedScore(
  { draft, reading, before }: Opened,
  change: Change,
  knowledge: Knowledge,
): ChangedScore | null {
  const changed = change.apply(draft, {
    random: randomOf(`${draft.set}/${draft.file} ${change.name}`),
    catalog: knowledge.catalog,
  });
  return changed === null
    ? null
    : {
        change,
        draft: changed,
        before,
        after: scoreDraft(changed, reading, knowledge),
      };
}

function scoreDraft(
  draft: Draft,
  { sha }: Reading,
  knowledge: Knowledge,
): FileScore {
  const labels = labelsOf(draft);
  const like: Reading = {
    file: draft.file,
    sha,
    workbook: workbookOf(draft),
    tables: [],
    observations: [],
    records: [],
    openIssues: [],
    issues: [],
  };
  const first = readAgain(knowledge, like, {});
  const settled =
    labels.assume === undefined
      ? first
      : readAgain(knowledge, like, { assume: labels.assume });
  return scoreReadings(
    { set: draft.set, labels },
    { first, settled, failure: "" },
    knowledge.catalog,
  );
}
