import { kind } from "../model/cell-kind.ts";
import type { HeaderText } from "../model/table.ts";
import type { Lines } from "../table/lines.ts";
import { alike, type Common, type Spelling } from "./binding-columns.ts";
import type { BindingList } from "./binding-list.ts";
import type { FormContext, Reading } from "./form-context.ts";
import { planFor } from "./number-forms.ts";
import { saysNothing } from "./form/says-nothing.ts";
import { readForm } from "./read-form.ts";

/** A text as it stands. */
const asItStands: Spelling = {
  form: { kind: "words" },
  missing: "",
  status: "normal",
  valueOf: (cells, index) => cells.textOf(cells.textAt(index)),
  decimalsOf: () => null,
};

/** What is known of a text in a column of texts. */
const unseen = 0;
const free = 1;
const bound = 2;

/** What must be looked at as a cell. */
const none = -1;

/** The cells of a field of a record, each text and each format read once. */
export class FieldCells {
  readonly column: number;
  readonly head: HeaderText;
  readonly form: FormContext;
  /** What the bindings of cells that are read so have in common. */
  readonly commonOf: (reading: Reading | null) => Common;
  readonly #lines: Lines;
  readonly #list: BindingList;
  /** By number of the text, of a column of texts: whether it stands as it is. */
  readonly #seen: Uint8Array;
  /** Kinds of bindings, by number of the text; -1 for one that is doubted. */
  readonly #texts = new Map<number, number>();
  #words = none;
  #empty: number | null = null;
  #style = -1;
  #number = none;

  constructor(
    column: number,
    head: HeaderText,
    form: FormContext,
    commonOf: (reading: Reading | null) => Common,
    lines: Lines,
    list: BindingList,
  ) {
    this.column = column;
    this.head = head;
    this.form = form;
    this.commonOf = commonOf;
    this.#lines = lines;
    this.#list = list;
    const { textCount } = lines.cells;
    this.#seen = new Uint8Array(form.expects === "text" ? textCount : 0);
  }

  /** The number of the kind that a cell, -1 where none is stored, is bound as; -1 where the cell itself must be read. */
  kindOf(cell: number): number {
    const { cells } = this.#lines;
    if (cell < 0) return (this.#empty ??= this.#kindRead(cell));
    const own = cells.kinds[cell];
    if (own === kind.number) return this.#kindOfNumber(cell);
    // Of a blank its format counts.
    if (own !== kind.text || !this.#lines.isFilledAt(cell)) return none;
    const text = cells.textAt(cell);
    if (this.form.expects === "text") {
      let seen = this.#seen[text] ?? unseen;
      if (seen === unseen) {
        seen = saysNothing(cells.textOf(text).trim(), this.form) ? bound : free;
        this.#seen[text] = seen;
      }
      if (seen === free) return this.#kindOfWords();
    }
    let known = this.#texts.get(text);
    if (known === undefined) {
      known = this.#kindRead(cell);
      this.#texts.set(text, known);
    }
    return known;
  }

  #kindOfWords(): number {
    if (this.#words < 0)
      this.#words = this.#list.kindOf(this.commonOf(null), asItStands);
    return this.#words;
  }

  #kindOfNumber(cell: number): number {
    const { cells } = this.#lines;
    if (this.form.expects !== "number") return none;
    const { plain } = planFor(
      cells.formatOf(cells.styles[cell] ?? 0),
      this.form,
    );
    if (plain?.takes(cells.numberAt(cell)) !== true) return none;
    const style = cells.styles[cell] ?? 0;
    if (style !== this.#style) {
      this.#style = style;
      this.#number = this.#list.kindOf(this.commonOf(null), plain);
    }
    return this.#number;
  }

  /** The kind of all cells that hold the same as this one. */
  #kindRead(cell: number): number {
    const read = readForm(
      cell < 0 ? undefined : this.#lines.cells.cell(cell),
      this.form,
    );
    const [only] = read.kind === "read" ? read.readings : [];
    return only === undefined
      ? none
      : this.#list.kindOf(this.commonOf(only), alike(only));
  }
}
