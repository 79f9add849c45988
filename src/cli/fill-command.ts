import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { fill, type Knowledge } from "../engine.ts";
import type { Issue } from "../model/issue.ts";
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
import { readInputs, writeOutput } from "./files.ts";
import { type FillJob, fillJobs, outputName } from "./fill-jobs.ts";
import { gather } from "./gather.ts";
import { withComputed } from "./with-computed.ts";

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
  const found = await gather(knowledge, options.data, {
    assume: assumeArgument(options.assume, knowledge.catalog),
    store: options.store,
    prefer: choice("prefer", options.prefer, ["latest", "fail"]),
  });
  const gathered = {
    ...found,
    observations: withComputed(knowledge, found.observations),
  };
  const notes: Issue[] = [...templates.issues, ...gathered.issues];
  const jobs = await fillJobs(
    knowledge,
    templates.files,
    gathered,
    {
      regions: options.region.map((text) =>
        regionArgument(text, knowledge.catalog),
      ),
      period:
        options.period === undefined ? null : periodArgument(options.period),
      asOf:
        options["as-of"] === undefined ? null : dateArgument(options["as-of"]),
    },
    notes,
  );
  const single = jobs.length === 1 && /\.(xlsx|xlsm)$/i.test(out);
  const nameOf = (job: FillJob): string =>
    outputName(options.name, knowledge, job, {
      several: templates.files.length > 1,
    });
  const recalculate = createRecalculate(loadWasm);
  const results: { job: FillJob; filled: Filled }[] = [];
  for (const job of jobs) {
    const filled = await fill(
      knowledge,
      job.template.name,
      job.template.bytes,
      { ...gathered, targets: knowledge.catalog.targets },
      { region: job.region, period: job.period, asOf: job.asOf, onConflict },
      recalculate,
    );
    results.push({ job, filled });
  }
  const done = results.flatMap(({ job, filled }) =>
    filled.bytes === null ? [] : [{ name: nameOf(job), bytes: filled.bytes }],
  );
  if (!options["dry-run"]) await save(done, out, single, options.force);
  if (options.json)
    output.print(
      JSON.stringify(
        {
          files: results.map(({ job, filled }) => ({
            template: job.template.path,
            region: job.region,
            period: job.period,
            output: single ? out : join(out, nameOf(job)),
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
        file: single ? out : nameOf(job),
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
  const names = new Set(files.map(({ name }) => name));
  if (!single && names.size < files.length)
    throw new Refusal("cli.same_name", { name: [...names].join("、") });
  if (single) {
    for (const { bytes } of files) await writeOutput(out, bytes, force);
  } else if (/\.zip$/i.test(out)) {
    // Stored, not deflated: workbooks are zips already.
    const entries = Object.fromEntries(
      files.map(({ name, bytes }) => [name, bytes]),
    );
    await writeOutput(out, zipSync(entries, { level: 0 }), force);
  } else {
    const there = force
      ? undefined
      : [...names]
          .map((name) => join(out, name))
          .find((path) => existsSync(path));
    if (there !== undefined) throw new Refusal("cli.exists", { file: there });
    for (const { name, bytes } of files)
      await writeOutput(join(out, name), bytes, force);
  }
}

function loadWasm(): Promise<Uint8Array> {
  return readFile(
    createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm"),
  );
}
