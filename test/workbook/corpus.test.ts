import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Cell, CellEdit, SheetView } from "../../src/model/sheet.ts";
import { defaultLimits } from "../../src/workbook/limits.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { patchWorkbook } from "../../src/workbook/patch.ts";
import { readZipDirectory } from "../../src/workbook/zip-directory.ts";

const root = resolve("../shared/corpus");
const files = existsSync(root)
  ? readdirSync(root, { recursive: true })
      .map(String)
      .filter((name) => /\.xls[xm]$/.test(name))
      .sort()
  : [];
if (files.length === 0)
  console.warn("corpus tests are skipped: ../shared/corpus is not there");

/** Files that open with nothing in them or not at all: encrypted, or broken on purpose. */
const unreadable = new Set([
  "calamine/tests__pass_protected.xlsx",
  "openxlsx-data/openxlsx2_example_pass.xlsx",
  "poi/58616.xlsx",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-4828727001088000.xlsx",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5185049589579776.xlsx",
  "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-6419366255919104.xlsx",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5025401116950528.xlsx",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx",
  "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx",
  "poi/crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c.xlsx",
  "poi/poifs__extenxls_pwd123.xlsx",
  "poi/poifs__protected_sha512.xlsx",
]);

/** Cells where the second reader is known to differ, and why. */
const explained = new Map([
  [
    "calamine/tests__date_iso.xlsx",
    "t=d dates stay ISO texts here, the other makes serials of them",
  ],
  [
    "calamine/tests__has_x000D_inline.xlsx",
    "_x000D_ in inline strings is decoded here",
  ],
  [
    "calamine/tests__minimal_package.xlsx",
    "the other loses the second run of an inline string",
  ],
  [
    "calamine/tests__richtext-after-plain.xlsx",
    "the other drops runs behind a plain text",
  ],
]);

const load = (name: string) => new Uint8Array(readFileSync(join(root, name)));

async function sheetsOf(bytes: Uint8Array): Promise<readonly SheetView[]> {
  const { workbook } = await openWorkbook(bytes, { file: "a" });
  return workbook?.sheets ?? [];
}

const key = ({ row, column }: { row: number; column: number }) =>
  row * 16384 + column;

function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  return (
    a?.row === b?.row &&
    a?.column === b?.column &&
    a?.type === b?.type &&
    a?.value === b?.value &&
    a?.raw === b?.raw &&
    a?.formula === b?.formula &&
    a?.format === b?.format &&
    a?.style === b?.style
  );
}

/** Where two versions of a sheet differ, edited cells aside. */
function differences(
  before: SheetView,
  after: SheetView,
  edited: ReadonlySet<number>,
): string[] {
  const found: string[] = [];
  const old = before.cells()[Symbol.iterator]();
  let next = old.next();
  for (const cell of after.cells()) {
    const held = next.done === true ? undefined : next.value;
    const known = held !== undefined && key(held) === key(cell);
    if (edited.has(key(cell))) {
      if (known) next = old.next();
      continue;
    }
    if (!known || !sameCell(held, cell))
      found.push(`${after.name} ${cell.row} ${cell.column}`);
    if (found.length > 3) return found;
    next = old.next();
  }
  return next.done === true ? found : [...found, `${before.name} is shorter`];
}

/** A number in the first cell that has one, and a text in a row below all. */
function twoEdits(sheet: SheetView): CellEdit[] {
  const edits: CellEdit[] = [];
  for (const cell of sheet.cells())
    if (cell.type === "number" && cell.formula === undefined) {
      const { row, column } = cell;
      edits.push({
        sheet: sheet.name,
        row,
        column,
        kind: "number",
        value: 0.40625,
      });
      break;
    }
  let row = (sheet.bounds?.bottom ?? -1) + 2;
  while (sheet.merges.some((area) => row >= area.top && row <= area.bottom))
    row += 1;
  if (row <= 1048575)
    edits.push({
      sheet: sheet.name,
      row,
      column: 1,
      kind: "text",
      value: "达标 <&>",
    });
  return edits;
}

function constants(sheet: SheetView): CellEdit[] {
  const inMerge = ({ row, column }: Cell): boolean =>
    sheet.merges.some(
      (area) =>
        row >= area.top && row <= area.bottom &&
        column >= area.left && column <= area.right &&
        (row !== area.top || column !== area.left),
    ); // prettier-ignore
  return [...sheet.cells()].flatMap((cell): CellEdit[] => {
    const { row, column, value, raw, format } = cell;
    const where = { sheet: sheet.name, row, column };
    if (cell.formula !== undefined || inMerge(cell)) return [];
    if (typeof value === "number")
      return [{ ...where, kind: "number", value, text: raw.trim(), format }];
    return cell.type === "text" && typeof value === "string"
      ? [{ ...where, kind: "text", value }]
      : [];
  });
}

