import { cellRef, parseCellRef } from "../../../src/model/sheet.ts";

/** Where an element stands in a part's text. */
interface Place {
  readonly start: number;
  /** Behind its opening tag, and behind the whole element. */
  readonly open: number;
  readonly end: number;
}

/** A worksheet part taken apart by a reader that shares no code with the one under test. */
export interface SheetText {
  readonly text: string;
  readonly cells: ReadonlyMap<string, Place>;
  readonly rows: ReadonlyMap<string, Place>;
  readonly sheetData: Place | null;
  /** The value of `<dimension ref>`. */
  readonly dimension: Place | null;
}

const markup =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/** Text of a part in UTF-8 or, by its mark, UTF-16. */
export function partText(part: Uint8Array): string {
  const [a, b] = part;
  const label =
    a === 0xff && b === 0xfe
      ? "utf-16le"
      : a === 0xfe && b === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(label, { ignoreBOM: true }).decode(part);
}

export function readSheetText(part: Uint8Array): SheetText {
  const text = partText(part);
  const cells = new Map<string, Place>();
  const rows = new Map<string, Place>();
  let sheetData: Place | null = null;
  let dimension: Place | null = null;
  let row = -1;
  let column = -1;
  let inRows = false;
  const open: { start: number; open: number; cell: string }[] = [];
  let openRow: { start: number; open: number; name: string } | null = null;
  let data: { start: number; open: number } | null = null;
  for (const match of text.matchAll(markup)) {
    const [whole, slash, name, rest = ""] = match;
    if (name === undefined) continue;
    const start = match.index;
    const end = start + whole.length;
    const empty = rest.endsWith("/");
    if (slash === "/") {
      if (name === "c" && inRows) {
        const cell = open.pop();
        if (cell !== undefined)
          cells.set(cell.cell, { start: cell.start, open: cell.open, end });
      } else if (name === "row" && openRow !== null) {
        rows.set(openRow.name, { ...openRow, end });
        openRow = null;
      } else if (name === "sheetData" && data !== null) {
        sheetData ??= { ...data, end };
        inRows = false;
      }
      continue;
    }
    if (name === "sheetData" && sheetData === null) {
      if (empty) sheetData = { start, open: end, end };
      else {
        data = { start, open: end };
        inRows = true;
      }
    } else if (name === "dimension" && dimension === null) {
      const ref = /\bref\s*=\s*["']/.exec(whole);
      if (ref !== null) {
        const from = start + ref.index + ref[0].length;
        const to = text.slice(from).search(/["']/) + from;
        dimension = { start: from, open: to, end: to };
      }
    } else if (!inRows) continue;
    else if (name === "row") {
      const stated = /(?:^|\s)r\s*=\s*["'](\d+)["']/.exec(rest)?.[1];
      row = stated === undefined ? row + 1 : Number(stated) - 1;
      column = -1;
      const place = { start, open: end, name: `row ${row + 1}` };
      if (empty) rows.set(place.name, { ...place, end });
      else openRow = place;
    } else if (name === "c") {
      const stated = /(?:^|\s)r\s*=\s*["']([A-Za-z]+\d+)["']/.exec(rest)?.[1];
      const at = stated === undefined ? null : parseCellRef(stated);
      column = at?.column ?? column + 1;
      row = at?.row ?? row;
      const cell = cellRef(row, column);
      if (empty) cells.set(cell, { start, open: end, end });
      else open.push({ start, open: end, cell });
    }
  }
  return { text, cells, rows, sheetData, dimension };
}

/**
 * The text with what a closure names taken out: its cells, the rows it made,
 * the tags of those it opened, the range it widened. What is left must be the
 * same before and after.
 */
export function outsideClosure(
  sheet: SheetText,
  elements: readonly string[],
  known: SheetText,
): string {
  const cuts: { start: number; end: number; put: string }[] = [];
  for (const element of elements) {
    const cell = sheet.cells.get(element);
    if (cell !== undefined) cuts.push({ ...cell, put: "" });
    const row = sheet.rows.get(element);
    if (row !== undefined) {
      if (!known.rows.has(element)) cuts.push({ ...row, put: "" });
      else cuts.push(...tagsOf(sheet, row));
    }
    if (element === "sheetData" && sheet.sheetData !== null)
      cuts.push(...tagsOf(sheet, sheet.sheetData));
    if (element === "dimension/@ref" && sheet.dimension !== null)
      cuts.push({ ...sheet.dimension, put: "" });
  }
  cuts.sort((a, b) => a.start - b.start || b.end - a.end);
  let left = "";
  let at = 0;
  for (const { start, end, put } of cuts) {
    if (start < at) continue;
    left += sheet.text.slice(at, start) + put;
    at = end;
  }
  return left + sheet.text.slice(at);
}

/** `<row …/>` and `<row …>` with `</row>` alike as `<row …`. */
function tagsOf({ text }: SheetText, place: Place) {
  const tag = text.slice(place.start, place.open);
  if (tag.endsWith("/>"))
    return [{ start: place.open - 2, end: place.open, put: "" }];
  const close = text.lastIndexOf("</", place.end - 1);
  return [
    { start: place.open - 1, end: place.open, put: "" },
    { start: close, end: place.end, put: "" },
  ];
}
