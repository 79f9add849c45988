import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { putValues } from "../../src/lens/put.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import { patchWorkbook } from "../../src/workbook/patch.ts";
import { type RawEntry, zipEntries } from "../zip-entries.ts";
import {
  outsideClosure,
  readSheetText,
} from "../workbook/corpus/sheet-text.ts";
import { another } from "./another-value.ts";
import { bindSheets } from "./bound.ts";
import { type GeneratedBook, layouts } from "./generated-books.ts";
import { packageOf } from "./package-of.ts";
import { Tally } from "./tally.ts";

/** Workbooks of each layout. */
const runs = 4;

const contentOf = ({ method, compressed }: RawEntry): Uint8Array =>
  new Uint8Array(method === 0 ? compressed : inflateRawSync(compressed));

async function tablesOf(bytes: Uint8Array) {
  const { workbook, issues } = await openWorkbook(bytes, { file: "表.xlsx" });
  expect(issues).toEqual([]);
  return bindSheets(workbook?.sheets ?? []);
}

/** Entries that differ; those of sheets with what their closure names taken out. */
function differing(
  before: Uint8Array,
  after: Uint8Array,
  closure: readonly { readonly entry: string; readonly element: string }[],
): string[] {
  const now = zipEntries(after);
  return zipEntries(before).flatMap((entry, at) => {
    const other = now[at];
    if (other === undefined || other.name !== entry.name) return ["moved"];
    const elements = closure.flatMap((item) =>
      item.entry === entry.name ? [item.element] : [],
    );
    if (elements.length === 0)
      return entry.compressed.equals(other.compressed) ? [] : [entry.name];
    if (!entry.name.startsWith("xl/worksheets/")) return [];
    const was = readSheetText(contentOf(entry));
    const is = readSheetText(contentOf(other));
    return outsideClosure(was, elements, was) ===
      outsideClosure(is, elements, was)
      ? []
      : [`${entry.name} outside ${elements.join(" ")}`];
  });
}

test("Locality: with every writable slot of a package changed, nothing outside the closure differs, and it reads back", async () => {
  const written = new Tally();
  const seed = fc.integer({ min: 1, max: 1e6 });
  const check = async (book: GeneratedBook, by: number): Promise<void> => {
    const bytes = packageOf(book);
    const { tables } = await tablesOf(bytes);
    const same = putValues(
      tables,
      (_, { value, missing }) => ({ value, missing }),
      { onConflict: "write" },
    );
    expect((await patchWorkbook(bytes, same.edits)).bytes).toBe(bytes);
    const put = putValues(
      tables,
      (_, binding) => ({ value: another(binding, by) }),
      { onConflict: "write" },
    );
    const patched = await patchWorkbook(bytes, put.edits);
    expect(patched.refused).toEqual([]);
    expect(differing(bytes, patched.bytes, patched.closure)).toEqual([]);
    const again = await tablesOf(patched.bytes);
    const left = putValues(
      again.tables,
      (_, binding) => ({ value: another(binding, by) }),
      { onConflict: "write" },
    );
    // What was written is there; only what was refused before is refused again.
    expect(left.edits).toEqual([]);
    written.add(book[0]?.layout ?? "", put.edits.length);
  };
  for (const layout of layouts)
    await fc.assert(fc.asyncProperty(layout, seed, check), { numRuns: runs });
  console.log(
    `Locality held for ${written.sum} slots written into packages: ${written.text}`,
  );
  expect(written.words).toBe(layouts.length);
});
