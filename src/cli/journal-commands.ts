import { userInfo } from "node:os";
import { type Knowledge, read } from "../engine.ts";
import type { Issue, Params } from "../model/issue.ts";
import { describe } from "../text/words.ts";
import { assumeArgument, type Options } from "./arguments.ts";
import { checkSenders } from "./check-senders.ts";
import { type ExitCode, type Output, Refusal, report, say } from "./context.ts";
import { readInputs } from "./files.ts";
import { withJournalProfiles } from "./profile-option.ts";
import { openStore } from "./store.ts";

function storeOption(options: Options): string {
  if (options.store === undefined)
    throw new Refusal("cli.missing_argument", { what: "--store DIR" });
  return options.store;
}

/** `dabiao import FILE… --store DIR`: appends each file to the journal. */
export async function importCommand(
  knowledge: Knowledge,
  paths: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const folder = storeOption(options);
  if (paths.length === 0)
    throw new Refusal("cli.missing_argument", { what: "FILE" });
  const assume = assumeArgument(options.assume, knowledge.catalog);
  const { journal, issues: damage } = await openStore(folder, true);
  const known = withJournalProfiles(knowledge, journal);
  const { files, issues } = await readInputs(paths);
  const problems: Issue[] = [...damage, ...issues];
  const results: (Params & { readonly outcome: string })[] = [];
  for (const { name, bytes } of files) {
    const { readings, issues: doubts } = checkSenders(
      known,
      [await read(known, name, bytes, { assume })],
      assume,
      journal.state,
    );
    const [reading] = readings;
    if (reading === undefined) continue;
    problems.push(...doubts, ...reading.issues);
    const { observations, records } = reading;
    const counts = {
      file: name,
      observations: observations.length,
      records: records.length,
    };
    const tell = (code: string): void => {
      if (options.json) results.push({ ...counts, outcome: code.slice(4) });
      else say(output, code, counts);
    };
    if (observations.length + records.length === 0) {
      tell("cli.nothing_read");
      continue;
    }
    if (options["dry-run"]) {
      tell("cli.would_import");
      continue;
    }
    const { entry } = await journal.importFile({
      file: name,
      bytes,
      observations,
      records,
      assume: { ...assume },
      who: userInfo().username,
      at: Date.now(),
    });
    tell(entry === null ? "cli.already_imported" : "cli.imported");
  }
  if (options.json) output.print(JSON.stringify({ files: results }, null, 1));
  return report(output, problems);
}

/** `dabiao log --store DIR`: what was done, newest first. */
export async function logCommand(
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const { journal, issues } = await openStore(storeOption(options));
  const lines = journal.log();
  if (options.json) output.print(JSON.stringify(lines, null, 1));
  else
    for (const { id, at, who, code, params, undone } of lines)
      output.print(
        [
          new Date(at).toISOString(),
          id.slice(0, 12),
          who,
          `${describe(code, params, output.language)}${undone ? (output.language === "zh" ? "（已撤销）" : " (undone)") : ""}`,
        ].join("\t"),
      );
  return report(output, issues);
}
