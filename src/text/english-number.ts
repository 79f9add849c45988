import type { Params } from "../model/issue.ts";

/** What the English messages count, many and one. */
const nouns: Readonly<Record<string, string>> = {
  answers: "answer",
  cells: "cell",
  characters: "character",
  columns: "column",
  comments: "comment",
  days: "day",
  decimals: "decimal",
  entries: "entry",
  figures: "figure",
  files: "file",
  formulas: "formula",
  issues: "issue",
  items: "item",
  means: "mean",
  months: "month",
  operations: "operation",
  parts: "part",
  periods: "period",
  points: "point",
  problems: "problem",
  profiles: "profile",
  records: "record",
  regions: "region",
  rows: "row",
  spellings: "spelling",
  statuses: "status",
  tables: "table",
  targets: "target",
  templates: "template",
  values: "value",
  weeks: "week",
  years: "year",
};

/** Verbs right after such a noun, for many and for one. */
const verbs: Readonly<Record<string, string>> = {
  are: "is",
  were: "was",
  have: "has",
  differ: "differs",
  come: "comes",
  lie: "lies",
  change: "changes",
};

const counted = new RegExp(
  `\\{(\\w+)\\}( more| other| new| empty| percentage)? (${Object.keys(nouns).join("|")})\\b(?: (${Object.keys(verbs).join("|")})\\b)?`,
  "g",
);

/** An English message with its nouns in the singular wherever what is counted is one: `{n} rows` for 1 is `{n} row`. */
export function inNumber(text: string, params: Params): string {
  return text.replace(
    counted,
    (
      whole,
      name: string,
      between: string | undefined,
      noun: string,
      verb: string | undefined,
    ) =>
      String(params[name]) === "1"
        ? `{${name}}${between ?? ""} ${nouns[noun] ?? noun}${
            verb === undefined ? "" : ` ${verbs[verb] ?? verb}`
          }`
        : whole,
  );
}
