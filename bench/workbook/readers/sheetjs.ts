import { read as readBook, type CellObject } from "@e965/xlsx";
import type { Reader } from "./reader.ts";

export const read: Reader = (bytes) => {
  const workbook = readBook(bytes, { dense: true });
  return Promise.resolve((tally) => {
    for (const name of workbook.SheetNames) {
      const rows: unknown = workbook.Sheets[name]?.["!data"];
      // Rows and cells that are absent are holes.
      for (const row of rows as (CellObject | undefined)[][])
        for (const cell of row) tally.add(cell?.v);
    }
  });
};
