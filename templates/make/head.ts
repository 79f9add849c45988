/** One header cell; `columns` are the cells under it. Widths are in characters. */
export interface Head {
  readonly text: string;
  readonly columns?: readonly Head[];
  readonly width?: number;
  /** Number format of the body cells below. */
  readonly format?: string;
  readonly align?: "left" | "center" | "right";
}

/** A header cell laid out: 0-based offsets, inclusive spans. */
export interface HeadCell {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Header cells without children, from left to right: one for each column. */
export function leaves(heads: readonly Head[]): readonly Head[] {
  return heads.flatMap((head) =>
    head.columns === undefined ? [head] : leaves(head.columns),
  );
}

/** Rows the header takes. */
export function headDepth(heads: readonly Head[]): number {
  return Math.max(
    0,
    ...heads.map(
      (head) => 1 + (head.columns === undefined ? 0 : headDepth(head.columns)),
    ),
  );
}

/** Where every header cell stands; a cell without children reaches down to the last header row. */
export function layoutHead(
  heads: readonly Head[],
  depth = headDepth(heads),
  top = 0,
  left = 0,
): readonly HeadCell[] {
  const cells: HeadCell[] = [];
  let column = left;
  for (const head of heads) {
    const width = leaves([head]).length;
    const right = column + width - 1;
    const bottom = head.columns === undefined ? top + depth - 1 : top;
    cells.push({ text: head.text, top, left: column, bottom, right });
    if (head.columns !== undefined)
      cells.push(...layoutHead(head.columns, depth - 1, top + 1, column));
    column = right + 1;
  }
  return cells;
}
