import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import { type FormulaNode, partsOf } from "./formula-tree.ts";
import type { ReadFormula } from "./read-formula.ts";

/** Where the first thing a formula reads lies: it says where and when there is a figure. */
export interface Lead {
  readonly indicator: IndicatorCode;
  readonly at: "here" | "children" | RegionCode;
}

/** An indicator whose formula another one leads. */
export interface Led {
  readonly code: IndicatorCode;
  readonly lead: Lead;
}

/** The formulas that get their periods from an indicator. */
export function byLead(
  formulas: ReadonlyMap<IndicatorCode, ReadFormula>,
): ReadonlyMap<IndicatorCode, readonly Led[]> {
  const ledBy = new Map<IndicatorCode, Led[]>();
  for (const [code, { root }] of formulas) {
    const lead = leadOf(root);
    if (lead === null) continue;
    const led = ledBy.get(lead.indicator) ?? [];
    led.push({ code, lead });
    ledBy.set(lead.indicator, led);
  }
  return ledBy;
}

/** The first thing read at the figure's own period, else the first at a fixed one. */
export function leadOf(root: FormulaNode): Lead | null {
  return firstRead(root, "here", false) ?? firstRead(root, "here", true);
}

function firstRead(
  node: FormulaNode,
  at: Lead["at"],
  fixed: boolean,
): Lead | null {
  if (node.kind === "name") return { indicator: node.indicator, at };
  if (node.kind === "at") {
    if (node.period !== "" && !fixed) return null;
    return firstRead(node.of, node.region === "" ? at : node.region, fixed);
  }
  if (node.kind === "children" || node.kind === "total")
    return firstRead(node.of, "children", fixed);
  for (const part of partsOf(node)) {
    const lead = firstRead(part, at, fixed);
    if (lead !== null) return lead;
  }
  return null;
}
