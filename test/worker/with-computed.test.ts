import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyText } from "../../src/model/observation.ts";
import type { HeldObservation } from "../../src/model/state.ts";
import { WithComputed } from "../../src/worker/with-computed.ts";
import { observation } from "../progress/small-catalog.ts";

const held = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 99 })),
  )
  .map(([month, value]): HeldObservation => ({
    ...observation("air.pm25", `2021-0${month}`, value),
    edited: false,
    entry: "e",
  }));

describe("stated values with computed ones", () => {
  it("are a map: a computed one stands where no number is stated, and nowhere else", () => {
    fc.assert(
      fc.property(
        fc.array(held),
        fc.array(held.filter(({ value }) => value !== null)),
        (stated, computed) => {
          const base = new Map(stated.map((one) => [keyText(one.key), one]));
          const both = new WithComputed(base, computed);
          const wanted = new Map<string, number | string | null>();
          for (const [key, { value }] of base) wanted.set(key, value);
          for (const { key, value } of computed)
            if (typeof base.get(keyText(key))?.value !== "number")
              wanted.set(keyText(key), value);
          expect(
            new Map([...both].map(([key, { value }]) => [key, value])),
          ).toEqual(wanted);
          expect(both.size).toBe(wanted.size);
          expect([...both.keys()].sort()).toEqual([...wanted.keys()].sort());
          for (const [key, value] of wanted) {
            expect(both.has(key)).toBe(true);
            expect(both.get(key)?.value).toBe(value);
          }
        },
      ),
    );
  });
});
