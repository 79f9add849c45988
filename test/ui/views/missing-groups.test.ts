import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EmptySlot } from "../../../src/worker/api.ts";
import {
  missingCells,
  missingGroups,
} from "../../../src/ui/views/missing-groups.ts";

const slot = (cell: string, indicator: string, region: string): EmptySlot => ({
  sheet: "表",
  cell,
  wants: "",
  target: {
    type: "observation",
    key: {
      indicator,
      region,
      period: "2021-06",
      measure: "actual",
      variant: "",
      base: "",
    },
  },
});

const field = (cell: string, record: string, name: string): EmptySlot => ({
  sheet: "表",
  cell,
  wants: "",
  target: {
    type: "field",
    kind: "task",
    record,
    field: name,
    fieldType: "text",
  },
});

const told = (empty: readonly EmptySlot[]) =>
  missingGroups(empty).map(({ figures, places, cells }) => [
    figures.map((figure) =>
      figure.type === "field" ? figure.field : figure.key.indicator,
    ),
    places,
    cells,
  ]);

describe("what a template lacks", () => {
  it("is one line for a county that sent nothing, and for an indicator that nobody sent", () => {
    expect(
      told([
        slot("B4", "air.pm25", "140427"),
        slot("C4", "air.pm10", "140427"),
        slot("D2", "air.no2", "140425"),
        slot("D3", "air.no2", "140426"),
        slot("D4", "air.no2", "140427"),
      ]),
    ).toEqual([
      [
        ["air.no2"],
        ["140425", "140426", "140427"],
        ["表!D2", "表!D3", "表!D4"],
      ],
      [["air.pm25", "air.pm10"], ["140427"], ["表!B4", "表!C4"]],
    ]);
  });

  it("keeps fields of records apart from figures", () => {
    expect(
      told([
        field("E5", "任务一", "deadline"),
        field("F5", "任务一", "owner"),
        slot("B4", "air.pm25", "任务一"),
      ]),
    ).toEqual([
      [["deadline", "owner"], ["任务一"], ["表!E5", "表!F5"]],
      [["air.pm25"], ["任务一"], ["表!B4"]],
    ]);
  });

  it("counts a cell of two figures once", () => {
    const empty = [
      slot("B4", "air.pm25", "140427"),
      slot("B4", "air.pm10", "140427"),
    ];
    expect(missingCells(empty)).toBe(1);
    expect(told(empty)[0]?.[2]).toEqual(["表!B4"]);
  });

  it("names every slot in exactly one group", () => {
    const code = fc.constantFrom("a", "b", "c", "d");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(code, code), {
          selector: (pair) => pair.join(),
        }),
        (pairs) => {
          const empty = pairs.map(([indicator, region], at) =>
            slot(`B${at + 1}`, indicator, region),
          );
          const named = missingGroups(empty).flatMap(({ figures, places }) =>
            figures.flatMap((figure) =>
              places.map((place) =>
                figure.type === "observation"
                  ? [figure.key.indicator, place].join()
                  : "",
              ),
            ),
          );
          expect(named.sort()).toEqual(pairs.map((pair) => pair.join()).sort());
        },
      ),
    );
  });
});
