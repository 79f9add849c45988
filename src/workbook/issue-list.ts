import type { Issue, Params, Severity } from "../model/issue.ts";

/** Issues of one code that are kept one by one, over a sheet and over a file; the rest are counted. */
const keptPerSheet = 50;
const keptPerFile = 1000;

/** Characters a parameter is cut to: an attribute of a broken file may have millions. */
const longestParam = 200;

/** Collects issues of one file; a code that repeats over a sheet is cut short and counted. */
export class IssueList {
  readonly #file: string;
  readonly #issues: Issue[] = [];
  /** By code and sheet, and by code alone. */
  readonly #seen = new Map<string, Tally>();

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
      ...(params === undefined ? {} : { params: shortened(params) }),
    };
    const ofSheet = this.#tally(`${code}\n${where.sheet ?? ""}`, issue);
    const ofFile = this.#tally(code, issue);
    if (ofFile.kept >= keptPerFile) ofFile.left += 1;
    else if (ofSheet.kept >= keptPerSheet) ofSheet.left += 1;
    else {
      ofSheet.kept += 1;
      ofFile.kept += 1;
      this.#issues.push(issue);
    }
    return issue;
  }

  #tally(key: string, first: Issue): Tally {
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const tally = { first, byFile: !key.includes("\n"), kept: 0, left: 0 };
    this.#seen.set(key, tally);
    return tally;
  }

  /** All issues, with one `workbook.more_issues` for each code that was cut short. */
  list(): Issue[] {
    const more = [...this.#seen.values()]
      .filter(({ left }) => left > 0)
      .map(({ first, byFile, left }): Issue => ({
        code: "workbook.more_issues",
        severity: first.severity,
        file: this.#file,
        ...(byFile || first.sheet === undefined ? {} : { sheet: first.sheet }),
        params: { code: first.code, count: left },
      }));
    return [...this.#issues, ...more];
  }
}

interface Tally {
  readonly first: Issue;
  readonly byFile: boolean;
  kept: number;
  left: number;
}

function shortened(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && value.length > longestParam
        ? `${value.slice(0, longestParam)}…`
        : value,
    ]),
  );
}
