import { describe, expect, it } from "vitest";
import { rankLists } from "../../../src/ui/targets/rank-lists.ts";

const change = (
  indicator: string,
  period: string,
  region: string,
  before: number | null,
  after: number | null,
) => ({ indicator, period, region, before, after });

describe("lists of ranks that change", () => {
  it("begin with the indicator asked about, by period and then best first", () => {
    expect(
      rankLists(
        [
          change("rate", "2021", "c", 1, 2),
          change("own", "2021-06", "b", 1, null),
          change("own", "2021-06", "a", 3, 2),
          change("own", "2021-05", "c", 4, 3),
        ],
        "own",
      ).map(({ indicator, changes }) => [
        indicator,
        ...changes.map(({ region }) => region),
      ]),
    ).toEqual([
      ["own", "c", "a", "b"],
      ["rate", "c"],
    ]);
  });

  it("leave out periods nobody was ranked in, of that indicator alone", () => {
    expect(
      rankLists(
        [
          change("own", "2021-07", "a", null, 1),
          change("rate", "2021-07", "a", null, 1),
          change("rate", "2021-07", "b", 1, 2),
        ],
        "own",
      ),
    ).toEqual([
      {
        indicator: "rate",
        changes: [
          change("rate", "2021-07", "a", null, 1),
          change("rate", "2021-07", "b", 1, 2),
        ],
      },
    ]);
  });
});
