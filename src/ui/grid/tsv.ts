/**
 * Reads what spreadsheets put on the clipboard as text: tabs between cells, a
 * line a row, a cell in quotes when it holds a tab, a line break or a quote at
 * its start (quotes inside doubled). The line break at the end is no row.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(quoted?.value ?? text.slice(at, end));
    at = end;
    if (text[at] === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    if (at >= text.length) break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (at >= text.length) break;
    row = [];
  }
  return rows;
}

function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\t\r\n]/.test(text[at] ?? "")) at += 1;
  return at;
}

/** Null when the quotes are not those of a cell: then they are part of its text. */
function readQuoted(
  text: string,
  from: number,
): { readonly value: string; readonly end: number } | null {
  let value = "";
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      value += text[at] ?? "";
      continue;
    }
    if (text[at + 1] === '"') {
      value += '"';
      at += 1;
      continue;
    }
    const after = text[at + 1];
    return after === undefined || /[\t\r\n]/.test(after)
      ? { value: value.replaceAll("\r\n", "\n"), end: at + 1 }
      : null;
  }
  return null;
}

/** The inverse of {@link parseTsv}, with the line ends that Excel and WPS write. */
export function printTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(printField).join("\t")}\r\n`).join("");
}

function printField(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
