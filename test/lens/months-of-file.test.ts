import { describe, expect, it } from "vitest";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import { sheetOf, type TestCell, workbookOf } from "../sheet-of.ts";

/** The periods bound on the last sheet of a workbook, and what is asked there. */
function periodsOf(
  file: string,
  ...sheets: readonly (readonly (readonly TestCell[])[])[]
): { readonly periods: readonly string[]; readonly asked: readonly string[] } {
  const views = sheets.map((rows, at) =>
    sheetOf(rows, { name: `Sheet${at + 1}` }),
  );
  const { tables } = bindWorkbook(workbookOf(...views), {
    file,
    catalog,
    matcher,
  });
  const last = tables.filter(({ sheet }) => sheet === `Sheet${sheets.length}`);
  return {
    periods: last.flatMap(({ bindings }) =>
      bindings.flatMap(({ target }) =>
        target.type === "observation" ? [target.key.period] : [],
      ),
    ),
    asked: last.flatMap(({ unmatched }) =>
      unmatched.flatMap(({ candidates }) => [...candidates]),
    ),
  };
}

const sheet = (title: string, head: string): readonly TestCell[][] => [
  [title],
  ["城市", head],
  ["太原市", 35],
];
const ofYear = sheet("2022年各市PM2.5快报数", "快报数（μg/m³）");

describe("months in the name of a file", () => {
  it("date a sheet of a bare year", () => {
    expect(periodsOf("3月PM2.5快报.xlsx", ofYear)).toEqual({
      periods: ["2022-03"],
      asked: [],
    });
    expect(periodsOf("3月空气质量.xlsx", ofYear).periods).toEqual(["2022-03"]);
  });

  it("are not of a sheet about something else in a workbook of several", () => {
    expect(
      periodsOf(
        "3月PM10扣沙前后及快报.xlsx",
        sheet("2023年3月各市PM10浓度", "PM10（不扣沙）"),
        ofYear,
      ),
    ).toEqual({ periods: ["2022"], asked: [] });
  });

  it("are asked about where the only sheet is about something else", () => {
    expect(periodsOf("3月PM10.xlsx", ofYear)).toEqual({
      periods: [],
      asked: ["2022", "2022-03"],
    });
  });

  it("are asked about where another sheet has them for another year", () => {
    expect(
      periodsOf(
        "3月PM2.5快报.xlsx",
        sheet("2023年3月各市PM2.5浓度", "PM2.5（μg/m³）"),
        ofYear,
      ),
    ).toEqual({ periods: [], asked: ["2022", "2022-03"] });
  });
});
