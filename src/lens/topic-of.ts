import type { IndicatorCode } from "../model/codes.ts";

/** The first part of an indicator's code: `air` of `air.pm25`. */
export function topicOf(code: IndicatorCode): string | undefined {
  return code.split(".")[0];
}
