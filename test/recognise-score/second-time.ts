import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  type Assumptions,
  type Knowledge,
  read,
  readAgain,
  type Reading,
} from "../../src/engine.ts";
import {
  answersTo,
  type Choice,
  withAnswers,
} from "../../src/lens/answer-question.ts";
import type { BoundTable, Unmatched } from "../../src/model/binding.ts";
import type { Profile, Profiles } from "../../src/model/profile.ts";
import { parseRange } from "../../src/model/sheet.ts";
import type { Label, LabelledFile } from "./labels.ts";
import { nextMonth } from "./next-month.ts";
import { questionsOf } from "./questions.ts";

/** What a file asks before and after its questions were answered once. */
export interface SecondTime {
  readonly set: string;
  readonly file: string;
  readonly first: readonly string[];
  /** The same file read again. */
  readonly again: readonly string[];
  /** The next month's sheet of the same sender. */
  readonly next: readonly string[];
  /** Observations and records read from each. */
  readonly read: {
    readonly first: number;
    readonly again: number;
    readonly next: number;
  };
  readonly profiles: Profiles;
}

/** Rounds of answers after which nothing more should be asked: a measure may be open once the indicator is known. */
const mostRounds = 4;

/** Answers the questions of a labelled file with the truth of its labels, then reads it and its successor with those answers. */
export async function secondTime(
  { set, path, labels }: LabelledFile,
  knowledge: Knowledge,
): Promise<SecondTime> {
  const name = basename(path);
  const bytes = new Uint8Array(readFileSync(path));
  const first = await read(knowledge, name, bytes);
  let profiles: Profiles = new Map();
  let answered = first;
  for (let round = 0; round < mostRounds && asks(answered); round += 1) {
    const said = answeredWith(answered, profiles, labels);
    const read = readAgain(knowledge, first, { profiles: said });
    // Who sees figures vanish takes the answer back, and leaves the doubtful ones out.
    const worse = countOf(read) < countOf(answered);
    profiles = worse ? answeredWith(answered, profiles, null) : said;
    answered = worse ? readAgain(knowledge, first, { profiles }) : read;
  }
  const again = await read(knowledge, name, bytes, { profiles });
  const next = readAgain(knowledge, nextMonth(first), { profiles });
  return {
    set,
    file: labels.file,
    first: questionsOf(first.tables).all,
    again: questionsOf(again.tables).all,
    next: questionsOf(next.tables).all,
    read: {
      first: countOf(first),
      again: countOf(again),
      next: countOf(next),
    },
    profiles,
  };
}

function asks({ tables }: Reading): boolean {
  return tables.some(({ unmatched }) => unmatched.length > 0);
}

function countOf({ observations, records }: Reading): number {
  return observations.length + records.length;
}

function answeredWith(
  reading: Reading,
  known: Profiles,
  labels: LabelledFile["labels"] | null,
): Profiles {
  const profiles = new Map(known);
  for (const table of reading.tables) {
    const form = table.ask?.form ?? "";
    const sheet =
      labels?.sheets.find(({ sheet: of }) => of === table.sheet) ??
      labels?.sheets[0];
    for (const question of table.unmatched) {
      const choice: Choice =
        labels === null
          ? { role: question.role, code: "" }
          : truth(question, table, sheet?.bindings ?? [], labels.assume ?? {});
      const before: Profile = profiles.get(form) ?? { form, answers: [] };
      profiles.set(form, {
        ...before,
        answers: withAnswers(
          before.answers,
          answersTo(table, question, choice, reading.sha),
        ),
      });
    }
  }
  return profiles;
}

/** What the labels say; "not ours" where they name nothing. */
function truth(
  question: Unmatched,
  table: BoundTable,
  bindings: readonly Label[],
  assume: Assumptions,
): Choice {
  const { role, cell } = question;
  const place = table.ask?.places.get(cell)?.place;
  const at = parseRange(cell);
  const beside = bindings.filter((label) => {
    const own = parseRange(label.cell);
    return (
      own !== null &&
      at !== null &&
      (place === "row" ? own.top === at.top : own.left === at.left)
    );
  });
  const one = (pick: (label: Label) => string | undefined): string => {
    const codes = new Set(beside.map(pick));
    const [only] = codes;
    return codes.size === 1 ? (only ?? "") : "";
  };
  switch (role) {
    case "region":
      return {
        role,
        code:
          place === "table"
            ? (assume.region ?? "")
            : one(({ region }) => region),
      };
    case "period":
      return {
        role,
        code:
          place === "table"
            ? (assume.period ?? "")
            : one(({ period }) => period),
      };
    case "indicator":
      return { role, code: one(({ indicator }) => indicator) };
    case "measure":
      return { role, code: one(({ measure }) => measure ?? "actual") };
    case "unit":
      // The labels leave doubtful figures out; a person would say what they are in.
      return { role, code: question.candidates.at(-1) ?? "" };
    default:
      return { role, code: "" };
  }
}
