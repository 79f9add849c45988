import type { CellRange } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import type { SheetContext } from "./bind-context.ts";
import type { ColumnSays } from "./column-says.ts";
import type { CrossRows } from "./cross-rows.ts";
import type { Questions } from "./questions.ts";
import type { RowSays } from "./row-says.ts";
import type { RowReader } from "./stub/row-reader.ts";

/** `own`: every row under the merge has the figure for its own. */
type Shared =
  | "own"
  | {
      readonly first: RowSays;
      readonly sameTime: boolean;
      readonly says: RowSays;
    };

/** Tells of which rows the figures are that are merged down over several. */
export class MergedFigures {
  readonly #table: Table;
  readonly #rows: readonly RowSays[];
  readonly #reader: RowReader;
  readonly #context: SheetContext;
  readonly #questions: Questions;
  /** What is said of figures merged down over several rows. */
  readonly #shared = new Map<CellRange, Shared>();
  /** The place of each row of the sheet among those of the table, worked out when first asked for. */
  #rowAt: Map<number, number> | null = null;

  constructor(
    table: Table,
    { rows, reader }: CrossRows,
    context: SheetContext,
    questions: Questions,
  ) {
    this.#table = table;
    this.#rows = rows;
    this.#reader = reader;
    this.#context = context;
    this.#questions = questions;
  }

  /** The first cell of a merge; null for a merge that begins outside the body. */
  anchorOf(
    row: number,
    column: number,
  ): { row: number; column: number } | null {
    const merge = this.#context.lines.merges.at(row, column);
    if (merge === undefined) return { row, column };
    const { body } = this.#table;
    return merge.top < body.top || merge.left < body.left
      ? null
      : { row: merge.top, column: merge.left };
  }

  /**
   * What is said of a figure merged down over rows of one place: what all of
   * those rows say (沙尘天数 beside 扣沙前 and 扣沙后 is of neither). Null below
   * the first of them, and where they are of different times.
   */
  saidOf(row: RowSays, column: ColumnSays): RowSays | null {
    const merge = this.#context.lines.merges.at(row.row, column.column);
    if (merge === undefined || merge.top === merge.bottom) return row;
    let shared = this.#shared.get(merge);
    if (shared === undefined) {
      shared = this.#readShared(merge);
      this.#shared.set(merge, shared);
    }
    if (shared === "own") return row;
    if (shared.first !== row) return null;
    if (!shared.sameTime && column.period === null) {
      this.#questions.ask(column.head, "period");
      return null;
    }
    return shared.says;
  }

  #readShared({ top, bottom }: CellRange): Shared {
    const { rows } = this.#table;
    this.#rowAt ??= new Map(this.#rows.map(({ row }, at) => [row, at]));
    const inside: { says: RowSays; path: readonly HeaderText[] }[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const at = this.#rowAt.get(row) ?? -1;
      const says = this.#rows[at];
      if (says !== undefined) inside.push({ says, path: rows[at]?.path ?? [] });
      // A merge declared over more rows than the table has.
      if (at === this.#rows.length - 1) break;
    }
    const [first, ...others] = inside;
    if (
      first === undefined ||
      others.every(({ says }) => says.rest === first.says.rest) ||
      others.some(({ says }) => says.region?.value !== first.says.region?.value)
    )
      return "own";
    const time = JSON.stringify(first.says.rest.period?.value);
    const path = first.path.filter((words) =>
      others.every((other) =>
        other.path.some(
          ({ column: at, text }) => at === words.column && text === words.text,
        ),
      ),
    );
    return {
      first: first.says,
      sameTime: others.every(
        ({ says }) => JSON.stringify(says.rest.period?.value) === time,
      ),
      says: {
        ...first.says,
        rest: this.#reader.read({ row: first.says.row, path }).rest,
      },
    };
  }
}
