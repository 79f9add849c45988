import { describe, describeIssue } from "../../text/words.ts";
import type { Review } from "../../worker/api.ts";
import { paramWords } from "../format/param-words.ts";
import type { Names } from "../state/names.ts";
import { questionCode } from "./choice-words.ts";

/** Everything wrong or open in a review, a row each under a header: level, file, sheet, cell, what, what to do. */
export function issueTable(review: Review, names: Names): string[][] {
  const { language } = names;
  const header = (
    ["severity", "file", "sheet", "cell", "message", "hint"] as const
  ).map((name) => describe(`review.issues.${name}`, {}, language));
  const issues = review.files.flatMap(({ name, issues: found }) =>
    found.map((issue) => {
      const { message, hint } = describeIssue(
        { ...issue, params: paramWords(issue.code, issue.params ?? {}, names) },
        language,
      );
      return [
        describe(`ui.severity.${issue.severity}`, {}, language),
        issue.file ?? name,
        issue.sheet ?? "",
        issue.cell ?? "",
        message,
        hint,
      ];
    }),
  );
  const open = review.questions.flatMap((question) =>
    question.cells.map(({ file, sheet, cell }) => [
      describe("review.issues.open", {}, language),
      file,
      review.files.find(({ name }) => name === file)?.sheets[sheet]?.name ?? "",
      cell,
      `${describe(questionCode(question), {}, language)} ${question.text.trim()}`.trim(),
      "",
    ]),
  );
  return [header, ...issues, ...open];
}

/** Rows as a spreadsheet takes them from the clipboard. */
export function tsvText(table: readonly (readonly string[])[]): string {
  return table
    .map((row) => row.map((text) => text.replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\r\n");
}
