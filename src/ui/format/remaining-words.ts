import {
  decimalOf,
  decimalText,
  roundDecimal,
  trimDecimal,
} from "../../model/decimal.ts";
import type { ProgressRow } from "../../model/progress.ts";
import { describe } from "../../text/words.ts";
import type { Names } from "../state/names.ts";
import { comparatorText, dash } from "./figure.ts";
import { standingAlone } from "./sentence.ts";

/** What must happen in the time that is left; `short` leaves out the rounding edge of a mean and the bad days that can be afforded. */
export function remainingWords(
  row: ProgressRow,
  names: Names,
  length: "short" | "full" = "full",
): string {
  const { remaining } = row;
  const unit = names.unit(row.unit);
  const say = (code: string, params: Record<string, string | number> = {}) =>
    describe(code, { unit, ...params }, names.language);
  const short = (value: number) => shortFigure(value, row.decimals);
  switch (remaining.kind) {
    case "mean":
      return say(
        length === "short" ? "ui.remaining.mean_short" : "ui.remaining.mean",
        {
          days: remaining.daysLeft,
          comparator: comparatorText(row.comparator),
          strict: short(remaining.strict),
          edge: short(remaining.edge),
        },
      );
    case "days":
      return say(
        length === "short" ? "ui.remaining.days_short" : "ui.remaining.days",
        {
          days: remaining.daysLeft,
          needed: remaining.stillNeeded,
          affordable: remaining.affordable,
        },
      );
    case "amount":
    case "change":
      return say(`ui.remaining.${remaining.kind}`, {
        total: short(remaining.total),
        each: short(remaining.perPeriod),
        n: remaining.periodsLeft,
        per: say(`ui.per.${remaining.per}`),
      });
    case "outOfReach":
      return say("ui.remaining.out_of_reach", { by: short(remaining.by) });
    case "none":
      return remaining.reason === ""
        ? dash
        : standingAlone(say(remaining.reason), names.language);
  }
}

/** At most two decimals beyond the indicator's own, without trailing zeros. */
export function shortFigure(value: number, decimals: number | null): string {
  const exact = decimalOf(value);
  const most = (decimals ?? 2) + 2;
  return decimalText(
    trimDecimal(exact.scale > most ? roundDecimal(exact, most) : exact),
  );
}
