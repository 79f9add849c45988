import { type DayNumber, isoDate } from "../model/calendar.ts";
import type {
  StatusRules,
  StatusThresholds,
  ThresholdVersion,
} from "../model/catalog.ts";

/** Thresholds with the version they are of; null for those that hold where no version does. */
export interface ThresholdsInForce extends StatusThresholds {
  readonly version: Pick<ThresholdVersion, "name" | "from"> | null;
}

/** The thresholds in force on a day: those of the version whose days hold it, else the undated ones. */
export function thresholdsOn(
  rules: StatusRules,
  day: DayNumber,
): ThresholdsInForce {
  const date = isoDate(day);
  const version =
    rules.versions.find(
      ({ from, to }) => from <= date && (to === "" || date <= to),
    ) ?? null;
  const { ahead, onPace, behind, source } = version ?? rules;
  return { ahead, onPace, behind, source, version };
}
