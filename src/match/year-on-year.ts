import type { MeasureFind, Reading } from "./reading.ts";

/**
 * 较2018年 beside 2019年 is the comparison with the year before: it becomes a
 * change like 同比, and needs no base in the key.
 */
export function withYearOnYear(reading: Reading): Reading {
  const base = nearest(reading.bases);
  const period = nearest(
    reading.periods.filter(({ value }) => value.kind === "period"),
  );
  if (base === undefined || period?.value.kind !== "period") return reading;
  if (!isYearBefore(base.code, period.value.code)) return reading;
  const change = nearest(reading.changes);
  const compared: MeasureFind = {
    words: base.words + (change?.words ?? ""),
    confidence: 0.95,
    depth: base.depth,
    measure: "changeRate",
    as: "any",
    alsoIndicator: false,
  };
  return {
    ...reading,
    bases: [],
    changes: [],
    measures: reading.measures.some(
      ({ measure }) => measure === "change" || measure === "changeRate",
    )
      ? reading.measures
      : [...reading.measures, compared],
  };
}

function nearest<T extends { readonly depth: number }>(
  finds: readonly T[],
): T | undefined {
  return [...finds].sort((a, b) => a.depth - b.depth)[0];
}

function isYearBefore(base: string, period: string): boolean {
  const year = Number(period.slice(0, 4));
  const last = period.split("/")[1]?.slice(0, 4);
  if (last !== undefined && last !== String(year)) return false;
  const before = String(year - 1);
  return base === before || base === period.replaceAll(String(year), before);
}
