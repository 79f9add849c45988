import { describe, expect, it } from "vitest";
import { withOutlooks } from "../../../src/ui/views/with-outlooks.ts";
import { progressRow } from "../progress-row.ts";

const outlook = {
  value: 58,
  low: 56,
  high: 60,
  chance: 0.2,
  method: "years",
  draws: 500,
  changes: 6,
} as const;
const name = {
  targetId: "t",
  indicator: "air.pm25",
  region: "140100",
  variant: "",
  base: "",
};

describe("rows with where they are heading", () => {
  it("take the outlook of their own target and region only", () => {
    const rows = [
      progressRow(),
      progressRow({ region: "140200" }),
      progressRow({ targetId: "u" }),
      progressRow({ targetId: null }),
    ];
    expect(
      withOutlooks(rows, [{ ...name, outlook }]).map(
        ({ forecast }) => forecast,
      ),
    ).toEqual([58, null, null, null]);
  });

  it("stay the same rows where nothing is known", () => {
    const rows = [progressRow()];
    expect(withOutlooks(rows, [])).toBe(rows);
  });
});
