import { decimalOf, decimalText } from "../model/decimal.ts";
import {
  type Cell,
  columnName,
  type SheetView,
  type WorkbookView,
} from "../model/sheet.ts";

/** A result to keep beside a formula. */
export interface FormulaResult {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean;
}

export interface Recalculated {
  readonly caches: readonly FormulaResult[];
  /** Formulas that gave an error or that the engine does not know. */
  readonly failed: number;
}

/** What loading a WebAssembly module accepts: its bytes, or where they lie. */
export type WasmSource = Uint8Array | string;

/** The engine's numbers for the types of a cell's value. */
const numberType = 1;
const textType = 2;
const booleanType = 4;

/**
 * A formula engine that starts when it is first needed. `load` gives the
 * WebAssembly module: its bytes under Node, its address in a browser.
 */
export function createRecalculate(
  load: () => Promise<WasmSource>,
): (workbook: WorkbookView) => Promise<Recalculated> {
  let engine: Promise<typeof import("@ironcalc/wasm")> | undefined;
  async function start() {
    const module = await import("@ironcalc/wasm");
    await module.default({ module_or_path: await load() });
    return module;
  }
  return async (workbook) => {
    if (!hasFormulas(workbook)) return { caches: [], failed: 0 };
    const { Model } = await (engine ??= start());
    const model = new Model("workbook", "en", "UTC", "en");
    try {
      return evaluate(model, workbook);
    } finally {
      model.free();
    }
  };
}

type EngineModel = InstanceType<
  Awaited<typeof import("@ironcalc/wasm")>["Model"]
>;

function hasFormulas(workbook: WorkbookView): boolean {
  return workbook.sheets.some((sheet) => formulas(sheet).next().done !== true);
}

function* formulas(sheet: SheetView): Generator<Cell> {
  for (const cell of sheet.cells()) if (cell.formula !== undefined) yield cell;
}

function evaluate(model: EngineModel, workbook: WorkbookView): Recalculated {
  model.pauseEvaluation();
  workbook.sheets.forEach((sheet, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, sheet.name);
  });
  const aliases = new Map<string, string>();
  for (const { name, sheet, range } of workbook.names) {
    if (name.startsWith("_xlnm.") || aliases.has(name)) continue;
    const alias = `dabiao_name_${aliases.size}`;
    aliases.set(name, alias);
    model.newDefinedName(
      alias,
      null,
      `${quoted(sheet)}!$${columnName(range.left)}$${range.top + 1}:$${columnName(range.right)}$${range.bottom + 1}`,
    );
  }
  workbook.sheets.forEach((sheet, index) => {
    for (const cell of sheet.cells()) {
      const input = inputOf(cell, aliases);
      if (input === null) continue;
      model.setUserInput(index, cell.row + 1, cell.column + 1, input);
      // The engine guesses a format from the inputs; a general one shows every digit.
      if (cell.formula !== undefined)
        model.updateRangeStyle(
          {
            sheet: index,
            row: cell.row + 1,
            column: cell.column + 1,
            width: 1,
            height: 1,
          },
          "num_fmt",
          "general",
        );
    }
  });
  model.resumeEvaluation();
  model.evaluate();
  return results(model, workbook);
}

function results(model: EngineModel, workbook: WorkbookView): Recalculated {
  const caches: FormulaResult[] = [];
  let failed = 0;
  workbook.sheets.forEach((sheet, index) => {
    for (const { row, column } of formulas(sheet)) {
      const type = model.getCellType(index, row + 1, column + 1);
      const text = model.getFormattedCellValue(index, row + 1, column + 1);
      const value =
        type === numberType
          ? Number(text)
          : type === textType
            ? text
            : type === booleanType
              ? text === "TRUE"
              : null;
      if (value === null || Number.isNaN(value)) failed += 1;
      else caches.push({ sheet: sheet.name, row, column, value });
    }
  });
  return { caches, failed };
}

/** What a person would type to enter the cell; null for a blank. */
function inputOf(
  cell: Cell,
  aliases: ReadonlyMap<string, string>,
): string | null {
  if (cell.formula !== undefined) return `=${renamed(cell.formula, aliases)}`;
  switch (cell.type) {
    case "number":
      return typeof cell.value === "number" && Number.isFinite(cell.value)
        ? decimalText(decimalOf(cell.value))
        : null;
    case "boolean":
      return cell.value === true ? "TRUE" : "FALSE";
    case "error":
      return String(cell.value);
    case "text":
    case "date":
      return cell.value === "" ? null : `'${String(cell.value)}`;
    case "blank":
      return null;
  }
}

/**
 * The formula with defined names replaced by their aliases: the engine takes no
 * Chinese names. Texts and quoted sheet names stay as they are.
 */
function renamed(
  formula: string,
  aliases: ReadonlyMap<string, string>,
): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu,
    (word) => aliases.get(word) ?? word,
  );
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
