import type { Catalog, LedgerState, Placeholder } from "../model/catalog.ts";
import type { IsoDate, RegionCode, UnitCode } from "../model/codes.ts";
import type { Facets, Guess, PeriodHint } from "../model/facets.ts";
import { spokenName } from "./column-names.ts";
import { type FieldGuess, createFieldReader } from "./read-field.ts";
import { withoutItemNumber } from "./item-number.ts";
import { loneSignAsRate } from "./lone-sign.ts";
import { createPlaceholderReader } from "./read-placeholder.ts";
import { readPeriod } from "./read-period.ts";
import { readRegion } from "./read-region.ts";
import { createStateReader } from "./read-state.ts";
import { readUnit } from "./read-unit.ts";
import { facetsOf } from "./refine.ts";
import { isCorner } from "./role-words.ts";
import { scan } from "./scan.ts";
import { buildVocabulary } from "./vocabulary.ts";

/** Reads header texts, titles and stub cells into the codes of one catalog. */
export interface Matcher {
  /** Every slot the words fill; see `Facets`. A text without known words has empty slots and is all `rest`. */
  read(text: string): Facets;
  /** True for the words that head a stub: 地区, 序号, 指标, 月份, or two of them over a slanted line. */
  corner(text: string): boolean;
  /** The record fields a header names. One spelling may belong to several kinds; the whole sheet decides. */
  field(text: string): readonly FieldGuess[];
  /** What a text that stands for "no value" means; null for other texts. */
  placeholder(text: string): Placeholder | null;
  /** The ledger state a cell states; null unless the whole text states one. */
  state(text: string): LedgerState | null;
  /** Places a text names, best first. `parent` settles names that several places share, `asOf` leaves out codes not valid that day. */
  region(
    text: string,
    parent?: RegionCode,
    asOf?: IsoDate,
  ): readonly Guess<RegionCode>[];
  period(text: string): readonly Guess<PeriodHint>[];
  unit(text: string): readonly Guess<UnitCode>[];
}

/** A header without its item number, and a name of a column of a system in the words it stands for. */
function wordsOf(text: string): string {
  return loneSignAsRate(spokenName(withoutItemNumber(text)));
}

const CACHED_TEXTS = 20_000;

/** Indexes a catalog's words once; readings are kept by text. */
export function createMatcher(catalog: Catalog): Matcher {
  const vocabulary = buildVocabulary(catalog);
  const field = createFieldReader(catalog);
  const placeholder = createPlaceholderReader(catalog);
  const state = createStateReader(catalog);
  const scanned = remember((text) => scan(wordsOf(text), vocabulary));
  const read = remember((text) => facetsOf(scanned(text), vocabulary));
  const period = remember(readPeriod);
  const unit = remember((text) => readUnit(text, vocabulary));
  const fieldOf = remember((text) => field(wordsOf(text)));
  const corner = remember((text) => isCorner(wordsOf(text)));
  const regionOf = remember((text) => readRegion(scanned(text), vocabulary));
  return {
    read,
    corner: (text) => text.length <= LONGEST_CORNER && corner(text),
    field: fieldOf,
    placeholder: (text) =>
      text.length > LONGEST_TEXT ? null : placeholder(text),
    state: (text) => (text.length > LONGEST_TEXT ? null : state(text)),
    region: (text, parent, asOf) =>
      parent === undefined && asOf === undefined
        ? regionOf(text)
        : readRegion(scanned(text), vocabulary, parent, asOf),
    period,
    unit,
  };
}

/** Headers, titles and stubs are shorter; what goes on longer is prose, read from its beginning. */
const LONGEST_TEXT = 400;

/** Longer texts head no stub: most cells of a body are longer or met before. */
const LONGEST_CORNER = 60;

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (whole) => {
    const text =
      whole.length > LONGEST_TEXT ? whole.slice(0, LONGEST_TEXT) : whole;
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= CACHED_TEXTS) known.clear();
    const result = read(text);
    known.set(text, result);
    return result;
  };
}
