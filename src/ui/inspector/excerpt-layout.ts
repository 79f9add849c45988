import type { ReviewCell, SheetExcerpt } from "../../worker/api.ts";

/** A drawn cell of an excerpt; what lies under a merged area is not drawn. */
export interface ExcerptCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Undefined for an empty cell. */
  readonly cell: ReviewCell | undefined;
  /** The figure the excerpt is about. */
  readonly here: boolean;
  /** Rows or columns of the sheet are left out just before it. */
  readonly gapAbove: boolean;
  readonly gapBefore: boolean;
}

/** Rows of drawn cells, with merged areas cut to what is shown. */
export function layOutExcerpt(
  excerpt: SheetExcerpt,
): readonly (readonly ExcerptCell[])[] {
  const { rows, columns, merges } = excerpt;
  const cells = new Map(
    excerpt.cells.map((cell) => [`${cell.row}|${cell.column}`, cell]),
  );
  return rows.map((row, r) =>
    columns.flatMap((column, c): ExcerptCell[] => {
      const merge = merges.find(
        ({ top, left, bottom, right }) =>
          top <= row && row <= bottom && left <= column && column <= right,
      );
      const spanned = (at: number, from: number, to: number) =>
        from <= at && at <= to;
      const mergedRows =
        merge === undefined
          ? [row]
          : rows.filter((at) => spanned(at, merge.top, merge.bottom));
      const mergedColumns =
        merge === undefined
          ? [column]
          : columns.filter((at) => spanned(at, merge.left, merge.right));
      if (mergedRows[0] !== row || mergedColumns[0] !== column) return [];
      const anchor =
        merge === undefined ? `${row}|${column}` : `${merge.top}|${merge.left}`;
      return [
        {
          row,
          column,
          rowSpan: mergedRows.length,
          columnSpan: mergedColumns.length,
          cell: cells.get(anchor),
          here:
            mergedRows.includes(excerpt.row) &&
            mergedColumns.includes(excerpt.column),
          gapAbove: jumps(rows, r),
          gapBefore: jumps(columns, c),
        },
      ];
    }),
  );
}

/** True when the sheet goes on between this place and the one before. */
export function jumps(places: readonly number[], at: number): boolean {
  const [before, here] = [places[at - 1], places[at]];
  return before !== undefined && here !== undefined && here - before > 1;
}
