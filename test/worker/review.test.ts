import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/storage/memory-store.ts";
import type { FileInput, Review } from "../../src/worker/api.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { hostOf } from "./host-of.ts";

function csv(name: string, ...lines: readonly string[]): FileInput {
  return { name, bytes: new TextEncoder().encode(lines.join("\n")) };
}

const month = (
  n: number,
  values: Readonly<Record<string, number>>,
  more = "",
): FileInput =>
  csv(
    `${n}月${more}.csv`,
    `2021年${n}月各市空气质量${more}`,
    "地区,PM2.5浓度(μg/m3)",
    ...Object.entries(values).map(([region, value]) => `${region},${value}`),
  );

const unknown = (n: number): FileInput =>
  csv(
    `${n}月.csv`,
    `2021年${n}月各市空气质量`,
    "地区,PM2.5浓度(μg/m3),气溶胶(μg/m3)",
    "太原市,46,50",
    "大同市,30,40",
  );

const pm25 = (region: string, n: number): string =>
  `air.pm25|${region}|2021-0${n}|actual||`;

type Host = ReturnType<typeof hostOf>;

const review = (host: Host, ...files: readonly FileInput[]): Promise<Review> =>
  host.review(files, {}, () => undefined);

async function stored(host: Host, key: string) {
  const cube = await host.cube({ region: "", asOf: "2030-12-31" });
  const [indicator, region, period, measure] = key.split("|");
  const row = cube.rows.findIndex(
    (one) =>
      one.indicator === indicator &&
      one.region === region &&
      one.measure === measure,
  );
  return cube.cells[row]?.[cube.periods.indexOf(period ?? "")]?.value ?? null;
}

describe("the questions of a review", () => {
  it("are one for all files of a form, and one answer reads them all anew", async () => {
    const host = hostOf();
    const { id, questions, files } = await review(
      host,
      unknown(5),
      unknown(6),
      month(4, { 太原市: 40 }),
    );
    expect(questions).toMatchObject([
      {
        role: "indicator",
        place: "column",
        tables: 2,
        cells: [
          { file: "5月.csv", sheet: 0, cell: "C2" },
          { file: "6月.csv", sheet: 0, cell: "C2" },
        ],
        examples: ["50", "40"],
      },
    ]);
    expect(files.map(({ counts }) => counts.observations)).toEqual([2, 2, 1]);
    const after = await host.answer(id, questions[0]?.id ?? "", {
      role: "indicator",
      code: "air.pm10",
    });
    expect(after.questions).toEqual([]);
    expect(after.unsaved).toBe(1);
    expect(
      after.files.map(({ name, counts }) => [name, counts.observations]),
    ).toEqual([
      ["5月.csv", 4],
      ["6月.csv", 4],
    ]);
  });

  it("come back when an answer is taken back", async () => {
    const host = hostOf();
    const { id, questions } = await review(host, unknown(5));
    const after = await host.answer(id, questions[0]?.id ?? "", {
      role: "indicator",
      code: "",
    });
    expect(after.answered).toMatchObject([
      { choice: "", saved: false, count: 1 },
    ]);
    const again = await host.takeBack(id, after.answered[0]?.id ?? "");
    expect(again.questions).toHaveLength(1);
    expect(again.answered).toEqual([]);
  });

  it("that no sheet answers are asked once for all sheets, of whatever form", async () => {
    const host = hostOf();
    const { id, questions } = await review(
      host,
      csv("a.csv", "各市空气质量", "地区,PM2.5浓度(μg/m3)", "太原市,46"),
      csv("b.csv", "各市水质", "地区,优良天数(天)", "大同市,20"),
    );
    expect(questions).toMatchObject([{ id: "period", tables: 2 }]);
    const { files } = await host.answer(id, "period", {
      role: "period",
      code: "2021-06",
    });
    expect(files.map(({ counts }) => counts.observations)).toEqual([1, 1]);
  });

  it("are not asked of the next sheet once the answers are stored", async () => {
    const host = hostOf();
    const first = await review(host, unknown(5));
    await host.answer(first.id, first.questions[0]?.id ?? "", {
      role: "indicator",
      code: "air.pm10",
    });
    await host.importReview(first.id, ["5月.csv"], "王");
    const next = await review(host, unknown(6));
    expect(next.questions).toEqual([]);
    expect(next.answered).toMatchObject([{ saved: true, choice: "air.pm10" }]);
    expect(next.files[0]?.counts.observations).toBe(4);
  });

  it("are forgotten with the import when that is undone, and come back with it", async () => {
    const host = hostOf();
    const first = await review(host, unknown(5));
    await host.answer(first.id, first.questions[0]?.id ?? "", {
      role: "indicator",
      code: "air.pm10",
    });
    await host.importReview(first.id, ["5月.csv"], "王");
    const { observations, canUndo } = await host.undo("王");
    expect([observations, canUndo]).toEqual([0, false]);
    expect((await review(host, unknown(6))).questions).toHaveLength(1);
    await host.redo("王");
    expect((await review(host, unknown(6))).questions).toEqual([]);
  });
});

