import type { ImportResult } from "../../worker/api.ts";
import type { Notice } from "../state/events.ts";

/** What an import did, in one sentence; problems make it a warning. */
export function importNotice(result: ImportResult): Notice {
  const { observations, records, conflicts, issues } = result;
  return {
    tone: conflicts > 0 || issues.length > 0 ? "warning" : "done",
    code: conflicts > 0 ? "ui.notice.imported_conflicts" : "ui.notice.imported",
    params: { observations, records, conflicts },
    issues,
  };
}
