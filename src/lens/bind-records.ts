import type { DayNumber } from "../model/calendar.ts";
import type { RecordField } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import { type Cell, cellRef } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { isFilled, type Lines } from "../table/lines.ts";
import type { SheetContext } from "./bind-context.ts";
import type { Bindings, Common, Spelling, Subject } from "./binding-columns.ts";
import { BindingList } from "./binding-list.ts";
import { takeHidden, unhidden } from "./hidden-values.ts";
import { Questions } from "./questions.ts";
import { fixed, type FormContext, type Reading } from "./form-context.ts";
import { isNothing, readForm } from "./read-form.ts";
import type { RecordColumns } from "./record-columns.ts";
import { type CellAt, type RecordGroup, recordRows } from "./record-rows.ts";

/** What the surroundings lend to dates that state no year. */
export interface Dates {
  /** The year of all of them. */
  readonly year?: number;
  /** The last day of the ledger. */
  readonly until?: DayNumber;
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
  const binder = new RecordBinder(found, context, dates);
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
  const binder = new RecordBinder(found, context, dates);
  binder.bind(group, (row, column) => ({
    row,
    column,
    cell: context.lines.cellAt(row, column),
  }));
  return { bindings: binder.list, questions: binder.questions };
}

/** A text as it stands. */
const asItStands: Spelling = {
  form: { kind: "words" },
  valueOf: (cells, index) => cells.textOf(cells.textAt(index)),
  decimalsOf: () => null,
};

/** A column of a field, and what its cells have in common. */
interface FieldColumn {
  readonly column: number;
  readonly head: HeaderText;
  readonly field: RecordField;
  readonly stated: UnitCode | null;
  readonly form: FormContext;
  /** The number of the kind of its texts as they stand; -1 where none are bound so. */
  readonly words: number;
}

class RecordBinder {
  readonly list: BindingList;
  readonly questions = new Questions();
  readonly #found: RecordColumns;
  readonly #context: SheetContext;
  readonly #dates: Dates;
  readonly #forms = new Map<string, FormContext>();
  readonly #common = new Map<string, Common>();
  readonly #columns: readonly FieldColumn[];
  readonly #texts: FreeTexts;

  constructor(found: RecordColumns, context: SheetContext, dates: Dates) {
    this.list = new BindingList(context.sheet, context.lines);
    this.#found = found;
    this.#context = context;
    this.#dates = dates;
    this.#texts = new FreeTexts(context.lines);
    this.#columns = found.columns.flatMap(({ column, head, field, stated }) =>
      field === null
        ? []
        : [
            {
              column,
              head,
              field,
              stated,
              form: this.#formOf(field, stated),
              words:
                field.type === "text" && field.verdict !== true
                  ? this.list.kindOf(
                      this.#commonOf(field, stated, null),
                      asItStands,
                    )
                  : -1,
            },
          ],
    );
  }

  bind(
    { id, rows }: RecordGroup,
    at: (row: number, column: number) => CellAt,
  ): void {
    const record: Subject = { value: id, confidence: 1, words: "" };
    const [first = 0] = rows;
    const plainly =
      rows.length === 1 && !this.#context.lines.merges.touches(first);
    const subject = this.list.subjectOf(record);
    for (const own of this.#columns) {
      const { column } = own;
      if (plainly && this.#addWords(first, own, subject)) continue;
      // A merge across columns says what its first column says.
      if (rows.length === 1) {
        const only = at(first, column);
        if (only.column === column) this.#bindCell(only, own, record);
        continue;
      }
      const places = rows.map((row) => at(row, column));
      const cells = distinct(places).filter((place) => place.column === column);
      const filled = cells.filter(
        ({ cell }) => cell !== undefined && isFilled(cell),
      );
      if (filled.length > 1)
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

  /** Binds a text of a field of texts that is no placeholder: nothing is made for it. False for any other cell. */
  #addWords(
    row: number,
    { column, words }: FieldColumn,
    subject: number,
  ): boolean {
    if (words < 0) return false;
    const cell = this.#context.lines.indexAt(row, column);
    if (cell < 0 || !this.#texts.isFree(cell)) return false;
    this.list.addPlain(row, column, cell, words, subject);
    return true;
  }

  #bindCell(
    place: CellAt | undefined,
    own: FieldColumn,
    record: Subject,
  ): void {
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
    { field, stated }: FieldColumn,
    record: Subject,
    reading: Reading,
  ): void {
    const known =
      field.type === "state" && isState(reading.value, this.#context);
    const state = known ? String(reading.value) : null;
    const common = this.#commonOf(field, stated, state);
    this.list.add(row, column, common, record, reading);
  }

  /** What the bindings to a field, or those that state one of the known states, have in common. */
  #commonOf(
    field: RecordField,
    stated: UnitCode | null,
    state: string | null,
  ): Common {
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

/** Tells texts that say what they say from placeholders, each text once. */
class FreeTexts {
  readonly #lines: Lines;
  /** By number of the text: 0 unseen, 1 free, 2 not. */
  readonly #seen: Uint8Array;

  constructor(lines: Lines) {
    this.#lines = lines;
    this.#seen = new Uint8Array(lines.cells.textCount);
  }

  /** True for a cell that states such a text, and computes nothing. */
  isFree(index: number): boolean {
    const { cells } = this.#lines;
    if (cells.typeAt(index) !== "text" || cells.hasFormula(index)) return false;
    const text = cells.textAt(index);
    const known = this.#seen[text];
    if (known !== 0) return known === 1;
    const free =
      this.#lines.isFilledAt(index) && !isNothing(cells.textOf(text).trim());
    this.#seen[text] = free ? 1 : 2;
    return free;
  }
}

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
  { year, until }: Dates,
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
    catalog: context.catalog,
    words: context.matcher,
    plans: new Map(),
  };
}