describe("whose a sheet is that does not say so", () => {
  const form = (
    name: string,
    values: Readonly<Record<string, number>>,
  ): FileInput =>
    csv(
      name,
      "空气质量",
      "月份,PM2.5浓度(μg/m3)",
      ...Object.entries(values).map(([month, value]) => `${month},${value}`),
    );
  const may = { "2021年4月": 41, "2021年5月": 46 };
  const june = { ...may, "2021年6月": 36 };

  async function answer(host: Host, file: FileInput, code: string) {
    const open = await review(host, file);
    const [question] = open.questions;
    await host.answer(open.id, question?.id ?? "", { role: "region", code });
    await host.importReview(open.id, [file.name], "王");
    return question;
  }

  it("is known again of the same sender's next sheet, figures revised or not", async () => {
    const host = hostOf();
    expect(
      await answer(host, form("站月报5月.csv", may), "140100"),
    ).toMatchObject({ role: "region", candidates: [] });
    const next = await review(
      host,
      form("站月报6月.csv", { ...june, "2021年4月": 42 }),
    );
    expect(next.questions).toEqual([]);
    expect(next.answered).toMatchObject([{ choice: "140100", saved: true }]);
    expect(next.files[0]?.counts).toMatchObject({
      observations: 3,
      fresh: 1,
      different: 1,
    });
  });

  it("is asked of another sender's sheet, with the last place offered first", async () => {
    const host = hostOf();
    await answer(host, form("甲站.csv", may), "140100");
    const second = await review(host, form("乙站.csv", june));
    expect(second.files[0]?.counts.observations).toBe(0);
    expect(second.questions).toMatchObject([
      { role: "region", candidates: ["140100"] },
    ]);
    expect(second.answered).toEqual([]);
    await answer(host, form("乙站.csv", june), "140200");
    // Each is known by its own name from then on, a third one by none.
    expect(
      (await review(host, form("甲站7月.csv", may))).answered,
    ).toMatchObject([{ choice: "140100" }]);
    expect(
      (await review(host, form("丙站.csv", { "2021年5月": 20 }))).questions,
    ).toMatchObject([{ role: "region", candidates: ["140200", "140100"] }]);
  });

  it("is asked where what it would be contradicts what is stored", async () => {
    const host = hostOf();
    await answer(host, form("5月.csv", may), "140100");
    const other = { "2021年4月": 28, "2021年5月": 30 };
    const second = await review(host, form("6月.csv", other));
    expect(second.files[0]?.counts.observations).toBe(0);
    expect(second.questions).toMatchObject([
      { role: "region", candidates: ["140100"] },
    ]);
    // A person may say that it is a correction.
    const same = await host.answer(second.id, second.questions[0]?.id ?? "", {
      role: "region",
      code: "140100",
    });
    expect(same.files[0]?.counts.different).toBe(2);
    const id = same.answered.find(({ saved }) => !saved)?.id ?? "";
    const back = await host.takeBack(second.id, id);
    expect(back.questions).toHaveLength(1);
  });

  it("is asked of two files of one review that would be one place and disagree", async () => {
    const host = hostOf();
    await answer(host, form("5月.csv", { "2021年5月": 46 }), "140100");
    const { questions, files } = await review(
      host,
      form("6月.csv", { "2021年6月": 36 }),
      form("6月份.csv", { "2021年6月": 29 }),
    );
    expect(files.map(({ counts }) => counts.observations)).toEqual([0, 0]);
    expect(questions).toMatchObject([{ role: "region", tables: 2 }]);
  });

  it("nor when is asked likewise where the months it names contradict what is stored", async () => {
    const host = hostOf();
    const undated = (name: string, pm: readonly [number, number]): FileInput =>
      csv(
        name,
        "6月份各市空气质量",
        "地区,PM2.5浓度(μg/m3)",
        `太原市,${pm[0]}`,
        `大同市,${pm[1]}`,
      );
    const open = await review(host, undated("6月.csv", [46, 30]));
    await host.answer(open.id, "period", { role: "period", code: "2021" });
    await host.importReview(open.id, ["6月.csv"], "王");
    // The same month of another year.
    const later = await review(host, undated("6月新.csv", [40, 28]));
    expect(later.files[0]?.counts.observations).toBe(0);
    expect(later.questions).toMatchObject([{ role: "period" }]);
    const revised = await review(host, undated("6月更.csv", [46, 31]));
    expect(revised.questions).toEqual([]);
  });

  it("is a question for each of the senders of one form, and one for sheets of different forms", async () => {
    const host = hostOf();
    const two = await review(
      host,
      form("甲站.csv", may),
      form("乙站.csv", june),
    );
    expect(two.questions).toMatchObject([
      { role: "region", tables: 1 },
      { role: "region", tables: 1 },
    ]);
    const one = await host.answer(two.id, two.questions[0]?.id ?? "", {
      role: "region",
      code: "140100",
    });
    expect(one.files.map(({ name }) => name)).toContain("甲站.csv");
    expect(one.questions).toMatchObject([
      { role: "region", candidates: ["140100"], cells: [{ file: "乙站.csv" }] },
    ]);
    await host.answer(two.id, one.questions[0]?.id ?? "", {
      role: "region",
      code: "140200",
    });
    const { questions, answered } = await host.reviewed(two.id);
    expect(questions).toEqual([]);
    expect(answered.map(({ choice }) => choice).sort()).toEqual([
      "140100",
      "140200",
    ]);
    await host.importReview(two.id, ["甲站.csv", "乙站.csv"], "王");
    expect(await stored(host, pm25("140100", 5))).toBe(46);
    expect(await stored(host, pm25("140200", 6))).toBe(36);
    const water = csv(
      "丁.csv",
      "空气天数",
      "月份,优良天数(天)",
      "2021年5月,15",
    );
    expect(
      (await review(hostOf(), form("甲.csv", may), water)).questions,
    ).toMatchObject([{ id: "region", tables: 2 }]);
  });
});

