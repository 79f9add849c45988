import { beforeAll, describe, expect, it } from "vitest";
import type { Cell, SheetView } from "../../src/model/sheet.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { patchWorkbook } from "../../src/workbook/patch.ts";
import { freeEdits, keyOf, sameEdits, twoEdits } from "./corpus/edits.ts";
import { corpus, foreign, type CorpusFile } from "./corpus/files.ts";
import { localityFaults } from "./corpus/locality.ts";
import {
  differing,
  readOnly,
  refusedByExcelJs,
  refusedBySheetJs,
  unreadable,
} from "./corpus/known.ts";
import {
  readWithExcelJs,
  readWithSheetJs,
  type OtherReading,
  type Value,
} from "./corpus/other-readers.ts";

/*
 * The laws on real workbooks. `DABIAO_CORPUS=dir:dir npx vitest run --project
 * unit test/workbook/corpus.test.ts` tries other folders than ../shared/corpus;
 * why a file of those does not open and what other readers make of it is
 * printed, not judged.
 */

if (corpus.length === 0)
  console.warn("corpus tests are skipped: ../shared/corpus is not there");

/** Faults by law, as `file: what`. */
const faults = {
  open: [] as string[],
  getPut: [] as string[],
  putGet: [] as string[],
  locality: [] as string[],
  excelJs: [] as string[],
  sheetJs: [] as string[],
  agreement: [] as string[],
};
const counts = {
  opened: 0,
  constants: 0,
  written: 0,
  excelJs: 0,
  sheetJs: 0,
  compared: 0,
};

async function tryFile(file: CorpusFile): Promise<void> {
  const { name } = file;
  const bytes = file.read();
  const { workbook, issues } = await openWorkbook(bytes, { file: name });
  const codes = issues.map(({ code }) => code);
  const known = unreadable.get(name);
  if (workbook === null) {
    if (issues.length === 0) faults.open.push(`${name}: no reason`);
    else if (foreign) console.log(`${name}: ${codes.join(" ")}`);
    else if (known === undefined || !codes.includes(known))
      faults.open.push(`${name}: ${codes.join(" ")}`);
    return;
  }
  if (known !== undefined) faults.open.push(`${name}: opens`);
  counts.opened += 1;
  if (!workbook.writable) {
    const reason = readOnly.get(name);
    if (foreign) console.log(`${name}: ${codes.join(" ")}`);
    else if (reason === undefined || !codes.includes(reason))
      faults.open.push(`${name}: not writable: ${codes.join(" ")}`);
    return;
  }

  const same = workbook.sheets.flatMap(sameEdits);
  counts.constants += same.length;
  const kept = await patchWorkbook(bytes, same);
  if (kept.bytes !== bytes) faults.getPut.push(name);
  for (const { issue } of kept.refused)
    faults.getPut.push(`${name}: ${issue.code} ${issue.cell ?? ""}`);

  const sheet =
    workbook.sheets.find((one) => twoEdits(one).length > 1) ??
    workbook.sheets[0];
  if (sheet === undefined) return;
  const edits = await freeEdits(bytes, sheet);
  const edited = await patchWorkbook(bytes, edits);
  counts.written += edits.length;
  for (const { issue } of edited.refused)
    faults.putGet.push(`${name}: ${issue.code} ${issue.cell ?? ""}`);
  if (edited.refused.length > 0) return;
  if ((await patchWorkbook(edited.bytes, edits)).bytes !== edited.bytes)
    faults.putGet.push(`${name}: writing twice is not writing once`);
  for (const fault of localityFaults(
    bytes,
    edited.bytes,
    edits,
    edited.closure,
    sheet.part,
    workbook.sheets.map(({ part }) => part),
  ))
    faults.locality.push(`${name}: ${fault}`);

  const after = (await openWorkbook(edited.bytes, { file: name })).workbook;
  const changed = new Set(edits.map(keyOf));
  const now = after?.sheets.find((one) => one.name === sheet.name);
  if (now === undefined) {
    faults.putGet.push(`${name}: the sheet is gone`);
    return;
  }
  for (const edit of edits)
    if ("value" in edit) {
      const got = now.cellAt(edit.row, edit.column)?.value;
      if (got !== edit.value) faults.putGet.push(`${name}: ${String(got)}`);
    }
  for (const difference of differences(sheet, now, changed))
    faults.putGet.push(`${name}: ${difference}`);

  const wanted = (reading: OtherReading): string[] =>
    edits.flatMap((edit) => {
      const got = reading.value(sheet.name, edit.row, edit.column);
      return "value" in edit && got === edit.value ? [] : [String(got)];
    });
  // exceljs takes longer to fail on the largest than all the rest together.
  if (bytes.length < 1_000_000 || !refusedByExcelJs.has(name)) {
    const excelJs = await attempt(() => readWithExcelJs(edited.bytes));
    judge(excelJs, refusedByExcelJs, faults.excelJs, "excelJs", name, wanted);
  }
  const sheetJs = await attempt(() => readWithSheetJs(edited.bytes));
  judge(sheetJs, refusedBySheetJs, faults.sheetJs, "sheetJs", name, wanted);
  if (typeof sheetJs === "string") return;
  const unlike = (after?.sheets ?? []).flatMap((one) =>
    disagreements(one, sheetJs),
  );
  const explained = differing.get(name);
  if (foreign) {
    if (unlike.length > 0)
      console.log(`${name}: ${unlike.length} cells differ: ${unlike[0] ?? ""}`);
  } else if (unlike.length !== (explained?.cells ?? 0))
    faults.agreement.push(
      `${name}: ${unlike.length} cells differ: ${unlike.slice(0, 3).join("; ")}`,
    );
}

