import type { DayNumber } from "../model/calendar.ts";
import type { RecordField } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import { type Cell, cellRef } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import { isFilled } from "../table/lines.ts";
import type { SheetContext } from "./bind-context.ts";
import type { Bindings, Common, Subject } from "./binding-columns.ts";
import { BindingList } from "./binding-list.ts";
import { takeHidden, unhidden } from "./hidden-values.ts";
import { Questions } from "./questions.ts";
import { fixed, type FormContext, type Reading } from "./form-context.ts";
import { FieldCells } from "./field-cells.ts";
import { readForm } from "./read-form.ts";
import { checkRecordTotals } from "./record-totals.ts";
import type { RecordColumns } from "./record-columns.ts";
import { type CellAt, type RecordGroup, recordRows } from "./record-rows.ts";

/** What the surroundings lend to dates that state no year. */
export interface Dates {
  /** The year of all of them. */
  readonly year?: number;
  /** The last day of the ledger. */
  readonly until?: DayNumber;
  /** A day near which its deadlines lie. */
  readonly near?: DayNumber;
}

/** The bindings of a table of records, and where further ones could be written. */
export interface BoundRecords {
  readonly bindings: Bindings;
  readonly questions: Questions;
  /** Rows that hold nothing yet. */
  readonly open: readonly number[];
}

/**
 * Binds the cells of a table of records to fields. A row is a record when its
 * identifying cells hold words; empty rows bind nothing. A cell merged over
 * several records is one slot for each of them; a field that several rows of
 * one record state is read whole and never written.
 */
export function bindRecords(
  table: Table,
  found: RecordColumns,
  context: SheetContext,
  dates: Dates = {},
): BoundRecords {
  const rows = recordRows(table, found, context);
  const binder = new RecordBinder(found, context, dates, table.bodyRows.length);
  const seen = new Map<string, number>();
  for (const group of rows.records) {
    const [row = 0] = group.rows;
    const first = seen.get(group.id);
    if (first === undefined) seen.set(group.id, row);
    else {
      const cell = cellRef(row, table.range.left);
      context.report({
        code: "lens.duplicate_record",
        severity: "warning",
        cell,
        params: {
          record: group.id,
          first: cellRef(first, table.range.left),
          cell,
        },
      });
    }
    binder.bind(group, rows.at);
  }
  let since = table.body.top;
  for (const row of rows.totals) {
    binder.addTotals(row);
    checkRecordTotals(found, { from: since, total: row }, context);
    since = row + 1;
  }
  const [part] = rows.parts;
  if (part !== undefined) {
    const cell = cellRef(part, table.range.left);
    context.report({
      code: "lens.parts_of_records",
      severity: "warning",
      cell,
      params: { cell, count: rows.parts.length },
    });
  }
  for (const row of rows.unidentified) {
    const cell = cellRef(row, table.range.left);
    context.report({
      code: "lens.unidentified_row",
      severity: "warning",
      cell,
      params: { cell },
    });
  }
  return {
    bindings: binder.list,
    questions: binder.questions,
    open: rows.open,
  };
}

/** Binds one row of a card of a single record, whose columns are those of that row. */
export function bindRecordRow(
  found: RecordColumns,
  group: RecordGroup,
  context: SheetContext,
  dates: Dates = {},
): { readonly bindings: Bindings; readonly questions: Questions } {
  const binder = new RecordBinder(found, context, dates, 1);
  binder.bind(group, (row, column) => ({
    row,
    column,
    cell: context.lines.cellAt(row, column),
  }));
  return { bindings: binder.list, questions: binder.questions };
}

class RecordBinder {
  readonly list: BindingList;
  readonly questions = new Questions();
  readonly #found: RecordColumns;
  readonly #context: SheetContext;
  readonly #dates: Dates;
  readonly #forms = new Map<string, FormContext>();
  readonly #common = new Map<string, Common>();
  readonly #fields: readonly FieldCells[];

