import { type MathNode, create, parseDependencies } from "mathjs/number";
import type { Params } from "../model/issue.ts";
import {
  type Fraction,
  addFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  subtractFractions,
} from "../model/fraction.ts";

const longest = 2000;
const deepest = 64;

type Operator = "+" | "-" | "*" | "/";

type Node =
  | { readonly kind: "number"; readonly value: Fraction }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "negate"; readonly of: Node }
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: Node;
      readonly right: Node;
    };

/** A checked formula: numbers, names, `+ - * /`, minus signs and brackets, nothing else. */
export interface Formula {
  readonly kind: "formula";
  readonly text: string;
  readonly root: Node;
  /** Every name once, in the order met. */
  readonly names: readonly string[];
}

export interface FormulaError {
  readonly kind: "error";
  readonly code: string;
  readonly params: Params;
}

/** A computed value, or the code of the reason there is none and the name it came from. */
export type FormulaValue =
  | { readonly kind: "value"; readonly value: Fraction }
  | {
      readonly kind: "missing";
      readonly reason: string;
      readonly name: string;
    };

const { parse } = create({ ...parseDependencies });
const standardAlpha = parse.isAlpha.bind(parse);
parse.isAlpha = (letter, before, after) =>
  standardAlpha(letter, before, after) || /^[\p{Lo}\p{Nl}]$/u.test(letter);

const wide: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "＋": "+",
  "－": "-",
  "＊": "*",
  "×": "*",
  "／": "/",
  "÷": "/",
};

/**
 * Reads a formula. Only arithmetic is let through; a call, an access to a
 * property, an assignment, a power, a list or a text gives an error that names
 * it. Texts over 2,000 characters or 64 nested brackets are refused unparsed.
 */
export function parseFormula(text: string): Formula | FormulaError {
  const refused = refuseBySize(text);
  if (refused !== null) return refused;
  const plain = text.replace(/[（）＋－＊×／÷]/g, (sign) => wide[sign] ?? sign);
  let tree: MathNode;
  try {
    tree = parse(plain);
  } catch (problem) {
    return failed("progress.formula_syntax", {
      detail: problem instanceof Error ? problem.message : String(problem),
    });
  }
  const root = admit(tree);
  if (root.kind === "error") return root;
  const names = new Set<string>();
  collectNames(root, names);
  return { kind: "formula", text, root, names: [...names] };
}

/** Computes a formula exactly. The first missing name is carried through; dividing by zero is missing too. */
export function evaluateFormula(
  formula: Formula,
  lookup: (name: string) => FormulaValue,
): FormulaValue {
  return evaluate(formula.root, lookup);
}

function refuseBySize(text: string): FormulaError | null {
  if (text.length > longest)
    return failed("progress.formula_too_long", {
      length: text.length,
      most: longest,
    });
  let depth = 0;
  for (const sign of text) {
    if ("([{（".includes(sign)) depth += 1;
    else if (")]}）".includes(sign)) depth -= 1;
    if (depth > deepest)
      return failed("progress.formula_too_deep", { most: deepest });
  }
  const digits = /\d[\d.]*/g;
  for (const [number] of text.matchAll(digits))
    if (number.replace(/^[0.]+|\./g, "").length > 15)
      return failed("progress.formula_long_number", { number });
  return null;
}

function failed(code: string, params: Params): FormulaError {
  return { kind: "error", code, params };
}

function notAllowed(what: string): FormulaError {
  return failed("progress.formula_not_allowed", { what });
}

function admit(node: MathNode): Node | FormulaError {
  if (is(node, "ParenthesisNode")) return admit(node.content);
  if (is(node, "SymbolNode")) return { kind: "name", name: node.name };
  if (is(node, "ConstantNode")) {
    const value: unknown = node.value;
    return typeof value === "number" && Number.isFinite(value)
      ? { kind: "number", value: fractionOf(value) }
      : notAllowed(value === undefined ? "empty" : String(value));
  }
  if (!is(node, "OperatorNode")) return notAllowed(node.type);
  const [first, second] = node.args;
  if (first === undefined || node.implicit)
    return notAllowed("implicit multiplication");
  const left = admit(first);
  if (left.kind === "error") return left;
  if (second === undefined) {
    if (node.fn === "unaryPlus") return left;
    return node.fn === "unaryMinus"
      ? { kind: "negate", of: left }
      : notAllowed(node.op);
  }
  const operator = arithmetic.find((sign) => sign === node.op);
  if (operator === undefined) return notAllowed(node.op);
  const right = admit(second);
  if (right.kind === "error") return right;
  return { kind: "operation", operator, left, right };
}

const arithmetic: readonly Operator[] = ["+", "-", "*", "/"];

interface Shapes {
  readonly ParenthesisNode: { readonly content: MathNode };
  readonly SymbolNode: { readonly name: string };
  readonly ConstantNode: { readonly value: unknown };
  readonly OperatorNode: {
    readonly op: string;
    readonly fn: string;
    readonly implicit: boolean;
    readonly args: readonly MathNode[];
  };
}

function is<Type extends keyof Shapes>(
  node: MathNode,
  type: Type,
): node is MathNode & Shapes[Type] {
  return node.type === type;
}

function collectNames(node: Node, names: Set<string>): void {
  if (node.kind === "name") names.add(node.name);
  else if (node.kind === "negate") collectNames(node.of, names);
  else if (node.kind === "operation") {
    collectNames(node.left, names);
    collectNames(node.right, names);
  }
}

function evaluate(
  node: Node,
  lookup: (name: string) => FormulaValue,
): FormulaValue {
  if (node.kind === "number") return { kind: "value", value: node.value };
  if (node.kind === "name") return lookup(node.name);
  if (node.kind === "negate") {
    const of = evaluate(node.of, lookup);
    return of.kind === "missing"
      ? of
      : { kind: "value", value: { n: -of.value.n, d: of.value.d } };
  }
  const left = evaluate(node.left, lookup);
  if (left.kind === "missing") return left;
  const right = evaluate(node.right, lookup);
  if (right.kind === "missing") return right;
  const value = combine(node.operator, left.value, right.value);
  return value === null
    ? { kind: "missing", reason: "progress.division_by_zero", name: "" }
    : { kind: "value", value };
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
