import type { StateInfo } from "../../src/worker/api.ts";

/** A journal of five entries, never backed up. */
export const journal: StateInfo = {
  observations: 1,
  records: 0,
  targets: 0,
  conflicts: 0,
  entries: 5,
  canUndo: false,
  canRedo: false,
  undoes: null,
  lastBackup: null,
  entriesSinceBackup: 5,
  latestDay: null,
  dataDays: [],
  dataMonths: [],
  dataRegions: [],
  persistent: true,
};