  constructor(
    found: RecordColumns,
    context: SheetContext,
    dates: Dates,
    rows: number,
  ) {
    this.list = new BindingList(
      context.sheet,
      context.lines,
      rows * (found.columns.length + 1),
    );
    this.#found = found;
    this.#context = context;
    this.#dates = dates;
    this.#fields = found.columns.flatMap(({ column, head, field, stated }) => {
      if (field === null) return [];
      const form = this.#formOf(field, stated);
      const commonOf = (reading: Reading | null): Common =>
        this.#commonOf(field, stated, reading);
      return [
        new FieldCells(column, head, form, commonOf, context.lines, this.list),
      ];
    });
  }

  bind(
    { id, rows }: RecordGroup,
    at: (row: number, column: number) => CellAt,
  ): void {
    const record: Subject = { value: id, confidence: 1, words: "" };
    const [first] = rows;
    if (
      rows.length === 1 &&
      first !== undefined &&
      !this.#context.lines.merges.touches(first)
    ) {
      this.#bindPlainly(first, record);
      return;
    }
    for (const own of this.#fields) {
      const { column } = own;
      const places = rows.map((row) => at(row, column));
      // A merge across columns says what its first column says.
      const cells = distinct(places).filter((place) => place.column === column);
      const filled = cells.filter(
        ({ cell }) => cell !== undefined && isFilled(cell),
      );
      if (rows.length > 1 && filled.length > 1)
        for (const place of filled)
          this.#add(
            place,
            own,
            record,
            fixed(place.cell?.raw ?? "", "", "part"),
          );
      else this.#bindCell(filled[0] ?? cells[0], own, record);
    }
    for (const row of rows)
      for (const column of this.#found.ordinals) {
        const place = at(row, column);
        this.list.addOrdinal(place.row, place.column, "");
      }
  }

  /** What a row of totals sums up, of whatever columns. */
  addTotals(row: number): void {
    const { merges } = this.#context.lines;
    for (const { column } of this.#found.columns)
      if (!merges.covered(row, column)) this.list.addTotal(row, column);
  }

  /** Binds a record of one row without merges. */
  #bindPlainly(row: number, record: Subject): void {
    const { lines } = this.#context;
    const subject = this.list.subjectOf(record);
    for (const own of this.#fields) {
      const { column } = own;
      const cell = lines.indexAt(row, column);
      const kind = own.kindOf(cell);
      if (kind >= 0) this.list.addPlain(row, column, cell, kind, subject);
      else
        this.#bindCell(
          { row, column, cell: lines.cellAt(row, column) },
          own,
          record,
        );
    }
    for (const column of this.#found.ordinals)
      this.list.addOrdinal(row, column, "");
  }

  #bindCell(place: CellAt | undefined, own: FieldCells, record: Subject): void {
    if (place === undefined) return;
    const { row, column } = place;
    const { answers, date1904 } = this.#context;
    const cell = unhidden(place.cell, own.head, answers, date1904);
    const reading = readForm(cell, own.form);
    if (reading.kind === "doubt" && reading.what === "hidden") {
      this.questions.ask(own.head, "value", hiddenChoices);
      return;
    }
    if (reading.kind === "doubt") {
      const text = cell?.raw.trim() ?? "";
      this.questions.ask({ text, row, column }, "value");
      return;
    }
    if (cell?.type === "error") this.#reportError(cell);
    const [value] = reading.readings;
    if (value !== undefined) this.#add(place, own, record, value);
  }

  #add(
    { row, column }: CellAt,
    own: FieldCells,
    record: Subject,
    reading: Reading,
  ): void {
    this.list.add(row, column, own.commonOf(reading), record, reading);
  }

  /** What the bindings to a field, or those that state one of the known states, have in common; the latter as they are read. */
  #commonOf(
    field: RecordField,
    stated: UnitCode | null,
    reading: Reading | null,
  ): Common {
    const known =
      field.type === "state" &&
      reading !== null &&
      isState(reading.value, this.#context);
    const state = known ? String(reading.value) : null;
    const name = state === null ? field.code : `${field.code}=${state}`;
    let common = this.#common.get(name);
    if (common === undefined) {
      const kind = this.#found.kind.code;
      common = {
        role: "value",
        unit: stated ?? field.unit ?? "",
        valueUnit: field.unit ?? "",
        confidence: 1,
        targetOf: ({ value: record }) => ({
          type: "field",
          kind,
          record,
          field: field.code,
          fieldType: field.type,
        }),
        reasonsOf: () =>
          state === null
            ? [`field=${field.code}`]
            : [`field=${field.code}`, `state=${state}`],
      };
      this.#common.set(name, common);
    }
    return common;
  }

  #reportError({ row, column, raw }: Cell): void {
    const cell = cellRef(row, column);
    this.#context.report({
      code: "lens.error_cell",
      severity: "warning",
      cell,
      params: { cell, error: raw },
    });
  }

  #formOf(field: RecordField, stated: UnitCode | null): FormContext {
    const key = `${field.code} ${stated ?? ""}`;
    let form = this.#forms.get(key);
    if (form === undefined) {
      form = fieldContext(field, stated, this.#context, this.#dates);
      this.#forms.set(key, form);
    }
    return form;
  }
}

const hiddenChoices = [takeHidden];

function distinct(places: readonly CellAt[]): CellAt[] {
  return places.filter(
    ({ row, column }, index) =>
      places.findIndex(
        (other) => other.row === row && other.column === column,
      ) === index,
  );
}

function isState(value: unknown, context: SheetContext): boolean {
  return context.catalog.ledgerStates.some(({ code }) => code === value);
}

function fieldContext(
  { type, unit, past, verdict }: RecordField,
  stated: UnitCode | null,
  context: SheetContext,
  { year, until, near }: Dates,
): FormContext {
  return {
    expects: type,
    stated,
    to: unit ?? "1",
    falling: false,
    fallIsValue: false,
    limits: true,
    pairs: false,
    ranks: false,
    ...(verdict === true ? { verdicts: true } : {}),
    fractionFrom: null,
    plausible: null,
    date1904: context.date1904,
    ...(year === undefined ? {} : { year }),
    ...(until === undefined || past !== true ? {} : { until }),
    ...(near === undefined || past === true ? {} : { near }),
    catalog: context.catalog,
    words: context.matcher,
    plans: new Map(),
  };
}
