import { expect, it } from "vitest";
import { shiftFormula } from "../../src/workbook/shift-formula.ts";

it.each([
  ["A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"],
  ["SUM(A1:B2)", "SUM(B3:C4)"],
  [
    "SUM(A:B)+SUM($A:B)+SUM(1:2)+SUM($1:2)",
    "SUM(B:C)+SUM($A:C)+SUM(3:4)+SUM($1:4)",
  ],
  ['"A1 ""B2"""&A1', '"A1 ""B2"""&B3'],
  ["'A1''B2'!A1+表1!A1+Sheet1!A1:B2", "'A1''B2'!B3+表1!B3+Sheet1!B3:C4"],
  ["LOG10(A1)+ATAN2(A1,1)", "LOG10(B3)+ATAN2(B3,1)"],
  ["Table1[A1]+[1]Sheet1!A1", "Table1[A1]+[1]Sheet1!B3"],
  ["合计A1+A1合计+_A1+A1.B", "合计A1+A1合计+_A1+A1.B"],
  ["1E5+1.5+TRUE+#REF!+A1", "1E5+1.5+TRUE+#REF!+B3"],
  ["XFD1048576", "A2"],
  ["SUM(Jan:Mar!A1)+SUM(Jan:Mar!A:B)", "SUM(Jan:Mar!B3)+SUM(Jan:Mar!B:C)"],
  ["SUM(A1#)/A1#/A2+#N/A+#DIV/0!+A1", "SUM(B3#)/B3#/B4+#N/A+#DIV/0!+B3"],
])("moves %s two down and one right", (formula, expected) => {
  expect(shiftFormula(formula, 2, 1)).toBe(expected);
});
