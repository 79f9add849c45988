import type { Issue, Params, Severity } from "../model/issue.ts";

/** Issues of one code and sheet that are kept one by one; the rest are counted. */
const keptPerSheet = 50;

/** Collects issues of one file; a code that repeats over a sheet is cut short and counted. */
export class IssueList {
  readonly #file: string;
  readonly #issues: Issue[] = [];
  readonly #seen = new Map<string, { issue: Issue; count: number }>();

  constructor(file: string) {
    this.#file = file;
  }

  add(
    code: string,
    severity: Severity,
    where: { readonly sheet?: string; readonly cell?: string } = {},
    params?: Params,
  ): Issue {
    const issue: Issue = {
      code,
      severity,
      file: this.#file,
      ...where,
      ...(params === undefined ? {} : { params }),
    };
    const key = `${code}\n${where.sheet ?? ""}`;
    const seen = this.#seen.get(key);
    if (seen === undefined) this.#seen.set(key, { issue, count: 1 });
    else seen.count += 1;
    if ((seen?.count ?? 1) <= keptPerSheet) this.#issues.push(issue);
    return issue;
  }

  /** All issues, with one `workbook.more_issues` for each code that was cut short. */
  list(): Issue[] {
    const more = [...this.#seen.values()]
      .filter(({ count }) => count > keptPerSheet)
      .map(({ issue, count }): Issue => ({
        code: "workbook.more_issues",
        severity: issue.severity,
        file: this.#file,
        ...(issue.sheet === undefined ? {} : { sheet: issue.sheet }),
        params: { code: issue.code, count: count - keptPerSheet },
      }));
    return [...this.#issues, ...more];
  }
}
