import type { Stored } from "../dataset/entry.ts";
import { historyOf } from "../dataset/history.ts";
import type { Source } from "../model/observation.ts";
import type { Provenance, SheetExcerpt } from "./figure-api.ts";

/** Every statement made at a key, newest first, and the sheet around the one in force. */
export async function provenanceOf(
  entries: readonly Stored[],
  key: string,
  excerptOf: (source: Source) => Promise<SheetExcerpt | null>,
): Promise<Provenance> {
  const history = historyOf(entries, key);
  const newestFirst = [...history].reverse();
  const imported = newestFirst.filter(({ source }) => source.sha !== "");
  const current =
    imported.find(({ inForce }) => inForce) ??
    imported.find(({ undone }) => !undone);
  return {
    key,
    history: newestFirst,
    excerpt: current === undefined ? null : await excerptOf(current.source),
  };
}
