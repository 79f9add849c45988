import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Issue } from "../model/issue.ts";
import { Refusal } from "./context.ts";

export interface InputFile {
  /** As the user named it, or the path of a file in a folder named. */
  readonly path: string;
  /** The bare file name: what recognition reads and issues show. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Kinds of files taken from a folder; a file named outright is always tried. */
const workbookName = /\.(xlsx|xlsm|xls|et|ods|csv|tsv|xml|html?)$/i;

/**
 * Reads the files named, and those in the folders named, in order. What cannot
 * be read becomes an issue, and the rest goes on.
 */
export async function readInputs(
  paths: readonly string[],
): Promise<{ files: InputFile[]; issues: Issue[] }> {
  const files: InputFile[] = [];
  const issues: Issue[] = [];
  for (const path of paths)
    for (const file of await expand(path, issues)) {
      try {
        files.push({
          path: file,
          name: basename(file),
          bytes: await readFile(file),
        });
      } catch (error) {
        issues.push(unreadable(file, error));
      }
    }
  return { files, issues };
}

async function expand(path: string, issues: Issue[]): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const inside = await readdir(path, { recursive: true });
    return inside
      .filter(
        (name) => workbookName.test(name) && !/^[~.]/.test(basename(name)),
      )
      .sort()
      .map((name) => join(path, name));
  } catch (error) {
    issues.push(unreadable(path, error));
    return [];
  }
}

function unreadable(file: string, error: unknown): Issue {
  const missing =
    error instanceof Error && "code" in error && error.code === "ENOENT";
  return missing
    ? { code: "cli.file_not_found", severity: "error", file }
    : {
        code: "cli.file_unreadable",
        severity: "error",
        file,
        params: {
          detail: error instanceof Error ? error.message : String(error),
        },
      };
}

/**
 * Writes a result and makes the folders it needs.
 * @throws Refusal when the file exists and `force` is not set.
 */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
  force: boolean,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, bytes, { flag: force ? "w" : "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new Refusal("cli.exists", { file: path });
    throw error;
  }
}
