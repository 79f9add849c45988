import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, UnitCode } from "../model/codes.ts";
import { addsOverRegions, checkUnits } from "./check-units.ts";
import {
  type FormulaError,
  type FormulaNode,
  formulaError,
  partsOf,
} from "./formula-tree.ts";
import type { NameBook } from "./name-book.ts";
import { type Formula, parseFormula } from "./parse-formula.ts";

/** A formula whose names are known and whose units agree. */
export interface ReadFormula {
  readonly kind: "read";
  readonly formula: Formula;
  /** With the factors between units put in. */
  readonly root: FormulaNode;
  readonly unit: UnitCode;
  /** Every indicator it reads, in the order met. */
  readonly reads: readonly IndicatorCode[];
  /** Nodes and characters looked at. */
  readonly steps: number;
}

/** Reads a formula by the names and units of a catalog; `declared` is the unit its result must have. */
export function readFormula(
  text: string,
  catalog: Pick<Catalog, "indicators" | "units">,
  book: NameBook,
  declared: UnitCode | "" = "",
): ReadFormula | FormulaError {
  const formula = parseFormula(text, {
    book,
    choose: (codes, inSum) => chosen(catalog, codes, inSum),
  });
  if (formula.kind === "error") return formula;
  const checked = checkUnits(formula.root, catalog, declared);
  if (checked.kind === "error") return checked;
  const reads = readsOf(checked.root);
  if (reads.length === 0)
    return formulaError("formula.reads_nothing", {}, formula.root.span);
  return {
    kind: "read",
    formula,
    root: checked.root,
    unit: checked.unit,
    reads,
    steps: formula.steps,
  };
}

/** Of several indicators of one name only those that add up can be meant by a sum over regions. */
function chosen(
  { indicators }: Pick<Catalog, "indicators">,
  codes: readonly IndicatorCode[],
  inSum: boolean,
): IndicatorCode | null {
  const left = codes.filter((code) => {
    const indicator = indicators.get(code);
    return inSum && indicator !== undefined && addsOverRegions(indicator);
  });
  return left.length === 1 ? (left[0] ?? null) : null;
}

function readsOf(root: FormulaNode): IndicatorCode[] {
  const found = new Set<IndicatorCode>();
  const open: FormulaNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === "name") found.add(node.indicator);
    open.push(...[...partsOf(node)].reverse());
  }
  return [...found];
}
