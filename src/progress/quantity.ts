import type { Catalog } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  divideFractions,
  fractionOf,
  multiplyFractions,
} from "../model/fraction.ts";
import { reduced } from "./reduced.ts";

/**
 * What a number is a number of. `bare` is one written without a unit, which
 * takes the unit of what it stands beside; `truth` is the answer to a
 * comparison. Otherwise a product of powers of dimensions, with how many base
 * units one of it is, and how it is written.
 */
export type Quantity =
  | { readonly kind: "bare" }
  | { readonly kind: "truth" }
  | {
      readonly kind: "unit";
      readonly powers: ReadonlyMap<string, number>;
      readonly factor: Fraction;
      readonly text: string;
    };

export type UnitQuantity = Extract<Quantity, { readonly kind: "unit" }>;

export const bare: Quantity = { kind: "bare" };
export const truth: Quantity = { kind: "truth" };

const one: Fraction = { n: 1n, d: 1n };
const share = "share";
/** An index: dimensionless, and no share. */
const plain = "number";

/** The quantity of a unit of the list; a unit that is not in it is of its own kind. `a/b` of two known units is their quotient. */
export function quantityOf(
  code: UnitCode,
  units: Catalog["units"],
): UnitQuantity {
  const slash = code.indexOf("/");
  if (slash > 0) {
    const over = single(code.slice(0, slash), units);
    const under = single(code.slice(slash + 1), units);
    if (over !== null && under !== null)
      return { ...divided(over, under), text: code };
  }
  return (
    single(code, units) ?? {
      kind: "unit",
      powers: new Map([[`unit:${code}`, 1]]),
      factor: one,
      text: code,
    }
  );
}

function single(text: string, units: Catalog["units"]): UnitQuantity | null {
  const unit =
    units.get(text) ??
    [...units.values()].find(({ aliases }) => aliases.includes(text));
  if (unit === undefined) return null;
  const factor = parseDecimal(unit.factor);
  return factor === null
    ? null
    : {
        kind: "unit",
        powers: new Map([[unit.dimension, 1]]),
        factor: fractionOf(factor),
        text: unit.code,
      };
}

/** True for a percentage, a per mille and a quotient of like things. */
export function isShare(quantity: Quantity): boolean {
  return quantity.kind === "unit" && is(quantity.powers, share);
}

function is(powers: ReadonlyMap<string, number>, dimension: string): boolean {
  return powers.size === 1 && powers.get(dimension) === 1;
}

export function sameDimensions(a: UnitQuantity, b: UnitQuantity): boolean {
  return (
    a.powers.size === b.powers.size &&
    [...a.powers].every(([name, power]) => b.powers.get(name) === power)
  );
}

/** How many of `to` one of `from` is; both of the same dimensions. */
export function factorBetween(from: UnitQuantity, to: UnitQuantity): Fraction {
  return reduced(divideFractions(from.factor, to.factor) ?? one);
}

export const percent: UnitQuantity = {
  kind: "unit",
  powers: new Map([[share, 1]]),
  factor: one,
  text: "%",
};
/** 0.87 of a whole. */
const ofWhole: UnitQuantity = {
  ...percent,
  factor: { n: 100n, d: 1n },
  text: "ratio",
};

/** A quotient of like things times 100 or 1000 is that quotient in % or ‰, not a hundred of it; null for any other product. */
export function inHundredths(
  quantity: Quantity,
  times: Fraction,
): UnitQuantity | null {
  if (quantity.kind !== "unit" || quantity.text !== ofWhole.text) return null;
  const text =
    times.n === 100n * times.d ? "%" : times.n === 1000n * times.d ? "‰" : null;
  const factor = divideFractions(quantity.factor, times);
  return text === null || factor === null
    ? null
    : { ...quantity, factor: reduced(factor), text };
}

export function multiplied(a: UnitQuantity, b: UnitQuantity): UnitQuantity {
  return combined(a, b, 1);
}

export function divided(a: UnitQuantity, b: UnitQuantity): UnitQuantity {
  return combined(a, b, -1);
}

/**
 * Shares and indices vanish beside anything else (30 % of an amount is an
 * amount); like over like is a share.
 */
function combined(
  a: UnitQuantity,
  b: UnitQuantity,
  sign: 1 | -1,
): UnitQuantity {
  const powers = new Map(a.powers);
  for (const [name, power] of b.powers) {
    const sum = (powers.get(name) ?? 0) + sign * power;
    if (sum === 0) powers.delete(name);
    else powers.set(name, sum);
  }
  let factor = reduced(
    sign === 1
      ? multiplyFractions(a.factor, b.factor)
      : (divideFractions(a.factor, b.factor) ?? one),
  );
  const shares = powers.get(share) ?? 0;
  const others = [...powers.keys()].filter(
    (name) => name !== share && name !== plain,
  );
  powers.delete(share);
  if (shares !== 0) factor = perHundred(factor, shares);
  if (others.length > 0) {
    powers.delete(plain);
    return { kind: "unit", powers, factor, text: textOf(a, b, sign) };
  }
  if (powers.size > 0)
    return { kind: "unit", powers: new Map([[plain, 1]]), factor, text: "1" };
  // Whole things: written as a share of the base unit, which is %.
  return isWhole(factor)
    ? ofWhole
    : {
        kind: "unit",
        powers: new Map([[share, 1]]),
        factor: reduced({ n: factor.n * 100n, d: factor.d }),
        text: sign === 1 && shares > 0 ? textOf(a, b, sign) : "ratio",
      };
}

function perHundred(factor: Fraction, times: number): Fraction {
  const hundred = 100n ** BigInt(Math.abs(times));
  return reduced(
    times > 0
      ? { n: factor.n, d: factor.d * hundred }
      : { n: factor.n * hundred, d: factor.d },
  );
}

function isWhole({ n, d }: Fraction): boolean {
  return n === d;
}

function textOf(a: UnitQuantity, b: UnitQuantity, sign: 1 | -1): string {
  if (isShare(b) || is(b.powers, plain)) return a.text;
  if (sign === 1 && (isShare(a) || is(a.powers, plain))) return b.text;
  return `${a.text}${sign === 1 ? "·" : "/"}${b.text}`;
}
