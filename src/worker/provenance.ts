import type { Stored } from "../dataset/entry.ts";
import { historyOf } from "../dataset/history.ts";
import type { JournalStore } from "../dataset/store.ts";
import { displayText } from "../model/number-format.ts";
import type { Source } from "../model/observation.ts";
import { parseCellRef } from "../model/sheet.ts";
import { openWorkbook } from "../workbook/open.ts";
import type { Provenance } from "./api.ts";

/** Rows and columns shown on each side of the cell. */
const around = { rows: 4, columns: 3 };

/** Every statement made at a key, and the sheet around the one in force. */
export async function provenanceOf(
  entries: readonly Stored[],
  key: string,
  store: JournalStore,
): Promise<Provenance> {
  const history = historyOf(entries, key);
  const current = [...history]
    .reverse()
    .find(({ inForce, source }) => inForce && source.sha !== "");
  return {
    key,
    history: [...history].reverse(),
    excerpt:
      current === undefined ? null : await excerptOf(current.source, store),
  };
}

async function excerptOf(
  source: Source,
  store: JournalStore,
): Promise<Provenance["excerpt"]> {
  const bytes = await store.getBlob(source.sha);
  const address = parseCellRef(source.cell);
  if (bytes === null || address === null) return null;
  const { workbook } = await openWorkbook(bytes, { file: source.file });
  const sheet = workbook?.sheets.find(({ name }) => name === source.sheet);
  if (workbook === null || sheet === undefined) return null;
  const top = Math.max(0, address.row - around.rows);
  const left = Math.max(0, address.column - around.columns);
  const texts: string[][] = [];
  for (let row = top; row <= address.row + around.rows; row += 1) {
    const line: string[] = [];
    for (
      let column = left;
      column <= address.column + around.columns;
      column += 1
    ) {
      const cell = sheet.cellAt(row, column);
      line.push(cell === undefined ? "" : displayText(cell, workbook.date1904));
    }
    texts.push(line);
  }
  return {
    sheet: source.sheet,
    top,
    left,
    texts,
    row: address.row,
    column: address.column,
  };
}
