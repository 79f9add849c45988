import type { Catalog } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import { type Decimal, parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  divideFractions,
  fractionOf,
  multiplyFractions,
} from "../model/fraction.ts";

export type Converted =
  | { readonly kind: "value"; readonly value: Fraction }
  | { readonly kind: "error"; readonly reason: string };

/** The value of a decimal text in another unit of the same dimension, exactly. */
export function convertText(
  text: string,
  from: UnitCode,
  to: UnitCode,
  units: Catalog["units"],
): Converted {
  const stated = decimalOfText(text);
  if (stated === null) return { kind: "error", reason: "progress.bad_goal" };
  const value = fractionOf(stated);
  if (from === to) return { kind: "value", value };
  const source = units.get(from);
  const goal = units.get(to);
  const unlike: Converted = { kind: "error", reason: "progress.unit_mismatch" };
  if (
    source === undefined ||
    goal === undefined ||
    source.dimension !== goal.dimension
  )
    return unlike;
  const numerator = parseDecimal(source.factor);
  const denominator = parseDecimal(goal.factor);
  if (numerator === null || denominator === null) return unlike;
  const scaled = divideFractions(
    multiplyFractions(value, fractionOf(numerator)),
    fractionOf(denominator),
  );
  return scaled === null ? unlike : { kind: "value", value: scaled };
}

/** Goals are few and each is read for every region and day. */
const mostKnown = 4096;
const known = new Map<string, Decimal | null>();

function decimalOfText(text: string): Decimal | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const value = parseDecimal(text);
  if (known.size < mostKnown) known.set(text, value);
  return value;
}
