import { describe, expect, it } from "vitest";
import { layOutSheet } from "../../../src/ui/review/sheet-layout.ts";
import { reviewSheet } from "../review-file.ts";

describe("layOutSheet", () => {
  it("spans merged cells and leaves out the ones they cover", () => {
    const { rows } = layOutSheet(reviewSheet(), 100);
    expect(rows.map((row) => row.length)).toEqual([1, 2, 2]);
    expect(rows[0]?.[0]).toMatchObject({ columnSpan: 2, rowSpan: 1 });
    expect(rows[2]?.[1]?.cell?.text).toBe("48");
  });

  it("cuts a merge where the drawn rows end and says how many rows are left", () => {
    const sheet = {
      ...reviewSheet(),
      merges: [{ top: 0, left: 0, bottom: 2, right: 0 }],
    };
    const layout = layOutSheet(sheet, 2);
    expect(layout.rows[0]?.[0]?.rowSpan).toBe(2);
    expect(layout.rowsLeft).toBe(1);
  });

  it("tells rows that were read and not sent from rows not drawn yet", () => {
    const layout = layOutSheet({ ...reviewSheet(), rows: 9 }, 100);
    expect(layout).toMatchObject({ rowsLeft: 0, rowsHidden: 6 });
  });

  it("gives a column without a width the usual one", () => {
    expect(layOutSheet(reviewSheet(), 100).widths).toEqual([146, 69]);
  });
});
