import type { FileScore } from "./score-file.ts";

/** The aims a set of labelled sheets is held against. */
export const aims = { recall: 0.98, precision: 0.999, questions: 2 } as const;

export interface Summary {
  readonly files: number;
  readonly sheets: number;
  readonly expected: number;
  readonly right: number;
  readonly silent: number;
  /** Share of labelled cells bound as labelled; 1 when nothing is labelled. */
  readonly recall: number;
  /** Share of certain bindings that are as labelled; 1 when nothing is bound. */
  readonly precision: number;
  readonly questions: number;
  /** Files with a sheet that asks more than the aim allows. */
  readonly askingTooMuch: number;
  /** Questions about files that hold nothing. */
  readonly needless: number;
  readonly roles: { readonly right: number; readonly expected: number };
}

export function sumUp(scores: readonly FileScore[]): Summary {
  const sum = (of: (score: FileScore) => number): number =>
    scores.reduce((total, score) => total + of(score), 0);
  const expected = sum((score) => score.expected);
  const right = sum((score) => score.right);
  const silent = sum((score) => score.silent.length);
  return {
    files: scores.length,
    sheets: sum((score) => score.sheets),
    expected,
    right,
    silent,
    recall: expected === 0 ? 1 : right / expected,
    precision: right + silent === 0 ? 1 : right / (right + silent),
    questions: sum((score) => score.questions.length),
    askingTooMuch: scores.filter((score) => score.mostOfASheet > aims.questions)
      .length,
    needless: sum((score) => score.needless),
    roles: {
      right: sum((score) => score.roles.right),
      expected: sum((score) => score.roles.expected),
    },
  };
}

/** What stands between a file and a perfect score, worst first. */
export function worstFirst(scores: readonly FileScore[]): FileScore[] {
  const badness = (score: FileScore): number =>
    score.silent.length * 10 +
    score.missed.length +
    Math.max(0, score.questions.length - score.expectedQuestions);
  return [...scores].sort((a, b) => badness(b) - badness(a));
}
