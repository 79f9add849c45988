import type { Block } from "./blocks.ts";
import { headerPath } from "./header-paths.ts";
import type { HeaderReader } from "./header-reader.ts";
import { type Lines, spanOf } from "./lines.ts";
import { rowLook } from "./row-look.ts";

/** The columns of one of the tables that lie beside each other. */
export interface Band {
  readonly left: number;
  readonly right: number;
  /** Columns in use, ascending. */
  readonly columns: readonly number[];
}

/**
 * Tables beside each other: a column that is blank in header and body
 * separates them when what follows begins like a table of its own.
 */
export function splitBands(
  block: Block,
  lines: Lines,
  reader: HeaderReader,
): Band[] {
  const runs = usedRuns(block, lines);
  const bands: { left: number; right: number; columns: number[] }[] = [];
  for (const run of runs) {
    const columns = Array.from(
      { length: run.right - run.left + 1 },
      (_, offset) => run.left + offset,
    );
    const band = bands.at(-1);
    if (
      band === undefined ||
      beginsTable(run.left, band, block, lines, reader)
    ) {
      bands.push({ ...run, columns });
    } else {
      band.right = run.right;
      band.columns.push(...columns);
    }
  }
  return bands.flatMap((band) => halvesOf(band, block, lines, reader));
}

/** One list printed in several parts beside each other: its first headers (序号, 县区) come again. */
function halvesOf(
  band: Band,
  block: Block,
  lines: Lines,
  reader: HeaderReader,
): Band[] {
  const { columns } = band;
  const leaves = columns.map(
    (column) =>
      headerPath(column, block.header, lines, band.left).at(-1)?.text ?? "",
  );
  const [first, second] = leaves;
  if (first === undefined || second === undefined || second === "")
    return [band];
  const starts = columns.flatMap((_, at) =>
    leaves[at] === first && leaves[at + 1] === second ? [at] : [],
  );
  if (starts.length < 2) return [band];
  if (!begins(first, reader) && !repeatsNames(starts, leaves, columns, block))
    return [band];
  return starts.map((start, index) => {
    const part = columns.slice(start, starts[index + 1]);
    return {
      left: part[0] ?? band.left,
      right: part.at(-1) ?? band.right,
      columns: part,
    };
  });
}

/** True where all headers come again in their order, over names each time: 单位 | PM2.5 | 单位 | PM2.5. */
function repeatsNames(
  starts: readonly number[],
  leaves: readonly string[],
  columns: readonly number[],
  { body, groups }: Block,
): boolean {
  const width = starts[1] ?? 0;
  if (width * starts.length !== leaves.length) return false;
  if (leaves.some((text, at) => text !== leaves[at % width])) return false;
  const row = body.find((line) => !groups.has(line.row));
  return starts.every((start) =>
    row?.filled.some(
      ({ column, type, raw }) =>
        column === columns[start] && type === "text" && !/\d/.test(raw),
    ),
  );
}

/** 序号, 县区, or a rank left of them. */
function begins(header: string, reader: HeaderReader): boolean {
  return (
    reader.corner(header) || reader.read(header).measure[0]?.value === "rank"
  );
}

/** Runs of columns that hold something in header or body, from left to right. */
function usedRuns(
  block: Block,
  lines: Lines,
): { left: number; right: number }[] {
  const rows = [
    ...block.header,
    ...block.body.filter((line) => !block.groups.has(line.row)),
  ];
  let farthest = 0;
  const single: boolean[] = [];
  let full = { left: 0, right: -1 };
  const spans = new Map<number, number>();
  for (const line of rows) {
    farthest = Math.max(farthest, line.right);
    if (!lines.merges.touches(line.row)) {
      // Most rows lie within columns of which each is known to be used.
      if (line.left >= full.left && line.right <= full.right) continue;
      if (line.dense) full = line;
      for (let at = 0; at < line.count; at += 1)
        single[lines.cells.columnAt(line.at(at))] = true;
      continue;
    }
    for (const cell of line.filled) {
      const { left, right } = spanOf(cell, lines.merges);
      spans.set(left, Math.max(spans.get(left) ?? left, right));
    }
  }
  single.forEach((_, column) => {
    if (!spans.has(column)) spans.set(column, column);
  });
  const runs: { left: number; right: number }[] = [];
  for (const [left, right] of [...spans].sort((a, b) => a[0] - b[0])) {
    const end = Math.max(left, Math.min(right, farthest));
    const run = runs.at(-1);
    if (run !== undefined && left <= run.right + 1)
      run.right = Math.max(run.right, end);
    else runs.push({ left, right: end });
  }
  return runs;
}

function beginsTable(
  column: number,
  { left, columns }: Band,
  block: Block,
  lines: Lines,
  reader: HeaderReader,
): boolean {
  const path = headerPath(column, block.header, lines, column);
  const text = path.at(-1)?.text ?? "";
  const other = headerPath(left, block.header, lines, left).at(-1)?.text ?? "";
  return (
    text !== "" &&
    // Beside a header of two rows, the second row of this one is of its body.
    (text === other ||
      path.some((words) => reader.corner(words.text)) ||
      // 断面名称, 企业名称: the names of things of its own, beside more than a column of numbers.
      (columns.length > 1 && /名\s*称$/.test(text.trim())))
  );
}

/** The block with the header of one of its tables alone: figures beside words in the last rows of another's are of its body. */
export function ownHeader(
  block: Block,
  band: Band,
  bands: readonly Band[],
  { date1904 }: Lines,
  reader: HeaderReader,
): Block {
  let depth = block.header.length;
  while (depth > 1) {
    const last = block.header[depth - 1];
    if (last === undefined) break;
    const figures = ({ left, right }: Band): boolean =>
      rowLook(last.within(left, right), reader, date1904).data > 0;
    if (!figures(band) || bands.every(figures)) break;
    depth -= 1;
  }
  return depth === block.header.length
    ? block
    : {
        ...block,
        header: block.header.slice(0, depth),
        body: [...block.header.slice(depth), ...block.body],
      };
}
