import type { RegionCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import { liesIn } from "../model/lies-in.ts";
import type { HeaderText } from "../model/table.ts";
import { saysOwnProvince } from "../match/own-province.ts";
import type { SheetContext } from "./bind-context.ts";
import { CERTAIN } from "./certain.ts";
import type { ColumnSays } from "./column-says.ts";
import { namesOwnPlace } from "./own-place.ts";
import type { Questions } from "./questions.ts";
import type { RowSays } from "./row-says.ts";
import { siblingParent } from "./sibling-parent.ts";

/** Tells whose figures the cells of a table are, or asks. */
export class CrossRegions {
  readonly #context: SheetContext;
  readonly #questions: Questions;
  readonly #around: Guess<RegionCode> | null;
  /** Where a question about the whole table is put. */
  readonly #table: HeaderText;
  readonly #across: readonly (Guess<RegionCode> | null)[];
  /** True where every column names the same place: it is around the rows. A lone 全省平均 beside the cities is a figure of its own. */
  readonly #shared: boolean;

  constructor(
    columns: readonly ColumnSays[],
    around: Guess<RegionCode> | null,
    table: HeaderText,
    context: SheetContext,
    questions: Questions,
  ) {
    this.#context = context;
    this.#questions = questions;
    this.#around = around;
    this.#table = table;
    const across = columns.map((column) => this.#ofColumn(column, around));
    const parent = siblingParent(across, context.catalog);
    this.#across =
      parent === null
        ? across
        : columns.map((column, at) => {
            const own = across[at] ?? null;
            if (own === null || own.confidence >= CERTAIN) return own;
            const within = this.#ofColumn(column, { value: parent });
            return within === null || within.confidence < CERTAIN
              ? own
              : { ...within, confidence: 0.85 };
          });
    const values = columns.flatMap(({ kind }, at) =>
      kind === "value" ? [this.#across[at]?.value ?? ""] : [],
    );
    this.#shared = new Set(values).size <= 1;
  }

  #ofColumn(
    column: ColumnSays,
    around: Pick<Guess<RegionCode>, "value"> | null,
  ): Guess<RegionCode> | null {
    const [best] = column.facets.region;
    if (best === undefined) {
      if (!namesOwnPlace(column.head.text)) return null;
      const words = column.head.text.trim();
      const within = this.#context.matcher.region(words, around?.value);
      return within[0] ?? { value: "", confidence: 0, words };
    }
    if (best.confidence >= CERTAIN && !saysOwnProvince(best.words)) return best;
    const within = this.#context.matcher.region(best.words, around?.value);
    return within[0] ?? best;
  }

  /** One question when nothing in or around the table names a place. */
  askForTable(rows: readonly RowSays[]): void {
    const named =
      this.#around !== null ||
      this.#across.some((guess) => guess !== null) ||
      rows.some(({ region, unknown }) => region !== null || unknown);
    if (!named) this.#questions.ask(this.#table, "region");
  }

  /** The region of a row where its columns name none; null where it must be looked at closely. */
  ofRow({ region, unknown }: RowSays): Guess<RegionCode> | null {
    const own = region ?? this.#around;
    return unknown || own === null || own.confidence < CERTAIN ? null : own;
  }

  /** True for a column that names a place. */
  isAcross(at: number): boolean {
    return (this.#across[at] ?? null) !== null;
  }

  /** The region of a crossing; null when it was asked for. */
  of(row: RowSays, column: ColumnSays, at: number): Guess<RegionCode> | null {
    const across = this.#across[at] ?? null;
    const down = row.region;
    const said = column.settled?.region;
    if (said !== undefined)
      return { value: said, confidence: 1, words: column.words };
    if (row.unknown) {
      if (across === null || row.regions.length > 0) return this.#askFor(row);
      // The columns are the places: the row names a figure nobody knows.
      this.#questions.ask(row.head, "indicator");
      return null;
    }
    let region = across ?? down ?? this.#around;
    if (across !== null && down !== null && across.value !== down.value) {
      if (namesOwnPlace(column.head.text)) {
        // 全市 beside the figures of its counties is no figure of theirs.
        this.#questions.ask(
          column.head,
          "region",
          [across.value, down.value].filter((code) => code !== ""),
        );
        return null;
      }
      const { regions } = this.#context.catalog;
      if (liesIn(across.value, down.value, regions)) region = across;
      else if (this.#shared && liesIn(down.value, across.value, regions))
        region = down;
      else {
        const both = [across.value, down.value];
        this.#questions.ask(column.head, "region", both);
        return null;
      }
    }
    if (region === null) {
      this.#questions.ask(this.#table, "region");
      return null;
    }
    if (region.confidence >= CERTAIN) return region;
    if (region === down) return this.#askFor(row);
    const head = region === across ? column.head : this.#table;
    this.#questions.ask(
      head,
      "region",
      region.value === "" ? [] : [region.value],
    );
    return null;
  }

  #askFor(row: RowSays): null {
    const candidates = row.regions.map(({ value }) => value);
    this.#questions.ask(row.head, "region", candidates);
    return null;
  }
}
