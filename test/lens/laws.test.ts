import fc from "fast-check";
import { expect, test } from "vitest";
import { type PutResult, putValues } from "../../src/lens/put.ts";
import type { Binding } from "../../src/model/binding.ts";
import type { SheetView } from "../../src/model/sheet.ts";
import { editedSheet, sheetOf } from "../sheet-of.ts";
import { another } from "./another-value.ts";
import { type Bound, bindSheets } from "./bound.ts";
import { type GeneratedBook, layouts } from "./generated-books.ts";
import { Tally } from "./tally.ts";

/** Workbooks of each layout. */
const runs = 10;

/** Every layout is drawn as often as the others: chance leaves none out. */
function holds(
  check: (given: GeneratedBook, one: number, two: number) => void,
): void {
  const seed = fc.integer({ min: 1, max: 1e6 });
  for (const layout of layouts)
    fc.assert(fc.property(layout, seed, seed, check), { numRuns: runs });
}

/** The value slots of a workbook by sheet, cell and slot. */
function slotsOf({ tables }: Pick<Bound, "tables">): Map<string, Binding> {
  return new Map(
    tables.flatMap(({ sheet, bindings }) =>
      bindings
        .filter(({ role }) => role === "value")
        .map((binding) => [place(sheet, binding), binding]),
    ),
  );
}

function place(sheet: string, { row, column, slot }: Binding): string {
  return `${sheet} ${row} ${column} ${slot}`;
}

function viewsOf(book: GeneratedBook): readonly SheetView[] {
  return book.map(({ rows, options }) => sheetOf(rows, options));
}

function layoutOf([first]: GeneratedBook): string {
  return first?.layout ?? "";
}

/** Fills every writable slot with other values. */
function fill(
  views: readonly SheetView[],
  { tables }: Pick<Bound, "tables">,
  seed: number,
  book: GeneratedBook,
): { readonly filled: readonly SheetView[]; readonly put: PutResult } {
  const put = putValues(
    tables,
    (_, binding) => ({ value: another(binding, seed) }),
    { onConflict: "write" },
  );
  const filled = views.map((view, at) =>
    editedSheet(view, put.edits, book[at]?.options),
  );
  return { put, filled };
}

test("GetPut: filling with what was read edits nothing", () => {
  const bound = new Tally();
  holds((book) => {
    const { tables } = bindSheets(viewsOf(book));
    const { edits, refused } = putValues(
      tables,
      (_, { value, missing }) => ({ value, missing }),
      { onConflict: "write" },
    );
    expect(edits).toEqual([]);
    expect(refused).toEqual([]);
    for (const table of tables)
      bound.add(layoutOf(book), table.bindings.length);
  });
  console.log(`GetPut held for bound cells of: ${bound.text}`);
  expect(bound.words).toBe(layouts.length);
});

test("PutGet: every writable slot changed reads back as filled, or was refused", () => {
  const written = new Tally();
  const forms = new Tally();
  const refusals = new Tally();
  holds((book, seed) => {
    const views = viewsOf(book);
    const bound = bindSheets(views);
    const before = slotsOf(bound);
    const { put, filled } = fill(views, bound, seed, book);
    const values = slotsOf(bindSheets(filled));
    const refused = new Map(
      put.refused.map(({ binding, code }) => [binding, code]),
    );
    for (const code of refused.values()) refusals.add(code);
    for (const [at, binding] of before) {
      const read = values.get(at);
      const wanted = another(binding, seed);
      expect(read?.target).toEqual(binding.target);
      if (refused.has(binding) || wanted === null) {
        expect(read?.value).toEqual(binding.value);
      } else {
        expect(read?.value).toEqual(wanted);
        written.add(layoutOf(book));
        forms.add(binding.form.kind);
      }
    }
  });
  console.log(
    `PutGet held for ${written.sum} written slots: ${written.text}; forms: ${forms.text}; refused: ${refusals.text}`,
  );
  expect(written.words).toBe(layouts.length);
});

test("PutPut: filling twice is filling once with the last data", () => {
  const written = new Tally();
  holds((book, one, two) => {
    const views = viewsOf(book);
    const bound = bindSheets(views);
    const first = fill(views, bound, one, book).filled;
    const second = fill(first, bindSheets(first), two, book);
    const once = bindSheets(fill(views, bound, two, book).filled).lines;
    const twice = bindSheets(second.filled).lines;
    // A value that the first filling could hold and the second could not stays.
    const differing = twice.filter((line, at) => line !== once[at]);
    expect(differing.length).toBeLessThanOrEqual(second.put.refused.length);
    written.add(layoutOf(book), second.put.edits.length);
  });
  console.log(`PutPut held for ${written.sum} edits: ${written.text}`);
  expect(written.words).toBe(layouts.length);
});
