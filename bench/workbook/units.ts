import { shortNumber } from "../demand.ts";

/** Of bytes; MB of 2^20. */
export function megabytes(bytes: number): string {
  return `${shortNumber(bytes / 2 ** 20)} MB`;
}

/** Seconds from 1,000 ms on. */
export function milliseconds(ms: number): string {
  return ms < 1000 ? `${shortNumber(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
