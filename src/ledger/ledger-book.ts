import { type DayNumber, parseIsoDate } from "../model/calendar.ts";
import type { Catalog, LedgerState } from "../model/catalog.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Ledger, LedgerItem, LedgerTally } from "../model/ledger.ts";
import type { BureauRecord } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import { withAbove } from "../model/with-above.ts";
import { findLedgerState } from "./states.ts";

/** The region of a record and how it is known; null where nobody says. */
export interface RecordPlace {
  readonly region: RegionCode;
  readonly by: LedgerItem["placedBy"];
}

export interface LedgerBookInput {
  readonly catalog: Pick<Catalog, "recordKinds" | "ledgerStates" | "regions">;
  /** The records as the sheets of a day and before have them. */
  readonly recordsOn: (known: DayNumber) => Iterable<BureauRecord>;
  readonly placeOf: (record: BureauRecord) => RecordPlace | null;
}

/** The records of one kind, by the regions they lie in and those above. */
interface Page {
  readonly byRegion: ReadonlyMap<RegionCode, readonly Entry[]>;
  readonly size: number;
  readonly unplaced: number;
}

interface Entry {
  readonly item: LedgerItem;
  readonly place: RegionCode;
  /** Last day its sheet is of; null where it does not say. */
  readonly statedOn: DayNumber | null;
}

/** Days whose pages are kept: those asked about together. */
const keptDays = 4;

/**
 * Counts the records of a ledger by region and day. A record lies in its region
 * and in all above it. Whoever has other records makes another book.
 */
export class LedgerBook implements Ledger {
  readonly #input: LedgerBookInput;
  readonly #pages = new Map<DayNumber, Map<string, Page>>();

  constructor(input: LedgerBookInput) {
    this.#input = input;
  }

  size(kind: string, known: DayNumber): number {
    return this.#page(kind, known)?.size ?? 0;
  }

  /** The regions that records of any kind lie in, without those above, and the days their sheets are of. */
  extent(known: DayNumber): {
    readonly regions: ReadonlySet<RegionCode>;
    readonly days: ReadonlySet<DayNumber>;
  } {
    const regions = new Set<RegionCode>();
    const days = new Set<DayNumber>();
    for (const { byRegion } of this.#pagesOn(known).values())
      for (const [region, entries] of byRegion)
        for (const { statedOn, place } of entries) {
          if (place === region) regions.add(region);
          if (statedOn !== null) days.add(statedOn);
        }
    return { regions, days };
  }

  tally(
    kind: string,
    region: RegionCode,
    day: DayNumber,
    known: DayNumber,
  ): LedgerTally | null {
    const page = this.#page(kind, known);
    const entries = page?.byRegion.get(region);
    if (page === undefined || entries === undefined) return null;
    const within =
      this.#input.catalog.recordKinds.get(kind)?.dueSoon?.days ?? null;
    return tallyOf(entries, day, known, within, page.unplaced);
  }

  #page(kind: string, known: DayNumber): Page | undefined {
    return this.#pagesOn(known).get(kind);
  }

  #pagesOn(known: DayNumber): ReadonlyMap<string, Page> {
    let pages = this.#pages.get(known);
    if (pages === undefined) {
      pages = this.#read(known);
      const [oldest] = this.#pages.keys();
      if (oldest !== undefined && this.#pages.size >= keptDays)
        this.#pages.delete(oldest);
      this.#pages.set(known, pages);
    }
    return pages;
  }

  #read(known: DayNumber): Map<string, Page> {
    const { catalog, recordsOn, placeOf } = this.#input;
    const byKind = new Map<string, BureauRecord[]>();
    for (const record of recordsOn(known)) {
      if (stateField(record.kind, catalog) === null) continue;
      const list = byKind.get(record.kind);
      if (list === undefined) byKind.set(record.kind, [record]);
      else list.push(record);
    }
    const pages = new Map<string, Page>();
    for (const [kind, records] of byKind) {
      const byRegion = new Map<RegionCode, Entry[]>();
      let unplaced = 0;
      for (const record of inOrder(records)) {
        const place = placeOf(record);
        if (place === null) {
          unplaced += 1;
          continue;
        }
        const entry = entryOf(record, place, catalog);
        for (const region of withAbove(place.region, catalog.regions)) {
          const list = byRegion.get(region);
          if (list === undefined) byRegion.set(region, [entry]);
          else list.push(entry);
        }
      }
      pages.set(kind, { byRegion, size: records.length, unplaced });
    }
    return pages;
  }
}

