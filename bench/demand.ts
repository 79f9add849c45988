/** A number that was asked for, beside the one that was measured. */
export interface Demand {
  readonly what: string;
  /** NaN where it could not be measured. */
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly sense: "atLeast" | "atMost";
}

/** What could not be measured is not met. */
export function isMet({ value, limit, sense }: Demand): boolean {
  return sense === "atLeast" ? value >= limit : value <= limit;
}

/** One line; a quick run says nothing about being met. */
export function demandLine(demand: Demand, judge: boolean): string {
  const { what, value, unit, limit, sense } = demand;
  const sign = sense === "atLeast" ? "≥" : "≤";
  const line = `${what}: ${shortNumber(value)}${unit} (${sign} ${limit}${unit})`;
  if (!judge) return `${line} — not judged in a quick run`;
  return `${line} — ${isMet(demand) ? "达到 (met)" : "未达到 (not met)"}`;
}

/** Three significant digits, whole from 100 on; `—` for what could not be measured. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return "—";
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Number(value.toPrecision(3)).toString();
}
