import type { Source } from "../model/observation.ts";
import type { Outlook, ProgressRow, RestOfWindow } from "../model/progress.ts";
import type { Reader, Reads } from "./reads.ts";
import { MadeLater, type RowParts } from "./row-fields.ts";
import type { OnDemand, Row } from "./row.ts";

/** Whom rows are kept for: what they read on demand is noted for it. */
export interface RowKeeper extends Reader {
  /** Another number after every change of what its rows were computed from. */
  readonly edition: number;
}

/**
 * What is computed on demand of a row that is kept. The row holds its figures,
 * and nothing that they came from: source, forecast, rest, reasons and trace are
 * had by computing it again when somebody reads them.
 */
export abstract class KeptRow implements OnDemand {
  protected readonly keeper: RowKeeper;
  #made: Made | null = null;

  constructor(keeper: RowKeeper) {
    this.keeper = keeper;
  }

  protected abstract get reads(): Reads;

  /** The row with all that is computed on demand; null when it is there no longer, and has none. */
  protected abstract again(): RowParts | null;

  /** The trace of that row, and what is said beside it. */
  protected abstract explain(row: RowParts): ProgressRow["trace"];

  source(): Source | null {
    return this.#run((made) => made.later?.source() ?? null);
  }

  outlook(): Outlook | null {
    return this.#run((made) => made.later?.outlook() ?? null);
  }

  rest(): RestOfWindow | null {
    return this.#run((made) => made.later?.rest() ?? null);
  }

  reasons(): ProgressRow["reasons"] {
    return this.#run((made) => made.later?.reasons() ?? {});
  }

  trace(): ProgressRow["trace"] {
    return this.#run(
      (made) =>
        (made.trace ??= made.parts === null ? [] : this.explain(made.parts)),
    );
  }

  light(row: Row): ProgressRow {
    return this.#run(
      (made) =>
        made.later?.light() ?? {
          ...row,
          source: null,
          forecast: null,
          outlook: null,
          rest: null,
          reasons: {},
          trace: [],
        },
    );
  }

  /** A whole row looks into what it was computed from, so after a change there is another. */
  #run<Value>(use: (made: Made) => Value): Value {
    return this.reads.by(this.keeper, () => {
      if (this.#made?.edition === this.keeper.edition) return use(this.#made);
      const { edition } = this.keeper;
      const parts = this.again();
      this.#made = {
        edition,
        parts,
        later: parts === null ? null : new MadeLater(parts),
        trace: null,
      };
      return use(this.#made);
    });
  }
}

interface Made {
  readonly edition: number;
  readonly parts: RowParts | null;
  readonly later: MadeLater | null;
  trace: ProgressRow["trace"] | null;
}
