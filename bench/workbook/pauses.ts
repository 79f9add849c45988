import { bundled } from "../bundle.ts";
import { runChild } from "../child.ts";
import type { BenchOptions } from "../options.ts";
import { median, percentile } from "../statistics.ts";
import type { Section } from "../topic.ts";
import type { PausesResult, PausesTask } from "./children/pauses.ts";
import { dataFile } from "./data-file.ts";
import { milliseconds } from "./units.ts";

/** How long a large read keeps others waiting, and how soon it stops when told to. */
export async function pauses(
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const data = await dataFile(quick ? 10_000 : 100_000);
  const script = await bundled("bench/workbook/children/pauses.ts");
  const task: PausesTask = {
    path: data.path,
    shares: [0.02, 0.1, 0.3, 0.5, 0.7, 0.9],
  };
  const found: PausesResult[] = [];
  const crashes: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}: cancelling`);
    const result = await runChild<PausesResult>(script, task);
    if (result.ok) found.push(result.value);
    else crashes.push(`pauses, round ${round}: ${result.why}`);
  }
  const longest = found.map(({ stretches }) => stretches[0] ?? NaN);
  const usual = found.map(({ stretches }) => percentile(stretches, 0.99));
  const turns = found.map(({ stretches }) => stretches.length);
  const asked = found.flatMap(({ cancels }) => cancels);
  const latencies = asked.flatMap(({ latency }) =>
    latency === null ? [] : [latency],
  );
  const slowest = latencies.length === 0 ? NaN : Math.max(...latencies);
  return {
    title: `Pauses and cancelling while reading ${data.rows.toLocaleString("en")} rows`,
    table: {
      head: ["", "Median", "Worst"],
      rows: [
        ["Longest time between turns", ...both(longest)],
        ["99 of 100 are shorter than", ...both(usual)],
        [
          "From cancel to the end",
          milliseconds(median(latencies)),
          milliseconds(slowest),
        ],
      ],
    },
    notes: [
      `Over ${rounds} cold processes with ${median(turns)} turns each. Cancelled at ${task.shares.map((share) => `${share * 100} %`).join(", ")} of the read (${latencies.length} of ${asked.length} cancels came in time); the request is taken to arrive at the worst moment, just after a turn.`,
    ],
    demands: [
      {
        what: "Cancel",
        value: slowest,
        unit: " ms",
        sense: "atMost",
        limit: 100,
      },
      {
        what: "Longest time between turns (median)",
        value: median(longest),
        unit: " ms",
        sense: "atMost",
        limit: 50,
      },
    ],
    data: {
      rounds: found.map(({ stretches, ...rest }) => ({
        ...rest,
        stretches: stretches.slice(0, 20),
      })),
    },
    crashes,
  };
}

function both(values: readonly number[]): [string, string] {
  return [
    milliseconds(median(values)),
    milliseconds(values.length === 0 ? NaN : Math.max(...values)),
  ];
}
