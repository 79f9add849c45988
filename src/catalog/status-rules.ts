import * as v from "valibot";
import {
  type StatusCode,
  type StatusRules,
  statuses,
} from "../model/catalog.ts";
import { fractionOf, compareFractions } from "../model/fraction.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { Label } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import { decimalText, filledText, label } from "./fields.ts";
import type { ListSource } from "./list-source.ts";
import { rowIssue } from "./row.ts";

const labels: v.GenericSchema<unknown, Record<StatusCode, Label>> = v.object(
  {
    已达标: label,
    目前达标: label,
    超序时: label,
    达序时: label,
    滞后: label,
    严重滞后: label,
    倒退: label,
    无法判定: label,
  },
  `${statuses.join("、")} 的名称 / a label for each status`,
);

const schema: v.GenericSchema<unknown, StatusRules> = v.object(
  {
    ahead: decimalText,
    onPace: decimalText,
    behind: decimalText,
    labels,
    source: filledText,
  },
  "对象 / an object",
);

/**
 * The last rules in force that hold up: `ahead` ≥ `onPace` ≥ `behind`. Those
 * that do not are left out with issues (the file counts as row 1).
 * @throws when not even the first source has usable rules: nothing could be judged.
 */
export function readStatusRules(sources: readonly ListSource[]): {
  readonly rules: StatusRules;
  readonly issues: readonly Issue[];
} {
  let rules: StatusRules | null = null;
  const issues: Issue[] = [];
  for (const { file, list } of sources) {
    const checked = checkStatusRules(list, file);
    issues.push(...checked.issues);
    rules = checked.rules ?? rules;
  }
  if (rules === null)
    throw new Error(
      `no usable status rules in ${sources.map((source) => source.file).join(", ")}`,
    );
  return { rules, issues };
}

/** Rules that a list or a user states; null with the issues when they do not hold up. */
export function checkStatusRules(
  value: unknown,
  file: string,
): {
  readonly rules: StatusRules | null;
  readonly issues: readonly Issue[];
} {
  const at = { file, row: 1 };
  const result = v.safeParse(schema, value);
  if (!result.success)
    return {
      rules: null,
      issues: result.issues.map((issue) =>
        rowIssue(
          "catalog.bad_field",
          at,
          v.getDotPath(issue) ?? "（整行 / row）",
          issue.input,
          { expected: issue.message },
        ),
      ),
    };
  const { ahead, onPace, behind } = result.output;
  const wrong = above(onPace, ahead)
    ? outOfOrder(at, "onPace", onPace, `≤ ahead (${ahead})`)
    : above(behind, onPace)
      ? outOfOrder(at, "behind", behind, `≤ onPace (${onPace})`)
      : null;
  return wrong === null
    ? { rules: result.output, issues: [] }
    : { rules: null, issues: [wrong] };
}

function above(a: string, b: string): boolean {
  const left = parseDecimal(a);
  const right = parseDecimal(b);
  return (
    left !== null &&
    right !== null &&
    compareFractions(fractionOf(left), fractionOf(right)) > 0
  );
}

function outOfOrder(
  at: { readonly file: string; readonly row: number },
  field: string,
  found: string,
  expected: string,
): Issue {
  return rowIssue("catalog.bad_field", at, field, found, { expected });
}
