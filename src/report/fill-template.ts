import {
  compareDecimals,
  decimalOf,
  decimalText,
  roundDecimal,
} from "../model/decimal.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Issue } from "../model/issue.ts";
import { type CellEdit, cellRef, type ClosureItem } from "../model/sheet.ts";
import type { Matcher } from "../match/matcher.ts";
import type { FillData, FillOptions, FillPorts } from "./fill-ports.ts";
import type { EmptySlot, FormulaSlot, RefusedSlot } from "./plan-fill.ts";
import { planTemplate } from "./plan-template.ts";

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
  knowledge: { readonly catalog: Catalog; readonly matcher: Matcher },
  file: string,
  bytes: Uint8Array,
  data: FillData,
  options: FillOptions,
  ports: FillPorts,
): Promise<Filled> {
  const { region, period, onConflict } = options;
  const planned = await planTemplate(
    knowledge,
    file,
    bytes,
    data,
    options,
    ports,
  );
  if ("refused" in planned) return nothingFilled(planned.refused);
  const { marks, fill: plan, records: rows, issues: found } = planned;
  if (onConflict === "fail" && plan.issues.some(isError))
    return nothingFilled([...found, ...plan.issues]);
  const values = [...plan.edits, ...rows.edits];
  const edits: readonly CellEdit[] = [...marks.edits, ...values];
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
      ...found,
      ...marks.issues,
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
