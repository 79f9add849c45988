import { describe, expect, it } from "vitest";
import { dayText, periodText } from "../../../src/ui/format/period-text.ts";

const cases = [
  ["2019", "2019年", "2019"],
  ["2021-06", "2021年6月", "Jun 2021"],
  ["2021-Q2", "2021年二季度", "Q2 2021"],
  ["2021-01/2021-06", "2021年1—6月", "Jan–Jun 2021"],
  ["2016/2020", "2016—2020年", "2016–2020"],
  ["2020-10/2021-03", "2020年10月—2021年3月", "Oct 2020 – Mar 2021"],
  ["2021-06-15", "2021年6月15日", "15 Jun 2021"],
  ["2022-01-01/2022-06-15", "2022年1月1日—6月15日", "1 Jan 2022 – 15 Jun 2022"],
] as const;

describe("periodText", () => {
  it.each(cases)("writes %s as %s and as %s", (code, zh, en) => {
    expect(periodText(code, "zh")).toBe(zh);
    expect(periodText(code, "en")).toBe(en);
  });

  it("leaves a text that is no period as it is", () => {
    expect(periodText("上半年", "zh")).toBe("上半年");
  });

  it("writes a day number as a date", () => {
    expect(dayText(18261, "zh")).toBe("2019年12月31日");
    expect(dayText(18261, "en")).toBe("31 Dec 2019");
  });
});
