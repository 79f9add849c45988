import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parsePeriod,
  yearToMonth,
  monthPeriod,
} from "../../src/model/period.ts";
import { fractionNumber } from "../../src/progress/fraction-number.ts";
import { indexObservations } from "../../src/progress/observation-index.ts";
import { seasonalPath } from "../../src/progress/seasonal-path.ts";
import {
  burdenOf,
  seasonalProfile,
} from "../../src/progress/seasonal-profile.ts";
import { rowOf } from "./rows-of.ts";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

const catalog = smallCatalog([
  indicator("x.winter", {
    kind: "mean",
    direction: "down",
    unit: "μg/m3",
    seasonal: true,
    decimals: 1,
  }),
  indicator("x.amount", { kind: "sum", unit: "个", decimals: 1 }),
]);

const months = Array.from({ length: 12 }, (_, at) => at + 1);
const year = fc.array(fc.integer({ min: 1, max: 99 }), {
  minLength: 12,
  maxLength: 12,
});

function profileOf(code: string, values: readonly number[]) {
  const observations = months.map((month, at) =>
    observation(code, monthPeriod(2020, month).code, values[at] ?? 0),
  );
  const index = indexObservations(observations);
  const group = index.groupAt(code, "140000", "", "");
  const known = catalog.indicators.get(code);
  const profile =
    known === undefined ? null : seasonalProfile(index, group, known, 2021);
  if (profile === null) throw new Error("no profile");
  return { observations, profile };
}

const level = {
  indicator: "x.winter",
  comparator: "<=" as const,
  goal: "40",
  unit: "μg/m3",
  baseline: { value: "50", period: "2020" },
  from: "2020",
  deadline: "2021",
  path: "seasonal" as const,
};

const amount = {
  indicator: "x.amount",
  comparator: ">=" as const,
  goal: "240",
  unit: "个",
  from: "2021-01-01",
  deadline: "2021",
  path: "seasonal" as const,
};

describe("a seasonal path, drawn by months", () => {
  it("asks of an amount to date what the row expects", () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 11 }), (values, month) => {
        const { observations, profile } = profileOf("x.amount", values);
        const path = seasonalPath(target(amount), catalog, {
          baseline: null,
          profile,
          span: "toDate",
        });
        expect(path).toHaveLength(12);
        const period = yearToMonth(2021, month);
        const row = rowOf(
          [...observations, observation("x.amount", period.code, 7)],
          amount,
          "2021-12-30",
          catalog,
        );
        const drawn = path?.find(([day]) => day === period.end)?.[1];
        expect(drawn).toBeCloseTo(row.expected ?? NaN, 8);
        expect(path?.at(-1)?.[1]).toBeCloseTo(240, 8);
      }),
      { numRuns: 40 },
    );
  });

  it("asks of months alone what they add to it", () => {
    fc.assert(
      fc.property(year, (values) => {
        const { profile } = profileOf("x.amount", values);
        const by = (span: "month" | "toDate") =>
          seasonalPath(target(amount), catalog, {
            baseline: null,
            profile,
            span,
          }) ?? [];
        let sum = 0;
        for (const [at, [day, value]] of by("month").entries()) {
          sum += value;
          expect(by("toDate")[at]?.[0]).toBe(day);
          expect(by("toDate")[at]?.[1]).toBeCloseTo(sum, 8);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("asks of a level the one that, taken to a year, stands on the straight path", () => {
    fc.assert(
      fc.property(
        year,
        fc.constantFrom("month" as const, "toDate" as const),
        (values, span) => {
          const { profile } = profileOf("x.winter", values);
          const path = seasonalPath(target(level), catalog, {
            baseline: null,
            profile,
            span,
          });
          const whole = parsePeriod("2021");
          if (path === null || whole === null) throw new Error("no path");
          expect(path).toHaveLength(12);
          for (const [at, [end, value]] of path.entries()) {
            const start =
              span === "month" ? monthPeriod(2021, at + 1).start : whole.start;
            const year = 50 - (10 * (end - whole.start)) / 365;
            const share = fractionNumber(burdenOf(profile, start, end));
            expect((value * (end - start)) / 365 / share).toBeCloseTo(year, 6);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("asks of a level without a start what, weighed by days, comes to the goal", () => {
    fc.assert(
      fc.property(year, (values) => {
        const path = seasonalPath(
          target({ ...level, baseline: null, from: "2021-01-01" }),
          catalog,
          {
            baseline: null,
            profile: profileOf("x.winter", values).profile,
            span: "month",
          },
        );
        expect(path).toHaveLength(12);
        const burden = (path ?? []).reduce(
          (sum, [end, value], at) =>
            sum + value * (end - monthPeriod(2021, at + 1).start),
          0,
        );
        expect(burden / 365).toBeCloseTo(40, 6);
      }),
      { numRuns: 40 },
    );
    // An amount without a start or an end in the year has no such path.
    expect(
      seasonalPath(target({ ...amount, comparator: "<=" }), catalog, {
        baseline: null,
        profile: profileOf("x.amount", months).profile,
        span: "month",
      }),
    ).toBeNull();
  });

  it("is straight where nothing tells the season", () => {
    const draw = (of: object, span: "month" | "year" = "month") =>
      seasonalPath(target({ ...level, ...of }), catalog, {
        baseline: null,
        profile: profileOf("x.winter", months).profile,
        span,
      });
    expect(draw({})).toHaveLength(12);
    expect(draw({ path: "linear" })).toBeNull();
    expect(draw({}, "year")).toBeNull();
    expect(
      draw({ milestones: [{ period: "2021-06", goal: "44" }] }),
    ).toBeNull();
  });
});
