import type { Workbook } from "exceljs";

/** A table of texts, its first row the header, as a new .xlsx. */
export async function issueWorkbook(
  table: readonly (readonly string[])[],
  title: string,
): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const workbook: Workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(title.slice(0, 31), {
    views: [{ state: "frozen", ySplit: 1 }],
    // A4 across, as wide as the page, the header on each.
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
  });
  const [header = [], ...rows] = table;
  sheet.columns = header.map((text, at) => ({
    header: text,
    width: widthOf([text, ...rows.map((row) => row[at] ?? "")]),
  }));
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  sheet.eachRow((row) => {
    row.alignment = { vertical: "top", wrapText: true };
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** In characters; a Chinese one takes two. */
function widthOf(texts: readonly string[]): number {
  const widest = Math.max(
    ...texts.map((text) =>
      [...text].reduce((sum, c) => sum + (c > "\u00ff" ? 2 : 1), 0),
    ),
  );
  return Math.min(60, Math.max(8, widest + 2));
}
