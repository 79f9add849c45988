import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hostileFiles } from "../../../test/workbook/hostile/index.ts";
import { answer, childTask } from "../../child-side.ts";

/** A hostile file that was written to disk. */
export interface MadeFile {
  readonly name: string;
  /** Name for the reader; its extension may matter. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
}

export interface MakeTask {
  readonly folder: string;
  /** Only the first of each so many files is made; 1 for all. */
  readonly every: number;
}

export interface MakeResult {
  readonly made: readonly MadeFile[];
  /** Files that could not be made, and why. */
  readonly failed: readonly string[];
}

const { folder, every } = childTask<MakeTask>();
const made: MadeFile[] = [];
const failed: string[] = [];
let index = 0;
for (const { name, file = "x.xlsx", make } of hostileFiles()) {
  if (index++ % every !== 0) continue;
  try {
    const bytes = make();
    const path = join(folder, String(made.length));
    writeFileSync(path, bytes);
    made.push({ name, file, path, size: bytes.length });
  } catch (error) {
    failed.push(`${name}: could not be made: ${String(error)}`);
  }
}
const result: MakeResult = { made, failed };
answer(result);
