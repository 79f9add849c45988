import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { rawLists } from "../../data/index.ts";
import { sourcesOf } from "../catalog/list-source.ts";
import { readTargets as checkTargets } from "../catalog/targets.ts";
import {
  type Assumptions,
  contextOf,
  type Knowledge,
  read,
  readTargets,
} from "../engine.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { Refusal } from "./context.ts";

/**
 * What is known with the targets of `--targets FILE` added or put in place of
 * those with their ids. The file is JSON (rows in the shape of
 * `data/targets.json`) or a workbook with a list of targets; one without a list
 * is a sheet of figures, see {@link figuresOfTargets}.
 * @throws Refusal when the file cannot be read.
 */
export async function loadKnowledge(
  plain: Knowledge,
  targetsFile: string | undefined,
  assume: (knowledge: Knowledge) => Assumptions,
): Promise<Knowledge> {
  if (targetsFile === undefined) return plain;
  const bytes = await bytesOf(targetsFile);
  if (isJson(targetsFile, bytes))
    return withTargets(plain, parseJson(targetsFile, bytes));
  const { targets, issues } = await readTargets(
    plain,
    basename(targetsFile),
    bytes,
    assume(plain),
  );
  const added = targets.length === 0 ? plain : withTargets(plain, targets);
  return { ...added, issues: [...added.issues, ...issues] };
}

/** Of the shipped targets and those added, a later one with the same id holds. */
function withTargets(knowledge: Knowledge, added: unknown): Knowledge {
  const sources = sourcesOf("targets", rawLists, [{ targets: added }]);
  const { rows, issues } = checkTargets(sources, contextOf(knowledge));
  const catalog = {
    ...knowledge.catalog,
    targets: rows.map(({ value }) => value),
  };
  return { ...knowledge, catalog, issues: [...knowledge.issues, ...issues] };
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
