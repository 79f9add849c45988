import { chineseNumber } from "./chinese-numerals.ts";
import { decimalOf, decimalText } from "./decimal.ts";
import { dateText, isSystemDate } from "./date-text.ts";
import {
  fractionText,
  generalText,
  layOut,
  numberShape,
  roundHalfUp,
  scientificText,
  shift,
} from "./number-text.ts";
import { isoToSerial } from "./date-serial.ts";
import {
  isDateToken,
  parseFormatCode,
  type FormatCondition,
  type FormatSection,
  type FormatToken,
} from "./format-code.ts";
import type { Cell } from "./sheet.ts";

export { isoToSerial, serialToIso } from "./date-serial.ts";

/** What a number format code does to a positive number. */
export interface NumberFormat {
  /** `other`: fractions, scientific, Chinese numerals, digits with literals among them (`0!.0,`). */
  readonly kind:
    "general" | "number" | "percent" | "date" | "text" | "hidden" | "other";
  /** Digits shown after the point; null where the format does not fix them. */
  readonly decimals: number | null;
  /** Thousands separators. */
  readonly grouped: boolean;
  readonly prefix: string;
  readonly suffix: string;
  /** Trailing commas: each divides the shown number by 1000. */
  readonly thousands: number;
}

/** Describes the section for positive numbers. Alignment (`_x`, `*x`) is left out of prefix and suffix. */
export function describeFormat(code: string): NumberFormat {
  const plain: NumberFormat = {
    kind: "general",
    decimals: null,
    grouped: false,
    prefix: "",
    suffix: "",
    thousands: 0,
  };
  const sections = parseFormatCode(code);
  const section = sectionFor(1, sections)?.section ?? sections[0];
  if (section === undefined) return plain;
  const { tokens } = section;
  if (tokens.some(isDateToken) || isSystemDate(section))
    return { ...plain, kind: "date" };
  const has = (type: FormatToken["type"]): boolean =>
    tokens.some((token) => token.type === type);
  const core = (token: FormatToken): boolean =>
    token.type !== "literal" && token.type !== "percent";
  const first = tokens.findIndex(core);
  const last = tokens.findLastIndex(core);
  const words = (part: readonly FormatToken[]): string =>
    part.map((token) => (token.type === "literal" ? token.text : "%")).join("");
  if (first < 0) {
    if (tokens.length === 0)
      return { ...plain, kind: code === "" ? "general" : "hidden" };
    return { ...plain, kind: "other", prefix: words(tokens) };
  }
  const around = {
    prefix: words(tokens.slice(0, first)),
    suffix: words(tokens.slice(last + 1)),
  };
  if (has("general")) return { ...plain, ...around };
  if (has("text")) return { ...plain, ...around, kind: "text" };
  const shape = numberShape(tokens);
  const mixed = tokens.slice(first, last + 1).some((t) => !core(t));
  if (mixed || has("exponent") || has("slash") || section.numerals > 0)
    return { ...plain, ...around, kind: "other", thousands: shape.thousands };
  return {
    kind: has("percent") ? "percent" : "number",
    decimals: shape.decimals,
    grouped: shape.grouped,
    ...around,
    thousands: shape.thousands,
  };
}

/**
 * The text a spreadsheet shows for a cell in a column wide enough. Numbers are
 * rounded half up on their 15-digit decimal text; padding for alignment is left
 * out; a date out of range shows as `########`.
 */
export function displayText(
  cell: Pick<Cell, "type" | "value" | "format">,
  date1904: boolean,
): string {
  const { type, value } = cell;
  if (value === null || type === "blank") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number")
    return numberText(value, cell.format, date1904);
  if (type === "date") {
    const serial = isoToSerial(value, date1904);
    return serial === null || describeFormat(cell.format).kind !== "date"
      ? value
      : numberText(serial, cell.format, date1904);
  }
  return type === "text" ? textText(value, cell.format) : value;
}

function textText(value: string, code: string): string {
  if (code === "General" || code === "@" || code === "") return value;
  const sections = parseFormatCode(code);
  const own = sections.length >= 4 ? sections[3] : sections.at(-1);
  if (own === undefined) return value;
  const shows = own.tokens.some((token) => token.type === "text");
  if (!shows && sections.length < 4) return value;
  return own.tokens
    .map((token) =>
      token.type === "text"
        ? value
        : token.type === "literal"
          ? token.text
          : token.type === "general"
            ? value
            : "",
    )
    .join("");
}

