import type { Binding, Form } from "../model/binding.ts";
import { kind, kindMask } from "../model/cell-kind.ts";
import type { SheetView } from "../model/sheet.ts";
import type { Lines } from "../table/lines.ts";
import {
  BindingColumns,
  type Bindings,
  type Common,
  type Spelling,
  type Subject,
} from "./binding-columns.ts";
import type { Reading } from "./form-context.ts";

const columnsOfSheet = 16384;

/** Of no indicator and no period. */
const nameless = (role: "ordinal" | "aggregate"): Common => ({
  role,
  unit: "1",
  valueUnit: "1",
  confidence: 1,
  targetOf: ({ value }) => ({
    type: "observation",
    key: {
      indicator: "",
      region: value,
      period: "",
      measure: "actual",
      variant: "",
      base: "",
    },
  }),
  reasonsOf: () => [`role=${role}`],
});

const ordinal = nameless("ordinal");
const total = nameless("aggregate");

const nobody: Subject = { value: "", confidence: 1, words: "" };

const computedOrdinal: Form = { kind: "fixed", why: "formula" };

const storedOrdinal: Spelling = {
  form: { kind: "number", scale: "1", decimals: null },
  missing: "",
  status: "normal",
  valueOf: (cells, index) => cells.numberAt(index),
  decimalsOf: () => 0,
};

/**
 * Collects the bindings of a table and numbers the slots of each cell. The
 * slots of one visit of a cell are added one after the other; only a merged
 * cell may be visited again.
 */
export class BindingList implements Bindings {
  readonly #lines: Lines;
  readonly #columns: BindingColumns;
  /** The bindings of cells that more than one visit may meet. */
  readonly #places = new Map<number, number[]>();
  /** Those of the cell that was visited last. */
  #latest: number[] = [];
  #ordinals = -1;
  #subject: Subject = { value: "", confidence: 1, words: "" };

  /** `room`: about how many there will be. */
  constructor(sheet: SheetView, lines: Lines, room: number) {
    this.#lines = lines;
    this.#columns = new BindingColumns(sheet, lines.cells, room);
  }

  get length(): number {
    return this.#columns.length;
  }

  get anyValue(): boolean {
    return this.#columns.anyValue;
  }

  /** Every binding as it was added, each knowing how many slots its cell has. */
  all(): readonly Binding[] {
    return this.#columns.all();
  }

  columnAt(index: number): number {
    return this.#columns.columnAt(index);
  }

  subjectAt(index: number): Subject {
    return this.#columns.subjectAt(index);
  }

  /** What a binding claims of its subject: see {@link Common.claim}. */
  claimAt(index: number): number | undefined {
    return this.#columns.claimAt(index);
  }

  /** A number for the bindings of cells that are spelt one way, for {@link addPlain}. */
  kindOf(common: Common, spelling: Spelling): number {
    return this.#columns.kindOf(common, spelling);
  }

  /** A number for a subject. */
  subjectOf(subject: Subject): number {
    return this.#columns.subjectOf(subject);
  }

  /** Adds the one binding of a cell of a row without merges whose value follows from what is stored. */
  addPlain(
    row: number,
    column: number,
    cell: number,
    kind: number,
    subject: number,
  ): void {
    this.#columns.add(row, column, cell, kind, subject);
  }

  /** {@link addPlain} for cells of a row that follow each other: those of `columns` from one place up to another, whose numbers are so many more than their columns, each of its own kind. */
  addRun(
    row: number,
    columns: Uint16Array,
    from: number,
    to: number,
    shift: number,
    kinds: Int32Array,
    subject: number,
  ): void {
    this.#columns.addRun(row, columns, from, to, shift, kinds, subject);
  }

  /** Adds a binding to the cell at an address, whether or not one is stored there. */
  add(
    row: number,
    column: number,
    common: Common,
    subject: Subject,
    reading: Reading,
  ): void {
    const index = this.#lines.indexAt(row, column);
    const slots = this.#slotsAt(row, column);
    const at = this.#columns.length;
    this.#columns.addRead(row, column, index, common, subject, reading);
    slots.push(at);
    if (slots.length > 1) this.#columns.share(slots);
  }

  /** The bindings a cell has already; none of a cell that nobody has met. */
  #slotsAt(row: number, column: number): number[] {
    if (!this.#lines.merges.touches(row)) {
      const last = this.#columns.length - 1;
      const again =
        last >= 0 &&
        this.#columns.rowAt(last) === row &&
        this.#columns.columnAt(last) === column;
      if (!again) this.#latest = [];
      else if (this.#latest.at(-1) !== last) this.#latest = [last];
      return this.#latest;
    }
    const key = row * columnsOfSheet + column;
    let list = this.#places.get(key);
    if (list === undefined) {
      list = [];
      this.#places.set(key, list);
    }
    return list;
  }

  /** A number in a row or column of totals where nobody says of what: kept, and no observation. Cells without a number are passed over. */
  addTotal(row: number, column: number): void {
    const { cells } = this.#lines;
    const index = this.#lines.indexAt(row, column);
    const own = index < 0 ? kind.blank : (cells.kinds[index] ?? kind.blank);
    if ((own & kindMask) !== kind.number) return;
    this.add(row, column, total, nobody, {
      value: cells.numberAt(index),
      missing: "",
      form: {
        kind: "fixed",
        why: cells.hasFormula(index) ? "formula" : "other",
      },
      decimals: null,
      status: "normal",
    });
  }

  /** A 序号: kept, and no observation. Cells without a number are passed over, and so is a merged cell met before. */
  addOrdinal(row: number, column: number, region: string): void {
    const { cells, merges } = this.#lines;
    const index = this.#lines.indexAt(row, column);
    const own = index < 0 ? kind.blank : (cells.kinds[index] ?? kind.blank);
    if ((own & kindMask) !== kind.number) return;
    if (this.#subject.value !== region)
      this.#subject = { value: region, confidence: 1, words: "" };
    if (own === kind.number && !merges.touches(row)) {
      if (this.#ordinals < 0)
        this.#ordinals = this.kindOf(ordinal, storedOrdinal);
      const subject = this.subjectOf(this.#subject);
      this.addPlain(row, column, index, this.#ordinals, subject);
      return;
    }
    if (this.#places.has(row * columnsOfSheet + column)) return;
    this.add(row, column, ordinal, this.#subject, {
      value: cells.numberAt(index),
      missing: "",
      form: cells.hasFormula(index) ? computedOrdinal : storedOrdinal.form,
      decimals: 0,
      status: "normal",
    });
  }
}
