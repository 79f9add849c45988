import type { RegionCode } from "../model/codes.ts";
import {
  compareDecimals,
  decimalNumber,
  decimalOf,
  roundDecimal,
  subtractDecimals,
} from "../model/decimal.ts";
import type { RankRow } from "./rank-regions.ts";

/** What stands between a region and the one ranked next before it, as values are judged. */
export interface RankGap {
  readonly region: RegionCode;
  readonly rank: number;
  /** The rank that drawing level would give; null for the first. */
  readonly nextRank: number | null;
  /** The regions that hold it. */
  readonly next: readonly RegionCode[];
  /** Change that draws level, signed as the value would have to change; null for the first. */
  readonly level: number | null;
  /** Change that overtakes: one more unit of the last decimal; null for the first, or where figures have no decimals to go by. */
  readonly overtake: number | null;
}

/**
 * The gap of every ranked region to the next better value, on values rounded
 * as they are ranked. Equal ones share a gap.
 */
export function gapsToNextRank(rows: readonly RankRow[]): RankGap[] {
  const ranked = rows.flatMap(({ region, rank, value, decimals }) => {
    if (rank === null || value === null) return [];
    const exact = decimalOf(value);
    return [
      {
        region,
        rank,
        decimals,
        value: decimals === null ? exact : roundDecimal(exact, decimals),
      },
    ];
  });
  return ranked.map(({ region, rank, value, decimals }) => {
    const better = ranked.reduce<(typeof ranked)[number] | null>(
      (best, other) =>
        other.rank < rank && (best === null || other.rank > best.rank)
          ? other
          : best,
      null,
    );
    if (better === null)
      return {
        region,
        rank,
        nextRank: null,
        next: [],
        level: null,
        overtake: null,
      };
    const level = subtractDecimals(better.value, value);
    const unit = { digits: 1n, scale: decimals ?? 0 };
    const zero = { digits: 0n, scale: 0 };
    const overtake =
      decimals === null
        ? null
        : compareDecimals(level, zero) < 0
          ? subtractDecimals(level, unit)
          : subtractDecimals(level, { ...unit, digits: -1n });
    return {
      region,
      rank,
      nextRank: better.rank,
      next: ranked
        .filter((other) => other.rank === better.rank)
        .map((other) => other.region),
      level: decimalNumber(level),
      overtake: overtake === null ? null : decimalNumber(overtake),
    };
  });
}
