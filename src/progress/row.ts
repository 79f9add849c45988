import type { Outlook, ProgressRow, RestOfWindow } from "../model/progress.ts";

/** A row before its reasons and trace. */
export type Fields = Omit<
  ProgressRow,
  "reasons" | "trace" | "forecast" | "outlook" | "rest"
>;

/** What of a row is computed when somebody reads it, each once. */
export interface OnDemand {
  outlook(): Outlook | null;
  rest(): RestOfWindow | null;
  reasons(): ProgressRow["reasons"];
  trace(): ProgressRow["trace"];
  /** The row without what takes long. */
  light(row: Row): ProgressRow;
}

/**
 * A row: its figures, and what is computed on demand. All rows share their
 * getters: an object literal with getters of its own costs a dozen kilobytes.
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
  readonly source: ProgressRow["source"];
  declare readonly forecast: ProgressRow["forecast"];
  declare readonly outlook: ProgressRow["outlook"];
  declare readonly rest: ProgressRow["rest"];
  declare readonly reasons: ProgressRow["reasons"];
  declare readonly trace: ProgressRow["trace"];
  readonly #later: OnDemand;

  constructor(fields: Fields, later: OnDemand) {
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
    this.source = fields.source;
    this.#later = later;
    // Their own, so that spreading, comparing and sending a row take them along.
    for (const [name, getter] of Row.#getters)
      Object.defineProperty(this, name, getter);
  }

  /** The row without what takes long; null for what is no such row. */
  static light(row: ProgressRow): ProgressRow | null {
    return #later in row ? row.#later.light(row) : null;
  }

  static readonly #getters: readonly (readonly [string, PropertyDescriptor])[] =
    (
      [
        ["forecast", (later) => later.outlook()?.value ?? null],
        ["outlook", (later) => later.outlook()],
        ["rest", (later) => later.rest()],
        ["reasons", (later) => later.reasons()],
        ["trace", (later) => later.trace()],
      ] satisfies readonly (readonly [
        keyof ProgressRow,
        (later: OnDemand) => unknown,
      ])[]
    ).map(([name, read]) => [
      name,
      {
        enumerable: true,
        configurable: true,
        get(this: Row) {
          return read(this.#later);
        },
      },
    ]);
}
