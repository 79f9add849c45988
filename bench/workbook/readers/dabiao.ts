import { openWorkbook } from "../../../src/workbook/open.ts";
import type { Reader } from "./reader.ts";

export const read: Reader = async (bytes) => {
  const { workbook, issues } = await openWorkbook(bytes, {
    file: "bench.xlsx",
  });
  if (workbook === null || issues.length > 0)
    throw new Error(`not read: ${issues.map(({ code }) => code).join(", ")}`);
  return (tally) => {
    for (const sheet of workbook.sheets)
      for (const cell of sheet.cells()) tally.add(cell.value);
  };
};
