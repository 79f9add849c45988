import { describe, expect, it } from "vitest";
import {
  fileState,
  firstChoice,
  isUnderstood,
  reviewSummary,
} from "../../../src/ui/review/review-summary.ts";
import { reviewFile, reviewOf, reviewSheet } from "../review-file.ts";

const good = reviewFile("a.xlsx", { observations: 10, fresh: 8, different: 2 });
const again = {
  ...reviewFile("b.xlsx", { observations: 4 }),
  alreadyImported: true,
};
const broken = {
  ...reviewFile("c.xlsx", {}),
  issues: [{ code: "workbook.empty_file", severity: "error" } as const],
};

describe("review", () => {
  it("adds up what importing the chosen files would bring", () => {
    expect(reviewSummary([good, again])).toEqual({
      files: 2,
      observations: 14,
      fresh: 8,
      different: 2,
      records: 0,
    });
  });

  it("first ticks what brings something and was not imported before", () => {
    const review = reviewOf([good, again, broken]);
    expect([...firstChoice(review)]).toEqual(["a.xlsx"]);
  });

  it("tells a file nothing was made of from one whose table a person left out", () => {
    expect(isUnderstood(good)).toBe(true);
    expect(isUnderstood(broken)).toBe(false);
    const edges = { top: 0, left: 0, bottom: 2, right: 1, headerRows: 1, stubColumns: 1 }; // prettier-ignore
    const leftOut = reviewSheet({
      shape: { edges, shape: { kind: "none" }, drawn: false },
    });
    expect(isUnderstood({ ...broken, sheets: [leftOut] })).toBe(true);
    expect(isUnderstood({ ...broken, sheets: [reviewSheet()] })).toBe(false);
  });

  it("names the state of a file", () => {
    expect(fileState(good)).toBe("ready");
    expect(fileState(again)).toBe("imported");
    expect(fileState(broken)).toBe("failed");
    expect(fileState(reviewFile("d.xlsx", {}))).toBe("nothing");
    expect(fileState(reviewFile("e.xlsx", { unmatched: 3 }))).toBe("questions");
  });
});
