import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LedgerBook } from "../../src/ledger/ledger-book.ts";
import type { BureauRecord } from "../../src/model/observation.ts";
import type { ItemsLeft, ProgressRow } from "../../src/model/progress.ts";
import type { Target } from "../../src/model/target.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { ProgressRows } from "../../src/progress/progress-rows.ts";
import { plainRow } from "../../src/progress/row.ts";
import { RecordHistory } from "../../src/dataset/record-history.ts";
import { type Row, anyRows, recordOf } from "../ledger/generated-ledgers.ts";
import { catalog } from "../shipped-matcher.ts";
import { observation, target } from "./small-catalog.ts";

const taiyuan = "140100";

function bookOf(records: readonly BureauRecord[]): LedgerBook {
  const history = new RecordHistory();
  for (const record of records) history.add(record);
  return new LedgerBook({
    catalog,
    recordsOn: (known) => history.on(known),
    placeOf: ({ place }) =>
      place === undefined ? null : { region: place, by: "sheet" },
  });
}

const toZero: Partial<Target> = {
  id: "zero",
  indicator: "rect.tasks_open",
  region: taiyuan,
  comparator: "=",
  goal: "0",
  unit: "项",
  from: "2021-01-01",
  deadline: "2021-06",
  confidence: "user",
};
const onTime: Partial<Target> = {
  ...toZero,
  id: "onTime",
  indicator: "rect.tasks_overdue",
  deadline: "2021",
};

function rowOf(
  records: readonly BureauRecord[],
  of: Partial<Target>,
  asOf: string,
  observations: Parameters<typeof computeProgress>[0]["observations"] = [],
): ProgressRow {
  const rows = computeProgress({
    observations,
    targets: [target(of)],
    catalog,
    asOf,
    ledger: bookOf(records),
  }).filter(({ targetId }) => targetId !== null);
  const [row] = rows;
  if (row === undefined || rows.length !== 1)
    throw new Error(`${rows.length} rows`);
  return row;
}

function tasks(
  count: number,
  of: Partial<Row>,
  from = 1,
  asOf = "2021-05",
): BureauRecord[] {
  return Array.from({ length: count }, (_, at) =>
    recordOf(
      {
        id: String(from + at),
        state: "达到序时进度",
        deadline: "2021-06-30",
        closed: "",
        place: "140105",
        ...of,
      },
      asOf,
    ),
  );
}

const codesOf = (row: ProgressRow) =>
  row.trace.map(({ code }) => code.replace("progress.step_", ""));

