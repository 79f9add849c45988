import type { ImportResult, StateInfo } from "../../worker/api.ts";
import type { Notice } from "../state/events.ts";

/**
 * The day of the shipped examples with the most to see: eleven cities half-way
 * through the year, with what remains of their targets.
 */
export const examplesDay = "2021-06-30";

/** The day to look at after the examples came in; null when they do not reach it, or a person chose a day. */
export function dayOfExamples(
  journal: StateInfo,
  chosen: boolean,
): string | null {
  return !chosen && journal.dataDays.includes(examplesDay) ? examplesDay : null;
}

/** What an import did, in one sentence; problems make it a warning. `day` is the as-of day it led to, null for the data's own. */
export function importNotice(
  result: ImportResult,
  day: string | null = null,
): Notice {
  const { observations, records, conflicts, issues } = result;
  return {
    tone: conflicts > 0 || issues.length > 0 ? "warning" : "done",
    code:
      conflicts > 0
        ? "ui.notice.imported_conflicts"
        : day === null
          ? "ui.notice.imported"
          : "ui.notice.imported_examples",
    params: { observations, records, conflicts, day: day ?? "" },
    issues,
  };
}
