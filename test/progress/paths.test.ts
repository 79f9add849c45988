import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fractionOf } from "../../src/model/fraction.ts";
import { powerOf } from "../../src/progress/fixed-point.ts";
import { fractionNumber } from "../../src/progress/fraction-number.ts";
import { expectedPath } from "../../src/progress/path.ts";
import { rowOf, stepsOf } from "./rows-of.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

const catalog = smallCatalog([
  indicator("x.level", { kind: "mean", direction: "down", unit: "个" }),
  indicator("x.amount", { kind: "sum", unit: "个" }),
]);

const level = {
  indicator: "x.level",
  comparator: "<=" as const,
  goal: "40",
  unit: "个",
  baseline: { value: "50", period: "2020" },
  from: "2020",
  deadline: "2025",
};

const at = (year: number, value: number, of = {}) =>
  rowOf(
    [observation("x.level", String(year), value)],
    { ...level, ...of },
    `${year}-12-31`,
    catalog,
  );

describe("milestones", () => {
  const milestones = [
    { period: "2022", goal: "49" },
    { period: "2023", goal: "44" },
  ];

  it("take the place of the straight line", () => {
    expect(at(2022, 49)).toMatchObject({ expected: 46, status: "严重滞后" });
    expect(at(2022, 49, { milestones })).toMatchObject({
      expected: 49,
      paceRatio: 1,
      status: "达序时",
    });
    expect(stepsOf(at(2022, 49, { milestones }))).toContain("milestone");
  });

  it("are joined by straight lines", () => {
    // Half way from 50 to 49 by 2021; half way from 44 to 40 by 2024.
    expect(at(2021, 50, { milestones }).expected).toBe(49.5);
    expect(at(2024, 43, { milestones })).toMatchObject({
      expected: 42,
      progress: 0.7,
      paceRatio: 0.875,
      status: "滞后",
    });
  });

  it("judge without a baseline by the expected value alone", () => {
    const bare = { milestones, baseline: null };
    expect(at(2023, 44, bare)).toMatchObject({
      progress: null,
      expected: 44,
      status: "达序时",
    });
    expect(at(2023, 43, bare).status).toBe("超序时");
    expect(at(2023, 45, bare).status).toBe("滞后");
    expect(at(2021, 45, bare)).toMatchObject({
      expected: null,
      status: "无法判定",
      reasons: { progress: "progress.no_baseline" },
    });
  });

  it("may ask for nothing yet: standing still is on pace then", () => {
    const flat = [{ period: "2021", goal: "50" }];
    expect(at(2021, 50, { milestones: flat }).status).toBe("达序时");
    expect(at(2021, 49, { milestones: flat }).status).toBe("超序时");
    expect(at(2021, 51, { milestones: flat }).status).toBe("倒退");
  });

  it("outside the window are left out", () => {
    const outside = [
      { period: "2020", goal: "1" },
      { period: "2025", goal: "2" },
      { period: "2026", goal: "3" },
    ];
    expect(at(2022, 46, { milestones: outside }).expected).toBe(46);
  });

  it("are the corners of the chart's path", () => {
    expect(
      expectedPath(target({ ...level, milestones }), catalog).map(
        ([, value]) => value,
      ),
    ).toEqual([50, 49, 44, 40]);
  });
});

describe("a compound path", () => {
  it("asks for the same rate every year", () => {
    // 50 × 0.8^(2/5) = 45.7305…
    const row = at(2022, 46, { path: "compound" });
    expect(row.expected).toBeCloseTo(50 * 0.8 ** 0.4, 10);
    expect(row.paceRatio).toBeCloseTo(
      ((46 / 50) ** (1 / 2) - 1) / (0.8 ** (1 / 5) - 1),
      8,
    );
    expect(row.status).toBe("滞后");
  });

  it("has a reason where a figure is not above zero", () => {
    for (const of of [
      { goal: "0" },
      { baseline: { value: "0", period: "2020" }, comparator: ">=" as const },
    ])
      expect(at(2022, 30, { path: "compound", ...of })).toMatchObject({
        paceRatio: null,
        status: "无法判定",
        reasons: { paceRatio: "progress.compound_needs_positive" },
      });
  });

  it("bends in the chart", () => {
    const path = expectedPath(target({ ...level, path: "compound" }), catalog);
    expect(path).toHaveLength(61);
    const middle = path[30]?.[1] ?? 0;
    expect(middle).toBeLessThan(45);
    expect(middle).toBeCloseTo(50 * 0.8 ** 0.5, 1);
  });
});

