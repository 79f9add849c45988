import type { IndicatorCode } from "../model/codes.ts";

/** For each indicator whose formula leads back to itself, the way round: a, b, a. */
export function findCycles(
  reads: ReadonlyMap<IndicatorCode, readonly IndicatorCode[]>,
): ReadonlyMap<IndicatorCode, readonly IndicatorCode[]> {
  const cycles = new Map<IndicatorCode, readonly IndicatorCode[]>();
  for (const start of reads.keys()) {
    const way = wayBack(start, reads);
    if (way !== null) cycles.set(start, way);
  }
  return cycles;
}

/** The shortest way from an indicator back to itself. */
function wayBack(
  start: IndicatorCode,
  reads: ReadonlyMap<IndicatorCode, readonly IndicatorCode[]>,
): IndicatorCode[] | null {
  const from = new Map<IndicatorCode, IndicatorCode>();
  let open: IndicatorCode[] = [start];
  while (open.length > 0) {
    const next: IndicatorCode[] = [];
    for (const code of open)
      for (const read of reads.get(code) ?? []) {
        if (read === start) return wayTo(code, start, from);
        if (from.has(read)) continue;
        from.set(read, code);
        next.push(read);
      }
    open = next;
  }
  return null;
}

function wayTo(
  last: IndicatorCode,
  start: IndicatorCode,
  from: ReadonlyMap<IndicatorCode, IndicatorCode>,
): IndicatorCode[] {
  const way = [start];
  for (let at = last; at !== start; at = from.get(at) ?? start) way.push(at);
  return [...way, start].reverse();
}
