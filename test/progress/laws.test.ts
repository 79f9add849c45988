import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Observation } from "../../src/model/observation.ts";
import type { ProgressRow } from "../../src/model/progress.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { plainRow } from "../../src/progress/row.ts";
import { type PlainCase, plainProgress } from "./plain-progress.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";
import { wordsOf } from "./words-of.ts";

const cases: fc.Arbitrary<PlainCase> = fc
  .record({
    kind: fc.constantFrom("mean", "reduction", "sum"),
    direction: fc.constantFrom("up", "down"),
    comparator: fc.constantFrom(">=", "<=", ">", "<", "="),
    baseline: fc.option(fc.integer({ min: -300, max: 1000 })),
    goal: fc.oneof(
      fc.integer({ min: -300, max: 1000 }),
      fc.integer({ min: 0, max: 100 }).map((whole) => whole * 10),
    ),
    actual: fc.integer({ min: -300, max: 1000 }),
    decimals: fc.constantFrom(0, 1),
    from: fc.integer({ min: 2010, max: 2020 }),
    elapsed: fc.integer({ min: 1, max: 5 }),
    left: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ elapsed, left, ...rest }) => ({
    ...rest,
    year: rest.from + elapsed,
    deadline: rest.from + elapsed + left,
  }));

/** Multiplies every figure of the case, in tenths, by `unit`. */
function rowOf(of: PlainCase, unit = 1): ProgressRow {
  const value = (tenths: number) => (tenths * unit) / 10;
  const text = (tenths: number) => String(value(tenths));
  const catalog = smallCatalog([
    indicator("x.y", {
      kind: of.kind,
      direction: of.direction,
      decimals: of.decimals,
      unit: "个",
    }),
  ]);
  const [row] = computeProgress({
    observations: [observation("x.y", String(of.year), value(of.actual))],
    targets: [
      target({
        indicator: "x.y",
        comparator: of.comparator,
        goal: text(of.goal),
        unit: "个",
        baseline:
          of.baseline === null
            ? null
            : { value: text(of.baseline), period: String(of.from) },
        from: String(of.from),
        deadline: String(of.deadline),
      }),
    ],
    catalog,
    asOf: `${of.year}-12-31`,
  });
  if (row === undefined) throw new Error("no row");
  return row;
}

describe("progress of annual figures", () => {
  it("agrees with a plain implementation in rational arithmetic", () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { progress, timeShare, expected, paceRatio, gap, status } =
          rowOf(of);
        expect({
          progress,
          timeShare,
          expected,
          paceRatio,
          gap,
          status,
        }).toEqual(plainProgress(of));
      }),
      { numRuns: 10_000 },
    );
  });

  it("does not change its status when direction and signs turn round", () => {
    const turned = {
      ">=": "<=",
      "<=": ">=",
      ">": "<",
      "<": ">",
      "=": "=",
    } as const;
    const negative = (value: number) => (value === 0 ? 0 : -value);
    fc.assert(
      fc.property(cases, (of) => {
        // An amount towards 0 from nothing is one-sided; levels are not.
        const level = { ...of, kind: "mean" as const };
        const mirror: PlainCase = {
          ...level,
          direction: of.direction === "up" ? "down" : "up",
          comparator: turned[of.comparator],
          baseline: of.baseline === null ? null : negative(of.baseline),
          goal: negative(of.goal),
          actual: negative(of.actual),
        };
        const [row, other] = [rowOf(level), rowOf(mirror)];
        expect(other.status).toBe(row.status);
        expect(other.progress).toBe(row.progress);
        expect(other.paceRatio).toBe(row.paceRatio);
      }),
    );
  });

  it("does not change its progress when units scale", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(10, 1000), (of, unit) => {
        const [row, scaled] = [rowOf(of), rowOf(of, unit)];
        expect(scaled.progress).toBe(row.progress);
        expect(scaled.paceRatio).toBe(row.paceRatio);
        expect(scaled.timeShare).toBe(row.timeShare);
      }),
    );
  });

  it("gives a reason for every missing figure and words for every step", () => {
    fc.assert(
      fc.property(cases, (of) => {
        expectExplained(rowOf(of));
      }),
      { numRuns: 500 },
    );
  });
});

const somePeriods = [
  "2019",
  "2020",
  "2021",
  "2020-01/2020-06",
  "2021-01/2021-06",
  "2021-01",
  "2021-02",
  "2021-Q2",
  "2021-06",
  "2021-01-01/2021-06-10",
];

