import { monthPeriod } from "../../../src/model/period.ts";
import { isoDate } from "../../../src/model/calendar.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { computeProgress } from "../../../src/progress/compute-progress.ts";
import { ProgressRows } from "../../../src/progress/progress-rows.ts";
import { answer, childTask, peakMemory } from "../../child-side.ts";
import { percentile } from "../../statistics.ts";
import { type Size, madeData, shippedCatalog } from "../made-data.ts";

export interface KeepTask {
  readonly size: Size;
  /** Also computes everything from scratch at the end and compares. */
  readonly compare: boolean;
}

/** Wall and processor time in milliseconds. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

export interface KeepResult {
  readonly observations: number;
  readonly rows: number;
  readonly build: Spent;
  /** Memory of the process with everything in the index, before rows. */
  readonly held: number;
  readonly peak: number;
  /** All statuses of all regions for a day nobody asked about before: the first such day, and the median of later ones. */
  readonly first: Spent;
  readonly period: Spent;
  /** The same for one indicator. */
  readonly indicator: Spent;
  /** The same day once more. */
  readonly again: Spent;
  /** One value set and all statuses read again: median and 95th of 100. */
  readonly edit: Spent;
  readonly edit95: number;
  /** The trace of one row, median. */
  readonly trace: Spent;
  readonly statuses: Readonly<Record<string, number>>;
  /** Rows that differ from those computed from scratch; null when not compared. */
  readonly differ: number | null;
}

const { size, compare } = childTask<KeepTask>();
const catalog = shippedCatalog();
const { observations, targets } = madeData(catalog, size);
const kept = new ProgressRows(catalog);
let count = 0;
const build = spend(() => {
  for (const observation of observations()) {
    kept.add(observation);
    count += 1;
  }
  kept.setTargets(targets);
});
const held = process.memoryUsage().rss;

const days = Array.from({ length: 12 }, (_, at) =>
  isoDate(monthPeriod(2021, at + 1).end - 1),
);
const [firstDay = "", ...laterDays] = days;
const first = spend(() => readStatuses(firstDay));
const period = middle(laterDays.map((day) => spend(() => readStatuses(day))));
const [someIndicator = ""] = new Set(targets.map((one) => one.indicator));
const indicator = middle(
  days
    .slice(0, 9)
    .map((day) =>
      spend(() =>
        kept
          .rows(day, { indicators: [someIndicator] })
          .map((row) => row.status),
      ),
    ),
);
const today = laterDays.at(-1) ?? "";
const statuses: Record<string, number> = {};
for (const status of readStatuses(today))
  statuses[status] = (statuses[status] ?? 0) + 1;
const again = middle(
  Array.from({ length: 20 }, () => spend(() => readStatuses(today))),
);

const changed = new Map<number, Observation>();
const all = [...someObservations()];
const edits = Array.from({ length: 100 }, (_, at) => {
  const place = (at * 7919) % all.length;
  const old = all[place];
  if (old === undefined) throw new Error("nothing to edit");
  const edited = { ...old, value: at / 2, missing: "", decimals: 1 };
  changed.set(place, edited);
  return spend(() => {
    kept.set(edited.key, edited, true);
    readStatuses(today);
  });
});
const traces = kept
  .rows(today)
  .slice(0, 200)
  .map((row) => spend(() => row.trace.length));
const peak = peakMemory();

let differ: number | null = null;
if (compare) {
  const current = [...observations()];
  const byKey = new Map(current.map((one) => [JSON.stringify(one.key), one]));
  for (const one of changed.values()) byKey.set(JSON.stringify(one.key), one);
  const scratch = computeProgress({
    observations: byKey.values(),
    targets,
    catalog,
    asOf: today,
  });
  const rows = kept.rows(today);
  differ = Math.abs(rows.length - scratch.length);
  for (const [at, row] of rows.entries())
    if (JSON.stringify(row) !== JSON.stringify(scratch[at])) differ += 1;
}

answer({
  observations: count,
  rows: kept.rows(today).length,
  build,
  held,
  peak,
  first,
  period,
  indicator,
  again,
  edit: middle(edits),
  edit95: percentile(
    edits.map(({ wall }) => wall),
    0.95,
  ),
  trace: middle(traces),
  statuses,
  differ,
} satisfies KeepResult);

function readStatuses(day: string): string[] {
  return kept.rows(day).map((row) => row.status);
}

/** Every 97th observation, so that edits fall on different series. */
function* someObservations(): IterableIterator<Observation> {
  let at = 0;
  for (const observation of observations())
    if (at++ % 97 === 0) yield observation;
}

function spend(work: () => unknown): Spent {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

function middle(all: readonly Spent[]): Spent {
  return {
    wall: percentile(
      all.map(({ wall }) => wall),
      0.5,
    ),
    cpu: percentile(
      all.map(({ cpu }) => cpu),
      0.5,
    ),
  };
}
