import type { CellRange, DefinedName } from "../../model/sheet.ts";
import { parseRange } from "../../model/sheet.ts";
import { shiftFormula } from "../shift-formula.ts";

/** What a rule's formula is, where it is one of the forms that need no calculation. */
export type RuleFormula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "texts"; readonly items: readonly string[] }
  | {
      readonly kind: "cells";
      readonly sheet: string;
      readonly range: CellRange;
    }
  | { readonly kind: "unknown" };

const unknown: RuleFormula = { kind: "unknown" };
const lastRow = 1048575;
const lastColumn = 16383;

/**
 * Reads a rule's formula for a cell that stands `down` rows and `right` columns
 * from the one it was written for, on sheet `sheet`.
 */
export function readRuleFormula(
  formula: string,
  sheet: string,
  down: number,
  right: number,
  names: readonly DefinedName[],
): RuleFormula {
  const text = formula.replace(/^=/, "").trim();
  const items = /^"((?:[^"]|"")*)"$/s.exec(text)?.[1];
  if (items !== undefined)
    return {
      kind: "texts",
      items: items
        .replaceAll('""', '"')
        .split(",")
        .map((item) => item.trim()),
    };
  if (/^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(text))
    return { kind: "number", value: Number(text) };
  const named = names.find(
    ({ name }) => name.toLowerCase() === text.toLowerCase(),
  );
  if (named !== undefined)
    return { kind: "cells", sheet: named.sheet, range: named.range };
  const match =
    /^(?:(?:'((?:[^']|'')+)'|([^'!()\s,"]+))!)?([$A-Za-z0-9:]+)$/.exec(
      down === 0 && right === 0 ? text : shiftFormula(text, down, right),
    );
  const range = match === null ? null : readRange(match[3] ?? "");
  if (match === null || range === null) return unknown;
  const other = match[1]?.replaceAll("''", "'") ?? match[2] ?? sheet;
  return { kind: "cells", sheet: other, range };
}

/** A range, whole rows and columns included. */
function readRange(text: string): CellRange | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns !== null)
    return parseRange(`${columns[1] ?? ""}1:${columns[2] ?? ""}${lastRow + 1}`);
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows === null) return parseRange(text);
  const range = parseRange(`A${rows[1] ?? ""}:A${rows[2] ?? ""}`);
  return range === null ? null : { ...range, right: lastColumn };
}
