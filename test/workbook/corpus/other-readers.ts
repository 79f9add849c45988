import ExcelJS from "exceljs";

export type Value = string | number | boolean | null;

/** What another reader finds at a cell; undefined where it has no such sheet. */
export interface OtherReading {
  value(sheet: string, row: number, column: number): Value | undefined;
}

const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

/** @throws what the library throws. */
export async function readWithSheetJs(
  bytes: Uint8Array,
): Promise<OtherReading> {
  const library = await import("@e965/xlsx");
  const book = library.read(bytes, {
    type: "array",
    dense: true,
    nodim: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  });
  return {
    value(sheet, row, column) {
      const data = book.Sheets[sheet]?.["!data"];
      if (data === undefined) return undefined;
      const cell = data[row]?.[column];
      if (cell?.t === "e")
        return typeof cell.v === "number" ? (errors[cell.v] ?? cell.v) : null;
      const value = cell?.v ?? null;
      return value instanceof Date ? value.toISOString() : value;
    },
  };
}

/** @throws what the library throws. */
export async function readWithExcelJs(
  bytes: Uint8Array,
): Promise<OtherReading> {
  const book = new ExcelJS.Workbook();
  // exceljs walks every cell of a validated area, whole columns included, and
  // holds each merged area against every other.
  await book.xlsx.load(
    bytes.buffer.slice(
      bytes.byteOffset,
      bytes.byteOffset + bytes.byteLength,
    ) as ArrayBuffer,
    { ignoreNodes: ["dataValidations", "mergeCells"] },
  );
  return {
    value(sheet, row, column) {
      const found = book.worksheets.find(({ name }) => name === sheet);
      if (found === undefined) return undefined;
      const value = found.findCell(row + 1, column + 1)?.value ?? null;
      if (value instanceof Date)
        return (
          value.getTime() / 86_400_000 +
          (book.properties.date1904 ? 24107 : 25569)
        );
      if (value !== null && typeof value === "object")
        return "text" in value ? value.text : null;
      return value;
    },
  };
}
