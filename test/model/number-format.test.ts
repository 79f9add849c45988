import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describeFormat,
  displayText,
  isoToSerial,
  serialToIso,
} from "../../src/model/number-format.ts";

const show = (value: number | string, format: string, date1904 = false) =>
  displayText(
    { type: typeof value === "number" ? "number" : "text", value, format },
    date1904,
  );

describe("displayText of numbers", () => {
  it.each([
    [0, "0"],
    [3.14, "3.14"],
    [0.1 + 0.2, "0.3"],
    [1234567890, "1234567890"],
    [12345678901, "12345678901"],
    [123456789012, "1.23457E+11"],
    [1234567.891234, "1234567.891"],
    [0.000123456789, "0.000123457"],
    [0.00001, "0.00001"],
    [0.0000123456, "1.23456E-05"],
    [-1.5, "-1.5"],
    [1e21, "1E+21"],
    [1e-300, "1E-300"],
    [99999999999.9, "1E+11"],
  ])("shows %d in General as %s", (value, text) => {
    expect(show(value, "General")).toBe(text);
  });

  it.each([
    [2.5, "0", "3"],
    [1.005, "0.00", "1.01"],
    [-2.5, "0", "-3"],
    [-0.001, "0.00", "0.00"],
    [0.636, "0%", "64%"],
    [0.636, "0.0%", "63.6%"],
    [1234567.5, "#,##0.00", "1,234,567.50"],
    [0, "#,##0", "0"],
    [0.5, "#.##", ".5"],
    [5, "#.##", "5."],
    [0, "#", ""],
    [7, "000", "007"],
    [1234567, "#,##0,", "1,235"],
    [12345, '0!.0,"万"', "1.2万"],
    [12345, '0"."0,"万"', "1.2万"],
    [12345, "0.00E+00", "1.23E+04"],
    [99999, "0.0E+00", "1.0E+05"],
    [12345, "##0.0E+0", "12.3E+3"],
    [-5, "0;(0)", "(5)"],
    [-5, "0.0_);[Red]\\(0.0\\)", "(5.0)"],
    [0, '0;-0;"-"', "-"],
    [5, ";;;", ""],
    [-1234, '"¥"#,##0.00', "-¥1,234.00"],
    [1234, "[$¥-804]#,##0.00", "¥1,234.00"],
    [4, '0"个"', "4个"],
    [4, "↑0;↓0", "↑4"],
    [-4, "↑0;↓0", "↓4"],
    [5, '[>=10]"多";[<10]"少"', "少"],
    [3, "@", "3"],
    [1.5, "# ?/?", "1 1/2"],
    [0.25, "?/?", "1/4"],
    [13800138000, "000-0000-0000", "138-0013-8000"],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"],
    [1234, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.00"],
    [12, "[DBNum1]General", "一十二"],
    [10203, "[DBNum2]General", "壹万零贰佰零叁"],
  ])("shows %d in %s as %s", (value, format, text) => {
    expect(show(value, format)).toBe(text);
  });

  it("shows every number to two decimals as its 15 digits rounded half up", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (thousandths) => {
        const text = show(thousandths / 1000, "0.00");
        const size = Math.floor((Math.abs(thousandths) + 5) / 10);
        const sign = thousandths < 0 && size > 0 ? "-" : "";
        expect(text).toBe(
          `${sign}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`,
        );
      }),
    );
  });
});

