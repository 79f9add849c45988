import type { Tally } from "../tally.ts";

/** Reads a workbook from memory; returns how to walk over every value it found, row by row. */
export type Reader = (bytes: Uint8Array) => Promise<(tally: Tally) => void>;
