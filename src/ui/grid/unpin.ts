import type { Column, ProcessUnpinnedColumnsParams } from "ag-grid-community";

/** Share of the grid that pinned columns take at most. */
const most = 0.6;

/**
 * Which pinned columns are let go where there is no room for all (projected,
 * beside the inspector): from the figures outwards, so that what rows begin
 * with stays first.
 */
export function processUnpinned({
  api,
  viewportWidth,
}: ProcessUnpinnedColumnsParams): Column[] {
  const right = api.getDisplayedRightColumns();
  const left = api.getDisplayedLeftColumns();
  let room =
    viewportWidth * most -
    right.reduce((sum, column) => sum + column.getActualWidth(), 0);
  let fits = true;
  return left.filter((column, i) => {
    room -= column.getActualWidth();
    fits &&= room >= 0 || i === 0;
    return !fits;
  });
}
