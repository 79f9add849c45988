import {
  type Decimal,
  compareDecimals,
  decimalOf,
  roundDecimal,
} from "../model/decimal.ts";

export interface Entrant<Id> {
  readonly id: Id;
  /** Null when missing; such an entrant gets no rank. */
  readonly value: Decimal | number | null;
  /** Left out of the ranking by rule (不参与排名): keeps its row. */
  readonly excluded: boolean;
}

export interface Ranked<Id> {
  readonly id: Id;
  /** 1 is best; null without a value or when left out. */
  readonly rank: number | null;
  /** True when another entrant has the same rank (并列). */
  readonly tied: boolean;
}

/**
 * Competition ranking (1, 2, 2, 4) on values rounded to `decimals` (null ranks
 * them as they are). The result keeps the order of the entrants.
 */
export function rankEntrants<Id>(
  entrants: readonly Entrant<Id>[],
  options: {
    readonly better: "lower" | "higher";
    readonly decimals: number | null;
  },
): Ranked<Id>[] {
  const { better, decimals } = options;
  const sign = better === "lower" ? 1 : -1;
  const values = entrants.map(({ value, excluded }): Decimal | null => {
    if (value === null || excluded) return null;
    const exact = typeof value === "number" ? decimalOf(value) : value;
    return decimals === null ? exact : roundDecimal(exact, decimals);
  });
  const sorted = values
    .filter((value) => value !== null)
    .sort((a, b) => sign * compareDecimals(a, b));
  const places = new Map<string, { rank: number; count: number }>();
  for (const [at, value] of sorted.entries()) {
    const key = valueKey(value);
    const place = places.get(key);
    if (place === undefined) places.set(key, { rank: at + 1, count: 1 });
    else place.count += 1;
  }
  return entrants.map(({ id }, at) => {
    const value = values[at] ?? null;
    const place = value === null ? undefined : places.get(valueKey(value));
    return {
      id,
      rank: place?.rank ?? null,
      tied: (place?.count ?? 0) > 1,
    };
  });
}

/** One text for equal decimals whatever their scale. */
function valueKey({ digits, scale }: Decimal): string {
  let [least, left] = [digits, scale];
  while (left > 0 && least % 10n === 0n) {
    least /= 10n;
    left -= 1;
  }
  return `${least}e-${left}`;
}
