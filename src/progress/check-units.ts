import type { Catalog } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Fraction } from "../model/fraction.ts";
import type { Indicator } from "../model/indicator.ts";
import {
  type FormulaError,
  type FormulaNode,
  formulaError,
  partsOf,
} from "./formula-tree.ts";
import {
  type Quantity,
  type UnitQuantity,
  inHundredths,
  bare,
  divided,
  factorBetween,
  isShare,
  multiplied,
  percent,
  quantityOf,
  sameDimensions,
  truth,
} from "./quantity.ts";

/** A node with the unit conversions it needs, and what its number is a number of. */
interface Typed {
  readonly kind: "typed";
  readonly node: FormulaNode;
  readonly quantity: Quantity;
}

export interface UnitCheck {
  readonly kind: "checked";
  readonly root: FormulaNode;
  /** The unit of the result; empty when the formula is a bare number. */
  readonly unit: UnitCode;
}

/**
 * Finds the unit of a formula's result, and puts the factors in where units of
 * one dimension meet (吨 and 万吨). Adding or comparing unlike ones is an error
 * that names both. With `declared` the result is converted into it.
 */
export function checkUnits(
  root: FormulaNode,
  catalog: Pick<Catalog, "indicators" | "units">,
  declared: UnitCode | "" = "",
): UnitCheck | FormulaError {
  const typed = new UnitChecker(catalog).type(root);
  if (typed.kind === "error") return typed;
  const { node, quantity } = typed;
  if (quantity.kind === "truth")
    return formulaError("formula.result_is_condition", {}, root.span);
  if (quantity.kind === "bare")
    return { kind: "checked", root: node, unit: declared };
  if (declared === "") return named(node, quantity, catalog.units);
  const wanted = quantityOf(declared, catalog.units);
  if (declared === "pp" && isShare(quantity) && isDifference(root))
    return {
      kind: "checked",
      root: scaled(node, factorBetween(quantity, percent)),
      unit: declared,
    };
  if (!sameDimensions(quantity, wanted))
    return formulaError(
      "formula.declared_unit",
      { unit: quantity.text, declared },
      root.span,
    );
  return {
    kind: "checked",
    root: scaled(node, factorBetween(quantity, wanted)),
    unit: declared,
  };
}

/** A share of a whole is handed out in %; any other quantity in the listed unit that it is, else as it is composed. */
function named(
  node: FormulaNode,
  quantity: UnitQuantity,
  units: Catalog["units"],
): UnitCheck {
  const listed =
    units.has(quantity.text) && quantity.text !== "ratio"
      ? quantityOf(quantity.text, units)
      : null;
  const unit =
    listed !== null && sameDimensions(listed, quantity)
      ? listed
      : isShare(quantity)
        ? percent
        : quantity;
  return {
    kind: "checked",
    root: scaled(node, factorBetween(quantity, unit)),
    unit: unit.text,
  };
}

/** Rates of change and differences of shares are in 百分点. */
function isDifference(node: FormulaNode): boolean {
  return (
    (node.kind === "operation" && node.operator === "-") ||
    node.kind === "change" ||
    ((node.kind === "round" || node.kind === "scale") && isDifference(node.of))
  );
}

function scaled(node: FormulaNode, by: Fraction): FormulaNode {
  return by.n === by.d
    ? node
    : { kind: "scale", of: node, by, span: node.span };
}

class UnitChecker {
  readonly #catalog: Pick<Catalog, "indicators" | "units">;

  constructor(catalog: Pick<Catalog, "indicators" | "units">) {
    this.#catalog = catalog;
  }

  type(node: FormulaNode): Typed | FormulaError {
    switch (node.kind) {
      case "number":
        return typed(node, node.unit === "%" ? percent : bare);
      case "name": {
        const indicator = this.#catalog.indicators.get(node.indicator);
        if (indicator === undefined)
          return formulaError(
            "formula.unknown_name",
            { name: node.name },
            node.span,
          );
        return typed(node, quantityOf(indicator.unit, this.#catalog.units));
      }
      case "operation":
        return node.operator === "*" || node.operator === "/"
          ? this.#product(node)
          : this.#alike(
              node,
              [node.left, node.right],
              ([left = node.left, right = node.right], of) =>
                typed({ ...node, left, right }, of),
            );
      case "compare":
        return this.#alike(
          node,
          [node.left, node.right],
          ([left = node.left, right = node.right]) =>
            typed({ ...node, left, right }, truth),
        );
      case "logic":
        return this.#logic(node);
      case "if":
        return this.#choice(node);
      case "call":
        return this.#call(node);
      case "change":
        return this.#change(node);
      case "children":
        return this.#children(node);
      case "total":
        return this.#total(node);
      default:
        return this.#within(node);
    }
  }

