import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundled } from "../bundle.ts";
import { runChild } from "../child.ts";
import { shortNumber } from "../demand.ts";
import type { BenchOptions } from "../options.ts";
import { median } from "../statistics.ts";
import type { Section } from "../topic.ts";
import { megabytes, milliseconds } from "../workbook/units.ts";
import type { MadeFile, MakeResult, MakeTask } from "./children/make.ts";
import type { OpenResult, OpenTask } from "./children/open.ts";

/** Seconds and MB that no file may exceed; memory counts above an empty process and the file. */
const limits = { seconds: 2, megabytes: 300 };
/** Milliseconds after which an opening is given up as hanging. */
const patience = 30_000;

interface Opened {
  readonly file: MadeFile;
  /** Medians; milliseconds, and bytes above an empty process that holds the file. */
  readonly took: number;
  readonly added: number;
  readonly result: OpenResult;
}

/** Opens each hostile file of the tests in a process of its own. */
export async function opening(
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), "dabiao-hostile-"));
  try {
    const maker = await bundled("bench/hostile/children/make.ts");
    say("making the files");
    const task: MakeTask = { folder, every: quick ? 20 : 1 };
    const making = await runChild<MakeResult>(maker, task);
    if (!making.ok) throw new Error(`no hostile files: ${making.why}`);
    const { made, failed } = making.value;
    const script = await bundled("bench/hostile/children/open.ts");
    const repeats = quick ? 1 : Math.min(rounds, 3);
    const empty = await emptyProcess(script);
    const opened: Opened[] = [];
    const crashes = [...failed];
    for (const [index, file] of made.entries()) {
      if (index % 20 === 0) say(`${index} of ${made.length} opened`);
      const outcome = await openFile(script, file, repeats, empty);
      if (typeof outcome === "string") crashes.push(`${file.name}: ${outcome}`);
      else opened.push(outcome);
    }
    return section(opened, crashes, { repeats, empty });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openFile(
  script: string,
  file: MadeFile,
  repeats: number,
  empty: number,
): Promise<Opened | string> {
  const results: OpenResult[] = [];
  const task: OpenTask = { path: file.path, file: file.file };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const result = await runChild<OpenResult>(script, task, {
      timeout: patience,
    });
    if (!result.ok) return result.why;
    results.push(result.value);
  }
  const [first] = results;
  if (first === undefined) return "not opened";
  return {
    file,
    took: median(results.map(({ took }) => took)),
    added: median(results.map(({ peak }) => peak)) - empty - file.size,
    result: first,
  };
}

async function emptyProcess(script: string): Promise<number> {
  const peaks: number[] = [];
  for (let repeat = 0; repeat < 3; repeat++) {
    const task: OpenTask = { path: null, file: "" };
    const result = await runChild<OpenResult>(script, task);
    if (!result.ok) throw new Error(`an empty process broke: ${result.why}`);
    peaks.push(result.value.peak);
  }
  return median(peaks);
}

function section(
  opened: readonly Opened[],
  crashes: readonly string[],
  { repeats, empty }: { readonly repeats: number; readonly empty: number },
): Section {
  const most = (of: (one: Opened) => number): number =>
    opened.length === 0 ? NaN : Math.max(...opened.map(of));
  return {
    title: `Opening ${opened.length + crashes.length} hostile files`,
    table: {
      head: ["File", "Size", "Time", "Memory", "Values", "Said"],
      rows: opened.map(({ file, took, added, result }) => [
        file.name,
        `${shortNumber(file.size / 1024)} KB`,
        milliseconds(took),
        megabytes(Math.max(0, added)),
        result.opened ? String(result.values) : "not opened",
        result.codes.join(", "),
      ]),
    },
    notes: [
      `Median of ${repeats}, each in a process of its own; time until every value was looked at; memory above an empty process (${megabytes(empty)}) and the file itself.`,
    ],
    demands: [
      {
        what: "Slowest",
        value: most(({ took }) => took) / 1000,
        unit: " s",
        sense: "atMost",
        limit: limits.seconds,
      },
      {
        what: "Most memory",
        value: most(({ added }) => added) / 2 ** 20,
        unit: " MB",
        sense: "atMost",
        limit: limits.megabytes,
      },
      {
        what: "Files that hang or crash",
        value: crashes.length,
        unit: "",
        sense: "atMost",
        limit: 0,
      },
    ],
    data: { empty, files: opened },
    crashes,
  };
}
