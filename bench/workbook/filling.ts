import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "../bundle.ts";
import { runChild } from "../child.ts";
import { shortNumber, type Demand } from "../demand.ts";
import type { BenchOptions } from "../options.ts";
import { median, percentile } from "../statistics.ts";
import type { Section } from "../topic.ts";
import type { FillResult, FillTask } from "./children/fill.ts";
import { megabytes, milliseconds } from "./units.ts";

/** Growth of memory from the first mark to the last that still counts as flat, in MB. */
const flat = 1;

/** Writing into a generated form of 500 slots and into the largest template that is shipped. */
export async function filling(
  { quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const script = await bundled("bench/workbook/children/fill.ts");
  const marks = quick ? [10, 50, 100] : [100, 500, 1000];
  const shipped = largestTemplate();
  const found: { name: string; result: FillResult }[] = [];
  const crashes: string[] = [];
  for (const [name, template] of [
    ["generated form", null],
    [shipped, join("templates", shipped)],
  ] as const) {
    say(`filling: ${name}`);
    const task: FillTask = { template, marks };
    const result = await runChild<FillResult>(script, task, {
      flags: ["--expose-gc"],
    });
    if (!result.ok) crashes.push(`${name}: ${result.why}`);
    else {
      found.push({ name, result: result.value });
      crashes.push(...result.value.wrong.map((what) => `${name}: ${what}`));
    }
  }
  return {
    title: `Filling a template ${marks.at(-1) ?? 0} times`,
    table: {
      head: [
        "Template", "Size", "Cells", "First", "Median", "95 of 100 below",
        ...marks.map((mark) => `Heap after ${mark}`),
      ], // prettier-ignore
      rows: found.map(({ name, result }) => [
        name,
        `${shortNumber(result.size / 1024)} KB`,
        String(result.edits),
        milliseconds(result.times[0] ?? NaN),
        milliseconds(median(result.times)),
        milliseconds(percentile(result.times, 0.95)),
        ...result.memory.map(({ heap, outside }) => megabytes(heap + outside)),
      ]),
    },
    notes: [
      "Every fill writes other values into the same template; at each mark the result is read back and compared. Heap: with buffers, after a garbage collection.",
    ],
    demands: found.flatMap(({ name, result }) => demands(name, result)),
    data: {
      templates: found.map(({ name, result: { times, ...rest } }) => ({
        name,
        ...rest,
        first: times[0],
        median: median(times),
      })),
    },
    crashes,
  };
}

function demands(name: string, { times, memory }: FillResult): Demand[] {
  const size = (at: number): number => {
    const mark = memory.at(at);
    return mark === undefined ? NaN : mark.heap + mark.outside;
  };
  return [
    {
      what: `Median fill of ${name}`,
      value: median(times),
      unit: " ms",
      sense: "atMost",
      limit: 20,
    },
    {
      what: `Growth of memory over the fills of ${name}`,
      value: (size(-1) - size(0)) / 2 ** 20,
      unit: " MB",
      sense: "atMost",
      limit: flat,
    },
  ];
}

function largestTemplate(): string {
  const files = readdirSync("templates").filter((name) =>
    name.endsWith(".xlsx"),
  );
  const size = (name: string): number => statSync(join("templates", name)).size;
  return files.sort((a, b) => size(b) - size(a))[0] ?? "";
}
