import { describe, expect, it } from "vitest";
import { dateWords, periodWords } from "../../src/report/period-words.ts";

describe("periodWords", () => {
  it.each([
    ["2019", "2019年"],
    ["2021-06", "2021年6月"],
    ["2021-01/2021-06", "2021年1—6月"],
    ["2021-Q2", "2021年第二季度"],
    ["2020-10/2021-03", "2020年10月—2021年3月"],
    ["2016/2020", "2016—2020年"],
    ["2021-06-15", "2021年6月15日"],
    ["2022-01-01/2022-06-15", "2022年1月1日—6月15日"],
  ])("prints %s as %s", (code, words) => {
    expect(periodWords(code)).toBe(words);
  });

  it("throws on a text that is no period", () => {
    expect(() => periodWords("soon")).toThrow("soon");
    expect(() => dateWords("2021-02-30")).toThrow("2021-02-30");
  });
});
