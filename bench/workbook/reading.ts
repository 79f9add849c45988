import { bundled } from "../bundle.ts";
import { runChild } from "../child.ts";
import { shortNumber, type Demand } from "../demand.ts";
import type { BenchOptions } from "../options.ts";
import { median } from "../statistics.ts";
import type { Table } from "../table.ts";
import type { Section } from "../topic.ts";
import type { ReadResult, ReadTask } from "./children/read.ts";
import { dataFile } from "./data-file.ts";
import { columnCount } from "./make-sheet.ts";
import { peers, readerNames, type ReaderName } from "./readers/index.ts";
import { differences } from "./tally.ts";
import { megabytes, milliseconds } from "./units.ts";

interface Summary {
  readonly name: ReaderName;
  /** Medians; milliseconds and bytes. */
  readonly total: number;
  readonly read: number;
  readonly touch: number;
  readonly cpu: number;
  readonly peak: number;
  readonly rounds: readonly ReadResult[];
}

const labels: Readonly<Record<ReaderName, { en: string; zh: string }>> = {
  dabiao: { en: "dabiao", zh: "达标" },
  hucre: { en: "hucre 1.0.0", zh: "hucre 1.0.0" },
  "read-excel-file": { en: "read-excel-file 9", zh: "read-excel-file 9" },
  sheetjs: { en: "SheetJS (dense)", zh: "SheetJS（dense）" },
  exceljs: { en: "exceljs 4.4", zh: "exceljs 4.4" },
  inflate: { en: "floor: inflate alone", zh: "下限：只解压" },
  scan: { en: "floor: inflate and scan", zh: "下限：解压并扫描" },
};

/** One read in one process for each reader, round after round. */
export async function reading(
  { rounds, quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Section> {
  const data = await dataFile(quick ? 10_000 : 100_000);
  const script = await bundled("bench/workbook/children/read.ts");
  const results = new Map<ReaderName, ReadResult[]>(
    readerNames.map((name) => [name, []]),
  );
  const crashes: string[] = [];
  for (let round = 1; round <= rounds; round++)
    for (const reader of readerNames) {
      say(`round ${round} of ${rounds}: ${reader}`);
      const task: ReadTask = { reader, path: data.path };
      const result = await runChild<ReadResult>(script, task);
      if (result.ok) results.get(reader)?.push(result.value);
      else crashes.push(`${reader}, round ${round}: ${result.why}`);
    }
  const summaries = readerNames.map((name) =>
    summary(name, results.get(name) ?? []),
  );
  return {
    title: `Reading ${data.rows.toLocaleString("en")} rows × ${columnCount} columns (${megabytes(data.zip)} zip, ${megabytes(data.xml)} XML)`,
    table: readTable(summaries, "en"),
    notes: [
      `Median of ${rounds} rounds, each reader in a process of its own. Time: from the bytes in memory until every value was looked at; CPU time is of all cores together. Peak: the whole process, Node and the file included.`,
      agreement(summaries),
    ],
    demands: demands(summaries),
    data: { file: data, readers: summaries },
    crashes,
    quote: {
      name: "workbook",
      tables: {
        en: readTable(summaries, "en"),
        zh: readTable(summaries, "zh"),
      },
    },
  };
}

function summary(name: ReaderName, rounds: readonly ReadResult[]): Summary {
  const middle = (of: (result: ReadResult) => number): number =>
    median(rounds.map(of));
  return {
    name,
    total: middle(({ read, touch }) => read + touch),
    read: middle(({ read }) => read),
    touch: middle(({ touch }) => touch),
    cpu: middle(({ cpu }) => cpu),
    peak: middle(({ peak }) => peak),
    rounds,
  };
}

function readTable(
  summaries: readonly Summary[],
  language: "en" | "zh",
): Table {
  const own = totalOf(summaries, "dabiao");
  return {
    head:
      language === "en"
        ? [
            "Reader",
            "Time",
            "of which walking",
            "CPU time",
            "Times dabiao's",
            "Peak memory",
          ]
        : [
            "读取程序",
            "用时",
            "其中遍历",
            "CPU 时间",
            "为达标的倍数",
            "内存峰值",
          ],
    rows: summaries.map(({ name, total, touch, cpu, peak }) => [
      labels[name][language],
      milliseconds(total),
      name === "inflate" ? "—" : milliseconds(touch),
      milliseconds(cpu),
      shortNumber(total / own),
      megabytes(peak),
    ]),
  };
}

/** The scan floor says what is right: it knows nothing but the file. */
function agreement(summaries: readonly Summary[]): string {
  const right = summaries.find(({ name }) => name === "scan")?.rounds[0]?.tally;
  if (right === undefined) return "Nothing to compare the readers with.";
  const wrong = summaries
    .filter(({ name }) => name !== "inflate")
    .flatMap(({ name, rounds }) => {
      const found = rounds.map(({ tally }) => differences(right, tally));
      const first = found.find((text) => text !== "");
      return first === undefined ? [] : [`${name} differs: ${first}`];
    });
  if (wrong.length > 0) return `${wrong.join("; ")}.`;
  return `Every reader returned the same ${right.numbers} numbers (sum ${right.sum.toFixed(3)}) and ${right.texts} texts (${right.length} characters).`;
}

function totalOf(summaries: readonly Summary[], name: ReaderName): number {
  return summaries.find((one) => one.name === name)?.total ?? NaN;
}

function demands(summaries: readonly Summary[]): Demand[] {
  const total = (name: ReaderName): number => totalOf(summaries, name);
  const fastest = Math.min(
    ...peers.map(total).filter((time) => !Number.isNaN(time)),
  );
  const ratio = (
    what: string,
    value: number,
    sense: Demand["sense"],
    limit: number,
  ): Demand => ({ what, value, unit: "×", sense, limit });
  return [
    ratio("Fastest peer", fastest / total("dabiao"), "atLeast", 2.5),
    ratio("Fastest peer, the aim", fastest / total("dabiao"), "atLeast", 3),
    ratio("exceljs", total("exceljs") / total("dabiao"), "atLeast", 8),
    ratio(
      "Floor of inflate and scan",
      total("dabiao") / total("scan"),
      "atMost",
      1.5,
    ),
    {
      what: "Peak memory",
      value:
        (summaries.find(({ name }) => name === "dabiao")?.peak ?? NaN) /
        2 ** 20,
      unit: " MB",
      sense: "atMost",
      limit: 350,
    },
  ];
}
