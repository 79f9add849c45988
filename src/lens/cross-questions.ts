import type { Cell } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { holdsSeveral, isWorthAsking } from "./cell-says.ts";
import type { ColumnSays } from "./column-says.ts";
import { comesFromRow } from "./comes-from-row.ts";
import type { CellReading } from "./form-context.ts";
import { takeHidden } from "./hidden-values.ts";
import type { Doubt } from "./named-cells.ts";
import type { Questions } from "./questions.ts";
import type { RowSays } from "./row-says.ts";

/** More cells of one column than this are asked about together. */
const mostOdd = 2;

const nobody: readonly string[] = [];

const hiddenChoices = [takeHidden];

/** Where a question about a whole table is put. */
export function wholeTable({ title, headerRows, range }: Table): HeaderText {
  return (
    title[0] ?? {
      text: "",
      row: headerRows.top,
      column: range.left,
    }
  );
}

/** Asks about the cells of a table, at the header that an answer would be about. */
export class CrossQuestions {
  readonly #questions: Questions;
  readonly #table: HeaderText;
  readonly #rowsName: boolean;
  /** Cells whose texts are not understood. */
  readonly #odd = new Map<ColumnSays, Cell[]>();
  readonly #fractions = new Set<number>();

  /** `rowsName`: rows of the table name what the figures are of. */
  constructor(questions: Questions, table: HeaderText, rowsName: boolean) {
    this.#rowsName = rowsName;
    this.#questions = questions;
    this.#table = table;
  }

  /** Columns of percentages in which a cell may be a bare fraction: then so may its 1. */
  get fractions(): ReadonlySet<number> {
    return this.#fractions;
  }

  /** Asks whether 同比 is a change or a rate, of the header that says it. */
  askForChange(column: ColumnSays, row: RowSays): void {
    const at = comesFromRow(column, row.rest) ? row.head : column.head;
    this.#questions.ask(at, "measure", ["change", "changeRate"]);
  }

  /** Asks about a cell whose crossing is in doubt, if it holds something worth it. */
  askForCell(
    doubt: Doubt,
    cell: Cell | undefined,
    column: ColumnSays,
    row: RowSays,
  ): void {
    if (!isWorthAsking(cell, column, row)) return;
    if (cell?.type === "text" && holdsSeveral(cell.raw)) {
      this.askForValue(cell, column, row);
      return;
    }
    // 道路扬尘治理 among works that are known: it is the row that nobody knows.
    const ofRow =
      this.#rowsName &&
      row.unknown &&
      row.region === null &&
      doubt.role === "indicator" &&
      column.facets.indicator.length === 0 &&
      row.head.text.trim() !== "";
    const at = ofRow
      ? row.head
      : doubt.at === "column" && !column.headless
        ? column.head
        : doubt.at !== "table"
          ? row.head
          : this.#table;
    this.#questions.ask(at, doubt.role, ofRow ? nobody : doubt.candidates);
  }

  /** Asks what a cell holds whose text is not understood. */
  askForValue(cell: Cell | undefined, column: ColumnSays, row: RowSays): void {
    this.askAbout(
      { kind: "doubt", what: "value", candidates: [] },
      cell,
      column,
      row,
    );
  }

  /** Asks what the words of one cell mean, where it begins. */
  askAt(
    { row, column }: Pick<HeaderText, "row" | "column">,
    { raw }: Cell,
  ): void {
    this.#questions.ask({ text: raw.trim(), row, column }, "value");
  }

  /** Asks about what reading a cell left open. */
  askAbout(
    reading: CellReading & { readonly kind: "doubt" },
    cell: Cell | undefined,
    column: ColumnSays,
    row: RowSays,
  ): void {
    if (reading.what === "unit") {
      const ofColumn =
        column.facets.unit.length > 0 || row.rest.facets.indicator.length === 0;
      const at = ofColumn ? column.head : row.head;
      this.#questions.ask(at, "unit", reading.candidates);
      if (reading.candidates.includes("1")) this.#fractions.add(column.column);
    } else if (reading.what === "sign") this.askForChange(column, row);
    else if (reading.what === "hidden")
      this.#questions.ask(
        column.headless ? row.head : column.head,
        "value",
        hiddenChoices,
      );
    else if (cell !== undefined) {
      const odd = this.#odd.get(column);
      if (odd === undefined) this.#odd.set(column, [cell]);
      else odd.push(cell);
    }
  }

  /** One question for each cell nobody understands, or for their column where there are many. */
  askForValues(): void {
    for (const [column, cells] of this.#odd)
      if (
        cells.length > mostOdd ||
        (cells.length > 1 && cells.every(({ raw }) => holdsSeveral(raw)))
      )
        this.#questions.ask(column.head, "value");
      else for (const cell of cells) this.askAt(cell, cell);
  }
}
