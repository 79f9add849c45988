import type { BoundTable } from "../model/binding.ts";
import type { RegionCode } from "../model/codes.ts";
import type { Issue } from "../model/issue.ts";
import { liesIn } from "../model/lies-in.ts";
import type { BureauRecord, FieldValue } from "../model/observation.ts";
import type {
  CellEdit,
  CellRange,
  SheetView,
  WorkbookView,
} from "../model/sheet.ts";
import type { Region } from "../model/region.ts";
import type { Matcher } from "../match/matcher.ts";

/** Defined names that mark a block of empty rows for records: `记录_task`. */
const blockName = /^记录_(\w+)$/;

/** How far above the block its header may reach. */
const headerDepth = 4;

type Column =
  | { readonly kind: "ordinal" }
  | { readonly kind: "field"; readonly code: string };

/** The region a form is filled for, and the tree it lies in. */
export interface RecordScope {
  readonly region: RegionCode;
  readonly regions: ReadonlyMap<RegionCode, Region>;
}

/** Fields that say where a thing lies, the nearest first. */
const placeFields = ["county", "region", "town", "city"];

export interface RecordPlan {
  readonly edits: readonly CellEdit[];
  readonly issues: readonly Issue[];
}

/**
 * Writes the records that no row of the template holds yet into the empty rows
 * of the blocks the template marks and of ledgers that hold no record yet, one
 * record a row, in the order given.
 */
export function planRecords(
  workbook: WorkbookView,
  tables: readonly BoundTable[],
  records: readonly BureauRecord[],
  matcher: Matcher,
  file: string,
  scope: RecordScope,
): RecordPlan {
  const edits: CellEdit[] = [];
  const issues: Issue[] = [];
  const present = recordsPresent(tables);
  const blocks = blocksOf(workbook, tables, matcher);
  for (const { name, kind, sheet: sheetName, columns, rows, top } of blocks) {
    const waiting = records.filter(
      (record) =>
        record.kind === kind &&
        !present.has(`${kind}|${record.id}`) &&
        inScope(record, scope, matcher),
    );
    waiting.slice(0, rows.length).forEach((record, index) => {
      const row = rows[index];
      if (row === undefined) return;
      for (const [column, what] of columns) {
        const edit = fieldEdit(
          what.kind === "ordinal"
            ? { type: "number", value: row - top + 1 }
            : record.fields[what.code],
        );
        if (edit !== null)
          edits.push({
            sheet: sheetName,
            row,
            column,
            reason: `record ${record.id}`,
            ...edit,
          });
      }
    });
    if (waiting.length > rows.length)
      issues.push({
        code: "fill.too_many_records",
        severity: "error",
        file,
        sheet: sheetName,
        params: {
          name,
          rows: rows.length,
          records: waiting.length,
          left: waiting.length - rows.length,
        },
      });
  }
  return { edits, issues };
}

/** Rows for records that are empty still: of the blocks a template marks, and of ledgers without a record. */
export function countRecordRows(
  workbook: WorkbookView,
  tables: readonly BoundTable[],
  matcher: Matcher,
): number {
  return blocksOf(workbook, tables, matcher).reduce(
    (sum, { rows }) => sum + rows.length,
    0,
  );
}

/** Empty rows that take records of one kind. */
interface Block {
  /** Defined name, or the title of the ledger. */
  readonly name: string;
  readonly kind: string;
  readonly sheet: string;
  readonly columns: ReadonlyMap<number, Column>;
  readonly rows: readonly number[];
  /** The row that is number 1. */
  readonly top: number;
}

