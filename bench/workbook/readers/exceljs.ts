import ExcelJS from "exceljs";
import type { Reader } from "./reader.ts";

export const read: Reader = async (bytes) => {
  const workbook = new ExcelJS.Workbook();
  // Its types ask for a Buffer of an older Node; an ArrayBuffer is what it takes.
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer & ExcelJS.Buffer);
  return (tally) => {
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          tally.add(cell.value);
        });
      });
  };
};
