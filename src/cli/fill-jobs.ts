import { fill, type Knowledge } from "../engine.ts";
import { isoDate } from "../model/calendar.ts";
import type { IsoDate, PeriodCode, RegionCode } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import { parsePeriod } from "../model/period.ts";
import { withAbove } from "../model/with-above.ts";
import { Refusal } from "./context.ts";
import type { InputFile } from "./files.ts";
import type { Gathered } from "./gather.ts";

/** How many of the commonest periods are tried when none is given. */
const periodsTried = 12;

/** One template for one region and period. */
export interface FillJob {
  readonly template: InputFile;
  readonly region: RegionCode;
  readonly period: PeriodCode;
  readonly asOf: IsoDate;
}

export interface FillWish {
  readonly regions: readonly RegionCode[];
  /** Null: the period of the data that fills most of the template. */
  readonly period: PeriodCode | null;
  /** Null: the last day of the period. */
  readonly asOf: IsoDate | null;
}

/** Every template for every region; what was not said is taken from the data and noted. */
export async function fillJobs(
  knowledge: Knowledge,
  templates: readonly InputFile[],
  gathered: Gathered,
  wish: FillWish,
  notes: Issue[],
): Promise<FillJob[]> {
  const regions =
    wish.regions.length > 0
      ? wish.regions
      : [widestRegion(knowledge, gathered, notes)];
  const jobs: FillJob[] = [];
  for (const template of templates)
    for (const region of regions) {
      const period =
        wish.period ??
        (await fittingPeriod(knowledge, template, region, gathered, notes));
      jobs.push({
        template,
        region,
        period,
        asOf: wish.asOf ?? lastDay(period),
      });
    }
  return jobs;
}

/** `{region}`, `{period}` and `{template}` of `--name`, as words; among several templates the name holds the template's. */
export function outputName(
  pattern: string,
  { catalog }: Knowledge,
  { template, region, period }: FillJob,
  { several }: { readonly several: boolean },
): string {
  const base = template.name.replace(/\.[^.]+$/, "");
  const name = pattern
    .replaceAll("{region}", catalog.regions.get(region)?.name ?? region)
    .replaceAll("{period}", period.replaceAll("/", "至"))
    .replaceAll("{template}", base);
  const named =
    several && !pattern.includes("{template}") ? `${base}-${name}` : name;
  const ending = /\.[^.]+$/.exec(template.name)?.[0] ?? ".xlsx";
  return (
    /\.xls[xm]$/i.test(named)
      ? named.replace(/\.[^.]+$/, ending)
      : named + ending
  ).replaceAll(/[\\/:*?"<>|]/g, "_");
}

/** The region highest in the tree that the data speaks of. */
function widestRegion(
  { catalog }: Knowledge,
  { observations }: Gathered,
  notes: Issue[],
): RegionCode {
  const seen = new Set([...observations.values()].map(({ key }) => key.region));
  const depth = (code: RegionCode): number =>
    withAbove(code, catalog.regions).length;
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

/** The period that fills most cells of the template, the latest of equals. */
async function fittingPeriod(
  knowledge: Knowledge,
  template: InputFile,
  region: RegionCode,
  gathered: Gathered,
  notes: Issue[],
): Promise<PeriodCode> {
  let best: { readonly period: PeriodCode; readonly written: number } | null =
    null;
  for (const period of commonPeriods(gathered)) {
    const { written } = await fill(
      knowledge,
      template.name,
      template.bytes,
      { ...gathered, targets: knowledge.catalog.targets },
      { region, period, asOf: lastDay(period), onConflict: "write" },
    );
    if (best === null || written > best.written) best = { period, written };
  }
  if (best === null) throw new Refusal("cli.no_data");
  notes.push({
    code: "fill.period_assumed",
    severity: "info",
    file: template.name,
    params: { period: best.period },
  });
  return best.period;
}

/** The periods most actual figures are of, the latest first. */
function commonPeriods({ observations }: Gathered): PeriodCode[] {
  const counted = new Map<PeriodCode, number>();
  for (const { key, value } of observations.values())
    if (key.measure === "actual" && value !== null)
      counted.set(key.period, (counted.get(key.period) ?? 0) + 1);
  return [...counted]
    .sort(([, m], [, n]) => n - m)
    .slice(0, periodsTried)
    .map(([period]) => period)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
}

function lastDay(code: PeriodCode): IsoDate {
  const period = parsePeriod(code);
  if (period === null) throw new Refusal("cli.bad_period", { text: code });
  return isoDate(period.end - 1);
}
