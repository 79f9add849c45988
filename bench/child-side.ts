import { readFileSync } from "node:fs";

/** What the parent asked for. */
export function childTask<T>(): T {
  return JSON.parse(process.argv[2] ?? "null") as T;
}

export function answer(value: unknown): void {
  process.stdout.write(JSON.stringify(value));
}

/**
 * Most memory this process ever held, in bytes. `maxRSS` of a child counts its
 * parent's memory at the fork too, so Linux is asked for the mark of this
 * program alone.
 */
export function peakMemory(): number {
  if (process.platform === "linux") {
    const status = readFileSync("/proc/self/status", "latin1");
    const mark = /^VmHWM:\s*(\d+) kB/m.exec(status);
    if (mark !== null) return Number(mark[1]) * 1024;
  }
  return process.resourceUsage().maxRSS * 1024;
}

/** Runs a step and says how many milliseconds it took. */
export async function timed<T>(
  step: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly took: number }> {
  const start = performance.now();
  const value = await step();
  return { value, took: performance.now() - start };
}