describe("correcting a table", () => {
  it("reads it anew, is kept with the import and can be taken back", async () => {
    const host = hostOf();
    const file = month(5, { 太原市: 46, 大同市: 30, 阳泉市: 41 });
    const { id } = await review(host, file);
    const place = { file: file.name, sheet: 0, table: 0 };
    const cut = await host.reshape(id, place, { bottom: -1 });
    expect(cut.files[0]?.counts.observations).toBe(2);
    expect(cut.files[0]?.sheets[0]?.tables[0]?.shape).toMatchObject({
      edges: { top: 1, bottom: 3, headerRows: 1, stubColumns: 1 },
      shape: { bottom: -1 },
    });
    const back = await host.reshape(id, place, null);
    expect(back.files[0]?.counts.observations).toBe(3);
    await host.reshape(id, place, { bottom: -1 });
    await host.importReview(id, [file.name], "王");
    const next = await review(
      host,
      month(6, { 太原市: 46, 大同市: 30, 阳泉市: 41 }),
    );
    expect(next.files[0]?.counts.observations).toBe(2);
  });
});

describe("drawing a table", () => {
  const odd = (n: number, more: readonly string[] = []): FileInput =>
    csv(
      `${n}月.csv`,
      `2021年${n}月情况`,
      "甲组,乙物",
      "太原市,40",
      "大同市,30",
      ...more,
    );
  const place = { file: "5月.csv", sheet: 0 };
  const range = { top: 1, left: 0, bottom: 3, right: 1 };

  it("goes on to questions, is kept with the import, and asks nothing the next time", async () => {
    const host = hostOf();
    const { id, files } = await review(host, odd(5));
    expect(files[0]?.sheets[0]?.tables).toEqual([]);
    const drawn = await host.drawTable(id, place, range);
    expect(drawn?.files[0]?.sheets[0]?.tables).toMatchObject([
      { shape: { drawn: true, edges: { ...range, headerRows: 1 } } },
    ]);
    expect(drawn?.unsaved).toBe(1);
    // Who says that it is a table is asked what nobody knows of it.
    expect(drawn?.questions).toMatchObject([
      { role: "indicator", text: "乙物" },
    ]);
    const answered = await host.answer(id, drawn?.questions[0]?.id ?? "", {
      role: "indicator",
      code: "air.pm25",
    });
    expect(answered.files[0]?.counts.observations).toBe(2);
    const said = await host.reshape(
      id,
      { ...place, table: 0 },
      { kind: "figures" },
    );
    expect(said.files[0]?.sheets[0]?.tables[0]?.shape?.shape).toEqual({
      kind: "figures",
    });
    await host.importReview(id, ["5月.csv"], "王");
    expect((await host.profiles()).profiles).toMatchObject([{ drawn: true }]);
    const next = await review(host, odd(6, ["阳泉市,35"]));
    expect(next.files[0]?.sheets[0]?.tables).toMatchObject([
      { shape: { drawn: true, edges: { bottom: 4 } } },
    ]);
    expect(next.questions).toEqual([]);
    expect(next.files[0]?.counts.observations).toBe(3);
    const text = await host.shareProfiles([]);
    const other = hostOf();
    await other.changeProfiles({ do: "read", file: "a.json", text }, "李");
    expect(
      (await review(other, odd(6))).files[0]?.sheets[0]?.tables,
    ).toHaveLength(1);
    await host.undo("王");
    expect((await review(host, odd(6))).files[0]?.sheets[0]?.tables).toEqual(
      [],
    );
  });

  it("is taken back, saved or not, and drawn anew in place of what was drawn there", async () => {
    const host = hostOf();
    const { id } = await review(host, odd(5));
    await host.drawTable(id, place, { ...range, bottom: 2 });
    const again = await host.drawTable(id, place, range);
    expect(again?.files[0]?.sheets[0]?.tables).toHaveLength(1);
    const gone = await host.eraseTable(id, { ...place, table: 0 });
    expect(gone.files[0]?.sheets[0]?.tables).toEqual([]);
    expect(gone.unsaved).toBe(0);
    await host.drawTable(id, place, range);
    await host.importReview(id, [], "王");
    const next = await review(host, odd(5));
    const erased = await host.eraseTable(next.id, { ...place, table: 0 });
    expect(erased.files[0]?.sheets[0]?.tables).toEqual([]);
    expect(erased.unsaved).toBe(1);
    await host.importReview(next.id, [], "王");
    expect((await host.profiles()).profiles).toEqual([]);
  });

  it("needs words to know the header by", async () => {
    const host = hostOf();
    const { id } = await review(host, csv("5月.csv", "1,2", "3,4"));
    expect(
      await host.drawTable(id, place, { top: 0, left: 0, bottom: 1, right: 1 }),
    ).toBeNull();
    expect((await host.reviewed(id)).unsaved).toBe(0);
  });
});

