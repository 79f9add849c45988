import { parseJson } from "../model/parse-json.ts";
import { checkTarget } from "../catalog/targets.ts";
import type { Assumptions } from "../engine.ts";
import { contextOf, type Knowledge } from "../knowledge.ts";
import type { Issue } from "../model/issue.ts";
import type { Target } from "../model/target.ts";
import type { FileInput } from "./file-input.ts";
import type { TargetReview } from "./target-api.ts";

/** A list of targets in a sheet, or in the JSON that the list is saved as. */
export async function readTargetFile(
  knowledge: Knowledge,
  { name, bytes }: FileInput,
  assume: Assumptions,
): Promise<TargetReview> {
  if (/\.json$/i.test(name)) return readTargetJson(knowledge, name, bytes);
  const { readTargets } = await import("../engine.ts");
  return readTargets(knowledge, name, bytes, assume);
}

function readTargetJson(
  knowledge: Knowledge,
  file: string,
  bytes: Uint8Array,
): TargetReview {
  // What is no JSON holds no list of targets, and is told as such.
  const list = parseJson(new TextDecoder().decode(bytes));
  if (!Array.isArray(list)) return { found: false, targets: [], issues: [] };
  const targets = new Map<string, Target>();
  const issues: Issue[] = [];
  const context = contextOf(knowledge);
  for (const [at, value] of list.entries()) {
    const checked = checkTarget(value, context, { file, row: at + 1 });
    issues.push(...checked.issues);
    if (checked.target === null) continue;
    if (targets.has(checked.target.id))
      issues.push({
        code: "lens.target_repeated",
        severity: "warning",
        file,
        cell: `[${at + 1}]`,
        params: { id: checked.target.id },
      });
    targets.set(checked.target.id, checked.target);
  }
  return {
    found: targets.size > 0 || issues.length > 0,
    targets: [...targets.values()],
    issues,
  };
}
