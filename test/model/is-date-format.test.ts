import fc from "fast-check";
import { expect, test } from "vitest";
import { isDateFormat } from "../../src/model/is-date-format.ts";
import { describeFormat } from "../../src/model/number-format.ts";

test.each([
  ["General", false],
  ["0.00%", false],
  ["yyyy/m/d", true],
  ['yyyy"年"m"月"', true],
  ["[h]:mm", true],
  ["[$-F800]dddd", true],
  ["[$-F400]", true],
  ['0"d"', false],
  ["0\\d", false],
  ["G/通用格式", false],
  ["0.00E+00", false],
  ["[DBNum1][$-804]m", true],
  ["[Red]0;d", false],
  ["上午/下午h", true],
])("%s shows a date: %s", (code, expected) => {
  expect(isDateFormat(code)).toBe(expected);
});

test("agrees with the description of the whole format", () => {
  const piece = fc.constantFrom(
    "0", "#", "?", ".", ",", "%", "@", "y", "m", "d", "h", "s", "a", "e", "E+",
    "AM/PM", "A/P", "General", "G/通用格式", '"', '"年"', "\\d", "!y", "_d", "*s",
    "[h]", "[mm]", "[Red]", "[DBNum1]", "[", "]", "年", "上午/下午", " ", "-", "/", ";",
  ); // prettier-ignore
  const locale = fc.constantFrom(
    "",
    "[$-804]",
    "[$-F800]",
    "[$-f400]",
    "[$¥-804]",
  );
  const code = fc
    .tuple(locale, fc.array(piece, { maxLength: 8 }))
    .map(([start, rest]) => start + rest.join(""));
  fc.assert(
    fc.property(code, (text) => {
      expect(isDateFormat(text)).toBe(describeFormat(text).kind === "date");
    }),
    { numRuns: 5000 },
  );
});
