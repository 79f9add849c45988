import type { PeriodCode, Sha256 } from "./codes.ts";
import type { PeriodHint } from "./facets.ts";
import type { AskedRole } from "./asked-role.ts";

/**
 * Where a question stands, in words that the next sheet of the same sender has
 * too: `words` are header texts with figures and periods blanked, outermost
 * first. `stub` is the header of a column that names rows; a `cell` has the
 * words of its column and its own text.
 */
export interface QuestionPlace {
  readonly place: "column" | "row" | "stub" | "table" | "cell";
  readonly words: string;
  /** Which of several places of the same words, 0-based from the left or the top; absent when there is one. */
  readonly nth?: number;
}

/**
 * What a person decided about one place of a form. `choice` is a code of
 * `role`; empty: not ours, leave it out. A period that the sheet itself states
 * in another place is kept as `~current`, `~month`, `~toDate`, `~year`,
 * `~lastYear`, `~lastMonth`, or `~0`, `~1` (which of the competing ones), so
 * that it means the next month on the next sheet; any other is its code, and
 * holds for the `files` it was given for, or for months without a year that follow it.
 */
export interface Answer extends QuestionPlace {
  /** What was asked. */
  readonly asked: AskedRole;
  /** What the choice is: a person may say that an unknown row is an indicator. */
  readonly role: AskedRole;
  readonly choice: string;
  readonly files?: readonly Sha256[];
  /**
   * Of whose a sheet is that does not say so: the sender's mark, see
   * `lens/sender-mark.ts`. It holds for the `files` it was given for, and for
   * further ones of that mark while all such answers of the form agree.
   */
  readonly sender?: string;
  /** "Not ours" of a column or a row of which nothing was sure: all of it is left out, not only the cells in doubt. */
  readonly whole?: true;
  /** Of older profiles: codes chosen for the same place on other occasions; it is asked about again, with these. */
  readonly rivals?: readonly string[];
}

/**
 * How a person corrected a table, relative to the table that is recognised by
 * itself: rows or columns by which its edges move (positive: down, right),
 * header rows and naming columns counted from its first ones.
 */
export interface TableShape {
  readonly top?: number;
  readonly left?: number;
  readonly bottom?: number;
  readonly right?: number;
  readonly headerRows?: number;
  readonly stubColumns?: number;
  /** Rows and columns change places: what heads the columns names the rows, and the other way round (a record a column). */
  readonly turned?: true;
  /** `figures`: figures whichever way it is turned; `records`: a record a row; `none`: nothing of ours. */
  readonly kind?: "figures" | "records" | "none";
}

/** The rows and columns of a table a person may move: header and body with the columns that name rows; titles and notes lie outside. */
export interface TableEdges {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly headerRows: number;
  readonly stubColumns: number;
}

/** What answering the questions of a table needs to know of it. */
export interface TableAsk {
  readonly form: string;
  /** Tells sheets of other senders apart, see `lens/sender-mark.ts`. */
  readonly sender: string;
  readonly edges: TableEdges;
  /** How a person corrected it. */
  readonly shape?: TableShape;
  /** True for a table that a person drew. */
  readonly drawn?: true;
  /** What was answered for its form before, as far as it holds for this sheet. */
  readonly answers: readonly Answer[];
  /** True where the place or the time of the sheet is taken from what was answered for another file. */
  readonly carried: boolean;
  /** Periods its surroundings state, nearest first, and those that compete. */
  readonly stated: readonly PeriodCode[];
  readonly rivals: readonly PeriodCode[];
  /** Months without a year in titles and names. */
  readonly months: PeriodHint | null;
  /** By cell, for the cells that are asked about. */
  readonly places: ReadonlyMap<string, QuestionPlace>;
}

/**
 * The header of a table that a person drew, by which it is found on the next
 * sheet: its texts with figures and periods blanked, row by row, all as wide as
 * the table; empty for a cell without words.
 */
export type DrawnHead = readonly (readonly string[])[];

/** What is known of the tables of one form, see `lens/table-form.ts`. */
export interface Profile {
  /** Fingerprint: header texts with figures, periods and places blanked. */
  readonly form: string;
  readonly answers: readonly Answer[];
  readonly shape?: TableShape;
  /** Of a table that a person drew where none was found. */
  readonly drawn?: DrawnHead;
  /** True where place and time answered for other files are only offered: what is stored contradicts them. */
  readonly withheld?: true;
}

/** True for an answer about the whole of a sheet that says nothing of it: another sheet of the form may be somebody else's. */
export function isOfSender({
  place,
  asked,
}: Pick<Answer, "place" | "asked">): boolean {
  return place === "table" && asked === "region";
}

/** Profiles by form. */
export type Profiles = ReadonlyMap<string, Profile>;
