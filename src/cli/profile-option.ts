import { readFile } from "node:fs/promises";
import { profilesByForm, readProfileFile } from "../catalog/read-profiles.ts";
import type { Journal } from "../dataset/journal.ts";
import { type Knowledge, withSpellings } from "../engine.ts";
import { type Output, Refusal, report } from "./context.ts";

/**
 * The knowledge with the answers and spellings of a file that was shared from
 * the app. Rows of it that are not understood are reported and left out.
 * @throws Refusal when it cannot be read or holds no profiles.
 */
export async function withProfileFile(
  knowledge: Knowledge,
  file: string | undefined,
  output: Output,
): Promise<Knowledge> {
  if (file === undefined) return knowledge;
  const { profiles, aliases, issues } = readProfileFile(file, await text(file));
  const [problem] = issues;
  if (problem?.severity === "error")
    throw new Refusal(problem.code, { file, ...problem.params });
  report(output, issues);
  return {
    ...withSpellings(knowledge, aliases),
    profiles: new Map(profiles.map((profile) => [profile.form, profile])),
  };
}

/** The knowledge with the profiles of a journal, under those it has already. */
export function withJournalProfiles(
  knowledge: Knowledge,
  journal: Journal,
): Knowledge {
  return {
    ...knowledge,
    profiles: new Map([
      ...profilesByForm(journal.facts.profiles.values()),
      ...(knowledge.profiles ?? []),
    ]),
  };
}

async function text(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new Refusal("cli.file_unreadable", {
      file,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
