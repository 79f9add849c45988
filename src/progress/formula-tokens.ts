import { functionNamed, logicWords } from "./formula-functions.ts";
import { type FormulaError, type Span, formulaError } from "./formula-tree.ts";
import { type NameBook, continuesName } from "./name-book.ts";

export type Token = Span & { readonly text: string } & (
    | { readonly kind: "name" | "function" | "number" | "percent" | "text" }
    /** `sign` is how the parser has it. */
    | { readonly kind: "sign"; readonly sign: string }
  );

export interface Tokens {
  readonly kind: "tokens";
  readonly tokens: readonly Token[];
  /** Characters looked at. */
  readonly steps: number;
}

/** Limits of a formula's text; beyond them nothing is parsed. */
export const formulaLimits = { length: 2000, depth: 64, digits: 15 } as const;

/** Signs of two characters come before those of one. */
const signs: readonly (readonly [string, string])[] = [
  ["<=", "<="],
  [">=", ">="],
  ["==", "=="],
  ["!=", "!="],
  ["<>", "!="],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["+", "+"],
  ["＋", "+"],
  ["-", "-"],
  ["－", "-"],
  ["−", "-"],
  ["*", "*"],
  ["＊", "*"],
  ["×", "*"],
  ["/", "/"],
  ["／", "/"],
  ["÷", "/"],
  ["(", "("],
  ["（", "("],
  [")", ")"],
  ["）", ")"],
  [",", ","],
  ["，", ","],
  ["<", "<"],
  ["＜", "<"],
  [">", ">"],
  ["＞", ">"],
];

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
};

const name = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{No}_]*/uy;
const number = /\d[\d.]*(?:[eE][+-]?\d+)?|\.\d+/y;
const space = /\s+/y;

/**
 * Cuts a formula into names, numbers and signs. Spellings of the book come
 * first and longest, so that `PM2.5浓度` and `air.pm25` are one name; anything
 * that belongs to no formula (an access to a property, a list, an assignment, a
 * power) is an error that names it and its place. One pass over at most 2,000
 * characters.
 */
export function tokensOf(text: string, book: NameBook): Tokens | FormulaError {
  if (text.length > formulaLimits.length)
    return formulaError("progress.formula_too_long", {
      length: text.length,
      most: formulaLimits.length,
    });
  const tokens: Token[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    space.lastIndex = at;
    const gap = space.exec(text);
    if (gap !== null) {
      at += gap[0].length;
      continue;
    }
    const token = tokenAt(text, at, book);
    if ("code" in token) return token;
    if (token.kind === "sign") {
      if (token.sign === "(") depth += 1;
      if (token.sign === ")") depth -= 1;
      if (depth > formulaLimits.depth)
        return formulaError(
          "progress.formula_too_deep",
          { most: formulaLimits.depth },
          token,
        );
    }
    tokens.push(token);
    at = token.end;
  }
  return { kind: "tokens", tokens, steps: text.length };
}

function tokenAt(
  text: string,
  start: number,
  book: NameBook,
): Token | FormulaError {
  const known = book.longestAt(text, start);
  name.lastIndex = start;
  const plain = name.exec(text)?.[0] ?? "";
  if (plain.length >= known && plain !== "") {
    const logic = logicWords.get(plain);
    const end = start + plain.length;
    if (logic !== undefined)
      return { kind: "sign", sign: logic, text: plain, start, end };
    if (functionNamed(plain) !== undefined && bracketFollows(text, end))
      return { kind: "function", text: plain, start, end };
  }
  const length = Math.max(known, plain.length);
  if (length > 0) {
    const end = start + length;
    const next = text.charAt(end);
    if (next === "." && continuesName(text.charAt(end + 1)))
      return notAllowed(`${text.slice(start, end)}.`, start, end + 1);
    return { kind: "name", text: text.slice(start, end), start, end };
  }
  number.lastIndex = start;
  const digits = number.exec(text)?.[0];
  if (digits !== undefined) return numberAt(text, start, digits);
  const quote = text.charAt(start);
  const close = quotes[quote];
  if (close !== undefined) return quoted(text, start, close);
  for (const [written, sign] of signs)
    if (text.startsWith(written, start))
      return {
        kind: "sign",
        sign,
        text: written,
        start,
        end: start + written.length,
      };
  const strange = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return notAllowed(shown(strange), start, start + strange.length);
}

function bracketFollows(text: string, at: number): boolean {
  space.lastIndex = at;
  const next = text.charAt(at + (space.exec(text)?.[0].length ?? 0));
  return next === "(" || next === "（";
}

function numberAt(
  text: string,
  start: number,
  digits: string,
): Token | FormulaError {
  const end = start + digits.length;
  const span = { start, end };
  if (/[eE]/.test(digits)) return notAllowed(digits, start, end);
  if (digits.split(".").length > 2 || digits.endsWith("."))
    return formulaError("progress.formula_syntax", { detail: digits }, span);
  const meant = digits.replace(/^[0.]+|\./g, "");
  if (meant.length > formulaLimits.digits)
    return formulaError(
      "progress.formula_long_number",
      { number: digits },
      span,
    );
  if (text.charAt(end) === "%" || text.charAt(end) === "％")
    return { kind: "percent", text: digits, start, end: end + 1 };
  return { kind: "number", text: digits, ...span };
}

function quoted(
  text: string,
  start: number,
  close: string,
): Token | FormulaError {
  const end = text.indexOf(close, start + 1);
  if (end < 0)
    return notAllowed(text.slice(start, start + 12), start, text.length);
  return {
    kind: "text",
    text: text.slice(start + 1, end),
    start,
    end: end + 1,
  };
}

function notAllowed(what: string, start: number, end: number): FormulaError {
  return formulaError(
    "progress.formula_not_allowed",
    { what: what.slice(0, 40) },
    { start, end },
  );
}

/** A sign that cannot be seen is named by its number. */
function shown(sign: string): string {
  return /[\p{C}\p{Z}\p{M}]/u.test(sign)
    ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
    : sign;
}
