import type { Measure } from "../../model/observation.ts";

/** Measures that stand beside the figure they are of. */
export const dependent: ReadonlySet<Measure> = new Set<Measure>([
  "previous",
  "change",
  "changeRate",
  "rank",
  "changeRank",
  "completion",
  "target",
]);
