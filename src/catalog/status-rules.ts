import * as v from "valibot";
import {
  type StatusCode,
  type StatusRules,
  type StatusThresholds,
  type ThresholdVersion,
  statuses,
} from "../model/catalog.ts";
import { fractionOf, compareFractions } from "../model/fraction.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { Label } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import {
  decimalText,
  filledText,
  isoDate,
  isoDateOrEmpty,
  label,
} from "./fields.ts";
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

const thresholds = {
  ahead: decimalText,
  onPace: decimalText,
  behind: decimalText,
  source: filledText,
};

const version: v.GenericSchema<unknown, ThresholdVersion> = v.object(
  { ...thresholds, name: filledText, from: isoDate, to: isoDateOrEmpty },
  "对象 / an object",
);

const schema: v.GenericSchema<unknown, StatusRules> = v.object(
  {
    ...thresholds,
    labels,
    sourceEnglish: v.exactOptional(filledText),
    // Rules kept before there were versions have none.
    versions: v.optional(v.array(version, "列表 / a list"), []),
  },
  "对象 / an object",
);

/**
 * The last rules that hold up: `ahead` ≥ `onPace` ≥ `behind`, and versions that
 * neither end before they begin nor overlap. Those that do not are left out with issues (the file counts as row 1).
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
  const rules = {
    ...result.output,
    versions: [...result.output.versions].sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
    ),
  };
  const wrong =
    outOfOrder(at, rules, "") ??
    rules.versions
      .map(
        (one, place) =>
          outOfOrder(at, one, `versions.${place}.`) ??
          outOfTime(at, one, rules.versions[place + 1], place),
      )
      .find((issue) => issue !== null) ??
    null;
  return wrong === null
    ? { rules, issues: [] }
    : { rules: null, issues: [wrong] };
}

type At = { readonly file: string; readonly row: number };

function outOfOrder(
  at: At,
  { ahead, onPace, behind }: StatusThresholds,
  where: string,
): Issue | null {
  if (above(onPace, ahead))
    return wrongField(at, `${where}onPace`, onPace, `≤ ahead (${ahead})`);
  if (above(behind, onPace))
    return wrongField(at, `${where}behind`, behind, `≤ onPace (${onPace})`);
  return null;
}

/** ISO days are ordered as texts. */
function outOfTime(
  at: At,
  { from, to }: ThresholdVersion,
  next: ThresholdVersion | undefined,
  place: number,
): Issue | null {
  const field = `versions.${place}.to`;
  if (to !== "" && to < from)
    return wrongField(at, field, to, `不早于 ${from} / not before ${from}`);
  if (next !== undefined && (to === "" || to >= next.from))
    return wrongField(at, field, to, `早于 ${next.from} / before ${next.from}`);
  return null;
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

function wrongField(
  at: At,
  field: string,
  found: string,
  expected: string,
): Issue {
  return rowIssue("catalog.bad_field", at, field, found, { expected });
}
