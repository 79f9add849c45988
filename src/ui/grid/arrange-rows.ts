import { compareFigures } from "./compare-figures.ts";
import type { SheetRow } from "./sheet.ts";

/** A row as it stands in the region tree. */
export interface TreeRow extends SheetRow {
  /** How deep under other rows of its block, from 0. */
  readonly depth: number;
  readonly hasParts: boolean;
  readonly folded: boolean;
}

export interface RowSort {
  readonly descending: boolean;
  /** What rows are compared by; null is missing and comes last. */
  readonly by: (row: SheetRow) => number | string | null;
  /** Blocks of rows (one an indicator) are put in order too. */
  readonly blocks: boolean;
}

interface Node {
  readonly row: SheetRow;
  readonly parts: Node[];
}

/**
 * Rows as a tree of regions within each indicator: a region stands above its
 * parts, sorting moves parts among themselves only, so that aggregates keep
 * their place above what they cover, and parts of folded rows are left out.
 * `parentOf` gives the region above, empty at the top.
 */
export function arrangeRows(
  rows: readonly SheetRow[],
  parentOf: (region: string) => string,
  folded: ReadonlySet<string>,
  sort: RowSort | null,
): readonly TreeRow[] {
  const blocks = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const id = row.region === null ? "" : (row.item?.id ?? "");
    const block = blocks.get(id);
    if (block === undefined) blocks.set(id, [row]);
    else block.push(row);
  }
  const out: TreeRow[] = [];
  const put = ({ row, parts }: Node, depth: number): void => {
    const isFolded = parts.length > 0 && folded.has(row.id);
    out.push({
      ...row,
      depth,
      hasParts: parts.length > 0,
      folded: isFolded,
    });
    if (!isFolded) for (const part of sorted(parts, sort)) put(part, depth + 1);
  };
  for (const block of sortedBlocks([...blocks.values()], sort))
    for (const root of sorted(treeOf(block, parentOf), sort)) put(root, 0);
  return out;
}

function treeOf(
  block: readonly SheetRow[],
  parentOf: (region: string) => string,
): readonly Node[] {
  const nodes = new Map<string, Node>();
  const all = block.map((row): Node => {
    const node = { row, parts: [] };
    if (row.region !== null && !nodes.has(row.region))
      nodes.set(row.region, node);
    return node;
  });
  return all.filter((node) => {
    const { region } = node.row;
    for (
      let above = region === null ? "" : parentOf(region);
      above !== "";
      above = parentOf(above)
    ) {
      const parent = nodes.get(above);
      if (parent === undefined || parent === node) continue;
      parent.parts.push(node);
      return false;
    }
    return true;
  });
}

function sorted(nodes: readonly Node[], sort: RowSort | null): readonly Node[] {
  if (sort === null) return nodes;
  return [...nodes].sort((a, b) => compareBy(sort, a.row, b.row));
}

function sortedBlocks(
  blocks: readonly (readonly SheetRow[])[],
  sort: RowSort | null,
): readonly (readonly SheetRow[])[] {
  if (sort === null || !sort.blocks) return blocks;
  return [...blocks].sort(([a], [b]) =>
    a === undefined || b === undefined ? 0 : compareBy(sort, a, b),
  );
}

function compareBy(
  { by, descending }: RowSort,
  a: SheetRow,
  b: SheetRow,
): number {
  const order = compareFigures(by(a), by(b), undefined, undefined, descending);
  return descending ? -order : order;
}

/** Rows that have rows under them, for “fold all”. */
export function foldable(rows: readonly TreeRow[]): readonly string[] {
  return rows.filter(({ hasParts }) => hasParts).map(({ id }) => id);
}
