import { describe, expect, it } from "vitest";
import { targetTable } from "../../src/text/target-table.ts";
import { hostOf, hostWithExamples } from "./host-of.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a list of targets as JSON", () => {
  it("comes back as it was saved, and what does not hold up is named", async () => {
    const host = hostOf();
    const { rows } = await host.targets("2021-06-30");
    const targets = rows.map(({ target }) => target);
    const read = await host.readTargets(
      {
        name: "目标.json",
        bytes: bytes(
          JSON.stringify([...targets, { ...targets[0], id: "x", goal: "?" }]),
        ),
      },
      {},
    );
    expect(read.found).toBe(true);
    expect(read.targets).toEqual(targets);
    expect(read.issues).toMatchObject([
      {
        code: "catalog.bad_field",
        file: "目标.json",
        params: { row: targets.length + 1, field: "goal" },
      },
    ]);
  });

  it("comes back from the workbook it was saved as", async () => {
    const host = hostOf();
    const { rows } = await host.targets("2021-06-30");
    const targets = rows.map(({ target }) => target);
    const table = targetTable(targets, {
      indicator: (code) => code,
      region: (code) => code,
    });
    const read = await host.readTargets(
      {
        name: "目标.xlsx",
        bytes: await host.issueWorkbook(table, "目标清单"),
      },
      {},
    );
    expect(read.issues).toEqual([]);
    expect(read.targets).toEqual(
      targets.map((target) => ({
        ...target,
        confidence: "user",
        source: expect.stringContaining(target.source) as string,
      })),
    );
  });

  it.each(["{}", "[", '"目标"', ""])("is not found in %s", async (text) => {
    expect(
      await hostOf().readTargets({ name: "a.json", bytes: bytes(text) }, {}),
    ).toEqual({ found: false, targets: [], issues: [] });
  });
});

describe("the gap to the next rank", () => {
  it("is that of the ranking itself", async () => {
    const host = await hostWithExamples();
    const figure = {
      indicator: "air.pm25",
      region: "140100",
      period: "2021-01/2021-06",
      variant: "",
      base: "",
    };
    const own = await host.nextRank(figure);
    const { lines } = await host.ranking({
      ...figure,
      level: "city",
      parent: "140000",
    });
    const line = lines.find(({ region }) => region === "140100");
    expect(own?.rank).toBe(line?.rank);
    expect(own?.of).toBe(lines.filter(({ rank }) => rank !== null).length);
    for (const region of own?.next ?? []) {
      const better = lines.find((one) => one.region === region);
      expect(better?.rank).toBe(own?.nextRank);
      expect((line?.value ?? 0) + (own?.level ?? 0)).toBe(better?.value);
    }
    expect(own?.next.length).toBeGreaterThan(0);
  });

  it("is none without fellows, a figure or a direction", async () => {
    const host = await hostWithExamples();
    const of = (region: string, period: string) =>
      host.nextRank({
        indicator: "air.pm25",
        region,
        period,
        variant: "",
        base: "",
      });
    expect(await of("100000", "2021-01/2021-06")).toBeNull();
    expect(await of("140100", "1999")).toBeNull();
    expect(await of("nowhere", "2021")).toBeNull();
  });
});

describe("a formula's preview", () => {
  const draft = { unit: "", code: "", decimals: null };

  it("is what the formula gives once it is kept, and keeps nothing", async () => {
    const host = await hostWithExamples();
    const before = await host.state();
    const text = "PM2.5 / PM10";
    const preview = await host.previewFormula({ ...draft, text }, "140100");
    expect(await host.state()).toEqual(before);
    const kept = await host.setFormula(
      {
        ...draft,
        text,
        label: { zh: "细颗粒物占比", en: "fine share" },
        direction: "none",
        decimals: 1,
      },
      "张三",
    );
    expect(kept.issues).toEqual([]);
    const row = (
      await host.progress({ region: "140100", asOf: "2021-06-30" })
    ).find(
      ({ indicator, region }) =>
        indicator === kept.formula?.code && region === "140100",
    );
    expect(preview?.figures).toContainEqual({
      period: row?.period,
      value: row?.actual,
      reason: "",
      name: "",
    });
    const again = await host.previewFormula(
      { ...draft, code: kept.formula?.code ?? "", text: `${text} * 2` },
      "140100",
    );
    expect(again?.figures[0]?.value).toBe((row?.actual ?? 0) * 2);
  });

  it("is none of what cannot be computed, and empty where nothing is known", async () => {
    const host = await hostWithExamples();
    expect(
      await host.previewFormula({ ...draft, text: "PM2.5 +" }, "140100"),
    ).toBeNull();
    expect(
      (await host.previewFormula({ ...draft, text: "PM2.5 * 2" }, "110000"))
        ?.figures,
    ).toEqual([]);
  });
});
