import {
  cellRef,
  type CellEdit,
  type WorkbookView,
} from "../../../src/model/sheet.ts";
import { defaultLimits } from "../../../src/workbook/limits.ts";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { patchWorkbook } from "../../../src/workbook/patch.ts";
import { readZipDirectory } from "../../../src/workbook/zip-directory.ts";
import type { Mutant } from "./mutant.ts";
import { Random } from "./random.ts";
import { cellLines, difference } from "./sheet-text.ts";
import { partContents, xmlFault } from "./well-formed.ts";

/** Constants written back at most. */
const most = 1500;

/** What is wrong with how a mutant is read and patched; null when nothing is. */
export async function judge(mutant: Mutant): Promise<string | null> {
  const { bytes } = mutant;
  const options = { file: "x.xlsx" };
  const { workbook, issues } = await openWorkbook(bytes, options);
  if (workbook === null) {
    if (issues.length === 0) return "does not open and does not say why";
    const { closure } = await patchWorkbook(bytes, [
      { sheet: "Sheet1", row: 0, column: 0, kind: "number", value: 1 },
    ]);
    return closure.length > 0 ? "writes into what it cannot read" : null;
  }
  const lines = cellLines(workbook);
  if (issues.length === 0) {
    const silence = await wrongSilence(mutant, workbook, lines);
    if (silence !== null) return `wrong silence: ${silence}`;
  }
  if (!workbook.writable) return null;
  const back = await patchWorkbook(bytes, constants(workbook));
  if (back.bytes !== bytes)
    return `GetPut: ${back.closure.map(({ entry, element }) => `${entry} ${element}`).slice(0, 3).join(", ")}`; // prettier-ignore
  return editFault(mutant, workbook, lines);
}

/** Different cells out of a part that is broken, and no word about it. */
async function wrongSilence(
  { original, bytes }: Mutant,
  workbook: WorkbookView,
  lines: ReadonlyMap<string, string>,
): Promise<string | null> {
  const before = await openWorkbook(original, { file: "x.xlsx" });
  if (before.workbook === null) return null;
  const changed = difference(cellLines(before.workbook), lines);
  if (changed === null) return null;
  const old = partContents(original);
  const now = partContents(bytes);
  for (const name of usedParts(before.workbook, workbook, [...old.keys()])) {
    const part = now.get(name);
    const was = old.get(name);
    if (part === undefined) {
      if (was !== undefined) return `${name} is gone; ${changed}`;
      continue;
    }
    if (typeof part === "string") return `${name}: ${part}; ${changed}`;
    if (was instanceof Uint8Array && Buffer.compare(was, part) === 0) continue;
    const fault = xmlFault(part);
    if (fault !== null) return `${name}: ${fault}; ${changed}`;
  }
  return null;
}

function usedParts(
  before: WorkbookView,
  after: WorkbookView,
  names: readonly string[],
): Set<string> {
  return new Set([
    ...[...before.sheets, ...after.sheets].map(({ part }) =>
      part.toLowerCase(),
    ),
    ...names.filter((name) =>
      /^xl\/(_rels\/workbook\.xml\.rels|(workbook|sharedstrings|styles)\.xml)$/.test(
        name,
      ),
    ),
  ]);
}

function constants(workbook: WorkbookView): CellEdit[] {
  const edits: CellEdit[] = [];
  for (const sheet of workbook.sheets)
    for (const cell of sheet.cells()) {
      const { row, column, value, raw, format } = cell;
      const covered = sheet.merges.some(
        (area) =>
          row >= area.top && row <= area.bottom &&
          column >= area.left && column <= area.right &&
          (row !== area.top || column !== area.left),
      ); // prettier-ignore
      if (cell.formula !== undefined || covered) continue;
      if (edits.length >= most) return edits;
      const where = { sheet: sheet.name, row, column };
      if (typeof value === "number")
        edits.push({ ...where, kind: "number", value, text: digits(raw, value), format }); // prettier-ignore
      else if (cell.type === "text" && typeof value === "string")
        edits.push({ ...where, kind: "text", value });
    }
  return edits;
}

/** The digits as an edit takes them: no space around, no plus sign. */
function digits(raw: string, value: number): string {
  const text = raw.trim();
  return /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)
    ? text
    : String(value);
}

async function editFault(
  { seed, bytes }: Mutant,
  workbook: WorkbookView,
  lines: ReadonlyMap<string, string>,
): Promise<string | null> {
  if (workbook.sheets.length === 0) return null;
  const random = new Random(seed ^ 0x5bd1e995);
  const sheet = random.pick(workbook.sheets);
  const { bounds } = sheet;
  const edit = {
    sheet: sheet.name,
    row: Math.min(1048575, random.int((bounds?.bottom ?? 0) + 3)),
    column: Math.min(16383, random.int((bounds?.right ?? 0) + 3)),
    kind: "number",
    value: 0.40625,
  } as const;
  const out = await patchWorkbook(bytes, [edit]);
  if (out.refused.length > 0)
    return out.closure.length === 0 && out.bytes === bytes
      ? null
      : "refused and written";
  const what = `edit of ${sheet.name}!${cellRef(edit.row, edit.column)}`;
  const again = await openWorkbook(out.bytes, { file: "x.xlsx" });
  if (again.workbook === null) return `${what}: does not open again`;
  const after = again.workbook.sheets.find(({ name }) => name === sheet.name);
  const area = sheet.merges.find(
    ({ top, bottom, left, right }) =>
      edit.row >= top && edit.row <= bottom &&
      edit.column >= left && edit.column <= right,
  ); // prettier-ignore
  const row = area?.top ?? edit.row;
  const column = area?.left ?? edit.column;
  const read = after?.cellAt(row, column)?.value ?? null;
  if (read !== edit.value) return `${what}: reads ${String(read)}`;
  const moved = difference(
    lines,
    cellLines(again.workbook),
    new Set([`${sheet.name}\n${row}\n${column}`]),
  );
  if (moved !== null) return `${what}: ${moved}`;
  const allowed = new Set(out.closure.map(({ entry }) => entry));
  for (const name of changedEntries(bytes, out.bytes))
    if (!allowed.has(name)) return `${what}: changes ${name}`;
  return null;
}

function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const a = readZipDirectory(before, defaultLimits);
  const b = readZipDirectory(after, defaultLimits);
  if ("kind" in a || "kind" in b) return ["the zip itself"];
  return a.entries.flatMap((entry, index) => {
    const now = b.entries[index];
    const same =
      now?.name === entry.name &&
      Buffer.compare(
        before.subarray(entry.start, entry.dataStart + entry.compressedSize),
        after.subarray(now.start, now.dataStart + now.compressedSize),
      ) === 0;
    return same ? [] : [entry.name];
  });
}
