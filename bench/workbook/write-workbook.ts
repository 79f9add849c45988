import { strToU8, Zip, ZipDeflate } from "fflate";
import { closeSync, openSync, writeSync } from "node:fs";
import { sheetXml, stylesXml } from "./make-sheet.ts";
import { packageParts } from "./package-parts.ts";
import { StringTable } from "./string-table.ts";

/** Sizes in bytes of a generated workbook. */
export interface WorkbookSize {
  readonly zip: number;
  readonly xml: number;
}

/** Writes a workbook of one sheet, piece by piece: a million rows are longer than a string may be. */
export function writeWorkbook(path: string, rows: number): WorkbookSize {
  const file = openSync(path, "w");
  const size = { zip: 0, xml: 0 };
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    size.zip += piece.length;
    for (let at = 0; at < piece.length;)
      at += writeSync(file, piece, at, piece.length - at);
  });
  const add = (name: string, pieces: Iterable<string>): void => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = "2021-06-15T00:00:00";
    zip.add(entry);
    for (const piece of gathered(pieces)) {
      const bytes = strToU8(piece);
      size.xml += bytes.length;
      entry.push(bytes, false);
    }
    entry.push(new Uint8Array(0), true);
  };
  for (const [name, xml] of packageParts(["监测数据"])) add(name, [xml]);
  add("xl/styles.xml", [stylesXml]);
  const strings = new StringTable();
  add("xl/worksheets/sheet1.xml", sheetXml(rows, strings));
  add("xl/sharedStrings.xml", [strings.xml]);
  zip.end();
  closeSync(file);
  return size;
}

function* gathered(pieces: Iterable<string>): Generator<string> {
  let held = "";
  for (const piece of pieces) {
    held += piece;
    if (held.length < 1 << 18) continue;
    yield held;
    held = "";
  }
  if (held !== "") yield held;
}
