import { judge, type Knowledge } from "../engine.ts";
import {
  decimalOf,
  decimalText,
  multiplyDecimals,
  roundDecimal,
} from "../model/decimal.ts";
import type { ProgressRow } from "../model/progress.ts";
import { describe, describeTrace } from "../text/words.ts";
import {
  assumeArgument,
  choice,
  dateArgument,
  type Options,
  regionArgument,
} from "./arguments.ts";
import { type ExitCode, type Output, Refusal, report, say } from "./context.ts";
import { gather } from "./gather.ts";

const hundred = { digits: 100n, scale: 0 };

/** `dabiao progress DATA… --as-of DATE`: target against actual. */
export async function progressCommand(
  knowledge: Knowledge,
  paths: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  if (paths.length === 0 && options.store === undefined)
    throw new Refusal("cli.missing_argument", { what: "DATA" });
  if (options["as-of"] === undefined)
    throw new Refusal("cli.missing_argument", { what: "--as-of DATE" });
  const asOf = dateArgument(options["as-of"]);
  const gathered = await gather(knowledge, [...paths, ...options.data], {
    assume: assumeArgument(options.assume, knowledge.catalog),
    store: options.store,
    prefer: choice("prefer", options.prefer, ["latest", "fail"]),
  });
  const regions = options.region.map((text) =>
    regionArgument(text, knowledge.catalog),
  );
  const rows = judge(knowledge, gathered.observations.values(), asOf).filter(
    ({ region }) => regions.length === 0 || regions.includes(region),
  );
  if (options.json)
    output.print(
      JSON.stringify(
        rows.map((row) => rowJson(row, output)),
        null,
        1,
      ),
    );
  else printRows(rows, knowledge, output);
  const code = report(output, gathered.issues);
  if (gathered.observations.size === 0)
    return report(output, [{ code: "cli.no_data", severity: "error" }]) && 2;
  return code;
}

function rowJson(row: ProgressRow, output: Output) {
  return {
    ...row,
    trace: row.trace.map((step) => ({
      ...step,
      text: describeTrace(step, output.language),
    })),
  };
}

/** Rows with a figure; targets that nothing was read for are only counted. */
function printRows(
  rows: readonly ProgressRow[],
  knowledge: Knowledge,
  output: Output,
): void {
  const known = rows.filter(({ actual }) => actual !== null);
  for (const row of known) output.print(line(row, knowledge, output));
  if (known.length < rows.length)
    say(output, "cli.targets_without_data", {
      count: rows.length - known.length,
    });
}

function line(
  row: ProgressRow,
  { catalog }: Knowledge,
  { language }: Output,
): string {
  const indicator = catalog.indicators.get(row.indicator)?.label[language];
  const region = catalog.regions.get(row.region)?.name;
  const percent = (value: number | null): string =>
    value === null
      ? "—"
      : `${decimalText(roundDecimal(multiplyDecimals(decimalOf(value), hundred), 1))}%`;
  const reason = row.reasons["status"];
  return [
    region ?? row.region,
    `${indicator ?? row.indicator}${row.base === "" ? "" : `(${row.base})`}`,
    row.period,
    `${row.actual ?? "—"}${row.unit}`,
    row.target === null ? "—" : `${row.comparator}${row.target}${row.unit}`,
    row.deadline,
    percent(row.progress),
    percent(row.timeShare),
    catalog.statusRules.labels[row.status][language],
    reason === undefined ? "" : describe(reason, {}, language),
  ].join("\t");
}
