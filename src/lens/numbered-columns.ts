import type { Guess, PeriodHint } from "../model/facets.ts";
import type { Period } from "../model/period.ts";

/** The header texts of a column, outermost first, and what the outer ones say of the period. */
export interface NumberedHeader {
  readonly texts: readonly string[];
  readonly outer: Guess<PeriodHint> | null;
}

/** Fewer numbers in a row than this are no calendar. */
const fewest = 5;

/**
 * The periods of columns headed by bare numbers that count up one by one: days
 * where a header above them or the sheet names a month, months where they say
 * so. Null for every other column.
 */
export function numberedPeriods(
  headers: readonly NumberedHeader[],
  around: readonly Period[],
  corner: string,
): (Guess<PeriodHint> | null)[] {
  const periods = headers.map((): Guess<PeriodHint> | null => null);
  for (let start = 0; start < headers.length;) {
    const end = endOfRun(headers, start);
    if (end - start >= fewest) {
      const first = headers[start];
      const last = numberOf(headers[end - 1]) ?? 0;
      const kind =
        first === undefined ? null : kindOf(first, last, around, corner);
      for (let at = start; kind !== null && at < end; at += 1) {
        const number = numberOf(headers[at]);
        if (number !== null)
          periods[at] = {
            value: hintOf(kind, number, headers[at]?.outer ?? null),
            confidence: 0.9,
            words: String(number),
          };
      }
    }
    start = Math.max(end, start + 1);
  }
  return periods;
}

function numberOf(header: NumberedHeader | undefined): number | null {
  const text = header?.texts.at(-1) ?? "";
  return /^(?:0?[1-9]|[12]\d|3[01])$/.test(text) ? Number(text) : null;
}

/** The columns from `start` that count up under the same outer headers. */
function endOfRun(headers: readonly NumberedHeader[], start: number): number {
  let end = start;
  const first = numberOf(headers[start]);
  if (first === null) return start;
  const outer = (at: number): string =>
    headers[at]?.texts.slice(0, -1).join("\n") ?? "";
  while (
    end < headers.length &&
    numberOf(headers[end]) === first + (end - start) &&
    outer(end) === outer(start)
  )
    end += 1;
  return end;
}

function kindOf(
  first: NumberedHeader,
  last: number,
  around: readonly Period[],
  corner: string,
): "day" | "month" | null {
  const words = [...first.texts.slice(0, -1), corner].join(" ");
  const { outer } = first;
  if (outer !== null && isMonth(outer.value)) return "day";
  if (/月份|月$/.test(words.trim()) && last <= 12) return "month";
  const [nearest] = around;
  if (nearest !== undefined && /^\d{4}-\d{2}$/.test(nearest.code)) return "day";
  return null;
}

function isMonth(hint: PeriodHint): boolean {
  if (hint.kind === "period") return /^\d{4}-\d{2}$/.test(hint.code);
  return (
    hint.kind === "months" && hint.from === hint.to && hint.day === undefined
  );
}

function hintOf(
  kind: "day" | "month",
  number: number,
  outer: Guess<PeriodHint> | null,
): PeriodHint {
  if (kind === "month")
    return outer?.value.kind === "period" && /^\d{4}$/.test(outer.value.code)
      ? {
          kind: "period",
          code: `${outer.value.code}-${String(number).padStart(2, "0")}`,
        }
      : { kind: "months", from: number, to: number };
  if (outer?.value.kind === "months") return { ...outer.value, day: number };
  if (outer?.value.kind === "period")
    return {
      kind: "period",
      code: `${outer.value.code}-${String(number).padStart(2, "0")}`,
    };
  return { kind: "day", day: number };
}
