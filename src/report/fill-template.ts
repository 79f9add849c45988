import type { BoundTable } from "../model/binding.ts";
import type { Catalog } from "../model/catalog.ts";
import type {
  IndicatorCode,
  IsoDate,
  PeriodCode,
  RegionCode,
} from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import type { BureauRecord, Observation } from "../model/observation.ts";
import {
  compareDecimals,
  decimalOf,
  decimalText,
  roundDecimal,
} from "../model/decimal.ts";
import {
  type CellEdit,
  cellRef,
  type ClosureItem,
  type WorkbookView,
} from "../model/sheet.ts";
import type { Target } from "../model/target.ts";
import type { Matcher } from "../match/matcher.ts";
import { applyMarks } from "./marks.ts";
import { dateWords, periodWords } from "./period-words.ts";
import {
  type EmptySlot,
  type FormulaSlot,
  type OnConflict,
  planFill,
  type RefusedSlot,
} from "./plan-fill.ts";
import { planRecords } from "./plan-records.ts";
import { createResolver } from "./resolve-value.ts";

/** What a template is filled from. Observations are keyed by `keyText`, records by `kind|id`. */
export interface FillData {
  readonly observations: ReadonlyMap<string, Observation>;
  /** Those of one indicator, for who has them without going through all. */
  readonly statedOf?: (indicator: IndicatorCode) => Iterable<Observation>;
  /** What formulas give where no number is stated, by key. */
  readonly computed?: ReadonlyMap<string, Observation>;
  readonly records: ReadonlyMap<string, BureauRecord>;
  readonly targets: readonly Target[];
}

export interface FillOptions {
  readonly region: RegionCode;
  readonly period: PeriodCode;
  readonly asOf: IsoDate;
  readonly onConflict: OnConflict;
}

/** A result to keep beside a formula. */
export interface FormulaCache {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean;
}

/** Port to a formula engine. `failed` counts the formulas it could not compute. */
export type Recalculate = (workbook: WorkbookView) => Promise<{
  readonly caches: readonly FormulaCache[];
  readonly failed: number;
}>;

/** What the step is handed, because it needs bytes or heavy libraries. */
export interface FillPorts {
  readonly open: (
    bytes: Uint8Array,
    options: { readonly file: string },
  ) => Promise<{
    readonly workbook: WorkbookView | null;
    readonly issues: readonly Issue[];
  }>;
  readonly bind: (
    workbook: WorkbookView,
    assume: { readonly region: RegionCode; readonly period: PeriodCode },
  ) => readonly BoundTable[];
  readonly patch: (
    bytes: Uint8Array,
    edits: readonly CellEdit[],
    options: {
      readonly file: string;
      readonly caches?: readonly FormulaCache[];
    },
  ) => Promise<{
    readonly bytes: Uint8Array;
    readonly closure: readonly ClosureItem[];
    readonly refused: readonly {
      readonly edit: CellEdit;
      readonly issue: Issue;
    }[];
    readonly issues: readonly Issue[];
  }>;
  /** Computes formula results of the filled workbook; without it the spreadsheet program does so on opening. */
  readonly recalculate?: Recalculate;
}

/** A filled template. `bytes` is null when it could not be opened, or on conflict when that was to fail. */
export interface Filled {
  readonly bytes: Uint8Array | null;
  readonly written: number;
  readonly unchanged: number;
  readonly empty: readonly EmptySlot[];
  readonly refused: readonly RefusedSlot[];
  readonly closure: readonly ClosureItem[];
  readonly issues: readonly Issue[];
}

