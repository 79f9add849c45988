import fc from "fast-check";
import { expect, test } from "vitest";
import { type PutResult, putValues } from "../../src/lens/put.ts";
import type { Binding } from "../../src/model/binding.ts";
import type { SheetView } from "../../src/model/sheet.ts";
import { catalog } from "../shipped-matcher.ts";
import { editedSheet, type SheetOptions, sheetOf } from "../sheet-of.ts";
import { type Bound, bindSheet } from "./bound.ts";
import { type GeneratedSheet, layouts } from "./generated-sheets.ts";

/** Sheets of each layout. */
const runs = 14;

/** Every layout is drawn as often as the others: chance leaves none out. */
function holds(
  check: (given: GeneratedSheet, one: number, two: number) => void,
): void {
  const seed = fc.integer({ min: 1, max: 1e6 });
  for (const layout of layouts)
    fc.assert(fc.property(layout, seed, seed, check), { numRuns: runs });
}

function place({ row, column, slot }: Binding): string {
  return `${row} ${column} ${slot}`;
}

const classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"];

/** True for the cells a record is known by: changed, they are of another record. */
function names({ target }: Binding): boolean {
  return (
    target.type === "field" &&
    catalog.recordKinds
      .get(target.kind)
      ?.fields.some(
        ({ code, identifies }) => identifies && code === target.field,
      ) === true
  );
}

/** Another value for a slot, of its kind, drawn from `seed`; null for one that is to stay. */
function another(binding: Binding, seed: number): number | string | null {
  const { target, form } = binding;
  if (names(binding)) return null;
  if (target.type === "field" && target.fieldType !== "number") {
    const at = seed + binding.row * 7 + binding.column;
    if (target.fieldType === "date")
      return `20${20 + (at % 9)}-${["03-31", "06-30", "12-31", "05-17"][at % 4] ?? ""}`;
    if (target.fieldType === "state")
      return catalog.ledgerStates[at % catalog.ledgerStates.length]?.code ?? "";
    return `另一内容${at}`;
  }
  if (form.kind === "class") return classes[seed % 6] ?? "Ⅰ";
  const value =
    Math.round(Math.sin(seed + binding.row * 7 + binding.column) * 1e6) / 1e4;
  // No sheet holds -0, which the rounding of a small negative number gives.
  return (isCounted(binding) ? Math.round(value) : value) + 0;
}

/** True for slots of things that come in whole numbers. */
function isCounted({ target }: Binding): boolean {
  if (target.type !== "observation") return false;
  const unit = catalog.indicators.get(target.key.indicator)?.unit ?? "";
  return catalog.units.get(unit)?.dimension === "count";
}

function valuesOf({ tables }: Bound): Binding[] {
  return tables.flatMap(({ bindings }) =>
    bindings.filter(({ role }) => role === "value"),
  );
}

/** Fills every writable slot with other values. */
function fill(
  sheet: SheetView,
  seed: number,
  options: SheetOptions,
): { readonly filled: SheetView; readonly put: PutResult } {
  const put = putValues(
    bindSheet(sheet).tables,
    (_, binding) => ({ value: another(binding, seed) }),
    { onConflict: "write" },
  );
  return { put, filled: editedSheet(sheet, put.edits, options) };
}

/** Counts by word, for what a run has seen. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(word: string, count = 1): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + count);
  }

  get words(): number {
    return [...this.#counts.values()].filter((count) => count > 0).length;
  }

  get text(): string {
    return [...this.#counts]
      .map(([word, count]) => `${word} ${count}`)
      .join(", ");
  }
}

test("GetPut: filling with what was read edits nothing", () => {
  const bound = new Tally();
  holds(({ layout, rows, options }) => {
    const { tables } = bindSheet(sheetOf(rows, options));
    const { edits, refused } = putValues(
      tables,
      (_, { value, missing }) => ({ value, missing }),
      { onConflict: "write" },
    );
    expect(edits).toEqual([]);
    expect(refused).toEqual([]);
    for (const table of tables) bound.add(layout, table.bindings.length);
  });
  console.log(`GetPut held for bound cells of: ${bound.text}`);
  expect(bound.words).toBe(layouts.length);
});

test("PutGet: every writable slot changed reads back as filled, or was refused", () => {
  const written = new Tally();
  const forms = new Tally();
  const refusals = new Tally();
  holds((given, seed) => {
    const sheet = sheetOf(given.rows, given.options);
    const before = valuesOf(bindSheet(sheet));
    const { put, filled } = fill(sheet, seed, given.options);
    const values = new Map(
      valuesOf(bindSheet(filled)).map((binding) => [place(binding), binding]),
    );
    const refused = new Map(
      put.refused.map(({ binding, code }) => [place(binding), code]),
    );
    for (const code of refused.values()) refusals.add(code);
    for (const binding of before) {
      const read = values.get(place(binding));
      const wanted = another(binding, seed);
      expect(read?.target).toEqual(binding.target);
      if (refused.has(place(binding)) || wanted === null) {
        expect(read?.value).toEqual(binding.value);
      } else {
        expect(read?.value).toEqual(wanted);
        written.add(given.layout);
        forms.add(binding.form.kind);
      }
    }
  });
  console.log(
    `PutGet held for written slots of: ${written.text}; forms: ${forms.text}; refused: ${refusals.text}`,
  );
  expect(written.words).toBe(layouts.length);
});

test("PutPut: filling twice is filling once with the last data", () => {
  const written = new Tally();
  holds((given, one, two) => {
    const { layout, rows, options } = given;
    const sheet = sheetOf(rows, options);
    const second = fill(fill(sheet, one, options).filled, two, options);
    const once = bindSheet(fill(sheet, two, options).filled).lines;
    const twice = bindSheet(second.filled).lines;
    // A value that the first filling could hold and the second could not stays.
    const differing = twice.filter((line, at) => line !== once[at]);
    expect(differing.length).toBeLessThanOrEqual(second.put.refused.length);
    written.add(layout, second.put.edits.length);
  });
  expect(written.words).toBe(layouts.length);
});
