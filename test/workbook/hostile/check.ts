import { parseCellRef, type CellEdit } from "../../../src/model/sheet.ts";
import { describeIssue } from "../../../src/text/words.ts";
import {
  openWorkbook,
  type OpenedWorkbook,
} from "../../../src/workbook/open.ts";
import { patchWorkbook } from "../../../src/workbook/patch.ts";
import type { Issue } from "../../../src/model/issue.ts";
import type { HostileFile } from "./hostile-file.ts";

/** Constants of a sheet that are written back. */
const most = 2000;

/** Everything that is not as it must be; empty when the file is read right. */
export async function checkReading(
  file: HostileFile,
  bytes: Uint8Array,
): Promise<string[]> {
  const { workbook, issues } = await openWorkbook(bytes, {
    file: file.file ?? "x.xlsx",
  });
  return [
    ...(file.opens === (workbook !== null)
      ? []
      : [workbook === null ? "does not open" : "opens"]),
    ...issueFaults(file, issues),
    ...(workbook === null ? [] : valueFaults(file, workbook)),
  ];
}

function issueFaults(file: HostileFile, issues: readonly Issue[]): string[] {
  const faults: string[] = [];
  const allowed = new Set(file.mayAlso);
  for (const expected of file.issues) {
    const { code, sheet, cell } =
      typeof expected === "string"
        ? { code: expected, sheet: undefined, cell: undefined }
        : expected;
    allowed.add(code);
    const found = issues.some(
      (issue) =>
        issue.code === code &&
        (sheet === undefined || issue.sheet === sheet) &&
        (cell === undefined || issue.cell === cell),
    );
    if (!found)
      faults.push(`lacks ${code} ${sheet ?? ""} ${cell ?? ""}`.trim());
  }
  for (const issue of issues) {
    if (!allowed.has(issue.code))
      faults.push(
        `unexpected ${issue.code} ${issue.sheet ?? ""} ${issue.cell ?? ""} ${JSON.stringify(issue.params ?? {})}`,
      );
    for (const language of ["zh", "en"] as const)
      if (!/\p{L}{2}/u.test(describeIssue(issue, language).message))
        faults.push(`no words for ${issue.code}`);
  }
  if (file.complains === true && issues.length === 0) faults.push("is silent");
  return [...new Set(faults)].slice(0, 10);
}

function valueFaults(file: HostileFile, workbook: OpenedWorkbook): string[] {
  const faults: string[] = [];
  const same = (what: string, now: unknown, wanted: unknown): void => {
    if (JSON.stringify(now) !== JSON.stringify(wanted))
      faults.push(
        `${what}: ${JSON.stringify(now)} instead of ${JSON.stringify(wanted)}`,
      );
  };
  for (const [place, value] of file.cells ?? []) {
    const cut = place.lastIndexOf("!");
    const at = parseCellRef(place.slice(cut + 1));
    const sheet = workbook.sheets.find(
      ({ name }) => name === place.slice(0, cut),
    );
    if (at === null || sheet === undefined)
      faults.push(`${place} is not there`);
    else same(place, sheet.cellAt(at.row, at.column)?.value ?? null, value);
  }
  const [first] = workbook.sheets;
  if (file.count !== undefined) {
    let count = 0;
    for (const _cell of first?.cells() ?? []) count += 1;
    same("cells", count, file.count);
  }
  if (file.sheets !== undefined)
    same(
      "sheets",
      workbook.sheets.map(({ name }) => name),
      file.sheets,
    );
  if (file.names !== undefined)
    same(
      "names",
      workbook.names.map(({ name }) => name),
      file.names,
    );
  return faults;
}

/** Writes back what is there, then one cell more: the same bytes, or what is read again, or a refusal. */
export async function checkPatch(
  file: HostileFile,
  bytes: Uint8Array,
): Promise<string[]> {
  const name = file.file ?? "x.xlsx";
  const { workbook } = await openWorkbook(bytes, { file: name });
  const sheet = workbook?.sheets[0];
  const edit: CellEdit = {
    sheet: sheet?.name ?? "甲",
    row: 4,
    column: 5,
    kind: "number",
    value: 0.40625,
  };
  const patched = await patchWorkbook(bytes, [edit]);
  if (patched.refused.length > 0)
    return patched.bytes === bytes && patched.closure.length === 0
      ? []
      : ["refuses and writes"];
  if (workbook === null || sheet === undefined)
    return ["writes what it cannot read"];
  const faults: string[] = [];
  const back: CellEdit[] = [];
  for (const cell of sheet.cells()) {
    if (back.length >= most) break;
    const { row, column, value, formula } = cell;
    if (formula !== undefined || sheet.merges.length > 0) continue;
    const where = { sheet: sheet.name, row, column };
    if (cell.type === "number" && typeof value === "number")
      back.push({ ...where, kind: "number", value });
    if (cell.type === "text" && typeof value === "string")
      back.push({ ...where, kind: "text", value });
  }
  if ((await patchWorkbook(bytes, back)).bytes !== bytes)
    faults.push("writing back what was read changes bytes");
  const again = await openWorkbook(patched.bytes, { file: name });
  const after = again.workbook?.sheets[0];
  if (patched.bytes !== bytes) {
    const anchor = sheet.merges.length > 0;
    if (!anchor && after?.cellAt(4, 5)?.value !== 0.40625)
      faults.push("what was written is not read again");
    if (after === undefined) faults.push("what was written does not open");
  }
  return faults;
}
