import { bundled } from "../bundle.ts";
import { runChild } from "../child.ts";
import { shortNumber } from "../demand.ts";
import type { BenchOptions } from "../options.ts";
import { median } from "../statistics.ts";
import type { Section } from "../topic.ts";
import type { ReadResult, ReadTask } from "./children/read.ts";
import { dataFile, type DataFile } from "./data-file.ts";
import { megabytes, milliseconds } from "./units.ts";

interface Step {
  readonly file: DataFile;
  /** Medians; milliseconds and bytes. */
  readonly total: number;
  readonly peak: number;
  /** Peak above the process before reading. */
  readonly added: number;
  readonly values: number;
}

/** How far time per row may rise from one size to the ten times larger one and still be called linear. */
const tolerance = 1.3;

/** This reader over sheets of 1,000 to 1,000,000 rows. */
export async function growth(
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000];
  const script = await bundled("bench/workbook/children/read.ts");
  const results = new Map<DataFile, ReadResult[]>();
  for (const rows of sizes) {
    say(`data of ${rows} rows`);
    results.set(await dataFile(rows), []);
  }
  const crashes: string[] = [];
  const repeats = Math.min(rounds, 3);
  for (let round = 1; round <= repeats; round++)
    for (const [file, found] of results) {
      say(`round ${round} of ${repeats}: ${file.rows} rows`);
      const task: ReadTask = { reader: "dabiao", path: file.path };
      const result = await runChild<ReadResult>(script, task);
      if (result.ok) found.push(result.value);
      else crashes.push(`${file.rows} rows: ${result.why}`);
    }
  const steps = [...results].map(([file, found]) => step(file, found));
  const perRow = (rows: number): number => {
    const found = steps.find(({ file }) => file.rows === rows);
    return found === undefined ? NaN : found.total / rows;
  };
  const [before = 0, last = 0] = sizes.slice(-2);
  return {
    title: "Growth with the number of rows (this reader)",
    table: {
      head: [
        "Rows",
        "XML",
        "Time",
        "µs per row",
        "Peak memory",
        "Above start",
        "Bytes per value",
      ],
      rows: steps.map(({ file, total, peak, added, values }) => [
        file.rows.toLocaleString("en"),
        megabytes(file.xml),
        milliseconds(total),
        shortNumber((total * 1000) / file.rows),
        megabytes(peak),
        megabytes(added),
        shortNumber(added / values),
      ]),
    },
    notes: [
      `Median of ${repeats} rounds. The first thousand rows pay for compiling the code; above them time per row may rise by ${Math.round((tolerance - 1) * 100)} % at most to be called linear.`,
    ],
    demands: [
      {
        what: `Time per row, ${last.toLocaleString("en")} against ${before.toLocaleString("en")} rows`,
        value: perRow(last) / perRow(before),
        unit: "×",
        sense: "atMost",
        limit: tolerance,
      },
    ],
    data: { steps },
    crashes,
  };
}

function step(file: DataFile, found: readonly ReadResult[]): Step {
  const tally = found[0]?.tally;
  return {
    file,
    total: median(found.map(({ read, touch }) => read + touch)),
    peak: median(found.map(({ peak }) => peak)),
    added: median(found.map(({ peak, before }) => peak - before)),
    values: tally === undefined ? NaN : tally.numbers + tally.texts,
  };
}
