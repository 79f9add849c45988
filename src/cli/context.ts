import type { Issue, Params, Severity } from "../model/issue.ts";
import type { Language } from "../text/message.ts";
import { describe, describeIssue } from "../text/words.ts";

/** 0 = done, 1 = done with error-level issues, 2 = could not do it. */
export type ExitCode = 0 | 1 | 2;

/** A request that cannot be carried out at all; the command line prints it and exits with 2. */
export class Refusal extends Error {
  readonly issue: Issue;
  constructor(code: string, params: Params = {}) {
    super(code);
    this.issue = { code, severity: "error", params };
  }
}

/** Where a command writes, and in which language. */
export interface Output {
  readonly language: Language;
  /** Results, to standard output. */
  readonly print: (line: string) => void;
  /** Problems, to standard error. */
  readonly complain: (line: string) => void;
}

const marks: Readonly<Record<Severity, Record<Language, string>>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "注意", en: "warning" },
  info: { zh: "说明", en: "note" },
};

/** Prints issues as sentences to standard error and says whether any is an error. */
export function report(output: Output, issues: readonly Issue[]): ExitCode {
  for (const issue of issues) {
    const { message, hint } = describeIssue(issue, output.language);
    const place = [issue.file, issue.sheet, issue.cell]
      .filter((part) => part !== undefined && part !== "")
      .join(" ");
    output.complain(
      `${marks[issue.severity][output.language]} ${place === "" ? "" : `[${place}] `}${sentences(message, hint, output.language)}`,
    );
  }
  return issues.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** The message and its hint as one line, each closed once. */
function sentences(message: string, hint: string, language: Language): string {
  if (hint === "") return message;
  if (/[。.?？]$/.test(message))
    return language === "zh" ? message + hint : `${message} ${hint}`;
  return message + (language === "zh" ? "。" : ". ") + hint;
}

/** An issue as the contract prints it: with its words. */
export function issueJson(issue: Issue, language: Language) {
  const { message, hint } = describeIssue(issue, language);
  return {
    code: issue.code,
    severity: issue.severity,
    file: issue.file ?? null,
    sheet: issue.sheet ?? null,
    cell: issue.cell ?? null,
    message,
    hint,
  };
}

export function say(output: Output, code: string, params: Params): void {
  output.print(describe(code, params, output.language));
}
