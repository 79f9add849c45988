import type { Binding, BindingTarget, BoundTable } from "../model/binding.ts";
import type { Issue } from "../model/issue.ts";
import type { BureauRecord } from "../model/observation.ts";
import { cellRef, type CellEdit } from "../model/sheet.ts";
import { putValues } from "../lens/put.ts";
import type { Resolve } from "./resolve-value.ts";

export type OnConflict = "keep" | "write" | "fail";

const severityOf = { keep: "warning", write: "info", fail: "error" } as const;

/** A slot nothing was written into, and what it wants. */
export interface EmptySlot {
  readonly sheet: string;
  readonly cell: string;
  /** Key of the observation, or `kind/record/field`. */
  readonly wants: string;
  readonly target: BindingTarget;
}

export interface RefusedSlot {
  readonly sheet: string;
  readonly cell: string;
  readonly code: string;
  readonly value: string;
}

/** A formula's cell, and what the data states for it: the formula decides, the two are compared. */
export interface FormulaSlot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** In the indicator's unit. */
  readonly stated: number;
}

/** What filling a template comes to, before any byte is touched. */
export interface FillPlan {
  readonly edits: readonly CellEdit[];
  /** Cells that already hold what they should. */
  readonly unchanged: number;
  readonly empty: readonly EmptySlot[];
  readonly refused: readonly RefusedSlot[];
  readonly formulas: readonly FormulaSlot[];
  readonly issues: readonly Issue[];
}

/**
 * Looks up every writable slot of the bound tables and plans the edits. With
 * `onConflict` `fail`, a slot that holds a different value is an error-level
 * issue and stays as it is. Formulas are left to compute; what the data states
 * for their cells is listed for comparison.
 */
export function planFill(
  tables: readonly BoundTable[],
  resolve: Resolve,
  records: ReadonlyMap<string, BureauRecord>,
  options: { readonly onConflict: OnConflict; readonly file: string },
): FillPlan {
  const formulas: FormulaSlot[] = [];
  const put = putValues(
    tables,
    (target, binding) => {
      if (!isFormula(binding)) return lookUp(target);
      const found = target.type === "observation" ? resolve(target.key) : null;
      if (typeof found?.value === "number" && !found.derived)
        formulas.push({
          sheet: binding.sheet,
          row: binding.row,
          column: binding.column,
          stated: found.value,
        });
      return undefined;
    },
    { onConflict: options.onConflict },
  );

  function lookUp(target: Binding["target"]) {
    if (target.type === "observation") return resolve(target.key);
    const field = records.get(`${target.kind}|${target.record}`)?.fields[
      target.field
    ];
    if (field === undefined) return undefined;
    return field.type === "missing"
      ? { value: null, missing: field.reason }
      : { value: field.value };
  }

  return {
    edits: put.edits,
    unchanged: put.unchanged,
    empty: put.unfilled.map((binding) => ({
      ...place(binding),
      wants: wants(binding),
      target: binding.target,
    })),
    refused: put.refused.map(({ binding, code, value }) => ({
      ...place(binding),
      code,
      value: String(value ?? ""),
    })),
    formulas,
    issues: [
      ...put.issues,
      ...put.conflicts.map((binding): Issue => ({
        code:
          options.onConflict === "write" ? "fill.overwritten" : "fill.conflict",
        severity: severityOf[options.onConflict],
        file: options.file,
        ...place(binding),
      })),
    ],
  };
}

function isFormula({ form }: Binding): boolean {
  return form.kind === "fixed" && form.why === "formula";
}

function place(binding: Binding): { sheet: string; cell: string } {
  return { sheet: binding.sheet, cell: cellRef(binding.row, binding.column) };
}

function wants({ target }: Binding): string {
  if (target.type === "field")
    return `${target.kind}/${target.record}/${target.field}`;
  const { indicator, region, period, measure } = target.key;
  return [indicator, region, period, measure].join(" ");
}