describe.runIf(files.length > 0)("on real workbooks", () => {
  it("opens every one that is not broken on purpose, and says why it does not", async () => {
    for (const name of files) {
      const { workbook, issues } = await openWorkbook(load(name), {
        file: name,
      });
      expect([name, workbook === null]).toEqual([name, unreadable.has(name)]);
      if (workbook === null) expect(issues.length, name).toBeGreaterThan(0);
    }
  }, 120_000);

  it("changes two cells and nothing else", async () => {
    let written = 0;
    for (const name of files) {
      if (unreadable.has(name)) continue;
      const bytes = load(name);
      expect(patchWorkbook(bytes, []).bytes, name).toBe(bytes);
      const sheets = await sheetsOf(bytes);
      const [first] = sheets;
      if (first === undefined) continue;
      const edits = twoEdits(first);
      const { bytes: out, closure, refused } = patchWorkbook(bytes, edits);
      expect(refused, name).toEqual([]);
      expect(patchWorkbook(out, edits).bytes, name).toBe(out);
      const after = await sheetsOf(out);
      for (const edit of edits)
        if (edit.kind === "number" || edit.kind === "text")
          expect(after[0]?.cellAt(edit.row, edit.column)?.value, name).toBe(
            edit.value,
          );
      written += edits.length;
      const edited = new Set(edits.map(key));
      // The other sheets lie in entries that are the same byte for byte, as is checked below.
      const [now] = after;
      if (now === undefined) throw new Error(`${name} lost a sheet`);
      expect(differences(first, now, edited), name).toEqual([]);
      expect(changedEntries(bytes, out), name).toEqual(
        [...new Set(closure.map(({ entry }) => entry))].sort(),
      );
    }
    console.log(
      `corpus: ${written} cells written in ${files.length - unreadable.size} files`,
    );
    expect(written).toBeGreaterThan(500);
  }, 240_000);

  it("gives the same bytes when every constant is written back", async () => {
    let cells = 0;
    for (const name of files) {
      const bytes = load(name);
      if (unreadable.has(name) || bytes.length > 100_000) continue;
      const edits = (await sheetsOf(bytes)).flatMap(constants);
      cells += edits.length;
      const { bytes: out, refused } = patchWorkbook(bytes, edits);
      expect(refused, name).toEqual([]);
      expect(out, name).toBe(bytes);
    }
    console.log(`corpus: ${cells} constants written back`);
    expect(cells).toBeGreaterThan(50_000);
  }, 120_000);

  it("reads the values a second reader reads", async () => {
    const library = await import("@e965/xlsx");
    let compared = 0;
    for (const name of files) {
      const bytes = load(name);
      if (unreadable.has(name) || explained.has(name) || bytes.length > 60_000)
        continue;
      const sheets = await sheetsOf(bytes);
      const other = library.read(bytes, {
        type: "array",
        dense: true,
        nodim: true,
      });
      for (const sheet of sheets) {
        const data = other.Sheets[sheet.name]?.["!data"];
        for (const cell of sheet.cells()) {
          const theirs = data?.[cell.row]?.[cell.column];
          const value = theirs?.t === "e" ? theirs.w : theirs?.v;
          compared += 1;
          if ((cell.value ?? "") !== (value ?? ""))
            expect([name, sheet.name, cell.row, cell.column, cell.value]).toEqual([
              name, sheet.name, cell.row, cell.column, value,
            ]); // prettier-ignore
        }
      }
    }
    console.log(`corpus: ${compared} cells agree with SheetJS`);
    expect(compared).toBeGreaterThan(50_000);
  }, 120_000);
});

/** Names of entries whose bytes, local header included, are not the same. */
function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const a = readZipDirectory(before, defaultLimits);
  const b = readZipDirectory(after, defaultLimits);
  if ("kind" in a || "kind" in b) throw new Error("not a zip");
  expect(b.entries.map(({ name }) => name)).toEqual(
    a.entries.map(({ name }) => name),
  );
  return a.entries
    .filter((entry, index) => {
      const now = b.entries[index];
      if (now === undefined) return true;
      return (
        Buffer.compare(
          before.subarray(entry.start, entry.dataStart + entry.compressedSize),
          after.subarray(now.start, now.dataStart + now.compressedSize),
        ) !== 0
      );
    })
    .map(({ name }) => name)
    .sort();
}
