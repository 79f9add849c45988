import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProgressRow } from "../../src/model/progress.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import {
  type PartYearCase,
  type PlainKind,
  lastDay,
  plainPartYear,
} from "./plain-part-year.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

const kinds: readonly PlainKind[] = [
  "mean",
  "index",
  "sum",
  "days",
  "count",
  "ratio",
  "reduction",
];

const cases: fc.Arbitrary<PartYearCase> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    direction: fc.constantFrom("up" as const, "down" as const),
    comparator: fc.constantFrom(...([">=", "<=", ">", "<", "="] as const)),
    year: fc.integer({ min: 2015, max: 2025 }),
    month: fc.integer({ min: 1, max: 11 }),
    day: fc.oneof(fc.constant(0), fc.integer({ min: 2, max: 27 })),
    goal: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 1000 }) },
      {
        weight: 2,
        arbitrary: fc.integer({ min: 0, max: 100 }).map((n) => n * 10),
      },
      { weight: 1, arbitrary: fc.constant(0) },
    ),
    actual: fc.integer({ min: 0, max: 1000 }),
    baseline: fc.option(fc.integer({ min: 0, max: 1000 })),
    decimals: fc.constantFrom(0 as const, 1 as const),
  })
  // Days are whole.
  .map((of) =>
    of.kind === "days"
      ? {
          ...of,
          goal: Math.floor(of.goal / 3) * 10,
          actual: Math.floor(of.actual / 3) * 10,
        }
      : of,
  );

const iso = (day: Date): string => day.toISOString().slice(0, 10);

function rowOf(of: PartYearCase, unit = 1): ProgressRow {
  const value = (tenths: number) => (tenths * unit) / 10;
  const last = iso(lastDay(of));
  const month = String(of.month).padStart(2, "0");
  const period =
    of.day !== 0
      ? `${of.year}-01-01/${last}`
      : of.month === 1
        ? `${of.year}-01`
        : `${of.year}-01/${of.year}-${month}`;
  const catalog = smallCatalog([
    indicator("x.y", {
      kind: of.kind,
      direction: of.direction,
      decimals: of.decimals,
      unit: "个",
    }),
  ]);
  const [row] = computeProgress({
    observations: [observation("x.y", period, value(of.actual))],
    targets: [
      target({
        indicator: "x.y",
        comparator: of.comparator,
        goal: String(value(of.goal)),
        unit: "个",
        baseline:
          of.baseline === null
            ? null
            : {
                value: String(value(of.baseline)),
                period: String(of.year - 1),
              },
        from: String(of.year - 1),
        deadline: String(of.year),
      }),
    ],
    catalog,
    asOf: last,
  });
  if (row === undefined) throw new Error("no row");
  return row;
}

describe("figures of part of a year", () => {
  it("agree with a plain implementation in rational arithmetic, in every kind", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(cases, (of) => {
        const row = rowOf(of);
        const {
          progress,
          timeShare,
          expected,
          paceRatio,
          gap,
          status,
          remaining,
        } = row;
        expect({
          progress,
          timeShare,
          expected,
          paceRatio,
          gap,
          status,
          remaining,
        }).toEqual(plainPartYear(of));
        for (const key of [of.kind, status, remaining.kind])
          seen.set(key, (seen.get(key) ?? 0) + 1);
      }),
      { numRuns: 10_000 },
    );
    for (const kind of kinds) expect(seen.get(kind), kind).toBeGreaterThan(500);
    for (const status of [
      "已达标",
      "目前达标",
      "超序时",
      "达序时",
      "滞后",
      "严重滞后",
      "倒退",
      "无法判定",
    ])
      expect(seen.get(status), status).toBeGreaterThan(0);
    for (const kind of [
      "mean",
      "days",
      "amount",
      "change",
      "outOfReach",
      "none",
    ])
      expect(seen.get(kind), kind).toBeGreaterThan(50);
  });

  it("have a rest that adds up to what remains", () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { rest, remaining } = rowOf(of);
        if (rest === null) {
          expect(["none", "outOfReach"]).toContain(remaining.kind);
          return;
        }
        const { months } = rest;
        const days = months.reduce((sum, month) => sum + month.days, 0);
        const sum = (value: (month: (typeof months)[number]) => number) =>
          months.reduce((all, month) => all + value(month), 0);
        if (remaining.kind === "mean") {
          expect(days).toBe(remaining.daysLeft);
          expect(
            sum((month) =>
              month.kind === "mean" ? month.strict * month.days : Number.NaN,
            ) / days,
          ).toBeCloseTo(remaining.strict, 8);
        } else if (remaining.kind === "days") {
          expect(
            sum((month) =>
              month.kind === "days" ? month.stillNeeded : Number.NaN,
            ),
          ).toBeCloseTo(remaining.stillNeeded, 8);
          expect(
            sum((month) =>
              month.kind === "days" ? month.affordable : Number.NaN,
            ),
          ).toBeCloseTo(remaining.affordable, 8);
        } else if (remaining.kind === "amount")
          expect(
            sum((month) =>
              month.kind === "amount" ? month.amount : Number.NaN,
            ),
          ).toBeCloseTo(remaining.total, 8);
        else {
          const last = months.at(-1);
          expect(last?.kind === "level" ? last.level : null).toBeCloseTo(
            of.goal / 10,
            8,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("do not change with the unit they are in", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(10, 1000), (of, unit) => {
        fc.pre(of.kind !== "days");
        const [row, scaled] = [rowOf(of), rowOf(of, unit)];
        expect(scaled.progress).toBe(row.progress);
        expect(scaled.paceRatio).toBe(row.paceRatio);
      }),
      { numRuns: 500 },
    );
  });
});
