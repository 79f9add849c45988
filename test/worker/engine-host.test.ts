import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import { hostOf, hostWithExamples } from "./host-of.ts";

const nox = "emis.nox_cut|140000|2019|actual||2015";

/** What the examples have data for, where that is not Shanxi in 2019. */
const requests: Readonly<Record<string, { region: string; period: string }>> = {
  monthly: { region: "140000", period: "2021-01/2021-06" },
  "air-ranking": { region: "140000", period: "2021-01/2021-06" },
  "waste-sorting": { region: "140200", period: "2022-05" },
};

describe("the engine behind the page", () => {
  it("stores nothing before the import is confirmed", async () => {
    const host = hostOf();
    const seen: string[] = [];
    const review = await host.review(await host.examples(), {}, ({ file }) =>
      seen.push(file),
    );
    expect(seen.length).toBe(review.files.length);
    expect(review.files.length).toBeGreaterThanOrEqual(8);
    for (const file of review.files)
      expect(
        file.counts.observations + file.counts.records,
        file.name,
      ).toBeGreaterThan(0);
    expect((await host.state()).observations).toBe(0);
    await host.discardReview(review.id);
    expect((await host.state()).entries).toBe(0);
  });

  it("opens one journal for calls that come at once", async () => {
    const host = hostOf();
    const [, review] = await Promise.all([
      host.open(),
      host.review(await host.examples(), {}, () => undefined),
      host.state(),
    ]);
    await host.importReview(
      review.id,
      review.files.map(({ name }) => name),
      "",
    );
    // One for each file, and the one that makes them one step of undo.
    const entries = review.files.length + 1;
    expect((await host.state()).entries).toBe(entries);
    expect((await host.log()).length).toBe(entries);
  });

  it("recognises the same bytes when they come again", async () => {
    const host = await hostWithExamples();
    const before = await host.state();
    const review = await host.review(
      await host.examples(),
      {},
      () => undefined,
    );
    expect(review.files.every(({ alreadyImported }) => alreadyImported)).toBe(
      true,
    );
    await host.importReview(
      review.id,
      review.files.map(({ name }) => name),
      "",
    );
    expect((await host.state()).entries).toBe(before.entries);
  });

  it("shows targets against actuals for Shanxi 2019", async () => {
    const host = await hostWithExamples();
    const rows = await host.progress({ region: "140000", asOf: "2019-12-31" });
    const find = (indicator: string) =>
      rows.find(
        (row) => row.indicator === indicator && row.region === "140000",
      );
    expect(find("emis.so2_cut")).toMatchObject({
      actual: 25.8,
      target: 20,
      status: "目前达标",
    });
    expect(find("emis.nox_cut")).toMatchObject({
      actual: 17.9,
      target: 20,
      timeShare: 0.8,
      progress: 0.895,
      status: "超序时",
    });
    expect(find("air.pm25")?.actual).toBe(48);
    expect(find("water.worse5_n")?.actual).toBe(9);
    expect(find("water.sections")?.actual).toBe(58);
  });

  it("edits a value, says where it came from, and takes it back", async () => {
    const host = await hostWithExamples();
    const actual = async () =>
      (await host.progress({ region: "140000", asOf: "2019-12-31" })).find(
        ({ indicator, region }) =>
          indicator === "emis.nox_cut" && region === "140000",
      )?.actual;
    expect((await host.edit(nox, "abc", "李四")).issues[0]?.code).toBe(
      "worker.not_a_number",
    );
    const edited = await host.edit(nox, "２０．５", "李四");
    expect(edited.issues).toEqual([]);
    expect(edited.state.canUndo).toBe(true);
    expect(await actual()).toBe(20.5);
    const { history, excerpt } = await host.provenance(nox);
    expect(history.map(({ kind, value, who }) => [kind, value, who])).toEqual([
      ["edit", 20.5, "李四"],
      ["import", 17.9, "张三"],
    ]);
    // The original that the typed value stands in for.
    expect(excerpt?.cells.map(({ text }) => text)).toContain("17.9");
    await host.undo("李四");
    expect(await actual()).toBe(17.9);
    expect((await host.provenance(nox)).excerpt).toEqual(excerpt);
    await host.redo("李四");
    expect(await actual()).toBe(20.5);
  });

  it("finds everything again in the same store, and in a backup", async () => {
    const store = createMemoryStore();
    const host = await hostWithExamples(store);
    await host.edit(nox, "20.5", "李四");
    const before = await host.state();
    const reopened = hostOf(store);
    expect(await reopened.state()).toEqual(before);
    const { bytes } = await host.backup("李四");
    const elsewhere = hostOf();
    const { state, issues } = await elsewhere.restore(bytes);
    expect(issues).toEqual([]);
    expect(state.observations).toBe(before.observations);
    expect(state.records).toBe(before.records);
    expect((await elsewhere.provenance(nox)).history[0]?.value).toBe(20.5);
  });

  it("fills every shipped template with something", async () => {
    const host = await hostWithExamples();
    const templates = await host.templates();
    expect(templates.length).toBeGreaterThanOrEqual(7);
    for (const { id, file: title } of templates) {
      const filled = await host.fill({
        template: id,
        asOf: "2021-06-30",
        onConflict: "write",
        ...(requests[id] ?? { region: "140000", period: "2019" }),
      });
      expect(
        filled.issues.filter(({ severity }) => severity === "error"),
        title,
      ).toEqual([]);
      expect(filled.written, title).toBeGreaterThan(0);
      console.log(`${title}: ${filled.written} cells written`);
    }
  });

  it("lists templates at once and counts each when asked, once", async () => {
    const host = await hostWithExamples();
    const counts = async (id: string) =>
      (await host.templates()).find((template) => template.id === id)?.counts;
    expect(await counts("monthly")).toBe(null);
    const counted = await host.countTemplate("monthly");
    expect(counted?.slots).toBeGreaterThan(50);
    expect(await counts("monthly")).toBe(counted);
    expect(await host.countTemplate("monthly")).toBe(counted);
    expect(await host.countTemplate("ledger")).toMatchObject({
      slots: 0,
      recordRows: 30,
    });
    expect(await host.countTemplate("nothing")).toBe(null);
  });

  it("says for what an empty cell has no data", async () => {
    const host = await hostWithExamples();
    const { empty } = await host.fill({
      template: "binding",
      region: "140000",
      period: "2020",
      asOf: "2021-06-30",
      onConflict: "write",
    });
    expect(empty[0]).toMatchObject({
      wants: "air.pm25 140000 2020 target",
      target: {
        type: "observation",
        key: { indicator: "air.pm25", region: "140000", measure: "target" },
      },
    });
  });

  it("lists the days and regions figures are held for", async () => {
    const host = await hostWithExamples();
    const { dataDays, dataRegions, latestDay } = await host.state();
    expect(dataDays[0]).toBe(latestDay);
    expect(dataDays.length).toBeLessThanOrEqual(24);
    expect([...dataDays].sort().reverse()).toEqual(dataDays);
    expect(dataDays).toContain("2021-06-30");
    expect(dataRegions).toContain("140100");
    expect(dataRegions).not.toContain("100000");
    expect((await hostOf().state()).dataDays).toEqual([]);
  });

  it("answers for a template it does not have", async () => {
    const result = await hostOf().fill({
      template: "nothing",
      region: "140000",
      period: "2019",
      asOf: "2019-12-31",
      onConflict: "write",
    });
    expect(result.issues[0]?.code).toBe("worker.no_such_template");
  });

  it("names what cannot be opened and goes on with the rest", async () => {
    const host = hostOf();
    const [example] = await host.examples();
    if (example === undefined) throw new Error("there is no example");
    const review = await host.review(
      [
        { name: "空.xlsx", bytes: new Uint8Array() },
        { name: "图片.xlsx", bytes: new TextEncoder().encode("%PDF-1.7 …") },
        example,
      ],
      {},
      () => undefined,
    );
    expect(
      review.files.map(({ issues, counts }) => [
        issues.some(({ severity }) => severity === "error"),
        counts.observations > 0,
      ]),
    ).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
  });
});

