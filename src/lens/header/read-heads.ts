import type { Facets } from "../../model/facets.ts";
import type { Period } from "../../model/period.ts";
import type { HeaderText, Table } from "../../model/table.ts";
import type { Matcher } from "../../match/matcher.ts";
import { headerLevels } from "../header-levels.ts";
import { refined } from "../refined.ts";
import { besideOwnUnit, saidFacets, type Settled } from "../settled.ts";
import { calendarColumns } from "./calendar-columns.ts";
import type { Head } from "./head.ts";

/** A header as it stands in its table. */
export interface StandingHead extends Head {
  readonly column: number;
  /** Its nearest cell; an empty text in the last header row when there is none. */
  readonly head: HeaderText;
  /** What a person said of it; `facets` says so too. */
  readonly settled: Settled | undefined;
}

/** Reads the header of every body column by itself, below the periods of the surroundings, nearest first. */
export function readHeads(
  table: Table,
  matcher: Matcher,
  around: readonly Period[],
  said: (head: HeaderText) => Settled | undefined,
): StandingHead[] {
  const numbered = calendarColumns(table, matcher, around);
  return table.columns.map(({ column, path }, index) => {
    const texts = path.flatMap(({ text }) => headerLevels(text, matcher));
    const cells = texts.map((text) => matcher.read(text));
    const number = numbered[index] ?? null;
    const own: Facets =
      number === null
        ? refined(texts, matcher)
        : {
            ...refined(texts.slice(0, -1), matcher),
            period: [number],
            rest: "",
          };
    const head = path.at(-1) ?? {
      text: "",
      row: table.headerRows.bottom,
      column,
    };
    const settled = besideOwnUnit(said(head), own);
    const facets = saidFacets(own, settled, head.text);
    return { column, texts, cells, facets, head, settled };
  });
}
