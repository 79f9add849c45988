import { expect, it } from "vitest";
import { likelyPeriods } from "../../../src/ui/review/likely-periods.ts";

const june = { from: 6, to: 6 };

it.each([
  [[june], "2021-07-05", ["2021-06", "2020-06"]],
  [[june], "2021-06-30", ["2021-06", "2020-06"]],
  [[june], "2021-06-29", ["2020-06", "2019-06"]],
  [[{ from: 1, to: 6 }], "2021-07-05", ["2021-01/2021-06", "2020-01/2020-06"]],
  [[{ from: 10, to: 3 }], "2021-07-05", ["2020-10/2021-03", "2019-10/2020-03"]],
  [[june, { from: 5, to: 5 }], "2021-07-05", ["2021", "2020"]],
  [[], "2021-07-05", []],
  [[june], "", []],
])("months %j on %s may be %j", (months, asOf, periods) => {
  expect(likelyPeriods({ months }, asOf)).toEqual(periods);
});