describe("count to zero from the states of records", () => {
  it("says how many are open, of how many, and how often one must be finished", () => {
    const row = rowOf(
      [
        ...tasks(12, {}),
        ...tasks(8, { state: "完成整改" }, 13),
        ...tasks(3, { place: "140213" }, 21),
      ],
      toZero,
      "2021-05-27",
    );
    // A ledger of May is not known before May is over.
    expect(row.reasons["status"]).toBe("progress.no_records");
    const later = rowOf(
      [...tasks(12, {}), ...tasks(8, { state: "完成整改" }, 13)],
      toZero,
      "2021-05-31",
    );
    expect(later).toMatchObject({
      period: "2021-05-31",
      actual: 12,
      baseline: 20,
      progress: 0.4,
      status: "严重滞后",
      remaining: {
        kind: "items",
        left: 12,
        daysLeft: 30,
        pace: { items: 1, days: 2.5 },
        overdue: 0,
        dueSoon: 12,
        within: 30,
        unknown: 0,
        statedOn: "2021-05-31",
      },
    });
    const open = later.trace.find(
      ({ code }) => code === "progress.step_ledger_open",
    );
    expect(open?.records?.map(({ id }) => id)).toHaveLength(12);
    expect(open?.records?.[0]).toEqual({
      id: "1",
      deadline: "2021-06-30",
      source: {
        file: "台账.xlsx",
        sha: "a".repeat(64),
        sheet: "台账",
        cell: "B5",
      },
    });
    expect(open?.sources).toHaveLength(12);
    expect(open?.params["records"]).toContain("台账.xlsx 台账!B5");
  });

  it("never takes a record without a state for done, nor for zero", () => {
    const done = tasks(9, { state: "完成整改" });
    const row = rowOf(
      [...done, ...tasks(1, { state: "" }, 10)],
      toZero,
      "2021-05-31",
    );
    expect(row).toMatchObject({ actual: null, status: "无法判定" });
    expect(row.reasons["status"]).toBe("progress.states_unknown");
    expect(codesOf(row)).toContain("ledger_unknown");
    expect(rowOf(done, toZero, "2021-05-31")).toMatchObject({
      actual: 0,
      status: "目前达标",
      progress: 1,
    });
  });

  it("is not judged on the ledger of a day before the deadline once that is over", () => {
    const row = rowOf(tasks(2, {}), toZero, "2021-07-31");
    expect(row).toMatchObject({ actual: 2, status: "无法判定" });
    expect(row.reasons["final"]).toBe("progress.final_missing");
  });

  it("counts on the last day what a later ledger closed afterwards", () => {
    const july = [
      ...tasks(
        1,
        { state: "完成交账销号", closed: "2021-07-10" },
        1,
        "2021-07",
      ),
      ...tasks(
        1,
        { state: "完成交账销号", closed: "2021-03-15" },
        2,
        "2021-07",
      ),
    ];
    expect(rowOf(july, toZero, "2021-07-31")).toMatchObject({
      period: "2021-06-30",
      actual: 1,
      status: "严重滞后",
    });
    const silent = rowOf(
      tasks(2, { state: "完成交账销号" }, 1, "2021-07"),
      toZero,
      "2021-07-31",
    );
    expect(silent).toMatchObject({ actual: 0, status: "已达标" });
    expect(codesOf(silent)).toContain("ledger_undated_done");
  });

  it("says of a region without records that there are none", () => {
    const row = rowOf(
      tasks(2, {}),
      { ...toZero, region: "140300" },
      "2021-05-31",
    );
    expect(row).toMatchObject({ actual: null, status: "无法判定" });
    expect(row.reasons["status"]).toBe("progress.no_records");
    expect(row.trace.at(-1)).toMatchObject({
      code: "progress.step_ledger_elsewhere",
      params: { count: 2 },
    });
  });

  it("takes a newer ledger's state, and says which tasks it no longer lists", () => {
    const may = tasks(3, {});
    const june = tasks(2, { state: "完成整改" }, 1, "2021-06-15");
    for (const records of [
      [...may, ...june],
      [...june, ...may],
    ]) {
      const row = rowOf(records, toZero, "2021-06-20");
      expect(row).toMatchObject({ period: "2021-06-15", actual: 1 });
      expect(
        row.trace.find(({ code }) => code === "progress.step_ledger_stale")
          ?.records,
      ).toMatchObject([{ id: "3" }]);
      expect(rowOf(records, toZero, "2021-06-10")).toMatchObject({
        period: "2021-05-31",
        actual: 3,
      });
    }
  });
});

describe("complete by each one's own date", () => {
  const march = { deadline: "2021-03-31" };
  it("asks for all that is due, whatever the time gone", () => {
    const row = rowOf(
      [
        ...tasks(2, march),
        ...tasks(8, { ...march, state: "完成整改" }, 3),
        ...tasks(5, {}, 11),
      ],
      onTime,
      "2021-06-10",
    );
    expect(row).toMatchObject({
      period: "2021-06-10",
      actual: 2,
      baseline: 10,
      progress: 0.8,
      expected: 0,
      paceRatio: 0.8,
      status: "滞后",
      remaining: { kind: "items", part: "overdue", left: 2, overdue: 2 },
    });
  });

  it("does not know it where an open record states no deadline", () => {
    const row = rowOf(
      [...tasks(1, { deadline: "" }), ...tasks(1, {}, 2)],
      onTime,
      "2021-06-10",
    );
    expect(row.reasons["status"]).toBe("progress.deadlines_unknown");
    expect(
      rowOf(
        [...tasks(1, { deadline: "" }), ...tasks(1, march, 2)],
        onTime,
        "2021-06-10",
      ),
    ).toMatchObject({ actual: 1 });
  });
});

