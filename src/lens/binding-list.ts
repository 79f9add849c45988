import type { Binding, BindingTarget } from "../model/binding.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Cell, SheetView } from "../model/sheet.ts";
import type { MergeIndex } from "../table/merge-index.ts";
import type { Reading } from "./form-context.ts";

/** What a binding says beside its target and its value. */
export interface Made {
  readonly role: Binding["role"];
  readonly unit: UnitCode;
  readonly valueUnit: UnitCode;
  readonly raw: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const columnsOfSheet = 16384;

const ordinal: Omit<Made, "raw"> = {
  role: "ordinal",
  unit: "1",
  valueUnit: "1",
  confidence: 1,
  reasons: ["role=ordinal"],
};

/**
 * Collects the bindings of a table and numbers the slots of each cell. The
 * slots of one visit of a cell are added one after the other; only a merged
 * cell may be visited again.
 */
export class BindingList {
  readonly #sheet: SheetView;
  readonly #merges: MergeIndex;
  readonly #bindings: Binding[] = [];
  /** Indices of the bindings of cells that more than one visit may meet. */
  readonly #places = new Map<number, number[]>();
  /** Indices of the bindings of each cell of several slots. */
  readonly #shared: number[][] = [];

  constructor(sheet: SheetView, merges: MergeIndex) {
    this.#sheet = sheet;
    this.#merges = merges;
  }

  add(at: Place, target: BindingTarget, reading: Reading, made: Made): void {
    const { row, column } = at;
    const slot = this.#slot(row, column);
    const { name: sheet, part } = this.#sheet;
    const { role, unit, valueUnit, raw, confidence, reasons } = made;
    const { form, value, missing, decimals, status } = reading;
    const writable = form.kind !== "fixed";
    this.#bindings.push(
      valueUnit === unit
        ? { sheet, part, row, column, slot, slots: 1, target, role, unit, form, writable, value, missing, raw, decimals, status, confidence, reasons }
        : { sheet, part, row, column, slot, slots: 1, target, role, unit, valueUnit, form, writable, value, missing, raw, decimals, status, confidence, reasons },
    ); // prettier-ignore
  }

  /** The slot the next binding of a cell has. */
  #slot(row: number, column: number): number {
    const index = this.#bindings.length;
    if (!this.#merges.touches(row)) {
      const last = this.#bindings[index - 1];
      if (last?.row !== row || last.column !== column) return 0;
      if (last.slot === 0) this.#shared.push([index - 1, index]);
      else this.#shared.at(-1)?.push(index);
      return last.slot + 1;
    }
    const key = row * columnsOfSheet + column;
    const list = this.#places.get(key);
    if (list === undefined) {
      this.#places.set(key, [index]);
      return 0;
    }
    list.push(index);
    if (list.length === 2) this.#shared.push(list);
    return list.length - 1;
  }

  /** A 序号: kept, and no observation. Cells without a number are passed over, and so is a merged cell met before. */
  addOrdinal(cell: Cell | undefined, region: string): void {
    if (cell === undefined || typeof cell.value !== "number") return;
    if (this.#places.has(cell.row * columnsOfSheet + cell.column)) return;
    const key = {
      indicator: "",
      region,
      period: "",
      measure: "actual",
      variant: "",
      base: "",
    } as const;
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
    const made = { ...ordinal, raw: cell.raw };
    this.add(cell, { type: "observation", key }, reading, made);
  }

  /** The bindings as they were added. */
  get made(): readonly Binding[] {
    return this.#bindings;
  }

  /** Every binding, each knowing how many slots its cell has. */
  get all(): Binding[] {
    if (this.#shared.length === 0) return this.#bindings;
    const bindings = [...this.#bindings];
    for (const list of this.#shared)
      for (const index of list) {
        const binding = bindings[index];
        if (binding !== undefined)
          bindings[index] = { ...binding, slots: list.length };
      }
    return bindings;
  }
}
