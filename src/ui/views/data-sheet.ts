import type { Cube } from "../../worker/api.ts";
import {
  type Arrangement,
  arrangementOf,
  type Filters,
  plainArrangement,
} from "../grid/arrangement.ts";
import {
  type Layout,
  type LayoutCode,
  layoutCodes,
  layoutOf,
  pickedIn,
} from "../grid/layout.ts";
import { narrowCube } from "../grid/narrow-cube.ts";
import { narrowSheet } from "../grid/narrow-sheet.ts";
import {
  choicesOf,
  type Choices,
  pick,
  type Sheet,
  sheetOf,
} from "../grid/sheet.ts";
import { seriesId, type Statuses } from "../grid/sheet-view.ts";
import type { Spell } from "../grid/find-cells.ts";
import type { Names } from "../state/names.ts";

/** Every measure, as a filter says it. */
export const allMeasures = "all";

/** Filters that choose among rows; the others arrange what is left. */
export const rowFilters = [
  "indicator",
  "region",
  "measure",
  "status",
  "mark",
  "at",
  "is",
] as const;

/** What a sheet of the data view is laid out from. */
export interface DataSheetParts {
  readonly cube: Cube;
  /** Of the route: layout, what is picked, how rows are narrowed and columns arranged. */
  readonly filters: Filters;
  readonly search: string;
  readonly spell: Spell | null;
  /** What the bar of the app looks at; empty follows the data. */
  readonly period: string;
  readonly names: Names;
  /** Periods a person added to type into. */
  readonly addedPeriods: readonly string[];
  readonly statuses: Statuses;
}

/** An unknown layout is the list. */
export function layoutCode({ layout }: Filters): LayoutCode {
  return layoutCodes.find((one) => one === layout) ?? layoutCodes[0];
}

/** Actual figures unless something else is asked for. */
export function measureOf({ measure }: Filters): string {
  return measure === undefined || measure === "" ? "actual" : measure;
}

/** True when a filter of rows is set that is not there from the start. */
export function isNarrowed(filters: Filters): boolean {
  return rowFilters.some((name) => (filters[name] ?? "") !== "");
}

/** The sheet of the data view, laid out anew only when something it is made of changed. */
export class DataSheet {
  /** Null before the first cube. */
  sheet: Sheet | null = null;
  choices: Choices = { items: [], regions: [], periods: [] };
  arrangement: Arrangement = plainArrangement;
  #whole: Sheet | null = null;
  #laidOutBy: readonly unknown[] = [];
  #narrowedBy: readonly unknown[] = [];
  #arrangedBy: readonly unknown[] = [];

  update(parts: DataSheetParts): void {
    const { cube, filters, names, addedPeriods, statuses } = parts;
    const { search, spell, period } = parts;
    const of = (...wanted: readonly string[]) =>
      wanted.map((name) => filters[name] ?? "");
    const laidOutBy = [
      ...of("layout", "indicator", "region", "measure", "mark", "status"),
      ...of("pick-indicator", "pick-region", "pick-period"),
      cube,
      search,
      search === "" ? null : spell,
      period,
      names,
      addedPeriods,
      (filters["status"] ?? "") === "" ? null : statuses,
    ];
    if (!same(laidOutBy, this.#laidOutBy)) {
      this.#laidOutBy = laidOutBy;
      this.#layOut(parts);
    }
    const arrangedBy = of("sort", "order", "hide", "freeze", "at", "is");
    if (!same(arrangedBy, this.#arrangedBy)) {
      this.#arrangedBy = arrangedBy;
      this.arrangement = arrangementOf(filters);
    }
    const narrowedBy = [this.#whole, ...of("hide", "at", "is")];
    if (this.#whole === null || same(narrowedBy, this.#narrowedBy)) return;
    this.#narrowedBy = narrowedBy;
    this.sheet = narrowSheet(this.#whole, this.arrangement);
  }

  #layOut({
    cube,
    filters,
    search,
    spell,
    period: scopePeriod,
    names,
    addedPeriods,
    statuses,
  }: DataSheetParts): void {
    const layout: Layout = layoutOf(layoutCode(filters));
    const measure = measureOf(filters);
    const narrowed = narrowCube(
      cube,
      {
        indicator: pickedIn(layout).includes("indicator")
          ? ""
          : (filters["indicator"] ?? ""),
        measure: measure === allMeasures ? "" : measure,
        region: filters["region"] ?? "",
        search,
        spell,
        conflicts: filters["mark"] === "conflict",
        status: filters["status"] ?? "",
      },
      names,
      (row) => statuses.bySeries.get(seriesId(row)) ?? null,
    );
    this.choices = choicesOf(narrowed);
    this.#whole = sheetOf(
      narrowed,
      layout,
      pick(layout, this.choices, {
        indicator: filters["pick-indicator"] ?? "",
        region: filters["pick-region"] ?? "",
        period: filters["pick-period"] || scopePeriod,
      }),
      {
        periods: addedPeriods.filter(
          (period) => !narrowed.periods.includes(period),
        ),
        rows: [],
      },
    );
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}
