import {
  decimalOf,
  decimalText,
  roundDecimal,
  trimDecimal,
} from "../../model/decimal.ts";
import type { ItemsLeft, ProgressRow } from "../../model/progress.ts";
import type { Language } from "../../text/message.ts";
import { describe } from "../../text/words.ts";
import type { Names } from "../state/names.ts";
import { comparatorText, dash } from "./figure.ts";
import { periodText } from "./period-text.ts";
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
    case "items":
      return itemsWords(remaining, length, names.language);
    case "outOfReach":
      return say("ui.remaining.out_of_reach", { by: short(remaining.by) });
    case "none":
      return remaining.reason === ""
        ? dash
        : standingAlone(say(remaining.reason), names.language);
  }
}

/** `还有 12 项未完成，距期限 34 天，平均每 2.8 天完成 1 项；已过时限 2 项…`. */
function itemsWords(
  items: ItemsLeft,
  length: "short" | "full",
  language: Language,
): string {
  const { left, daysLeft, pace, overdue, dueSoon, within } = items;
  const say = (code: string, params: Record<string, string | number>) =>
    describe(code, params, language);
  const daily = pace.items === 1 ? "" : "_daily";
  const rest = { left, days: daysLeft, every: pace.days, each: pace.items };
  const short = length === "short" ? "_short" : "";
  const late = items.part === "overdue";
  const parts = [
    late
      ? say("ui.remaining.items_late", { left })
      : say(`ui.remaining.items${daily}${short}`, rest),
    overdue === 0 || late
      ? ""
      : say("ui.remaining.items_overdue", { n: overdue }),
    dueSoon === 0 || within === null || length === "short"
      ? ""
      : say("ui.remaining.items_due_soon", { n: dueSoon, within }),
    items.unknown === 0
      ? ""
      : say("ui.remaining.items_unknown", { n: items.unknown }),
    items.undated === 0 || length === "short"
      ? ""
      : say("ui.remaining.items_undated", { n: items.undated }),
    items.statedOn === null || length === "short"
      ? ""
      : say("ui.remaining.items_stated", {
          day: periodText(items.statedOn, language),
        }),
  ];
  return parts
    .filter((part) => part !== "")
    .join(language === "zh" ? "；" : "; ");
}

/** At most two decimals beyond the indicator's own, without trailing zeros. */
export function shortFigure(value: number, decimals: number | null): string {
  const exact = decimalOf(value);
  const most = (decimals ?? 2) + 2;
  return decimalText(
    trimDecimal(exact.scale > most ? roundDecimal(exact, most) : exact),
  );
}
