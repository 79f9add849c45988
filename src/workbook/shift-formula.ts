import { columnName } from "../model/sheet.ts";

const rows = 1048576;
const columns = 16384;
const cellPattern = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const columnPattern = /^(\$?)([A-Za-z]{1,3})$/;
const rowPattern = /^(\$?)([1-9]\d{0,6})$/;
/** An error as formulas spell it; `#` alone stands behind a spilling cell. */
const errorPattern = /^#(?:DIV\/0!|N\/A|[A-Za-z_]+[!?]?)/;
const wordPattern = /[\p{L}\p{N}_.$\\?]+/uy;

/**
 * A formula as it reads `down` rows and `right` columns further: relative
 * references move, absolute ones stay, a reference that leaves the sheet comes
 * in again at the other side, as in shared formulas. Texts, sheet names,
 * functions, names and structured references are left alone.
 */
export function shiftFormula(
  formula: string,
  down: number,
  right: number,
): string {
  let out = "";
  let at = 0;
  while (at < formula.length) {
    const char = formula[at] ?? "";
    if (char === '"' || char === "'") {
      const end = quotedEnd(formula, at, char);
      out += formula.slice(at, end);
      at = end;
      continue;
    }
    if (char === "[") {
      const end = bracketEnd(formula, at);
      out += formula.slice(at, end);
      at = end;
      continue;
    }
    if (char === "#") {
      const error = errorPattern.exec(formula.slice(at, at + 16))?.[0] ?? "#";
      out += error;
      at += error.length;
      continue;
    }
    wordPattern.lastIndex = at;
    const word = wordPattern.exec(formula)?.[0];
    if (word === undefined) {
      out += char;
      at += 1;
      continue;
    }
    at += word.length;
    const next = formula[at];
    if (next === "!" || next === "(") {
      out += word;
      continue;
    }
    const range = rangeBehind(formula, at, word);
    if (range !== null) {
      out += `${shiftWord(word, down, right)}:${shiftWord(range, down, right)}`;
      at += 1 + range.length;
    } else out += cellPattern.test(word) ? shiftWord(word, down, right) : word;
  }
  return out;
}

/** The second half of `A:C` or `1:3`, when the word at hand is the first; null for sheets, as in `Jan:Mar!A1`. */
function rangeBehind(formula: string, at: number, word: string): string | null {
  if (formula[at] !== ":") return null;
  const pattern = columnPattern.test(word)
    ? columnPattern
    : rowPattern.test(word)
      ? rowPattern
      : null;
  wordPattern.lastIndex = at + 1;
  const other = wordPattern.exec(formula)?.[0];
  return pattern !== null &&
    other !== undefined &&
    pattern.test(other) &&
    formula[at + 1 + other.length] !== "!"
    ? other
    : null;
}

function shiftWord(word: string, down: number, right: number): string {
  const cell = cellPattern.exec(word);
  if (cell !== null)
    return (
      shiftColumn(cell[1] ?? "", cell[2] ?? "", right) +
      shiftRow(cell[3] ?? "", cell[4] ?? "", down)
    );
  const column = columnPattern.exec(word);
  if (column !== null)
    return shiftColumn(column[1] ?? "", column[2] ?? "", right);
  const row = rowPattern.exec(word);
  return row === null ? word : shiftRow(row[1] ?? "", row[2] ?? "", down);
}

function shiftColumn(mark: string, name: string, right: number): string {
  if (mark === "$" || right === 0) return mark + name;
  let index = 0;
  for (const letter of name.toUpperCase())
    index = index * 26 + letter.charCodeAt(0) - 64;
  return columnName((index - 1 + right + columns) % columns);
}

function shiftRow(mark: string, digits: string, down: number): string {
  if (mark === "$" || down === 0) return mark + digits;
  return String(((Number(digits) - 1 + down + rows) % rows) + 1);
}

function quotedEnd(formula: string, at: number, mark: string): number {
  for (let p = at + 1; p < formula.length; p++)
    if (formula[p] === mark) {
      if (formula[p + 1] !== mark) return p + 1;
      p += 1;
    }
  return formula.length;
}

function bracketEnd(formula: string, at: number): number {
  let depth = 0;
  for (let p = at; p < formula.length; p++) {
    if (formula[p] === "'") p += 1;
    else if (formula[p] === "[") depth += 1;
    else if (formula[p] === "]") {
      depth -= 1;
      if (depth === 0) return p + 1;
    }
  }
  return formula.length;
}
