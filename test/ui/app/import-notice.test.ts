import { describe, expect, it } from "vitest";
import {
  dayOfExamples,
  examplesDay,
  importNotice,
} from "../../../src/ui/app/import-notice.ts";
import { journal } from "../journal.ts";

const result = { observations: 3, records: 0, conflicts: 0, issues: [] };

describe("after the examples came in", () => {
  it("looks at their richest day, unless a person chose one", () => {
    const held = { ...journal, dataDays: ["2024-12-31", examplesDay] };
    expect(dayOfExamples(held, false)).toBe("2021-06-30");
    expect(dayOfExamples(held, true)).toBe(null);
    expect(dayOfExamples(journal, false)).toBe(null);
  });

  it("says which day it is", () => {
    expect(importNotice(result, examplesDay)).toMatchObject({
      code: "ui.notice.imported_examples",
      params: { day: "2021-06-30" },
    });
    expect(importNotice(result).code).toBe("ui.notice.imported");
  });
});
