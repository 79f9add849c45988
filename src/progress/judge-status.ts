import type { StatusCode, StatusRules } from "../model/catalog.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  compareFractions,
  divideFractions,
  fractionOf,
} from "../model/fraction.ts";
import type { TraceStep } from "../model/progress.ts";
import { tracedNumber } from "./fraction-number.ts";

export interface StatusInput {
  /** The comparator holds for the rounded figure. */
  readonly achieved: boolean;
  /** The figure reaches the deadline. */
  readonly final: boolean;
  /** A met goal cannot be lost any more: the amount only grows. */
  readonly settled: boolean;
  /** Why the goal cannot be met any more; empty while it can. */
  readonly lost: string;
  /** The goal held at the start and does not now, or the goal is the start and was left. */
  readonly wentBack: boolean;
  readonly progress: Fraction | null;
  readonly progressReason: string;
  readonly share: Fraction | null;
  readonly rules: StatusRules;
}

export interface Judged {
  readonly status: StatusCode;
  /** Why, where the status does not follow from the pace; empty otherwise. */
  readonly reason: string;
  readonly pace: Fraction | null;
  readonly paceReason: string;
  readonly steps: readonly TraceStep[];
}

/**
 * The status of a target: whether it is met, else how progress stands to the
 * time gone (pace = progress ÷ time share) against the thresholds of the
 * rules. A met goal is 已达标 once the window is over or the amount can only
 * grow, before that 目前达标; an unmet one is 严重滞后 once it is lost.
 */
export function judgeStatus(input: StatusInput): Judged {
  const { achieved, progress, share } = input;
  const pace =
    progress === null || share === null
      ? null
      : divideFractions(progress, share);
  const paceReason =
    pace !== null
      ? ""
      : progress === null
        ? input.progressReason
        : share === null
          ? "progress.no_start"
          : "progress.no_time_yet";
  const paceSteps: TraceStep[] =
    pace === null || progress === null || share === null
      ? []
      : [
          {
            code: "progress.step_pace",
            params: {
              progress: tracedNumber(progress),
              share: tracedNumber(share),
              pace: tracedNumber(pace),
            },
          },
        ];
  const end = (
    status: StatusCode,
    reason: string,
    step: TraceStep | null,
  ): Judged => ({
    status,
    reason,
    pace,
    paceReason,
    steps: step === null ? paceSteps : [...paceSteps, step],
  });

  if (achieved) {
    if (input.final) return end("已达标", "", plain("progress.step_met_final"));
    return input.settled
      ? end("已达标", "", plain("progress.step_met_settled"))
      : end("目前达标", "", plain("progress.step_met_so_far"));
  }
  if (input.final)
    return end("严重滞后", "progress.missed", plain("progress.step_missed"));
  if (input.lost !== "")
    return end("严重滞后", input.lost, plain("progress.step_lost"));
  if (input.wentBack)
    return end(
      "倒退",
      progress === null ? "" : "progress.baseline_met_goal",
      plain("progress.step_went_back"),
    );
  if (progress !== null && progress.n < 0n)
    return end("倒退", "", plain("progress.step_negative"));
  if (pace === null) return end("无法判定", paceReason, null);
  return byPace(pace, input.rules, end);
}

function byPace(
  pace: Fraction,
  rules: StatusRules,
  end: (status: StatusCode, reason: string, step: TraceStep) => Judged,
): Judged {
  const bands = [
    ["超序时", rules.ahead],
    ["达序时", rules.onPace],
    ["滞后", rules.behind],
  ] as const;
  for (const [status, least] of bands)
    if (compareFractions(pace, threshold(least)) >= 0)
      return end(status, "", {
        code: "progress.step_threshold",
        params: { pace: tracedNumber(pace), threshold: least, status },
      });
  return end("严重滞后", "", {
    code: "progress.step_below_thresholds",
    params: {
      pace: tracedNumber(pace),
      threshold: rules.behind,
      status: "严重滞后",
    },
  });
}

function threshold(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a status threshold: ${text}`);
  return fractionOf(value);
}

function plain(code: string): TraceStep {
  return { code, params: {} };
}
