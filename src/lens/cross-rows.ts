import type { RegionCode } from "../model/codes.ts";
import { isoDate } from "../model/calendar.ts";
import type { Table } from "../model/table.ts";
import { saysOwnProvince } from "../match/own-province.ts";
import type { SheetContext } from "./bind-context.ts";
import { CERTAIN } from "./certain.ts";
import type { RowSays } from "./row-says.ts";
import { RowReader } from "./stub/row-reader.ts";
import { monthsOfEveryYear } from "./period/months-around.ts";
import { provinceOfMost } from "./province-of-most.ts";
import { settledRows } from "./settled-rows.ts";
import { siblingParent } from "./sibling-parent.ts";
import { namingWords } from "./naming-words.ts";
import type { Surroundings } from "./surroundings.ts";

/** The rows of a table as they are read, and what reads others like them. */
export interface CrossRows {
  readonly rows: readonly RowSays[];
  readonly reader: RowReader;
}

/** How sure a place is that only the places beside it settle. */
const bySiblings = 0.85;

/** Reads the rows of a table, with what a person said of them. */
export function readCrossRows(
  table: Table,
  surroundings: Surroundings,
  context: SheetContext,
): CrossRows {
  return new Reading(table, surroundings, context).read();
}

class Reading {
  readonly #table: Table;
  readonly #surroundings: Surroundings;
  readonly #context: SheetContext;
  readonly #reader: RowReader;

  constructor(table: Table, surroundings: Surroundings, context: SheetContext) {
    this.#table = table;
    this.#surroundings = surroundings;
    this.#context = context;
    this.#reader = this.#readerOf(surroundings.region?.value);
  }

  read(): CrossRows {
    const { answers } = this.#context;
    const rows = this.#readRows();
    return {
      rows:
        answers === undefined || answers.none
          ? rows
          : settledRows(rows, answers),
      reader: this.#reader,
    };
  }

  #readerOf(region: RegionCode | undefined): RowReader {
    const { matcher, catalog } = this.#context;
    const [nearest] = this.#surroundings.periods;
    return new RowReader(this.#table, matcher, {
      region,
      asOf: nearest === undefined ? null : isoDate(nearest.period.end - 1),
      months: monthsOfEveryYear(
        this.#table.title.map(({ text }) => namingWords(text)),
        matcher,
      ),
      catalog,
    });
  }

  /** Reads the rows; names that several cities have (城区) once more, as of the city whose other counties the table lists. */
  #readRows(): RowSays[] {
    const { catalog } = this.#context;
    const { region: around } = this.#surroundings;
    const rows = this.#settleOwnProvince(
      this.#table.rows.map((row) => this.#reader.read(row)),
    );
    const isOpen = ({ region, regions, unknown }: RowSays): boolean =>
      (region?.confidence ?? 0) < CERTAIN && (unknown || regions.length > 0);
    if (!rows.some(isOpen)) return rows;
    const below = this.#belowCities(rows, isOpen);
    if (below !== null) return below;
    const parent = siblingParent(
      rows.map(({ region }) => region),
      catalog,
    );
    if (parent === null || parent === around?.value) return rows;
    const within = this.#readerOf(parent);
    return rows.map((says, index) => {
      const row = this.#table.rows[index];
      if (row === undefined || !isOpen(says)) return says;
      const again = within.read(row);
      const { region } = again;
      return region === null || region.confidence < CERTAIN
        ? says
        : { ...again, region: { ...region, confidence: bySiblings } };
    });
  }

  /**
   * 全省 on a sheet that names no province is the one in which most of the
   * places beside it lie. Among places of several, or that no list has, it is
   * no province for certain.
   */
  #settleOwnProvince(rows: RowSays[]): RowSays[] {
    const { region: around } = this.#surroundings;
    if (around !== null && !saysOwnProvince(around.words)) return rows;
    const isOwn = ({ region }: RowSays) =>
      region !== null && saysOwnProvince(region.words);
    if (!rows.some(isOwn)) return rows;
    const beside = rows.filter((row) => !isOwn(row));
    const strange = beside.some(
      ({ unknown, regions }) => unknown && regions.length === 0,
    );
    const province = provinceOfMost(
      beside.map(({ region }) => region),
      this.#context.catalog,
    );
    if (province === null && !strange) return rows;
    return rows.map((row): RowSays => {
      if (row.region === null || !isOwn(row)) return row;
      return province === null || province === "several"
        ? { ...row, region: null, regions: [], unknown: true }
        : { ...row, region: { ...row.region, value: province } };
    });
  }

  /**
   * A list of cities, each before its counties: 城区 below 阳泉市 is that of
   * 阳泉. Null where a county stands below another city, or below none.
   */
  #belowCities(
    rows: readonly RowSays[],
    isOpen: (row: RowSays) => boolean,
  ): RowSays[] | null {
    const { regions } = this.#context.catalog;
    const levelOf = (code: RegionCode) => regions.get(code)?.level;
    let city: RegionCode | null = null;
    let cities = 0;
    let within = this.#reader;
    const read: RowSays[] = [];
    for (const [index, says] of rows.entries()) {
      const { region } = says;
      const row = this.#table.rows[index];
      if (isOpen(says) && says.regions.length > 0) {
        if (city === null || row === undefined) return null;
        const again = within.read(row);
        if ((again.region?.confidence ?? 0) < CERTAIN) return null;
        read.push(again);
        continue;
      }
      read.push(says);
      if (region === null || region.confidence < CERTAIN) continue;
      if (levelOf(region.value) === "city") {
        if (region.value !== city) within = this.#readerOf(region.value);
        city = region.value;
        cities += 1;
      } else if (city === null || regions.get(region.value)?.parent !== city)
        return null;
    }
    return cities >= 2 ? read : null;
  }
}
