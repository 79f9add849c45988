import type { CellRange, SheetView } from "../model/sheet.ts";
import type { HeaderText, Table } from "../model/table.ts";
import { type Band, splitBands } from "./bands.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { columnRole } from "./column-role.ts";
import type { HeaderReader } from "./header-reader.ts";
import { headerPath, ownCell } from "./header-paths.ts";
import { cellWords, type Line, type Lines, linesOf, spanOf } from "./lines.ts";
import {
  isAttachmentLabel,
  isMeta,
  isNote,
  isNumbered,
  isStamp,
  titleBesideMeta,
} from "./line-words.ts";
import { pageField } from "./page-fields.ts";
import { rowPaths, stubColumnsOf } from "./stub.ts";
import { withUnitsBehind } from "./unit-below.ts";

/**
 * The tables of a sheet, top down and left to right. `lines` are the sheet's
 * own, read with its date system. Works from stored cells
 * only: declared ranges and the areas of merges are never walked over.
 */
export function findTables(
  sheet: SheetView,
  reader: HeaderReader,
  lines: Lines = linesOf(sheet, false),
): Table[] {
  return blocksOf(lines, reader).flatMap((block) =>
    block.pairs.length > 0
      ? [cardOf(sheet, block, lines, reader)]
      : splitBands(block, lines, reader).map((band) =>
          tableOf(sheet, block, band, lines, reader),
        ),
  );
}

/** A card as a table without rows. */
function cardOf(
  sheet: SheetView,
  block: Block,
  lines: Lines,
  reader: HeaderReader,
): Table {
  const left = Math.min(...block.pairs.map(({ label }) => label.column));
  const right = Math.max(...block.pairs.map(({ column }) => column));
  const columns = Array.from(
    { length: right - left + 1 },
    (_, offset) => left + offset,
  );
  const table = tableOf(sheet, block, { left, right, columns }, lines, reader);
  return {
    ...table,
    stubColumns: [],
    stubHeaders: [],
    columns: [],
    rows: [],
    bodyRows: [],
  };
}

/** The table that a band of a block holds. */
export function tableOf(
  sheet: SheetView,
  block: Block,
  band: Band,
  lines: Lines,
  reader: HeaderReader,
): Table {
  const header = block.header.map((line) => line.within(band.left, band.right));
  const body = trimmed(block.body, band);
  const all = withUnitsBehind(
    band.columns.map((column) => ({
      column,
      path: headerPath(column, header, lines, band.left),
    })),
    reader,
  );
  const pathOf = new Map(all.map(({ column, path }) => [column, path]));
  const labels = body.filter((line) => !block.groups.has(line.row));
  const stub = stubColumnsOf(all, labels, lines, reader);
  const ordinals = new Set(
    stub.filter(
      (column) => columnRole(pathOf.get(column) ?? [], reader) === "ordinal",
    ),
  );
  const groups = new Map<number, HeaderText>();
  for (const line of body) {
    const cell = block.groups.has(line.row) ? line.filled[0] : undefined;
    if (cell !== undefined)
      groups.set(line.row, wordsOf(line.row, cell.column, lines));
  }
  const columns = all.filter(({ column }) => !stub.includes(column));
  const headerTop = block.header[0]?.row ?? body[0]?.row ?? 0;
  const headerBottom = block.header.at(-1)?.row ?? headerTop;
  const own = block.above.map((line) => {
    const field = pageField(line, lines, reader);
    if (field !== null) return [field];
    const texts = titlesWithin(line, band, lines);
    // A single title left of this table, above its own one, is the title of all.
    return texts.length === 0 && line.filled.length === 1
      ? allTexts(line, lines)
      : texts;
  });
  // A title over the first of several tables is the title of all.
  const above = own.some((texts) => texts.length > 0)
    ? own
    : block.above.map((line) => allTexts(line, lines));
  const texts = above.flat();
  const titles = texts.flatMap(titleIn);
  const notes = [
    ...texts.filter(({ text }) => isNote(text)),
    ...block.notes.flatMap((line) =>
      line.filled
        .filter((cell) => cell.column >= band.left && cell.column <= band.right)
        .map((cell) => wordsOf(line.row, cell.column, lines)),
    ),
  ];
  const bodyTop = body[0]?.row ?? headerBottom + 1;
  const bodyBottom = body.at(-1)?.row ?? bodyTop;
  let rows: Table["rows"] | undefined;
  return {
    sheet: sheet.name,
    part: sheet.part,
    range: {
      top: texts[0]?.row ?? headerTop,
      left: band.left,
      bottom: Math.max(bodyBottom, ...notes.map((note) => note.row)),
      right: band.right,
    },
    title: titles,
    outer: outerTexts(block, titles.length > 0, lines),
    meta: above.flatMap(metaTexts),
    headerRows: { top: headerTop, bottom: headerBottom },
    stubColumns: stub,
    body: bodyRange(columns, bodyTop, bodyBottom, band),
    columns,
    bodyRows: labels.map(({ row }) => row),
    // Of a ledger nobody asks for them.
    get rows() {
      return (rows ??= rowPaths(body, stub, ordinals, groups, lines, reader));
    },
    stubHeaders: stub.map((column) => pathOf.get(column) ?? []),
    pairs: block.pairs,
    notes,
  };
}

