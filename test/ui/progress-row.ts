import type { ProgressRow } from "../../src/model/progress.ts";

/** A row behind its path, with what a test wants changed. */
export function progressRow(change: Partial<ProgressRow> = {}): ProgressRow {
  return {
    targetId: "t",
    indicator: "air.pm25",
    region: "140100",
    variant: "",
    base: "",
    unit: "μg/m3",
    period: "2020-01/2020-07",
    actual: 58,
    decimals: 0,
    judged: 58,
    baseline: 60,
    target: 57,
    comparator: "<=",
    deadline: "2020",
    progress: 0.5,
    timeShare: 0.6,
    expected: 58,
    paceRatio: 0.83,
    gap: 1,
    status: "滞后",
    remaining: { kind: "mean", strict: 55.666667, edge: 56.83, daysLeft: 157 },
    forecast: null,
    outlook: null,
    rest: null,
    reasons: {},
    trace: [],
    source: null,
    ...change,
  };
}
