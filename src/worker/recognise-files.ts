import { type Knowledge, read, type Reading } from "../engine.ts";
import type { Profiles } from "../model/profile.ts";
import type { CellLooks } from "../workbook/cell-looks.ts";
import type { Assume, FileInput } from "./file-input.ts";
import { macrotask } from "./macrotask.ts";
import type { WorkProgress } from "./review-api.ts";

/** Files as they were read, and what their cells look like, by the name of the file. */
export interface RecognisedFiles {
  readonly readings: readonly Reading[];
  readonly looks: ReadonlyMap<string, CellLooks>;
}

/** Reads files one after the other, each with what is known by then, until it is told to stop: those that were read count. */
export async function recogniseFiles(
  files: readonly FileInput[],
  assume: Assume,
  profiles: Profiles,
  learned: () => Knowledge,
  stop: { readonly aborted: boolean },
  onProgress: (progress: WorkProgress) => void,
): Promise<RecognisedFiles> {
  const readings: Reading[] = [];
  const looks = new Map<string, CellLooks>();
  for (const [done, { name, bytes }] of files.entries()) {
    if (stop.aborted) break;
    onProgress({
      done,
      total: files.length,
      doing: "worker.reading",
      file: name,
    });
    await macrotask();
    const reading = await read(learned(), name, bytes, {
      assume,
      profiles,
      signal: stop,
    });
    if (stop.aborted) break;
    readings.push(reading);
    const { readCellLooks } = await import("../workbook/cell-looks.ts");
    looks.set(name, reading.workbook?.looks ?? (await readCellLooks(bytes)));
  }
  return { readings, looks };
}
