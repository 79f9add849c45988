import type { Line } from "./lines.ts";

/** Fewer numbers than this in a row may be figures. */
const fewest = 3;

const letter = /^(?:[甲乙丙丁戊]|[A-Ea-e]|栏次|列次|行次|序号|[-—/])$/;
const number = /^[（(]?(\d{1,2})[)）]?(?:\s*[=＝].*)?$/;

/** True for the row of 甲, 乙, 1, 2, 3 … below a header: it numbers the columns and holds nothing. */
export function numbersColumns(line: Line): boolean {
  if (line.count < fewest) return false;
  let counted = 0;
  for (const cell of line.filled) {
    const text = cell.raw.normalize("NFKC").trim();
    if (counted === 0 && letter.test(text)) continue;
    const found = number.exec(text)?.[1];
    if (found === undefined || Number(found) !== counted + 1) return false;
    counted += 1;
  }
  return counted >= fewest;
}
