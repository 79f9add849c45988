import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import type { FormulaDraft } from "../../src/worker/api.ts";
import { hostOf } from "./host-of.ts";
import { freshWorkbook } from "./target-sheet.ts";

const draft: FormulaDraft = {
  code: "",
  label: { zh: "PM2.5同比", en: "PM2.5 year on year" },
  text: "yoy(PM2.5)",
  unit: "",
  direction: "down",
  decimals: 1,
};

const key = (period: string, region = "140100") =>
  `air.pm25|${region}|${period}|actual||`;

async function hostWithFigures(store = createMemoryStore()) {
  const host = hostOf(store);
  await host.edit(key("2020-06"), "40", "张三");
  await host.edit(key("2021-06"), "50", "张三");
  return host;
}

const scope = { region: "", asOf: "2021-06-30" };

describe("formulas a user writes", () => {
  it("give figures as soon as they are kept, and follow an edit", async () => {
    const host = await hostWithFigures();
    const { formula, issues } = await host.setFormula(draft, "张三");
    expect(issues).toEqual([]);
    expect(formula).toMatchObject({ code: "user.f1", unit: "%", issue: null });
    const actual = async () =>
      (await host.progress(scope)).find(
        ({ indicator, region }) =>
          indicator === "user.f1" && region === "140100",
      )?.actual;
    expect(await actual()).toBe(25);
    await host.edit(key("2021-06"), "60", "张三");
    expect(await actual()).toBe(50);
    const series = await host.series({
      indicator: "user.f1",
      region: "140100",
      variant: "",
      base: "",
      targetId: null,
      asOf: scope.asOf,
    });
    expect(series.points.map(({ value }) => value)).toEqual([50]);
    const { catalog } = await host.open();
    expect(catalog.indicators.at(-1)).toMatchObject({
      code: "user.f1",
      label: draft.label,
    });
  });

  it("stand wherever an indicator does: cube, ranking, targets, what-if, and are never typed", async () => {
    const host = await hostWithFigures();
    await host.edit(key("2020-06", "140200"), "40", "张三");
    await host.edit(key("2021-06", "140200"), "44", "张三");
    await host.setFormula(draft, "张三");
    const { periods, rows, cells } = await host.cube(scope);
    const row = rows.findIndex(
      ({ indicator, region }) => indicator === "user.f1" && region === "140100",
    );
    expect(cells[row]?.[periods.indexOf("2021-06")]).toMatchObject({
      value: 25,
      computed: true,
      edited: false,
      source: -1,
    });
    // What is stated is not marked.
    expect(cells.flat().filter((cell) => cell?.computed === true).length).toBe(
      2,
    );

    const choice = (await host.rankChoices(scope)).find(
      ({ indicator }) => indicator === "user.f1",
    );
    expect(choice).toMatchObject({
      level: "city",
      parent: "140000",
      periods: [{ code: "2021-06", n: 2 }],
    });
    const place = { indicator: "user.f1", variant: "", base: "" };
    const { lines, unit } = await host.ranking({
      ...place,
      period: "2021-06",
      level: "city",
      parent: "140000",
    });
    expect(unit).toBe("%");
    expect(
      lines
        .filter(({ rank }) => rank !== null)
        .map(({ region, rank, value }) => [region, rank, value]),
    ).toEqual([
      ["140200", 1, 10],
      ["140100", 2, 25],
    ]);
    expect(
      await host.nextRank({ ...place, region: "140100", period: "2021-06" }),
    ).toMatchObject({ rank: 2, nextRank: 1, of: 2 });
    expect(
      (await host.trends(["user.f1"], scope)).map(({ region }) => region),
    ).toEqual(["140100", "140200"]);

    const typed = await host.edit(
      "user.f1|140100|2021-06|actual||",
      "1",
      "张三",
    );
    expect(typed.issues[0]?.code).toBe("worker.computed");
    const { refused } = await host.editMany(
      [{ key: "user.f1|140100|2021-06|actual||", text: "1", unit: "%" }],
      "paste",
      "张三",
    );
    expect(refused[0]?.issue.code).toBe("worker.computed");

    const { issues } = await host.setTarget(
      {
        id: "own",
        ...place,
        region: "140100",
        comparator: "<=",
        goal: "20",
        unit: "%",
        baseline: null,
        from: "",
        deadline: "2021-06",
        declared: "",
        force: "unknown",
        cumulative: false,
        plan: "自定",
        source: "自定",
        confidence: "user",
      },
      "张三",
    );
    expect(issues).toEqual([]);
    const { flips, ranks } = await host.whatIf(
      [{ key: key("2021-06"), text: "41" }],
      scope.asOf,
    );
    // 25 % and 10 % against last year, then 2.5 %.
    expect(
      ranks.filter(({ indicator }) => indicator === "user.f1"),
    ).toMatchObject([
      { region: "140100", period: "2021-06", before: 2, after: 1 },
      { region: "140200", period: "2021-06", before: 1, after: 2 },
    ]);
    expect(flips).toContainEqual(
      expect.objectContaining({
        targetId: "own",
        before: "严重滞后",
        after: "已达标",
      }),
    );
  });

  it("name columns of sheets, and fill the slots of templates", async () => {
    const host = await hostWithFigures();
    await host.setFormula(draft, "张三");
    const file = await freshWorkbook(
      [["2021年6月空气质量"], ["地区", "PM2.5同比(%)"], ["太原市", ""]],
      "上报表.xlsx",
    );
    const [issue] = await host.addTemplate(file, "张三");
    expect(issue).toBeUndefined();
    const own = (await host.templates()).find((one) => one.own);
    const filled = await host.fill({
      template: own?.id ?? "",
      region: "140100",
      period: "2021-06",
      asOf: scope.asOf,
      onConflict: "write",
    });
    expect(filled.written).toBe(1);
    const review = await host.review(
      [{ name: "回来.xlsx", bytes: filled.bytes }],
      {},
      () => undefined,
    );
    await host.importReview(review.id, ["回来.xlsx"], "张三");
    expect((await host.state()).observations).toBe(3);
    const { rows, cells, periods } = await host.cube(scope);
    const row = rows.findIndex(({ indicator }) => indicator === "user.f1");
    // Stated now: a sheet says it.
    const cell = cells[row]?.[periods.indexOf("2021-06")];
    expect(cell?.value).toBe(25);
    expect(cell?.computed).toBeUndefined();
  });

  it("name columns of tables that are drawn, erased or read anew, and slots counted before", async () => {
    const host = await hostWithFigures();
    const bytes = new TextEncoder().encode(
      "2021年6月情况\n地区,甲乙指数(%)\n太原市,25\n",
    );
    const form = await freshWorkbook(
      [["2021年6月情况"], ["地区", "甲乙指数(%)"], ["太原市", ""]],
      "上报表.xlsx",
    );
    await host.addTemplate(form, "张三");
    const own = (await host.templates()).find((one) => one.own)?.id ?? "";
    expect((await host.countTemplate(own))?.slots).toBe(0);
    const named = { ...draft, label: { zh: "甲乙指数", en: "Own index" } };
    expect((await host.setFormula(named, "张三")).issues).toEqual([]);
    expect((await host.countTemplate(own))?.slots).toBe(1);
    const { id, files } = await host.review(
      [{ name: "六月.csv", bytes }],
      {},
      () => undefined,
    );
    expect(files[0]?.counts.observations).toBe(1);
    const place = { file: "六月.csv", sheet: 0 };
    const range = { top: 1, left: 0, bottom: 2, right: 1 };
    const drawn = await host.drawTable(id, place, range);
    expect(drawn?.questions).toEqual([]);
    expect(drawn?.files[0]?.counts.observations).toBe(1);
    const erased = await host.eraseTable(id, { ...place, table: 0 });
    expect(erased.files[0]?.counts.observations).toBe(1);
  });

  it("are taken back and brought back by undo and redo, and survive reopening", async () => {
    const store = createMemoryStore();
    const host = await hostWithFigures(store);
    await host.setFormula(draft, "张三");
    expect((await host.state()).undoes?.code).toBe("journal.formula");
    await host.undo("张三");
    expect(await host.formulas()).toEqual([]);
    await host.redo("张三");
    expect(await host.formulas()).toHaveLength(1);
    await host.removeFormula("user.f1", "张三");
    expect(await host.formulas()).toEqual([]);
    expect(
      (await host.progress(scope)).some(
        ({ indicator }) => indicator === "user.f1",
      ),
    ).toBe(false);
    await host.undo("张三");
    const again = hostOf(store);
    expect(await again.formulas()).toMatchObject([{ text: draft.text }]);
    expect((await again.log()).map(({ code }) => code)).toContain(
      "journal.formula_removed",
    );
  });

  it("are refused when they cannot be computed, by name and place", async () => {
    const host = await hostWithFigures();
    const codeOf = async (of: Partial<FormulaDraft>) =>
      (await host.setFormula({ ...draft, ...of }, "张三")).issues[0]?.code;
    expect(await codeOf({ text: "PM2.5 + 优良天数比例" })).toBe(
      "formula.unlike_units",
    );
    expect(await codeOf({ label: { zh: "", en: "" } })).toBe("formula.no_name");
    expect(await codeOf({ label: { zh: "PM10", en: "x" } })).toBe(
      "formula.name_taken",
    );
    expect(await codeOf({ unit: "尺" })).toBe("formula.unknown_unit");
    expect(await codeOf({ text: "PM2.5 * PM10" })).toBe(
      "formula.unlisted_unit",
    );
    expect(await codeOf({ code: "user.f9" })).toBe("formula.no_such");
    expect(await host.formulas()).toEqual([]);
    await host.setFormula(draft, "张三");
    const cycle = await host.setFormula(
      { ...draft, code: "user.f1", text: "prev(PM2.5同比)" },
      "张三",
    );
    expect(cycle.issues[0]).toMatchObject({
      code: "formula.cycle",
      params: { path: "PM2.5同比 → PM2.5同比" },
    });
    expect((await host.removeFormula("user.f7", "张三")).issues).toHaveLength(
      1,
    );
  });

  it("are checked while they are typed", async () => {
    const host = hostOf();
    const report = await host.checkFormula("yoy(PM2.5", { caret: 9 });
    expect(report.error).toMatchObject({
      issue: { code: "progress.formula_syntax" },
      start: 9,
      end: 9,
    });
    expect(report.completions.map(({ insert }) => insert)).toContain(
      "PM2.5浓度",
    );
    expect(await host.checkFormula("yoy(PM2.5)", {})).toMatchObject({
      error: null,
      unit: "%",
      reads: ["air.pm25"],
    });
    expect(await host.checkFormula("so2", {})).toMatchObject({
      error: { issue: { code: "formula.ambiguous_name" } },
    });
    expect(await host.checkFormula("sum(children, so2)", {})).toMatchObject({
      error: null,
      unit: "万吨",
      reads: ["emis.so2"],
    });
  });
});

