import type { Area, Spot } from "./areas.ts";
import type { FillDrag } from "./fill-handle.ts";

/** The one area of figures that a handle fills from; null where several are selected, or names of rows. */
export function fillSource(
  areas: readonly Area[],
  firstFigure: number,
): Area | null {
  const [area] = areas;
  return areas.length === 1 && area !== undefined && area.left >= firstFigure
    ? area
    : null;
}

/** The corners of what is selected after a fill: what was filled from and what was filled. */
export function filledArea({ source, target }: FillDrag): [Spot, Spot] {
  return [
    {
      row: Math.min(source.top, target.top),
      column: Math.min(source.left, target.left),
    },
    {
      row: Math.max(source.bottom, target.bottom),
      column: Math.max(source.right, target.right),
    },
  ];
}
