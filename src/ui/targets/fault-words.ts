import type { Issue } from "../../model/issue.ts";
import { describe, describeIssue } from "../../text/words.ts";
import { paramWords } from "../format/param-words.ts";
import type { Names } from "../state/names.ts";
import { ruleField } from "./rule-field.ts";
import { targetFields } from "./target-field.ts";

/** Why the engine refused something typed, without the file and row that lists have. */
export function faultWords(issue: Issue, names: Names): string {
  const { language } = names;
  const params = paramWords(issue.code, issue.params ?? {}, names);
  const field = String(issue.params?.["field"] ?? "");
  const known = targetFields.find((one) => one === field);
  const code =
    known === undefined ? ruleField(field) : `targets.field.${known}`;
  const what = code === null ? field : describe(code, {}, language);
  const found = String(params["found"] ?? "");
  switch (issue.code) {
    case "catalog.bad_field":
      return describe(
        "targets.refused.bad",
        {
          what,
          found: half(found, names),
          expected: half(String(params["expected"] ?? ""), names),
        },
        language,
      );
    case "catalog.unit_mismatch":
      return describe(
        "targets.refused.unit",
        {
          found: names.unit(found),
          expected: names.unit(String(params["expected"] ?? "")),
        },
        language,
      );
    case "catalog.unknown_code":
      return describe("targets.refused.unknown", { what, found }, language);
    default: {
      const { message, hint } = describeIssue({ ...issue, params }, language);
      return hint === "" ? message : `${message} ${hint}`;
    }
  }
}

/** The lists write what they expect in both languages, a slash between. */
function half(text: string, { language }: Names): string {
  const cut = text.search(/\s?\/\s(?=[a-zA-Z])/);
  if (cut < 0) return text;
  return language === "zh"
    ? text.slice(0, cut).trim()
    : text.slice(cut).replace(/^\s?\/\s/, "");
}
