import type { QuestionPlace } from "../model/profile.ts";
import { cellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { blankWords } from "./blank-words.ts";

/** Between the levels of a header; in no unit, unlike a slash. */
const levelMark = "›";

/** The words under which the headers of a table are known again on the next sheet. */
export class QuestionPlaces {
  readonly #byCell = new Map<string, QuestionPlace>();
  readonly #columns = new Map<number, string>();
  readonly #body: Table["body"];
  /** Where questions about the whole table are put: its title, or its first cell. */
  readonly #whole: string;

  constructor(table: Table) {
    this.#body = table.body;
    const first = table.title[0] ?? {
      text: "",
      row: table.headerRows.top,
      column: table.range.left,
    };
    const columns = table.columns.map(({ column, path }) => {
      const words = wordsOf(path);
      this.#columns.set(column, words);
      const head = path.at(-1) ?? { row: table.headerRows.bottom, column };
      return { cell: refOf(head), words };
    });
    this.#add("column", columns);
    this.#add(
      "stub",
      table.stubHeaders.flatMap((path) => {
        const head = path.at(-1);
        return head === undefined
          ? []
          : [{ cell: refOf(head), words: wordsOf(path) }];
      }),
    );
    this.#add(
      "row",
      table.rows.flatMap(({ row, path }) =>
        path.length === 0
          ? [{ cell: cellRef(row, table.range.left), words: "" }]
          : path.map((head, at) => ({
              cell: refOf(head),
              words: wordsOf(path.slice(0, at + 1)),
            })),
      ),
    );
    this.#add(
      "row",
      table.pairs.map(({ label }) => ({
        cell: refOf(label),
        words: wordsOf([label]),
      })),
    );
    this.#whole = refOf(first);
    if (!this.#byCell.has(this.#whole))
      this.#byCell.set(this.#whole, { place: "table", words: "" });
  }

  /** What a question at a cell with this text is about. */
  at(cell: string, row: number, column: number, text: string): QuestionPlace {
    const known = this.#byCell.get(cell);
    // Without a title the first cell is a header too; asked about as such it has its words.
    const whole = cell === this.#whole && text.trim() === "";
    if (whole && (known?.place !== "column" || known.words !== ""))
      return { place: "table", words: "" };
    if (known !== undefined) return known;
    const { top, left, bottom, right } = this.#body;
    return row >= top && row <= bottom && column >= left && column <= right
      ? {
          place: "cell",
          words: `${this.#columns.get(column) ?? ""}=${blankWords(text)}`,
        }
      : { place: "table", words: "" };
  }

  /** The first place at a cell holds; places of the same words are numbered. */
  #add(
    place: QuestionPlace["place"],
    heads: readonly { readonly cell: string; readonly words: string }[],
  ): void {
    const cells = new Map<string, Set<string>>();
    for (const { cell, words } of heads) {
      const same = cells.get(words);
      if (same === undefined) cells.set(words, new Set([cell]));
      else same.add(cell);
    }
    for (const [words, same] of cells) {
      let nth = 0;
      for (const cell of same) {
        if (!this.#byCell.has(cell))
          this.#byCell.set(
            cell,
            same.size === 1 ? { place, words } : { place, words, nth },
          );
        nth += 1;
      }
    }
  }
}

function refOf({ row, column }: Pick<HeaderText, "row" | "column">): string {
  return cellRef(row, column);
}

function wordsOf(path: readonly HeaderText[]): string {
  return path.map(({ text }) => blankWords(text)).join(levelMark);
}
