import {
  type Ratio,
  compares,
  judged,
  ratio,
  shown,
} from "./plain-progress.ts";

/*
 * A second, plain implementation of a figure of part of a year against a goal
 * for that year, for every kind of indicator, in rational arithmetic and
 * calendar arithmetic of its own. Values are whole numbers of tenths.
 */

export type PlainKind =
  "mean" | "index" | "sum" | "days" | "count" | "ratio" | "reduction";

export interface PartYearCase {
  readonly kind: PlainKind;
  readonly direction: "up" | "down";
  readonly comparator: ">=" | "<=" | ">" | "<" | "=";
  readonly year: number;
  /** Month and day the figure ends on. */
  readonly month: number;
  /** 0: the month's last. */
  readonly day: number;
  readonly goal: number;
  readonly actual: number;
  /** Of the year before; null when nobody knows. */
  readonly baseline: number | null;
  readonly decimals: 0 | 1;
}

export interface PartYearResult {
  readonly progress: number | null;
  readonly timeShare: number;
  readonly expected: number | null;
  readonly paceRatio: number | null;
  readonly gap: number;
  readonly status: string;
  readonly remaining: unknown;
}

const dayMs = 86_400_000;

export function lastDay({ year, month, day }: PartYearCase): Date {
  const ofMonth = new Date(Date.UTC(year, month, 0));
  return day === 0
    ? ofMonth
    : new Date(Date.UTC(year, month - 1, Math.min(day, ofMonth.getUTCDate())));
}

const minus = ([a, b]: Ratio, [c, d]: Ratio): Ratio =>
  ratio(a * d - c * b, b * d);
const times = ([a, b]: Ratio, [c, d]: Ratio): Ratio => ratio(a * c, b * d);
const over = ([a, b]: Ratio, [c, d]: Ratio): Ratio => ratio(a * d, b * c);
const tenths = (value: number): Ratio => ratio(BigInt(value), 10n);
const whole = (value: number): Ratio => ratio(BigInt(value), 1n);

