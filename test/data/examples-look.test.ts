import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { allExamples } from "../../data/examples/make/all.ts";

const folder = fileURLToPath(new URL("../../data/examples/", import.meta.url));
const lists = fileURLToPath(new URL("../../data/", import.meta.url));
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

interface Figure {
  readonly id: string;
  readonly indicator: string;
  readonly region: string;
  readonly value: number;
  readonly statedValue?: number;
}

interface Words {
  readonly code: string;
  readonly label: { readonly zh: string };
  readonly aliases: readonly string[];
}

/** A sheet as a list of its texts and of the numbers in it. */
interface Seen {
  readonly file: string;
  readonly sheet: string;
  readonly texts: readonly string[];
  readonly numbers: ReadonlySet<number>;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[~～—–－]/g, "-")
    .replaceAll(/[“”"\s]/g, "");
}

function look(file: string, sheet: ExcelJS.Worksheet): Seen {
  const texts: string[] = [];
  const numbers = new Set<number>();
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master !== cell) return;
      if (typeof cell.value === "number") numbers.add(cell.value);
      else if (typeof cell.value === "string") texts.push(cell.value);
    });
  });
  return { file, sheet: sheet.name, texts, numbers };
}

async function load(file: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = new Uint8Array(readFileSync(folder + file));
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

const books: { file: string; book: ExcelJS.Workbook }[] = [];
const seen: Seen[] = [];

beforeAll(async () => {
  for (const { file } of allExamples) {
    const book = await load(file);
    books.push({ file, book });
    for (const sheet of book.worksheets) seen.push(look(file, sheet));
  }
});

describe("the example workbooks", () => {
  it("are the files of the folder", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
    expect(files.sort()).toEqual(allExamples.map(({ file }) => file).sort());
  });

  it.each(allExamples)(
    "$file is byte for byte what the generator writes",
    async ({ file, build }) => {
      expect(Buffer.compare(await build(), readFileSync(folder + file))).toBe(
        0,
      );
    },
  );

  it("say on every sheet where the figures come from, or that they are 示意数据", () => {
    expect(seen.length).toBeGreaterThan(20);
    for (const { file, sheet, texts } of seen)
      expect(
        texts.some((text) => text.includes("数据来源")) ||
          texts.some((text) => text.includes("示意数据")),
        `${file} ${sheet}`,
      ).toBe(true);
  });

  it("open with a large centred merged title and the 填报 line", () => {
    for (const { book } of books)
      for (const sheet of book.worksheets) {
        const title = sheet.getCell("A1");
        expect(title.isMerged).toBe(true);
        expect(title.alignment.horizontal).toBe("center");
        expect(title.font.size).toBeGreaterThanOrEqual(16);
        const lines = [2, 3].map((row) => sheet.getCell(row, 1).text);
        expect(lines.some((line) => line.startsWith("填报单位："))).toBe(true);
      }
  });

  it("write — for what is missing and leave no figure cell at 0 but the one that was published", () => {
    const zeros = seen.filter(({ numbers }) => numbers.has(0));
    expect(zeros.map(({ sheet }) => sheet)).toEqual(["汾河流域"]);
    expect(seen.some(({ texts }) => texts.includes("—"))).toBe(true);
  });

  it("hold every published figure on a sheet that names its indicator and region", () => {
    const figures = JSON.parse(
      readFileSync(`${fixtures}published-figures.json`, "utf8"),
    ) as Figure[];
    const words = new Map(
      (
        JSON.parse(readFileSync(`${lists}indicators.json`, "utf8")) as Words[]
      ).map((row) => [row.code, [row.label.zh, ...row.aliases].map(plain)]),
    );
    const regions = new Map(
      readFileSync(`${lists}regions.csv`, "utf8")
        .split("\n")
        .map((line) => line.split(","))
        .map((cells) => [
          cells[0] ?? "",
          [cells[3], cells[4]].filter(
            (name) => name !== undefined && name !== "",
          ),
        ]),
    );
    expect(figures.length).toBeGreaterThan(100);
    const lost = figures.filter((figure) => {
      const stated = figure.statedValue ?? figure.value;
      const names = words.get(figure.indicator) ?? [];
      const places = regions.get(figure.region) ?? [];
      return !seen.some(({ file, numbers, texts }) => {
        const all = texts.map(plain);
        const where = [file, ...texts].join("\n");
        return (
          numbers.has(stated) &&
          names.some((name) => all.some((text) => text.includes(name))) &&
          places.some((place) => where.includes(place ?? ""))
        );
      });
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
