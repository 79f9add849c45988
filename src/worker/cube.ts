import { keyText, type ObservationKey } from "../model/observation.ts";
import { measures } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import type { Observation, Source } from "../model/observation.ts";
import type { Conflict } from "../model/state.ts";
import type { Cube, CubeCell, CubeRow, CubeSource } from "./figure-api.ts";
import type { ShownObservation } from "./kept-rows.ts";

/** What a cube is made of. */
export interface CubeInput {
  readonly observations: Iterable<ShownObservation>;
  readonly conflicts: readonly Conflict[];
  /** What files say at a key under what was typed over it; null when none says anything. */
  readonly imported: (key: string) => Observation | null;
  /** Remarks by key. */
  readonly comments: ReadonlyMap<string, readonly unknown[]>;
}

/** Lays observations out as rows of series and columns of periods, in the order of the code lists. */
export function cubeOf(
  { observations, conflicts: disputes, imported, comments }: CubeInput,
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
  const sources = new SourceList();
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
    if (at === undefined) continue;
    const key = keyText(observation.key);
    const under = observation.edited ? imported(key) : null;
    line.cells[at] = {
      value: observation.value,
      missing: observation.missing,
      decimals: observation.decimals,
      status: observation.status,
      edited: observation.edited,
      conflict: conflicts.has(key),
      source: sources.index(observation.source),
      at: observation.source.cell,
      original:
        under === null
          ? null
          : {
              value: under.value,
              missing: under.missing,
              decimals: under.decimals,
              source: sources.index(under.source),
              at: under.source.cell,
            },
      comments: comments.get(key)?.length ?? 0,
      ...(observation.computed === true ? { computed: true } : {}),
    };
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
    sources: sources.list,
    periods,
    rows: lines.map(({ row }) => row),
    cells: lines.map(({ cells }) => cells),
  };
}

/** Every sheet once, so that a cell crosses with a number instead of two names. */
class SourceList {
  readonly list: CubeSource[] = [];
  readonly #known = new Map<string, number>();

  /** -1 for no file. */
  index({ file, sheet }: Source): number {
    if (file === "") return -1;
    const name = JSON.stringify([file, sheet]);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, this.list.length);
    return this.list.push({ file, sheet }) - 1;
  }
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
