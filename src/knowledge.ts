import { loadCatalog } from "./catalog/load-catalog.ts";
import { withAliases } from "./catalog/with-aliases.ts";
import { LedgerBook } from "./ledger/ledger-book.ts";
import { createMatcher, type Matcher } from "./match/matcher.ts";
import { placeOfRecord } from "./match/record-place.ts";
import type { DayNumber } from "./model/calendar.ts";
import type { Catalog, RawLists } from "./model/catalog.ts";
import type { Issue } from "./model/issue.ts";
import type { BureauRecord } from "./model/observation.ts";
import type { Profiles } from "./model/profile.ts";
import type { AddedAlias } from "./model/stored-profile.ts";

/** What the engine knows before it sees a file. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly matcher: Matcher;
  readonly issues: readonly Issue[];
  /** What was answered before, for every file; a read's own outweigh them. */
  readonly profiles?: Profiles;
}

/** Checks the code lists once and builds what recognition needs from them. */
export function learn(
  lists: RawLists,
  additions: readonly Partial<RawLists>[] = [],
): Knowledge {
  const { catalog, issues } = loadCatalog(lists, additions);
  return { catalog, matcher: createMatcher(catalog), issues };
}

/** The same with spellings that people added to the lists. */
export function withSpellings(
  knowledge: Knowledge,
  added: readonly AddedAlias[],
): Knowledge {
  const catalog = withAliases(knowledge.catalog, added);
  return { ...knowledge, catalog, matcher: createMatcher(catalog) };
}

/** What targets are checked against. */
export function contextOf({ catalog }: Knowledge) {
  return {
    ...catalog,
    variants: new Map(catalog.variants.map((one) => [one.code, one])),
  };
}

/** Counts records by region and day; `recordsOn` gives them as the sheets of a day and before have them. */
export function ledgerOf(
  { catalog, matcher }: Knowledge,
  recordsOn: (day: DayNumber) => Iterable<BureauRecord>,
): LedgerBook {
  return new LedgerBook({
    catalog,
    recordsOn,
    placeOf: (record) => placeOfRecord(record, matcher, catalog.regions),
  });
}