/** By id, so that no order of imports shows. */
function inOrder(records: readonly BureauRecord[]): readonly BureauRecord[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function stateField(
  kind: string,
  { recordKinds }: Pick<Catalog, "recordKinds">,
): string | null {
  return (
    recordKinds.get(kind)?.fields.find(({ type }) => type === "state")?.code ??
    null
  );
}

function entryOf(
  record: BureauRecord,
  place: RecordPlace,
  catalog: Pick<Catalog, "recordKinds" | "ledgerStates">,
): Entry {
  const field = stateField(record.kind, catalog);
  const said = field === null ? undefined : record.fields[field];
  const words = said?.value == null ? "" : String(said.value);
  const state = words === "" ? null : stateOf(words, catalog.ledgerStates);
  const stated = record.asOf === undefined ? null : parsePeriod(record.asOf);
  return {
    place: place.region,
    item: {
      id: record.id,
      state: state === null ? "unknown" : state.done ? "done" : "open",
      words,
      deadline: dayOf(record, "deadline"),
      closed: dayOf(record, "closed"),
      placedBy: place.by,
      source: record.source,
    },
    // A plain year says nothing of when in the year.
    statedOn:
      stated === null || /^\d{4}$/.test(stated.code) ? null : stated.end - 1,
  };
}

function stateOf(
  words: string,
  states: readonly LedgerState[],
): LedgerState | null {
  return findLedgerState(states, words.trim());
}

function dayOf(record: BureauRecord, field: string): DayNumber | null {
  const said = record.fields[field];
  return said?.type === "date" ? parseIsoDate(said.value) : null;
}

function tallyOf(
  entries: readonly Entry[],
  day: DayNumber,
  known: DayNumber,
  within: number | null,
  unplaced: number,
): LedgerTally {
  const done: LedgerItem[] = [];
  const open: LedgerItem[] = [];
  const unknown: LedgerItem[] = [];
  let statedOn: DayNumber | null = null;
  let undatedDone = 0;
  for (const { item, statedOn: own } of entries) {
    const said = own ?? known;
    if (own !== null && (statedOn === null || own > statedOn)) statedOn = own;
    // Whoever states only when it was closed says that it is finished.
    if (item.words === "" && item.closed !== null && item.closed <= day)
      done.push({ ...item, state: "done" });
    else if (item.state === "unknown") unknown.push(item);
    else if (item.state === "open") open.push(item);
    else if (item.closed !== null && item.closed > day)
      open.push({ ...item, state: "open" });
    else {
      if (item.closed === null && said > day) undatedDone += 1;
      done.push(item);
    }
  }
  const passed = ({ deadline }: LedgerItem): boolean =>
    deadline !== null && deadline < day;
  const overdue = open.filter(passed);
  const left = new Set([...open, ...unknown].map(({ id }) => id));
  return {
    statedOn,
    total: entries.length,
    done,
    open,
    unknown,
    overdue,
    dueSoon:
      within === null
        ? []
        : open.filter(
            ({ deadline }) =>
              deadline !== null && deadline >= day && deadline <= day + within,
          ),
    undated: open.filter(({ deadline }) => deadline === null),
    late: done.filter(
      ({ closed, deadline }) =>
        closed !== null && deadline !== null && closed > deadline,
    ),
    stale: entries.flatMap(({ item, statedOn: own }) =>
      own !== null && statedOn !== null && own < statedOn && left.has(item.id)
        ? [item]
        : [],
    ),
    due: done.filter(passed).length + overdue.length,
    maybeOverdue:
      open.filter(({ deadline }) => deadline === null).length +
      unknown.filter(({ deadline }) => deadline === null || deadline < day)
        .length,
    within,
    undatedDone,
    unplaced,
  };
}
