import { expect, it } from "vitest";
import { issueTable, tsvText } from "../../../src/ui/review/issue-table.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { catalog } from "../catalog.ts";
import { reviewFile, reviewOf, reviewSheet } from "../review-file.ts";

it("lists every issue and every open cell with file, sheet and cell", () => {
  const file = {
    ...reviewFile("a.xlsx", {}),
    sheets: [reviewSheet()],
    issues: [
      {
        code: "lens.error_cell",
        severity: "warning",
        sheet: "Sheet1",
        cell: "B3",
        params: { cell: "B3", error: "#REF!" },
      } as const,
    ],
  };
  const review = reviewOf([file], {
    questions: [
      {
        id: "q",
        role: "unit",
        place: "column",
        text: " CO\n(mg/m3) ",
        path: "CO",
        candidates: [],
        cells: [{ file: "a.xlsx", sheet: 0, cell: "D2" }],
        tables: 1,
        ledgers: false,
        examples: [],
        months: [],
      },
    ],
  });
  const table = issueTable(review, namesOf(catalog, "zh"));
  expect(table).toHaveLength(3);
  expect(table[1]?.slice(1, 4)).toEqual(["a.xlsx", "Sheet1", "B3"]);
  expect(table[1]?.[4]).toContain("#REF!");
  expect(table[2]?.slice(0, 4)).toEqual(["待定", "a.xlsx", "Sheet1", "D2"]);
  expect(tsvText(table).split("\r\n")).toHaveLength(3);
  expect(tsvText(table).split("\r\n")[2]?.split("\t")).toHaveLength(6);
});
