import { type StatusCode, statuses } from "../../model/catalog.ts";
import type { ProgressRow } from "../../model/progress.ts";
import { seriesId, type Statuses } from "../grid/sheet-view.ts";
import { actualKey } from "../state/progress-id.ts";

/** How the targets of figures and series stand; of several targets the worst, those that cannot be judged last. */
export function cubeStatuses(rows: readonly ProgressRow[]): Statuses {
  const byKey = new Map<string, StatusCode>();
  const bySeries = new Map<string, StatusCode>();
  for (const row of rows) {
    if (row.targetId === null) continue;
    worst(bySeries, seriesId(row), row.status);
    const key = actualKey(row);
    if (key !== null) worst(byKey, key, row.status);
  }
  return { byKey, bySeries };
}

function worst(
  map: Map<string, StatusCode>,
  id: string,
  status: StatusCode,
): void {
  const known = map.get(id);
  if (known === undefined || weight(status) > weight(known))
    map.set(id, status);
}

function weight(status: StatusCode): number {
  return status === "无法判定" ? -1 : statuses.indexOf(status);
}
