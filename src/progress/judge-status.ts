import type { StatusCode, StatusRules } from "../model/catalog.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  compareFractions,
  divideFractions,
  fractionOf,
} from "../model/fraction.ts";
import type { Explain, TraceStep } from "../model/progress.ts";
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
  /** The part of the way the path asks for by now. */
  readonly share: Fraction | null;
  /** Why that is not known. */
  readonly shareReason: string;
  /** Pace where it is not progress ÷ share; null where it is. */
  readonly pace: Paced | null;
  /** How the value stands to the one the path asks for, above 0 when better; null when not known. Judges where there is no pace. */
  readonly toExpected: number | null;
  readonly rules: StatusRules;
}

/** A pace found otherwise, with its steps. */
export interface Paced {
  readonly value: Fraction | null;
  readonly reason: string;
  readonly explain: Explain;
}

export interface Judged {
  readonly status: StatusCode;
  /** Why, where the status does not follow from the pace; empty otherwise. */
  readonly reason: string;
  readonly pace: Fraction | null;
  readonly paceReason: string;
  readonly explain: Explain;
}

/**
 * The status of a target: whether it is met, else how progress stands to what
 * the path asks for (pace = progress ÷ its share, the time share on a straight
 * path) against the thresholds of the rules. Where there is no pace, a value at
 * the expected one is 达序时, a better one 超序时, a worse one 滞后. A met goal is 已达标 once the window is over or the amount can only
 * grow, before that 目前达标; an unmet one is 严重滞后 once it is lost.
 */
export function judgeStatus(input: StatusInput): Judged {
  const { achieved, progress, share } = input;
  const own =
    input.pace === null && progress !== null && share !== null && share.n > 0n
      ? divideFractions(progress, share)
      : null;
  const pace = input.pace?.value ?? own;
  const paceReason = pace === null ? reasonOfNoPace(input) : "";
  const paceSteps = (): readonly TraceStep[] =>
    input.pace !== null
      ? input.pace.explain()
      : own === null || progress === null || share === null
        ? []
        : [
            {
              code: "progress.step_pace",
              params: {
                progress: tracedNumber(progress),
                share: tracedNumber(share),
                pace: tracedNumber(own),
              },
            },
          ];
  const end = (
    status: StatusCode,
    reason: string,
    step: (() => TraceStep) | null,
  ): Judged => ({
    status,
    reason,
    pace,
    paceReason,
    explain: () => (step === null ? paceSteps() : [...paceSteps(), step()]),
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
  if (pace !== null) return byPace(pace, input.rules, end);
  if (input.toExpected === null) return end("无法判定", paceReason, null);
  const status =
    input.toExpected > 0 ? "超序时" : input.toExpected < 0 ? "滞后" : "达序时";
  return end(
    status,
    "",
    plain(`progress.step_to_expected_${compared(status)}`),
  );
}

function compared(status: StatusCode): "better" | "same" | "worse" {
  return status === "超序时" ? "better" : status === "滞后" ? "worse" : "same";
}

function reasonOfNoPace(input: StatusInput): string {
  if (input.pace !== null) return input.pace.reason;
  if (input.progress === null) return input.progressReason;
  return input.share === null ? input.shareReason : "progress.no_time_yet";
}

function byPace(
  pace: Fraction,
  rules: StatusRules,
  end: (status: StatusCode, reason: string, step: () => TraceStep) => Judged,
): Judged {
  const bands = [
    ["超序时", rules.ahead],
    ["达序时", rules.onPace],
    ["滞后", rules.behind],
  ] as const;
  for (const [status, least] of bands)
    if (compareFractions(pace, threshold(least)) >= 0)
      return end(status, "", () => ({
        code: "progress.step_threshold",
        params: { pace: tracedNumber(pace), threshold: least, status },
      }));
  return end("严重滞后", "", () => ({
    code: "progress.step_below_thresholds",
    params: {
      pace: tracedNumber(pace),
      threshold: rules.behind,
      status: "严重滞后",
    },
  }));
}

function threshold(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a status threshold: ${text}`);
  return fractionOf(value);
}

function plain(code: string): () => TraceStep {
  return () => ({ code, params: {} });
}
