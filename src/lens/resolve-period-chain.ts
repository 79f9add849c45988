import type { Guess, PeriodHint } from "../model/facets.ts";
import type { Period } from "../model/period.ts";
import { periodFrom } from "../match/resolve-period.ts";
import { yearOfFiling } from "./filing-year.ts";
import type { Surroundings } from "./surroundings.ts";

export interface ResolvedPeriod {
  readonly period: Period | null;
  readonly confidence: number;
  readonly words: string;
  /** Whose header a person would be asked about. */
  readonly at: "column" | "row" | "table";
  readonly candidates: readonly string[];
}

/**
 * The period of a cell from the hints of its column and row and from what
 * stands around the table. Months without a year and words like 当月 are
 * completed by the nearest place that can.
 */
export function resolvePeriod(
  column: Guess<PeriodHint> | null,
  row: Guess<PeriodHint> | null,
  surroundings: Surroundings,
): ResolvedPeriod {
  const around = surroundings.periods.map(({ period }) => period);
  if (column === null && row === null) return fromSurroundings(surroundings);
  const words = [column?.words, row?.words]
    .filter((text) => text !== undefined)
    .join(" ");
  const at = column === null ? "row" : "column";
  const confidence = Math.min(column?.confidence ?? 1, row?.confidence ?? 1);
  const none = (candidates: readonly string[]): ResolvedPeriod => ({
    period: null,
    confidence: 0,
    words,
    at: around.length === 0 ? "table" : at,
    candidates,
  });
  const period = combined(column?.value ?? null, row?.value ?? null, around);
  if (period === null) {
    // A form without a year was filled in after its months had ended.
    const hint = row?.value.kind === "months" ? row.value : column?.value;
    const filed =
      around.length > 0 || hint === undefined || surroundings.filed === null
        ? null
        : yearOfFiling(hint, surroundings.filed);
    return filed === null
      ? none(around.map(({ code }) => code))
      : {
          period: filed,
          confidence: Math.min(confidence, 0.85),
          words,
          at,
          candidates: [filed.code],
        };
  }
  return {
    period,
    // What the sheet says twice is sure, however loosely the header says it.
    confidence:
      around.some(({ code }) => code === period.code) ||
      crossesYear(column, row, period, around)
        ? Math.max(confidence, 0.9)
        : confidence,
    words,
    at,
    candidates: [period.code],
  };
}

/** 秋冬季目标 of a sheet of October to January. */
function crossesYear(
  column: Guess<PeriodHint> | null,
  row: Guess<PeriodHint> | null,
  period: Period,
  [nearest]: readonly Period[],
): boolean {
  return (
    nearest !== undefined &&
    nearest.start === period.start &&
    nearest.end <= period.end &&
    [column, row].some(
      (hint) =>
        hint?.value.kind === "months" && hint.value.to < hint.value.from,
    )
  );
}

function combined(
  column: PeriodHint | null,
  row: PeriodHint | null,
  around: readonly Period[],
): Period | null {
  if (column === null || row === null) {
    const hint = column ?? row;
    return hint === null ? null : complete(hint, around);
  }
  // 2019年 over 6月: the year belongs to the months, whichever of them heads the column.
  if (column.kind === "period" && row.kind !== "period") {
    const year = complete(column, around);
    return year === null ? null : complete(row, [year, ...around]);
  }
  const stub = complete(row, around);
  if (stub === null) return null;
  // 年度目标 beside “十三五”累计: that of the row.
  if (
    column.kind === "relative" &&
    (column.which === "year" || column.which === "current") &&
    /^\d{4}\/\d{4}$/.test(stub.code)
  )
    return stub;
  const own = complete(column, [stub, ...around]);
  if (own === null || column.kind !== "period" || row.kind !== "period")
    return own;
  if (own.start <= stub.start && stub.end <= own.end) return stub;
  return stub.start <= own.start && own.end <= stub.end ? own : null;
}

function complete(hint: PeriodHint, around: readonly Period[]): Period | null {
  if (around.length === 0) return periodFrom(hint, {});
  for (const period of around) {
    const found = periodFrom(hint, { period });
    if (found !== null) return found;
  }
  return null;
}

function fromSurroundings(surroundings: Surroundings): ResolvedPeriod {
  const [nearest] = surroundings.periods;
  if (nearest === undefined)
    return {
      period: null,
      confidence: 0,
      words: "",
      at: "table",
      candidates: [],
    };
  const open = surroundings.rivals.length > 0;
  return {
    period: nearest.period,
    confidence: open ? Math.min(nearest.confidence, 0.5) : nearest.confidence,
    words: nearest.words,
    at: "table",
    candidates: open ? surroundings.rivals : [nearest.period.code],
  };
}
