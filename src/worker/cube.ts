import { keyText, type ObservationKey } from "../model/observation.ts";
import { measures } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { Conflict } from "../model/state.ts";
import type { Cube, CubeCell, CubeRow } from "./api.ts";
import type { ShownObservation } from "./kept-rows.ts";

/** What a cube is made of. */
export interface CubeInput {
  readonly observations: Iterable<ShownObservation>;
  readonly conflicts: readonly Conflict[];
}

/** Lays observations out as rows of series and columns of periods, in the order of the code lists. */
export function cubeOf(
  { observations, conflicts: disputes }: CubeInput,
  order: {
    readonly indicators: readonly string[];
    readonly regions: readonly string[];
  },
  include: (key: ObservationKey) => boolean,
): Cube {
  const held = [...observations].filter(({ key }) => include(key));
  const periods = [...new Set(held.map(({ key }) => key.period))].sort(
    comparePeriods,
  );
  const column = new Map(periods.map((period, index) => [period, index]));
  const conflicts = new Set(disputes.map(({ key }) => key));
  const rows = new Map<string, { row: CubeRow; cells: (CubeCell | null)[] }>();
  for (const observation of held) {
    const { indicator, region, variant, base, measure } = observation.key;
    const id = [indicator, region, variant, base, measure].join("|");
    let line = rows.get(id);
    if (line === undefined) {
      line = {
        row: {
          indicator,
          region,
          variant,
          base,
          measure,
          unit: observation.unit,
          decimals: observation.decimals,
        },
        cells: periods.map(() => null),
      };
      rows.set(id, line);
    }
    const at = column.get(observation.key.period);
    if (at !== undefined) line.cells[at] = cubeCell(observation, conflicts);
  }
  const indicatorOrder = positions(order.indicators);
  const regionOrder = positions(order.regions);
  const lines = [...rows.values()].sort(
    ({ row: a }, { row: b }) =>
      at(indicatorOrder, a.indicator) - at(indicatorOrder, b.indicator) ||
      at(regionOrder, a.region) - at(regionOrder, b.region) ||
      measures.indexOf(a.measure) - measures.indexOf(b.measure) ||
      compareText(a.variant + a.base, b.variant + b.base),
  );
  return {
    periods,
    rows: lines.map(({ row }) => row),
    cells: lines.map(({ cells }) => cells),
  };
}

function cubeCell(
  observation: ShownObservation,
  conflicts: ReadonlySet<string>,
): CubeCell {
  return {
    value: observation.value,
    missing: observation.missing,
    decimals: observation.decimals,
    status: observation.status,
    edited: observation.edited,
    conflict: conflicts.has(keyText(observation.key)),
  };
}

function positions(codes: readonly string[]): ReadonlyMap<string, number> {
  return new Map(codes.map((code, index) => [code, index]));
}

function at(order: ReadonlyMap<string, number>, code: string): number {
  return order.get(code) ?? order.size;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By last day, longer periods after the shorter ones they end with. */
export function comparePeriods(a: string, b: string): number {
  const first = parsePeriod(a);
  const second = parsePeriod(b);
  if (first === null || second === null) return compareText(a, b);
  return first.end - second.end || second.start - first.start;
}
