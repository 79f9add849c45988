import { readFileSync } from "node:fs";
import { answer, childTask, peakMemory, timed } from "../../child-side.ts";
import { loadReader, type ReaderName } from "../readers/index.ts";
import { Tally, type TallyResult } from "../tally.ts";

export interface ReadTask {
  readonly reader: ReaderName;
  readonly path: string;
}

/** Milliseconds and bytes. */
export interface ReadResult {
  /** From the bytes in memory to the reader's result. */
  readonly read: number;
  /** From there until every value was looked at. */
  readonly touch: number;
  /** Of both, on all cores: less than the time where others kept the processor, more where work is done beside. */
  readonly cpu: number;
  readonly peak: number;
  /** Peak before reading: Node, the library, the file's bytes. */
  readonly before: number;
  readonly tally: TallyResult;
}

const { reader, path } = childTask<ReadTask>();
const read = await loadReader(reader);
const file = readFileSync(path);
const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
const before = peakMemory();
const used = process.cpuUsage();
const { value: walk, took } = await timed(() => read(bytes));
const tally = new Tally();
const { took: touch } = await timed(() => {
  walk(tally);
});
const { user, system } = process.cpuUsage(used);
const result: ReadResult = {
  read: took,
  touch,
  cpu: (user + system) / 1000,
  peak: peakMemory(),
  before,
  tally: tally.result,
};
answer(result);
