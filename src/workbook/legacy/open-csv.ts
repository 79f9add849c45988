import type { WorkbookView } from "../../model/sheet.ts";
import { findDialect } from "./csv-dialect.ts";
import { CsvRows } from "./csv-rows.ts";
import type { IssueList } from "../issue-list.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { notAWorkbook } from "../not-a-workbook.ts";
import type { Pacer } from "../pacer.ts";
import {
  decodedPieces,
  findEncoding,
  likelyEncodings,
} from "../text-encoding.ts";

/** Characters the delimiter is found in. */
const headSize = 1 << 16;

/**
 * Reads CSV or TSV piece by piece; the delimiter and the encoding are found.
 * Cells are texts, or numbers where they are plain decimals; `raw` is the text
 * either way. Null for a text file that is no table and is not called one.
 */
export async function openCsv(
  bytes: Uint8Array,
  file: string,
  issues: IssueList,
  pacer: Pacer,
): Promise<WorkbookView | null> {
  // The bytes are gone over twice: once to find their encoding.
  pacer.total = bytes.length * 2;
  const encoding = await findEncoding(bytes, likelyEncodings(bytes), pacer);
  if (pacer.aborted) return null;
  if (encoding === null) {
    issues.add(notAWorkbook.binary, "error");
    return null;
  }
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, headSize), {
    stream: true,
  });
  const dialect = findDialect(head, bytes.length <= headSize);
  const named = /\.(csv|tsv|tab|txt|prn)$/i.test(file);
  if (!named && !dialect.isTable) {
    issues.add(notAWorkbook.text, "error");
    return null;
  }
  const sheet = new SheetBuilder(sheetName(file), issues);
  let row = 0;
  const rows = new CsvRows(dialect.delimiter, (fields) => {
    for (const [column, text] of fields.entries())
      if (text !== "") sheet.typed(row, column, text, "General");
    row += 1;
  });
  let skip = dialect.start;
  pacer.done = bytes.length;
  for (const { text, size } of decodedPieces(bytes, encoding)) {
    rows.push(skip === 0 ? text : text.slice(skip));
    skip = 0;
    pacer.done += size;
    if (pacer.due(size * 4) && !(await pacer.pause())) return null;
  }
  rows.finish();
  for (const bad of rows.badRows)
    issues.add("workbook.csv_quotes", "warning", {}, { row: bad + 1 });
  const view = sheet.build(0);
  pacer.finish();
  return {
    format: "csv",
    date1904: false,
    sheets: [view],
    names: [],
    writable: false,
  };
}

function sheetName(file: string): string {
  const name = file
    .slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1)
    .replace(/\.[^.]*$/, "");
  return name === "" ? "Sheet1" : name;
}
