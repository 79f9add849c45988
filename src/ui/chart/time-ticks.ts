import { civilDate, dayNumber, pad } from "../../model/calendar.ts";
import { periodText } from "../format/period-text.ts";
import type { Language } from "../../text/message.ts";

/** Where the time axis has its ticks and its words. */
export interface TimeTicks {
  /** The last days of years, or of months over a short span. */
  readonly ends: readonly number[];
  /** Days under which the words stand. */
  readonly labels: readonly number[];
  label(day: number): string;
}

const most = 12;
const longSpan = 800;
const halfYear = 183;

/**
 * Figures are drawn at the end of their period. Those of whole years, and of
 * months over a short span, have their words there too: the tick `2019年` is the
 * last day of 2019. Over a long span figures of shorter periods lie within their
 * years, so the word of a year stands in its middle. At most twelve words.
 */
export function timeTicks(
  from: number,
  to: number,
  language: Language,
  wholeYears: boolean,
): TimeTicks {
  const years = to - from > longSpan;
  const inside = years && !wholeYears;
  const first = civilDate(from);
  const ends: number[] = [];
  for (let step = 0; ; step += 1) {
    const next = years
      ? dayNumber(first.year + step + 1, 1, 1)
      : dayNumber(first.year, first.month + step + 1, 1);
    if (next - 1 > to) break;
    ends.push(next - 1);
  }
  const middles = [...ends, dayNumber(civilDate(to).year + 1, 1, 1) - 1]
    .map((end) => end - halfYear)
    .filter((day, i, all) => day >= from && day <= to && day !== all[i - 1]);
  const labels = inside ? middles : ends;
  const every = Math.max(1, Math.ceil(labels.length / most));
  return {
    ends: inside ? ends : thinned(ends, every),
    labels: thinned(labels, every),
    label: (day) => {
      const { year, month } = civilDate(Math.round(day));
      if (years) return language === "zh" ? `${year}年` : String(year);
      return periodText(`${year}-${pad(month, 2)}`, language);
    },
  };
}

function thinned(days: readonly number[], every: number): readonly number[] {
  return days.filter((_, i) => (days.length - 1 - i) % every === 0);
}
