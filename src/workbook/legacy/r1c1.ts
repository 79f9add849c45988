import { columnName } from "../../model/sheet.ts";

/** A part of a formula: a text in quotes, a sheet's name in quotes, a word, or anything else. */
const parts = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*(?:\[[^\]]*\](?:[\p{L}\p{N}_.]*(?:\[[^\]]*\])?)?)?|[^]/gu; // prettier-ignore

const both = /^R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?$/;
const one = /^([RC])(\d+|\[-?\d+\])?$/;

/** A formula with references such as `R[-1]C3` as seen from a cell, in A1 form. */
export function fromR1c1(formula: string, row: number, column: number): string {
  const pieces = formula.match(parts) ?? [];
  return pieces
    .map((piece, index) => {
      const next = pieces[index + 1];
      // A name before a bracket is a function, before a mark of exclamation a sheet.
      if (next === "(" || next === "!") return piece;
      const cell = both.exec(piece);
      if (cell !== null) {
        const [, r, c] = cell;
        return columnText(c, column) + rowText(r, row);
      }
      const line = one.exec(piece);
      if (line === null) return piece;
      const text =
        line[1] === "R" ? rowText(line[2], row) : columnText(line[2], column);
      // A whole row or column is a range of itself unless it is a corner of one.
      return next === ":" || pieces[index - 1] === ":"
        ? text
        : `${text}:${text}`;
    })
    .join("");
}

function rowText(text: string | undefined, from: number): string {
  return text === undefined || text.startsWith("[")
    ? String(wrap(from + offset(text), 1_048_576) + 1)
    : `$${text}`;
}

function columnText(text: string | undefined, from: number): string {
  return text === undefined || text.startsWith("[")
    ? columnName(wrap(from + offset(text), 16_384))
    : `$${columnName(Math.min(Number(text), 16_384) - 1)}`;
}

function offset(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.slice(1, -1));
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}
