import type { CellEdit } from "../../worker/api.ts";
import { type Area, type Spot, spotsOf } from "./areas.ts";
import { extendSeries } from "./extend-series.ts";
import { type FillDrag, fillLines } from "./fill-handle.ts";
import { judgePasted } from "./paste-doubt.ts";
import type { SheetView } from "./sheet-view.ts";
import { typedSum } from "./typed-sum.ts";

/** One edit for each cell whose text would change; what is typed may have a percent sign and thousands marks, or be a sum of numbers. */
export function editsOf(
  view: SheetView,
  spots: Iterable<Spot>,
  textFor: (spot: Spot) => string,
): readonly CellEdit[] {
  const edits: CellEdit[] = [];
  for (const spot of spots) {
    const key = view.key(spot);
    if (key === null) continue;
    const unit = view.series(spot)?.item.unit ?? "";
    const written = textFor(spot).trim();
    const typed = typedSum(written) ?? written;
    const read = judgePasted(
      { text: typed, exact: null },
      { unit, unitText: view.names.unit(unit), usual: null },
    );
    const text = read.doubt === null ? read.text : typed;
    if (text !== view.exact(spot)) edits.push({ key, unit, text });
  }
  return edits;
}

/** Empties the figures of some areas. */
export function clearEdits(
  view: SheetView,
  areas: readonly Area[],
): readonly CellEdit[] {
  const filled = figuresIn(view, areas).filter(
    (spot) => view.cell(spot) !== null,
  );
  return editsOf(view, filled, () => "");
}

/**
 * What a drag of the fill handle sets. As in Excel, `control` counts a single
 * number up and copies a run.
 */
export function fillEdits(
  view: SheetView,
  drag: FillDrag,
  control: boolean,
): readonly CellEdit[] {
  const { source } = drag;
  const alone = source.top === source.bottom && source.left === source.right;
  const how = control ? (alone ? "step" : "copy") : "series";
  return fillLines(drag).flatMap(({ from, to }) => {
    const next = extendSeries(
      from.map((spot) => view.exact(spot)),
      to.length,
      how,
    );
    return to.flatMap((spot, i) =>
      view.isFigure(spot) ? editsOf(view, [spot], () => next[i] ?? "") : [],
    );
  });
}

/** Ctrl+D and Ctrl+R: the first row or column of each area goes through it; a single one takes its neighbour's. */
export function fillWithinEdits(
  view: SheetView,
  areas: readonly Area[],
  along: "rows" | "columns",
): readonly CellEdit[] {
  return areas.flatMap((area) => {
    const first = along === "rows" ? area.top : area.left;
    const single =
      along === "rows" ? area.top === area.bottom : area.left === area.right;
    const from = single ? first - 1 : first;
    if (from < (along === "rows" ? 0 : view.firstFigure)) return [];
    return editsOf(view, figuresIn(view, [area]), ({ row, column }) =>
      view.exact(
        along === "rows" ? { row: from, column } : { row, column: from },
      ),
    );
  });
}

function figuresIn(view: SheetView, areas: readonly Area[]): readonly Spot[] {
  return [...spotsOf(areas)].filter((spot) => view.isFigure(spot));
}
