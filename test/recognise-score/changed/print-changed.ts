import type { Knowledge } from "../../../src/engine.ts";
import type { LabelledFile } from "../labels.ts";
import { sumUp } from "../sum-up.ts";
import type { Change } from "./change.ts";
import {
  changedScore,
  type ChangedScore,
  type Opened,
  opened,
} from "./score-changed.ts";

/**
 * Tries every change on every file and prints what is lost by it, worst first.
 * `only` picks changes whose name or group holds one of the words; `verbose`
 * prints the cells.
 */
export async function printChanged(
  files: readonly LabelledFile[],
  knowledge: Knowledge,
  changes: readonly Change[],
  verbose: boolean,
): Promise<void> {
  const drafts: Opened[] = [];
  for (const file of files) {
    const one = await opened(file, knowledge);
    if (one !== null) drafts.push(one);
  }
  const all = changes.map((change) => ({
    change,
    scores: drafts.flatMap((one) => changedScore(one, change, knowledge) ?? []),
  }));
  console.log("  lost  silent  asks more  recall  labels  files  change");
  for (const { change, scores } of all.sort(
    (a, b) => badness(b.scores) - badness(a.scores),
  )) {
    if (scores.length === 0) {
      console.log(
        `                                           0  ${change.group}: ${change.name}`,
      );
      continue;
    }
    const after = sumUp(scores.map((score) => score.after));
    const more = scores.reduce((sum, score) => sum + asksMore(score), 0);
    console.log(
      [
        String(after.expected - after.right).padStart(6),
        String(after.silent).padStart(6),
        String(more).padStart(9),
        after.recall.toFixed(4).padStart(8),
        String(after.expected).padStart(6),
        String(scores.length).padStart(5),
        `${change.group}: ${change.name}`,
      ].join("  "),
    );
    if (verbose) for (const score of worst(scores)) print(score);
  }
  const summed = sumUp(
    all.flatMap(({ scores }) => scores.map(({ after }) => after)),
  );
  console.log(
    `\nall changes: ${String(summed.files)} changed files, ${String(summed.expected)} labelled cells, recall ${summed.recall.toFixed(4)}, ${String(summed.silent)} silent errors, ${String(all.reduce((sum, { scores }) => sum + scores.reduce((more, score) => more + asksMore(score), 0), 0))} questions more`,
  );
}

/** Questions beyond those the unchanged file asks. */
function asksMore({ before, after }: ChangedScore): number {
  return Math.max(0, after.questions.length - before.questions.length);
}

function badness(scores: readonly ChangedScore[]): number {
  return scores.reduce(
    (sum, score) =>
      sum +
      score.after.silent.length * 10 +
      score.after.missed.length +
      asksMore(score),
    0,
  );
}

function worst(scores: readonly ChangedScore[]): ChangedScore[] {
  return scores
    .filter((score) => badness([score]) > 0)
    .sort((a, b) => badness([b]) - badness([a]));
}

function print({ after, before, draft }: ChangedScore): void {
  console.log(
    `        ${after.set}/${draft.file}: ${String(after.silent.length)} silent, ${String(after.missed.length)} missed of ${String(after.expected)}`,
  );
  const some = 2;
  for (const { sheet, cell, got, expected } of after.silent.slice(0, some))
    console.log(
      `          wrong  ${sheet}!${cell}: ${got} | ${expected === "" ? "nothing is there" : expected}`,
    );
  for (const { sheet, cell, expected, got } of after.missed
    .filter(({ got }) => got === "" || after.silent.length === 0)
    .slice(0, some))
    console.log(
      `          missed ${sheet}!${cell}: ${expected}${got === "" ? "" : ` | got ${got}`}`,
    );
  for (const question of after.questions)
    if (!before.questions.includes(question))
      console.log(`          asks   ${question}`);
}