function blocksOf(
  workbook: WorkbookView,
  tables: readonly BoundTable[],
  matcher: Matcher,
): Block[] {
  const marked = workbook.names.flatMap(({ name, sheet: own, range }) => {
    const kind = blockName.exec(name)?.[1];
    const sheet = workbook.sheets.find((each) => each.name === own);
    if (kind === undefined || sheet === undefined) return [];
    const columns = readColumns(sheet, range, kind, matcher);
    const holds = [...columns.values()].some((each) => each.kind === "field");
    if (!holds) return [];
    const rows = emptyRows(sheet, range, columns);
    return [{ name, kind, sheet: own, columns, rows, top: range.top }];
  });
  const named = new Set(marked.map(({ sheet }) => sheet));
  const found = tables.flatMap(({ open, bindings, title, sheet }) => {
    const [top] = open?.rows ?? [];
    const taken = bindings.some(({ target }) => target.type === "field");
    if (open === undefined || top === undefined || taken || named.has(sheet))
      return [];
    const columns = new Map(
      open.columns.map(({ column, field }): [number, Column] => [
        column,
        field === null ? { kind: "ordinal" } : { kind: "field", code: field },
      ]),
    );
    const name = title === "" ? sheet : title;
    return [{ name, kind: open.kind, sheet, columns, rows: open.rows, top }];
  });
  return [...marked, ...found];
}

/** True unless the record says that it lies in another region; one that says no place is taken along. */
function inScope(
  record: BureauRecord,
  { region, regions }: RecordScope,
  matcher: Matcher,
): boolean {
  const within = (code: RegionCode): boolean => liesIn(code, region, regions);
  const places = placeFields.flatMap((code) => {
    const field = record.fields[code];
    return field?.type === "text"
      ? matcher
          .region(field.value)
          .filter(({ confidence }) => confidence >= 0.5)
      : [];
  });
  return places.length === 0 || places.some(({ value }) => within(value));
}

function recordsPresent(tables: readonly BoundTable[]): ReadonlySet<string> {
  const present = new Set<string>();
  for (const table of tables)
    for (const { target } of table.bindings)
      if (target.type === "field")
        present.add(`${target.kind}|${target.record}`);
  return present;
}

function readColumns(
  sheet: SheetView,
  range: CellRange,
  kind: string,
  matcher: Matcher,
): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>();
  const used = new Set<string>();
  for (let column = range.left; column <= range.right; column += 1) {
    const texts = headerTexts(sheet, range.top, column);
    if (texts.some((text) => matcher.read(text).role === "ordinal")) {
      columns.set(column, { kind: "ordinal" });
      continue;
    }
    const code = [...texts, [...texts].reverse().join("")]
      .flatMap((text) => matcher.field(text))
      .find(({ value }) => value.kind === kind && !used.has(value.field))
      ?.value.field;
    if (code === undefined) continue;
    used.add(code);
    columns.set(column, { kind: "field", code });
  }
  return columns;
}

/** Texts above the block in one column, the nearest first; a merged header speaks for each of its columns. */
function headerTexts(sheet: SheetView, top: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = top - 1; row >= Math.max(0, top - headerDepth); row -= 1) {
    const merge = sheet.merges.find(
      (area) =>
        area.top <= row &&
        row <= area.bottom &&
        area.left <= column &&
        column <= area.right,
    );
    const cell = sheet.cellAt(merge?.top ?? row, merge?.left ?? column);
    const text = cell?.type === "text" ? String(cell.value).trim() : "";
    if (text !== "" && !texts.includes(text)) texts.push(text);
  }
  return texts;
}

function emptyRows(
  sheet: SheetView,
  range: CellRange,
  columns: ReadonlyMap<number, Column>,
): number[] {
  const rows: number[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const taken = [...columns].some(([column, { kind }]) => {
      const cell = sheet.cellAt(row, column);
      return (
        kind === "field" &&
        cell !== undefined &&
        cell.type !== "blank" &&
        cell.formula === undefined
      );
    });
    if (!taken) rows.push(row);
  }
  return rows;
}

type EditValue =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "date"; readonly value: string };

function fieldEdit(field: FieldValue | undefined): EditValue | null {
  if (field === undefined || field.type === "missing") return null;
  if (field.type === "number") return { kind: "number", value: field.value };
  if (field.type === "date") return { kind: "date", value: field.value };
  return { kind: "text", value: field.value };
}
