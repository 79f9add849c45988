import type { IndicatorCode, PeriodCode, RegionCode } from "../model/codes.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Params } from "../model/issue.ts";

/** Characters of a formula's text, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Operator = "+" | "-" | "*" | "/";
export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";

/** A checked formula as a tree. */
export type FormulaNode = { readonly span: Span } & (
  | {
      readonly kind: "number";
      readonly value: Fraction;
      /** Of a number written with one (`80%`); empty for a bare one. */
      readonly unit: "" | "%";
    }
  | {
      readonly kind: "name";
      readonly name: string;
      /** The indicator it names; empty when it was read without a catalog. */
      readonly indicator: IndicatorCode;
    }
  | { readonly kind: "negate"; readonly of: FormulaNode }
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | {
      readonly kind: "logic";
      readonly operator: "and" | "or" | "not";
      readonly of: readonly FormulaNode[];
    }
  | {
      readonly kind: "if";
      readonly test: FormulaNode;
      readonly then: FormulaNode;
      readonly otherwise: FormulaNode;
    }
  | {
      readonly kind: "call";
      readonly name: "min" | "max" | "abs" | "sum" | "mean" | "ratio";
      readonly of: readonly FormulaNode[];
    }
  | {
      readonly kind: "round";
      readonly of: FormulaNode;
      readonly decimals: number;
    }
  /** The value times a factor between units; put in when units are checked. */
  | { readonly kind: "scale"; readonly of: FormulaNode; readonly by: Fraction }
  /** Of another region or another period; empty stays where it is. */
  | {
      readonly kind: "at";
      readonly of: FormulaNode;
      readonly region: RegionCode;
      readonly period: PeriodCode;
    }
  /** `years`: the same days of an earlier year; `spans`: so many periods of the same span before. */
  | {
      readonly kind: "shift";
      readonly of: FormulaNode;
      readonly by: "years" | "spans";
      readonly count: number;
    }
  | {
      readonly kind: "change";
      readonly of: FormulaNode;
      readonly against: "years" | "spans";
      /** Of shares and counts the difference, of anything else the rate in %; settled when units are checked. */
      readonly as: "rate" | "difference";
    }
  | { readonly kind: "toDate"; readonly of: FormulaNode }
  | {
      readonly kind: "children";
      readonly name: "sum" | "mean" | "min" | "max" | "count";
      readonly of: FormulaNode;
    }
  /** The figure of the region's parts, by the indicator's own rule. */
  | { readonly kind: "total"; readonly of: FormulaNode }
);

export interface FormulaError {
  readonly kind: "error";
  readonly code: string;
  readonly params: Params;
  /** Where in the text; absent for the text as a whole. */
  readonly span?: Span;
}

export function formulaError(
  code: string,
  params: Params,
  span?: Span,
): FormulaError {
  return span === undefined
    ? { kind: "error", code, params }
    : { kind: "error", code, params, span };
}

/** The parts of a node, in the order they are written. */
export function partsOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case "number":
    case "name":
      return [];
    case "operation":
    case "compare":
      return [node.left, node.right];
    case "logic":
    case "call":
      return node.of;
    case "if":
      return [node.test, node.then, node.otherwise];
    default:
      return [node.of];
  }
}
