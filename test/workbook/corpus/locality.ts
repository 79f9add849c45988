import { inflateRawSync } from "node:zlib";
import {
  cellRef,
  parseRange,
  type CellEdit,
  type ClosureItem,
} from "../../../src/model/sheet.ts";
import { zipEntries, type RawEntry } from "../../zip-entries.ts";
import {
  outsideClosure,
  partText,
  readSheetText,
  type SheetText,
} from "./sheet-text.ts";

/**
 * What is wrong with an edited workbook: bytes that differ outside its closure,
 * or a closure that is not the smallest there is. `part` is the entry of the
 * one sheet that was edited, `parts` those of all sheets.
 */
export function localityFaults(
  before: Uint8Array,
  after: Uint8Array,
  edits: readonly CellEdit[],
  closure: readonly ClosureItem[],
  part: string,
  parts: readonly string[],
): string[] {
  const old = zipEntries(before);
  const now = zipEntries(after);
  const faults: string[] = [];
  if (namesOf(old) !== namesOf(now)) return ["entries came, went or moved"];
  const touched = new Set(closure.map(({ entry }) => entry));
  for (const [index, entry] of old.entries()) {
    const other = now[index];
    if (other === undefined || sameEntry(entry, other)) {
      if (touched.has(plainName(entry)))
        faults.push(`${entry.name} is listed and did not change`);
      continue;
    }
    if (!touched.has(plainName(entry)))
      faults.push(`${entry.name} changed and is not listed`);
    else if (plainName(entry) === part) {
      const elements = closure
        .filter((item) => item.entry === part)
        .map(({ element }) => element);
      const was = readSheetText(contentOf(entry));
      const is = readSheetText(contentOf(other));
      if (
        outsideClosure(was, elements, was) !== outsideClosure(is, elements, was)
      )
        faults.push(`${part} changed outside ${elements.join(" ")}`);
      faults.push(...excess(elements, expectedElements(was, edits)));
    } else if (withoutCalcRequest(entry) !== withoutCalcRequest(other))
      faults.push(`${entry.name} changed outside calcPr`);
  }
  const asks = closure.some(
    ({ element }) => element === "calcPr/@fullCalcOnLoad",
  );
  const needed = needsCalcRequest(old, parts);
  if (asks !== needed)
    faults.push(
      asks
        ? "asks for calculation for nothing"
        : "does not ask for calculation",
    );
  return faults;
}

/** The elements of a sheet that edits which change values cannot but touch. */
function expectedElements(
  sheet: SheetText,
  edits: readonly CellEdit[],
): Set<string> {
  const expected = new Set<string>();
  const stated =
    sheet.dimension === null
      ? null
      : parseRange(
          sheet.text.slice(sheet.dimension.start, sheet.dimension.end),
        );
  for (const { row, column } of edits) {
    const cell = cellRef(row, column);
    expected.add(cell);
    const element = sheet.rows.get(`row ${row + 1}`);
    const closed = element !== undefined && element.open === element.end;
    if (!sheet.cells.has(cell) && (element === undefined || closed))
      expected.add(`row ${row + 1}`);
    if (
      element === undefined &&
      !sheet.cells.has(cell) &&
      sheet.sheetData?.open === sheet.sheetData?.end
    )
      expected.add("sheetData");
    if (
      stated !== null &&
      (row < stated.top ||
        row > stated.bottom ||
        column < stated.left ||
        column > stated.right)
    )
      expected.add("dimension/@ref");
  }
  return expected;
}

function excess(listed: readonly string[], expected: Set<string>): string[] {
  const more = listed.filter((element) => !expected.has(element));
  const less = [...expected].filter((element) => !listed.includes(element));
  return [
    ...more.map((element) => `${element} is listed and need not be`),
    ...less.map((element) => `${element} is not listed`),
  ];
}

/** True where a cell of any sheet holds a formula and the workbook does not ask for calculation already or is calculated by hand. */
function needsCalcRequest(
  entries: readonly RawEntry[],
  parts: readonly string[],
): boolean {
  const book = entries.find((entry) =>
    /<(?:[\w.-]+:)?workbook[\s>]/.test(
      /workbook[^/]*\.xml$/i.test(entry.name) ? partText(contentOf(entry)) : "",
    ),
  );
  const calcPr =
    book === undefined
      ? undefined
      : /<(?:[\w.-]+:)?calcPr\b[^>]*>/.exec(partText(contentOf(book)))?.[0];
  if (
    calcPr !== undefined &&
    /\bfullCalcOnLoad\s*=\s*["'](1|true)|\bcalcMode\s*=\s*["']manual/.test(
      calcPr,
    )
  )
    return false;
  return entries.some(
    (entry) =>
      parts.includes(plainName(entry)) &&
      hasFormula(partText(contentOf(entry))),
  );
}

function hasFormula(text: string): boolean {
  const rows = /<(?:[\w.-]+:)?sheetData\b[^]*<\/(?:[\w.-]+:)?sheetData/.exec(
    text,
  );
  return rows !== null && /<(?:[\w.-]+:)?f[\s/>]/.test(rows[0]);
}

function withoutCalcRequest(entry: RawEntry): string {
  return partText(contentOf(entry))
    .replace(/<(?:[\w.-]+:)?calcPr fullCalcOnLoad="1"\/>/, "")
    .replace(
      /(<(?:[\w.-]+:)?calcPr\b[^>]*?)\s+fullCalcOnLoad\s*=\s*["'][^"']*["']/,
      "$1",
    );
}

function namesOf(entries: readonly RawEntry[]): string {
  return entries.map(({ name }) => name).join("\n");
}

/** The name as closures give it. */
function plainName({ name }: RawEntry): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "");
}

function sameEntry(a: RawEntry, b: RawEntry): boolean {
  return (
    a.method === b.method &&
    a.crc === b.crc &&
    a.time === b.time &&
    a.compressed.equals(b.compressed)
  );
}

function contentOf({ method, compressed }: RawEntry): Uint8Array {
  return new Uint8Array(method === 0 ? compressed : inflateRawSync(compressed));
}
