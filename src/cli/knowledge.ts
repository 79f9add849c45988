import { readFile } from "node:fs/promises";
import { rawLists } from "../../data/index.ts";
import { type Knowledge, learn } from "../engine.ts";
import type { RawLists } from "../model/catalog.ts";
import { Refusal } from "./context.ts";

/**
 * The shipped lists, with the targets of `--targets FILE` (JSON rows in the
 * shape of `data/targets.json`) added or put in place of those with their ids.
 * @throws Refusal when the file cannot be read as JSON.
 */
export async function loadKnowledge(
  targetsFile: string | undefined,
): Promise<Knowledge> {
  const additions: Partial<RawLists>[] =
    targetsFile === undefined ? [] : [{ targets: await readJson(targetsFile) }];
  return learn(rawLists, additions);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new Refusal("cli.file_unreadable", {
      file,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
