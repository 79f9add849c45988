import type { Outlook, ProgressRow, RestOfWindow } from "../model/progress.ts";
import type { Reader, Reads } from "./reads.ts";
import { lightRow } from "./row-fields.ts";
import { type Fields, type OnDemand, Row } from "./row.ts";

/** How a kept row is computed again. */
export interface Recipe {
  /** The row with all that is computed on demand; null when it is there no longer, and has none. */
  again(): ProgressRow | null;
  /** The trace of that row, and what is said beside it. */
  explain(row: ProgressRow): ProgressRow["trace"];
}

/**
 * A row as it is kept: its figures, and nothing that they came from. Forecast,
 * rest, reasons and trace are had by computing the row again when somebody
 * reads them; what that reads is noted for `reader`.
 */
export function keptRow(
  fields: Fields,
  recipe: Recipe,
  reads: Reads,
  reader: Reader,
): ProgressRow {
  return new Row(fields, new Again(fields, recipe, reads, reader));
}

class Again implements OnDemand {
  readonly #fields: Fields;
  readonly #recipe: Recipe;
  readonly #reads: Reads;
  readonly #reader: Reader;
  #whole: { readonly row: ProgressRow | null } | null = null;
  #trace: ProgressRow["trace"] | null = null;

  constructor(fields: Fields, recipe: Recipe, reads: Reads, reader: Reader) {
    this.#fields = fields;
    this.#recipe = recipe;
    this.#reads = reads;
    this.#reader = reader;
  }

  outlook(): Outlook | null {
    return this.#run((row) => row?.outlook ?? null);
  }

  rest(): RestOfWindow | null {
    return this.#run((row) => row?.rest ?? null);
  }

  reasons(): ProgressRow["reasons"] {
    return this.#run((row) => row?.reasons ?? {});
  }

  trace(): ProgressRow["trace"] {
    return (this.#trace ??= this.#run((row) =>
      row === null ? [] : this.#recipe.explain(row),
    ));
  }

  light(): ProgressRow {
    const light = this.#run((row) => (row === null ? null : lightRow(row)));
    return light === null
      ? {
          ...this.#fields,
          forecast: null,
          outlook: null,
          rest: null,
          reasons: {},
          trace: this.trace(),
        }
      : { ...light, trace: this.trace() };
  }

  #run<Value>(use: (row: ProgressRow | null) => Value): Value {
    return this.#reads.by(this.#reader, () => {
      this.#whole ??= { row: this.#recipe.again() };
      return use(this.#whole.row);
    });
  }
}
