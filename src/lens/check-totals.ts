import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalOf,
  decimalText,
  subtractDecimals,
  trimDecimal,
} from "../model/decimal.ts";
import {
  divideFractions,
  fractionOf,
  roundFraction,
} from "../model/fraction.ts";

/** A sum, or a plain mean. */
export type TotalKind = "sum" | "mean";

/** A figure a total may cover; null where a placeholder stands. */
export type Covered = Decimal | null;

/** What a total states, and the sets of figures it may be the total of, likeliest first. */
export interface StatedTotal {
  readonly stated: Decimal;
  readonly kind: TotalKind;
  readonly covers: readonly (readonly Covered[])[];
}

/** Whether a total is that of what it covers; `open` where missing figures or a single one leave nothing to compare. */
export type TotalCheck =
  | { readonly kind: "right" | "open" }
  | {
      readonly kind: "wrong";
      /** What the likeliest figures come to, as decimal text. */
      readonly computed: string;
      readonly count: number;
    };

/**
 * Checks a total against each set of figures it may cover. It is right where it
 * is that of any of them, but for the rounding of what is written: half of the
 * last place of the total, and of each figure that has decimals (of a mean, of
 * its figures' last place whatever it is). Figures that are missing are not 0:
 * a sum above what the others come to may hold them.
 */
export function checkTotal({ stated, kind, covers }: StatedTotal): TotalCheck {
  let wrong: TotalCheck | null = null;
  for (const cover of covers) {
    const known = cover.flatMap((figure) => figure ?? []);
    if (known.length < 2) continue;
    const computed = kind === "sum" ? sumOf(known) : meanOf(known);
    const off = absolute(subtractDecimals(stated, computed));
    if (compareDecimals(off, slackOf(stated, known, kind)) <= 0)
      return { kind: "right" };
    const missing = known.length < cover.length;
    if (missing && (kind === "mean" || compareDecimals(stated, computed) > 0))
      return { kind: "open" };
    wrong ??= {
      kind: "wrong",
      computed: decimalText(trimDecimal(computed)),
      count: known.length,
    };
  }
  return wrong ?? { kind: "open" };
}

/** The decimal a stored number shows. */
export function writtenNumber(value: number): Decimal {
  return trimDecimal(decimalOf(value));
}

function sumOf(figures: readonly Decimal[]): Decimal {
  return figures.reduce(addDecimals);
}

const meanDecimals = 4;

function meanOf(figures: readonly Decimal[]): Decimal {
  const mean = divideFractions(
    fractionOf(sumOf(figures)),
    fractionOf(BigInt(figures.length)),
  );
  return mean === null
    ? sumOf(figures)
    : trimDecimal(roundFraction(mean, meanDecimals));
}

function slackOf(
  stated: Decimal,
  figures: readonly Decimal[],
  kind: TotalKind,
): Decimal {
  const finest = Math.max(...figures.map(({ scale }) => scale));
  // Counts are exact; a sum of them is too.
  if (kind === "sum" && finest === 0)
    return half(stated.scale, stated.scale > 0 ? 1 : 0);
  return addDecimals(
    half(stated.scale, 1),
    half(finest, kind === "mean" ? 1 : figures.length),
  );
}

/** So many halves of the last of `scale` places. */
function half(scale: number, times: number): Decimal {
  return { digits: BigInt(5 * times), scale: scale + 1 };
}

function absolute({ digits, scale }: Decimal): Decimal {
  return { digits: digits < 0n ? -digits : digits, scale };
}
