import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { rawLists } from "../../data/index.ts";
import {
  type Assumptions,
  type Knowledge,
  learn,
  read,
  readTargets,
} from "../engine.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { Refusal } from "./context.ts";

/**
 * The shipped lists, with the targets of `--targets FILE` added or put in place
 * of those with their ids. The file is JSON (rows in the shape of
 * `data/targets.json`) or a workbook with a list of targets; one without a list
 * is a sheet of figures, see {@link figuresOfTargets}.
 * @throws Refusal when the file cannot be read.
 */
export async function loadKnowledge(
  targetsFile: string | undefined,
  assume: (knowledge: Knowledge) => Assumptions,
): Promise<Knowledge> {
  if (targetsFile === undefined) return learn(rawLists);
  const bytes = await bytesOf(targetsFile);
  if (isJson(targetsFile, bytes))
    return learn(rawLists, [{ targets: parseJson(targetsFile, bytes) }]);
  const plain = learn(rawLists);
  const { targets, issues } = await readTargets(
    plain,
    basename(targetsFile),
    bytes,
    assume(plain),
  );
  const added = targets.length === 0 ? plain : learn(rawLists, [{ targets }]);
  return { ...added, issues: [...added.issues, ...issues] };
}

/**
 * What a sheet given as `--targets` states in 目标 and 基数 columns beside
 * figures; empty for JSON and for a list of targets.
 */
export async function figuresOfTargets(
  knowledge: Knowledge,
  targetsFile: string,
  assume: Assumptions,
): Promise<{
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
}> {
  const bytes = await bytesOf(targetsFile);
  if (isJson(targetsFile, bytes)) return { observations: [], issues: [] };
  const file = basename(targetsFile);
  const list = await readTargets(knowledge, file, bytes, assume);
  if (list.found) return { observations: [], issues: [] };
  const { observations, issues } = await read(knowledge, file, bytes, {
    assume,
  });
  const stated = observations.filter(
    ({ key }) => key.measure === "target" || key.measure === "baseline",
  );
  return {
    observations: stated,
    issues:
      stated.length > 0
        ? issues
        : [
            ...issues,
            { code: "cli.no_targets", severity: "error", file, params: {} },
          ],
  };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function isJson(file: string, bytes: Uint8Array): boolean {
  return (
    /\.json$/i.test(file) || /^\s*[[{]/.test(textOf(bytes.subarray(0, 64)))
  );
}

function parseJson(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function unreadable(file: string, error: unknown): Refusal {
  return new Refusal("cli.file_unreadable", {
    file,
    detail: error instanceof Error ? error.message : String(error),
  });
}
