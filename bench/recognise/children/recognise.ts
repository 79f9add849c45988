import { readFileSync } from "node:fs";
import { learn } from "../../../src/engine.ts";
import { bindWorkbook } from "../../../src/lens/bind-workbook.ts";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { shippedLists } from "../lists.ts";
import { answer, childTask, peakMemory, timed } from "../../child-side.ts";

export interface RecogniseTask {
  readonly path: string;
}

/** Times in milliseconds. */
export interface RecogniseResult {
  /** From the file's bytes to an open workbook. */
  readonly open: number;
  /** From an open workbook to its bindings, each looked at. */
  readonly bind: number;
  /** The same in time of the processor, whoever else uses the machine; garbage collection and compiling on other threads included. */
  readonly processor: number;
  readonly values: number;
  /** Those that hold something. */
  readonly stated: number;
  readonly questions: number;
  readonly peak: number;
}

const { path } = childTask<RecogniseTask>();
const buffer = readFileSync(path);
const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
const knowledge = learn(shippedLists());
const opened = await timed(() => openWorkbook(bytes, { file: "表.xlsx" }));
const { workbook } = opened.value;
if (workbook === null) throw new Error(`cannot be opened: ${path}`);
const before = process.cpuUsage();
const bound = await timed(() => {
  const { tables } = bindWorkbook(workbook, { file: "表.xlsx", ...knowledge });
  // Bindings are made when they are asked for: what nobody looks at would cost nothing.
  let values = 0;
  let stated = 0;
  for (const { bindings } of tables)
    for (const { role, value, missing, form } of bindings) {
      if (role !== "value") continue;
      values += 1;
      if (form.kind !== "fixed" && (value !== null || missing !== ""))
        stated += 1;
    }
  return { tables, values, stated };
});
const used = process.cpuUsage(before);
const result: RecogniseResult = {
  open: opened.took,
  bind: bound.took,
  processor: (used.user + used.system) / 1000,
  values: bound.value.values,
  stated: bound.value.stated,
  questions: bound.value.tables.flatMap(({ unmatched }) => unmatched).length,
  peak: peakMemory(),
};
answer(result);
