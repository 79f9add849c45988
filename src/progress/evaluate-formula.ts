import type { RegionCode } from "../model/codes.ts";
import {
  type Fraction,
  addFractions,
  compareFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "../model/fraction.ts";
import {
  type Period,
  parsePeriod,
  sameLastYear,
  yearToMonth,
} from "../model/period.ts";
import { civilDate } from "../model/calendar.ts";
import type { Comparison, FormulaNode, Operator } from "./formula-tree.ts";
import { absFraction } from "./fraction-number.ts";
import { keptShort } from "./reduced.ts";
import { spansBefore } from "./spans-before.ts";

/** A computed value, or the code of the reason there is none and the name it came from. */
export type FormulaValue =
  | { readonly kind: "value"; readonly value: Fraction }
  | {
      readonly kind: "missing";
      readonly reason: string;
      readonly name: string;
    };

/** Where a formula is computed; `accumulated`: from the parts of the period where nothing is stated for the whole. */
export interface FormulaPlace {
  readonly region: RegionCode;
  readonly period: Period;
  readonly accumulated: boolean;
}

export type NameNode = Extract<FormulaNode, { readonly kind: "name" }>;

/** What a formula reads. */
export interface FormulaData {
  figure(name: NameNode, place: FormulaPlace): FormulaValue;
  /** The parts of a region in a period, all of them; empty when it has none, null when they changed within it. */
  children(place: FormulaPlace): readonly RegionCode[] | null;
  total(name: NameNode, place: FormulaPlace): FormulaValue;
}

/** Nodes one figure may look at, its functions over children and months included. */
export const mostSteps = 20_000;
/** What a figure added up from months counts as. */
const accumulatedSteps = 12;
/** Binary digits a number may grow to. */
const mostBits = 8192n;

/**
 * Computes a formula exactly at one place. The first missing name is carried
 * through; dividing by zero is missing too, and so is what takes too many steps
 * or grows too long.
 */
export function evaluateAt(
  root: FormulaNode,
  place: FormulaPlace,
  data: FormulaData,
): FormulaValue {
  const result = new Evaluation(data).of(root, place);
  return result.kind === "truth"
    ? missing("formula.result_is_condition", "")
    : result;
}

type Result =
  FormulaValue | { readonly kind: "truth"; readonly holds: boolean };

function missing(reason: string, name: string): FormulaValue {
  return { kind: "missing", reason, name };
}

function valued(value: Fraction): FormulaValue {
  const short = keptShort(value);
  const most = 1n << mostBits;
  return short.n > most || short.n < -most || short.d > most
    ? missing("formula.too_large", "")
    : { kind: "value", value: short };
}

class Evaluation {
  readonly #data: FormulaData;
  #steps = 0;

  constructor(data: FormulaData) {
    this.#data = data;
  }

  of(node: FormulaNode, place: FormulaPlace): Result {
    this.#steps += place.accumulated ? accumulatedSteps : 1;
    if (this.#steps > mostSteps) return missing("formula.too_many_steps", "");
    switch (node.kind) {
      case "number":
        return { kind: "value", value: node.value };
      case "name":
        return this.#data.figure(node, place);
      case "negate":
        return this.#map(node.of, place, ({ n, d }) => ({ n: -n, d }));
      case "scale":
        return this.#map(node.of, place, (value) =>
          multiplyFractions(value, node.by),
        );
      case "round":
        return this.#map(node.of, place, (value) =>
          fractionOf(roundFraction(value, node.decimals)),
        );
      case "operation":
        return this.#pair(node.left, node.right, place, (left, right) => {
          const value = combine(node.operator, left, right);
          return value === null
            ? missing("progress.division_by_zero", "")
            : valued(value);
        });
      case "compare":
        return this.#pair(node.left, node.right, place, (left, right) => ({
          kind: "truth",
          holds: compared(node.operator, compareFractions(left, right)),
        }));
      case "logic":
        return this.#logic(node.operator, node.of, place);
      case "if": {
        const test = this.of(node.test, place);
        if (test.kind === "missing") return test;
        return this.of(
          test.kind === "truth" && test.holds ? node.then : node.otherwise,
          place,
        );
      }
      case "call":
        return this.#call(node, place);
      case "at":
        return this.#at(node, place);
      case "shift": {
        const period = shifted(node, place.period);
        return period === null
          ? missing("formula.no_period_before", place.period.code)
          : this.of(node.of, { ...place, period });
      }
      case "change":
        return this.#change(node, place);
      case "toDate": {
        const { year, month } = civilDate(place.period.end - 1);
        return this.of(node.of, {
          ...place,
          period: yearToMonth(year, month),
          accumulated: true,
        });
      }
      case "children":
        return this.#children(node, place);
      case "total":
        return node.of.kind === "name"
          ? this.#data.total(node.of, place)
          : missing("formula.total_of_name", "");
    }
  }

  #map(
    node: FormulaNode,
    place: FormulaPlace,
    change: (value: Fraction) => Fraction,
  ): Result {
    const of = this.of(node, place);
    return of.kind === "value" ? valued(change(of.value)) : of;
  }

  #pair(
    first: FormulaNode,
    second: FormulaNode,
    place: FormulaPlace,
    join: (left: Fraction, right: Fraction) => Result,
  ): Result {
    const left = this.of(first, place);
    if (left.kind !== "value") return left;
    const right = this.of(second, place);
    return right.kind === "value" ? join(left.value, right.value) : right;
  }

  #logic(
    operator: "and" | "or" | "not",
    of: readonly FormulaNode[],
    place: FormulaPlace,
  ): Result {
    let holds = operator === "and";
    for (const node of of) {
      const part = this.of(node, place);
      if (part.kind !== "truth") return part;
      if (operator === "not") return { kind: "truth", holds: !part.holds };
      holds = part.holds;
      if (holds === (operator === "or")) break;
    }
    return { kind: "truth", holds };
  }

  #call(
    node: Extract<FormulaNode, { readonly kind: "call" }>,
    place: FormulaPlace,
  ): Result {
    const values: Fraction[] = [];
    for (const part of node.of) {
      const value = this.of(part, place);
      if (value.kind !== "value") return value;
      values.push(value.value);
    }
    const [first, second] = values;
    if (first === undefined) return missing("progress.input_missing", "");
    if (node.name === "abs") return valued(absFraction(first));
    if (node.name === "ratio") {
      const share =
        second === undefined ? null : divideFractions(first, second);
      return share === null
        ? missing("progress.division_by_zero", "")
        : valued({ n: share.n * 100n, d: share.d });
    }
    return valued(joined(node.name, values));
  }

  #at(
    node: Extract<FormulaNode, { readonly kind: "at" }>,
    place: FormulaPlace,
  ): Result {
    const period = node.period === "" ? place.period : parsePeriod(node.period);
    if (period === null) return missing("formula.bad_place", node.period);
    return this.of(node.of, {
      ...place,
      region: node.region === "" ? place.region : node.region,
      period,
    });
  }

  #change(
    node: Extract<FormulaNode, { readonly kind: "change" }>,
    place: FormulaPlace,
  ): Result {
    const now = this.of(node.of, place);
    if (now.kind !== "value") return now;
    const period =
      node.against === "years"
        ? sameLastYear(place.period)
        : spansBefore(place.period, 1);
    if (period === null)
      return missing("formula.no_period_before", place.period.code);
    const before = this.of(node.of, { ...place, period });
    if (before.kind !== "value") return before;
    const difference = subtractFractions(now.value, before.value);
    if (node.as === "difference") return valued(difference);
    const rate = divideFractions(difference, before.value);
    return rate === null
      ? missing("progress.division_by_zero", "")
      : valued({ n: rate.n * 100n, d: rate.d });
  }

  /** All children or none: what covers a part of the region is not handed out as the whole. */
  #children(
    node: Extract<FormulaNode, { readonly kind: "children" }>,
    place: FormulaPlace,
  ): Result {
    const regions = this.#data.children(place);
    if (regions === null)
      return missing("progress.children_changed", place.region);
    if (regions.length === 0)
      return missing("progress.no_children", place.region);
    const values: Fraction[] = [];
    for (const region of regions) {
      const value = this.of(node.of, { ...place, region });
      if (value.kind === "value") values.push(value.value);
      else if (value.kind === "missing" && node.name !== "count") return value;
    }
    return node.name === "count"
      ? valued(fractionOf(values.length))
      : valued(joined(node.name, values));
  }
}

