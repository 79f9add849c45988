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
 * Tries every change on every file and prints what is lost by it, worst first;
 * `verbose` prints files and cells too.
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
  const all = changes.map((change) =>
    tried(change, drafts, knowledge, verbose),
  );
  console.log("  lost  silent  asks more  recall  labels  files  change");
  for (const { lines } of all.sort((a, b) => b.badness - a.badness))
    for (const line of lines) console.log(line);
  const sum = (of: (one: Tried) => number): number =>
    all.reduce((total, one) => total + of(one), 0);
  const expected = sum((one) => one.expected);
  console.log(
    `\nall changes: ${String(sum((one) => one.files))} changed files, ${String(expected)} labelled cells, recall ${(sum((one) => one.right) / Math.max(1, expected)).toFixed(4)}, ${String(sum((one) => one.silent))} silent errors, ${String(sum((one) => one.more))} questions more`,
  );
}

/** What is kept of a change: its sums and the lines to print. */
interface Tried {
  readonly files: number;
  readonly expected: number;
  readonly right: number;
  readonly silent: number;
  readonly more: number;
  readonly badness: number;
  readonly lines: readonly string[];
}

function tried(
  change: Change,
  drafts: readonly Opened[],
  knowledge: Knowledge,
  verbose: boolean,
): Tried {
  const scores = drafts.flatMap(
    (one) => changedScore(one, change, knowledge) ?? [],
  );
  const { files, expected, right, silent, recall } = sumUp(
    scores.map(({ after }) => after),
  );
  const more = scores.reduce((sum, score) => sum + asksMore(score), 0);
  const line = [
    String(expected - right).padStart(6),
    String(silent).padStart(6),
    String(more).padStart(9),
    recall.toFixed(4).padStart(8),
    String(expected).padStart(6),
    String(files).padStart(5),
    `${change.group}: ${change.name}`,
  ].join("  ");
  return {
    files,
    expected,
    right,
    silent,
    more,
    badness: scores.reduce((sum, score) => sum + badness(score), 0),
    lines: [line, ...(verbose ? worst(scores).flatMap(linesOf) : [])],
  };
}

/** Questions beyond those the unchanged file asks. */
function asksMore({ before, after }: ChangedScore): number {
  return Math.max(0, after.questions.length - before.questions.length);
}

/** What a change spoils beyond what was amiss before. */
function badness(score: ChangedScore): number {
  const { before, after } = score;
  return (
    Math.max(0, after.silent.length - before.silent.length) * 10 +
    Math.max(0, after.missed.length - before.missed.length) +
    asksMore(score)
  );
}

function worst(scores: readonly ChangedScore[]): ChangedScore[] {
  return scores
    .filter((score) => badness(score) > 0)
    .sort((a, b) => badness(b) - badness(a));
}

/** Cells printed of a file, of each kind. */
const some = 2;

function linesOf({ after, before, draft }: ChangedScore): string[] {
  return [
    `        ${after.set}/${draft.file}: ${String(after.silent.length)} silent, ${String(after.missed.length)} missed of ${String(after.expected)}`,
    ...after.silent
      .slice(0, some)
      .map(
        ({ sheet, cell, got, expected }) =>
          `          wrong  ${sheet}!${cell}: ${got} | ${expected === "" ? "nothing is there" : expected}`,
      ),
    ...after.missed
      .filter(({ got }) => got === "" || after.silent.length === 0)
      .slice(0, some)
      .map(
        ({ sheet, cell, expected, got }) =>
          `          missed ${sheet}!${cell}: ${expected}${got === "" ? "" : ` | got ${got}`}`,
      ),
    ...after.questions
      .filter((question) => !before.questions.includes(question))
      .map((question) => `          asks   ${question}`),
  ];
}