/** Writes data into the cells of a template that recognition binds, and touches nothing else. */
export async function fillTemplate(
  {
    catalog,
    matcher,
  }: { readonly catalog: Catalog; readonly matcher: Matcher },
  file: string,
  bytes: Uint8Array,
  data: FillData,
  options: FillOptions,
  ports: FillPorts,
): Promise<Filled> {
  const { region, period, asOf, onConflict } = options;
  const opened = await ports.open(bytes, { file });
  if (opened.workbook === null) return nothingFilled(opened.issues);
  if (!opened.workbook.writable)
    return nothingFilled([
      ...opened.issues,
      { code: "worker.template_not_writable", severity: "error", file },
    ]);
  const marked = applyMarks(
    opened.workbook,
    {
      报告期: periodWords(period),
      地区: catalog.regions.get(region)?.name ?? region,
      填报日期: dateWords(asOf),
    },
    file,
  );
  const tables = ports.bind(marked.workbook, { region, period });
  const plan = planFill(
    tables,
    createResolver({ ...data, catalog, asOf }),
    data.records,
    { onConflict, file },
  );
  const rows = planRecords(
    marked.workbook,
    tables,
    [...data.records.values()],
    matcher,
    file,
    { region, regions: catalog.regions },
  );
  if (onConflict === "fail" && plan.issues.some(isError))
    return nothingFilled([...opened.issues, ...plan.issues]);
  const values = [...plan.edits, ...rows.edits];
  const edits: readonly CellEdit[] = [...marked.edits, ...values];
  const first = await ports.patch(bytes, edits, { file });
  const { caches, failed } = await recalculated(first.bytes, file, ports);
  const patched =
    caches.length === 0
      ? first
      : await ports.patch(bytes, edits, { file, caches });
  const disagreements =
    plan.formulas.length === 0 || caches.length === 0
      ? []
      : await compareFormulas(
          patched.bytes,
          file,
          plan.formulas,
          options,
          ports,
        );
  const refused = patched.refused.map(({ edit, issue }) => ({
    sheet: edit.sheet,
    cell: issue.cell ?? "",
    code: issue.code,
    value: edit.kind === "clear" ? "" : String(edit.value),
  }));
  return {
    bytes: patched.bytes,
    written: values.length - refused.length,
    unchanged: plan.unchanged,
    empty: plan.empty,
    refused: [...plan.refused, ...refused],
    closure: patched.closure,
    issues: [
      ...opened.issues,
      ...marked.issues,
      ...plan.issues,
      ...rows.issues,
      ...patched.issues,
      ...disagreements,
      ...outcome(file, plan.empty.length, values.length + plan.unchanged, {
        region,
        period,
      }),
      ...(failed === 0
        ? []
        : [
            {
              code: "fill.recalculation_failed",
              severity: "info" as const,
              file,
              params: { count: failed },
            },
          ]),
    ],
  };
}

/** Reads the filled file back: a formula whose result, rounded as the data is, differs from the data is a warning. */
async function compareFormulas(
  bytes: Uint8Array,
  file: string,
  formulas: readonly FormulaSlot[],
  { region, period }: FillOptions,
  { open, bind }: FillPorts,
): Promise<Issue[]> {
  const { workbook } = await open(bytes, { file });
  if (workbook === null) return [];
  const read = new Map(
    bind(workbook, { region, period }).flatMap(({ bindings }) =>
      bindings.map(({ sheet, row, column, value }) => [
        `${sheet} ${row} ${column}`,
        value,
      ]),
    ),
  );
  return formulas.flatMap(({ sheet, row, column, stated }) => {
    const result = read.get(`${sheet} ${row} ${column}`);
    if (typeof result !== "number") return [];
    const exact = decimalOf(stated);
    const rounded = roundDecimal(decimalOf(result), exact.scale);
    return compareDecimals(rounded, exact) === 0
      ? []
      : [
          {
            code: "fill.formula_differs",
            severity: "warning",
            file,
            sheet,
            cell: cellRef(row, column),
            params: { computed: decimalText(rounded), stated },
          },
        ];
  });
}

async function recalculated(
  bytes: Uint8Array,
  file: string,
  { open, recalculate }: FillPorts,
) {
  const nothing = { caches: [], failed: 0 };
  if (recalculate === undefined) return nothing;
  const { workbook } = await open(bytes, { file });
  return workbook === null ? nothing : recalculate(workbook);
}

function isError({ severity }: Issue): boolean {
  return severity === "error";
}

function nothingFilled(issues: readonly Issue[]): Filled {
  return {
    bytes: null,
    written: 0,
    unchanged: 0,
    empty: [],
    refused: [],
    closure: [],
    issues,
  };
}

function outcome(
  file: string,
  empty: number,
  held: number,
  params: { readonly region: string; readonly period: string },
): Issue[] {
  if (held > 0) return [];
  return empty === 0
    ? [{ code: "fill.no_slots", severity: "error", file }]
    : [
        {
          code: "fill.no_data",
          severity: "error",
          file,
          params: { ...params, slots: empty },
        },
      ];
}
