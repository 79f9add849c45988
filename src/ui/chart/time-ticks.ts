import { civilDate, dayNumber, pad } from "../../model/calendar.ts";
import { periodText } from "../format/period-text.ts";
import type { Language } from "../../text/message.ts";

/** Where the time axis is labelled: the last days of years, or of months over a short span. */
export interface TimeTicks {
  readonly days: readonly number[];
  label(day: number): string;
}

const most = 12;
const longSpan = 800;

/**
 * Figures are drawn at the end of their period, so the axis is labelled there
 * too: the tick `2019年` is the last day of 2019. At most twelve ticks.
 */
export function timeTicks(
  from: number,
  to: number,
  language: Language,
): TimeTicks {
  const years = to - from > longSpan;
  const first = civilDate(from);
  const ends: number[] = [];
  for (let step = 0; ; step += 1) {
    const next = years
      ? dayNumber(first.year + step + 1, 1, 1)
      : dayNumber(first.year, first.month + step + 1, 1);
    if (next - 1 > to) break;
    ends.push(next - 1);
  }
  const every = Math.max(1, Math.ceil(ends.length / most));
  return {
    days: ends.filter((_, i) => (ends.length - 1 - i) % every === 0),
    label: (day) => {
      const { year, month } = civilDate(Math.round(day));
      if (years) return language === "zh" ? `${year}年` : String(year);
      return periodText(`${year}-${pad(month, 2)}`, language);
    },
  };
}
