import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/ui/state/names.ts";
import { figureLines } from "../../../src/ui/views/figure-lines.ts";
import type { Measure } from "../../../src/model/observation.ts";
import { catalog } from "../catalog.ts";

const figure = (indicator: string, period: string, measure: Measure) =>
  ({
    type: "observation",
    key: { indicator, region: "", period, measure, variant: "", base: "" },
  }) as const;

describe("figures in words", () => {
  it("name an indicator once for its measures, and a period only where it is another", () => {
    const figures = [
      figure("air.pm25", "2021", "target"),
      figure("air.pm25", "2021-01/2021-06", "actual"),
      figure("air.pm25", "2021-01/2021-06", "previous"),
    ];
    expect(
      figureLines(figures, "2021-01/2021-06", namesOf(catalog, "zh")),
    ).toEqual(["PM2.5浓度 2021年 目标", "PM2.5浓度 实际/上年同期"]);
    expect(figureLines(figures, "2021", namesOf(catalog, "en"))).toEqual([
      "PM2.5 concentration Target",
      "PM2.5 concentration Jan–Jun 2021 Actual/Last year",
    ]);
  });

  it("name a field by its kind of record", () => {
    expect(
      figureLines(
        [
          {
            type: "field",
            kind: "task",
            record: "",
            field: "state",
            fieldType: "state",
          },
        ],
        "",
        namesOf(catalog, "zh"),
      ),
    ).toEqual(["整改任务 进展"]);
  });
});
