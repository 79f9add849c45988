import type { ColumnSays } from "../column-says.ts";
import type { Head } from "./head.ts";

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** The one day that headers of a table name; null without any, and with several. */
export function onlyDay(columns: readonly Head[]): MonthDay | null {
  const days = new Map<string, MonthDay>();
  for (const { facets } of columns) {
    const hint = facets.period[0]?.value;
    if (hint?.kind === "months" && hint.day !== undefined)
      days.set(`${hint.to}-${hint.day}`, { month: hint.to, day: hint.day });
  }
  const [first = null] = days.values();
  return days.size === 1 ? first : null;
}

/** 4月1日以来 beside 5月20日当日 runs to that day. */
export function untilDay(
  column: ColumnSays,
  until: MonthDay | null,
): ColumnSays {
  const { period } = column;
  return until === null ||
    period?.value.kind !== "since" ||
    period.value.until !== undefined
    ? column
    : { ...column, period: { ...period, value: { ...period.value, until } } };
}
