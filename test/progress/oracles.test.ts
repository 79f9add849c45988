import { describe, expect, it } from "vitest";
import { rawLists } from "../../data/index.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import {
  decimalNumber,
  decimalOf,
  decimalText,
  parseDecimal,
  roundDecimal,
} from "../../src/model/decimal.ts";
import { fractionOf, roundFraction } from "../../src/model/fraction.ts";
import type { Observation } from "../../src/model/observation.ts";
import type { ProgressRow } from "../../src/model/progress.ts";
import type { Target } from "../../src/model/target.ts";
import { computeProgress } from "../../src/progress/compute-progress.ts";
import { meanQuota } from "../../src/progress/mean-quota.ts";
import oracles from "../fixtures/progress-oracles.json";
import {
  indicator,
  observation,
  smallCatalog,
  target,
} from "./small-catalog.ts";

const { catalog } = loadCatalog(rawLists);
let reproduced = 0;

function rowOf(
  observations: readonly Observation[],
  of: Partial<Target>,
  asOf: string,
  lists = catalog,
): ProgressRow {
  const rows = computeProgress({
    observations,
    targets: [target(of)],
    catalog: lists,
    asOf,
  }).filter(({ targetId }) => targetId !== null);
  const [row] = rows;
  if (row === undefined || rows.length !== 1) throw new Error("not one row");
  reproduced += 1;
  return row;
}

const to = (value: number, decimals: number): string =>
  decimalText(roundDecimal(decimalOf(value), decimals));

describe("published results", () => {
  it.each(oracles.rounding.rows)(
    "round %s to %i decimals",
    (text, decimals, result) => {
      const value = parseDecimal(String(text));
      if (value === null) throw new Error(`not a number: ${text}`);
      expect(decimalText(roundDecimal(value, Number(decimals)))).toBe(result);
      reproduced += 1;
    },
  );

  it.each(oracles.quotas)("$id: (T·N − C·n)/(N − n)", (of) => {
    const quota = meanQuota({
      goal: fractionOf(of.goal),
      comparator: "<=",
      decimals: 0,
      mean: fractionOf(of.mean),
      daysDone: of.daysDone,
      daysTotal: of.daysTotal,
    });
    expect(decimalText(roundFraction(quota.strict, 2))).toBe(of.computed);
    expect(decimalText(roundFraction(quota.edge, 2))).toBe(of.edge);
    expect(
      Math.abs(
        decimalNumber(roundFraction(quota.strict, 6)) - Number(of.published),
      ),
    ).toBeLessThan(1);
    reproduced += 1;
  });

  it.each(oracles.days)("$id: days needed and affordable", (of) => {
    const row = rowOf(
      [observation(of.indicator, of.period, of.done, { region: "130434" })],
      {
        indicator: of.indicator,
        region: "130434",
        comparator: of.comparator as Target["comparator"],
        goal: String(of.goal),
        unit: "天",
        from: "2020-01-01",
        deadline: "2020",
      },
      of.period.split("/")[1] ?? "",
    );
    expect(row.remaining).toMatchObject({
      kind: "days",
      stillNeeded: of.needed,
      affordable: of.affordable,
    });
  });

  it.each(oracles.reductions)("$id: r/R against time", (of) => {
    expect(
      rowOf(
        [
          observation(of.indicator, String(of.year), of.reduction, {
            base: String(of.from),
          }),
        ],
        {
          indicator: of.indicator,
          base: String(of.from),
          comparator: ">=",
          goal: String(of.goal),
          unit: "%",
          from: String(of.from),
          deadline: String(of.deadline),
        },
        `${of.year}-12-31`,
      ),
    ).toMatchObject({
      progress: of.progress,
      paceRatio: of.pace,
      timeShare: of.timeShare,
      status: of.status,
    });
  });

  it.each(oracles.progress)("$id: (x − b)/(g − b)", (of) => {
    const row = rowOf(
      [observation("x.y", "2021", of.actual)],
      {
        indicator: "x.y",
        comparator: of.comparator as Target["comparator"],
        goal: String(of.goal),
        unit: "1",
        baseline: { value: String(of.baseline), period: "2020" },
        from: "2020",
        deadline: "2025",
      },
      "2021-12-31",
      smallCatalog([indicator("x.y", { kind: "mean", unit: "1" })]),
    );
    expect(row.progress).toBe(of.progress);
  });

  it.each(oracles.compound)("$id: yearly rates", (of) => {
    const row = rowOf(
      [observation("x.y", String(of.year), of.actual)],
      {
        indicator: "x.y",
        comparator: "<=",
        goal: String(of.goal),
        unit: "1",
        baseline: { value: String(of.baseline), period: String(of.from) },
        from: String(of.from),
        deadline: String(of.deadline),
        path: "compound",
      },
      `${of.year}-12-31`,
      smallCatalog([indicator("x.y", { kind: "mean", unit: "1" })]),
    );
    expect(to(row.paceRatio ?? 0, 4)).toBe(String(of.pace));
    expect(row.status).toBe(of.status);
    const { params } =
      row.trace.find(({ code }) => code === "progress.step_pace_compound") ??
      {};
    expect(params).toMatchObject({
      observed: of.observed,
      required: of.required,
    });
  });

  it.each(oracles.compounded)("$id: 1 − Π(1 − d)", (of) => {
    const row = rowOf(
      of.yearly.map((cut, at) =>
        observation("emis.co2_gdp", String(2016 + at), cut),
      ),
      {
        indicator: "emis.co2_gdp",
        base: "2015",
        comparator: ">=",
        goal: "18",
        unit: "%",
        from: "2015",
        deadline: "2020",
        cumulative: true,
      },
      "2018-12-31",
    );
    const step = row.trace.find(
      ({ code }) => code === "progress.step_reduction_compound",
    );
    expect(to(Number(step?.params["exact"]), 2)).toBe(of.computed);
  });

  it.each(oracles.ratios)("$id: a share of two counts", (of) => {
    const share = roundFraction(
      { n: BigInt(of.num) * 100n, d: BigInt(of.den) },
      of.decimals,
    );
    expect(decimalText(share)).toBe(of.computed ?? of.published);
    reproduced += 1;
  });

  it.each(oracles.seedTargets)("$id: $actual of $goal", (of) => {
    const shipped = catalog.targets.find(
      ({ indicator: code, deadline }) =>
        code === of.indicator && deadline === of.deadline,
    );
    if (shipped === undefined) throw new Error(`no target ${of.id}`);
    const period = of.deadline === "2017-08" ? "2017-01/2017-08" : of.deadline;
    const row = rowOf(
      [
        observation(of.indicator, period, of.actual, {
          region: shipped.region,
        }),
      ],
      shipped,
      of.deadline === "2017-08" ? "2017-08-31" : `${of.deadline}-12-31`,
    );
    expect(to((row.progress ?? 0) * 100, 1)).toBe(of.progress);
    expect(row).toMatchObject({ status: of.status, gap: of.gap });
  });

  it("were all tried", () => {
    // 11 + 2 + 2 + 2 + 2 + 1 + 1 + 16 + 3.
    expect(reproduced).toBe(40);
  });
});
