import type { Cell } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import type { Lines } from "../table/lines.ts";

/** Tells the rows that hold nothing but their names: they head groups. */
export class GroupRows {
  readonly #table: Table;
  readonly #lines: Lines;
  /** Rows whose body is empty, worked out when first asked for. */
  #emptyRows: Set<number> | null = null;

  constructor(table: Table, lines: Lines) {
    this.#table = table;
    this.#lines = lines;
  }

  /** True for a row with nothing but its name, in a table that is filled in. */
  has(row: number): boolean {
    if (this.#emptyRows === null) {
      const { body } = this.#table;
      const inBody = ({ column }: Cell): boolean =>
        column >= body.left && column <= body.right;
      this.#emptyRows = new Set();
      let filled = false;
      for (const line of this.#lines.lines) {
        if (line.row < body.top || line.row > body.bottom) continue;
        if (line.filled.some(inBody)) filled = true;
        else this.#emptyRows.add(line.row);
      }
      if (!filled) this.#emptyRows.clear();
    }
    return this.#emptyRows.has(row);
  }
}
