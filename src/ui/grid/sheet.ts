import { keyText } from "../../model/observation.ts";
import type { Measure } from "../../model/observation.ts";
import type { Cube, CubeCell, CubeRow, CubeSource } from "../../worker/api.ts";
import { type Dimension, type Layout, pickedIn } from "./layout.ts";

/** An indicator with everything that tells its series apart, but the region. */
export interface Item {
  readonly id: string;
  readonly indicator: string;
  readonly measure: Measure;
  readonly variant: string;
  readonly base: string;
  readonly unit: string;
  readonly decimals: number | null;
}

/** A value on an axis: of each dimension one, null for those on the other axis or picked. */
export interface Place {
  readonly item: Item | null;
  readonly region: string | null;
  readonly period: string | null;
}

export interface SheetColumn extends Place {
  readonly id: string;
}

/** A row; `cells` in the order of the sheet's columns, null where nothing is known. */
export interface SheetRow extends Place {
  readonly id: string;
  readonly cells: readonly (CubeCell | null)[];
}

/** The cube laid out on two axes. */
export interface Sheet {
  readonly layout: Layout;
  readonly picked: Place;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly sources: readonly CubeSource[];
}

/** Values that exist in each dimension, in the order of the cube, to pick from. */
export interface Choices {
  readonly items: readonly Item[];
  readonly regions: readonly string[];
  readonly periods: readonly string[];
}

/** Rows and periods a person added that hold nothing yet. */
export interface Additions {
  readonly periods: readonly string[];
  readonly rows: readonly CubeRow[];
}

export const noAdditions: Additions = { periods: [], rows: [] };

export function itemOf(row: CubeRow): Item {
  const { indicator, measure, variant, base, unit, decimals } = row;
  return {
    id: [indicator, measure, variant, base].join("|"),
    indicator,
    measure,
    variant,
    base,
    unit,
    decimals,
  };
}

export function choicesOf(cube: Cube): Choices {
  const items = new Map<string, Item>();
  const regions = new Set<string>();
  for (const row of cube.rows) {
    const item = itemOf(row);
    if (!items.has(item.id)) items.set(item.id, item);
    regions.add(row.region);
  }
  return {
    items: [...items.values()],
    regions: [...regions],
    periods: cube.periods,
  };
}

/** What is picked where nothing was chosen or the choice is gone: the first item and region, the last period. */
export function pick(
  layout: Layout,
  choices: Choices,
  chosen: Readonly<Partial<Record<Dimension, string>>>,
): Place {
  const free = pickedIn(layout);
  const { items, regions, periods } = choices;
  return {
    item: free.includes("indicator")
      ? (items.find(({ id }) => id === chosen.indicator) ?? items[0] ?? null)
      : null,
    region: free.includes("region")
      ? (regions.find((code) => code === chosen.region) ?? regions[0] ?? null)
      : null,
    period: free.includes("period")
      ? (periods.find((code) => code === chosen.period) ??
        periods[periods.length - 1] ??
        null)
      : null,
  };
}

/** Lays a cube out. Columns in which no row says anything are left out, added periods excepted. */
export function sheetOf(
  cube: Cube,
  layout: Layout,
  picked: Place,
  added: Additions = noAdditions,
): Sheet {
  const periods = [...cube.periods, ...added.periods];
  const series = [
    ...cube.rows.map((row, at) => ({ row, cells: cube.cells[at] ?? [] })),
    ...added.rows.map((row) => ({ row, cells: [] })),
  ].filter(
    ({ row }) =>
      (picked.item === null || itemOf(row).id === picked.item.id) &&
      (picked.region === null || row.region === picked.region),
  );
  const used = periods.flatMap((period, at) =>
    (picked.period === null || period === picked.period) &&
    (at >= cube.periods.length ||
      series.some(({ cells }) => (cells[at] ?? null) !== null))
      ? [{ period, at }]
      : [],
  );
  const down = new Axis(layout.rows);
  const across = new Axis(layout.columns);
  const cells: (CubeCell | null)[][] = [];
  for (const { row, cells: known } of series) {
    const item = itemOf(row);
    for (const { period, at } of used) {
      const r = down.index(item, row.region, period);
      const c = across.index(item, row.region, period);
      const cell = known[at] ?? null;
      const line = (cells[r] ??= []);
      if (cell !== null || line[c] === undefined) line[c] = cell;
    }
  }
  const order = across.order(periods);
  return {
    layout,
    picked,
    sources: cube.sources,
    columns: order.map((at) => across.places[at] as SheetColumn),
    rows: down.order(periods).map((at) => {
      const place = down.places[at] as SheetColumn;
      const line = cells[at] ?? [];
      return { ...place, cells: order.map((column) => line[column] ?? null) };
    }),
  };
}

/** The distinct values met on one axis. */
class Axis {
  readonly places: SheetColumn[] = [];
  readonly #known = new Map<string, number>();

  constructor(private readonly dimensions: readonly Dimension[]) {}

  index(item: Item, region: string, period: string): number {
    const id = this.dimensions
      .map((dimension) =>
        dimension === "indicator"
          ? item.id
          : dimension === "region"
            ? region
            : period,
      )
      .join("@");
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const holds = (dimension: Dimension) => this.dimensions.includes(dimension);
    this.#known.set(id, this.places.length);
    return (
      this.places.push({
        id,
        item: holds("indicator") ? item : null,
        region: holds("region") ? region : null,
        period: holds("period") ? period : null,
      }) - 1
    );
  }

  /** Places as the first dimension of the axis came, then the next; periods in the given order. */
  order(periods: readonly string[]): readonly number[] {
    const period = new Map(periods.map((code, at) => [code, at]));
    const item = new Map<string, number>();
    const region = new Map<string, number>();
    for (const place of this.places) {
      if (place.item !== null && !item.has(place.item.id))
        item.set(place.item.id, item.size);
      if (place.region !== null && !region.has(place.region))
        region.set(place.region, region.size);
    }
    const rank = (place: SheetColumn, dimension: Dimension): number =>
      (dimension === "indicator"
        ? item.get(place.item?.id ?? "")
        : dimension === "region"
          ? region.get(place.region ?? "")
          : period.get(place.period ?? "")) ?? 0;
    return this.places
      .map((_, at) => at)
      .sort((a, b) => {
        const [x, y] = [this.places[a], this.places[b]];
        if (x === undefined || y === undefined) return 0;
        for (const dimension of this.dimensions) {
          const by = rank(x, dimension) - rank(y, dimension);
          if (by !== 0) return by;
        }
        return 0;
      });
  }
}

/** The series that a cell lies in, and its period; null where an axis does not say enough. */
export function seriesAt(
  sheet: Pick<Sheet, "picked">,
  row: Place,
  column: Place,
): {
  readonly item: Item;
  readonly region: string;
  readonly period: string;
} | null {
  const item = row.item ?? column.item ?? sheet.picked.item;
  const region = row.region ?? column.region ?? sheet.picked.region;
  const period = row.period ?? column.period ?? sheet.picked.period;
  return item === null || region === null || period === null
    ? null
    : { item, region, period };
}

/** The journal's key of a cell (`keyText`); null where an axis does not say enough. */
export function keyAt(
  sheet: Pick<Sheet, "picked">,
  row: Place,
  column: Place,
): string | null {
  const at = seriesAt(sheet, row, column);
  if (at === null) return null;
  const { indicator, measure, variant, base } = at.item;
  return keyText({
    indicator,
    region: at.region,
    period: at.period,
    measure,
    variant,
    base,
  });
}
