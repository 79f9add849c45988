import type { Binding, BindingTarget } from "../model/binding.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { Cell, SheetView } from "../model/sheet.ts";
import type { MergeIndex } from "../table/merge-index.ts";
import type { Reading } from "./form-context.ts";

/** Whose value a cell states: the region of an observation or the id of a record, and how it was read. */
export type Subject = Guess<string>;

/** What the bindings of many cells have in common; what depends on their subject is made when it is asked for. */
export interface Common {
  readonly role: Binding["role"];
  readonly unit: UnitCode;
  readonly valueUnit: UnitCode;
  readonly confidence: number;
  targetOf(subject: Subject): BindingTarget;
  reasonsOf(subject: Subject): readonly string[];
}

const columnsOfSheet = 16384;

const ordinal: Common = {
  role: "ordinal",
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
  reasonsOf: () => ["role=ordinal"],
};

class MadeBinding implements Binding {
  readonly row: number;
  readonly column: number;
  readonly slot: number;
  slots = 1;
  readonly #sheet: SheetView;
  readonly #cell: Cell | undefined;
  readonly #common: Common;
  readonly #subject: Subject;
  readonly #reading: Reading;
  #target: BindingTarget | undefined = undefined;

  constructor(
    sheet: SheetView,
    row: number,
    column: number,
    slot: number,
    cell: Cell | undefined,
    common: Common,
    subject: Subject,
    reading: Reading,
  ) {
    this.row = row;
    this.column = column;
    this.slot = slot;
    this.#sheet = sheet;
    this.#cell = cell;
    this.#common = common;
    this.#subject = subject;
    this.#reading = reading;
  }

  get sheet(): string {
    return this.#sheet.name;
  }
  get part(): string {
    return this.#sheet.part;
  }
  get target(): BindingTarget {
    return (this.#target ??= this.#common.targetOf(this.#subject));
  }
  get raw(): string {
    return this.#cell?.raw ?? "";
  }
  get role(): Binding["role"] {
    return this.#common.role;
  }
  get unit(): UnitCode {
    return this.#common.unit;
  }
  get valueUnit(): UnitCode {
    return this.#common.valueUnit;
  }
  get confidence(): number {
    return Math.min(this.#common.confidence, this.#subject.confidence);
  }
  get reasons(): readonly string[] {
    return this.#common.reasonsOf(this.#subject);
  }
  get form(): Binding["form"] {
    return this.#reading.form;
  }
  get writable(): boolean {
    return this.#reading.form.kind !== "fixed";
  }
  get value(): Binding["value"] {
    return this.#reading.value;
  }
  get missing(): string {
    return this.#reading.missing;
  }
  get decimals(): number | null {
    return this.#reading.decimals;
  }
  get status(): Binding["status"] {
    return this.#reading.status;
  }
}

/**
 * Collects the bindings of a table and numbers the slots of each cell. The
 * slots of one visit of a cell are added one after the other; only a merged
 * cell may be visited again.
 */
export class BindingList {
  readonly #sheet: SheetView;
  readonly #merges: MergeIndex;
  readonly #bindings: MadeBinding[] = [];
  /** The bindings of cells that more than one visit may meet. */
  readonly #places = new Map<number, MadeBinding[]>();

  constructor(sheet: SheetView, merges: MergeIndex) {
    this.#sheet = sheet;
    this.#merges = merges;
  }

  /** `cell` is absent where none is stored. */
  add(
    row: number,
    column: number,
    cell: Cell | undefined,
    common: Common,
    subject: Subject,
    reading: Reading,
  ): void {
    const others = this.#othersAt(row, column);
    const slot = others?.length ?? 0;
    const binding = new MadeBinding(
      this.#sheet, row, column, slot, cell, common, subject, reading,
    ); // prettier-ignore
    this.#bindings.push(binding);
    if (others === null) return;
    others.push(binding);
    for (const one of others) one.slots = slot + 1;
  }

  /** The bindings a cell has already; null for a cell that nobody has met and nobody will meet again. */
  #othersAt(row: number, column: number): MadeBinding[] | null {
    if (!this.#merges.touches(row)) {
      const last = this.#bindings.at(-1);
      if (last?.row !== row || last.column !== column) return null;
      return this.#bindings.slice(-last.slots);
    }
    const key = row * columnsOfSheet + column;
    let list = this.#places.get(key);
    if (list === undefined) {
      list = [];
      this.#places.set(key, list);
    }
    return list;
  }

  /** A 序号: kept, and no observation. Cells without a number are passed over, and so is a merged cell met before. */
  addOrdinal(cell: Cell | undefined, region: string): void {
    if (cell === undefined || typeof cell.value !== "number") return;
    if (this.#places.has(cell.row * columnsOfSheet + cell.column)) return;
    const reading: Reading = {
      value: cell.value,
      missing: "",
      form:
        cell.formula === undefined
          ? { kind: "number", scale: "1", decimals: null }
          : { kind: "fixed", why: "formula" },
      decimals: 0,
      status: "normal",
    };
    const subject = { value: region, confidence: 1, words: "" };
    this.add(cell.row, cell.column, cell, ordinal, subject, reading);
  }

  /** Every binding as it was added, each knowing how many slots its cell has. */
  get all(): readonly Binding[] {
    return this.#bindings;
  }
}
