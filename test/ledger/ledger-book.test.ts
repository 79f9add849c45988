import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LedgerBook } from "../../src/ledger/ledger-book.ts";
import type { BureauRecord } from "../../src/model/observation.ts";
import type { LedgerItem, LedgerTally } from "../../src/model/ledger.ts";
import { catalog } from "../shipped-matcher.ts";
import {
  type Row,
  anyRows,
  day,
  places,
  recordOf,
} from "./generated-ledgers.ts";

const shanxi = "140000";

function bookOf(records: readonly BureauRecord[]): LedgerBook {
  return new LedgerBook({
    catalog,
    recordsOn: () => records,
    placeOf: ({ place }) =>
      place === undefined ? null : { region: place, by: "sheet" },
  });
}

const idsOf = (items: readonly LedgerItem[]) =>
  items.map(({ id }) => id).sort();

function tallyIn(
  rows: readonly Row[],
  region: string,
  on: string,
): LedgerTally | null {
  const known = day("2021-12-31");
  return bookOf(rows.map((row) => recordOf(row))).tally(
    "task",
    region,
    day(on),
    known,
  );
}

describe("records counted by region and day", () => {
  it("are done, open or of unknown state, and nothing else", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const tally = tallyIn(rows, shanxi, "2021-06-30");
        const placed = rows.filter(({ place }) => place !== null);
        if (tally === null) {
          expect(placed).toEqual([]);
          return;
        }
        const { done, open, unknown } = tally;
        expect(tally.total).toBe(done.length + open.length + unknown.length);
        expect(idsOf([...done, ...open, ...unknown])).toEqual(
          placed.map(({ id }) => id).sort(),
        );
        expect(tally.unplaced).toBe(rows.length - placed.length);
        for (const part of [tally.overdue, tally.dueSoon, tally.undated])
          for (const item of part) expect(open).toContain(item);
      }),
      { numRuns: 300 },
    );
  });

  it("count as a plain walk over the rows does", () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.constantFrom("2021-03-31", "2021-06-29", "2021-08-01"),
        (rows, on) => {
          const tally = tallyIn(rows, shanxi, on);
          if (tally === null) return;
          const finished = new Set<string>(["完成整改", "完成交账销号"]);
          const standing = (row: Row): string => {
            const closed = row.closed !== "" && row.closed <= on;
            if (row.state === "") return closed ? "done" : "unknown";
            if (row.state === "说不清") return "unknown";
            if (!finished.has(row.state)) return "open";
            return row.closed === "" || closed ? "done" : "open";
          };
          const placed = rows.filter(({ place }) => place !== null);
          const ids = (test: (row: Row) => boolean) =>
            placed
              .filter(test)
              .map(({ id }) => id)
              .sort();
          expect(idsOf(tally.done)).toEqual(
            ids((row) => standing(row) === "done"),
          );
          expect(idsOf(tally.unknown)).toEqual(
            ids((row) => standing(row) === "unknown"),
          );
          expect(idsOf(tally.overdue)).toEqual(
            ids(
              (row) =>
                standing(row) === "open" &&
                row.deadline !== "" &&
                row.deadline < on,
            ),
          );
          expect(idsOf(tally.undated)).toEqual(
            ids((row) => standing(row) === "open" && row.deadline === ""),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("do not depend on the order of the records", () => {
    fc.assert(
      fc.property(
        anyRows.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray(rows, { minLength: rows.length }),
          ),
        ),
        ([rows, shuffled]) => {
          expect(tallyIn(shuffled, shanxi, "2021-06-30")).toEqual(
            tallyIn(rows, shanxi, "2021-06-30"),
          );
        },
      ),
    );
  });

  it("add up over the parts of a region, with those that lie in itself", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const size = (region: string) =>
          tallyIn(rows, region, "2021-06-30")?.total ?? 0;
        const own = (region: string) =>
          rows.filter(({ place }) => place === region).length;
        expect(size("140100")).toBe(
          own("140100") + size("140105") + size("140107"),
        );
        expect(size(shanxi)).toBe(size("140100") + size("140200"));
        for (const place of places)
          if (place !== null && own(place) === 0 && place !== "140100")
            expect(tallyIn(rows, place, "2021-06-30")).toBeNull();
      }),
    );
  });

  it("were open on a day before they were closed", () => {
    const rows: Row[] = [
      {
        id: "1",
        state: "完成交账销号",
        deadline: "2021-06-30",
        closed: "2021-07-10",
        place: "140105",
      },
    ];
    expect(tallyIn(rows, "140105", "2021-06-30")?.open).toHaveLength(1);
    expect(tallyIn(rows, "140105", "2021-07-10")).toMatchObject({
      open: [],
      late: [{ id: "1" }],
    });
  });
});
