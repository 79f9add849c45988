import { kind } from "../model/cell-kind.ts";
import type { HeaderText } from "../model/table.ts";
import { type Content, ColumnContents } from "./column-content.ts";
import { columnRole } from "./column-role.ts";
import type { HeaderReader } from "./header-reader.ts";
import { filledIndex, ownIndex } from "./header-paths.ts";
import type { Line, Lines } from "./lines.ts";
import { isDeadline, isFigureText } from "./line-words.ts";

export interface ColumnWords {
  readonly column: number;
  readonly path: readonly HeaderText[];
}

/**
 * The columns that name rows: those headed 地区, 指标, 单位, 年份, 序号 …,
 * wherever they stand, and the leftmost columns of words.
 */
export function stubColumnsOf(
  columns: readonly ColumnWords[],
  body: readonly Line[],
  lines: Lines,
  reader: HeaderReader,
): number[] {
  const stub: number[] = [];
  const contents = new ColumnContents(body, lines, reader);
  let leading = true;
  let named = false;
  for (const { column, path } of columns) {
    const leaf = path.at(-1)?.text ?? "";
    const facets = reader.read(leaf);
    const content = contents.of(column);
    const role = columnRole(path, reader);
    const naming =
      isNaming(role, content) ||
      (role === null && leading && reader.corner(leaf)) ||
      (isDeadline(leaf) && content.words + content.years > content.figures);
    if (naming) {
      stub.push(column);
      named ||= role !== "ordinal";
      continue;
    }
    const values =
      content.figures + content.years > content.words ||
      role === "remark" ||
      (content.words === 0 && (leaf !== "" || named));
    const headed = facets.indicator.length > 0 || facets.measure.length > 0;
    if (leading && !values && (!headed || !named)) {
      stub.push(column);
      named = true;
      continue;
    }
    leading = false;
  }
  return stub;
}

function isNaming(
  role: ReturnType<HeaderReader["read"]>["role"],
  content: Content,
): boolean {
  switch (role) {
    case "ordinal":
      return true;
    case "region":
    case "indicator":
    case "unit":
      return content.figures <= content.words;
    case "period":
      return true;
    default:
      return false;
  }
}

/**
 * The stub texts of every body row, outermost first. A merged parent repeats
 * for each of its rows; blanks before the first words of a row take the words
 * above them, except under a total.
 */
export function rowPaths(
  body: readonly Line[],
  stub: readonly number[],
  ordinals: ReadonlySet<number>,
  groups: ReadonlyMap<number, HeaderText>,
  lines: Lines,
  reader: HeaderReader,
): { row: number; path: HeaderText[] }[] {
  const { cells } = lines;
  const totals = new Totals(lines, reader);
  const naming = stub.filter((column) => !ordinals.has(column));
  const above: (HeaderText | undefined)[] = [];
  let group: HeaderText | undefined;
  const rows: { row: number; path: HeaderText[] }[] = [];
  for (const line of body) {
    const label = groups.get(line.row);
    if (label !== undefined) {
      group = label;
      above.length = 0;
      continue;
    }
    const merged = lines.merges.touches(line.row);
    const path: HeaderText[] = [];
    if (group !== undefined) path.push(group);
    // 合计 often stands where the other rows have their numbers.
    for (const column of ordinals) {
      const index = ownIndex(line.row, column, lines);
      if (index < 0 || cells.typeAt(index) !== "text") continue;
      if (isFigureText(cells.textOf(cells.textAt(index)))) continue;
      path.push(wordsAt(line.row, column, index, lines));
    }
    let named = path.length > (group === undefined ? 0 : 1);
    // Blanks before the first words take the words above them.
    const open: number[] = [];
    for (let at = 0; at < naming.length; at += 1) {
      const column = naming[at] ?? 0;
      const index = merged
        ? ownIndex(line.row, column, lines)
        : filledIndex(line.row, column, lines);
      if (index < 0) {
        if (open.length === at) open.push(at);
        continue;
      }
      if (open.length > 0 && open.at(-1) === at - 1)
        for (const blank of open) {
          const words = above[blank];
          if (words !== undefined) path.push(words);
        }
      named = true;
      const words = merged
        ? wordsAt(line.row, column, index, lines)
        : { text: lines.wordsAt(index), row: line.row, column };
      const last = path.at(-1);
      if (last?.row !== words.row || last.column !== words.column)
        path.push(words);
      above.length = at;
      if (!totals.has(index)) above[at] = words;
    }
    rows.push({ row: line.row, path: named ? path : [] });
  }
  return rows;
}

/** What is known of whether a text names a total. */
const unseen = 0;
const other = 1;
const total = 2;

/** Which cells say 合计 and the like, found out once for each text. */
class Totals {
  readonly #lines: Lines;
  readonly #reader: HeaderReader;
  /** By number of the text. */
  readonly #texts: Uint8Array;

  constructor(lines: Lines, reader: HeaderReader) {
    this.#lines = lines;
    this.#reader = reader;
    this.#texts = new Uint8Array(lines.cells.textCount);
  }

  has(index: number): boolean {
    const { cells } = this.#lines;
    if (cells.kinds[index] !== kind.text) return this.#reads(index);
    const text = cells.textAt(index);
    const known = this.#texts[text] ?? unseen;
    if (known !== unseen) return known === total;
    const is = this.#reads(index);
    this.#texts[text] = is ? total : other;
    return is;
  }

  #reads(index: number): boolean {
    return this.#reader.read(this.#lines.wordsAt(index)).role === "aggregate";
  }
}

/** The words of the cell that an address belongs to. */
function wordsAt(
  row: number,
  column: number,
  index: number,
  lines: Lines,
): HeaderText {
  const merge = lines.merges.at(row, column);
  return {
    text: lines.wordsAt(index),
    row: merge?.top ?? row,
    column: merge?.left ?? column,
  };
}
