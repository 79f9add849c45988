import type { BindingTarget } from "../../model/binding.ts";
import type { EmptySlot } from "../../worker/api.ts";

/** What the same regions, or records, all lack. */
export interface MissingGroup {
  /** Figures without their region, or fields without their record. */
  readonly figures: readonly BindingTarget[];
  /** Codes of regions, or ids of records, in the order of the template. */
  readonly places: readonly string[];
  /** `Sheet!B5`, each once. */
  readonly cells: readonly string[];
}

/**
 * Empty slots put together: figures that lack the same places are one group,
 * so that a county that sent nothing is one line, and an indicator nobody sent
 * is one too. The groups of most cells come first.
 */
export function missingGroups(empty: readonly EmptySlot[]): MissingGroup[] {
  const byFigure = new Map<
    string,
    {
      readonly figure: BindingTarget;
      readonly places: Set<string>;
      readonly cells: Set<string>;
    }
  >();
  for (const { sheet, cell, target } of empty) {
    const [figure, place] = apart(target);
    const key = JSON.stringify(figure);
    const known = byFigure.get(key) ?? {
      figure,
      places: new Set(),
      cells: new Set(),
    };
    byFigure.set(key, known);
    known.places.add(place);
    known.cells.add(`${sheet}!${cell}`);
  }
  const byPlaces = new Map<
    string,
    { figures: BindingTarget[]; places: string[]; cells: Set<string> }
  >();
  for (const { figure, places, cells } of byFigure.values()) {
    const key = [figure.type, ...[...places].sort()].join("|");
    const known = byPlaces.get(key) ?? {
      figures: [],
      places: [...places],
      cells: new Set(),
    };
    byPlaces.set(key, known);
    known.figures.push(figure);
    for (const cell of cells) known.cells.add(cell);
  }
  return [...byPlaces.values()]
    .map(({ cells, ...group }) => ({ ...group, cells: [...cells] }))
    .sort((a, b) => b.cells.length - a.cells.length);
}

/** Cells that lack something, each once: a cell may hold two figures. */
export function missingCells(empty: readonly EmptySlot[]): number {
  return new Set(empty.map(({ sheet, cell }) => `${sheet}!${cell}`)).size;
}

/** A figure without its region, and the region; a field without its record, and the record. */
function apart(target: BindingTarget): readonly [BindingTarget, string] {
  return target.type === "field"
    ? [{ ...target, record: "" }, target.record]
    : [{ ...target, key: { ...target.key, region: "" } }, target.key.region];
}
