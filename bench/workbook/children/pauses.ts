import { readFileSync } from "node:fs";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { answer, childTask } from "../../child-side.ts";

export interface PausesTask {
  readonly path: string;
  /** Shares of a whole read after which it is cancelled. */
  readonly shares: readonly number[];
}

/** Milliseconds. */
export interface PausesResult {
  readonly took: number;
  /** Times between two turns of the event loop, the longest first. */
  readonly stretches: readonly number[];
  readonly cancels: readonly {
    readonly share: number;
    /** From the earliest moment the request could have come to the end of the read; null when the read was over before. */
    readonly latency: number | null;
  }[];
}

const { path, shares } = childTask<PausesTask>();
const file = readFileSync(path);
const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);

/** Reads and calls `turn` on each turn of the event loop with its time and the one before. */
async function watched(
  signal: { readonly aborted: boolean },
  turn: (now: number, before: number) => void,
): Promise<boolean> {
  let running = true;
  let before = performance.now();
  const tick = (): void => {
    const now = performance.now();
    turn(now, before);
    before = now;
    if (running) setImmediate(tick);
  };
  setImmediate(tick);
  const { workbook } = await openWorkbook(bytes, {
    file: "bench.xlsx",
    signal,
  });
  running = false;
  turn(performance.now(), before);
  return workbook !== null;
}

const stretches: number[] = [];
const start = performance.now();
const done = await watched({ aborted: false }, (now, before) => {
  stretches.push(now - before);
});
if (!done) throw new Error("the whole read gave no workbook");
const took = performance.now() - start;

const cancels: { share: number; latency: number | null }[] = [];
for (const share of shares) {
  const signal = { aborted: false };
  const begin = performance.now();
  let asked: number | null = null;
  const finished = await watched(signal, (now, before) => {
    if (asked !== null || now - begin < share * took) return;
    asked = before;
    signal.aborted = true;
  });
  cancels.push({
    share,
    latency: finished || asked === null ? null : performance.now() - asked,
  });
}
stretches.sort((a, b) => b - a);
const result: PausesResult = { took, stretches, cancels };
answer(result);