const observations: fc.Arbitrary<Observation[]> = fc.uniqueArray(
  fc
    .record({
      code: fc.constantFrom(
        "air.pm25",
        "air.good_rate",
        "air.good_days",
        "air.heavy_days",
        "air.valid_days",
        "air.composite",
        "water.sections",
        "water.worse5_n",
        "emis.so2_cut",
        "emis.so2",
        "cap.coke",
        "rect.open",
        "waste.cover",
      ),
      period: fc.constantFrom(...somePeriods),
      value: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 8 }),
      measure: fc.constantFrom(
        "actual",
        "actual",
        "actual",
        "target",
        "baseline",
        "previous",
      ),
      base: fc.constantFrom("", "2015"),
    })
    .map(({ code, period, value, measure, base }) =>
      observation(code, period, value, { measure, base }),
    ),
  {
    minLength: 1,
    maxLength: 40,
    selector: ({ key }) => Object.values(key).join("|"),
  },
);

describe("progress of anything", () => {
  const catalog = smallCatalog();
  const targets = [
    ["air.pm25", "<=", "39", "μg/m3"],
    ["air.good_rate", ">=", "80", "%"],
    ["air.good_days", ">=", "250", "天"],
    ["air.heavy_days", "<=", "7", "天"],
    ["air.composite", "<", "5", "1"],
    ["water.worse5_rate", "<=", "5", "%"],
    ["emis.so2_cut", ">=", "20", "%"],
    ["emis.so2", "<=", "80", "万吨"],
    ["cap.coke", ">=", "300", "万吨"],
    ["rect.open", "=", "0", "个"],
    ["waste.cover", "=", "100", "%"],
  ].flatMap(([code = "", comparator = "", goal = "", unit = ""]) =>
    [
      ["2020", "2025"],
      ["2021", "2021"],
      ["2020", "2021"],
    ].map(([from = "", deadline = ""]) =>
      target({
        id: `${code}-${from}-${deadline}`,
        indicator: code,
        comparator: comparator as ">=",
        goal,
        unit,
        from,
        deadline,
      }),
    ),
  );
  const days = fc.constantFrom("2020-12-31", "2021-06-30", "2021-12-31");

  it("is explained in both languages, with a reason for every gap", () => {
    fc.assert(
      fc.property(observations, days, (given, asOf) => {
        for (const row of computeProgress({
          observations: given,
          targets,
          catalog,
          asOf,
        }))
          expectExplained(row);
      }),
      { numRuns: 100 },
    );
  });

  it("does not depend on the order of the observations or the targets", () => {
    fc.assert(
      fc.property(observations, days, (given, asOf) => {
        const rows = computeProgress({
          observations: given,
          targets,
          catalog,
          asOf,
        });
        const turned = computeProgress({
          observations: [...given].reverse(),
          targets: [...targets].reverse(),
          catalog,
          asOf,
        });
        expect(turned.map(plainRow)).toEqual(rows.map(plainRow));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["nothing else is known", []],
    ["an earlier value is used", [observation("water.worse5_n", "2021-02", 3)]],
  ])(
    "takes the longest of periods that end together as missing when %s, in any order",
    (_, known) => {
      const gaps = ["2021-06", "2021-Q2", "2021-01/2021-06"].map((period) =>
        observation("water.worse5_n", period, null),
      );
      const periods = [gaps, [...gaps].reverse()].flatMap((given) =>
        computeProgress({
          observations: [...given, ...known],
          targets: [
            target({
              indicator: "water.worse5_n",
              comparator: "<=",
              goal: "1",
              unit: "个",
              from: "2020",
              deadline: "2025",
            }),
          ],
          catalog,
          asOf: "2021-06-30",
        })
          .filter((row) => row.indicator === "water.worse5_n")
          .map(
            ({ trace }) =>
              trace.find(({ code }) => code.endsWith("missing"))?.params[
                "period"
              ],
          ),
      );
      expect(periods).toEqual(["2021-01/2021-06", "2021-01/2021-06"]);
    },
  );
});

function expectExplained(row: ProgressRow): void {
  for (const field of [
    "actual",
    "baseline",
    "target",
    "progress",
    "timeShare",
    "expected",
    "paceRatio",
    "gap",
    "forecast",
  ] as const)
    if (row[field] === null) {
      const reason = row.reasons[field] ?? "";
      expect(wordsOf({ code: reason, params: {} }, "zh")).not.toBe("");
    } else expect(row.reasons[field]).toBeUndefined();
  if (row.status === "无法判定")
    expect(
      wordsOf({ code: row.reasons["status"] ?? "", params: {} }, "en"),
    ).not.toContain("{");
  if (row.remaining.kind === "none")
    expect(
      wordsOf({ code: row.remaining.reason, params: {} }, "zh"),
    ).not.toContain("{");
  for (const step of row.trace)
    for (const language of ["zh", "en"] as const)
      expect(wordsOf(step, language)).not.toMatch(/\{\w+\}/);
}