function joined(
  name: "sum" | "mean" | "min" | "max",
  values: readonly Fraction[],
): Fraction {
  const [first = { n: 0n, d: 1n }, ...rest] = values;
  if (name === "min" || name === "max") {
    const sign = name === "min" ? 1 : -1;
    return rest.reduce(
      (best, next) => (compareFractions(next, best) * sign < 0 ? next : best),
      first,
    );
  }
  const sum = rest.reduce(
    (total, next) => keptShort(addFractions(total, next)),
    first,
  );
  return name === "sum" ? sum : { n: sum.n, d: sum.d * BigInt(values.length) };
}

function shifted(
  node: Extract<FormulaNode, { readonly kind: "shift" }>,
  period: Period,
): Period | null {
  if (node.by === "spans") return spansBefore(period, node.count);
  let at = period;
  for (let years = 0; years < node.count; years += 1) at = sameLastYear(at);
  return at;
}

function combine(
  operator: Operator,
  left: Fraction,
  right: Fraction,
): Fraction | null {
  switch (operator) {
    case "+":
      return addFractions(left, right);
    case "-":
      return subtractFractions(left, right);
    case "*":
      return multiplyFractions(left, right);
    case "/":
      return divideFractions(left, right);
  }
}

function compared(operator: Comparison, order: number): boolean {
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
  }
}
