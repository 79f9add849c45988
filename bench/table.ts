/** Heads and rows of text; the first column is left-aligned, the others right. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** For a terminal: columns padded with spaces. */
export function plainTable({ head, rows }: Table): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => width(row[column] ?? ""))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => {
        const room = " ".repeat(
          Math.max(0, (widths[column] ?? 0) - width(text)),
        );
        return column === 0 ? text + room : room + text;
      })
      .join("  ")
      .trimEnd();
  return [head, ...rows].map(line).join("\n");
}

export function markdownTable({ head, rows }: Table): string {
  const line = (row: readonly string[]): string =>
    `| ${row.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map(line).join("\n");
}

/** Chinese characters and full-width signs take two places. */
function width(text: string): number {
  let places = 0;
  for (const character of text)
    places += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character)
      ? 2
      : 1;
  return places;
}