describe("powers", () => {
  it("agree with doubles to ten digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (n, d, p, q) => {
          const exact = powerOf(
            { n: BigInt(n), d: BigInt(d) },
            { n: BigInt(p), d: BigInt(q) },
          );
          const value = (n / d) ** (p / q);
          fc.pre(value > 1e-2 && value < 1e9);
          expect(
            exact === null ? 0 : fractionNumber(exact) / value,
          ).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it("of roots and whole powers come out", () => {
    const power = (base: number, n: bigint, d = 1n) => {
      const result = powerOf(fractionOf(base), { n, d });
      return result === null ? null : fractionNumber(result);
    };
    expect(power(2, 10n)).toBe(1024);
    expect(power(81, 1n, 4n)).toBe(3);
    expect(power(0.8, -1n)).toBe(1.25);
    expect(power(7, 0n)).toBe(1);
    expect(power(0, 2n)).toBeNull();
    expect(power(-1, 2n)).toBeNull();
  });
});

/** Twelve months of a year. */
const months = (code: string, year: number, values: readonly number[]) =>
  values.map((value, at) =>
    observation(code, `${year}-${String(at + 1).padStart(2, "0")}`, value),
  );
const winter = [90, 80, 60, 40, 30, 30, 30, 30, 40, 60, 70, 80];

describe("a seasonal path", () => {
  it("expects of an amount the share that past years had by then", () => {
    const past = [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1];
    const row = rowOf(
      [
        ...months("x.amount", 2019, past),
        ...months("x.amount", 2020, past),
        observation("x.amount", "2021-01/2021-03", 20),
      ],
      {
        indicator: "x.amount",
        goal: "100",
        unit: "个",
        from: "2021-01-01",
        deadline: "2021",
        path: "seasonal",
      },
      "2021-03-31",
      catalog,
    );
    // 4 of 20 parts by March.
    expect(row).toMatchObject({
      progress: 0.2,
      expected: 20,
      paceRatio: 1,
      status: "达序时",
    });
    expect(row.timeShare).toBeCloseTo(90 / 365, 10);
    expect(
      row.trace.find(({ code }) => code === "progress.step_expected_seasonal")
        ?.params["years"],
    ).toBe("2019、2020");
  });

  it("has a reason without a whole past year", () => {
    expect(
      rowOf(
        [
          ...months("x.amount", 2020, [1, 2, 3]),
          observation("x.amount", "2021-01/2021-03", 20),
        ],
        {
          indicator: "x.amount",
          goal: "100",
          unit: "个",
          from: "2021-01-01",
          deadline: "2021",
          path: "seasonal",
        },
        "2021-03-31",
        catalog,
      ),
    ).toMatchObject({
      expected: null,
      status: "无法判定",
      reasons: { expected: "progress.no_profile" },
    });
  });

  const pm25 = {
    indicator: "air.pm25",
    comparator: "<=" as const,
    goal: "50",
    unit: "μg/m3",
    from: "2021-01-01",
    deadline: "2021",
    path: "seasonal" as const,
  };

  it("takes a concentration to a year by the months of past years, even without a baseline", () => {
    const observations = [
      ...months("air.pm25", 2019, winter),
      ...months("air.pm25", 2020, winter),
    ];
    const first = (value: number) =>
      rowOf(
        [...observations, observation("air.pm25", "2021-01/2021-03", value)],
        pm25,
        "2021-03-31",
      );
    // The past years' own first quarter was 76.4; their year about 53.4.
    expect(first(70)).toMatchObject({ status: "超序时", expected: 50 });
    expect(first(77).status).toBe("滞后");
    expect(stepsOf(first(77))).toContain("by_profile");
  });

  it("splits what remains by the same months", () => {
    const { rest, remaining } = rowOf(
      [
        ...months("air.pm25", 2020, winter),
        observation("air.pm25", "2021-01/2021-09", 45),
      ],
      pm25,
      "2021-09-30",
    );
    if (remaining.kind !== "mean" || rest === null) throw new Error("no mean");
    expect(rest.years).toEqual([2020]);
    const strict = rest.months.map((month) =>
      month.kind === "mean" ? month.strict : 0,
    );
    expect(rest.months.map(({ period }) => period)).toEqual([
      "2021-10",
      "2021-11",
      "2021-12",
    ]);
    // 60 : 70 : 80 as in the past year.
    expect((strict[1] ?? 0) / (strict[0] ?? 1)).toBeCloseTo(70 / 60, 8);
    expect((strict[2] ?? 0) / (strict[0] ?? 1)).toBeCloseTo(80 / 60, 8);
  });
});

describe("a goal that holds so far against the season", () => {
  it("is met so far, with a warning", () => {
    const row = rowOf(
      [
        ...months("air.pm25", 2020, winter),
        observation("air.pm25", "2020", 53),
        observation("air.pm25", "2021-01/2021-09", 48),
      ],
      {
        indicator: "air.pm25",
        comparator: "<=",
        goal: "50",
        unit: "μg/m3",
        from: "2020",
        deadline: "2021",
      },
      "2021-09-30",
    );
    expect(row.status).toBe("目前达标");
    expect(stepsOf(row)).toContain("season_warning");
  });
});
