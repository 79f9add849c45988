import type { Binding, BindingTarget } from "../model/binding.ts";
import { type Cell, cellRef } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import { cellWords } from "../table/lines.ts";
import type { SheetContext } from "./bind-context.ts";
import { BindingList } from "./binding-list.ts";
import { Questions } from "./questions.ts";
import type { FormContext } from "./form-context.ts";
import { readForm } from "./read-form.ts";
import type { FieldColumn, RecordColumns } from "./record-columns.ts";

/**
 * Binds the cells of a table of records to fields. A row is a record when its
 * identifying cells hold words; empty rows bind nothing. A cell merged over
 * several rows is one slot for each of them.
 */
export function bindRecords(
  table: Table,
  found: RecordColumns,
  context: SheetContext,
): { readonly bindings: Binding[]; readonly questions: Questions } {
  const { merges } = context.lines;
  const questions = new Questions();
  const list = new BindingList(context.sheet, context.lines.merges);
  const seen = new Map<string, string>();
  const forms = new Map<FormContext["expects"], FormContext>();
  const cellOf = (
    row: number,
    column: number,
  ): {
    readonly row: number;
    readonly column: number;
    readonly cell: Cell | undefined;
  } => {
    const merge = merges.at(row, column);
    const at =
      merge === undefined || merge.top < table.body.top
        ? { row, column }
        : { row: merge.top, column: merge.left };
    return { ...at, cell: context.lines.cellAt(at.row, at.column) };
  };
  for (const { row } of table.rows) {
    const id = recordId(row, found.columns, cellOf, context);
    if (id === "" || isTotal(row, found, cellOf, context)) continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, cellRef(row, table.range.left));
    else
      context.report({
        code: "lens.duplicate_record",
        severity: "warning",
        cell: cellRef(row, table.range.left),
        params: { record: id, first, cell: cellRef(row, table.range.left) },
      });
    for (const { column, field } of found.columns) {
      if (field === null) continue;
      const at = cellOf(row, column);
      // A merge across columns says what its first column says.
      if (at.column !== column) continue;
      let form = forms.get(field.type);
      if (form === undefined) {
        form = fieldContext(field.type, context);
        forms.set(field.type, form);
      }
      const reading = readForm(at.cell, form);
      if (reading.kind === "doubt") {
        questions.ask(
          { text: at.cell?.raw.trim() ?? "", row: at.row, column: at.column },
          "value",
        );
        continue;
      }
      if (at.cell?.type === "error")
        context.report({
          code: "lens.error_cell",
          severity: "warning",
          cell: cellRef(at.row, at.column),
          params: { cell: cellRef(at.row, at.column), error: at.cell.raw },
        });
      const [value] = reading.readings;
      if (value === undefined) continue;
      const target: BindingTarget = {
        type: "field",
        kind: found.kind.code,
        record: id,
        field: field.code,
        fieldType: field.type,
      };
      list.add(at, target, value, {
        role: "value",
        unit: "",
        valueUnit: "",
        raw: at.cell?.raw ?? "",
        confidence: 1,
        reasons:
          field.type === "state" && isState(value.value, context)
            ? [`field=${field.code}`, `state=${String(value.value)}`]
            : [`field=${field.code}`],
      });
    }
    for (const column of found.ordinals)
      list.addOrdinal(cellOf(row, column).cell, "");
  }
  return { bindings: list.all, questions };
}

function isState(value: unknown, context: SheetContext): boolean {
  return context.catalog.ledgerStates.some(({ code }) => code === value);
}

type CellOf = (
  row: number,
  column: number,
) => {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | undefined;
};

/** The identifying fields' texts joined by `/`; empty when none holds words. */
function recordId(
  row: number,
  columns: readonly FieldColumn[],
  cellOf: CellOf,
  context: SheetContext,
): string {
  const parts: string[] = [];
  for (const { column, field } of columns) {
    if (field?.identifies !== true) continue;
    const { cell } = cellOf(row, column);
    const text = cell === undefined ? "" : cellWords(cell, context.date1904);
    if (text !== "" && context.matcher.placeholder(text) === null)
      parts.push(text);
  }
  return parts.join("/");
}

function isTotal(
  row: number,
  found: RecordColumns,
  cellOf: CellOf,
  context: SheetContext,
): boolean {
  const columns = [
    ...found.ordinals,
    ...found.columns.map(({ column }) => column),
  ].sort((a, b) => a - b);
  for (const column of columns) {
    const { cell } = cellOf(row, column);
    const text = cell === undefined ? "" : cellWords(cell, context.date1904);
    if (text !== "") return context.matcher.read(text).role === "aggregate";
  }
  return false;
}

function fieldContext(
  expects: FormContext["expects"],
  context: SheetContext,
): FormContext {
  return {
    expects,
    stated: null,
    to: "1",
    falling: false,
    fallIsValue: false,
    limits: true,
    pairs: false,
    fractionFrom: null,
    date1904: context.date1904,
    catalog: context.catalog,
    words: context.matcher,
    plans: new Map(),
  };
}