describe("a long sheet", () => {
  it("sends its first rows, and any others when they are asked for", async () => {
    const host = hostOf();
    const rows = Array.from(
      { length: 3000 },
      (_, i) => `2021年${(i % 12) + 1}月,点位${i},${30 + (i % 40)}`,
    );
    const { id, files } = await review(
      host,
      csv("长表.csv", "空气质量", "月份,点位名称,PM2.5浓度(μg/m3)", ...rows),
    );
    const [sheet] = files[0]?.sheets ?? [];
    expect(sheet).toMatchObject({ rows: 3002, shownRows: 2000 });
    expect(sheet?.cells.at(-1)?.row).toBe(1999);
    const place = { file: "长表.csv", sheet: 0 };
    const page = await host.reviewRows(id, place, 2900, 3001);
    expect(page.cells).toHaveLength(102 * 3);
    expect(page.cells.at(-1)).toMatchObject({
      row: 3001,
      text: String(30 + (2999 % 40)),
    });
    // As it would have been sent with the sheet.
    const head = await host.reviewRows(id, place, 100, 299);
    const same = ({ row }: { readonly row: number }) => row >= 100 && row < 300;
    expect(head.cells).toEqual(sheet?.cells.filter(same));
    expect(head.bindings).toEqual(sheet?.bindings.filter(same));
    expect(
      await host.reviewRows(id, { ...place, sheet: 7 }, 0, 9),
    ).toMatchObject({ cells: [], bindings: [] });
  });
});

