import { describe, expect, it } from "vitest";
import { placeAfterKey } from "../../../src/ui/review/place-after-key.ts";

const last = { row: 99, column: 9 };
const after = (
  key: string,
  laid = { row: 10, column: 3, rowSpan: 2, columnSpan: 3 },
  ctrlKey = false,
) => placeAfterKey({ key, ctrlKey }, { row: 10, column: 3 }, laid, last, 20);

describe("a key moves the focus of the sheet", () => {
  it("over a merged cell as over one", () => {
    expect(after("ArrowDown")).toEqual({ row: 12, column: 3 });
    expect(after("ArrowRight")).toEqual({ row: 10, column: 6 });
    expect(after("ArrowUp")).toEqual({ row: 9, column: 3 });
    expect(after("ArrowLeft")).toEqual({ row: 10, column: 2 });
  });

  it("by a page, no farther than the ends", () => {
    expect(after("PageDown")).toEqual({ row: 30, column: 3 });
    expect(after("PageUp")).toEqual({ row: 0, column: 3 });
  });

  it("to the ends of the row, with Ctrl of the sheet", () => {
    expect(after("Home")).toEqual({ row: 10, column: 0 });
    expect(after("End")).toEqual({ row: 10, column: 9 });
    expect(after("Home", undefined, true)).toEqual({ row: 0, column: 0 });
    expect(after("End", undefined, true)).toEqual(last);
  });

  it("and no other key does", () => {
    expect(after("a")).toBeNull();
  });
});