/** What a library read, or the message of what it threw. */
async function attempt(
  read: () => Promise<OtherReading>,
): Promise<OtherReading | string> {
  try {
    return await read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function judge(
  reading: OtherReading | string,
  refused: ReadonlyMap<string, string>,
  into: string[],
  library: "excelJs" | "sheetJs",
  name: string,
  faultsOf: (reading: OtherReading) => string[],
): void {
  const known = refused.get(name);
  if (typeof reading === "string") {
    if (foreign) console.log(`${name}: ${library}: ${reading}`);
    else if (known === undefined || !reading.includes(known))
      into.push(`${name}: ${reading}`);
    return;
  }
  counts[library] += 1;
  const wrong = faultsOf(reading);
  if (foreign && wrong.length > 0)
    console.log(`${name}: ${library} reads ${wrong.join(", ")}`);
  else if (wrong.length > 0 ? known !== wrong.join(", ") : known !== undefined)
    into.push(`${name}: reads ${wrong.join(", ")}`);
}

/** Cells of a sheet that another reader reads differently. An empty text and nothing are the same. */
function disagreements(sheet: SheetView, other: OtherReading): string[] {
  const found: string[] = [];
  for (const { row, column, value } of sheet.cells()) {
    const theirs: Value | undefined = other.value(sheet.name, row, column);
    counts.compared += 1;
    if ((value ?? "") !== (theirs ?? ""))
      found.push(
        `${sheet.name} ${row},${column} ${JSON.stringify(value)} ${JSON.stringify(theirs)}`,
      );
  }
  return found;
}

/** Where two versions of a sheet differ, edited cells aside. */
function differences(
  before: SheetView,
  after: SheetView,
  edited: ReadonlySet<number>,
): string[] {
  const old = [...before.cells()].filter((cell) => !edited.has(keyOf(cell)));
  const now = [...after.cells()].filter((cell) => !edited.has(keyOf(cell)));
  if (old.length !== now.length)
    return [`${old.length} cells became ${now.length}`];
  return old.flatMap((cell, index) =>
    sameCell(cell, now[index]) ? [] : [`cell ${cell.row},${cell.column}`],
  );
}

function sameCell(a: Cell, b: Cell | undefined): boolean {
  return (
    a.row === b?.row &&
    a.column === b.column &&
    a.type === b.type &&
    a.value === b.value &&
    a.raw === b.raw &&
    a.formula === b.formula &&
    a.format === b.format &&
    a.style === b.style
  );
}

describe.runIf(corpus.length > 0)("on real workbooks", () => {
  beforeAll(async () => {
    const started = performance.now();
    for (const file of corpus) await tryFile(file);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(
      `corpus: ${counts.opened} of ${corpus.length} files opened, ${counts.constants} constants written back, ` +
        `${counts.written} cells written, edits read by exceljs in ${counts.excelJs} and by SheetJS in ${counts.sheetJs} files, ` +
        `${counts.compared} cells compared with SheetJS, ${seconds} s`,
    );
  }, 900_000);

  it("opens every one, or says why not", () => {
    expect(faults.open).toEqual([]);
    expect(counts.opened).toBeGreaterThan(corpus.length * 0.9);
  });

  it("gives the same bytes when every constant is written back", () => {
    expect(faults.getPut).toEqual([]);
    if (!foreign) expect(counts.constants).toBeGreaterThan(500_000);
  });

  it("reads what was written, and all else as before", () => {
    expect(faults.putGet).toEqual([]);
    if (!foreign) expect(counts.written).toBeGreaterThan(500);
  });

  it("changes nothing outside a closure that could not be smaller", () => {
    expect(faults.locality).toEqual([]);
  });

  it("is read by exceljs with the edits", () => {
    expect(faults.excelJs).toEqual([]);
    expect(counts.excelJs).toBeGreaterThan(0);
  });

  it("is read by SheetJS with the edits", () => {
    expect(faults.sheetJs).toEqual([]);
    expect(counts.sheetJs).toBeGreaterThan(0);
  });

  it("reads the values that SheetJS reads", () => {
    expect(faults.agreement).toEqual([]);
    if (!foreign) expect(counts.compared).toBeGreaterThan(500_000);
  });
});