describe("what an import would change", () => {
  async function withMay() {
    const host = hostOf();
    const may = await review(
      host,
      month(5, { 太原市: 46, 大同市: 30, 阳泉市: 41 }),
    );
    await host.importReview(may.id, ["5月.csv"], "王");
    return host;
  }

  it("is told value by value, with by how much", async () => {
    const host = await withMay();
    const { id } = await review(
      host,
      month(5, { 太原市: 48, 大同市: 30 }, "更正"),
    );
    expect(await host.changes(id, ["5月更正.csv"])).toMatchObject({
      fresh: 0,
      same: 1,
      different: [
        {
          key: pm25("140100", 5),
          held: { value: 46, file: "5月.csv", edited: false },
          found: { value: 48, file: "5月更正.csv", cell: "B3" },
          delta: "2",
          rate: "4.3",
        },
      ],
      conflicts: [],
      missing: [],
    });
    expect(await host.changes(id, [])).toMatchObject({ fresh: 0, same: 0 });
  });

  it("counts what last time's sheet of the form had and this one has not", async () => {
    const host = await withMay();
    const { id } = await review(host, month(6, { 太原市: 36, 大同市: 28 }));
    const { missing } = await host.changes(id, ["6月.csv"]);
    expect(missing).toMatchObject([
      {
        file: "6月.csv",
        last: "5月.csv",
        regions: ["140300"],
        indicators: [],
        others: [],
      },
    ]);
  });

  it("shows what files of the review state differently", async () => {
    const host = hostOf();
    const { id } = await review(
      host,
      month(5, { 太原市: 46, 大同市: 30 }),
      month(5, { 太原市: 47, 大同市: 30 }, "汇总"),
    );
    const { conflicts, fresh } = await host.changes(id, [
      "5月.csv",
      "5月汇总.csv",
    ]);
    expect(fresh).toBe(2);
    expect(conflicts).toMatchObject([
      {
        key: pm25("140100", 5),
        options: [
          { file: "5月.csv", value: 46 },
          { file: "5月汇总.csv", value: 47 },
        ],
      },
    ]);
  });

  it("is kept or taken as chosen, and undone in one step", async () => {
    const host = await withMay();
    const before = await host.state();
    const { id } = await review(
      host,
      month(5, { 太原市: 48, 大同市: 31 }, "更正"),
      month(6, { 太原市: 36 }),
      month(6, { 太原市: 37 }, "汇总"),
    );
    const result = await host.importReview(
      id,
      ["5月更正.csv", "6月.csv", "6月汇总.csv"],
      "王",
      {
        [pm25("140100", 5)]: "keep",
        [pm25("140200", 5)]: "take",
        [pm25("140100", 6)]: { file: "6月.csv", sheet: "6月", cell: "B3" },
      },
    );
    expect(result).toMatchObject({ observations: 3, conflicts: 0 });
    expect(await stored(host, pm25("140100", 5))).toBe(46);
    expect(await stored(host, pm25("140200", 5))).toBe(31);
    expect(await stored(host, pm25("140100", 6))).toBe(36);
    const after = await host.undo("王");
    expect(after.observations).toBe(before.observations);
    expect(after.undoes).toEqual(before.undoes);
    expect(await stored(host, pm25("140200", 5))).toBe(30);
    await host.redo("王");
    expect(await stored(host, pm25("140200", 5))).toBe(31);
    expect(await stored(host, pm25("140100", 5))).toBe(46);
  });

  it("leaves what was set by hand alone unless it is taken", async () => {
    const host = await withMay();
    await host.edit(pm25("140100", 5), "45", "王");
    const { id } = await review(host, month(5, { 太原市: 48 }, "更正"));
    const { different } = await host.changes(id, ["5月更正.csv"]);
    expect(different).toMatchObject([{ held: { value: 45, edited: true } }]);
    await host.importReview(id, ["5月更正.csv"], "王", {
      [pm25("140100", 5)]: "take",
    });
    expect(await stored(host, pm25("140100", 5))).toBe(48);
  });
});

