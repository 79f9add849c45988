import { judge, type Knowledge, ledgerOf } from "../engine.ts";
import { parseIsoDate } from "../model/calendar.ts";
import {
  decimalOf,
  decimalText,
  multiplyDecimals,
  roundDecimal,
} from "../model/decimal.ts";
import type { Issue } from "../model/issue.ts";
import { keyText, type Observation } from "../model/observation.ts";
import type { ProgressRow } from "../model/progress.ts";
import { checkBreakdown } from "../progress/check-breakdown.ts";
import { plainRow } from "../progress/row.ts";
import { spreadTargets } from "../progress/spread-targets.ts";
import { inForce } from "../progress/targets-in-force.ts";
import { periodText } from "../text/period-text.ts";
import {
  comparatorSign,
  type Labels,
  speakStep,
  spokenParams,
} from "../text/spoken.ts";
import { describe } from "../text/words.ts";
import {
  assumeArgument,
  choice,
  dateArgument,
  type Options,
  regionArgument,
} from "./arguments.ts";
import { type ExitCode, type Output, Refusal, report, say } from "./context.ts";
import { gather } from "./gather.ts";
import { figuresOfTargets } from "./knowledge.ts";
import { labelsOf, unitSuffix } from "./labels.ts";

const hundred = { digits: 100n, scale: 0 };

/** `dabiao progress DATA… --as-of DATE`: target against actual. */
export async function progressCommand(
  knowledge: Knowledge,
  paths: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const all = [...paths, ...options.data];
  if (all.length === 0 && options.store === undefined)
    throw new Refusal("cli.missing_argument", { what: "DATA" });
  if (options["as-of"] === undefined)
    throw new Refusal("cli.missing_argument", { what: "--as-of DATE" });
  const asOf = dateArgument(options["as-of"]);
  const assume = assumeArgument(options.assume, knowledge.catalog);
  const gathered = await gather(knowledge, all, {
    assume,
    store: options.store,
    prefer: choice("prefer", options.prefer, ["latest", "fail"]),
  });
  const stated =
    options.targets === undefined
      ? { observations: [], issues: [] }
      : await figuresOfTargets(knowledge, options.targets, assume);
  const observations = new Map<string, Observation>(gathered.observations);
  for (const one of stated.observations)
    observations.set(keyText(one.key), one);
  const regions = options.region.map((text) =>
    regionArgument(text, knowledge.catalog),
  );
  const ledger = ledgerOf(knowledge, gathered.recordsOn);
  const rows = judge(knowledge, observations.values(), asOf, { ledger }).filter(
    ({ region }) => regions.length === 0 || regions.includes(region),
  );
  const labels = labelsOf(knowledge.catalog);
  if (options.json)
    output.print(
      JSON.stringify(
        rows.map((row) => rowJson(row, output, labels)),
        null,
        1,
      ),
    );
  else printRows(rows, knowledge, labels, output);
  const code = report(output, [
    ...gathered.issues,
    ...stated.issues,
    ...breakdownIssues(knowledge, asOf, labels, output),
  ]);
  if (gathered.observations.size === 0 && gathered.records.size === 0)
    return report(output, [{ code: "cli.no_data", severity: "error" }]) && 2;
  return code;
}

/** Where targets and the parts they are broken down into do not fit. */
function breakdownIssues(
  { catalog }: Knowledge,
  asOf: string,
  labels: Labels,
  { language }: Output,
): Issue[] {
  const day = parseIsoDate(asOf) ?? 0;
  const targets = spreadTargets(catalog.targets, catalog).filter((target) =>
    inForce(target, day),
  );
  return checkBreakdown(targets, catalog)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, severity, params }) => ({
      code,
      severity,
      params: spokenParams(code, params, language, labels),
    }));
}

function rowJson(row: ProgressRow, { language }: Output, labels: Labels) {
  return {
    ...plainRow(row),
    trace: row.trace.map((step) => ({
      ...step,
      text: speakStep(step, language, labels),
    })),
  };
}

