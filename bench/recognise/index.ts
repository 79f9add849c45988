import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundled, cacheFolder } from "../bundle.ts";
import { runChild } from "../child.ts";
import { shortNumber } from "../demand.ts";
import type { BenchOptions } from "../options.ts";
import { median } from "../statistics.ts";
import type { Section, Topic } from "../topic.ts";
import { megabytes, milliseconds } from "../workbook/units.ts";
import type { MakeTask } from "./children/make.ts";
import type { RecogniseResult, RecogniseTask } from "./children/recognise.ts";
import { type Layout, layouts } from "./layouts.ts";

/** Rows and milliseconds of the demand: a sheet of so many rows and 40 columns takes no longer. */
const demanded = { rows: 5_000, columns: 40, most: 200 };

/** How far time per row may rise from one size to the ten times larger one and still be called linear. */
const tolerance = 1.3;

interface Step {
  readonly layout: Layout;
  readonly rows: number;
  readonly cells: number;
  readonly results: RecogniseResult[];
}

/** Recognising sheets of several layouts: time beyond reading, and its growth. */
export const recogniseTopic: Topic = {
  name: "recognise",
  async *run(options, say) {
    yield await recognising(options, say);
  },
};

async function recognising(
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const sizes = quick ? [500] : [500, demanded.rows, 50_000];
  const make = await bundled("bench/recognise/children/make.ts");
  const recognise = await bundled("bench/recognise/children/recognise.ts");
  const folder = join(cacheFolder, "recognise");
  mkdirSync(folder, { recursive: true });
  const crashes: string[] = [];
  const steps: Step[] = [];
  const pathOf = (layout: Layout, rows: number): string =>
    join(folder, `${layouts.indexOf(layout)}-${rows}.xlsx`);
  for (const layout of layouts)
    for (const rows of sizes) {
      say(`data: ${layout.name}, ${rows} rows`);
      const task: MakeTask = {
        path: pathOf(layout, rows),
        layout: layout.name,
        rows,
      };
      const made = await runChild<number>(make, task);
      if (made.ok) steps.push({ layout, rows, cells: made.value, results: [] });
      else crashes.push(`${layout.name}, ${rows} rows: ${made.why}`);
    }
  for (let round = 1; round <= rounds; round += 1)
    for (const { layout, rows, results } of steps) {
      say(`round ${round} of ${rounds}: ${layout.name}, ${rows} rows`);
      const task: RecogniseTask = { path: pathOf(layout, rows) };
      const result = await runChild<RecogniseResult>(recognise, task);
      if (!result.ok) {
        crashes.push(`${layout.name}, ${rows} rows: ${result.why}`);
        continue;
      }
      const wanted = layout.bound * rows;
      if (result.value.values !== wanted || result.value.questions > 0)
        crashes.push(
          `${layout.name}, ${rows} rows: ${result.value.values} of ${wanted} values bound, ${result.value.questions} questions`,
        );
      results.push(result.value);
    }
  return {
    title: "Recognising a sheet",
    table: {
      head: [
        "Layout",
        "Rows",
        "Cells",
        "Reading",
        "Recognising",
        "Of the processor",
        "µs per cell",
        "Peak memory",
      ],
      rows: steps.map((step) => [
        step.layout.name,
        step.rows.toLocaleString("en"),
        step.cells.toLocaleString("en"),
        milliseconds(of(step, ({ open }) => open)),
        milliseconds(of(step, ({ bind }) => bind)),
        milliseconds(of(step, ({ processor }) => processor)),
        shortNumber((of(step, ({ bind }) => bind) * 1000) / step.cells),
        megabytes(of(step, ({ peak }) => peak)),
      ]),
    },
    notes: [
      `Median of ${rounds} rounds, each in a process of its own that has recognised nothing before. Reading opens the workbook; recognising goes from there to its bindings, until the role, the value and the form of each were looked at. Time of the processor counts all threads, collection of garbage and compiling included. Every body cell that carries a figure or a field must be bound and nothing asked.`,
      `The first thousand rows pay for compiling the code; above them time per row may rise by ${Math.round((tolerance - 1) * 100)} % at most to be called linear.`,
    ],
    demands: quick
      ? []
      : layouts.flatMap((layout) => {
          const at = (rows: number): number => {
            const step = steps.find(
              (one) => one.layout === layout && one.rows === rows,
            );
            return step === undefined ? NaN : of(step, ({ bind }) => bind);
          };
          const [before = 0, last = 0] = sizes.slice(-2);
          return [
            ...(layout.columns >= demanded.columns
              ? [
                  {
                    what: `${layout.name}: ${demanded.rows.toLocaleString("en")} rows × ${layout.columns} columns`,
                    value: at(demanded.rows),
                    unit: " ms",
                    sense: "atMost" as const,
                    limit: demanded.most,
                  },
                ]
              : []),
            {
              what: `${layout.name}: time per row, ${last.toLocaleString("en")} against ${before.toLocaleString("en")} rows`,
              value: at(last) / last / (at(before) / before),
              unit: "×",
              sense: "atMost" as const,
              limit: tolerance,
            },
          ];
        }),
    data: {
      steps: steps.map(({ layout, rows, cells, results }) => ({
        layout: layout.name,
        rows,
        cells,
        results,
      })),
    },
    crashes,
  };
}

function of(
  { results }: Step,
  what: (result: RecogniseResult) => number,
): number {
  return median(results.map(what));
}
