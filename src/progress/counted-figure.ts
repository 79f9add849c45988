import { type DayNumber, isoDate } from "../model/calendar.ts";
import {
  type Fraction,
  divideFractions,
  fractionOf,
  roundedFraction,
} from "../model/fraction.ts";
import type { CountedPart, Indicator } from "../model/indicator.ts";
import type { LedgerTally } from "../model/ledger.ts";
import { periodOf } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { type Chosen, type NotChosen, latestFigure } from "./choose-figure.ts";
import { holds } from "./compare.ts";
import { ledgerSteps } from "./counted-steps.ts";
import type { Baseline } from "./find-baseline.ts";
import { wholeFraction } from "./fraction-number.ts";
import type { Group } from "./observation-index.ts";
import type { RowContext } from "./row-context.ts";
import type { TargetWindow } from "./target-window.ts";

/** What is counted from a ledger for a target. */
export interface Counted {
  readonly part: CountedPart;
  /** At the end of the day of the figure. */
  readonly tally: LedgerTally;
  /** On the day asked about, at most the deadline. */
  readonly now: LedgerTally;
  readonly chosen: Chosen | NotChosen;
  /** Where it starts from, unless the target says so. */
  readonly baseline: Baseline;
}

/**
 * The figure of a counted indicator from the records that lie in the region;
 * null where there are none, or a sheet states a later one (of 任务数 and
 * 已完成, any one: a ledger may be a part of them). Its day is the last the
 * sheets are of, or the day asked about where they do not say. What is overdue
 * is so on the day asked about. After the deadline the states of later sheets
 * count, less what was closed later. Records without a state are neither done
 * nor open: where the goal holds only without them, there is no figure.
 */
export function countedFigure(input: {
  readonly context: RowContext;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly window: TargetWindow;
  readonly target: Pick<Target, "comparator" | "confidence">;
  readonly goal: Fraction;
}): Counted | null {
  const { context, group, indicator, window, target, goal } = input;
  const { comparator } = target;
  const { counts } = indicator;
  const { ledger, horizon } = context;
  if (counts === undefined || ledger === undefined) return null;
  if (group.variant !== "" || group.base !== "") return null;
  const { kind, part } = counts;
  const statesFirst = part === "all" || part === "done";
  // A shipped target speaks of the list of its own plan.
  if (statesFirst && target.confidence !== "user") return null;
  const asOf = horizon - 1;
  const last = Math.min(asOf, window.deadline.end - 1);
  const now = ledger.tally(kind, group.region, last, asOf);
  if (now === null) return null;
  const day = figureDay(part, now.statedOn, last, asOf, window);
  const tally =
    day === last ? now : (ledger.tally(kind, group.region, day, asOf) ?? now);
  const stated = latestFigure(
    { index: context.index, group, indicator },
    horizon,
  );
  if (stated !== null && (statesFirst || stated.period.end > day + 1))
    return null;
  const { value, worst } = countOf(part, tally);
  const baseline = baselineOf(part, tally, indicator);
  const explain = () =>
    ledgerSteps({
      context,
      group,
      indicator,
      part,
      kind,
      tally,
      day,
      now,
      today: last,
    });
  const source =
    [...tally.open, ...tally.unknown, ...tally.done][0]?.source ?? null;
  const period = periodOf(day, day + 1);
  const none = (reason: string): Counted => ({
    part,
    tally,
    now,
    baseline,
    chosen: { kind: "none", reason, period: period.code, source, explain },
  });
  if (window.open !== null && day < window.open)
    return none("progress.no_actual");
  if (
    value === null ||
    (holds(value, comparator, goal) && !holds(worst, comparator, goal))
  )
    return none(
      part === "overdue"
        ? "progress.deadlines_unknown"
        : "progress.states_unknown",
    );
  const decimals = indicator.decimals ?? 0;
  return {
    part,
    tally,
    now,
    baseline,
    chosen: {
      kind: "figure",
      growsFrom: null,
      comparable: true,
      figure: {
        period,
        value: roundedFraction(value, decimals),
        exact: value,
        decimals,
        source,
        explain,
      },
    },
  };
}

/** The day a figure is of. */
function figureDay(
  part: CountedPart,
  statedOn: DayNumber | null,
  last: DayNumber,
  asOf: DayNumber,
  { deadline }: TargetWindow,
): DayNumber {
  if (statedOn === null || statedOn >= last) return last;
  // What is overdue is overdue by the calendar, until the last word is due.
  return part === "overdue" && asOf < deadline.end - 1 ? last : statedOn;
}

/** What is counted, and what it would be if every record that says too little spoke against the goal. */
export function countOf(
  part: CountedPart,
  tally: LedgerTally,
): { readonly value: Fraction | null; readonly worst: Fraction } {
  const done = tally.done.length;
  const open = tally.open.length;
  const unknown = tally.unknown.length;
  const overdue = tally.overdue.length;
  const share = (of: number): Fraction | null =>
    divideFractions(wholeFraction(100 * done), wholeFraction(of));
  switch (part) {
    case "all":
      return counted(tally.total, tally.total);
    case "done":
      return counted(done, done);
    case "open":
      return counted(open, open + unknown);
    case "overdue":
      return counted(overdue, overdue + tally.maybeOverdue);
    case "share":
      return {
        value: share(done + open),
        worst: share(tally.total) ?? fractionOf(0),
      };
  }
}

function counted(value: number, worst: number) {
  return { value: wholeFraction(value), worst: wholeFraction(worst) };
}

/** What is open started as all whose state is known, what is overdue as all that were due; what is done started from nothing. */
function baselineOf(
  part: CountedPart,
  tally: LedgerTally,
  indicator: Indicator,
): Baseline {
  const value =
    part === "open"
      ? tally.done.length + tally.open.length
      : part === "overdue"
        ? tally.due
        : 0;
  return {
    value: wholeFraction(value),
    reason: "",
    explain: () =>
      value === 0
        ? []
        : [
            {
              code: `progress.step_ledger_start_${part}`,
              params: { value, unit: indicator.unit },
            },
          ],
  };
}

/** The day of a tally's sheets as text. */
export function statedDay({ statedOn }: LedgerTally): string | null {
  return statedOn === null ? null : isoDate(statedOn);
}
