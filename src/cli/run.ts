import packageFacts from "../../package.json" with { type: "json" };
import { rawLists } from "../../data/index.ts";
import { learn } from "../engine.ts";
import type { Language } from "../text/message.ts";
import { describe } from "../text/words.ts";
import {
  assumeArgument,
  choice,
  type Options,
  readArguments,
} from "./arguments.ts";
import { cellsCommand } from "./cells-command.ts";
import { type ExitCode, type Output, Refusal, report } from "./context.ts";
import { fillCommand } from "./fill-command.ts";
import { withFormulasFile } from "./formulas-option.ts";
import { importCommand, logCommand } from "./journal-commands.ts";
import { loadKnowledge } from "./knowledge.ts";
import { withProfileFile } from "./profile-option.ts";
import { progressCommand } from "./progress-command.ts";
import { readCommand } from "./read-command.ts";
import { setCommand } from "./set-command.ts";

/** Commands of the contract that later work brings. */
const notBuilt = new Set([
  "export",
  "rank",
  "bulletin",
  "audit",
  "blank",
  "merge",
]);

/** Carries out one command line. Never throws for what a user typed or a file holds. */
export async function run(
  words: readonly string[],
  streams: Pick<Output, "print" | "complain">,
): Promise<ExitCode> {
  const language: Language = words.some(
    (word, index) =>
      word === "--lang=en" || (word === "--lang" && words[index + 1] === "en"),
  )
    ? "en"
    : "zh";
  const output: Output = { ...streams, language };
  try {
    const { values, positionals } = readArguments(words);
    choice("lang", values.lang, ["zh", "en"]);
    const [command, ...rest] = positionals;
    if (values.version) {
      output.print(packageFacts.version);
      return 0;
    }
    if (values.help || command === undefined) {
      output.print(describe("cli.usage", {}, language));
      return values.help ? 0 : 2;
    }
    return await dispatch(command, rest, values, output);
  } catch (error) {
    if (error instanceof Refusal) report(output, [error.issue]);
    else if (isSystemError(error))
      report(output, [
        {
          code: "cli.file_refused",
          severity: "error",
          params: { file: error.path ?? "", detail: error.code },
        },
      ]);
    else throw error;
    return 2;
  }
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

/** What the file system says: not permitted, no space, not a folder. */
function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "syscall" in error && "code" in error;
}

async function dispatch(
  command: string,
  rest: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  if (notBuilt.has(command)) throw new Refusal("cli.not_built", { command });
  switch (command) {
    case "cells":
      return cellsCommand(rest, options, output);
    case "set":
      return setCommand(rest, options, output);
    case "log":
      return logCommand(options, output);
    case "read":
    case "progress":
    case "fill":
    case "import": {
      const taught = await withFormulasFile(learn(rawLists), options.formulas);
      const lists = await loadKnowledge(
        taught,
        options.targets,
        ({ catalog }) => assumeArgument(options.assume, catalog),
      );
      const listProblems = report(output, lists.issues);
      const knowledge = await withProfileFile(lists, options.profile, output);
      const commands = {
        read: readCommand,
        progress: progressCommand,
        fill: fillCommand,
        import: importCommand,
      };
      const code = await commands[command](knowledge, rest, options, output);
      return code === 0 ? listProblems : code;
    }
    default:
      throw new Refusal("cli.unknown_command", { command });
  }
}
