import { formulaName, type Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { ReadList } from "./read-list.ts";
import { type Row, rowIssue } from "./row.ts";

/**
 * Takes away formulas that name an indicator that does not exist, or that lead
 * back to the indicator itself. Whether a formula can be computed is not
 * checked here.
 */
export function checkFormulas(
  rows: readonly Row<Indicator>[],
): ReadList<Indicator> {
  const byName = new Map(
    rows.map((row) => [formulaName(row.value.code), row.value]),
  );
  const issues: Issue[] = [];
  const checked = rows.map((row) => {
    const { code, formula } = row.value;
    const unknown = namesIn(formula).filter((name) => !byName.has(name));
    for (const name of unknown)
      issues.push(
        rowIssue("catalog.unknown_code", row, "formula", name, {
          list: "indicators.json",
        }),
      );
    const circular =
      unknown.length === 0 && reaches(formula, formulaName(code), byName);
    if (circular)
      issues.push(rowIssue("catalog.circular", row, "formula", formula));
    return unknown.length === 0 && !circular
      ? row
      : { ...row, value: { ...row.value, formula: "" } };
  });
  return { rows: checked, issues };
}

function namesIn(formula: string): string[] {
  return formula.match(/[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*/g) ?? [];
}

function reaches(
  formula: string,
  goal: string,
  byName: ReadonlyMap<string, Indicator>,
): boolean {
  const seen = new Set<string>();
  const open = namesIn(formula);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === goal) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...namesIn(byName.get(name)?.formula ?? ""));
  }
  return false;
}
