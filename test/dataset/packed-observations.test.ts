import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../src/dataset/observation-list.ts";
import { packObservations } from "../../src/dataset/packed-observations.ts";
import { keyText } from "../../src/model/observation.ts";
import { anyObservation, pm } from "./samples.ts";

const lists = fc.array(anyObservation, { minLength: 16, maxLength: 60 });

describe("observations in columns", () => {
  test("are the same ones, and stay so when packed again", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const packed = packObservations(list);
        expect(packed).not.toBe(list);
        expect(packed.length).toBe(list.length);
        expect([...packed]).toEqual(list);
        expect(list.map((_, row) => packed.at(row))).toEqual(list);
        expect(packed.at(list.length)).toBeUndefined();
        expect(packed.at(-1)).toBeUndefined();
        expect(packObservations(packed)).toBe(packed);
      }),
      { numRuns: 200 },
    );
  });

  test("find the rows of a key as going through them does", () => {
    fc.assert(
      fc.property(lists, anyObservation, fc.nat(), (list, other, which) => {
        const some = list[which % list.length] ?? other;
        const twice = [...list, some];
        for (const { key } of [some, other])
          expect(rowsOf(packObservations(twice), key)).toEqual(
            twice.flatMap((one, row) =>
              keyText(one.key) === keyText(key) ? [row] : [],
            ),
          );
      }),
      { numRuns: 200 },
    );
  });

  test("keep every cell as it is written, and more kinds of values than a byte counts", () => {
    const cells = [
      "A1",
      "XFD1048576",
      "$B$5",
      "b5",
      "B05",
      "B5:C6",
      "",
      "R1C1",
    ];
    const many = Array.from({ length: 70_000 }, (_, at) =>
      pm(
        `r${at}`,
        at % 7 === 0 ? null : at % 11 === 0 ? `Ⅲ${at}` : at / 100,
        "",
        cells[at % cells.length] ?? "",
      ),
    );
    const packed = packObservations(many);
    for (const at of [0, 1, 7, 11, 255, 256, 65_535, 65_536, 69_999])
      expect(packed.at(at)).toEqual(many[at]);
  });

  test("are left as they are where there are few", () => {
    const few = [pm("140100", 1)];
    expect(packObservations(few)).toBe(few);
  });
});
