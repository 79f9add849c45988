import exceljs from "exceljs";

/** Writes a workbook of one sheet, 表1, and gives its path back. */
export async function writtenSheet(
  file: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<string> {
  const workbook = new exceljs.Workbook();
  const page = workbook.addWorksheet("表1");
  for (const row of rows) page.addRow([...row]);
  await workbook.xlsx.writeFile(file);
  return file;
}
