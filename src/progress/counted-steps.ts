import { type DayNumber, isoDate } from "../model/calendar.ts";
import { decimalNumber } from "../model/decimal.ts";
import {
  type Fraction,
  fractionOf,
  roundFraction,
  subtractFractions,
} from "../model/fraction.ts";
import type { CountedPart, Indicator } from "../model/indicator.ts";
import type { LedgerItem, LedgerTally } from "../model/ledger.ts";
import type { TraceStep, TracedRecord } from "../model/progress.ts";
import { latestFigure } from "./choose-figure.ts";
import { tracedNumber } from "./fraction-number.ts";
import { type Group, groupKey } from "./observation-index.ts";
import type { RowContext } from "./row-context.ts";

/** Records named in a sentence; all of them are in the step. */
const named = 8;

export interface LedgerStepsInput {
  readonly context: RowContext;
  readonly group: Group;
  readonly indicator: Indicator;
  readonly kind: string;
  readonly part: CountedPart;
  readonly tally: LedgerTally;
  /** The day it was counted for. */
  readonly day: DayNumber;
  /** On the day asked about: what is overdue and what comes up is said of it, as the sheets have it. */
  readonly now: LedgerTally;
  readonly today: DayNumber;
}

/** How a figure was counted: all records by state, those that are open by name, those that say too little, and what sheets state beside. */
export function ledgerSteps(input: LedgerStepsInput): readonly TraceStep[] {
  const { tally, kind, group, day, part } = input;
  const [timed, on] =
    part === "overdue" ? [tally, day] : [input.now, input.today];
  const steps: TraceStep[] = [
    {
      code: "progress.step_ledger",
      params: {
        kind,
        region: group.region,
        period: isoDate(day),
        total: tally.total,
        done: tally.done.length,
        open: tally.open.length,
        unknown: tally.unknown.length,
        share: shareText(tally),
      },
      sources: [
        ...new Map(
          [...tally.done, ...tally.open, ...tally.unknown].map(({ source }) => [
            `${source.sha}|${source.sheet}`,
            source,
          ]),
        ).values(),
      ],
    },
  ];
  const said = (code: string, items: readonly LedgerItem[], more = {}) => {
    if (items.length > 0)
      steps.push({
        code,
        params: { count: items.length, records: namesOf(items), ...more },
        sources: items.map(({ source }) => source),
        records: items.map(tracedRecord),
      });
  };
  said("progress.step_ledger_open", tally.open);
  said("progress.step_ledger_overdue", timed.overdue, { period: isoDate(on) });
  if (timed.within !== null)
    said("progress.step_ledger_due_soon", timed.dueSoon, {
      within: timed.within,
      period: isoDate(on),
    });
  said("progress.step_ledger_unknown", tally.unknown);
  said("progress.step_ledger_undated", tally.undated);
  said("progress.step_ledger_late", tally.late);
  if (tally.statedOn !== null)
    said("progress.step_ledger_stale", tally.stale, {
      period: isoDate(tally.statedOn),
    });
  if (tally.undatedDone > 0)
    steps.push({
      code: "progress.step_ledger_undated_done",
      params: { count: tally.undatedDone, period: isoDate(day) },
    });
  const byUnit = [...tally.done, ...tally.open, ...tally.unknown].filter(
    ({ placedBy }) => placedBy === "unit",
  ).length;
  if (byUnit > 0)
    steps.push({
      code: "progress.step_ledger_by_unit",
      params: { count: byUnit },
    });
  if (tally.unplaced > 0)
    steps.push({
      code: "progress.step_ledger_unplaced",
      params: { count: tally.unplaced },
    });
  return [...steps, ...statedBeside(input)];
}

/** What sheets state of the same things (任务数, 已完成), against the records. */
export function statedBeside({
  context,
  group,
  kind,
  tally,
}: Pick<
  LedgerStepsInput,
  "context" | "group" | "kind" | "tally"
>): readonly TraceStep[] {
  const { index, catalog, horizon } = context;
  const steps: TraceStep[] = [];
  for (const indicator of catalog.indicators.values()) {
    if (indicator.counts?.kind !== kind) continue;
    const counted = plainCount(indicator.counts.part, tally);
    const own = index.groups.get(
      groupKey(indicator.code, group.region, "", ""),
    );
    if (counted === null || own === undefined) continue;
    const stated = latestFigure({ index, group: own, indicator }, horizon);
    if (stated === null) continue;
    const difference = subtractFractions(stated.exact, counted);
    steps.push({
      code:
        difference.n === 0n
          ? "progress.step_ledger_agrees"
          : "progress.step_ledger_differs",
      params: {
        indicator: indicator.code,
        period: stated.period.code,
        stated: tracedNumber(stated.exact),
        counted: tracedNumber(counted),
        difference: tracedNumber(difference),
        unit: indicator.unit,
      },
      ...(stated.source === null ? {} : { sources: [stated.source] }),
    });
  }
  return steps;
}

/** What is counted of a part that sheets state; null of the others. */
export function plainCount(
  part: CountedPart,
  { total, done, open }: LedgerTally,
): Fraction | null {
  if (part === "all") return fractionOf(total);
  if (part === "done") return fractionOf(done.length);
  return part === "open" ? fractionOf(open.length) : null;
}

/** Done of those whose state is known, in % to one decimal; a dash where none is. */
function shareText({ done, open }: LedgerTally): number | string {
  const known = done.length + open.length;
  return known === 0
    ? "—"
    : decimalNumber(
        roundFraction({ n: BigInt(done.length) * 100n, d: BigInt(known) }, 1),
      );
}

function tracedRecord({ id, deadline, source }: LedgerItem): TracedRecord {
  return {
    id,
    deadline: deadline === null ? null : isoDate(deadline),
    source,
  };
}

/** A line for each of the first, with id, cell and deadline apart by tabs; `text/` puts them into words. */
function namesOf(items: readonly LedgerItem[]): string {
  const lines = items
    .slice(0, named)
    .map(({ id, source, deadline }) =>
      [
        id.replace(/\s+/g, " "),
        `${source.file} ${source.sheet}!${source.cell}`,
        deadline === null ? "" : isoDate(deadline),
      ].join("\t"),
    );
  return [...lines, ...(items.length > named ? ["…"] : [])].join("\n");
}