/** Rows with a target and a figure; then figures without a target; targets that nothing was read for are only counted. */
function printRows(
  rows: readonly ProgressRow[],
  { catalog }: Knowledge,
  labels: Labels,
  output: Output,
): void {
  const known = rows.filter(({ actual }) => actual !== null);
  const held = known.filter(({ targetId }) => targetId !== null);
  const bare = known.filter(({ targetId }) => targetId === null);
  if (held.length > 0) say(output, "cli.progress_head", {});
  for (const row of held)
    output.print(
      [
        ...figureWords(row, labels, output),
        goalWords(row, labels, output),
        periodText(row.deadline, output.language),
        percent(row.progress),
        percent(row.timeShare),
        catalog.statusRules.labels[row.status][output.language],
        remark(row, labels, output),
      ].join("\t"),
    );
  if (bare.length > 0) {
    if (held.length > 0) output.print("");
    say(output, "cli.progress_bare", { count: bare.length });
  }
  for (const row of bare)
    output.print(figureWords(row, labels, output).join("\t"));
  if (known.length < rows.length)
    say(output, "cli.targets_without_data", {
      count: rows.length - known.length,
    });
}

/** Region, indicator, period and value. */
function figureWords(
  row: ProgressRow,
  labels: Labels,
  { language }: Output,
): string[] {
  const against =
    row.base === ""
      ? ""
      : describe(
          "cli.against_base",
          { base: periodText(row.base, language) },
          language,
        );
  return [
    labels.region(row.region, language),
    labels.indicator(row.indicator, language) +
      against +
      (row.variant === "" ? "" : `（${row.variant}）`),
    periodText(row.period, language),
    `${shown(row)}${unitSuffix(labels, row.unit, language)}`,
  ];
}

/** The actual as it was stated, and in brackets what it is judged as where that differs. */
function shown({ actual, judged }: ProgressRow): string {
  return actual === null || judged === null || actual === judged
    ? String(actual ?? "—")
    : `${actual}（${judged}）`;
}

function goalWords(
  row: ProgressRow,
  labels: Labels,
  { language }: Output,
): string {
  if (row.target === null) return "—";
  const unverified = row.trace.some(
    ({ code }) => code === "progress.step_unverified",
  );
  return [
    comparatorSign(row.comparator),
    row.target,
    unitSuffix(labels, row.unit, language),
    unverified ? describe("cli.unverified", {}, language) : "",
  ].join("");
}

function percent(value: number | null): string {
  return value === null
    ? "—"
    : `${decimalText(roundDecimal(multiplyDecimals(decimalOf(value), hundred), 1))}%`;
}

/** Steps that say what is left or how far it is, last first. */
const telling =
  /^progress\.step_(?:items_left|mean_quota|days_(?:quota|lost)|amount_left|allowance|(?:rise|fall)_left|points_|out_of_reach|exceeded|fails)/;

/** Why the status is what it is, what must happen, and where things are heading. */
function remark(row: ProgressRow, labels: Labels, output: Output): string {
  const { language } = output;
  const reason = row.reasons["status"];
  const step = [...row.trace].reverse().find(({ code }) => telling.test(code));
  const warning = row.trace.find(
    ({ code }) => code === "progress.step_season_warning",
  );
  const { outlook } = row;
  const parts = [
    reason === undefined ? "" : describe(reason, {}, language),
    warning === undefined ? "" : speakStep(warning, language, labels),
    step === undefined ? "" : speakStep(step, language, labels),
    outlook === null
      ? ""
      : describe(
          outlook.chance === null ? "cli.outlook_stated" : "cli.outlook",
          {
            value: outlook.value,
            low: outlook.low,
            high: outlook.high,
            chance: percent(outlook.chance),
            unit: unitSuffix(labels, row.unit, language),
          },
          language,
        ),
  ];
  return parts
    .filter((part) => part !== "")
    .join(language === "zh" ? "；" : "; ");
}
