import { describe, expect, it } from "vitest";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import { sheetOf, workbookOf } from "../sheet-of.ts";

const rows = [
  ["2021年各市PM2.5浓度（μg/m³）", null],
  ["城市", "PM2.5浓度（μg/m³）"],
  ["太原市", 99],
];

describe("a hidden sheet", () => {
  it.each(["hidden", "veryHidden"] as const)(
    "that is %s is neither read nor filled, and that is said",
    (state) => {
      const { tables, issues } = bindWorkbook(
        workbookOf({ ...sheetOf(rows), state }),
        { file: "a.xlsx", catalog, matcher },
      );
      expect(tables).toEqual([]);
      expect(issues.map(({ code }) => code)).toEqual(["lens.hidden_sheet"]);
    },
  );
});
