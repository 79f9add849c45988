import type { Outlook, ProgressRow, RestOfWindow } from "../model/progress.ts";

/** A row before what is computed on demand. */
export type Fields = Omit<
  ProgressRow,
  "source" | "reasons" | "trace" | "forecast" | "outlook" | "rest"
>;

/** What of a row is computed when somebody reads it, each once. */
export interface OnDemand {
  source(): ProgressRow["source"];
  outlook(): Outlook | null;
  rest(): RestOfWindow | null;
  reasons(): ProgressRow["reasons"];
  trace(): ProgressRow["trace"];
  /** The row without what takes long. */
  light(row: Row): ProgressRow;
}

/**
 * A row: its figures, and what is computed on demand. There are thousands of
 * these, so the getters are the class's own: spreading or sending a row leaves
 * them behind, and {@link plainRow} takes them along.
 */
export class Row implements ProgressRow {
  readonly targetId: ProgressRow["targetId"];
  readonly indicator: ProgressRow["indicator"];
  readonly region: ProgressRow["region"];
  readonly variant: ProgressRow["variant"];
  readonly base: ProgressRow["base"];
  readonly unit: ProgressRow["unit"];
  readonly period: ProgressRow["period"];
  readonly actual: ProgressRow["actual"];
  readonly decimals: ProgressRow["decimals"];
  readonly judged: ProgressRow["judged"];
  readonly baseline: ProgressRow["baseline"];
  readonly target: ProgressRow["target"];
  readonly comparator: ProgressRow["comparator"];
  readonly deadline: ProgressRow["deadline"];
  readonly progress: ProgressRow["progress"];
  readonly timeShare: ProgressRow["timeShare"];
  readonly expected: ProgressRow["expected"];
  readonly paceRatio: ProgressRow["paceRatio"];
  readonly gap: ProgressRow["gap"];
  readonly status: ProgressRow["status"];
  readonly remaining: ProgressRow["remaining"];
  #later: OnDemand | null = null;

  constructor(fields: Fields) {
    this.targetId = fields.targetId;
    this.indicator = fields.indicator;
    this.region = fields.region;
    this.variant = fields.variant;
    this.base = fields.base;
    this.unit = fields.unit;
    this.period = fields.period;
    this.actual = fields.actual;
    this.decimals = fields.decimals;
    this.judged = fields.judged;
    this.baseline = fields.baseline;
    this.target = fields.target;
    this.comparator = fields.comparator;
    this.deadline = fields.deadline;
    this.progress = fields.progress;
    this.timeShare = fields.timeShare;
    this.expected = fields.expected;
    this.paceRatio = fields.paceRatio;
    this.gap = fields.gap;
    this.status = fields.status;
    this.remaining = fields.remaining;
  }

  /** The row, with what computes the rest of it from now on. */
  withLater(later: OnDemand): this {
    this.#later = later;
    return this;
  }

  get source(): ProgressRow["source"] {
    return this.#later?.source() ?? null;
  }

  get forecast(): ProgressRow["forecast"] {
    return this.#later?.outlook()?.value ?? null;
  }

  get outlook(): ProgressRow["outlook"] {
    return this.#later?.outlook() ?? null;
  }

  get rest(): ProgressRow["rest"] {
    return this.#later?.rest() ?? null;
  }

  get reasons(): ProgressRow["reasons"] {
    return this.#later?.reasons() ?? {};
  }

  get trace(): ProgressRow["trace"] {
    return this.#later?.trace() ?? [];
  }

  toJSON(): ProgressRow {
    return Row.plain(this);
  }

  /** The row as plain data. */
  static plain(row: Row): ProgressRow {
    const { source, forecast, outlook, rest, reasons, trace } = row;
    return { ...row, source, forecast, outlook, rest, reasons, trace };
  }

  /** The row as plain data without what takes long. */
  static light(row: Row): ProgressRow {
    return row.#later?.light(row) ?? Row.plain(row);
  }
}

/** The row as plain data with all that is computed on demand, for sending and for writing out. */
export function plainRow(row: ProgressRow): ProgressRow {
  return row instanceof Row ? Row.plain(row) : row;
}

/**
 * The row as plain data without what takes long: no trace, no forecast and no
 * rest, with that as the reason of the forecast. For sending many at once.
 */
export function lightRow(row: ProgressRow): ProgressRow {
  return row instanceof Row ? Row.light(row) : row;
}
