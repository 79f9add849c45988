import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  spark,
  type SparkPoint,
  sparkRange,
} from "../../../src/ui/chart/spark.ts";

const box = { width: 100, height: 40, room: 4 };
const point = (end: number, value: number | null): SparkPoint => ({
  end,
  value,
  stated: false,
});
const values = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null });

describe("a small chart", () => {
  it("has no range where nothing is known, a goal alone included", () => {
    expect(sparkRange([])).toBe(null);
    expect(sparkRange([[point(1, null)]], [5])).toBe(null);
  });

  it("begins the line anew after a gap", () => {
    const points = [point(0, 1), point(1, null), point(2, 3), point(3, 2)];
    const range = sparkRange([points]);
    if (range === null) throw new Error("values are known");
    expect(spark(points, null, range, box).path.match(/[ML]/g)).toEqual([
      "M",
      "M",
      "L",
    ]);
  });

  it("joins nothing over periods left out, and keeps a value alone in sight", () => {
    const months = [31, 59, 90, 455, 800, 828].map((end) => point(end, end));
    const range = sparkRange([months]);
    if (range === null) throw new Error("values are known");
    const { path } = spark(months, null, range, box);
    expect(path.match(/[MLh]/g)?.join("")).toBe("MLLMhML");
  });

  it("joins years however long a year is beside the others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (years) => {
        const points = Array.from({ length: years }, (_, i) =>
          point(Math.round(365.25 * i), i),
        );
        const range = sparkRange([points]);
        if (range === null) throw new Error("values are known");
        const { path } = spark(points, null, range, box);
        expect(path.match(/M/g)).toHaveLength(1);
      }),
    );
  });

  it("stays in its box with whatever shares its scale, higher values higher up", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(values, { maxLength: 8 }), {
          minLength: 1,
          maxLength: 5,
        }),
        values,
        (all, goal) => {
          const series = all.map((own) =>
            own.map((value, i) => point(i, value)),
          );
          const range = sparkRange(series, [goal]);
          if (range === null) return;
          for (const points of series) {
            const drawn = spark(points, goal, range, box);
            const places = [
              ...drawn.path.matchAll(/[ML](\S+) (-?[\d.]+)/g),
            ].map(([, x, y]) => [Number(x), Number(y)] as const);
            const known = points.filter(({ value }) => value !== null);
            expect(places).toHaveLength(known.length);
            for (const [x, y] of places) {
              expect(x).toBeGreaterThanOrEqual(box.room);
              expect(x).toBeLessThanOrEqual(box.width - box.room);
              expect(y).toBeGreaterThanOrEqual(box.room);
              expect(y).toBeLessThanOrEqual(box.height - box.room);
            }
            for (const [i, { value }] of known.entries())
              for (const [j, other] of known.entries())
                if ((value ?? 0) > (other.value ?? 0))
                  expect(places[i]?.[1]).toBeLessThanOrEqual(
                    places[j]?.[1] ?? NaN,
                  );
          }
        },
      ),
    );
  });
});
