import { readFileSync } from "node:fs";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { answer, childTask, peakMemory, timed } from "../../child-side.ts";
import { Tally } from "../../workbook/tally.ts";

export interface OpenTask {
  /** Null opens nothing: the empty process. */
  readonly path: string | null;
  readonly file: string;
}

export interface OpenResult {
  /** Milliseconds until the file was opened and every value of it looked at. */
  readonly took: number;
  readonly peak: number;
  readonly opened: boolean;
  /** Values found. */
  readonly values: number;
  /** Distinct codes of the issues. */
  readonly codes: readonly string[];
}

const { path, file } = childTask<OpenTask>();
const bytes = path === null ? null : plain(readFileSync(path));
const tally = new Tally();
const { value, took } = await timed(async () => {
  if (bytes === null) return null;
  const result = await openWorkbook(bytes, { file });
  for (const sheet of result.workbook?.sheets ?? [])
    for (const cell of sheet.cells()) tally.add(cell.value);
  return result;
});
const result: OpenResult = {
  took,
  peak: peakMemory(),
  opened: value !== null && value.workbook !== null,
  values: tally.result.numbers + tally.result.texts,
  codes: [...new Set(value?.issues.map(({ code }) => code))],
};
answer(result);

/** The same bytes, as a page gets them. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
