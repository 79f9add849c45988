import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { fill, type Knowledge } from "../engine.ts";
import { isoDate } from "../model/calendar.ts";
import type { PeriodCode, RegionCode } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import { parsePeriod } from "../model/period.ts";
import type { Filled } from "../report/fill-template.ts";
import { describe } from "../text/words.ts";
import { createRecalculate } from "../workbook/recalculate.ts";
import {
  assumeArgument,
  choice,
  dateArgument,
  type Options,
  periodArgument,
  regionArgument,
} from "./arguments.ts";
import {
  type ExitCode,
  issueJson,
  type Output,
  Refusal,
  report,
  say,
} from "./context.ts";
import { type InputFile, readInputs, writeOutput } from "./files.ts";
import { type Gathered, gather } from "./gather.ts";

interface Job {
  readonly template: InputFile;
  readonly region: RegionCode;
  readonly name: string;
}

/** `dabiao fill TEMPLATE… --data DATA…`: one file, or a folder or zip of many. */
export async function fillCommand(
  knowledge: Knowledge,
  paths: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  if (paths.length === 0)
    throw new Refusal("cli.missing_argument", { what: "TEMPLATE" });
  if (options.data.length === 0 && options.store === undefined)
    throw new Refusal("cli.missing_argument", { what: "--data DATA" });
  const out = options.output;
  if (out === undefined)
    throw new Refusal("cli.missing_argument", { what: "-o OUT" });
  const onConflict = choice("on-conflict", options["on-conflict"], [
    "keep",
    "write",
    "fail",
  ]);
  const templates = await readInputs(paths);
  const gathered = await gather(knowledge, options.data, {
    assume: assumeArgument(options.assume, knowledge.catalog),
    store: options.store,
    prefer: choice("prefer", options.prefer, ["latest", "fail"]),
  });
  const notes: Issue[] = [...templates.issues, ...gathered.issues];
  const regions = options.region.map((text) =>
    regionArgument(text, knowledge.catalog),
  );
  if (regions.length === 0)
    regions.push(widestRegion(knowledge, gathered, notes));
  const period =
    options.period === undefined
      ? usualPeriod(gathered, notes)
      : periodArgument(options.period);
  const asOf =
    options["as-of"] === undefined
      ? lastDay(period)
      : dateArgument(options["as-of"]);
  const jobs = templates.files.flatMap((template) =>
    regions.map((region): Job => ({
      template,
      region,
      name: outputName(options.name, knowledge, template, region, period, {
        several: templates.files.length > 1,
      }),
    })),
  );
  const single = jobs.length === 1 && /\.(xlsx|xlsm)$/i.test(out);
  const recalculate = createRecalculate(loadWasm);
  const results: { job: Job; filled: Filled }[] = [];
  for (const job of jobs) {
    const filled = await fill(
      knowledge,
      job.template.name,
      job.template.bytes,
      { ...gathered, targets: knowledge.catalog.targets },
      { region: job.region, period, asOf, onConflict },
      recalculate,
    );
    results.push({ job, filled });
  }
  const done = results.flatMap(({ job, filled }) =>
    filled.bytes === null ? [] : [{ name: job.name, bytes: filled.bytes }],
  );
  if (!options["dry-run"]) await save(done, out, single, options.force);
  if (options.json)
    output.print(
      JSON.stringify(
        {
          files: results.map(({ job, filled }) => ({
            template: job.template.path,
            region: job.region,
            period,
            output: single ? out : join(out, job.name),
            ...counts(filled),
            emptyCells: filled.empty,
            refusedCells: filled.refused,
            closure: filled.closure,
            issues: filled.issues.map((issue) =>
              issueJson(issue, output.language),
            ),
          })),
        },
        null,
        1,
      ),
    );
  else
    for (const { job, filled } of results)
      say(output, options["dry-run"] ? "cli.would_write" : "cli.written", {
        file: single ? out : job.name,
        ...counts(filled),
      });
  const code = report(output, [
    ...notes,
    ...results.flatMap(({ filled }) => [
      ...filled.issues,
      ...filled.refused.map(({ sheet, cell, code: why, value }): Issue => ({
        code: "fill.refused",
        severity: "warning",
        sheet,
        cell,
        params: { value, why: describe(why, {}, output.language) },
      })),
    ]),
  ]);
  return done.length === 0 ? 2 : code;
}

function counts(filled: Filled) {
  return {
    written: filled.written,
    unchanged: filled.unchanged,
    empty: filled.empty.length,
    refused: filled.refused.length,
  };
}

async function save(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  out: string,
  single: boolean,
  force: boolean,
): Promise<void> {
  if (single) {
    for (const { bytes } of files) await writeOutput(out, bytes, force);
  } else if (/\.zip$/i.test(out)) {
    // Stored, not deflated: workbooks are zips already.
    const entries = Object.fromEntries(
      files.map(({ name, bytes }) => [name, bytes]),
    );
    await writeOutput(out, zipSync(entries, { level: 0 }), force);
  } else {
    for (const { name, bytes } of files)
      await writeOutput(join(out, name), bytes, force);
  }
}

/** `{region}`, `{period}` and `{template}` of `--name`, as words; a name of several templates holds the template's. */
function outputName(
  pattern: string,
  { catalog }: Knowledge,
  template: InputFile,
  region: RegionCode,
  period: PeriodCode,
  { several }: { readonly several: boolean },
): string {
  const base = template.name.replace(/\.[^.]+$/, "");
  const name = pattern
    .replaceAll("{region}", catalog.regions.get(region)?.name ?? region)
    .replaceAll("{period}", period.replaceAll("/", "至"))
    .replaceAll("{template}", base);
  const named =
    several && !pattern.includes("{template}") ? `${base}-${name}` : name;
  return named.replaceAll(/[\\/:*?"<>|]/g, "_");
}

/** The region highest in the tree that the data speaks of. */
function widestRegion(
  { catalog }: Knowledge,
  { observations }: Gathered,
  notes: Issue[],
): RegionCode {
  const seen = new Set([...observations.values()].map(({ key }) => key.region));
  const depth = (code: RegionCode): number => {
    const parent = catalog.regions.get(code)?.parent;
    return parent === undefined || parent === "" ? 0 : 1 + depth(parent);
  };
  const [first] = [...seen]
    .filter((code) => catalog.regions.has(code))
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  if (first === undefined) throw new Refusal("cli.no_data");
  notes.push({
    code: "fill.region_assumed",
    severity: "info",
    params: { region: catalog.regions.get(first)?.name ?? first },
  });
  return first;
}

/** The period most actual figures are of; the later of two equals. */
function usualPeriod({ observations }: Gathered, notes: Issue[]): PeriodCode {
  const counted = new Map<PeriodCode, number>();
  for (const { key } of observations.values())
    if (key.measure === "actual")
      counted.set(key.period, (counted.get(key.period) ?? 0) + 1);
  const [first] = [...counted].sort(
    ([a, m], [b, n]) => n - m || (a < b ? 1 : -1),
  );
  if (first === undefined) throw new Refusal("cli.no_data");
  notes.push({
    code: "fill.period_assumed",
    severity: "info",
    params: { period: first[0] },
  });
  return first[0];
}

function lastDay(code: PeriodCode): string {
  const period = parsePeriod(code);
  if (period === null) throw new Refusal("cli.bad_period", { text: code });
  return isoDate(period.end - 1);
}

function loadWasm(): Promise<Uint8Array> {
  return readFile(
    createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm"),
  );
}
