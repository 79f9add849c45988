import { type MathNode, create, parseDependencies } from "mathjs/number";
import type { IndicatorCode } from "../model/codes.ts";
import { parseDecimal } from "../model/decimal.ts";
import { fractionOf } from "../model/fraction.ts";
import { parsePeriod } from "../model/period.ts";
import {
  childrenWords,
  functionNamed,
  type FormulaFunction,
} from "./formula-functions.ts";
import { type Token, type Tokens, tokensOf } from "./formula-tokens.ts";
import {
  type Comparison,
  type FormulaError,
  type FormulaNode,
  type Operator,
  type Span,
  formulaError,
} from "./formula-tree.ts";
import { type NameBook, noNames } from "./name-book.ts";

/** A formula that only says what is allowed. */
export interface Formula {
  readonly kind: "formula";
  readonly text: string;
  readonly root: FormulaNode;
  /** Every name once, in the order met. */
  readonly names: readonly string[];
  readonly tokens: readonly Token[];
  /** Characters and nodes looked at. */
  readonly steps: number;
}

export interface ParseOptions {
  /** Without one every name stands for itself. */
  readonly book?: NameBook;
  /** Chooses among indicators of one name, by where it stands; null leaves it ambiguous. */
  readonly choose?: (
    codes: readonly IndicatorCode[],
    inSum: boolean,
  ) => IndicatorCode | null;
}

const { parse } = create({ ...parseDependencies });

/**
 * Reads a formula: the text is cut into tokens here, mathjs orders them, and a
 * tree is made of what is on the list. mathjs is handed nothing but numbered
 * placeholders, brackets, commas and the signs of arithmetic, comparison and
 * logic, so that no name of its own, no property and no text reaches it.
 */
export function parseFormula(
  text: string,
  options: ParseOptions = {},
): Formula | FormulaError {
  const cut = tokensOf(text, options.book ?? noNames);
  return cut.kind === "error" ? cut : order(text, cut, options);
}

function order(
  text: string,
  { tokens, steps }: Tokens,
  options: ParseOptions,
): Formula | FormulaError {
  if (tokens.length === 0)
    return formulaError("progress.formula_not_allowed", { what: "empty" });
  const starts: number[] = [];
  let plain = "";
  for (const [at, token] of tokens.entries()) {
    starts.push(plain.length);
    plain += token.kind === "sign" ? ` ${token.sign} ` : ` v${at} `;
  }
  let tree: MathNode;
  try {
    tree = parse(plain);
  } catch (problem) {
    return syntaxError(problem, text, tokens, starts);
  }
  const reader = new TreeReader(tokens, options);
  const root = reader.read(tree);
  if (root.kind === "error") return root;
  return {
    kind: "formula",
    text,
    root,
    names: [...reader.names],
    tokens,
    steps: steps + reader.steps,
  };
}

/** The token at which the parser stopped. */
function syntaxError(
  problem: unknown,
  text: string,
  tokens: readonly Token[],
  starts: readonly number[],
): FormulaError {
  const char =
    problem instanceof SyntaxError && "char" in problem
      ? Number(problem.char) - 1
      : Number.POSITIVE_INFINITY;
  const at = starts.filter((start) => start <= char).length - 1;
  const token = char === Number.POSITIVE_INFINITY ? undefined : tokens[at];
  const end = text.trimEnd().length;
  const atEnd = token === undefined || token.end >= end;
  const span = atEnd ? { start: end, end } : token;
  return formulaError(
    "progress.formula_syntax",
    { detail: atEnd ? "…" : token.text },
    { start: span.start, end: span.end },
  );
}

interface Shapes {
  readonly ParenthesisNode: { readonly content: MathNode };
  readonly SymbolNode: { readonly name: string };
  readonly OperatorNode: {
    readonly op: string;
    readonly fn: string;
    readonly implicit: boolean;
    readonly args: readonly MathNode[];
  };
  readonly FunctionNode: {
    readonly fn: MathNode;
    readonly args: readonly MathNode[];
  };
}

