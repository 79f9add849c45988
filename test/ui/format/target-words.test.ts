import { describe, expect, it } from "vitest";
import { targetWords } from "../../../src/ui/format/target-words.ts";
import { namesOf } from "../../../src/ui/state/names.ts";
import { catalog } from "../catalog.ts";

describe("targetWords", () => {
  it("names what a cell is for", () => {
    const key = {
      indicator: "air.pm25",
      region: "140100",
      period: "2021-01/2021-06",
      measure: "target",
      variant: "",
      base: "",
    } as const;
    const target = { type: "observation", key } as const;
    expect(targetWords(target, namesOf(catalog, "zh"))).toEqual([
      "PM2.5浓度",
      "太原市",
      "2021年1—6月",
      "目标",
    ]);
    expect(targetWords(target, namesOf(catalog, "en"))).toEqual([
      "PM2.5 concentration",
      "Taiyuan",
      "Jan–Jun 2021",
      "Target",
    ]);
  });

  it("names a record and its field", () => {
    expect(
      targetWords(
        {
          type: "field",
          kind: "task",
          record: "汾河治理",
          field: "state",
          fieldType: "state",
        },
        namesOf(catalog, "zh"),
      ),
    ).toEqual(["整改任务", "汾河治理", "进展"]);
  });
});
