import type { Review, ReviewFile, ReviewSheet } from "../../src/worker/api.ts";

export function reviewFile(
  name: string,
  counts: Partial<ReviewFile["counts"]>,
): ReviewFile {
  return {
    name,
    sha: name,
    size: 1,
    format: "xlsx",
    alreadyImported: false,
    sheets: [],
    issues: [],
    counts: {
      observations: 0,
      fresh: 0,
      different: 0,
      records: 0,
      unmatched: 0,
      ...counts,
    },
  };
}

/** Three rows of two columns; the title is merged over both. */
export function reviewSheet(
  table: Partial<ReviewSheet["tables"][number]> = {},
): ReviewSheet {
  return {
    name: "Sheet1",
    rows: 3,
    columns: 2,
    shownRows: 3,
    styled: false,
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    widths: [20, null],
    cells: [
      { row: 0, column: 0, text: "标题", role: "title", numeric: false },
      { row: 2, column: 1, text: "48", role: "value", numeric: true },
    ],
    bindings: [],
    tables: [
      {
        range: { top: 0, left: 0, bottom: 2, right: 1 },
        title: "标题",
        orientation: "cross",
        shape: null,
        unmatched: [],
        ...table,
      },
    ],
  };
}

export function reviewOf(
  files: readonly ReviewFile[],
  more: Partial<Review> = {},
): Review {
  return {
    id: "r",
    files,
    questions: [],
    answered: [],
    unsaved: 0,
    cancelled: false,
    ...more,
  };
}