  /** The part's own quantity goes through. */
  #within(
    node: Extract<FormulaNode, { readonly of: FormulaNode }>,
  ): Typed | FormulaError {
    const of = this.#number(node.of);
    return of.kind === "error"
      ? of
      : typed({ ...node, of: of.node }, of.quantity);
  }

  /** A part that must be a number. */
  #number(node: FormulaNode): Typed | FormulaError {
    const of = this.type(node);
    return of.kind === "typed" && of.quantity.kind === "truth"
      ? formulaError("formula.condition_not_number", {}, node.span)
      : of;
  }

  #numbers(nodes: readonly FormulaNode[]): Typed[] | FormulaError {
    const parts: Typed[] = [];
    for (const node of nodes) {
      const part = this.#number(node);
      if (part.kind === "error") return part;
      parts.push(part);
    }
    return parts;
  }

  /** Parts that are added, compared or chosen among: in the unit of the first that has one. */
  #alike(
    whole: FormulaNode,
    nodes: readonly FormulaNode[],
    make: (parts: readonly FormulaNode[], of: Quantity) => Typed,
  ): Typed | FormulaError {
    const parts = this.#numbers(nodes);
    if (!Array.isArray(parts)) return parts;
    const lead = parts.find(({ quantity }) => quantity.kind === "unit");
    const of = lead?.quantity ?? bare;
    const converted: FormulaNode[] = [];
    for (const { node, quantity } of parts) {
      if (quantity.kind !== "unit" || of.kind !== "unit") {
        converted.push(node);
        continue;
      }
      if (!sameDimensions(quantity, of))
        return formulaError(
          "formula.unlike_units",
          { unit: of.text, other: quantity.text },
          whole.span,
        );
      converted.push(scaled(node, factorBetween(quantity, of)));
    }
    return make(converted, of);
  }

  #product(
    node: Extract<FormulaNode, { readonly kind: "operation" }>,
  ): Typed | FormulaError {
    const parts = this.#numbers([node.left, node.right]);
    if (!Array.isArray(parts)) return parts;
    const [left, right] = parts;
    if (left === undefined || right === undefined)
      throw new Error("a product of fewer than two");
    const whole = { ...node, left: left.node, right: right.node };
    const [a, b] = [left.quantity, right.quantity];
    if (node.operator === "*")
      for (const [part, other] of [
        [left, right],
        [right, left],
      ] as const) {
        const times = other.node;
        const inPercent =
          times.kind === "number" && times.unit === ""
            ? inHundredths(part.quantity, times.value)
            : null;
        if (inPercent !== null) return typed(whole, inPercent);
      }
    if (b.kind !== "unit") return typed(whole, a);
    if (a.kind === "unit")
      return typed(
        whole,
        node.operator === "*" ? multiplied(a, b) : divided(a, b),
      );
    if (node.operator === "*") return typed(whole, b);
    const inverse = divided(
      { kind: "unit", powers: new Map(), factor: { n: 1n, d: 1n }, text: "1" },
      b,
    );
    return typed(whole, inverse);
  }

  #logic(
    node: Extract<FormulaNode, { readonly kind: "logic" }>,
  ): Typed | FormulaError {
    const of: FormulaNode[] = [];
    for (const part of node.of) {
      const condition = this.#condition(part);
      if (condition.kind === "error") return condition;
      of.push(condition.node);
    }
    return typed({ ...node, of }, truth);
  }

  #condition(node: FormulaNode): Typed | FormulaError {
    const of = this.type(node);
    return of.kind === "error" || of.quantity.kind === "truth"
      ? of
      : formulaError("formula.not_a_condition", {}, node.span);
  }

  #choice(
    node: Extract<FormulaNode, { readonly kind: "if" }>,
  ): Typed | FormulaError {
    const test = this.#condition(node.test);
    if (test.kind === "error") return test;
    return this.#alike(
      node,
      [node.then, node.otherwise],
      ([then = node.then, otherwise = node.otherwise], of) =>
        typed({ ...node, test: test.node, then, otherwise }, of),
    );
  }

  #call(
    node: Extract<FormulaNode, { readonly kind: "call" }>,
  ): Typed | FormulaError {
    if (node.name !== "ratio")
      return this.#alike(node, node.of, (of, quantity) =>
        typed({ ...node, of }, quantity),
      );
    return this.#alike(node, node.of, (of) => typed({ ...node, of }, percent));
  }

  #change(
    node: Extract<FormulaNode, { readonly kind: "change" }>,
  ): Typed | FormulaError {
    const of = this.#number(node.of);
    if (of.kind === "error") return of;
    const kind = this.#indicatorOf(node.of)?.kind;
    const counted = kind === "count" || kind === "days";
    const difference = isShare(of.quantity) || counted;
    const whole: FormulaNode = {
      ...node,
      of: of.node,
      as: difference ? "difference" : "rate",
    };
    if (!difference) return typed(whole, percent);
    if (counted) return typed(whole, of.quantity);
    const points = quantityOf("pp", this.#catalog.units);
    return of.quantity.kind === "unit"
      ? typed(scaled(whole, factorBetween(of.quantity, percent)), points)
      : typed(whole, points);
  }

  #children(
    node: Extract<FormulaNode, { readonly kind: "children" }>,
  ): Typed | FormulaError {
    const of = this.#number(node.of);
    if (of.kind === "error") return of;
    const refused = namesUnder(node.of)
      .map((name) => ({
        name: name.name,
        indicator: this.#catalog.indicators.get(name.indicator),
      }))
      .find(({ indicator }) => !joins(node.name, indicator));
    if (refused !== undefined)
      return formulaError(
        node.name === "sum"
          ? "formula.does_not_add_up"
          : "formula.mean_of_ratios",
        { name: refused.name },
        node.span,
      );
    const whole: FormulaNode = { ...node, of: of.node };
    return typed(whole, node.name === "count" ? bare : of.quantity);
  }

  #total(
    node: Extract<FormulaNode, { readonly kind: "total" }>,
  ): Typed | FormulaError {
    const indicator = this.#indicatorOf(node.of);
    if (indicator === null || node.of.kind !== "name")
      return formulaError("formula.total_of_name", {}, node.span);
    if (
      indicator.aggregation === undefined ||
      indicator.aggregation.rule === "none"
    )
      return formulaError(
        "formula.no_aggregation",
        { name: node.of.name },
        node.span,
      );
    return this.#within(node);
  }

  /** The indicator that a node is a figure of; null for anything computed. */
  #indicatorOf(node: FormulaNode): Indicator | null {
    if (node.kind === "name")
      return this.#catalog.indicators.get(node.indicator) ?? null;
    if (node.kind === "at" || node.kind === "shift" || node.kind === "toDate")
      return this.#indicatorOf(node.of);
    return null;
  }
}

function typed(node: FormulaNode, quantity: Quantity): Typed {
  return { kind: "typed", node, quantity };
}

function namesUnder(
  node: FormulaNode,
): Extract<FormulaNode, { readonly kind: "name" }>[] {
  return node.kind === "name" ? [node] : partsOf(node).flatMap(namesUnder);
}

/** Amounts and counts add up over regions; shares have no plain mean unless their rule says so. */
function joins(
  name: "sum" | "mean" | "min" | "max" | "count",
  indicator: Indicator | undefined,
): boolean {
  if (indicator === undefined) return false;
  const rule = indicator.aggregation?.rule;
  if (name === "sum") return addsOverRegions(indicator);
  if (name === "mean")
    return (
      rule === "mean" ||
      !(indicator.kind === "ratio" || indicator.kind === "reduction")
    );
  return true;
}

/** True for amounts and things counted: the regions' figures add up to that of the whole. */
export function addsOverRegions({ kind, aggregation }: Indicator): boolean {
  return aggregation === undefined
    ? kind === "sum" || kind === "count"
    : aggregation.rule === "sum";
}
