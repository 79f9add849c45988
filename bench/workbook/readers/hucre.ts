import { readXlsx } from "hucre/xlsx";
import type { Reader } from "./reader.ts";

export const read: Reader = async (bytes) => {
  const workbook = await readXlsx(bytes);
  return (tally) => {
    for (const { rows } of workbook.sheets)
      for (const row of rows) for (const value of row) tally.add(value);
  };
};