export function plainPartYear(of: PartYearCase): PartYearResult {
  const { kind, comparator, goal, actual, baseline, year } = of;
  const end = lastDay(of).getTime() + dayMs;
  const open = Date.UTC(year, 0, 1);
  const close = Date.UTC(year + 1, 0, 1);
  const done = (end - open) / dayMs;
  const total = (close - open) / dayMs;
  const left = total - done;
  const value = judged(actual, of.decimals, goal);
  const met = compares(value, comparator, goal);
  const way = comparator.includes(">")
    ? "up"
    : comparator.includes("<")
      ? "down"
      : of.direction;
  const amount = kind === "sum" || kind === "days";
  const cap = amount && way === "down";
  const start = cap
    ? null
    : amount
      ? 0
      : (baseline ?? (kind === "reduction" ? 0 : null));
  const progress =
    start === null || start === goal
      ? null
      : ratio(BigInt(actual - start), BigInt(goal - start));
  const share = ratio(BigInt(done), BigInt(total));
  const expected =
    start === null
      ? null
      : minus(tenths(start), times(share, minus(tenths(start), tenths(goal))));
  const pace = progress === null ? null : over(progress, share);
  const { remaining, lost } = rest();
  return {
    progress: progress === null ? null : shown(progress),
    timeShare: shown(share),
    expected: expected === null ? null : shown(expected),
    paceRatio: pace === null ? null : shown(pace),
    gap:
      (comparator === "="
        ? Math.abs(goal - value)
        : way === "up"
          ? goal - value
          : value - goal) / 10,
    status: status(),
    remaining,
  };

  function status(): string {
    if (met) return amount && way === "up" ? "已达标" : "目前达标";
    if (lost) return "严重滞后";
    if (!amount && baseline !== null) {
      const worse = way === "up" ? value < baseline : value > baseline;
      if (worse && (compares(baseline, comparator, goal) || baseline === goal))
        return "倒退";
    }
    if (progress === null || pace === null) return "无法判定";
    if (progress[0] < 0n) return "倒退";
    const at = (hundredths: bigint): boolean =>
      pace[0] * 100n >= hundredths * pace[1];
    return at(105n)
      ? "超序时"
      : at(100n)
        ? "达序时"
        : at(80n)
          ? "滞后"
          : "严重滞后";
  }

  function rest(): { readonly remaining: unknown; readonly lost: boolean } {
    if (kind === "mean" || kind === "index") return quota();
    if (kind === "days") return days();
    if (amount) {
      if (cap && actual > goal)
        return {
          remaining: { kind: "outOfReach", by: (actual - goal) / 10 },
          lost: true,
        };
      if (!cap && (met || actual >= goal)) return nothing("nothing_left");
      return { remaining: spread("amount"), lost: false };
    }
    return met || actual === goal
      ? nothing("nothing_left")
      : { remaining: spread("change"), lost: false };
  }

  function quota() {
    const spent = times(tenths(actual), whole(done));
    const needs = (yearly: Ratio): number =>
      shown(over(minus(times(yearly, whole(total)), spent), whole(left)));
    const decimals = goal % 10 === 0 ? of.decimals : 1;
    const half = ratio(1n, decimals === 0 ? 2n : 20n);
    const beyond = comparator !== ">=" && comparator !== "<";
    const edge = beyond
      ? minus(tenths(goal), ratio(-half[0], half[1]))
      : minus(tenths(goal), half);
    const best = over(spent, whole(total));
    if (way === "down" || comparator === "=") {
      // Clean air for the rest: judged rounded, does the year come out?
      const scale = decimals === 0 ? 1n : 10n;
      const [n, d] = times(best, ratio(scale, 1n));
      let rounded = n >= 0n ? n / d : -((-n + d - 1n) / d);
      const twice = 2n * (n - rounded * d);
      if (twice > d || (twice === d && rounded % 2n !== 0n)) rounded += 1n;
      const inTenths = Number(rounded) * (decimals === 0 ? 10 : 1);
      const fine = comparator === "<" ? inTenths < goal : inTenths <= goal;
      if (!fine && kind === "index") return nothing("not_additive");
      if (!fine)
        return {
          remaining: {
            kind: "outOfReach",
            by: shown(minus(best, tenths(goal))),
          },
          lost: true,
        };
    }
    return {
      remaining: {
        kind: "mean",
        strict: needs(tenths(goal)),
        edge: needs(edge),
        daysLeft: left,
        ...(kind === "index" ? { approximate: true } : {}),
      },
      lost: false,
    };
  }

  function days() {
    const room = (goal - actual) / 10;
    if (way === "up") {
      const needed = Math.max(room, 0);
      return needed > left
        ? {
            remaining: { kind: "outOfReach", by: needed - left },
            lost: true,
          }
        : {
            remaining: {
              kind: "days",
              stillNeeded: needed,
              affordable: left - needed,
              daysLeft: left,
            },
            lost: false,
          };
    }
    if (room < 0)
      return { remaining: { kind: "outOfReach", by: -room }, lost: true };
    const affordable = Math.min(room, left);
    return {
      remaining: {
        kind: "days",
        stillNeeded: left - affordable,
        affordable,
        daysLeft: left,
      },
      lost: false,
    };
  }

  function nothing(reason: string) {
    return {
      remaining: { kind: "none", reason: `progress.${reason}` },
      lost: false,
    };
  }

  function spread(as: "amount" | "change") {
    const toGoal = tenths(goal - actual);
    const zero = kind === "count" && of.direction === "down" && goal === 0;
    const monthEnd = new Date(end).getUTCDate() === 1;
    const months = 12 - of.month;
    const byMonth = monthEnd && !zero;
    const periods = byMonth ? whole(months) : ratio(BigInt(left), 7n);
    return {
      kind: as,
      total: shown(toGoal),
      perPeriod: shown(over(toGoal, periods)),
      periodsLeft: shown(periods),
      per: byMonth ? "month" : "week",
    };
  }
}
