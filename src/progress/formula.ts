import type { RegionCode } from "../model/codes.ts";
import {
  type FormulaData,
  type FormulaPlace,
  type FormulaValue,
  evaluateAt,
} from "./evaluate-formula.ts";
import type { Formula } from "./parse-formula.ts";

export type { FormulaValue } from "./evaluate-formula.ts";
export type { FormulaError } from "./formula-tree.ts";
export { type Formula, parseFormula } from "./parse-formula.ts";

/**
 * Computes a formula from values by name alone. What speaks of other regions or
 * periods is missing.
 */
export function evaluateFormula(
  formula: Formula,
  lookup: (name: string) => FormulaValue,
): FormulaValue {
  return evaluateAt(formula.root, nowhere, {
    figure: ({ name }, place) =>
      place === nowhere ? lookup(name) : elsewhere(name),
    children: (): readonly RegionCode[] => [],
    total: ({ name }) => elsewhere(name),
  } satisfies FormulaData);
}

const nowhere: FormulaPlace = {
  region: "",
  period: { code: "", start: 0, end: 1 },
  accumulated: false,
};

function elsewhere(name: string): FormulaValue {
  return { kind: "missing", reason: "progress.input_missing", name };
}