describe("what sheets state beside the records", () => {
  const stated = (period: string) => [
    observation("rect.tasks", period, 38, { region: taiyuan }),
    observation("rect.tasks_done", period, 30, { region: taiyuan }),
  ];
  const records = [...tasks(12, {}), ...tasks(30, { state: "完成整改" }, 13)];

  it("stays, and the difference is said", () => {
    const row = rowOf(records, toZero, "2021-05-31", stated("2021-05"));
    expect(row).toMatchObject({ actual: 12, baseline: 42 });
    expect(
      row.trace.filter(({ code }) => code.includes("ledger_")),
    ).toMatchObject([
      { code: "progress.step_ledger_start_open" },
      { code: "progress.step_ledger_open" },
      { code: "progress.step_ledger_due_soon" },
      {
        code: "progress.step_ledger_differs",
        params: {
          indicator: "rect.tasks",
          stated: 38,
          counted: 42,
          difference: -4,
        },
      },
      {
        code: "progress.step_ledger_agrees",
        params: { indicator: "rect.tasks_done", stated: 30, counted: 30 },
      },
    ]);
  });

  it("holds where the target is of what sheets state, with the records beside", () => {
    const done: Partial<Target> = {
      ...toZero,
      indicator: "rect.tasks_done",
      comparator: ">=",
      goal: "36",
    };
    const row = rowOf(records, done, "2021-05-31", stated("2021-05"));
    expect(row).toMatchObject({ actual: 30, period: "2021-05" });
    expect(codesOf(row)).toContain("ledger_differs");
    // Nobody states it: the records are counted.
    expect(rowOf(records, done, "2021-05-31")).toMatchObject({
      actual: 30,
      period: "2021-05-31",
    });
    // A shipped target speaks of its own plan's list.
    expect(
      rowOf(records, { ...done, confidence: "stored" }, "2021-05-31"),
    ).toMatchObject({ actual: null });
  });
});

describe("laws of counted targets", () => {
  const days = fc.constantFrom("2021-03-31", "2021-05-31", "2021-06-30");

  it("a row says the same whatever order ledgers are imported in", () => {
    fc.assert(
      fc.property(
        anyRows,
        anyRows,
        days,
        fc.constantFrom(toZero, onTime, {
          ...toZero,
          indicator: "rect.tasks_share",
          comparator: ">=" as const,
          goal: "60",
          unit: "%",
        }),
        (first, second, asOf, of) => {
          const one = first.map((row) => recordOf(row, "2021-03", "3.xlsx"));
          const two = second.map((row) => recordOf(row, "2021-05", "5.xlsx"));
          expect(plainRow(rowOf([...two, ...one], of, asOf))).toEqual(
            plainRow(rowOf([...one, ...two], of, asOf)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("done and open and unknown make the total, and the pace suffices to the day", () => {
    fc.assert(
      fc.property(anyRows, days, (rows, asOf) => {
        const row = rowOf(
          rows.map((one) => recordOf(one)),
          toZero,
          asOf,
        );
        const counted = row.trace.find(
          ({ code }) => code === "progress.step_ledger",
        )?.params;
        if (counted !== undefined)
          expect(counted["total"]).toBe(
            Number(counted["done"]) +
              Number(counted["open"]) +
              Number(counted["unknown"]),
          );
        if (row.remaining.kind !== "items") return;
        const { left, daysLeft, pace }: ItemsLeft = row.remaining;
        expect(pace.days === 1 || pace.items === 1).toBe(true);
        // So many, so often, is enough; in tenths, since doubles are not exact.
        const finished = (row.rest?.months ?? []).map((month) =>
          month.kind === "items" ? month.finish : NaN,
        );
        expect(finished.reduce((sum, one) => sum + one, 0)).toBe(left);
        expect(Math.round(pace.days * 10) * left).toBeLessThanOrEqual(
          daysLeft * 10 * pace.items,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("rows that are kept follow the ledger", () => {
    const rows = new ProgressRows(catalog);
    rows.setTargets([target(toZero)]);
    const actual = () =>
      rows.rows("2021-05-31").find(({ targetId }) => targetId === "zero")
        ?.actual;
    expect(actual()).toBeNull();
    rows.setLedger(bookOf(tasks(3, {})));
    expect(actual()).toBe(3);
    rows.setLedger(bookOf(tasks(2, {})));
    expect(actual()).toBe(2);
    rows.setLedger(null);
    expect(actual()).toBeNull();
  });
});
