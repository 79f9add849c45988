import { describe, expect, it } from "vitest";
import { Refusal } from "../../src/cli/context.ts";
import { parseAssignment } from "../../src/cli/set-command.ts";

describe("parseAssignment", () => {
  it.each([
    ["Sheet1!B5=3.14", { kind: "number", value: 3.14, text: "3.14" }],
    ['Sheet1!B5="说明"', { kind: "text", value: "说明" }],
    ['Sheet1!B5="a ""b"""', { kind: "text", value: 'a "b"' }],
    ["Sheet1!B5=@2021-06-30", { kind: "date", value: "2021-06-30" }],
    ["Sheet1!B5=", { kind: "clear" }],
    ["Sheet1!B5=+1.50", { kind: "number", value: 1.5, text: "1.50" }],
    ["Sheet1!B5=007", { kind: "number", value: 7, text: "7" }],
    ["Sheet1!$B$5=-0.10", { kind: "number", value: -0.1, text: "-0.10" }],
  ])("reads %s", (text, value) => {
    expect(parseAssignment(text)).toEqual({
      sheet: "Sheet1",
      row: 4,
      column: 1,
      reason: "set",
      ...value,
    });
  });

  it("reads quoted sheet names as Excel writes them", () => {
    expect(parseAssignment("'2021''年'!B5=1").sheet).toBe("2021'年");
    expect(parseAssignment("'a!b=c'!AA10=1")).toMatchObject({
      sheet: "a!b=c",
      row: 9,
      column: 26,
    });
  });

  it.each([
    "B5=1",
    "Sheet1!B0=1",
    "Sheet1!XFE1=1",
    "Sheet1!B5=abc",
    "Sheet1!B5",
    "Sheet1!B5=@2021-02-30",
    "Sheet1!B5=Infinity",
  ])("refuses %s", (text) => {
    expect(() => parseAssignment(text)).toThrow(Refusal);
  });
});
