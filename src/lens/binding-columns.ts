import type { Binding, BindingTarget, Form } from "../model/binding.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import type { SheetView } from "../model/sheet.ts";
import type { SheetCells } from "../table/sheet-cells.ts";
import type { Reading } from "./form-context.ts";

/** Whose value a cell states: the region of an observation or the id of a record, and how it was read. */
export type Subject = Guess<string>;

/** What the bindings of many cells have in common; what depends on their subject is made when it is asked for. */
export interface Common {
  readonly role: Binding["role"];
  readonly unit: UnitCode;
  readonly valueUnit: UnitCode;
  readonly confidence: number;
  /** Equal where two bindings of one subject state the same thing; none where they claim nothing. */
  readonly claim?: number | undefined;
  targetOf(subject: Subject): BindingTarget;
  reasonsOf(subject: Subject): readonly string[];
}

/** How what is read in a cell follows from what is stored there. */
export interface Spelling {
  readonly form: Form;
  readonly missing: string;
  readonly status: Binding["status"];
  valueOf(cells: SheetCells, index: number): Binding["value"];
  decimalsOf(cells: SheetCells, index: number): number | null;
}

/** Many cells that hold the same, and are read as the same. */
export function alike(reading: Reading): Spelling {
  return {
    form: reading.form,
    missing: reading.missing,
    status: reading.status,
    valueOf: () => reading.value,
    decimalsOf: () => reading.decimals,
  };
}

/** The bindings of a table, made as objects when they are asked for. */
export interface Bindings {
  readonly length: number;
  /** True where one of them is a value, and neither an aggregate nor an ordinal. */
  readonly anyValue: boolean;
  all(): readonly Binding[];
}

interface Kind {
  readonly common: Common;
  /** Null where each cell has a reading of its own. */
  readonly spelling: Spelling | null;
}

/** Room for so many bindings at least. */
const fewest = 64;

/** Bindings in columns, in the order they are added. */
export class BindingColumns implements Bindings {
  length = 0;
  readonly sheet: SheetView;
  readonly cells: SheetCells;
  #rows: Uint32Array;
  #columns: Uint16Array;
  /** Numbers of the cells; -1 where none is stored. */
  #cellAt: Int32Array;
  #kindAt: Uint32Array;
  #subjectAt: Uint32Array;
  /** The place of a binding's own reading among them; those that follow from the cell have none. */
  #readingAt: Uint32Array;
  readonly #kinds: Kind[] = [];
  readonly #subjects: Subject[] = [];
  readonly #readings: Reading[] = [];
  readonly #ownKinds = new Map<Common, number>();
  /** Where a cell has more than one: which of them a binding is, and the list of them. */
  readonly #slots = new Map<number, { slot: number; all: readonly number[] }>();
  #made: readonly Binding[] | null = null;

  /** `room`: about how many there will be. */
  constructor(sheet: SheetView, cells: SheetCells, room: number) {
    const size = Math.max(fewest, Math.min(room, cells.kinds.length));
    this.sheet = sheet;
    this.cells = cells;
    this.#rows = new Uint32Array(size);
    this.#columns = new Uint16Array(size);
    this.#cellAt = new Int32Array(size);
    this.#kindAt = new Uint32Array(size);
    this.#subjectAt = new Uint32Array(size);
    this.#readingAt = new Uint32Array(size);
  }

  get anyValue(): boolean {
    for (let at = 0; at < this.length; at += 1)
      if (this.commonAt(at).role === "value") return true;
    return false;
  }

  /** A number for the bindings of cells that are spelt one way. */
  kindOf(common: Common, spelling: Spelling | null): number {
    return this.#kinds.push({ common, spelling }) - 1;
  }

  /** A number for a subject; those of a row follow each other. */
  subjectOf(subject: Subject): number {
    const last = this.#subjects.length - 1;
    return this.#subjects[last] === subject
      ? last
      : this.#subjects.push(subject) - 1;
  }

