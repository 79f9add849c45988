import { readFileSync } from "node:fs";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { patchWorkbook } from "../../../src/workbook/patch.ts";
import { cellRef, type CellEdit } from "../../../src/model/sheet.ts";
import { answer, childTask } from "../../child-side.ts";
import { makeTemplate, templateEdits } from "../make-template.ts";

export interface FillTask {
  /** Path of a template; null for the generated one. */
  readonly template: string | null;
  /** Numbers of fills after which memory is measured; the last ends the run. */
  readonly marks: readonly number[];
}

export interface FillResult {
  /** Bytes of the template. */
  readonly size: number;
  /** Cells written by each fill. */
  readonly edits: number;
  /** Milliseconds of each fill, in order. */
  readonly times: readonly number[];
  /** Bytes after a garbage collection. */
  readonly memory: readonly {
    readonly fills: number;
    readonly heap: number;
    readonly outside: number;
    readonly resident: number;
  }[];
  /** What was refused or read back otherwise, one sentence each. */
  readonly wrong: readonly string[];
}

const { template, marks } = childTask<FillTask>();
const bytes =
  template === null ? makeTemplate() : new Uint8Array(readFileSync(template));
const editsOf = template === null ? templateEdits : await shippedEdits(bytes);

const times: number[] = [];
const memory: FillResult["memory"][number][] = [];
const wrong: string[] = [];
for (let fill = 1; fill <= (marks.at(-1) ?? 0); fill++) {
  const edits = editsOf(fill);
  const start = performance.now();
  const result = await patchWorkbook(bytes, edits);
  times.push(performance.now() - start);
  for (const { edit, issue } of result.refused)
    wrong.push(`${cellRef(edit.row, edit.column)} refused: ${issue.code}`);
  if (!marks.includes(fill)) continue;
  wrong.push(...(await readBack(result.bytes, edits)));
  memory.push({ fills: fill, ...collected() });
}
const result: FillResult = {
  size: bytes.length,
  edits: editsOf(0).length,
  times,
  memory,
  wrong: wrong.slice(0, 10),
};
answer(result);

function collected(): { heap: number; outside: number; resident: number } {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed, outside: external, resident: rss };
}

/** Up to 500 cells of a shipped template that hold a number or nothing and no formula. */
async function shippedEdits(
  file: Uint8Array,
): Promise<(turn: number) => CellEdit[]> {
  const { workbook } = await openWorkbook(file, { file: "template.xlsx" });
  const places = (workbook?.sheets ?? [])
    .flatMap((sheet) =>
      [...sheet.cells()]
        .filter(
          ({ type, formula, row, column }) =>
            (type === "number" || type === "blank") &&
            formula === undefined &&
            !sheet.merges.some(
              ({ top, bottom, left, right }) =>
                row >= top &&
                row <= bottom &&
                column >= left &&
                column <= right,
            ),
        )
        .map(({ row, column }) => ({ sheet: sheet.name, row, column })),
    )
    .slice(0, 500);
  return (turn) =>
    places.map((place, index) => ({
      ...place,
      kind: "number",
      value: (turn * 7919 + index * 17) / 100,
    }));
}

async function readBack(
  filled: Uint8Array,
  edits: readonly CellEdit[],
): Promise<string[]> {
  const { workbook } = await openWorkbook(filled, { file: "filled.xlsx" });
  const sheets = new Map(workbook?.sheets.map((sheet) => [sheet.name, sheet]));
  return edits.flatMap((edit) => {
    const found = sheets.get(edit.sheet)?.cellAt(edit.row, edit.column)?.value;
    const wanted = "value" in edit ? edit.value : null;
    return found === wanted
      ? []
      : [
          `${cellRef(edit.row, edit.column)} holds ${String(found)}, not ${String(wanted)}`,
        ];
  });
}
