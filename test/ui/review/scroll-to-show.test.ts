import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrollToShow } from "../../../src/ui/review/scroll-to-show.ts";

const size = fc.integer({ min: 1, max: 500 });
const place = fc.integer({ min: 0, max: 5000 });
const box = fc.record({ top: place, left: place, width: size, height: size });

describe("scrolling to a cell", () => {
  it("shows it whole where it fits, and stays where it is seen already", () => {
    fc.assert(
      fc.property(box, box, (cell, seen) => {
        const { x, y } = scrollToShow(cell, seen);
        if (cell.height <= seen.height) {
          expect(y).toBeLessThanOrEqual(cell.top);
          expect(y + seen.height).toBeGreaterThanOrEqual(
            cell.top + cell.height,
          );
        }
        if (cell.width <= seen.width) {
          expect(x).toBeLessThanOrEqual(cell.left);
          expect(x + seen.width).toBeGreaterThanOrEqual(cell.left + cell.width);
        }
        expect(scrollToShow(cell, { ...seen, left: x, top: y })).toEqual({
          x,
          y,
        });
      }),
    );
  });
});
