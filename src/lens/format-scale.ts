import type { Catalog } from "../model/catalog.ts";
import type { UnitCode } from "../model/codes.ts";
import type { Guess } from "../model/facets.ts";
import {
  type FormatSection,
  type FormatToken,
  isDateToken,
  parseFormatCode,
} from "../model/format-code.ts";
import { numberShape } from "../model/number-text.ts";
import { multiplyScales, unitScale } from "./unit-scale.ts";
import { directionOf, plainDigits } from "./written-number.ts";

/** What the sections of a number format show beside the plain digits. */
export interface FormatWords {
  /** Power of ten from the stored number to the shown one: -4 for `0!.0,`. */
  readonly power: number;
  /** Words behind the number. */
  readonly suffix: string;
  /** True when positive numbers are shown with a word or sign of falling. */
  readonly negates: boolean;
  /** True when numbers of some section are shown as nothing or as words alone. */
  readonly partly: boolean;
}

/** What a format shows of numbers; null when its sections differ in more than sign and colour. */
export function formatWords(code: string): FormatWords | null {
  const numeric = parseFormatCode(code)
    .slice(0, 3)
    .filter(
      ({ tokens }, index) =>
        index === 0 || !tokens.some(({ type }) => type === "text"),
    );
  const showing = numeric
    .filter(({ tokens }) => tokens.some(isFigure))
    .map(withoutBrackets);
  const [first] = showing;
  if (first === undefined || first.tokens.some(isDateToken)) return null;
  const power = powerOf(first);
  const suffix = suffixOf(first);
  const same = showing.every(
    (section) => powerOf(section) === power && suffixOf(section) === suffix,
  );
  if (!same) return null;
  const before = prefixOf(first).trim();
  return {
    power,
    suffix,
    negates:
      numeric[0]?.tokens.some(isFigure) === true &&
      first.condition === null &&
      (directionOf(before) === "fall" || /^[-－−–]$/.test(before)),
    partly: showing.length < numeric.length,
  };
}

/** `(0.0)`: brackets around what is below 0 stand for its minus. */
function withoutBrackets(section: FormatSection, index: number): FormatSection {
  const { tokens } = section;
  const isBracket = (token: FormatToken | undefined, text: string): boolean =>
    token?.type === "literal" && token.text === text;
  const shown = tokens.filter(
    (token) => token.type !== "literal" || token.text.trim() !== "",
  );
  if (index !== 1 || !isBracket(shown[0], "(")) return section;
  if (!isBracket(shown.at(-1), ")")) return section;
  return { ...section, tokens: shown.slice(1, -1) };
}

function isFigure({ type }: FormatToken): boolean {
  return type === "digit" || type === "general" || type === "text";
}

function powerOf({ tokens }: FormatSection): number {
  const shape = numberShape(tokens);
  const point = tokens.findIndex((token) => isLiteralPoint(token));
  const behind =
    point === -1 || tokens.some(({ type }) => type === "point")
      ? 0
      : tokens.slice(point).filter(({ type }) => type === "digit").length;
  return 2 * shape.percents - 3 * shape.thousands - behind;
}

/** The point of `0!.0`: it moves no decimals, it only stands there. */
function isLiteralPoint(token: FormatToken): boolean {
  return token.type === "literal" && token.text === ".";
}

function suffixOf({ tokens }: FormatSection): string {
  return words(tokens.slice(tokens.findLastIndex(isFigure) + 1));
}

function prefixOf({ tokens }: FormatSection): string {
  return words(tokens.slice(0, tokens.findIndex(isFigure)));
}

function words(tokens: readonly FormatToken[]): string {
  return tokens
    .map((token) => (token.type === "literal" ? token.text : ""))
    .join("")
    .trim();
}

/** What is known of the unit of a cell; see `FormContext`. */
export interface UnitContext {
  readonly stated: UnitCode | null;
  readonly to: UnitCode;
  readonly catalog: Pick<Catalog, "units">;
  readonly words: { unit(text: string): readonly Guess<UnitCode>[] };
}

const magnitudes: readonly (readonly [string, number])[] = [
  ["百万", 6],
  ["千万", 7],
  ["万", 4],
  ["亿", 8],
  ["千", 3],
];

function magnitudeOf(text: string): number {
  return magnitudes.find(([word]) => text.startsWith(word))?.[1] ?? 0;
}

/**
 * The factor from the stored number to the value where a format scales or
 * names a unit; null where what it shows and what the header states disagree.
 */
export function formatScale(
  { power, suffix, negates }: FormatWords,
  context: UnitContext,
): string | null {
  const { stated, to, catalog } = context;
  if (negates) return null;
  const header = unitScale(stated ?? to, to, catalog);
  if (header === null) return null;
  if (suffix === "") {
    if (power === 0) return header;
    // 42.4 shown of 424000 under 万户: the header holds for what is seen.
    return stated !== null && magnitudeOf(stated) === -power
      ? multiplyScales(header, powerOfTen(power))
      : null;
  }
  const unit = knownUnit(plainDigits(suffix), context);
  if (unit !== null) {
    const scale = unitScale(unit, to, catalog);
    if (scale === null) return null;
    const stored = multiplyScales(scale, powerOfTen(power));
    const agrees = stated === null || scale === header || stored === header;
    return agrees ? stored : null;
  }
  const magnitude = magnitudeOf(suffix);
  if (magnitude === 0)
    return power === 0 && !/[百千万亿]/.test(suffix) ? header : null;
  const rest = suffix.replace(/^(百万|千万|万|亿|千)/, "").trim();
  if (rest !== "" || magnitudeOf(stated ?? to) !== 0) return null;
  return power + magnitude === 0
    ? header
    : stated === null
      ? multiplyScales(header, powerOfTen(power + magnitude))
      : null;
}

function knownUnit(text: string, context: UnitContext): UnitCode | null {
  const best = context.words.unit(text)[0];
  return best !== undefined && best.confidence >= 0.95 ? best.value : null;
}

function powerOfTen(power: number): string {
  return power >= 0 ? `1${"0".repeat(power)}` : `0.${"0".repeat(-power - 1)}1`;
}
