import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bindWorkbook } from "../../src/lens/bind-workbook.ts";
import type { Binding } from "../../src/model/binding.ts";
import type { SheetView, WorkbookView } from "../../src/model/sheet.ts";
import { SheetCells } from "../../src/table/sheet-cells.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { catalog, matcher } from "../shipped-matcher.ts";

const folders = ["test/fixtures/sheets/b", "test/fixtures/legacy"];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:xlsx|xls|ods|csv|xml|html?)$/.test(name))
    .map((name) => join(folder, name)),
);

/** Without its columns, as a sheet kept as objects. */
function asObjects(sheet: SheetView): SheetView {
  return {
    name: sheet.name,
    part: sheet.part,
    state: sheet.state,
    merges: sheet.merges,
    hyperlinks: sheet.hyperlinks,
    notes: sheet.notes,
    bounds: sheet.bounds,
    cellAt: (row, column) => sheet.cellAt(row, column),
    cells: () => sheet.cells(),
    rowHidden: (row) => sheet.rowHidden(row),
    columnHidden: (column) => sheet.columnHidden(column),
    columnWidth: (column) => sheet.columnWidth(column),
  };
}

async function opened(path: string): Promise<WorkbookView | null> {
  const bytes = new Uint8Array(readFileSync(path));
  return (await openWorkbook(bytes, { file: path })).workbook;
}

const said = (binding: Binding): unknown => ({
  row: binding.row,
  column: binding.column,
  slot: binding.slot,
  slots: binding.slots,
  target: binding.target,
  role: binding.role,
  unit: binding.unit,
  valueUnit: binding.valueUnit,
  form: binding.form,
  value: binding.value,
  missing: binding.missing,
  raw: binding.raw,
  decimals: binding.decimals,
  status: binding.status,
  confidence: binding.confidence,
  reasons: binding.reasons,
});

test("says of every cell what the cell itself says", async () => {
  let seen = 0;
  for (const path of files) {
    const workbook = await opened(path);
    for (const sheet of workbook?.sheets ?? []) {
      const cells = SheetCells.of(sheet);
      const whole = [...sheet.cells()];
      expect(cells.kinds.length, path).toBe(whole.length);
      whole.forEach((cell, index) => {
        seen += 1;
        const own = {
          type: cells.typeAt(index),
          column: cells.columnAt(index),
          formula: cells.hasFormula(index),
          format: cells.formatOf(cells.styles[index] ?? 0),
          value:
            cell.type === "text"
              ? cells.textOf(cells.textAt(index))
              : cell.type === "number"
                ? cells.numberAt(index)
                : cell.value,
          cell: cells.cell(index),
        };
        expect(own, `${path} ${cell.row} ${cell.column}`).toEqual({
          type: cell.type,
          column: cell.column,
          formula: cell.formula !== undefined,
          format: cell.format,
          value: cell.type === "text" ? cell.raw : cell.value,
          cell,
        });
      });
    }
  }
  expect(seen).toBeGreaterThan(1000);
});

test("binds sheets in columns as the same sheets kept as objects", async () => {
  let bound = 0;
  for (const path of files) {
    const workbook = await opened(path);
    if (workbook === null) continue;
    const context = { file: path, catalog, matcher };
    const one = bindWorkbook(workbook, context);
    const other = bindWorkbook(
      { ...workbook, sheets: workbook.sheets.map(asObjects) },
      context,
    );
    expect(other.issues, path).toEqual(one.issues);
    one.tables.forEach((table, at) => {
      bound += table.bindings.length;
      expect(other.tables[at]?.bindings.map(said), path).toEqual(
        table.bindings.map(said),
      );
      expect(other.tables[at]?.unmatched, path).toEqual(table.unmatched);
      expect(other.tables[at]?.headers, path).toEqual(table.headers);
    });
    expect(other.tables.length).toBe(one.tables.length);
  }
  expect(bound).toBeGreaterThan(1000);
});