  /** Adds the binding of a cell whose value follows from what is stored. */
  add(
    row: number,
    column: number,
    cell: number,
    kind: number,
    subject: number,
  ): void {
    const at = this.length;
    if (at === this.#rows.length) this.#grow();
    this.#rows[at] = row;
    this.#columns[at] = column;
    this.#cellAt[at] = cell;
    this.#kindAt[at] = kind;
    this.#subjectAt[at] = subject;
    this.length = at + 1;
  }

  /** Adds those of a run of cells: see `BindingList.addRun`. */
  addRun(
    row: number,
    columns: Uint16Array,
    from: number,
    to: number,
    shift: number,
    kinds: Int32Array,
    subject: number,
  ): void {
    let at = this.length;
    while (at + to - from > this.#rows.length) this.#grow();
    const rows = this.#rows;
    const ownColumns = this.#columns;
    const cellAt = this.#cellAt;
    const kindAt = this.#kindAt;
    const subjectAt = this.#subjectAt;
    for (let place = from; place < to; place += 1, at += 1) {
      const column = columns[place] ?? 0;
      rows[at] = row;
      ownColumns[at] = column;
      cellAt[at] = shift + column;
      kindAt[at] = kinds[place] ?? 0;
      subjectAt[at] = subject;
    }
    this.length = at;
  }

  /** Adds one that was read by itself. */
  addRead(
    row: number,
    column: number,
    cell: number,
    common: Common,
    subject: Subject,
    reading: Reading,
  ): void {
    let kind = this.#ownKinds.get(common);
    if (kind === undefined) {
      kind = this.kindOf(common, null);
      this.#ownKinds.set(common, kind);
    }
    this.add(row, column, cell, kind, this.subjectOf(subject));
    this.#readingAt[this.length - 1] = this.#readings.push(reading) - 1;
  }

  /** Says that several bindings are the slots of one cell. */
  share(all: readonly number[]): void {
    all.forEach((at, slot) => this.#slots.set(at, { slot, all }));
  }

  rowAt(at: number): number {
    return this.#rows[at] ?? 0;
  }

  columnAt(at: number): number {
    return this.#columns[at] ?? 0;
  }

  cellAt(at: number): number {
    return this.#cellAt[at] ?? -1;
  }

  commonAt(at: number): Common {
    return this.#kind(at).common;
  }

  subjectAt(at: number): Subject {
    const subject = this.#subjects[this.#subjectAt[at] ?? 0];
    if (subject === undefined) throw new Error(`no binding ${at}`);
    return subject;
  }

  /** How the cell is spelt, as it follows from what is stored or as it was read by itself. */
  spellingAt(at: number): Spelling | Reading {
    return this.#kind(at).spelling ?? this.#reading(at);
  }

  slotsAt(at: number): { readonly slot: number; readonly slots: number } {
    const shared = this.#slots.get(at);
    return shared === undefined
      ? { slot: 0, slots: 1 }
      : { slot: shared.slot, slots: shared.all.length };
  }

  /** What a binding claims of its subject, if it does and holds something. */
  claimAt(at: number): number | undefined {
    const { common, spelling } = this.#kind(at);
    if (spelling === null) {
      const { value, missing } = this.#reading(at);
      if (value === null && missing === "") return undefined;
    }
    return common.claim;
  }

  valueAt(at: number): Binding["value"] {
    const { spelling } = this.#kind(at);
    return spelling === null
      ? this.#reading(at).value
      : spelling.valueOf(this.cells, this.cellAt(at));
  }

  decimalsAt(at: number): number | null {
    const { spelling } = this.#kind(at);
    return spelling === null
      ? this.#reading(at).decimals
      : spelling.decimalsOf(this.cells, this.cellAt(at));
  }

  #kind(at: number): Kind {
    const kind = this.#kinds[this.#kindAt[at] ?? 0];
    if (kind === undefined) throw new Error(`no binding ${at}`);
    return kind;
  }

  #reading(at: number): Reading {
    const reading = this.#readings[this.#readingAt[at] ?? 0];
    if (reading === undefined) throw new Error(`nothing was read at ${at}`);
    return reading;
  }

  all(): readonly Binding[] {
    const { length } = this;
    if (this.#made?.length === length) return this.#made;
    const made = new Array<Binding>(length);
    for (let at = 0; at < length; at += 1) made[at] = new MadeBinding(this, at);
    this.#made = made;
    return made;
  }

  #grow(): void {
    const size = this.#rows.length * 2;
    this.#rows = grown(this.#rows, new Uint32Array(size));
    this.#columns = grown(this.#columns, new Uint16Array(size));
    this.#cellAt = grown(this.#cellAt, new Int32Array(size));
    this.#kindAt = grown(this.#kindAt, new Uint32Array(size));
    this.#subjectAt = grown(this.#subjectAt, new Uint32Array(size));
    this.#readingAt = grown(this.#readingAt, new Uint32Array(size));
  }
}

function grown<T extends Uint32Array | Uint16Array | Int32Array>(
  from: T,
  to: T,
): T {
  to.set(from);
  return to;
}

/** A binding over the columns. There are very many: one has no more than two fields. */
class MadeBinding implements Binding {
  readonly #columns: BindingColumns;
  readonly #at: number;

