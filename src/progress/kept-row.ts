import type { Outlook, ProgressRow, RestOfWindow } from "../model/progress.ts";
import type { Reader, Reads } from "./reads.ts";
import { lightRow } from "./row-fields.ts";
import type { OnDemand, Row } from "./row.ts";

/** Whom rows are kept for: what they read on demand is noted for it. */
export interface RowKeeper extends Reader {
  /** Another number after every change of what its rows were computed from. */
  readonly edition: number;
}

/**
 * What is computed on demand of a row that is kept. The row holds its figures,
 * and nothing that they came from: forecast, rest, reasons and trace are had by
 * computing it again when somebody reads them.
 */
export abstract class KeptRow implements OnDemand {
  readonly #reads: Reads;
  readonly #keeper: RowKeeper;
  #edition = -1;
  #whole: ProgressRow | null = null;
  #trace: ProgressRow["trace"] | null = null;

  constructor(reads: Reads, keeper: RowKeeper) {
    this.#reads = reads;
    this.#keeper = keeper;
  }

  /** The row with all that is computed on demand; null when it is there no longer, and has none. */
  protected abstract again(): ProgressRow | null;

  /** The trace of that row, and what is said beside it. */
  protected abstract explain(row: ProgressRow): ProgressRow["trace"];

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
    return this.#run(
      (row) => (this.#trace ??= row === null ? [] : this.explain(row)),
    );
  }

  light(row: Row): ProgressRow {
    const light = this.#run((whole) =>
      whole === null
        ? {
            ...row,
            forecast: null,
            outlook: null,
            rest: null,
            reasons: {},
          }
        : lightRow(whole),
    );
    return { ...light, trace: this.trace() };
  }

  /** A whole row looks into what it was computed from, so after a change there is another. */
  #run<Value>(use: (row: ProgressRow | null) => Value): Value {
    return this.#reads.by(this.#keeper, () => {
      if (this.#edition !== this.#keeper.edition) {
        this.#edition = this.#keeper.edition;
        this.#trace = null;
        this.#whole = this.again();
      }
      return use(this.#whole);
    });
  }
}
