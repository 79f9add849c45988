import { spawn } from "node:child_process";

export type ChildResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

export interface ChildOptions {
  /** Options for Node itself. */
  readonly flags?: readonly string[];
  /** Milliseconds after which the child is ended. */
  readonly timeout?: number;
}

/** Runs a bundled child in a process of its own; it is given `task` and prints one JSON value. */
export function runChild<T>(
  script: string,
  task: unknown,
  { flags = [], timeout = 600_000 }: ChildOptions = {},
): Promise<ChildResult<T>> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [...flags, script, JSON.stringify(task)],
      { stdio: ["ignore", "pipe", "pipe"], timeout, killSignal: "SIGKILL" },
    );
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => out.push(piece));
    child.stderr.on("data", (piece: Buffer) => err.push(piece));
    child.on("error", (error) => {
      resolve({ ok: false, why: error.message });
    });
    child.on("close", (code) => {
      if (code === 0)
        resolve({
          ok: true,
          value: JSON.parse(Buffer.concat(out).toString()) as T,
        });
      else if (child.killed)
        resolve({ ok: false, why: `ended after ${timeout / 1000} s` });
      else
        resolve({ ok: false, why: lastWords(Buffer.concat(err).toString()) });
    });
  });
}

/** The line of an uncaught error that says what it was. */
function lastWords(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (
    lines.find((line) => /error/i.test(line)) ??
    lines.at(-1) ??
    "no message"
  ).trim();
}
