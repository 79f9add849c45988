import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoToSerial } from "../../../src/model/date-serial.ts";
import type { Issue } from "../../../src/model/issue.ts";
import { parseCellRef, type CellEdit } from "../../../src/model/sheet.ts";
import { openWorkbook } from "../../../src/workbook/open.ts";
import { patchWorkbook } from "../../../src/workbook/patch.ts";
import { describeIssue } from "../../../src/text/words.ts";
import { tinyPackage, type TinyPackage } from "../tiny-package.ts";

type Value = number | string | null;

function edit(ref: string, value: Value, sheet = "甲"): CellEdit {
  const where = { sheet, ...(parseCellRef(ref) ?? { row: -1, column: -1 }) };
  if (value === null) return { ...where, kind: "clear" };
  return typeof value === "number"
    ? { ...where, kind: "number", value }
    : /^\d{4}-\d\d-\d\d$/.test(value)
      ? { ...where, kind: "date", value }
      : { ...where, kind: "text", value };
}

const styles =
  '<numFmts count="0"/><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

/** What is said of writes into a sheet with these rules and rows. */
async function said(
  rules: string,
  edits: readonly CellEdit[],
  {
    rows = "",
    ...more
  }: Partial<TinyPackage> & { readonly rows?: string } = {},
): Promise<readonly Issue[]> {
  const bytes = tinyPackage({
    sheets: {
      甲: `<sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="Y1:Z2"/></mergeCells>${rules}`,
    },
    styles,
    ...more,
  });
  const { refused, issues, ...patched } = await patchWorkbook(bytes, edits);
  expect(refused).toEqual([]);
  // Whatever is said, it is written.
  const { workbook } = await openWorkbook(patched.bytes, { file: "a" });
  for (const one of edits) {
    const cell = workbook?.sheets
      .find(({ name }) => name === one.sheet)
      ?.cellAt(one.row, one.column);
    if (one.kind === "date")
      expect(cell?.value).toBe(isoToSerial(one.value, false));
    else expect(cell?.value ?? null).toBe("value" in one ? one.value : null);
  }
  for (const issue of issues)
    for (const language of ["zh", "en"] as const) {
      const { message } = describeIssue(issue, language);
      if (issue.code.startsWith("workbook.validation"))
        expect(message).toContain(String(issue.params?.["value"]));
      expect(message).not.toContain("{");
    }
  return issues;
}

const rule = (attributes: string, first: string, second = "") =>
  `<dataValidations count="1"><dataValidation ${attributes}><formula1>${first}</formula1>${second === "" ? "" : `<formula2>${second}</formula2>`}</dataValidation></dataValidations>`;

const list = (formula: string, sqref = "B1:B1048576") =>
  rule(`type="list" showErrorMessage="1" sqref="${sqref}"`, formula);

const cell = (ref: string, value: Value) =>
  typeof value === "number"
    ? `<c r="${ref}"><v>${value}</v></c>`
    : `<c r="${ref}" t="str"><v>${value ?? ""}</v></c>`;

