import type { DayNumber } from "./calendar.ts";
import type { RegionCode } from "./codes.ts";
import type { Source } from "./observation.ts";

/** One record as it is counted: whether it is finished, by when it had to be, and where it stands. */
export interface LedgerItem {
  readonly id: string;
  /** `unknown`: it states no state, or one that the list of states does not have. */
  readonly state: "done" | "open" | "unknown";
  /** What it says of its state; empty where it says nothing. */
  readonly words: string;
  readonly deadline: DayNumber | null;
  /** The day it was closed; null where none is stated. */
  readonly closed: DayNumber | null;
  /** How its region is known: from a field of its own, the unit in charge, or the sheet. */
  readonly placedBy: "field" | "unit" | "sheet";
  /** Its first cell. */
  readonly source: Source;
}

/** The records of one kind in a region and all it holds, at the end of a day: `total` is done, open and unknown together. */
export interface LedgerTally {
  /** The last day the sheets that were counted are of; null where none of them says. */
  readonly statedOn: DayNumber | null;
  readonly total: number;
  readonly done: readonly LedgerItem[];
  readonly open: readonly LedgerItem[];
  readonly unknown: readonly LedgerItem[];
  /** Of the open ones: those whose deadline has passed, those it comes up for, those that state none. */
  readonly overdue: readonly LedgerItem[];
  readonly dueSoon: readonly LedgerItem[];
  readonly undated: readonly LedgerItem[];
  /** Of those done: closed after their deadline. */
  readonly late: readonly LedgerItem[];
  /** Of those not done: stated by a sheet of an earlier day than the last, and by none since. */
  readonly stale: readonly LedgerItem[];
  /** Those whose deadline has passed, done and open. */
  readonly due: number;
  /** Unknown ones, and open ones without a deadline, that may be overdue. */
  readonly maybeOverdue: number;
  /** Days within which a deadline comes up; null where the list says nothing. */
  readonly within: number | null;
  /** Done by a sheet of a later day, or of no stated one, that does not say when. */
  readonly undatedDone: number;
  /** Records of the kind whose region nobody knows: they are in no tally. */
  readonly unplaced: number;
}

/** Records counted by kind, region and day. */
export interface Ledger {
  /**
   * What the sheets of `known` and before say of a day at or before it: a
   * record closed after `day` was open then. Null where no record of the kind
   * lies in the region.
   */
  tally(
    kind: string,
    region: RegionCode,
    day: DayNumber,
    known: DayNumber,
  ): LedgerTally | null;
  /** Records of the kind that a day's sheets hold, wherever they lie. */
  size(kind: string, known: DayNumber): number;
}
