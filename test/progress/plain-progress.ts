/*
 * A second, plain implementation of progress for annual figures, in rational
 * arithmetic of its own, to check the real one against. Values are whole
 * numbers of tenths.
 */

export interface PlainCase {
  readonly kind: "mean" | "reduction" | "sum";
  readonly direction: "up" | "down";
  readonly comparator: ">=" | "<=" | ">" | "<" | "=";
  readonly baseline: number | null;
  readonly goal: number;
  readonly actual: number;
  /** 0 or 1: decimals figures are judged with before the goal's own. */
  readonly decimals: 0 | 1;
  readonly from: number;
  readonly year: number;
  readonly deadline: number;
}

export interface PlainResult {
  readonly progress: number | null;
  readonly timeShare: number;
  readonly expected: number | null;
  readonly paceRatio: number | null;
  readonly gap: number;
  readonly status: string;
}

export type Ratio = readonly [bigint, bigint];

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

export function ratio(n: bigint, d: bigint): Ratio {
  const by = gcd(n, d) || 1n;
  const sign = d < 0n ? -1n : 1n;
  return [(sign * n) / by, (sign * d) / by];
}

/** Half to even to 12 decimals, by way of the digits. */
export function shown([n, d]: Ratio): number {
  const size = n < 0n ? -n : n;
  const whole = size / d;
  let rest = size % d;
  let digits = "";
  for (let at = 0; at < 12; at += 1) {
    rest *= 10n;
    digits += (rest / d).toString();
    rest %= d;
  }
  let all = BigInt(whole.toString() + digits);
  if (rest * 2n > d || (rest * 2n === d && all % 2n === 1n)) all += 1n;
  const text = all.toString().padStart(13, "0");
  const value = Number(`${text.slice(0, -12)}.${text.slice(-12)}`);
  return n < 0n && value !== 0 ? -value : value;
}

export function compares(
  value: number,
  comparator: string,
  goal: number,
): boolean {
  return (
    (value > goal && (comparator === ">" || comparator === ">=")) ||
    (value < goal && (comparator === "<" || comparator === "<=")) ||
    (value === goal && comparator.includes("="))
  );
}

/** Tenths judged in whole units where neither the indicator nor the goal shows tenths. */
export function judged(tenths: number, decimals: number, goal: number): number {
  if (decimals === 1 || goal % 10 !== 0) return tenths;
  const down = Math.floor(tenths / 10);
  const rest = tenths - down * 10;
  const up = rest > 5 || (rest === 5 && down % 2 !== 0);
  return (up ? down + 1 : down) * 10;
}

export function plainProgress(of: PlainCase): PlainResult {
  const { baseline, goal, actual, kind, comparator } = of;
  const value = judged(actual, of.decimals, goal);
  const met = compares(value, comparator, goal);
  const way =
    comparator === "="
      ? of.direction
      : comparator.includes(">")
        ? "up"
        : "down";
  const amount = kind === "sum" && way === "up";
  const withinYear = of.deadline - of.from === 1;
  const start =
    amount && withinYear
      ? 0
      : (baseline ?? (kind === "reduction" || amount ? 0 : null));
  const elapsed = BigInt(of.year - of.from);
  const total = BigInt(of.deadline - of.from);
  const progress =
    start === null || goal === start
      ? null
      : ratio(BigInt(actual - start), BigInt(goal - start));
  const pace =
    progress === null
      ? null
      : ratio(progress[0] * total, progress[1] * elapsed);
  const gap =
    comparator === "="
      ? Math.abs(goal - value)
      : comparator.includes(">")
        ? goal - value
        : value - goal;
  return {
    progress: progress === null ? null : shown(progress),
    timeShare: shown(ratio(elapsed, total)),
    expected:
      start === null
        ? null
        : shown(
            ratio(
              BigInt(start) * total + BigInt(goal - start) * elapsed,
              10n * total,
            ),
          ),
    paceRatio: pace === null ? null : shown(pace),
    gap: gap / 10,
    status: status(),
  };

  function status(): string {
    const last = of.year === of.deadline;
    if (met) return last ? "已达标" : "目前达标";
    if (last) return "严重滞后";
    const worse =
      baseline !== null && (way === "up" ? value < baseline : value > baseline);
    const heldBefore =
      baseline !== null &&
      (compares(baseline, comparator, goal) || baseline === goal);
    if (worse && heldBefore) return "倒退";
    if (progress === null || pace === null) return "无法判定";
    if (progress[0] < 0n) return "倒退";
    const reaches = (hundredths: bigint): boolean =>
      pace[0] * 100n >= hundredths * pace[1];
    if (reaches(105n)) return "超序时";
    if (reaches(100n)) return "达序时";
    return reaches(80n) ? "滞后" : "严重滞后";
  }
}
