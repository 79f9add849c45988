import type { ProgressRow } from "../model/progress.ts";
import { lightRow, once, setLight } from "./row-fields.ts";

/** Runs what is made later, noting what it reads. */
export type RunLater = <Value>(make: () => Value) => Value;

/**
 * A row as it is kept: its figures, and nothing that they came from. Forecast,
 * rest, reasons and trace are had by computing the row again when somebody
 * reads them (null: it is there no longer, and has none). `explain` may add to
 * the trace.
 */
export function keptRow(
  row: ProgressRow,
  again: () => ProgressRow | null,
  run: RunLater,
  explain: (trace: ProgressRow["trace"]) => ProgressRow["trace"],
): ProgressRow {
  const whole = once(() => run(again));
  const trace = once(() => run(() => explain(whole()?.trace ?? [])));
  const kept: ProgressRow = {
    targetId: row.targetId,
    indicator: row.indicator,
    region: row.region,
    variant: row.variant,
    base: row.base,
    unit: row.unit,
    period: row.period,
    actual: row.actual,
    decimals: row.decimals,
    judged: row.judged,
    baseline: row.baseline,
    target: row.target,
    comparator: row.comparator,
    deadline: row.deadline,
    progress: row.progress,
    timeShare: row.timeShare,
    expected: row.expected,
    paceRatio: row.paceRatio,
    gap: row.gap,
    status: row.status,
    remaining: row.remaining,
    source: row.source,
    get forecast() {
      return run(() => whole()?.forecast ?? null);
    },
    get outlook() {
      return run(() => whole()?.outlook ?? null);
    },
    get rest() {
      return run(() => whole()?.rest ?? null);
    },
    get reasons() {
      return run(() => whole()?.reasons ?? {});
    },
    get trace() {
      return trace();
    },
  };
  setLight(kept, () => {
    const found = whole();
    return found === null
      ? { ...kept }
      : { ...run(() => lightRow(found)), trace: trace() };
  });
  return kept;
}
