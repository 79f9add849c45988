import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { dabiao } from "./dabiao.ts";

const folder = mkdtempSync(join(tmpdir(), "dabiao-cli-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const examples = readdirSync("data/examples")
  .filter((name) => name.endsWith(".xlsx"))
  .map((name) => join("data/examples", name));
const monthly = "templates/月调度表.xlsx";
const binding = "templates/约束性指标完成情况.xlsx";

let outputs = 0;
function fresh(ending: string): string {
  outputs += 1;
  return join(folder, `out-${outputs}${ending}`);
}

describe("dabiao read", () => {
  it("gives the bindings of every table as the contract says", async () => {
    const { code, out } = await dabiao(
      "read",
      "data/examples/主要污染物总量较2015年减排.xlsx",
      "--json",
    );
    expect(code).toBe(0);
    const { files } = JSON.parse(out);
    expect(Object.keys(files[0]).sort()).toEqual(["file", "issues", "tables"]);
    const [table] = files[0].tables;
    expect(Object.keys(table).sort()).toEqual([
      "bindings",
      "orientation",
      "range",
      "sheet",
      "title",
      "unmatched",
    ]);
    expect(table.bindings).toContainEqual(
      expect.objectContaining({
        cell: "D4",
        indicator: "emis.so2_cut",
        region: "140000",
        period: "2019",
        measure: "actual",
        variant: "",
        base: "2015",
        value: 25.8,
        missing: null,
        unit: "%",
        raw: "25.8",
        form: "number",
        decimals: 1,
        writable: true,
        status: "normal",
        confidence: expect.any(Number),
        reasons: expect.any(Array),
      }),
    );
  });

  it("says in words what each cell is, a pure number without a unit glued to it", async () => {
    const sheet = fresh(".csv");
    writeFileSync(
      sheet,
      "2024年10月环境空气质量排名\n名次,县区,综合指数,PM2.5（μg/m³）\n1,左权县,2.81,21\n2,和顺县,2.95,断流\n",
    );
    const { out: zh } = await dabiao("read", sheet);
    expect(zh).toContain(
      "C3 环境空气质量综合指数 左权县 2024年10月 实际 = 2.81\n",
    );
    expect(zh).toContain(
      "A3 环境空气质量综合指数 左权县 2024年10月 排名 = 1\n",
    );
    expect(zh).toContain(
      "D3 PM2.5浓度 左权县 2024年10月 实际 = 21微克/立方米\n",
    );
    const { out: en } = await dabiao("read", sheet, "--lang", "en");
    expect(en).toMatch(/D3 PM2\.5 concentration .* Actual = 21 μg\/m³\n/u);
    expect(en).not.toMatch(/[a-z]\.[a-z]/u);
  });

  it("takes a folder, and says what is wrong with each bad file while the rest goes on", async () => {
    const bad = mkdtempSync(join(folder, "bad-"));
    writeFileSync(join(bad, "空.xlsx"), "");
    writeFileSync(join(bad, "其实是PDF.xlsx"), "%PDF-1.7\n1 0 obj\n");
    copyFileSync(binding, join(bad, "好的.xlsx"));
    const { code, out, err } = await dabiao("read", bad, "没有.xlsx", "--json");
    expect(code).toBe(1);
    const { files } = JSON.parse(out);
    expect(files).toHaveLength(4);
    for (const { file, issues } of files)
      if (!file.endsWith("好的.xlsx")) {
        expect(issues[0].message, file).toMatch(/\p{Script=Han}/u);
        expect(issues[0].hint, file).not.toBe("");
      }
    expect(err.split("\n").length).toBeGreaterThanOrEqual(3);
    expect(err).not.toMatch(/。。/);
  });

  it("speaks English on request", async () => {
    const { err } = await dabiao("read", "没有.xlsx", "--lang", "en");
    expect(err).toContain("was not found");
  });
});

describe("dabiao progress", () => {
  it("judges Shanxi at the end of 2019", async () => {
    const { code, out } = await dabiao(
      "progress",
      ...examples,
      "--as-of",
      "2019-12-31",
      "--json",
    );
    expect(code).toBe(0);
    const rows: Record<string, unknown>[] = JSON.parse(out);
    const of = (indicator: string) =>
      rows.filter(
        (row) => row["indicator"] === indicator && row["region"] === "140000",
      );
    expect(of("emis.so2_cut")).toContainEqual(
      expect.objectContaining({
        actual: 25.8,
        target: 20,
        status: "目前达标",
        timeShare: 0.8,
      }),
    );
    expect(of("emis.nox_cut")).toContainEqual(
      expect.objectContaining({
        actual: 17.9,
        target: 20,
        timeShare: 0.8,
        progress: 0.895,
        status: "超序时",
      }),
    );
    expect(of("air.pm25")[0]?.["actual"]).toBe(48);
    expect(of("water.worse5_n")[0]?.["actual"]).toBe(9);
    expect(of("water.sections")[0]?.["actual"]).toBe(58);
    for (const name of [
      "targetId",
      "indicator",
      "region",
      "variant",
      "unit",
      "period",
      "actual",
      "baseline",
      "target",
      "deadline",
      "progress",
      "timeShare",
      "expected",
      "paceRatio",
      "status",
      "remaining",
      "forecast",
      "trace",
    ])
      expect(rows[0]).toHaveProperty(name);
  });

  it("needs a day", async () => {
    expect((await dabiao("progress", ...examples)).code).toBe(2);
    expect(
      (await dabiao("progress", ...examples, "--as-of", "2019-02-30")).code,
    ).toBe(2);
  });
});

describe("dabiao set and cells", () => {
  it("writes numbers, texts and dates, and clears, losslessly", async () => {
    const out = fresh(".xlsx");
    const done = await dabiao(
      "set",
      monthly,
      "月调度表!C5=31.50",
      '月调度表!R5="快报"',
      "月调度表!R6=@2021-06-30",
      "-o",
      out,
    );
    expect(done.code).toBe(0);
    const cells: { cell: string; value: unknown; text: string }[] = JSON.parse(
      (await dabiao("cells", out, "--sheet", "月调度表", "--json")).out,
    );
    const at = (ref: string) => cells.find(({ cell }) => cell === ref);
    expect(at("C5")?.value).toBe(31.5);
    expect(at("R5")?.value).toBe("快报");
    expect(at("R6")?.value).toBe(44377);
    const back = fresh(".xlsx");
    await dabiao("set", out, "月调度表!C5=", "月调度表!R5=", "-o", back);
    const left: { cell: string }[] = JSON.parse(
      (await dabiao("cells", back, "--json")).out,
    );
    expect(left.some(({ cell }) => cell === "C5")).toBe(false);
  });

  it("overwrites nothing without --force and leaves formulas alone", async () => {
    const out = fresh(".xlsx");
    writeFileSync(out, "mine");
    expect(
      (await dabiao("set", monthly, "月调度表!C5=1", "-o", out)).code,
    ).toBe(2);
    expect(readFileSync(out, "utf8")).toBe("mine");
    expect(
      (await dabiao("set", monthly, "月调度表!C5=1", "-o", out, "--force"))
        .code,
    ).toBe(0);
    const formula = await dabiao(
      "set",
      monthly,
      "月调度表!F5=1",
      "-o",
      fresh(".xlsx"),
    );
    expect(formula.code).toBe(2);
    expect(formula.err).toContain("F5");
  });
});

describe("dabiao fill", () => {
  it("fills one template into one file", async () => {
    const out = fresh(".xlsx");
    const done = await dabiao(
      "fill",
      binding,
      "--data",
      ...examples,
      "--region",
      "山西省",
      "--period",
      "2019",
      "-o",
      out,
    );
    expect(done.code).toBe(0);
    expect(done.out).toMatch(/写入 \d+ 个单元格/);
    const cells: { cell: string; value: unknown }[] = JSON.parse(
      (await dabiao("cells", out, "--json")).out,
    );
    expect(cells.find(({ cell }) => cell === "A1")?.value).toBe(
      "山西省2019年约束性指标完成情况表",
    );
  });

  it("fills several templates for several regions into a zip", async () => {
    const out = fresh(".zip");
    const done = await dabiao(
      "fill",
      binding,
      "templates/总量减排进度.xlsx",
      "--data",
      "data/examples",
      "--region",
      "140000",
      "140200",
      "--period",
      "2019",
      "--name",
      "{template}-{region}-{period}.xlsx",
      "-o",
      out,
    );
    expect(done.code).toBeLessThan(2);
    expect(
      Object.keys(unzipSync(new Uint8Array(readFileSync(out)))).sort(),
    ).toEqual(
      [
        "约束性指标完成情况-大同市-2019.xlsx",
        "约束性指标完成情况-山西省-2019.xlsx",
        "总量减排进度-大同市-2019.xlsx",
        "总量减排进度-山西省-2019.xlsx",
      ].sort(),
    );
  });

  it("refuses names that clash before it writes anything", async () => {
    const out = fresh("-folder");
    const done = await dabiao(
      "fill",
      binding,
      "--data",
      ...examples,
      "--region",
      "140000",
      "140200",
      "--period",
      "2019",
      "--name",
      "同名.xlsx",
      "-o",
      out,
    );
    expect(done.code).toBe(2);
    expect(done.err).toContain("同名.xlsx");
    expect(readdirSync(folder).some((name) => out.endsWith(name))).toBe(false);
  });

  it("takes only the records of the region it is filled for", async () => {
    const written = async (region: string): Promise<number> => {
      const done = await dabiao(
        "fill",
        "templates/整改任务台账.xlsx",
        "--data",
        ...examples,
        "--region",
        region,
        "--period",
        "2019",
        "--json",
        "-o",
        fresh(".xlsx"),
      );
      return JSON.parse(done.out).files[0].written;
    };
    const [province, city] = [await written("140000"), await written("140500")];
    expect(city).toBeGreaterThan(0);
    expect(city).toBeLessThan(province);
  });

  it("says in a sentence what the file system refuses", async () => {
    const done = await dabiao(
      "set",
      monthly,
      "月调度表!C5=1",
      "--force",
      "-o",
      folder,
    );
    expect(done.code).toBe(2);
    expect(done.err).toMatch(/系统不允许/);
  });

  it("writes nothing on a dry run, and nothing on conflict when that is to fail", async () => {
    const dry = fresh(".xlsx");
    const words = [
      "--data",
      ...examples,
      "--region",
      "140000",
      "--period",
      "2019",
    ];
    expect(
      (await dabiao("fill", binding, ...words, "--dry-run", "-o", dry)).code,
    ).toBe(0);
    const held = fresh(".xlsx");
    await dabiao("set", binding, "约束性指标!E6=49", "-o", held);
    const failed = fresh(".xlsx");
    const done = await dabiao(
      "fill",
      held,
      ...words,
      "--on-conflict",
      "fail",
      "-o",
      failed,
    );
    expect(done.code).toBe(2);
    expect(done.err).toContain("E6");
    expect(readdirSync(folder).some((name) => failed.endsWith(name))).toBe(
      false,
    );
    expect(readdirSync(folder).some((name) => dry.endsWith(name))).toBe(false);
  });
});

describe("a journal in a folder", () => {
  it("takes imports once and serves progress and fill", async () => {
    const store = join(folder, "journal");
    const first = await dabiao("import", "data/examples", "--store", store);
    expect(first.code).toBe(0);
    const again = await dabiao("import", "data/examples", "--store", store);
    expect(again.out).toContain("此前已导入");
    const json = await dabiao(
      "import",
      "data/examples",
      "LICENSE",
      "--store",
      store,
      "--json",
    );
    const outcomes: string[] = JSON.parse(json.out).files.map(
      ({ outcome }: { outcome: string }) => outcome,
    );
    expect(new Set(outcomes)).toEqual(
      new Set(["already_imported", "nothing_read"]),
    );
    const log: unknown[] = JSON.parse(
      (await dabiao("log", "--store", store, "--json")).out,
    );
    expect(log).toHaveLength(examples.length);
    const rows: { indicator: string; actual: number }[] = JSON.parse(
      (
        await dabiao(
          "progress",
          "--store",
          store,
          "--as-of",
          "2019-12-31",
          "--json",
        )
      ).out,
    );
    expect(rows.find(({ indicator }) => indicator === "air.pm25")?.actual).toBe(
      48,
    );
  });
});

describe("what is not there", () => {
  it.each(["rank", "bulletin", "audit", "blank", "merge", "export"])(
    "%s says that it comes later",
    async (command) => {
      const { code, err } = await dabiao(command, "x");
      expect(code).toBe(2);
      expect(err).toContain("尚未实现");
    },
  );

  it("names an unknown command and an unknown option", async () => {
    expect((await dabiao("nope")).err).toContain("nope");
    expect((await dabiao("read", "--colour")).code).toBe(2);
    expect((await dabiao()).code).toBe(2);
    expect((await dabiao("--help")).code).toBe(0);
  });
});
