import readExcelFile from "read-excel-file/node";
import type { Reader } from "./reader.ts";

export const read: Reader = async (bytes) => {
  const sheets = await readExcelFile(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  return (tally) => {
    for (const { data } of sheets)
      for (const row of data) for (const value of row) tally.add(value);
  };
};
