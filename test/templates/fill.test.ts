import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellRef } from "../../src/model/sheet.ts";
import type { FillResult } from "../../src/worker/api.ts";
import type { EngineApi } from "../../src/worker/api.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { hostWithExamples } from "../worker/host-of.ts";
import { zipEntries } from "../zip-entries.ts";
import list from "../../templates/index.json" with { type: "json" };

/** What the examples have data for, where that is not Shanxi in 2019. */
const requests: Readonly<Record<string, { region: string; period: string }>> = {
  monthly: { region: "140000", period: "2021-01/2021-06" },
  "air-ranking": { region: "140000", period: "2021-01/2021-06" },
  "waste-sorting": { region: "140200", period: "2022-05" },
};

const folder = mkdtempSync(join(tmpdir(), "dabiao-fill-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let host: EngineApi;
beforeAll(async () => {
  host = await hostWithExamples();
});

function fillOf(id: string): Promise<FillResult> {
  return host.fill({
    template: id,
    asOf: "2021-06-30",
    onConflict: "write",
    ...(requests[id] ?? { region: "140000", period: "2019" }),
  });
}

/** A sheet's XML without the cells and rows the closure names. */
function outside(xml: string, refs: ReadonlySet<string>): string {
  return xml.replace(
    /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs,
    (cell, ref: string) => (refs.has(ref) ? "" : cell),
  );
}

describe.each(list)("filling $file", ({ id, file }) => {
  it("changes nothing outside the edit closure", async () => {
    const before = readFileSync(join("templates", file));
    const { bytes, closure, written } = await fillOf(id);
    expect(written).toBeGreaterThan(0);
    const touched = new Set(closure.map(({ entry }) => entry));
    const old = zipEntries(before);
    const fresh = zipEntries(bytes);
    expect(fresh.map(({ name }) => name)).toEqual(old.map(({ name }) => name));
    const texts = [
      unzipSync(new Uint8Array(before)),
      unzipSync(bytes),
    ] as const;
    for (const [index, entry] of old.entries()) {
      const now = fresh[index];
      if (!touched.has(entry.name)) {
        expect(now, entry.name).toEqual(entry);
        continue;
      }
      const items = closure.filter((item) => item.entry === entry.name);
      const [was, is] = texts.map((parts) =>
        strFromU8(parts[entry.name] ?? new Uint8Array()),
      );
      if (
        items.every(({ reason }) => reason === "cell" || reason === "cache")
      ) {
        const refs = new Set(items.map(({ element }) => element));
        expect(outside(is ?? "", refs)).toBe(outside(was ?? "", refs));
      } else
        expect(
          items.map(({ reason }) => reason),
          entry.name,
        ).toEqual(
          expect.arrayContaining([expect.stringMatching(/style|property/)]),
        );
    }
    console.log(
      `${file}: ${written} cells written, ${touched.size} of ${old.length} parts touched`,
    );
  });

  it("puts every value where a second reader finds it", async () => {
    const { bytes, closure } = await fillOf(id);
    const { workbook } = await openWorkbook(bytes, { file });
    if (workbook === null) throw new Error("the result does not open");
    const path = join(folder, `${id}.xlsx`);
    writeFileSync(path, bytes);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const edited = closure.filter(({ reason }) => reason === "cell");
    expect(edited.length).toBeGreaterThan(0);
    for (const { sheet: name, element } of edited) {
      const sheet = workbook.sheets.find((one) => one.name === name);
      const cell = [...(sheet?.cells() ?? [])].find(
        ({ row, column }) => cellRef(row, column) === element,
      );
      const other = book.getWorksheet(name ?? "")?.getCell(element).value;
      const plain =
        other instanceof Date
          ? (other.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000
          : other;
      expect(plain, `${name}!${element}`).toBe(cell?.value);
    }
  });

  it("fills to the same bytes twice, and keeps what it is given to write again", async () => {
    const first = await fillOf(id);
    const second = await fillOf(id);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it("opens in LibreOffice, with its charts", async (context) => {
    if (spawnSync("soffice", ["--version"]).status !== 0)
      context.skip(
        "LibreOffice is not on this machine: npm test installs it on Debian as root",
      );
    const { bytes } = await fillOf(id);
    const path = join(folder, `${id}-office.xlsx`);
    writeFileSync(path, bytes);
    const run = spawnSync(
      "soffice",
      [
        `-env:UserInstallation=file://${join(folder, "office")}`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        path,
      ],
      { encoding: "utf8" },
    );
    expect(run.status, run.stderr).toBe(0);
    expect(statSync(path.replace(/xlsx$/, "pdf")).size).toBeGreaterThan(10_000);
    const parts = Object.keys(unzipSync(bytes));
    expect(parts.some((name) => name.startsWith("xl/charts/"))).toBe(true);
  });
});