describe("the cube", () => {
  it("says which sheet each figure comes from, and what lies under one typed by hand", async () => {
    const host = await hostWithExamples();
    const scope = { region: "140000", asOf: "2019-12-31" };
    const find = async () => {
      const cube = await host.cube(scope);
      const line = cube.rows.findIndex(
        ({ indicator, region, measure, base }) =>
          [indicator, region, measure, "", base].join("|") ===
          "emis.nox_cut|140000|actual||2015",
      );
      const cell = cube.cells[line]?.[cube.periods.indexOf("2019")] ?? null;
      if (cell === null) throw new Error("the figure is not in the cube");
      return { cube, cell };
    };
    const before = await find();
    expect(before.cell).toMatchObject({
      edited: false,
      original: null,
      comments: 0,
    });
    expect(before.cube.sources[before.cell.source]?.file).toMatch(/\.xlsx$/);
    expect(before.cell.at).toMatch(/^[A-Z]+\d+$/);
    await host.edit(nox, "19", "李四");
    await host.comment(nox, "核实过", "李四");
    const after = await find();
    expect(after.cell).toMatchObject({
      value: 19,
      edited: true,
      source: -1,
      comments: 1,
      original: { value: before.cell.value, at: before.cell.at },
    });
    expect(await host.comments(nox)).toMatchObject([
      { text: "核实过", who: "李四" },
    ]);
  });

  it("takes many edits as one entry and names those it refuses", async () => {
    const host = await hostWithExamples();
    const { entries } = await host.state();
    const key = (region: string) => `air.pm25|${region}|2021-07|actual||`;
    const { state, refused } = await host.editMany(
      [
        { key: key("140100"), text: "１，234.5", unit: "μg/m3" },
        { key: key("140200"), text: "多云", unit: "μg/m3" },
        { key: key("140300"), text: "—", unit: "μg/m3" },
      ],
      "paste",
      "李四",
    );
    expect(state.entries).toBe(entries + 1);
    expect(state.undoes?.code).toBe("journal.edits_paste");
    expect(refused).toMatchObject([
      {
        key: key("140200"),
        text: "多云",
        issue: { code: "worker.not_a_number" },
      },
    ]);
    expect((await host.undo("李四")).observations).toBe(state.observations - 2);
  });

  it("makes no entry when all is refused", async () => {
    const host = hostOf();
    const { state, refused } = await host.editMany(
      [{ key: "air.pm25|140100|2021-07|actual||", text: "多云", unit: "" }],
      "paste",
      "",
    );
    expect([state.entries, refused.length]).toEqual([0, 1]);
  });
});

describe("settings", () => {
  it("are found by the beginning of their names, and an empty one is gone", async () => {
    const host = hostOf();
    await host.setSetting("view.data.月报", "layout=region/period", "");
    await host.setSetting("other", "1", "");
    expect(await host.settings("view.data.")).toEqual({
      月报: "layout=region/period",
    });
    const { canUndo } = await host.setSetting("view.data.月报", "", "");
    expect(await host.settings("view.data.")).toEqual({});
    expect(canUndo).toBe(false);
  });
});
