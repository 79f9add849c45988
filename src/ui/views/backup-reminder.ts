import type { StateInfo } from "../../worker/api.ts";

const mostEntries = 20;
const mostDays = 7;
const dayLength = 86_400_000;

/**
 * True when a cleaner would take away too much: more than twenty entries since
 * the last backup, or anything at all that is more than seven days unsaved.
 */
export function needsBackup(journal: StateInfo, now: number): boolean {
  const { entriesSinceBackup, lastBackup } = journal;
  if (entriesSinceBackup === 0) return false;
  if (entriesSinceBackup > mostEntries) return true;
  return lastBackup !== null && now - lastBackup > mostDays * dayLength;
}
