import type { Column, ProcessUnpinnedColumnsParams } from "ag-grid-community";
import { describe, expect, it } from "vitest";
import { processUnpinned } from "../../../src/ui/grid/unpin.ts";

function letGo(
  viewportWidth: number,
  left: readonly number[],
  right: readonly number[] = [],
): readonly number[] {
  const columns = (widths: readonly number[]) =>
    widths.map((width) => ({ getActualWidth: () => width }) as Column);
  const shown = columns(left);
  const gone = processUnpinned({
    api: {
      getDisplayedLeftColumns: () => shown,
      getDisplayedRightColumns: () => columns(right),
    },
    viewportWidth,
  } as unknown as ProcessUnpinnedColumnsParams);
  return gone.map((column) => shown.indexOf(column));
}

describe("processUnpinned", () => {
  it("lets go of the columns next to the figures, and keeps the first", () => {
    expect(letGo(1000, [44, 148, 58])).toEqual([]);
    expect(letGo(500, [44, 148, 58, 104, 78])).toEqual([3, 4]);
    // A narrow column behind one that has no room does not jump before it.
    expect(letGo(500, [44, 400, 10])).toEqual([1, 2]);
    expect(letGo(100, [180, 80], [104])).toEqual([1]);
  });
});
