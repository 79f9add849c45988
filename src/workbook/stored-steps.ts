import type { Step } from "./inflate-steps.ts";

/** Bytes handed on at a time. */
const step = 64 * 1024;

/** The bytes of an entry that is not compressed. */
export function* storedSteps(data: Uint8Array): Generator<Step, boolean> {
  for (let at = 0; at < data.length; at += step) {
    const piece = data.subarray(at, at + step);
    yield { piece, fed: at + piece.length };
  }
  return true;
}
