import { bundled } from "../bundle.ts";
import { runChild } from "../child.ts";
import type { BenchOptions } from "../options.ts";
import { median } from "../statistics.ts";
import type { Section } from "../topic.ts";
import { megabytes, milliseconds } from "../workbook/units.ts";
import type { KeepResult, KeepTask, Spent } from "./children/keep.ts";
import { type Size, sizes } from "./made-data.ts";

/** Rows of all counties over 10⁴, 10⁵ and 10⁶ observations. */
export async function keeping(
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const wanted = quick ? sizes.slice(0, 1) : sizes;
  const script = await bundled("bench/progress/children/keep.ts");
  const results = new Map<Size, KeepResult[]>(wanted.map((size) => [size, []]));
  const crashes: string[] = [];
  for (let round = 1; round <= rounds; round++)
    for (const [at, size] of wanted.entries()) {
      say(`round ${round} of ${rounds}: ${nameOf(size)}`);
      const task: KeepTask = { size, compare: round === 1 && at < 2 };
      const result = await runChild<KeepResult>(script, task);
      if (!result.ok) crashes.push(`${nameOf(size)}: ${result.why}`);
      else {
        results.get(size)?.push(result.value);
        const { differ } = result.value;
        if (differ !== null && differ > 0)
          crashes.push(
            `${nameOf(size)}: ${differ} rows differ from those computed from scratch`,
          );
      }
    }
  const largest = wanted.at(-1);
  const found = largest === undefined ? [] : (results.get(largest) ?? []);
  const wall = (of: (result: KeepResult) => Spent): number =>
    median(found.map((result) => of(result).wall));
  return {
    title:
      "Statuses of 117 counties: all indicators on a new day, and after one edit",
    table: {
      head: [
        "Observations",
        "Rows",
        "Read in",
        "First day",
        "Another day",
        "… processor",
        "One indicator",
        "After an edit",
        "… 95 %",
        "One trace",
        "Held",
        "Peak memory",
      ],
      rows: wanted.map((size) => line(results.get(size) ?? [])),
    },
    notes: [
      "Every county has a target for every indicator. A day is new when nobody asked about it before: every row is judged again. An edit sets one value and reads all statuses. Traces are made when they are asked for.",
      "Held and peak memory are of the whole process, Node included; observations are made one by one, so that only the index holds them.",
      "At the two smaller sizes the rows after 100 edits, traces included, are compared with those computed from scratch.",
    ],
    demands: [
      {
        what: "Statuses of all regions and indicators for one period, 10⁶ observations",
        value: wall(({ period }) => period),
        unit: " ms",
        sense: "atMost",
        limit: 50,
      },
      {
        what: "Statuses of all regions for one indicator and period, 10⁶ observations",
        value: wall(({ indicator }) => indicator),
        unit: " ms",
        sense: "atMost",
        limit: 50,
      },
      {
        what: "After one edit, 10⁶ observations",
        value: wall(({ edit }) => edit),
        unit: " ms",
        sense: "atMost",
        limit: 5,
      },
      {
        what: "Peak memory, 10⁶ observations",
        value: median(found.map(({ peak }) => peak)) / 2 ** 20,
        unit: " MB",
        sense: "atMost",
        limit: 400,
      },
    ],
    data: [...results].map(([size, all]) => ({ size, all })),
    crashes,
  };
}

function nameOf({ indicators, months }: Size): string {
  return `117 × ${indicators} × ${months}`;
}

function line(all: readonly KeepResult[]): string[] {
  const time = (of: (result: KeepResult) => number): string =>
    milliseconds(median(all.map(of)));
  const size = (of: (result: KeepResult) => number): string =>
    megabytes(median(all.map(of)));
  return [
    (all[0]?.observations ?? NaN).toLocaleString("en"),
    (all[0]?.rows ?? NaN).toLocaleString("en"),
    time(({ build }) => build.wall),
    time(({ first }) => first.wall),
    time(({ period }) => period.wall),
    time(({ period }) => period.cpu),
    time(({ indicator }) => indicator.wall),
    time(({ edit }) => edit.wall),
    time(({ edit95 }) => edit95),
    time(({ trace }) => trace.wall),
    size(({ held }) => held),
    size(({ peak }) => peak),
  ];
}
