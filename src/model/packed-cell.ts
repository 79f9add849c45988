const columnSpan = 2 ** 15;
const lastRow = 2 ** 21;

/** `B5` → a number that tells row and column; -1 for what is not written so (`$B$5`, `b5`, `B05`, a range). */
export function packCell(cell: string): number {
  let column = 0;
  let at = 0;
  for (; at < cell.length && at < 4; at += 1) {
    const letter = cell.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at === 0 || at > 3 || column >= columnSpan) return -1;
  let row = 0;
  const first = at;
  for (; at < cell.length; at += 1) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || (at === first && digit === 0)) return -1;
    row = row * 10 + digit;
    if (row >= lastRow) return -1;
  }
  return row === 0 ? -1 : row * columnSpan + column;
}

/** The reference that {@link packCell} made the number of. */
export function cellText(packed: number): string {
  let column = packed % columnSpan;
  let letters = "";
  while (column > 0) {
    const letter = (column - 1) % 26;
    letters = String.fromCharCode(65 + letter) + letters;
    column = (column - 1 - letter) / 26;
  }
  return `${letters}${Math.floor(packed / columnSpan)}`;
}
