import type { Binding } from "../model/binding.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Cell, SheetView } from "../model/sheet.ts";
import type { Reading } from "./form-context.ts";

/** A binding before it is known how many share its cell. */
export interface Made {
  readonly target: Binding["target"];
  readonly role: Binding["role"];
  readonly unit: UnitCode;
  readonly valueUnit: UnitCode;
  readonly reading: Reading;
  readonly raw: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const columnsOfSheet = 16384;

/** Collects the bindings of a table and numbers the slots of each cell. */
export class BindingList {
  readonly #sheet: SheetView;
  readonly #bindings: Binding[] = [];
  /** Indices of the bindings of each cell. */
  readonly #places = new Map<number, number[]>();

  constructor(sheet: SheetView) {
    this.#sheet = sheet;
  }

  has(at: Place): boolean {
    return this.#places.has(at.row * columnsOfSheet + at.column);
  }

  add(at: Place, made: Made): void {
    const key = at.row * columnsOfSheet + at.column;
    const list = this.#places.get(key);
    const slot = list?.length ?? 0;
    if (list === undefined) this.#places.set(key, [this.#bindings.length]);
    else list.push(this.#bindings.length);
    const { reading } = made;
    this.#bindings.push({
      sheet: this.#sheet.name,
      part: this.#sheet.part,
      row: at.row,
      column: at.column,
      slot,
      slots: 1,
      target: made.target,
      role: made.role,
      unit: made.unit,
      ...(made.valueUnit === made.unit ? {} : { valueUnit: made.valueUnit }),
      form: reading.form,
      writable: reading.form.kind !== "fixed",
      value: reading.value,
      missing: reading.missing,
      raw: made.raw,
      decimals: reading.decimals,
      status: reading.status,
      confidence: made.confidence,
      reasons: made.reasons,
    });
  }

  /** A 序号: kept, and no observation. Cells without a number are passed over, and so is a cell met before. */
  addOrdinal(cell: Cell | undefined, region: string): void {
    if (cell === undefined || typeof cell.value !== "number" || this.has(cell))
      return;
    this.add(cell, {
      target: {
        type: "observation",
        key: {
          indicator: "",
          region,
          period: "",
          measure: "actual",
          variant: "",
          base: "",
        },
      },
      role: "ordinal",
      unit: "1",
      valueUnit: "1",
      reading: {
        value: cell.value,
        missing: "",
        form:
          cell.formula === undefined
            ? { kind: "number", scale: "1", decimals: null }
            : { kind: "fixed", why: "formula" },
        decimals: 0,
        status: "normal",
      },
      raw: cell.raw,
      confidence: 1,
      reasons: ["role=ordinal"],
    });
  }

  /** Every binding, each knowing how many slots its cell has. */
  get all(): Binding[] {
    const bindings = [...this.#bindings];
    for (const list of this.#places.values()) {
      if (list.length === 1) continue;
      for (const index of list) {
        const binding = bindings[index];
        if (binding !== undefined)
          bindings[index] = { ...binding, slots: list.length };
      }
    }
    return bindings;
  }
}
