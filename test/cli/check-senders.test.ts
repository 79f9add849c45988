import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostOf } from "../worker/host-of.ts";
import { dabiao } from "./dabiao.ts";

const folder = mkdtempSync(join(tmpdir(), "dabiao-senders-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const store = at("store");

/** A sheet that does not say whose it is: named for months only, all have one mark. */
const sheet = (values: Readonly<Record<string, number>>): string =>
  [
    "空气质量",
    "月份,PM2.5浓度(μg/m3)",
    ...Object.entries(values).map(([month, value]) => `${month},${value}`),
    "",
  ].join("\n");
const may = sheet({ "2021年4月": 41, "2021年5月": 46 });

const asked = (...words: string[]) =>
  dabiao(...words, "--profile", at("方案.json"));

beforeAll(async () => {
  writeFileSync(at("5月.csv"), may);
  writeFileSync(
    at("6月.csv"),
    sheet({ "2021年4月": 41, "2021年5月": 46, "2021年6月": 36 }),
  );
  const host = hostOf();
  const { id, questions } = await host.review(
    [{ name: "5月.csv", bytes: new TextEncoder().encode(may) }],
    {},
    () => undefined,
  );
  await host.answer(id, questions[0]?.id ?? "", {
    role: "region",
    code: "140100",
  });
  await host.importReview(id, ["5月.csv"], "王");
  writeFileSync(at("方案.json"), await host.shareProfiles([]));
});

interface Told {
  readonly files: readonly {
    readonly observations: number;
    readonly outcome: string;
  }[];
}

describe("whose a sheet is, by an answer about another file", () => {
  it("is not compared with anything without a journal, and that is said", async () => {
    const { code, err, out } = await asked("read", at("6月.csv"));
    expect(code).toBe(0);
    expect(out).toContain("太原");
    expect(err).toContain("未指定 --store");
    const again = await asked("read", at("6月.csv"), "--lang", "en");
    expect(again.err).toContain("without --store");
  });

  it("is not asked where the file itself was answered for", async () => {
    expect((await asked("read", at("5月.csv"))).err).toBe("");
  });

  it("is taken where the stored figures agree, and not where they contradict it", async () => {
    const imported = async (name: string) => {
      const told = await asked("import", at(name), "--store", store, "--json");
      return { ...told, files: (JSON.parse(told.out) as Told).files };
    };
    expect((await imported("5月.csv")).files).toMatchObject([
      { observations: 2 },
    ]);
    const agrees = await imported("6月.csv");
    expect(agrees.files).toMatchObject([{ observations: 3 }]);
    expect(agrees.err).toBe("");
    writeFileSync(
      at("7月.csv"),
      sheet({ "2021年4月": 28, "2021年5月": 30, "2021年7月": 19 }),
    );
    const doubted = await imported("7月.csv");
    expect(doubted.files).toMatchObject([
      { observations: 0, outcome: "nothing_read" },
    ]);
    expect(doubted.err).toContain("与已有数据矛盾");
    expect(doubted.err).toContain("--assume");
    const said = await asked(
      "import",
      at("7月.csv"),
      "--store",
      store,
      "--assume",
      "region=140200",
      "--json",
    );
    expect((JSON.parse(said.out) as Told).files).toMatchObject([
      { observations: 3 },
    ]);
  });

  it("holds for read and progress with a journal too", async () => {
    for (const words of [
      ["read", at("7月.csv")],
      ["progress", at("7月.csv"), "--as-of", "2021-07-31"],
    ]) {
      const { err } = await asked(...words, "--store", store);
      expect(err).toContain("与已有数据矛盾");
    }
  });

  it("is not taken for two files of one call that disagree", async () => {
    writeFileSync(at("8月.csv"), sheet({ "2021年8月": 30 }));
    writeFileSync(at("8月份.csv"), sheet({ "2021年8月": 20 }));
    const { err } = await asked("read", at("8月.csv"), at("8月份.csv"));
    expect(err.match(/与已有数据矛盾/g)).toHaveLength(2);
  });
});
