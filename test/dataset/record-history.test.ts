import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fold } from "../../src/dataset/fold.ts";
import { RecordHistory } from "../../src/dataset/record-history.ts";
import { anyRows, day, recordOf } from "../ledger/generated-ledgers.ts";
import { importOf, store } from "./samples.ts";

const sheets = fc
  .uniqueArray(
    fc.record({
      asOf: fc.constantFrom("2021-03", "2021-04", "2021-05-20", "2021-06"),
      rows: anyRows,
    }),
    { selector: ({ asOf }) => asOf, minLength: 1, maxLength: 4 },
  )
  .chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
    ),
  );

type Sheets = readonly {
  readonly asOf: string;
  readonly rows: Parameters<typeof recordOf>[0][];
}[];

function historyOf(of: Sheets): RecordHistory {
  const history = new RecordHistory();
  for (const { asOf, rows } of of)
    for (const row of rows) history.add(recordOf(row, asOf, `${asOf}.xlsx`));
  return history;
}

const sorted = <One extends { readonly id: string }>(all: readonly One[]) =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

describe("ledgers of several days", () => {
  it("give the same records whichever is read first", () => {
    fc.assert(
      fc.property(sheets, ([all, shuffled]) => {
        for (const on of ["2021-03-31", "2021-05-20", "2021-12-31"])
          expect(sorted(historyOf(shuffled).on(day(on)))).toEqual(
            sorted(historyOf(all).on(day(on))),
          );
      }),
    );
  });

  it("give what a journal gives, in whatever order its entries arrive", () => {
    fc.assert(
      fc.property(sheets, fc.boolean(), ([all, shuffled], arriveLate) => {
        const entries = all.map(({ asOf, rows }, at) =>
          store(
            at + 1,
            importOf(
              [],
              rows.map((row) => recordOf(row, asOf, `${asOf}.xlsx`)),
            ),
          ),
        );
        const fold = new Fold();
        for (const entry of arriveLate ? [...entries].reverse() : entries)
          fold.add(entry);
        for (const on of ["2021-03-31", "2021-05-20", "2021-12-31"])
          expect(
            sorted(fold.recordsOn(day(on))).map(
              ({ entry: _entry, ...record }) => record,
            ),
          ).toEqual(sorted(historyOf(shuffled).on(day(on))));
      }),
    );
  });

  it("are not known before their day", () => {
    const [row] = fc.sample(anyRows, { seed: 1, numRuns: 1 })[0] ?? [];
    if (row === undefined) throw new Error("no row");
    const history = historyOf([
      { asOf: "2021-05", rows: [{ ...row, state: "尚未启动" }] },
      { asOf: "2021-06", rows: [{ ...row, state: "完成整改" }] },
    ]);
    const stateOn = (on: string) =>
      history.on(day(on))[0]?.fields["state"]?.value;
    expect(history.on(day("2021-05-30"))).toEqual([]);
    expect(stateOn("2021-06-29")).toBe("尚未启动");
    expect(stateOn("2021-06-30")).toBe("完成整改");
  });
});
