import type { Issue, Params } from "../model/issue.ts";
import { countsThatAre } from "./counts-that-are.ts";
import { inNumber } from "./english-number.ts";
import { fillIn, type Language, type Wording } from "./message.ts";
import { catalogMessages } from "./messages/catalog.ts";
import { cliMessages } from "./messages/cli.ts";
import { fillMessages } from "./messages/fill.ts";
import { formulaMessages } from "./messages/formulas.ts";
import { gridMessages } from "./messages/grid.ts";
import { journalMessages } from "./messages/journal.ts";
import { lensMessages } from "./messages/lens.ts";
import { progressMessages } from "./messages/progress.ts";
import { reviewMessages } from "./messages/review.ts";
import { tableMessages } from "./messages/table.ts";
import { targetsUiMessages } from "./messages/targets-ui.ts";
import { uiMessages } from "./messages/ui.ts";
import { viewsMessages } from "./messages/views.ts";
import { workerMessages } from "./messages/worker.ts";
import { workbookMessages } from "./messages/workbook.ts";

const all = {
  ...catalogMessages,
  ...cliMessages,
  ...fillMessages,
  ...formulaMessages,
  ...gridMessages,
  ...journalMessages,
  ...lensMessages,
  ...progressMessages,
  ...reviewMessages,
  ...tableMessages,
  ...targetsUiMessages,
  ...uiMessages,
  ...viewsMessages,
  ...workbookMessages,
  ...workerMessages,
};

const byCode = new Map(Object.entries(all));

/** Every code that has words, for the test that none is missing. */
export function knownCodes(): readonly string[] {
  return [...byCode.keys()];
}

function wording(code: string, language: Language): Wording {
  return byCode.get(code)?.[language] ?? { message: code };
}

/** The message of a code; a code without words is shown as it is. */
export function describe(
  code: string,
  params: Params,
  language: Language,
): string {
  return filled(wording(code, language).message, params, language);
}

function filled(text: string, params: Params, language: Language): string {
  const said = countsThatAre(text, params);
  return fillIn(language === "en" ? inNumber(said, params) : said, params);
}

export interface DescribedIssue {
  readonly message: string;
  readonly hint: string;
}

/** What is wrong and what to do. `{file}`, `{sheet}` and `{cell}` of a message come from the issue itself. */
export function describeIssue(
  issue: Issue,
  language: Language,
): DescribedIssue {
  const params: Params = {
    ...(issue.file === undefined ? {} : { file: issue.file }),
    ...(issue.sheet === undefined ? {} : { sheet: issue.sheet }),
    ...(issue.cell === undefined ? {} : { cell: issue.cell }),
    ...issue.params,
  };
  const { message, hint = "" } = wording(issue.code, language);
  return {
    message: filled(message, params, language),
    hint: filled(hint, params, language),
  };
}
