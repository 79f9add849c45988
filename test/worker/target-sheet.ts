import exceljs from "exceljs";
import type { FileInput } from "../../src/worker/api.ts";

/** A workbook of one sheet written by another library, as a file the page would be given. */
export async function freshWorkbook(
  rows: readonly (readonly (string | number)[])[],
  name = "目标.xlsx",
): Promise<FileInput> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("目标清单");
  for (const row of rows) sheet.addRow([...row]);
  const bytes = await workbook.xlsx.writeBuffer();
  return { name, bytes: new Uint8Array(bytes) };
}
