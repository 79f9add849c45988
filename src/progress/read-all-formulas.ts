import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode } from "../model/codes.ts";
import { findCycles } from "./formula-cycles.ts";
import {
  type FormulaError,
  type FormulaNode,
  formulaError,
} from "./formula-tree.ts";
import { nameBook } from "./name-book.ts";
import { type ReadFormula, readFormula } from "./read-formula.ts";

/** The formulas of a catalog by indicator, and why others give nothing. */
export interface AllFormulas {
  readonly formulas: ReadonlyMap<IndicatorCode, ReadFormula>;
  readonly errors: ReadonlyMap<IndicatorCode, FormulaError>;
}

/** Every formula of a catalog that can be read and leads nowhere back to itself. */
export function readAllFormulas(catalog: Catalog): AllFormulas {
  const errors = new Map<IndicatorCode, FormulaError>();
  const formulas = new Map<IndicatorCode, ReadFormula>();
  const book = nameBook(catalog);
  for (const { code, formula, unit } of catalog.indicators.values()) {
    if (formula === "") continue;
    const read = readFormula(formula, catalog, book, unit);
    if (read.kind === "error") errors.set(code, read);
    else formulas.set(code, read);
  }
  const reads = new Map(
    [...formulas].map(([code, formula]) => [code, formula.reads]),
  );
  for (const [code, way] of findCycles(reads)) {
    formulas.delete(code);
    errors.set(
      code,
      formulaError("formula.cycle", {
        path: way
          .map((one) => catalog.indicators.get(one)?.label.zh ?? one)
          .join(" → "),
      }),
    );
  }
  return { formulas, errors };
}

/** The indicators whose formulas compute something else, or in other words, or fail otherwise. */
export function changedFormulas(
  before: AllFormulas,
  after: AllFormulas,
): ReadonlySet<IndicatorCode> {
  const changed = new Set<IndicatorCode>();
  for (const code of new Set([
    ...before.formulas.keys(),
    ...before.errors.keys(),
    ...after.formulas.keys(),
    ...after.errors.keys(),
  ]))
    if (
      !sameFormula(before.formulas.get(code), after.formulas.get(code)) ||
      before.errors.get(code)?.code !== after.errors.get(code)?.code
    )
      changed.add(code);
  return changed;
}

/** True when both compute the same in the same words. */
function sameFormula(
  a: ReadFormula | undefined,
  b: ReadFormula | undefined,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.formula.text === b.formula.text && shape(a.root) === shape(b.root);
}

function shape(root: FormulaNode): string {
  return JSON.stringify(root, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}
