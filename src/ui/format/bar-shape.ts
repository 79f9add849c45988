/** A progress bar in percent of its width, kept within 0 to 100. */
export interface BarShape {
  readonly fill: number;
  /** Where the time share stands; null when unknown. */
  readonly tick: number | null;
  /** Which end the true value lies beyond. */
  readonly beyond: "low" | "high" | "none";
}

/** Null when there is no progress to draw. Ratios: 1 is all. */
export function barShape(
  progress: number | null,
  timeShare: number | null,
): BarShape | null {
  if (progress === null) return null;
  return {
    fill: within(progress) * 100,
    tick: timeShare === null ? null : within(timeShare) * 100,
    beyond: progress < 0 ? "low" : progress > 1 ? "high" : "none",
  };
}

function within(ratio: number): number {
  return Math.min(1, Math.max(0, ratio));
}
