import { beforeAll, describe, expect, it } from "vitest";
import type { EngineApi } from "../../src/worker/api.ts";
import { hostOf, hostWithExamples } from "./host-of.ts";

const plain = { variant: "", base: "" } as const;
const everywhere = { region: "", asOf: "2021-06-30" } as const;
let host: EngineApi;
beforeAll(async () => {
  host = await hostWithExamples();
});

describe("what can be ranked", () => {
  it("is cities of a province and counties of a city, newest period first", async () => {
    const choices = await host.rankChoices(everywhere);
    expect(choices).toContainEqual({
      ...plain,
      indicator: "air.pm25",
      level: "city",
      parent: "140000",
      periods: [{ code: "2021-01/2021-06", n: 11 }],
    });
    const composite = choices.filter(
      ({ indicator }) => indicator === "air.composite",
    );
    expect(composite.map(({ level, parent }) => [level, parent])).toEqual([
      ["city", "140000"],
      ["county", "140900"],
    ]);
    for (const { periods } of choices)
      for (const { n } of periods) expect(n).toBeGreaterThan(1);
  });

  it("knows no figures of periods that had not ended", async () => {
    const choices = await host.rankChoices({
      region: "",
      asOf: "2021-06-29",
    });
    expect(choices.map(({ indicator }) => indicator)).toContain(
      "air.composite",
    );
    expect(choices.map(({ level }) => level)).not.toContain("city");
  });

  it("stays within the region looked at", async () => {
    const choices = await host.rankChoices({
      region: "140900",
      asOf: "2021-06-30",
    });
    expect(new Set(choices.map(({ parent }) => parent))).toEqual(
      new Set(["140900"]),
    );
  });

  it("is nothing in an empty journal", async () => {
    expect(await hostOf().rankChoices(everywhere)).toEqual([]);
  });
});

describe("a ranking", () => {
  it("shares places on the rounded value and leaves the next one out", async () => {
    const { lines, better, unit } = await host.ranking({
      ...plain,
      indicator: "air.pm25",
      level: "city",
      parent: "140000",
      period: "2021-01/2021-06",
    });
    expect(better).toBe("lower");
    expect(unit).toBe("μg/m3");
    expect(lines.map(({ rank }) => rank)).toEqual([
      1, 2, 3, 4, 5, 5, 7, 8, 9, 10, 11,
    ]);
    expect(lines.filter(({ tied }) => tied).map(({ value }) => value)).toEqual([
      41, 41,
    ]);
  });

  it("keeps the row of a zone that does not take part, without a rank", async () => {
    const { lines } = await host.ranking({
      ...plain,
      indicator: "air.composite",
      level: "county",
      parent: "140900",
      period: "2020-11",
    });
    expect(lines).toHaveLength(15);
    const ranks = lines.map(({ rank }) => rank);
    expect(ranks.slice(7, 11)).toEqual([8, 9, 9, 11]);
    const last = lines.at(-1);
    expect(last).toMatchObject({
      rank: null,
      changeRank: null,
      excluded: true,
      reason: "_",
      value: 4.9,
    });
  });

  it("shows an edit at once, and where it was made by hand", async () => {
    const own = await hostWithExamples();
    await own.edit("air.pm25|141000|2021-01/2021-06|actual||", "29", "李四");
    const { lines } = await own.ranking({
      ...plain,
      indicator: "air.pm25",
      level: "city",
      parent: "140000",
      period: "2021-01/2021-06",
    });
    expect(lines[0]).toMatchObject({
      region: "141000",
      value: 29,
      rank: 1,
      cell: { edited: true },
    });
  });
});

describe("short series", () => {
  it("take last year from the sheet that states it, and say so", async () => {
    const trends = await host.trends(["air.pm25"], everywhere);
    const linfen = trends.find(({ region }) => region === "141000");
    expect(
      linfen?.points.map(({ period, value, stated }) => [
        period,
        value,
        stated,
      ]),
    ).toEqual([
      ["2020-01/2020-06", 64, true],
      ["2021-01/2021-06", 53, false],
    ]);
  });

  it("end at the day looked at", async () => {
    const trends = await host.trends(["air.good_rate"], {
      region: "140000",
      asOf: "2020-12-31",
    });
    const own = trends.find(
      ({ region, variant }) => region === "140000" && variant === "",
    );
    expect(own?.points.at(-1)?.period).toBe("2020");
  });
});

describe("outlooks", () => {
  it("are those of the rows whole, for targets that history tells enough about", async () => {
    const scope = { region: "140000", asOf: "2024-12-31" };
    const outlooks = await host.outlooks(scope);
    expect(outlooks.length).toBeGreaterThan(0);
    for (const { outlook, ...name } of outlooks)
      expect(
        (await host.progressRow(name, scope.asOf))?.outlook,
        name.targetId,
      ).toEqual(outlook);
    const [first] = outlooks;
    if (first === undefined) throw new Error("outlooks are known");
    const { targetId, outlook, ...of } = first;
    const { forecast } = await host.series({
      ...of,
      targetId,
      asOf: scope.asOf,
    });
    expect(forecast).toMatchObject([
      { low: outlook.low, value: outlook.value, high: outlook.high },
    ]);
  });
});

describe("the series of a row", () => {
  it("has the path of the row's own target", async () => {
    const rows = await host.progress({ region: "140000", asOf: "2024-12-31" });
    const goals = await Promise.all(
      rows
        .filter(
          ({ indicator, region, targetId }) =>
            indicator === "air.good_rate" &&
            region === "140000" &&
            targetId !== null,
        )
        .map(async ({ indicator, region, variant, base, targetId, target }) => [
          target,
          (
            await host.series({
              indicator,
              region,
              variant,
              base,
              targetId,
              asOf: "2024-12-31",
            })
          ).target?.value,
        ]),
    );
    expect(goals.length).toBeGreaterThan(1);
    for (const [target, drawn] of goals) expect(drawn).toBe(target);
  });

  it("knows nothing after the day", async () => {
    const { points } = await host.series({
      ...plain,
      indicator: "air.good_rate",
      region: "140000",
      targetId: null,
      asOf: "2020-12-31",
    });
    expect(points.length).toBeGreaterThan(0);
    for (const { end } of points) expect(end).toBeLessThanOrEqual(18628);
  });
});
