import type { Spot } from "./areas.ts";
import { nextSpot, replaceIn, type Spell, textFinder } from "./find-cells.ts";
import { loadPinyin } from "./pinyin.ts";
import type { SheetView } from "./sheet-view.ts";

/** Finds texts in what a sheet shows, by pinyin too. */
export class Finding {
  /** Place of the last find, from 1. */
  at = 0;
  found = 0;

  /** The next cell from `from` on whose text holds `what`; null when there is none. */
  async look(
    view: SheetView,
    what: string,
    from: Spot | null,
    back: boolean,
  ): Promise<Spot | null> {
    const spell = /^[A-Za-z\s]+$/.test(what) ? await loadPinyin() : null;
    const spots = matches(view, what, spell);
    const next = nextSpot(spots, from, back);
    this.found = spots.length;
    this.at =
      next === null
        ? 0
        : spots.findIndex(
            ({ row, column }) => row === next.row && column === next.column,
          ) + 1;
    return next;
  }

  /** Figures whose digits hold `what`, with it replaced; of one cell when `only` is given. */
  replacements(
    view: SheetView,
    what: string,
    by: string,
    only: Spot | null,
  ): readonly { readonly spot: Spot; readonly text: string }[] {
    if (what === "") return [];
    const spots =
      only === null
        ? matches(view, what, null)
        : view.isFigure(only)
          ? [only]
          : [];
    return spots.flatMap((spot) => {
      if (!view.isFigure(spot)) return [];
      const before = view.exact(spot);
      const text = replaceIn(before, what, by);
      return text === before ? [] : [{ spot, text }];
    });
  }
}

function matches(
  view: SheetView,
  what: string,
  spell: Spell | null,
): readonly Spot[] {
  const holds = textFinder(what, spell);
  const spots: Spot[] = [];
  // Letters and characters are not looked for in figures.
  const figures = /[\d.\-—/]|[^\p{L}\s]/u.test(what);
  view.rows.forEach(({ cells }, row) => {
    for (let column = 0; column < view.ids.length; column += 1) {
      const spot = { row, column };
      if (view.isFigure(spot)) {
        const value = cells[column - view.firstFigure]?.value;
        if (value === undefined || (typeof value === "number" && !figures))
          continue;
        if (holds(view.text(spot)) || holds(view.exact(spot))) spots.push(spot);
      } else if (holds(view.text(spot))) spots.push(spot);
    }
  });
  return spots;
}