describe("a value that breaks its cell's rule is written and announced", () => {
  it("names cell, value, list and rule", async () => {
    const issues = await said(list('"达标,未达标"'), [
      edit("B3", "达 标"),
      edit("B4", "达标"),
      edit("C3", "其他"),
    ]);
    expect(issues).toEqual([
      {
        code: "workbook.validation_list",
        severity: "warning",
        file: "",
        sheet: "甲",
        cell: "B3",
        params: {
          value: "达 标",
          allowed: "达标 / 未达标",
          rule: "B1:B1048576",
        },
      },
    ]);
  });

  it.each<readonly [string, string, readonly Value[], readonly Value[]]>([
    [
      'type="whole" sqref="B1"',
      "<formula1>0</formula1><formula2>100</formula2>",
      [0, 100, 7, null],
      [-1, 101, 7.5, "七"],
    ],
    [
      'type="decimal" operator="greaterThan" sqref="B1"',
      "<formula1>0.5</formula1>",
      [0.51, 1e9],
      [0.5, -1, "1"],
    ],
    [
      'type="decimal" operator="notBetween" sqref="B1"',
      "<formula1>-1.5</formula1><formula2>1e1</formula2>",
      [-2, 11],
      [-1.5, 0, 10],
    ],
    [
      'type="decimal" operator="equal" sqref="B1"',
      "<formula1>3</formula1>",
      [3],
      [2],
    ],
    [
      'type="decimal" operator="notEqual" sqref="B1"',
      "<formula1>3</formula1>",
      [2],
      [3],
    ],
    [
      'type="decimal" operator="lessThan" sqref="B1"',
      "<formula1>3</formula1>",
      [2],
      [3],
    ],
    [
      'type="decimal" operator="lessThanOrEqual" sqref="B1"',
      "<formula1>3</formula1>",
      [3],
      [4],
    ],
    [
      'type="date" operator="greaterThanOrEqual" sqref="B1"',
      "<formula1>45292</formula1>",
      ["2024-01-01", 45293],
      ["2023-12-31", "去年"],
    ],
    [
      'type="time" operator="between" sqref="B1"',
      "<formula1>0.25</formula1><formula2>0.75</formula2>",
      [0.5],
      [0.9],
    ],
    [
      'type="textLength" operator="lessThanOrEqual" sqref="B1"',
      "<formula1>3</formula1>",
      ["大同市", 123, "𠮷𠮷𠮷"],
      ["大同市区", 1234],
    ],
    // What would have to be calculated is judged as far as it can be.
    [
      'type="whole" operator="lessThan" sqref="B1"',
      "<formula1>TODAY()</formula1>",
      [5],
      [5.5, "五"],
    ],
    ['type="custom" sqref="B1"', "<formula1>B1&gt;0</formula1>", [-1], []],
    ['type="none" sqref="B1"', "", [-1, "a"], []],
    ['type="list" sqref="B1"', "<formula1>INDIRECT(A1)</formula1>", ["a"], []],
    [
      'type="list" sqref="B1"',
      "<formula1>不存在!$A$1:$A$9</formula1>",
      ["a"],
      [],
    ],
    ['type="list" sqref="B1"', "<formula1>3</formula1>", [3], [4]],
    [
      'type="list" sqref="A9 B1:B1048576"',
      '<formula1>" a, b ,3"</formula1>',
      ["a", "b", 3, "3"],
      ["A", 4],
    ],
  ])("%s %s", async (attributes, formulas, right, wrong) => {
    const rules = `<dataValidations><dataValidation ${attributes}>${formulas}</dataValidation></dataValidations>`;
    for (const value of right)
      expect([value, await said(rules, [edit("B1", value)], { rows: '<row r="1"><c r="B1"><v>999</v></c></row>' })]).toEqual([value, []]); // prettier-ignore
    for (const value of wrong)
      expect([value, (await said(rules, [edit("B1", value)])).length]).toEqual([value, 1]); // prettier-ignore
  });

  it("shows days and times as such", async () => {
    const days = await said(
      rule('type="date" showErrorMessage="1" sqref="B1"', "45292", "45657"),
      [edit("B1", "2025-01-01")],
    );
    expect(days[0]?.params).toEqual({
      value: "2025-01-01",
      allowed: "≥ 2024-01-01, ≤ 2024-12-31",
      rule: "B1",
    });
    const times = await said(rule('type="time" sqref="B1"', "0.25", "0.75"), [
      edit("B1", 0.9),
    ]);
    expect(times[0]?.params).toMatchObject({ allowed: "≥ 06:00, ≤ 18:00" });
    // No message of the program's own: told, not warned of.
    expect(times[0]?.severity).toBe("info");
  });

  it("reads lists that stand in cells, relative ones from the rule's first cell", async () => {
    const rows = `<row r="1">${cell("D1", "甲级")}${cell("E1", 1)}</row><row r="2">${cell("D2", "乙级")}${cell("E2", 2)}</row><row r="8">${cell("A8", "乙级")}</row>`;
    const both = (formula: string) =>
      said(list(formula, "B1:B9"), [edit("B1", "乙级"), edit("B2", "丙级")], {
        rows,
      });
    const cells = (issues: readonly Issue[]) => issues.map(({ cell }) => cell);
    expect(cells(await both("$D$1:$D$2"))).toEqual(["B2"]);
    expect(cells(await both("甲!$D:$D"))).toEqual(["B2"]);
    expect(cells(await both("$7:$8"))).toEqual(["B2"]);
    // B1 sees D1:E1, B2 sees D2:E2.
    expect(cells(await both("D1:E1"))).toEqual(["B1", "B2"]);
    expect(
      cells(
        await said(list("$D$1:$D$2"), [edit("B1", "乙级"), edit("D2", "丁级")], { rows }),
      ),
    ).toEqual(["B1"]); // prettier-ignore
    expect(
      cells(
        await said(list("$D$1:$D$3"), [edit("B1", "丁级"), edit("D3", "丁级")], { rows }),
      ),
    ).toEqual([]); // prettier-ignore
    // Case does not count for items in cells, and an empty list allows all.
    const letters = `<row r="1">${cell("D1", "Ok")}</row>`;
    expect(await said(list("$D$1"), [edit("B1", "OK")], { rows: letters })).toEqual([]); // prettier-ignore
    expect(await said(list("$X$1:$X$9"), [edit("B1", "OK")])).toEqual([]);
  });

  it("takes bounds from cells", async () => {
    const rows = `<row r="1">${cell("D1", 10)}</row><row r="2">${cell("D2", 20)}</row>`;
    const issues = await said(
      rule('type="decimal" operator="lessThanOrEqual" sqref="B1:B9"', "D1"),
      [edit("B1", 11), edit("B2", 11), edit("B3", 11)],
      { rows },
    );
    expect(issues.map(({ cell, params }) => [cell, params?.["allowed"]])).toEqual([["B1", "≤ 10"]]); // prettier-ignore
  });

  it("finds lists on other sheets: by name, in the rules of Excel 2010, with shared strings", async () => {
    const other = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="5">${cell("A5", "运城")}</row></sheetData>`;
    const x14 = (formula: string) =>
      `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>B1:B9 C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
    const edits = [edit("B2", "大同"), edit("B3", "运城"), edit("C3", "太原")];
    const more = (rules: string): TinyPackage => ({
      sheets: { 甲: `<sheetData/>${rules}`, "代 码": other },
      strings: ["<t>大同</t>"],
      styles,
      afterSheets:
        "<definedNames><definedName name=\"城市\">'代 码'!$A$1:$A$5</definedName></definedNames>",
    });
    for (const rules of [
      x14("'代 码'!$A$1:$A$5"),
      x14("'代 码'!$A:$A"),
      x14("城市"),
      list("'代 码'!$A$1:$A$1048576", "B1:C9"),
      list("城市", "B1:C9"),
    ]) {
      const issues = await said("", edits, more(rules));
      expect(
        issues.map(({ code, cell, params }) => [code, cell, params?.["allowed"]]),
      ).toEqual([["workbook.validation_list", "C3", "大同 / 运城"]]); // prettier-ignore
    }
  });

  it("is silent where the cell held the value already", async () => {
    const rows = `<row r="1">${cell("B1", "旧")}</row>`;
    const bytes = tinyPackage({
      sheets: { 甲: `<sheetData>${rows}</sheetData>${list('"新"')}` },
    });
    const { issues, ...patched } = await patchWorkbook(bytes, [
      edit("B1", "旧"),
    ]);
    expect(patched.bytes).toBe(bytes);
    expect(issues).toEqual([]);
  });

  it("looks at neither the area of a range nor all pairs of ranges and writes", async () => {
    const everywhere = Array.from(
      { length: 2000 },
      (_, index) =>
        `<dataValidation type="whole" sqref="A${index + 2}:XFD1048576"><formula1>0</formula1><formula2>9</formula2></dataValidation>`,
    ).join("");
    const edits = Array.from({ length: 2000 }, (_, index) =>
      edit(`C${index + 1}`, 10),
    );
    const issues = await said(
      `<dataValidations>${everywhere}</dataValidations>`,
      edits,
    );
    // The first row is free; fifty are kept, the others counted.
    expect(issues.length).toBe(51);
    expect(issues.at(-1)).toMatchObject({
      code: "workbook.more_issues",
      params: { count: 1949 },
    });
  });

  it("agrees with a plain reading of the bounds", async () => {
    const operators = {
      between: (v: number, a: number, b: number) => a <= v && v <= b,
      notBetween: (v: number, a: number, b: number) => v < a || v > b,
      equal: (v: number, a: number) => v === a,
      notEqual: (v: number, a: number) => v !== a,
      lessThan: (v: number, a: number) => v < a,
      lessThanOrEqual: (v: number, a: number) => v <= a,
      greaterThan: (v: number, a: number) => v > a,
      greaterThanOrEqual: (v: number, a: number) => v >= a,
    };
    const small = fc.integer({ min: -3, max: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(operators) as (keyof typeof operators)[])),
        small,
        small,
        fc.array(small, { minLength: 1, maxLength: 8 }),
        async (operator, a, b, values) => {
          const issues = await said(
            rule(`type="whole" operator="${operator}" sqref="B1:B8"`, String(a), String(b)),
            values.map((value, index) => edit(`B${index + 1}`, value)),
          );
          expect(issues.map(({ cell }) => cell)).toEqual(
            values.flatMap((value, index) =>
              operators[operator](value, a, b) ? [] : [`B${index + 1}`],
            ),
          );
        },
      ),
      { numRuns: 25 },
    ); // prettier-ignore
  });

  it("takes rules cut short, without ends or without sense for none", async () => {
    for (const rules of [
      '<dataValidations><dataValidation type="list" sqref="B1"><formula1>"a"',
      '<dataValidations><dataValidation type="list" sqref="B1"/></dataValidations>',
      '<dataValidations><dataValidation type="list" sqref="?"><formula1>"a"</formula1></dataValidation></dataValidations>',
      '<dataValidations><dataValidation type="whole" operator="?" sqref="B1"><formula1>1</formula1></dataValidation></dataValidations>',
      "<dataValidation/>",
    ]) {
      const bytes = tinyPackage({
        sheets: { 甲: `<sheetData></sheetData>${rules}` },
      });
      const { issues } = await patchWorkbook(bytes, [edit("B1", "b")]);
      expect(
        issues.filter(({ code }) => code.startsWith("workbook.validation")),
      ).toEqual([]);
    }
  });
});