  constructor(columns: BindingColumns, at: number) {
    this.#columns = columns;
    this.#at = at;
  }

  get sheet(): string {
    return this.#columns.sheet.name;
  }
  get part(): string {
    return this.#columns.sheet.part;
  }
  get row(): number {
    return this.#columns.rowAt(this.#at);
  }
  get column(): number {
    return this.#columns.columnAt(this.#at);
  }
  get slot(): number {
    return this.#columns.slotsAt(this.#at).slot;
  }
  get slots(): number {
    return this.#columns.slotsAt(this.#at).slots;
  }
  get target(): BindingTarget {
    const subject = this.#columns.subjectAt(this.#at);
    return this.#columns.commonAt(this.#at).targetOf(subject);
  }
  get raw(): string {
    const cell = this.#columns.cellAt(this.#at);
    return cell < 0 ? "" : this.#columns.cells.cell(cell).raw;
  }
  get role(): Binding["role"] {
    return this.#columns.commonAt(this.#at).role;
  }
  get unit(): UnitCode {
    return this.#columns.commonAt(this.#at).unit;
  }
  get valueUnit(): UnitCode {
    return this.#columns.commonAt(this.#at).valueUnit;
  }
  get confidence(): number {
    const { confidence } = this.#columns.subjectAt(this.#at);
    return Math.min(this.#columns.commonAt(this.#at).confidence, confidence);
  }
  get reasons(): readonly string[] {
    const subject = this.#columns.subjectAt(this.#at);
    return this.#columns.commonAt(this.#at).reasonsOf(subject);
  }
  get form(): Form {
    return this.#columns.spellingAt(this.#at).form;
  }
  get writable(): boolean {
    return this.form.kind !== "fixed";
  }
  get value(): Binding["value"] {
    return this.#columns.valueAt(this.#at);
  }
  get missing(): string {
    return this.#columns.spellingAt(this.#at).missing;
  }
  get decimals(): number | null {
    return this.#columns.decimalsAt(this.#at);
  }
  get status(): Binding["status"] {
    return this.#columns.spellingAt(this.#at).status;
  }
}

/** Bindings one after the other. */
export function joined(parts: readonly Bindings[]): Bindings {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  let made: readonly Binding[] | undefined;
  return {
    length: parts.reduce((sum, { length }) => sum + length, 0),
    anyValue: parts.some(({ anyValue }) => anyValue),
    all: () => (made ??= parts.flatMap((part) => part.all())),
  };
}

/** Bindings that are objects already. */
export function listed(bindings: readonly Binding[]): Bindings {
  return {
    length: bindings.length,
    anyValue: bindings.some(({ role }) => role === "value"),
    all: () => bindings,
  };
}