function numberText(value: number, code: string, date1904: boolean): string {
  if (!Number.isFinite(value)) return "";
  if (code === "General" || code === "") return generalText(value);
  const found = sectionFor(value, parseFormatCode(code));
  if (found === null) return "########";
  const { section, unsigned } = found;
  if (section.tokens.some(isDateToken) || isSystemDate(section))
    return dateText(value, section, date1904);
  return sectionText(value, section, unsigned);
}

function holds(value: number, { operator, limit }: FormatCondition): boolean {
  switch (operator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case "=":
      return value === limit;
    case "<>":
      return value !== limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
  }
}

/** The section that shows a number; `unsigned` where the section itself stands for the minus sign. */
function sectionFor(
  value: number,
  sections: readonly FormatSection[],
): { section: FormatSection; unsigned: boolean } | null {
  const numeric = sections.slice(0, 3);
  const last = numeric.at(-1);
  const only = sections.length < 4 && numeric.length > 1;
  if (
    only &&
    last?.condition === null &&
    last.tokens.some((token) => token.type === "text")
  )
    numeric.pop();
  const [first, second, third] = numeric;
  if (first === undefined) return null;
  if (second === undefined) {
    if (first.condition !== null && !holds(value, first.condition)) return null;
    return { section: first, unsigned: false };
  }
  if (first.condition === null && second.condition === null) {
    if (value < 0) return { section: second, unsigned: true };
    if (value === 0 && third !== undefined)
      return { section: third, unsigned: false };
    return { section: first, unsigned: false };
  }
  const one = first.condition ?? { operator: ">" as const, limit: 0 };
  if (holds(value, one)) return { section: first, unsigned: onlyNegative(one) };
  if (third === undefined && second.condition === null)
    return { section: second, unsigned: value < 0 && leavesNegative(one) };
  const two = second.condition ?? { operator: "<" as const, limit: 0 };
  if (holds(value, two))
    return { section: second, unsigned: onlyNegative(two) };
  return third === undefined ? null : { section: third, unsigned: false };
}

function onlyNegative({ operator, limit }: FormatCondition): boolean {
  return operator === "<" ? limit <= 0 : operator === "<=" && limit < 0;
}

function leavesNegative({ operator, limit }: FormatCondition): boolean {
  return operator === ">=" ? limit <= 0 : operator === ">" && limit < 0;
}

function sectionText(
  value: number,
  section: FormatSection,
  unsigned: boolean,
): string {
  const { tokens } = section;
  const has = (type: FormatToken["type"]): boolean =>
    tokens.some((token) => token.type === type);
  const minus = value < 0 && !unsigned ? "-" : "";
  const size = Math.abs(value);
  if (has("general") || has("text")) {
    const shown =
      section.numerals > 0
        ? chineseNumber(generalText(size), section.numerals)
        : generalText(size);
    return (
      minus +
      tokens
        .map((token) =>
          token.type === "literal"
            ? token.text
            : token.type === "general" || token.type === "text"
              ? shown
              : token.type === "percent"
                ? "%"
                : "",
        )
        .join("")
    );
  }
  if (!has("digit"))
    return tokens
      .map((token) =>
        token.type === "literal"
          ? token.text
          : token.type === "percent"
            ? "%"
            : "",
      )
      .join("");
  if (has("exponent")) return minus + scientificText(size, tokens);
  if (has("slash")) return minus + fractionText(size, tokens);
  const shape = numberShape(tokens);
  const exact = decimalOf(size);
  const shifted = shift(exact, 2 * shape.percents - 3 * shape.thousands);
  const text = decimalText(roundHalfUp(shifted, shape.decimals));
  const [whole = "", part = ""] = text.split(".");
  // What rounds to zero loses its sign, as in current editions.
  const sign = /[1-9]/.test(text) ? minus : "";
  const shown = sign + layOut(whole, part, tokens, shape.grouped);
  return section.numerals > 0 ? chineseNumber(shown, section.numerals) : shown;
}
