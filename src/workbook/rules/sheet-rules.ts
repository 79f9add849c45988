import { parseRange, type CellRange } from "../../model/sheet.ts";
import { XmlCursor, type XmlToken } from "../xml-cursor.ts";

/** What a cell may hold, by the element's `type`. */
export type ValidationType =
  "list" | "whole" | "decimal" | "date" | "time" | "textLength";

export type ValidationOperator =
  | "between"
  | "notBetween"
  | "equal"
  | "notEqual"
  | "lessThan"
  | "lessThanOrEqual"
  | "greaterThan"
  | "greaterThanOrEqual";

/** One rule on what may be entered into some cells. */
export interface Validation {
  readonly type: ValidationType;
  readonly operator: ValidationOperator;
  /** As written, without `=`; empty where there is none. Relative references are seen from the first cell of the first range. */
  readonly formulas: readonly [first: string, second: string];
  readonly ranges: readonly CellRange[];
  /** True when a spreadsheet program objects to a value that breaks the rule. */
  readonly enforced: boolean;
}

/** What stands behind the rows of a worksheet and concerns what a person may enter. */
export interface SheetRules {
  readonly protected: boolean;
  /** Those that can be judged: a formula of one's own is left to the spreadsheet program. */
  readonly validations: readonly Validation[];
}

/** Rules and ranges of rules that are looked at in a sheet; Excel itself keeps some 65,000 rules at most. */
const mostRanges = 100_000;

/** Reads the rules of a worksheet part (UTF-8), from where its rows end. Prefixes do not matter, so that those in the extension list are found too. */
export function readSheetRules(data: Uint8Array, from: number): SheetRules {
  const cursor = new XmlCursor(data, Math.max(0, from));
  const validations: Validation[] = [];
  let guarded = false;
  let room = mostRanges;
  while (cursor.next())
    if (cursor.opens("sheetProtection")) {
      guarded = isTrue(cursor.attribute("sheet"));
      cursor.skip();
    } else if (cursor.opens("dataValidation") && room > 0) {
      const found = readValidation(cursor);
      room -= Math.max(1, found?.ranges.length ?? 0);
      if (found !== null && room >= 0) validations.push(found);
    }
  return { protected: guarded, validations };
}

/** A rule from its opening tag on; null for one that allows everything or cannot be judged. */
function readValidation(cursor: XmlCursor): Validation | null {
  const type = cursor.attribute("type") ?? "";
  const operator = cursor.attribute("operator") ?? "between";
  const enforced = isTrue(cursor.attribute("showErrorMessage"));
  const texts = { formula1: "", formula2: "", sqref: "" };
  const places = cursor.attribute("sqref");
  let inside: keyof typeof texts | null = null;
  let depth = cursor.kind === "open" ? 1 : 0;
  while (depth > 0 && cursor.next()) {
    const token: XmlToken = cursor.kind;
    if (token === "text") {
      if (inside !== null) texts[inside] += cursor.text();
      continue;
    }
    const name = cursor.name();
    if (token === "open") depth += 1;
    if (token === "close") depth -= 1;
    if (name === "formula1" || name === "formula2" || name === "sqref")
      inside = token === "open" ? name : null;
  }
  return depth === 0 && isType(type) && isOperator(operator)
    ? {
        type,
        operator,
        formulas: [texts.formula1.trim(), texts.formula2.trim()],
        ranges: readRanges(places ?? texts.sqref),
        enforced,
      }
    : null;
}

function readRanges(text: string): CellRange[] {
  const ranges: CellRange[] = [];
  for (const [one] of text.matchAll(/\S+/g)) {
    const range = parseRange(one);
    if (range !== null) ranges.push(range);
    if (ranges.length > mostRanges) break;
  }
  return ranges;
}

const types: readonly string[] = [
  "list",
  "whole",
  "decimal",
  "date",
  "time",
  "textLength",
];

function isType(text: string): text is ValidationType {
  return types.includes(text);
}

const operators: readonly string[] = [
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "lessThan",
  "lessThanOrEqual",
  "greaterThan",
  "greaterThanOrEqual",
];

function isOperator(text: string): text is ValidationOperator {
  return operators.includes(text);
}

function isTrue(text: string | null): boolean {
  return text === "1" || text === "true";
}
