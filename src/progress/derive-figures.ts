import { formulaName } from "../model/indicator.ts";
import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, PeriodCode } from "../model/codes.ts";
import { type Fraction, fractionOf } from "../model/fraction.ts";
import type { Source } from "../model/observation.ts";
import {
  type Formula,
  type FormulaError,
  type FormulaValue,
  evaluateFormula,
  parseFormula,
} from "./formula.ts";
import { fractionNumber } from "./fraction-number.ts";
import {
  type DerivedFigure,
  type Group,
  type ObservationIndex,
  groupKey,
} from "./observation-index.ts";

interface Input {
  readonly value: Fraction | null;
  readonly missing: string;
  readonly sources: readonly Source[];
}

/**
 * Computes the indicators that have a formula wherever their first input is
 * known and no number is stated, from figures of the same region, period,
 * variant and base. Formulas that lead back to themselves see stated figures
 * only. Returns the formulas that could not be read, by indicator.
 */
export function deriveFigures(
  index: ObservationIndex,
  catalog: Catalog,
): ReadonlyMap<IndicatorCode, FormulaError> {
  const errors = new Map<IndicatorCode, FormulaError>();
  const byName = new Map<string, IndicatorCode>();
  for (const code of catalog.indicators.keys())
    byName.set(formulaName(code), code);
  const done = new Set<IndicatorCode>();
  const open = new Set<IndicatorCode>();

  function derive(code: IndicatorCode): void {
    const text = catalog.indicators.get(code)?.formula ?? "";
    if (text === "" || done.has(code) || open.has(code)) return;
    const formula = parseFormula(text);
    if (formula.kind === "error") {
      errors.set(code, formula);
      done.add(code);
      return;
    }
    open.add(code);
    for (const name of formula.names) {
      const input = byName.get(name);
      if (input !== undefined) derive(input);
    }
    open.delete(code);
    done.add(code);
    const first = formula.names[0];
    const lead = first === undefined ? undefined : byName.get(first);
    if (lead === undefined || lead === code) return;
    for (const group of [...(index.byIndicator.get(lead) ?? [])])
      fillGroup(code, formula, group);
  }

  function fillGroup(code: IndicatorCode, formula: Formula, lead: Group): void {
    const { region, variant, base } = lead;
    const periods = new Set([
      ...(lead.stated.get("actual")?.keys() ?? []),
      ...lead.derived.keys(),
    ]);
    if (periods.size === 0) return;
    const group = index.groupAt(code, region, variant, base);
    for (const period of periods) {
      const stated = group.stated.get("actual")?.get(period);
      if (typeof stated?.value === "number") continue;
      group.derived.set(period, compute(formula, lead, period));
    }
  }

  function compute(
    formula: Formula,
    { region, variant, base }: Group,
    period: PeriodCode,
  ): DerivedFigure {
    const inputs: {
      indicator: IndicatorCode;
      value: number;
      sources: readonly Source[];
    }[] = [];
    const lookup = (name: string): FormulaValue => {
      const indicator = byName.get(name);
      if (indicator === undefined)
        return { kind: "missing", reason: "progress.formula_unknown", name };
      const group = index.groups.get(
        groupKey(indicator, region, variant, base),
      );
      const input = group === undefined ? nothing : inputAt(group, period);
      if (input.value === null)
        return { kind: "missing", reason: input.missing, name };
      if (!inputs.some((known) => known.indicator === indicator))
        inputs.push({
          indicator,
          value: fractionNumber(input.value),
          sources: input.sources,
        });
      return { kind: "value", value: input.value };
    };
    const result = evaluateFormula(formula, lookup);
    return result.kind === "value"
      ? { value: result.value, missing: "", formula: formula.text, inputs }
      : { value: null, missing: result.reason, formula: formula.text, inputs };
  }

  for (const code of catalog.indicators.keys()) derive(code);
  return errors;
}

const nothing: Input = {
  value: null,
  missing: "progress.input_missing",
  sources: [],
};

function inputAt(group: Group, period: PeriodCode): Input {
  const stated = group.stated.get("actual")?.get(period);
  if (typeof stated?.value === "number")
    return {
      value: fractionOf(stated.value),
      missing: "",
      sources: [stated.source],
    };
  const derived = group.derived.get(period);
  if (derived === undefined) return nothing;
  return {
    value: derived.value,
    missing: derived.missing,
    sources: derived.inputs.flatMap(({ sources }) => sources),
  };
}