describe("the host's kept rows", () => {
  it("show a stated figure beside what its parts come to", async () => {
    const host = hostOf();
    const counties = (await host.open()).catalog.regions.filter(
      ({ parent, level }) => parent === "140300" && level === "county",
    );
    for (const { code } of counties)
      await host.edit(`rect.tasks|${code}|2021|actual||`, "2", "张三");
    await host.edit("rect.tasks|140300|2021|actual||", "9", "张三");
    expect(
      await host.parts("rect.tasks", "140300", "2021", "", ""),
    ).toMatchObject({
      rule: "sum",
      stated: 9,
      computed: counties.length * 2,
      difference: 9 - counties.length * 2,
      missing: [],
    });
    expect(await host.parts("air.aqi", "140300", "2021", "", "")).toBeNull();
  });

  it("follow edits, clearing and undo in their counts and days", async () => {
    const host = await hostWithFigures();
    expect(await host.state()).toMatchObject({
      observations: 2,
      dataDays: ["2021-06-30", "2020-06-30"],
      dataMonths: ["2021-06", "2020-06"],
      dataRegions: ["140100"],
    });
    await host.edit(key("2021-06"), "", "张三");
    expect((await host.state()).dataDays).toEqual(["2020-06-30"]);
    expect((await host.state()).dataMonths).toEqual(["2020-06"]);
    await host.undo("张三");
    expect((await host.state()).dataDays[0]).toBe("2021-06-30");
    await host.undo("张三");
    await host.undo("张三");
    expect(await host.state()).toMatchObject({
      observations: 0,
      dataDays: [],
      dataRegions: [],
    });
    expect(
      (await host.progress(scope)).every(({ actual }) => actual === null),
    ).toBe(true);
    expect((await host.cube(scope)).rows).toEqual([]);
  });
});