function is<Type extends keyof Shapes>(
  node: MathNode,
  type: Type,
): node is MathNode & Shapes[Type] {
  return node.type === type;
}

const arithmetic: readonly Operator[] = ["+", "-", "*", "/"];
const comparisons: readonly Comparison[] = ["<", "<=", ">", ">=", "==", "!="];
const logic = ["and", "or", "not"] as const;

/** Operations one within or after another; a sum of so many terms is one. */
const mostOperations = 256;

/** Makes the tree, counting the nodes it looks at. */
class TreeReader {
  readonly #tokens: readonly Token[];
  readonly #options: ParseOptions;
  readonly names = new Set<string>();
  steps = 0;
  #inSum = false;
  #depth = 0;

  constructor(tokens: readonly Token[], options: ParseOptions) {
    this.#tokens = tokens;
    this.#options = options;
  }

  read(node: MathNode): FormulaNode | FormulaError {
    this.steps += 1;
    if (this.#depth >= mostOperations)
      return formulaError("formula.too_many_operations", {
        most: mostOperations,
      });
    this.#depth += 1;
    const tree = this.#read(node);
    this.#depth -= 1;
    return tree;
  }

  #read(node: MathNode): FormulaNode | FormulaError {
    if (is(node, "ParenthesisNode")) return this.read(node.content);
    if (is(node, "SymbolNode"))
      return placeholder.test(node.name)
        ? this.#leaf(node.name)
        : misplaced(node.name);
    if (is(node, "FunctionNode")) return this.#call(node.fn, node.args);
    if (is(node, "OperatorNode")) return this.#operator(node);
    return formulaError(
      "progress.formula_not_allowed",
      { what: node.type.replace(/Node$/, "") },
      this.#spanOf(node),
    );
  }