describe("displayText of dates", () => {
  it.each([
    [44377, "yyyy/m/d", "2021/6/30"],
    [44377, 'yyyy"年"m"月"d"日"', "2021年6月30日"],
    [44377, 'yyyy"年"m"月"', "2021年6月"],
    [44377, "yyyy年m月", "2021年6月"],
    [44377, "m/d/yy", "6/30/21"],
    [44377, "[$-804]yyyy-mm-dd;@", "2021-06-30"],
    [44377, "mmm-yy", "Jun-21"],
    [44377, "aaaa", "星期三"],
    [44377, "[$-804]dddd", "星期三"],
    [44377, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二一年六月三十日"],
    [44377, "[$-F800]dddd, mmmm dd, yyyy", "2021年6月30日"],
    [44377.5, "h:mm AM/PM", "12:00 PM"],
    [44377.25, "yyyy-mm-dd hh:mm:ss", "2021-06-30 06:00:00"],
    [44377.75, '上午/下午h"时"mm"分"', "下午6时00分"],
    [1.5, "[h]:mm", "36:00"],
    [0.000011574, "mm:ss.00", "00:01.00"],
    [60, "yyyy-mm-dd", "1900-02-29"],
    [0, "yyyy-mm-dd", "1900-01-00"],
    [-1, "yyyy-mm-dd", "########"],
  ])("shows %d in %s as %s", (value, format, text) => {
    expect(show(value, format)).toBe(text);
  });

  it("shows 1904 serials four years and a day later", () => {
    expect(show(42915, "yyyy-mm-dd", true)).toBe("2021-06-30");
  });

  it("shows a t=d date in its format", () => {
    expect(
      displayText(
        { type: "date", value: "2021-06-30T00:00:00", format: "yyyy/m/d" },
        false,
      ),
    ).toBe("2021/6/30");
  });
});

describe("displayText of other values", () => {
  it("passes texts through their section", () => {
    expect(show("甲", "General")).toBe("甲");
    expect(show("甲", "0.00")).toBe("甲");
    expect(show("甲", '@"市"')).toBe("甲市");
    expect(show("甲", ";;;")).toBe("");
    expect(show("甲", "0;-0;0;")).toBe("");
    expect(show("甲", "yyyy-mm-dd;@")).toBe("甲");
  });

  it("shows booleans and errors in capitals and blanks as nothing", () => {
    const format = "General";
    expect(displayText({ type: "boolean", value: true, format }, false)).toBe(
      "TRUE",
    );
    expect(
      displayText({ type: "error", value: "#DIV/0!", format }, false),
    ).toBe("#DIV/0!");
    expect(displayText({ type: "blank", value: null, format }, false)).toBe("");
  });
});

describe("describeFormat", () => {
  it.each([
    ["General", { kind: "general", decimals: null }],
    ["0", { kind: "number", decimals: 0 }],
    ["#,##0.00", { kind: "number", decimals: 2, grouped: true }],
    ["0.0%", { kind: "percent", decimals: 1, suffix: "%" }],
    ['0.00"万吨"', { kind: "number", decimals: 2, suffix: "万吨" }],
    ["¥#,##0", { kind: "number", grouped: true, prefix: "¥" }],
    ["#,##0,,", { kind: "number", thousands: 2, grouped: true }],
    ["yyyy-mm-dd", { kind: "date" }],
    ["yyyy年m月", { kind: "date" }],
    ["h:mm", { kind: "date" }],
    ["@", { kind: "text" }],
    [";;;", { kind: "hidden" }],
    ["0.00E+00", { kind: "other" }],
    ["# ?/?", { kind: "other" }],
    ['0!.0,"万"', { kind: "other", decimals: null, thousands: 1 }],
    ['"合计"General', { kind: "general", prefix: "合计" }],
    ["[Red]0.0;[Blue]-0.0", { kind: "number", decimals: 1 }],
    [
      "_ * #,##0.00_ ;_ * -#,##0.00_ ",
      { kind: "number", decimals: 2, prefix: "", suffix: "" },
    ],
  ])("describes %s", (code, expected) => {
    expect(describeFormat(code)).toMatchObject(expected);
  });
});

describe("serials", () => {
  it("turn into days and back, in both systems", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_900_000 }),
        fc.boolean(),
        (serial, date1904) => {
          const iso = serialToIso(serial, date1904);
          expect(iso?.time).toBe("00:00:00");
          expect(isoToSerial(iso?.date ?? "", date1904)).toBe(serial);
        },
      ),
    );
  });

  it("know the 29 February 1900 that never was", () => {
    expect(serialToIso(59, false)?.date).toBe("1900-02-28");
    expect(serialToIso(60, false)).toBeNull();
    expect(serialToIso(61, false)?.date).toBe("1900-03-01");
    expect(serialToIso(1, false)?.date).toBe("1900-01-01");
    expect(serialToIso(0, false)).toBeNull();
    expect(serialToIso(0, true)?.date).toBe("1904-01-01");
  });

  it("round the time to the second, over midnight too", () => {
    expect(serialToIso(44377.3541666667, false)).toEqual({
      date: "2021-06-30",
      time: "08:30:00",
    });
    expect(serialToIso(44377.999999, false)).toEqual({
      date: "2021-07-01",
      time: "00:00:00",
    });
  });

  it("take an ISO time and refuse what is no day", () => {
    expect(isoToSerial("2021-06-30T12:00:00", false)).toBe(44377.5);
    expect(isoToSerial("2021-02-30", false)).toBeNull();
    expect(isoToSerial("1899-12-31", false)).toBeNull();
    expect(isoToSerial("1903-12-31", true)).toBeNull();
  });
});
