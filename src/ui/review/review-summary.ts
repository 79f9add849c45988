import type { Review, ReviewFile } from "../../worker/api.ts";

export interface ReviewSummary {
  readonly files: number;
  readonly observations: number;
  readonly fresh: number;
  readonly different: number;
  readonly records: number;
}

/** What importing these files would bring. */
export function reviewSummary(files: readonly ReviewFile[]): ReviewSummary {
  let [observations, fresh, different, records] = [0, 0, 0, 0];
  for (const { counts } of files) {
    observations += counts.observations;
    fresh += counts.fresh;
    different += counts.different;
    records += counts.records;
  }
  return { files: files.length, observations, fresh, different, records };
}

/** The files that are ticked at first: those that bring something and were not imported before. */
export function firstChoice(review: Review): ReadonlySet<string> {
  return new Set(
    review.files
      .filter((file) => !file.alreadyImported && bringsSomething(file))
      .map((file) => file.name),
  );
}

export function bringsSomething({ counts }: ReviewFile): boolean {
  return counts.observations > 0 || counts.records > 0;
}

/** True where something was recognised, or a person said that a table is not wanted. */
export function isUnderstood(file: ReviewFile): boolean {
  return (
    bringsSomething(file) ||
    file.sheets.some(({ tables }) =>
      tables.some(({ shape }) => shape?.shape?.kind === "none"),
    )
  );
}

/** How a file stands; the words are `ui.review.state.<state>`. */
export type FileState =
  "failed" | "nothing" | "imported" | "questions" | "ready";

export function fileState(file: ReviewFile): FileState {
  if (!bringsSomething(file))
    return file.issues.some((issue) => issue.severity === "error")
      ? "failed"
      : file.counts.unmatched > 0
        ? "questions"
        : "nothing";
  if (file.alreadyImported) return "imported";
  return file.counts.unmatched > 0 ? "questions" : "ready";
}