function bodyRange(
  columns: readonly { readonly column: number }[],
  top: number,
  bottom: number,
  band: Band,
): CellRange {
  return {
    top,
    left: columns[0]?.column ?? band.right,
    bottom,
    right: columns.at(-1)?.column ?? band.right,
  };
}

/** The title a text above a table holds; none for meta lines and labels of attachments. */
function titleIn(words: HeaderText): HeaderText[] {
  const { text } = words;
  if (isAttachmentLabel(text) || isNote(text) || isStamp(text)) return [];
  if (!isMeta(text)) return [words];
  const title = titleBesideMeta(text);
  return title === null ? [] : [{ ...words, text: title }];
}

/**
 * What stands above the first table and holds for a later one: all of it when
 * that has no title of its own, else all but the first table's own heading.
 */
function outerTexts(block: Block, titled: boolean, lines: Lines): HeaderText[] {
  const texts = block.outer.flatMap((line) => allTexts(line, lines));
  const metas = block.outer.flatMap((line) => metaTexts(allTexts(line, lines)));
  const titles = texts.filter((words) => titleIn(words).length > 0);
  const last = titles.at(-1);
  const own =
    titled &&
    last !== undefined &&
    (titles.length > 1 || isNumbered(last.text));
  const kept = own ? titles.filter((words) => words !== last) : titles;
  return [...kept.flatMap(titleIn), ...metas];
}

/** The body lines of a band without the empty ones at its end. */
function trimmed(body: readonly Line[], band: Band): Line[] {
  const lines = body.map((line) => line.within(band.left, band.right));
  while (lines.length > 0 && lines.at(-1)?.size === 0) lines.pop();
  return lines;
}

function wordsOf(row: number, column: number, lines: Lines): HeaderText {
  const cell = ownCell(row, column, lines);
  return {
    text: cell === undefined ? "" : cellWords(cell, lines.date1904),
    row: cell?.row ?? row,
    column: cell?.column ?? column,
  };
}

function allTexts(line: Line, lines: Lines): HeaderText[] {
  return line.filled.map((cell) => wordsOf(line.row, cell.column, lines));
}

/** The texts above a band: those over its columns. */
function titlesWithin(line: Line, band: Band, lines: Lines): HeaderText[] {
  return line.filled
    .filter((cell) => {
      const span = spanOf(cell, lines.merges);
      return span.right >= band.left - 1 && span.left <= band.right + 1;
    })
    .map((cell) => wordsOf(line.row, cell.column, lines));
}

/** Meta texts of a line; a label that ends in a colon takes the words of the cell after it. */
function metaTexts(texts: readonly HeaderText[]): HeaderText[] {
  const found: HeaderText[] = [];
  texts.forEach((words, index) => {
    if (isAttachmentLabel(words.text)) found.push(words);
    if (!isMeta(words.text)) return;
    const next = texts[index + 1];
    const open = /[:：]$/.test(words.text);
    found.push(
      open && next !== undefined && !isMeta(next.text)
        ? { ...words, text: words.text + next.text }
        : words,
    );
  });
  return found;
}