  #operator(
    node: MathNode & Shapes["OperatorNode"],
  ): FormulaNode | FormulaError {
    const { op, fn, args } = node;
    if (node.implicit)
      return formulaError("formula.no_operator", {}, this.#spanOf(node));
    const parts = this.#all(args);
    if (!Array.isArray(parts)) return parts;
    const [left, right] = parts;
    if (left === undefined) throw new Error(`an operator without parts: ${op}`);
    const span = spanning(parts);
    const word = logic.find((one) => one === fn);
    if (word !== undefined)
      return { kind: "logic", operator: word, of: parts, span };
    if (right === undefined) {
      if (fn === "unaryPlus") return left;
      if (fn === "unaryMinus") return { kind: "negate", of: left, span };
    } else {
      const operator = arithmetic.find((sign) => sign === op);
      if (operator !== undefined)
        return { kind: "operation", operator, left, right, span };
      const comparison = comparisons.find((sign) => sign === op);
      if (comparison !== undefined)
        return { kind: "compare", operator: comparison, left, right, span };
    }
    return formulaError("progress.formula_not_allowed", { what: op }, span);
  }

  #all(nodes: readonly MathNode[]): FormulaNode[] | FormulaError {
    const parts: FormulaNode[] = [];
    for (const node of nodes) {
      const part = this.read(node);
      if (part.kind === "error") return part;
      parts.push(part);
    }
    return parts;
  }

  #token(placeholder: string): Token {
    const token = this.#tokens[Number(placeholder.slice(1))];
    if (token === undefined) throw new Error(`not a token: ${placeholder}`);
    return token;
  }

  #leaf(placeholder: string): FormulaNode | FormulaError {
    const token = this.#token(placeholder);
    const span = { start: token.start, end: token.end };
    switch (token.kind) {
      case "number":
      case "percent": {
        const value = parseDecimal(token.text);
        if (value === null) throw new Error(`not a number: ${token.text}`);
        return {
          kind: "number",
          value: fractionOf(value),
          unit: token.kind === "percent" ? "%" : "",
          span,
        };
      }
      case "name":
        return this.#name(token.text, span);
      case "function":
        return formulaError(
          "formula.function_alone",
          { name: token.text },
          span,
        );
      default:
        return formulaError(
          "formula.text_not_allowed",
          { text: token.text.slice(0, 40) },
          span,
        );
    }
  }

  #name(name: string, span: Span): FormulaNode | FormulaError {
    const { book, choose } = this.#options;
    if (book === undefined) {
      this.names.add(name);
      return { kind: "name", name, indicator: "", span };
    }
    if (childrenWords.has(name))
      return formulaError("formula.children_alone", { name }, span);
    const codes = book.indicators(name);
    const indicator =
      codes.length === 1 ? codes[0] : choose?.(codes, this.#inSum);
    if (codes.length === 0 || indicator === undefined)
      return formulaError("formula.unknown_name", { name }, span);
    if (indicator === null)
      return formulaError(
        "formula.ambiguous_name",
        { name, candidates: codes.join("、") },
        span,
      );
    this.names.add(name);
    return { kind: "name", name, indicator, span };
  }

  #call(
    callee: MathNode,
    args: readonly MathNode[],
  ): FormulaNode | FormulaError {
    if (!is(callee, "SymbolNode"))
      return formulaError(
        "progress.formula_not_allowed",
        { what: callee.type.replace(/Node$/, "") },
        this.#spanOf(callee),
      );
    if (!placeholder.test(callee.name)) return misplaced(callee.name);
    const token = this.#token(callee.name);
    const known =
      token.kind === "function" ? functionNamed(token.text) : undefined;
    if (known === undefined)
      return formulaError(
        token.kind === "name"
          ? "formula.unknown_function"
          : "formula.no_operator",
        { name: token.text },
        { start: token.start, end: token.end },
      );
    const span = { start: token.start, end: this.#spanOf(callee, args).end };
    if (args.length < known.least || args.length > known.most)
      return formulaError(
        "formula.wrong_count",
        { name: token.text, form: known.form, given: args.length },
        span,
      );
    return this.#function(known, args, span);
  }

  #function(
    { name, form }: FormulaFunction,
    args: readonly MathNode[],
    span: Span,
  ): FormulaNode | FormulaError {
    const [first, second] = args;
    if (first === undefined) throw new Error(`${name} without arguments`);
    if (name === "at") return this.#at(args, span);
    if (second !== undefined && this.#isChildren(first)) {
      if (
        name !== "sum" &&
        name !== "mean" &&
        name !== "min" &&
        name !== "max" &&
        name !== "count"
      )
        return formulaError("formula.children_alone", { name }, span);
      if (args.length > 2)
        return formulaError(
          "formula.wrong_count",
          { name, form: `${name}(children, x)`, given: args.length },
          span,
        );
      const before = this.#inSum;
      this.#inSum = name === "sum";
      const of = this.read(second);
      this.#inSum = before;
      return of.kind === "error" ? of : { kind: "children", name, of, span };
    }
    const parts = this.#all(args);
    if (!Array.isArray(parts)) return parts;
    const [of, other, third] = parts;
    if (of === undefined) throw new Error(`${name} without arguments`);
    switch (name) {
      case "yoy":
      case "mom":
        return {
          kind: "change",
          of,
          against: name === "yoy" ? "years" : "spans",
          as: "rate",
          span,
        };
      case "lastyear":
        return { kind: "shift", of, by: "years", count: 1, span };
      case "prev": {
        const count = other === undefined ? 1 : wholeNumber(other, 1, 120);
        return count === null
          ? formulaError("formula.not_whole", { name, form }, span)
          : { kind: "shift", of, by: "spans", count, span };
      }
      case "round": {
        const decimals = other === undefined ? 0 : wholeNumber(other, 0, 9);
        return decimals === null
          ? formulaError("formula.not_whole", { name, form }, span)
          : { kind: "round", of, decimals, span };
      }
      case "ytd":
        return { kind: "toDate", of, span };
      case "total":
        return { kind: "total", of, span };
      case "if":
        if (other === undefined || third === undefined)
          throw new Error("if without its parts");
        return { kind: "if", test: of, then: other, otherwise: third, span };
      case "abs":
      case "ratio":
      case "sum":
      case "mean":
      case "min":
      case "max":
        return { kind: "call", name, of: parts, span };
      default:
        return formulaError(
          "formula.wrong_count",
          { name, form, given: args.length },
          span,
        );
    }
  }

  #isChildren(node: MathNode): boolean {
    if (!is(node, "SymbolNode") || !placeholder.test(node.name)) return false;
    const token = this.#token(node.name);
    return token.kind === "name" && childrenWords.has(token.text);
  }

  /** `at(x, 太原)`, `at(x, 140100)`, `at(x, 2021)`, `at(x, 2021, 6)`, `at(x, "2021-Q2")`, and a region with a period. */
  #at(args: readonly MathNode[], span: Span): FormulaNode | FormulaError {
    const [first, ...rest] = args;
    if (first === undefined) throw new Error("at without arguments");
    const of = this.read(first);
    if (of.kind === "error") return of;
    let region = "";
    let period = "";
    for (const [place, node] of rest.entries()) {
      this.steps += 1;
      if (!is(node, "SymbolNode") || !placeholder.test(node.name))
        return formulaError("formula.bad_place", { text: "…" }, span);
      const token = this.#token(node.name);
      const where = { start: token.start, end: token.end };
      const text = token.text.trim();
      if (token.kind === "number" && /^\d{4}$/.test(text) && period === "") {
        period = text;
      } else if (
        token.kind === "number" &&
        /^\d{1,2}$/.test(text) &&
        place > 0 &&
        /^\d{4}$/.test(period)
      ) {
        period = `${period}-${text.padStart(2, "0")}`;
      } else if (token.kind === "text" && period === "" && parsePeriod(text)) {
        period = parsePeriod(text)?.code ?? "";
      } else {
        const found = this.#region(text, where);
        if (typeof found !== "string") return found;
        if (region !== "")
          return formulaError("formula.bad_place", { text }, where);
        region = found;
      }
      if (period !== "" && parsePeriod(period) === null)
        return formulaError("formula.bad_place", { text: period }, where);
    }
    return { kind: "at", of, region, period, span };
  }

  #region(text: string, where: Span): string | FormulaError {
    const { book } = this.#options;
    if (book === undefined) return text;
    const codes = book.regions(text);
    const [code] = codes;
    if (code === undefined)
      return formulaError(
        "formula.bad_place",
        { text: text.slice(0, 40) },
        where,
      );
    return codes.length === 1
      ? code
      : formulaError(
          "formula.ambiguous_region",
          { name: text, candidates: codes.join("、") },
          where,
        );
  }

  /** From the first to the last token under some nodes. */
  #spanOf(...nodes: readonly (MathNode | readonly MathNode[])[]): Span {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    for (const node of nodes.flat() as readonly MathNode[])
      node.traverse((inner) => {
        if (!is(inner, "SymbolNode") || !placeholder.test(inner.name)) return;
        const token = this.#token(inner.name);
        start = Math.min(start, token.start);
        end = Math.max(end, token.end);
      });
    return end === 0 ? { start: 0, end: 0 } : { start, end };
  }
}

/** What stands for a token in the text the parser is handed. */
const placeholder = /^v\d+$/;

/** `and` and its like where a number belongs. */
function misplaced(word: string): FormulaError {
  return formulaError("progress.formula_syntax", { detail: word });
}

function spanning(parts: readonly FormulaNode[]): Span {
  return {
    start: Math.min(...parts.map(({ span }) => span.start)),
    end: Math.max(...parts.map(({ span }) => span.end)),
  };
}

function wholeNumber(
  node: FormulaNode,
  least: number,
  most: number,
): number | null {
  if (node.kind !== "number" || node.unit !== "") return null;
  const { n, d } = node.value;
  if (n % d !== 0n) return null;
  const value = Number(n / d);
  return value >= least && value <= most ? value : null;
}
