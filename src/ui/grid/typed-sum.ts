import {
  type Decimal,
  decimalText,
  parseDecimal,
  trimDecimal,
} from "../../model/decimal.ts";
import {
  addFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "../../model/fraction.ts";

/** Longer texts are taken for no sum. */
const longest = 200;
/** Significant digits of a result that does not end, as spreadsheets keep them. */
const significant = 15;

const token = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|([-+*/()]))/y;

/**
 * The result of a sum that is typed into a cell: `=12.5+3*(4-1)`, in full-width
 * signs too. Exact, and rounded half to even to fifteen significant digits only
 * where it does not end. Null for a text that is no sum of plain numbers, and
 * for a division by nothing.
 */
export function typedSum(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .replaceAll("×", "*")
    .replaceAll("÷", "/")
    .trim();
  if (!plain.startsWith("=") || plain.length > longest) return null;
  const tokens = tokensOf(plain.slice(1));
  if (tokens === null) return null;
  const reader = new SumReader(tokens);
  const value = reader.sum();
  return value === null || !reader.ended ? null : shown(value);
}

function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== "") {
    const found = token.exec(text);
    if (found === null) return null;
    tokens.push(found[1] ?? found[2] ?? "");
  }
  return tokens;
}

class SumReader {
  #at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get ended(): boolean {
    return this.#at === this.tokens.length;
  }

  sum(): Fraction | null {
    let left = this.#product();
    for (;;) {
      const sign = this.#take("+", "-");
      if (sign === null) return left;
      const right = this.#product();
      if (left === null || right === null) return null;
      left = (sign === "+" ? addFractions : subtractFractions)(left, right);
    }
  }

  #product(): Fraction | null {
    let left = this.#signed();
    for (;;) {
      const sign = this.#take("*", "/");
      if (sign === null) return left;
      const right = this.#signed();
      if (left === null || right === null) return null;
      left = (sign === "*" ? multiplyFractions : divideFractions)(left, right);
    }
  }

  #signed(): Fraction | null {
    const sign = this.#take("+", "-");
    const value = sign === null ? this.#plain() : this.#signed();
    return value === null || sign !== "-" ? value : { n: -value.n, d: value.d };
  }

  #plain(): Fraction | null {
    if (this.#take("(") !== null) {
      const value = this.sum();
      return this.#take(")") === null ? null : value;
    }
    const number = parseDecimal(this.tokens[this.#at] ?? "");
    if (number === null) return null;
    this.#at += 1;
    return fractionOf(number);
  }

  #take(...wanted: readonly string[]): string | null {
    const next = this.tokens[this.#at];
    if (next === undefined || !wanted.includes(next)) return null;
    this.#at += 1;
    return next;
  }
}

function shown(value: Fraction): string {
  const whole = value.n / value.d;
  const digits = whole === 0n ? 0 : String(whole < 0n ? -whole : whole).length;
  const rounded: Decimal = roundFraction(
    value,
    Math.max(0, significant - digits),
  );
  return decimalText(trimDecimal(rounded));
}
