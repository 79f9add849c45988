import type { EntryBody } from "../dataset/entry.ts";
import type { FileImport, Journal } from "../dataset/journal.ts";
import { storedProfileText } from "../catalog/read-profiles.ts";
import { keyText } from "../model/observation.ts";
import type { StoredProfile } from "../model/stored-profile.ts";
import type { ImportResult } from "./review-changes-api.ts";
import { formId, formsOf } from "./review-forms.ts";
import type { ImportChoices } from "./review-changes-api.ts";
import type { ReviewSession } from "./review-session.ts";

interface Author {
  readonly who: string;
  readonly at: number;
}

/** Stores what was read from the files named, what was chosen cell by cell, and the answers, as one step of undo. */
export async function importSession(
  session: ReviewSession,
  names: readonly string[],
  choices: ImportChoices,
  saved: ReadonlyMap<string, StoredProfile>,
  journal: Journal,
  author: Author,
): Promise<ImportResult> {
  const before = journal.state;
  const chosen = session.readings.filter(
    ({ file, observations, records }) =>
      names.includes(file) && observations.length + records.length > 0,
  );
  const inputs = chosen.flatMap((reading): FileImport[] => {
    const input = session.files.find(({ name }) => name === reading.file);
    return input === undefined
      ? []
      : [
          {
            file: reading.file,
            bytes: input.bytes,
            observations: reading.observations,
            records: reading.records,
            assume: {
              ...session.assume,
              forms: formsOf(reading.tables).join(" "),
            },
            ...author,
          },
        ];
  });
  const found = new Set(
    chosen.flatMap(({ observations }) =>
      observations.map(({ key }) => keyText(key)),
    ),
  );
  const { entries } = await journal.importAll(
    inputs,
    (written) => {
      const entryOf = new Map(
        inputs.map(({ file }, at) => [
          file,
          written[at] ?? importedBefore(chosen[at]?.sha ?? "", journal),
        ]),
      );
      const lastOf = new Map<string, string>();
      for (const reading of chosen)
        for (const { key } of reading.observations)
          lastOf.set(keyText(key), reading.file);
      return [
        ...Object.entries(choices).flatMap(([key, choice]): EntryBody[] => {
          if (!found.has(key)) return [];
          if (choice === "keep") {
            const held = before.observations.get(key);
            return held === undefined
              ? []
              : [decision(key, held.entry, held.source)];
          }
          const file = choice === "take" ? lastOf.get(key) : choice.file;
          const entry = entryOf.get(file ?? "") ?? null;
          return entry === null
            ? []
            : [
                decision(
                  key,
                  entry,
                  choice === "take" ? { sheet: "", cell: "" } : choice,
                ),
              ];
        }),
        ...profileBodies(session, saved),
      ];
    },
    author,
  );
  const kept = new Set(
    Object.entries(choices).flatMap(([key, choice]) =>
      choice === "keep" ? [key] : [],
    ),
  );
  const stored = inputs.filter((_, at) => entries[at] !== null);
  return {
    observations: stored.reduce(
      (sum, { observations }) =>
        sum + observations.filter(({ key }) => !kept.has(keyText(key))).length,
      0,
    ),
    records: stored.reduce((sum, { records }) => sum + records.length, 0),
    conflicts: Math.max(
      0,
      journal.state.conflicts.length - before.conflicts.length,
    ),
    issues: [],
  };
}

function decision(
  key: string,
  chosen: string,
  { sheet, cell }: { readonly sheet: string; readonly cell: string },
): EntryBody {
  return { kind: "decision", key, chosen, sheet, cell };
}

function importedBefore(sha: string, journal: Journal): string | null {
  return journal.importsOf(sha).at(-1)?.id ?? null;
}

/** The profiles that were answered or corrected in a review, as entries. */
function profileBodies(
  session: ReviewSession,
  saved: ReadonlyMap<string, StoredProfile>,
): EntryBody[] {
  return session.changed.flatMap((profile): EntryBody[] => {
    const { form } = profile;
    const known = saved.get(form);
    const id = known?.id ?? formId(form);
    if (
      profile.answers.length === 0 &&
      profile.shape === undefined &&
      profile.drawn === undefined
    )
      return known === undefined
        ? []
        : [{ kind: "profile", name: id, json: "" }];
    const [table] = session.tablesOf(form);
    const headers = table?.headers.map(({ text }) => text.trim()) ?? [];
    const sample = known?.sample ?? headers.filter(Boolean).slice(0, 12);
    const name = known?.name ?? (table?.title.trim() || sample.join(" "));
    const stored: StoredProfile = {
      id,
      name: name.slice(0, 80),
      sample,
      form,
      answers: profile.answers,
      ...(profile.shape === undefined ? {} : { shape: profile.shape }),
      ...(profile.drawn === undefined ? {} : { drawn: profile.drawn }),
    };
    return [{ kind: "profile", name: id, json: storedProfileText(stored) }];
  });
}
