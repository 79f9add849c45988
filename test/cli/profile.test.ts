import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostOf } from "../worker/host-of.ts";
import { dabiao } from "./dabiao.ts";

const folder = mkdtempSync(join(tmpdir(), "dabiao-profile-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const profile = at("方案.json");
const sheet = (n: number): string =>
  `2021年${n}月各市空气质量\n地区,PM2.5浓度(μg/m3),气溶胶(μg/m3)\n太原市,46,50\n`;

beforeAll(async () => {
  writeFileSync(at("五月.csv"), sheet(5));
  writeFileSync(at("六月.csv"), sheet(6));
  const host = hostOf();
  const bytes = new TextEncoder().encode(sheet(5));
  const { id, questions } = await host.review(
    [{ name: "五月.csv", bytes }],
    {},
    () => undefined,
  );
  await host.answer(id, questions[0]?.id ?? "", {
    role: "indicator",
    code: "air.pm10",
  });
  await host.importReview(id, ["五月.csv"], "王");
  writeFileSync(profile, await host.shareProfiles([]));
});

interface Read {
  readonly files: readonly {
    readonly tables: readonly {
      readonly bindings: readonly { readonly indicator: string }[];
      readonly unmatched: readonly unknown[];
    }[];
  }[];
}

describe("--profile", () => {
  it("answers what the app was told of the form, and read binds it", async () => {
    const indicators = async (...words: string[]) => {
      const { out } = await dabiao("read", at("六月.csv"), "--json", ...words);
      const [table] = (JSON.parse(out) as Read).files[0]?.tables ?? [];
      return [
        table?.bindings.map(({ indicator }) => indicator),
        table?.unmatched.length,
      ];
    };
    expect(await indicators()).toEqual([["air.pm25"], 1]);
    expect(await indicators("--profile", profile)).toEqual([
      ["air.pm25", "air.pm10"],
      0,
    ]);
  });

  it("holds for import, progress and fill too", async () => {
    const counts = async (...words: string[]) => {
      const { out, code } = await dabiao(
        "import",
        at("六月.csv"),
        "--store",
        at(`store-${words.length}`),
        "--json",
        ...words,
      );
      expect(code).toBe(0);
      return (
        JSON.parse(out) as { files: readonly { observations: number }[] }
      ).files.map(({ observations }) => observations);
    };
    expect(await counts()).toEqual([1]);
    expect(await counts("--profile", profile)).toEqual([2]);
    const { out } = await dabiao(
      "progress",
      at("六月.csv"),
      "--as-of",
      "2021-06-30",
      "--json",
      "--profile",
      profile,
    );
    expect(out).toContain("air.pm10");
  });

  it("that is no such file is refused, and says why", async () => {
    const read = (file: string) =>
      dabiao("read", at("六月.csv"), "--profile", file);
    expect(await read(at("nowhere.json"))).toMatchObject({ code: 2 });
    const refused = await read(at("五月.csv"));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("不是识别方案文件");
  });
});
