import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { bundled, cacheFolder } from "../bundle.ts";
import { runChild } from "../child.ts";
import type { WorkbookSize } from "./write-workbook.ts";

export interface DataFile extends WorkbookSize {
  readonly path: string;
  /** Rows below the head. */
  readonly rows: number;
}

/**
 * A generated workbook, made once for each edition of the generator. A process
 * of its own makes it, so that this one stays small.
 * @throws when it cannot be made.
 */
export async function dataFile(rows: number): Promise<DataFile> {
  const script = await bundled("bench/workbook/children/make.ts");
  const edition = createHash("sha256")
    .update(readFileSync(script))
    .digest("hex")
    .slice(0, 12);
  const folder = join(cacheFolder, "data");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${rows}-${edition}.xlsx`);
  const notes = `${path}.json`;
  if (!existsSync(path) || !existsSync(notes)) {
    for (const name of readdirSync(folder))
      if (name.startsWith(`${rows}-`)) rmSync(join(folder, name));
    const made = await runChild<WorkbookSize>(script, {
      path: `${path}.part`,
      rows,
    });
    if (!made.ok) throw new Error(`no data of ${rows} rows: ${made.why}`);
    writeFileSync(notes, JSON.stringify(made.value));
    renameSync(`${path}.part`, path);
  }
  const size = JSON.parse(readFileSync(notes, "utf8")) as WorkbookSize;
  return { path, rows, ...size };
}
