import { checkTarget } from "./catalog/targets.ts";
import { sha256Hex } from "./dataset/hash.ts";
import { bindWorkbook } from "./lens/bind-workbook.ts";
import { contextOf, type Knowledge } from "./knowledge.ts";
import { getObservations } from "./lens/get.ts";
import { readTargetList } from "./lens/read-target-list.ts";
import type { BoundTable } from "./model/binding.ts";
import type { Catalog } from "./model/catalog.ts";
import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
  Sha256,
} from "./model/codes.ts";
import type { Issue } from "./model/issue.ts";
import type { Ledger } from "./model/ledger.ts";
import type { BureauRecord, Observation } from "./model/observation.ts";
import type { Profiles } from "./model/profile.ts";
import type { WorkbookView } from "./model/sheet.ts";
import type { Target } from "./model/target.ts";
import { computeProgress } from "./progress/compute-progress.ts";
import { checkTemplate, type TemplateCheck } from "./report/check-template.ts";
import type {
  FillData,
  FillOptions,
  FillPorts,
  Recalculate,
} from "./report/fill-ports.ts";
import { type Filled, fillTemplate } from "./report/fill-template.ts";
import { openWorkbook } from "./workbook/open.ts";
import { patchWorkbook } from "./workbook/patch.ts";

/*
 * The pipeline: bytes → workbook → tables → bindings → observations → progress,
 * and the same way back to fill a template. It runs unchanged in a worker, on a
 * page and under Node.
 */

export {
  contextOf,
  type Knowledge,
  learn,
  ledgerOf,
  withSpellings,
} from "./knowledge.ts";

/** What a sheet does not say and a person answers. */
export interface Assumptions {
  readonly region?: RegionCode;
  readonly period?: PeriodCode;
}

export interface ReadOptions {
  readonly assume?: Assumptions;
  /** What was answered before, by the form of the table. */
  readonly profiles?: Profiles;
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (done: number, total: number) => void;
}

/** One file, recognised. `workbook` is null when the bytes could not be opened; `issues` says why. */
export interface Reading {
  readonly file: string;
  readonly sha: Sha256;
  readonly workbook: WorkbookView | null;
  readonly tables: readonly BoundTable[];
  readonly observations: readonly Observation[];
  readonly records: readonly BureauRecord[];
  /** Those of opening it. */
  readonly openIssues: readonly Issue[];
  readonly issues: readonly Issue[];
}

/** Reads one file. Problems come back as issues; nothing is stored. */
export async function read(
  knowledge: Knowledge,
  file: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Reading> {
  const { signal, onProgress } = options;
  const sha = sha256Hex(bytes);
  const { workbook, issues } = await openWorkbook(bytes, {
    file,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return bind(knowledge, { file, sha, workbook, issues }, options);
}

/** A file that was opened before, recognised under other answers. */
export function readAgain(
  knowledge: Knowledge,
  { file, sha, workbook, openIssues }: Reading,
  options: ReadOptions,
): Reading {
  return bind(knowledge, { file, sha, workbook, issues: openIssues }, options);
}

function bind(
  knowledge: Knowledge,
  opened: Pick<Reading, "file" | "sha" | "workbook" | "issues">,
  { assume = {}, profiles }: ReadOptions,
): Reading {
  const { file, sha, workbook, issues } = opened;
  const bound =
    workbook === null
      ? { tables: [], issues: [] }
      : bindWorkbook(workbook, {
          file,
          sha,
          ...knowledge,
          assume,
          ...(profiles === undefined ? {} : { profiles }),
        });
  const got = bound.tables.map((table) =>
    getObservations(table, { file, sha }),
  );
  return {
    file,
    sha,
    workbook,
    tables: bound.tables,
    observations: got.flatMap(({ observations }) => observations),
    records: got.flatMap(({ records }) => records),
    openIssues: issues,
    issues: [...issues, ...bound.issues],
  };
}

/** What a list of targets in a workbook says; `found` is false when there is no such list and the sheet is one of figures. */
export async function readTargets(
  knowledge: Knowledge,
  file: string,
  bytes: Uint8Array,
  assume: Assumptions = {},
): Promise<{
  readonly found: boolean;
  readonly targets: readonly Target[];
  readonly issues: readonly Issue[];
}> {
  const { workbook, issues } = await openWorkbook(bytes, { file });
  if (workbook === null) return { found: false, targets: [], issues };
  const read = readTargetList(workbook, { file, ...knowledge, assume });
  const byId = new Map<string, Target>();
  const problems: Issue[] = [];
  for (const { target, sheet, cell, row } of read.targets) {
    const checked = checkTarget(target, contextOf(knowledge), { file, row });
    problems.push(
      ...checked.issues.map((issue) => ({ ...issue, file, sheet, cell })),
    );
    if (checked.target === null) continue;
    if (byId.has(target.id))
      problems.push({
        code: "lens.target_repeated",
        severity: "warning",
        file,
        sheet,
        cell,
        params: { id: target.id },
      });
    byId.set(target.id, checked.target);
  }
  return {
    found: read.found,
    targets: [...byId.values()],
    issues: [...issues, ...read.issues, ...problems],
  };
}

/** Target against actual on a day, for everything observed. */
export function judge(
  { catalog }: Knowledge,
  observations: Iterable<Observation>,
  asOf: IsoDate,
  options: {
    readonly region?: RegionCode;
    readonly indicator?: IndicatorCode;
    readonly targets?: Catalog["targets"];
    readonly ledger?: Ledger;
  } = {},
) {
  return computeProgress({
    observations,
    targets: options.targets ?? catalog.targets,
    catalog,
    asOf,
    ...(options.ledger === undefined ? {} : { ledger: options.ledger }),
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.indicator === undefined
      ? {}
      : { indicators: [options.indicator] }),
  });
}

/** Says what filling a template would leave empty. */
export function checkFill(
  knowledge: Knowledge,
  file: string,
  bytes: Uint8Array,
  data: FillData,
  options: FillOptions,
): Promise<TemplateCheck> {
  return checkTemplate(
    knowledge,
    file,
    bytes,
    data,
    options,
    templatePorts(knowledge, file),
  );
}

/** Writes data into the cells of a template that recognition binds, and touches nothing else. */
export function fill(
  knowledge: Knowledge,
  file: string,
  bytes: Uint8Array,
  data: FillData,
  options: FillOptions,
  recalculate?: Recalculate,
): Promise<Filled> {
  return fillTemplate(knowledge, file, bytes, data, options, {
    ...templatePorts(knowledge, file),
    patch: patchWorkbook,
    ...(recalculate === undefined ? {} : { recalculate }),
  });
}

function templatePorts(
  knowledge: Knowledge,
  file: string,
): Pick<FillPorts, "open" | "bind"> {
  return {
    open: openWorkbook,
    bind: (workbook, assume) =>
      bindWorkbook(workbook, { file, ...knowledge, assume }).tables,
  };
}