describe("profiles", () => {
  async function answeredHost(store = createMemoryStore()) {
    const host = hostOf(store);
    const { id, questions } = await review(host, unknown(5));
    await host.answer(id, questions[0]?.id ?? "", {
      role: "indicator",
      code: "air.pm10",
    });
    await host.importReview(id, ["5月.csv"], "王");
    return host;
  }

  it("are listed, renamed, deleted, and each of it can be undone", async () => {
    const host = await answeredHost();
    const [profile] = (await host.profiles()).profiles;
    expect(profile).toMatchObject({
      name: "2021年5月各市空气质量",
      answers: 1,
      shaped: false,
    });
    const id = profile?.id ?? "";
    await host.changeProfiles({ do: "rename", id, name: "太原月报" }, "王");
    expect((await host.profiles()).profiles[0]?.name).toBe("太原月报");
    await host.changeProfiles({ do: "remove", id }, "王");
    expect((await host.profiles()).profiles).toEqual([]);
    expect((await review(host, unknown(6))).questions).toHaveLength(1);
    await host.undo("王");
    expect((await host.profiles()).profiles).toHaveLength(1);
    await host.undo("王");
    expect((await host.profiles()).profiles[0]?.name).toBe(
      "2021年5月各市空气质量",
    );
  });

  it("are shared as a file, and another machine that reads it asks nothing", async () => {
    const text = await (await answeredHost()).shareProfiles([]);
    const other = hostOf();
    const outcome = await other.changeProfiles(
      { do: "read", file: "方案.json", text },
      "李",
    );
    expect(outcome).toMatchObject({ issues: [], profiles: [{ answers: 1 }] });
    expect((await review(other, unknown(6))).questions).toEqual([]);
    const again = await other.changeProfiles(
      { do: "read", file: "方案.json", text },
      "李",
    );
    expect(again.issues).toEqual([]);
    expect((await other.log()).filter(({ undone }) => !undone)).toHaveLength(1);
  });

  it("that are none are refused with a reason", async () => {
    const host = hostOf();
    for (const text of ["", "{}", "[1]", '{"dabiao":"profiles"}'])
      expect(
        await host.changeProfiles({ do: "read", file: "a.json", text }, "王"),
      ).toMatchObject({
        profiles: [],
        issues: [{ code: "review.not_a_profile_file" }],
      });
    const newer = JSON.stringify({
      dabiao: "profiles",
      version: 99,
      profiles: [],
      aliases: [],
    });
    expect(
      await host.changeProfiles(
        { do: "read", file: "a.json", text: newer },
        "王",
      ),
    ).toMatchObject({ issues: [{ code: "review.newer_profile_file" }] });
  });
});

describe("spellings", () => {
  const alias = {
    role: "indicator",
    text: "气溶胶",
    code: "air.pm10",
  } as const;

  it("that are added hold for every form, in an open review too, until they are undone", async () => {
    const host = hostOf();
    const { id } = await review(host, unknown(5));
    expect(
      (await host.changeProfiles({ do: "addAlias", alias }, "王")).issues,
    ).toEqual([]);
    expect((await host.reviewed(id)).questions).toEqual([]);
    expect((await host.state()).undoes).toEqual({
      code: "journal.alias",
      params: { text: "气溶胶", indicator: "air.pm10" },
    });
    await host.undo("王");
    expect((await review(host, unknown(5))).questions).toHaveLength(1);
    expect((await host.profiles()).aliases).toEqual([]);
  });

  it("are there again after a reload", async () => {
    const store = createMemoryStore();
    await hostOf(store).changeProfiles({ do: "addAlias", alias }, "王");
    expect((await review(hostOf(store), unknown(5))).questions).toEqual([]);
  });

  it("that mean something else already are refused", async () => {
    const host = hostOf();
    const outcome = await host.changeProfiles(
      { do: "addAlias", alias: { ...alias, text: "PM2.5" } },
      "王",
    );
    expect(outcome).toMatchObject({
      aliases: [],
      issues: [{ code: "review.alias_taken" }],
    });
  });
});

describe("the issues of a review", () => {
  it("become a workbook that reads back", async () => {
    const bytes = await hostOf().issueWorkbook(
      [
        ["文件", "问题"],
        ["a.xlsx", "读不懂"],
      ],
      "导入问题",
    );
    const { workbook } = await openWorkbook(bytes, { file: "issues.xlsx" });
    const [sheet] = workbook?.sheets ?? [];
    expect(sheet?.name).toBe("导入问题");
    expect([...(sheet?.cells() ?? [])].map(({ value }) => value)).toEqual([
      "文件",
      "问题",
      "a.xlsx",
      "读不懂",
    ]);
    const xml = strFromU8(
      unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array(),
    );
    expect(xml).toContain('orientation="landscape"');
    expect(xml).toContain('fitToHeight="0"');
  });
});
