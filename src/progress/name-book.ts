import type { Catalog } from "../model/catalog.ts";
import type { IndicatorCode, RegionCode } from "../model/codes.ts";
import { formulaName } from "../model/indicator.ts";

/** How indicators and regions may be called in a formula. */
export interface NameBook {
  /** The longest spelling of an indicator that begins at `start` and ends where a name may end; its length, 0 for none. */
  longestAt(text: string, start: number): number;
  /** Indicators called so, best founded first: by code, then by label, then by another spelling. */
  indicators(spelling: string): readonly IndicatorCode[];
  /** Regions called so. */
  regions(spelling: string): readonly RegionCode[];
}

const letterOrDigit = /[\p{L}\p{Nl}\p{Nd}\p{No}_]/u;

/** True for what may stand inside a name. */
export function continuesName(sign: string): boolean {
  return letterOrDigit.test(sign);
}

/**
 * The names of a catalog: codes (`air.pm25`, `air_pm25`, and `pm25` where only
 * one indicator is called so), labels and spellings, without regard to the case
 * of Latin letters.
 */
export function nameBook(
  catalog: Pick<Catalog, "indicators" | "regions">,
): NameBook {
  const ranks = [
    new Map<string, Set<IndicatorCode>>(),
    new Map<string, Set<IndicatorCode>>(),
    new Map<string, Set<IndicatorCode>>(),
  ] as const;
  const byFirst = new Map<string, Set<string>>();
  const note = (rank: 0 | 1 | 2, spelling: string, code: IndicatorCode) => {
    const plain = spelling.trim().toLowerCase();
    if (plain === "") return;
    const codes = ranks[rank].get(plain) ?? new Set();
    codes.add(code);
    ranks[rank].set(plain, codes);
    const first = plain.charAt(0);
    const spellings = byFirst.get(first) ?? new Set();
    spellings.add(plain);
    byFirst.set(first, spellings);
  };
  for (const { code, label, aliases } of catalog.indicators.values()) {
    note(0, code, code);
    note(0, formulaName(code), code);
    note(1, label.zh, code);
    note(1, label.en, code);
    note(2, code.slice(code.indexOf(".") + 1), code);
    for (const alias of aliases) note(2, alias, code);
  }
  const longestFirst = new Map(
    [...byFirst].map(([first, spellings]) => [
      first,
      [...spellings].sort((a, b) => b.length - a.length),
    ]),
  );
  const regions = new Map<string, Set<RegionCode>>();
  for (const region of catalog.regions.values())
    for (const name of [
      region.code,
      region.name,
      region.short,
      region.english,
      ...region.aliases,
    ]) {
      if (name === "") continue;
      const codes = regions.get(name) ?? new Set();
      codes.add(region.code);
      regions.set(name, codes);
    }
  return {
    longestAt(text, start) {
      const first = text.charAt(start).toLowerCase();
      for (const spelling of longestFirst.get(first) ?? []) {
        const end = start + spelling.length;
        if (
          end <= text.length &&
          !continuesName(text.charAt(end)) &&
          text.slice(start, end).toLowerCase() === spelling
        )
          return spelling.length;
      }
      return 0;
    },
    indicators(spelling) {
      const plain = spelling.trim().toLowerCase();
      for (const rank of ranks) {
        const codes = rank.get(plain);
        if (codes !== undefined) return [...codes];
      }
      return [];
    },
    regions: (spelling) => [...(regions.get(spelling) ?? [])],
  };
}

/** Knows no name: whatever looks like one is taken for one. */
export const noNames: NameBook = {
  longestAt: () => 0,
  indicators: () => [],
  regions: () => [],
};
