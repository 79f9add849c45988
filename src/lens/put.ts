import type {
  Binding,
  BindingTarget,
  BoundTable,
  Form,
} from "../model/binding.ts";
import { compareDecimals, decimalOf } from "../model/decimal.ts";
import type { Issue } from "../model/issue.ts";
import { type CellEdit, cellRef } from "../model/sheet.ts";
import { readDate } from "./written-date.ts";
import { printForm, type Printed, type SlotValue } from "./print-form.ts";

/** What to put at a target; undefined when nothing is known of it. */
export type Lookup = (
  target: BindingTarget,
  binding: Binding,
) =>
  | { readonly value: number | string | null; readonly missing?: string }
  | undefined;

export interface PutOptions {
  /**
   * What happens where a cell states another value already: `keep` leaves it,
   * `write` replaces it, `fail` writes nothing at all.
   */
  readonly onConflict: "keep" | "write" | "fail";
}

export interface Refusal {
  readonly binding: Binding;
  readonly code: string;
  readonly value: number | string | null;
}

export interface PutResult {
  readonly edits: CellEdit[];
  /** Slots that hold what they were to hold. */
  readonly unchanged: number;
  /** Slots that nothing is known for: null values, and empty slots that the lookup does not know. */
  readonly unfilled: Binding[];
  readonly refused: Refusal[];
  /** Slots that state something else already. */
  readonly conflicts: Binding[];
  /** `lens.rounded_display`: stored in full, shown rounded. */
  readonly issues: Issue[];
}

/**
 * The edits that make the bound cells say what `lookup` gives. A slot whose
 * value does not change is not edited; a cell of several slots is written
 * whole or not at all; read-only forms and values a form cannot hold are
 * refused. Aggregates and ordinals are never written.
 */
export function putValues(
  tables: readonly BoundTable[],
  lookup: Lookup,
  options: PutOptions,
): PutResult {
  const result: PutResult = {
    edits: [],
    unchanged: 0,
    unfilled: [],
    refused: [],
    conflicts: [],
    issues: [],
  };
  let unchanged = 0;
  for (const slots of cellsOf(tables))
    unchanged += putCell(slots, lookup, options, result);
  const failed = options.onConflict === "fail" && result.conflicts.length > 0;
  return { ...result, edits: failed ? [] : result.edits, unchanged };
}

/** The bindings of each cell in the order of its slots. */
function cellsOf(tables: readonly BoundTable[]): Binding[][] {
  const cells = new Map<string, Binding[]>();
  for (const { bindings } of tables) {
    for (const binding of bindings) {
      if (binding.role !== "value") continue;
      const key = `${binding.part} ${binding.row} ${binding.column}`;
      const slots = cells.get(key);
      if (slots === undefined) cells.set(key, [binding]);
      else slots.push(binding);
    }
  }
  for (const slots of cells.values()) slots.sort((a, b) => a.slot - b.slot);
  return [...cells.values()];
}

interface Planned {
  readonly binding: Binding;
  readonly next: SlotValue;
  readonly changes: boolean;
}

/** Plans one cell; gives the number of its unchanged slots. */
function putCell(
  slots: readonly Binding[],
  lookup: Lookup,
  options: PutOptions,
  result: PutResult,
): number {
  const planned = slots.map((binding) => plan(binding, lookup, result));
  const changed = planned.filter(({ changes }) => changes);
  const kept = planned.length - changed.length;
  const [first] = slots;
  if (changed.length === 0 || first === undefined)
    return planned.filter(
      ({ binding, next }) =>
        sameValue(next.value, binding.value) && binding.value !== null,
    ).length;
  const stated = changed.filter(({ binding }) => binding.value !== null);
  if (stated.length > 0) {
    // A read-only cell is refused below, whatever it states.
    const open = stated.filter(({ binding }) => binding.writable);
    result.conflicts.push(...open.map(({ binding }) => binding));
    if (open.length > 0 && options.onConflict !== "write") return kept;
  }
  const printed = isMisread(first, planned[0]?.next.value)
    ? ({ kind: "refused", code: "lens.not_a_date" } as const)
    : printForm(
        planned.map(({ binding }) => binding.form),
        planned.map(({ next }) => next),
      );
  if (printed.kind === "refused") {
    for (const { binding, next } of changed)
      result.refused.push({ binding, code: printed.code, value: next.value });
    return kept;
  }
  result.edits.push(editOf(first, printed));
  reportRounding(first, printed, result);
  return kept;
}

/** A date spelt as text into a cell of words would be read back as an ISO day. */
function isMisread(
  { target, form }: Binding,
  value: number | string | null | undefined,
): boolean {
  if (target.type !== "field" || target.fieldType !== "date") return false;
  if (form.kind !== "words" || typeof value !== "string") return false;
  const read = readDate(value);
  return read !== null && read.value !== value;
}

function plan(binding: Binding, lookup: Lookup, result: PutResult): Planned {
  const current: SlotValue = { value: binding.value, missing: binding.missing };
  const found = lookup(binding.target, binding);
  if (found === undefined || found.value === null) {
    if (found !== undefined || (binding.value === null && binding.writable))
      result.unfilled.push(binding);
    return { binding, next: current, changes: false };
  }
  return {
    binding,
    next: found,
    changes: !sameValue(found.value, binding.value),
  };
}

/** Numbers are the same when their decimal texts are. */
export function sameValue(
  a: number | string | null,
  b: number | string | null,
): boolean {
  if (typeof a === "number" && typeof b === "number")
    return a === b || compareDecimals(decimalOf(a), decimalOf(b)) === 0;
  return a === b;
}

function editOf(
  { sheet, row, column }: Binding,
  printed: Exclude<Printed, { kind: "refused" }>,
): CellEdit {
  const at = { sheet, row, column, reason: "fill" };
  switch (printed.kind) {
    case "number":
      return {
        ...at,
        kind: "number",
        value: printed.value,
        text: printed.text,
      };
    case "text":
      return { ...at, kind: "text", value: printed.value };
    case "date":
      return { ...at, kind: "date", value: printed.value };
  }
}

function reportRounding(
  binding: Binding,
  printed: Exclude<Printed, { kind: "refused" }>,
  result: PutResult,
): void {
  if (printed.kind !== "number" || !hidesDigits(binding.form, printed.text))
    return;
  const cell = cellRef(binding.row, binding.column);
  result.issues.push({
    code: "lens.rounded_display",
    severity: "info",
    sheet: binding.sheet,
    cell,
    params: {
      cell,
      value: printed.text,
      decimals: shownDecimals(binding.form) ?? 0,
    },
  });
}

/** Decimals of the stored number that the cell's format shows; null when it shows them all. */
function shownDecimals(form: Form): number | null {
  if (form.kind === "number") return form.decimals;
  return form.kind === "percent" && form.decimals !== null
    ? form.decimals + 2
    : null;
}

function hidesDigits(form: Form, text: string): boolean {
  const shown = shownDecimals(form);
  return shown !== null && (text.split(".")[1]?.length ?? 0) > shown;
}
