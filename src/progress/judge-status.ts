import type { StatusCode } from "../model/catalog.ts";
import { parseDecimal } from "../model/decimal.ts";
import {
  type Fraction,
  compareFractions,
  divideFractions,
  fractionOf,
  signOf,
} from "../model/fraction.ts";
import type { Explain, TraceStep } from "../model/progress.ts";
import { tracedNumber } from "./fraction-number.ts";
import type { ThresholdsInForce } from "./thresholds-on.ts";

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
  readonly thresholds: ThresholdsInForce;
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
  explain(): readonly TraceStep[];
}

/**
 * The status of a target: whether it is met, else how progress stands to what
 * the path asks for (pace = progress ÷ its share, the time share on a straight
 * path) against the thresholds of the rules. Where there is no pace, a value at
 * the expected one is 达序时, a better one 超序时, a worse one 滞后. A met goal is 已达标 once the window is over or the amount can only
 * grow, before that 目前达标; an unmet one is 严重滞后 once it is lost.
 */
export function judgeStatus(input: StatusInput): Judged {
  const { progress, share } = input;
  const own =
    input.pace === null &&
    progress !== null &&
    share !== null &&
    signOf(share) > 0
      ? divideFractions(progress, share)
      : null;
  return new Verdict(input, input.pace?.value ?? own);
}

/** What was decided, and from what; the steps are put together when asked for. */
class Verdict implements Judged {
  readonly status: StatusCode;
  readonly reason: string;
  readonly pace: Fraction | null;
  readonly #input: StatusInput;
  /** Code of the step that says why; empty where nothing is to be said. */
  readonly #step: string;

  constructor(input: StatusInput, pace: Fraction | null) {
    this.#input = input;
    this.pace = pace;
    const [status, step, reason] = decide(input, pace);
    this.status = status;
    this.#step = step;
    this.reason = reason;
  }

  get paceReason(): string {
    return this.pace === null ? reasonOfNoPace(this.#input) : "";
  }

  explain(): readonly TraceStep[] {
    const steps = [...this.#paceSteps()];
    if (this.#step === "") return steps;
    if (this.#step === overThreshold || this.#step === belowThresholds)
      steps.push(...this.#versionSteps());
    steps.push({ code: this.#step, params: this.#params() });
    return steps;
  }

  /** Which thresholds are meant, where there are several. */
  #versionSteps(): readonly TraceStep[] {
    const { version, source } = this.#input.thresholds;
    if (version === null) return [];
    const { name, from } = version;
    return [
      { code: "progress.step_thresholds_of", params: { name, from, source } },
    ];
  }

  #paceSteps(): readonly TraceStep[] {
    const { progress, share, pace } = this.#input;
    if (pace !== null) return pace.explain();
    if (this.pace === null || progress === null || share === null) return [];
    return [
      {
        code: "progress.step_pace",
        params: {
          progress: tracedNumber(progress),
          share: tracedNumber(share),
          pace: tracedNumber(this.pace),
        },
      },
    ];
  }

  /** Only the thresholds have something to show. */
  #params(): TraceStep["params"] {
    const { pace, status } = this;
    if (
      pace === null ||
      (this.#step !== overThreshold && this.#step !== belowThresholds)
    )
      return {};
    return {
      pace: tracedNumber(pace),
      threshold: leastPace(status, this.#input.thresholds),
      status,
    };
  }
}

const overThreshold = "progress.step_threshold";
const belowThresholds = "progress.step_below_thresholds";

/** The status, the code of the step that says why, and the reason where it does not follow from the pace. */
function decide(
  input: StatusInput,
  pace: Fraction | null,
): readonly [status: StatusCode, step: string, reason: string] {
  const { progress } = input;
  if (input.achieved) {
    if (input.final) return ["已达标", "progress.step_met_final", ""];
    return input.settled
      ? ["已达标", "progress.step_met_settled", ""]
      : ["目前达标", "progress.step_met_so_far", ""];
  }
  if (input.final)
    return ["严重滞后", "progress.step_missed", "progress.missed"];
  if (input.lost !== "") return ["严重滞后", "progress.step_lost", input.lost];
  if (input.wentBack)
    return [
      "倒退",
      "progress.step_went_back",
      progress === null ? "" : "progress.baseline_met_goal",
    ];
  if (progress !== null && signOf(progress) < 0)
    return ["倒退", "progress.step_negative", ""];
  if (pace !== null) {
    const status = byPace(pace, input.thresholds);
    return [
      status,
      status === "严重滞后" ? belowThresholds : overThreshold,
      "",
    ];
  }
  if (input.toExpected === null) return ["无法判定", "", reasonOfNoPace(input)];
  const status =
    input.toExpected > 0 ? "超序时" : input.toExpected < 0 ? "滞后" : "达序时";
  return [status, `progress.step_to_expected_${compared(status)}`, ""];
}

function compared(status: StatusCode): "better" | "same" | "worse" {
  return status === "超序时" ? "better" : status === "滞后" ? "worse" : "same";
}

function reasonOfNoPace(input: StatusInput): string {
  if (input.pace !== null) return input.pace.reason;
  if (input.progress === null) return input.progressReason;
  return input.share === null ? input.shareReason : "progress.no_time_yet";
}

function byPace(pace: Fraction, rules: ThresholdsInForce): StatusCode {
  for (const status of ["超序时", "达序时", "滞后"] as const)
    if (compareFractions(pace, threshold(leastPace(status, rules))) >= 0)
      return status;
  return "严重滞后";
}

/** The least pace of a status; of 严重滞后 the one it stays below. */
function leastPace(status: StatusCode, rules: ThresholdsInForce): string {
  if (status === "超序时") return rules.ahead;
  return status === "达序时" ? rules.onPace : rules.behind;
}

/** There are three or so, and each is held against every row. */
const thresholds = new Map<string, Fraction>();
const mostThresholds = 64;

function threshold(text: string): Fraction {
  const known = thresholds.get(text);
  if (known !== undefined) return known;
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a status threshold: ${text}`);
  const fraction = fractionOf(value);
  if (thresholds.size < mostThresholds) thresholds.set(text, fraction);
  return fraction;
}
