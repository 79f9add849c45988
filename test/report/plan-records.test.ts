import { expect, test } from "vitest";
import type { BureauRecord } from "../../src/model/observation.ts";
import { countRecordRows, planRecords } from "../../src/report/plan-records.ts";
import { bound } from "../lens/bound.ts";
import { catalog, matcher } from "../shipped-matcher.ts";
import { type TestCell, workbookOf } from "../sheet-of.ts";

const task = (name: string): BureauRecord => ({
  kind: "task",
  id: name,
  fields: {
    name: { type: "text", value: name },
    deadline: { type: "date", value: "2021-06-30" },
  },
  source: { file: "", sha: "", sheet: "", cell: "" },
});

function plan(
  rows: readonly (readonly TestCell[])[],
  records: readonly BureauRecord[],
) {
  const { sheet, tables } = bound(rows);
  const workbook = workbookOf(sheet);
  const { edits, issues } = planRecords(
    workbook,
    tables,
    records,
    matcher,
    "台账.xlsx",
    { region: "140000", regions: catalog.regions },
  );
  return {
    rows: countRecordRows(workbook, tables, matcher),
    edits: edits.map(({ row, column, kind, ...edit }) => [
      row,
      column,
      kind,
      "value" in edit ? edit.value : null,
    ]),
    issues: issues.map(({ code }) => code),
  };
}

test("an empty ledger takes records without a defined name", () => {
  const empty = [
    ["序号", "整改任务", "责任单位", "整改时限"],
    [null, null, null, null],
    [null, null, null, null],
  ];
  expect(plan(empty, [task("取缔散乱污"), task("拆除锅炉")])).toEqual({
    rows: 2,
    edits: [
      [1, 0, "number", 1],
      [1, 1, "text", "取缔散乱污"],
      [1, 3, "date", "2021-06-30"],
      [2, 0, "number", 2],
      [2, 1, "text", "拆除锅炉"],
      [2, 3, "date", "2021-06-30"],
    ],
    issues: [],
  });
  expect(
    plan(
      empty,
      [1, 2, 3].map((n) => task(String(n))),
    ).issues,
  ).toEqual(["fill.too_many_records"]);
});

test("a ledger that holds records is not added to unasked", () => {
  expect(
    plan(
      [
        ["序号", "整改任务", "责任单位", "整改时限"],
        [1, "关停砖厂", "大同市", "2021年底"],
        [null, null, null, null],
      ],
      [task("取缔散乱污")],
    ),
  ).toEqual({ rows: 0, edits: [], issues: [] });
});
