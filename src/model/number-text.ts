import { pad } from "./calendar.ts";
import { decimalOf, decimalText, type Decimal } from "./decimal.ts";
import type { FormatToken } from "./format-code.ts";

/** What the placeholders of a section ask for. */
export interface NumberShape {
  readonly decimals: number;
  readonly grouped: boolean;
  readonly thousands: number;
  readonly percents: number;
}

export function numberShape(tokens: readonly FormatToken[]): NumberShape {
  const point = tokens.findIndex((token) => token.type === "point");
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const isDigit = (token: FormatToken): boolean => token.type === "digit";
  const lastDigit = whole.findLastIndex(isDigit);
  const firstDigit = whole.findIndex(isDigit);
  let grouped = false;
  let thousands = 0;
  let decimals = 0;
  tokens.forEach((token, index) => {
    const behindPoint = point >= 0 && index > point;
    if (token.type === "comma") {
      if (behindPoint || index > lastDigit) thousands += 1;
      else if (index > firstDigit) grouped = true;
    }
    if (token.type === "digit" && behindPoint) decimals += 1;
  });
  const percents = tokens.filter((token) => token.type === "percent").length;
  return { decimals, grouped, thousands, percents };
}

/** Half up, away from zero, as spreadsheets show numbers. */
export function roundHalfUp(value: Decimal, decimals: number): Decimal {
  const drop = value.scale - decimals;
  if (drop <= 0)
    return { digits: value.digits * 10n ** BigInt(-drop), scale: decimals };
  const unit = 10n ** BigInt(drop);
  const size = value.digits < 0n ? -value.digits : value.digits;
  const rounded = (2n * size + unit) / (2n * unit);
  return { digits: value.digits < 0n ? -rounded : rounded, scale: decimals };
}

/** The value times ten to the power `by`. */
export function shift(value: Decimal, by: number): Decimal {
  return by >= 0
    ? value.scale >= by
      ? { digits: value.digits, scale: value.scale - by }
      : { digits: value.digits * 10n ** BigInt(by - value.scale), scale: 0 }
    : { digits: value.digits, scale: value.scale - by };
}

/** Puts digits into their placeholders: the whole part from the right, the decimals from the left. */
export function layOut(
  whole: string,
  part: string,
  tokens: readonly FormatToken[],
  grouped: boolean,
): string {
  const point = tokens.findIndex((token) => token.type === "point");
  const end = point < 0 ? tokens.length : point;
  const digits = whole === "0" ? "" : whole;
  const firstDigit = tokens.findIndex(
    (token, index) => token.type === "digit" && index < end,
  );
  let left = digits.length;
  let placed = 0;
  let out = "";
  const put = (digit: string): void => {
    if (grouped && placed > 0 && placed % 3 === 0) out = "," + out;
    out = digit + out;
    placed += 1;
  };
  for (let index = end - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.type === "literal") out = token.text + out;
    else if (token.type === "percent") out = "%" + out;
    else if (token.type === "digit") {
      if (left > 0) put(digits[--left] ?? "0");
      else if (token.text === "0") put("0");
      if (index === firstDigit) while (left > 0) put(digits[--left] ?? "0");
    }
  }
  if (firstDigit < 0 && digits !== "") out += digits;
  if (point < 0) return out;
  const kept = decimalsShown(part, tokens.slice(point + 1));
  let behind = "";
  let next = 0;
  for (const token of tokens.slice(point + 1)) {
    if (token.type === "literal") behind += token.text;
    else if (token.type === "percent") behind += "%";
    else if (token.type === "digit") {
      if (next < kept) behind += part[next] ?? "0";
      next += 1;
    }
  }
  return `${out}.${behind}`;
}

/** Trailing zeros stand only where a `0` asks for them. */
function decimalsShown(part: string, tokens: readonly FormatToken[]): number {
  const places = tokens.filter((token) => token.type === "digit");
  let kept = places.length;
  while (kept > 0 && places[kept - 1]?.text !== "0" && part[kept - 1] === "0")
    kept -= 1;
  return kept;
}

export function scientificText(
  size: number,
  tokens: readonly FormatToken[],
): string {
  const at = tokens.findIndex((token) => token.type === "exponent");
  const mantissa = tokens.slice(0, at);
  const tail = tokens.slice(at + 1);
  const shape = numberShape(mantissa);
  const point = mantissa.findIndex((token) => token.type === "point");
  const width = Math.max(
    1,
    mantissa
      .slice(0, point < 0 ? undefined : point)
      .filter((token) => token.type === "digit").length,
  );
  const exact = decimalOf(size);
  const length = exact.digits.toString().length;
  let power = exact.digits === 0n ? 0 : length - 1 - exact.scale;
  power = Math.floor(power / width) * width;
  let rounded = roundHalfUp(shift(exact, -power), shape.decimals);
  if (decimalText(rounded).split(".")[0]?.length === width + 1) {
    power += width;
    rounded = roundHalfUp(shift(exact, -power), shape.decimals);
  }
  const [whole = "", part = ""] = decimalText(rounded).split(".");
  const exponent = tokens[at];
  const plus = exponent?.type === "exponent" && exponent.plus ? "+" : "";
  const places = tail.filter((token) => token.type === "digit").length;
  const behind = tail
    .map((token) => (token.type === "literal" ? token.text : ""))
    .join("");
  const front = layOut(whole, part, mantissa, false);
  return `${front}E${power < 0 ? "-" : plus}${pad(Math.abs(power), places)}${behind}`;
}

export function fractionText(
  size: number,
  tokens: readonly FormatToken[],
): string {
  const slash = tokens.findIndex((token) => token.type === "slash");
  const behind = tokens.slice(slash + 1);
  const words = (part: readonly FormatToken[]): string =>
    part.map((t) => (t.type === "literal" ? t.text : "")).join("");
  const fixed = /^\d+/.exec(
    behind
      .map((t) => (t.type === "literal" || t.type === "digit" ? t.text : ""))
      .join(""),
  )?.[0];
  const places = behind.filter((token) => token.type === "digit").length;
  const split = tokens
    .slice(0, slash)
    .findLastIndex((t) => t.type === "literal");
  const mixed =
    split > 0 && tokens.slice(0, split).some((t) => t.type === "digit");
  const whole = mixed ? Math.floor(size) : 0;
  const rest = size - whole;
  const [top, bottom] =
    fixed !== undefined && Number(fixed) > 0
      ? [Math.round(rest * Number(fixed)), Number(fixed)]
      : nearestFraction(rest, 10 ** Math.min(places, 4) - 1);
  const prefix = mixed ? "" : words(tokens.slice(0, slash));
  const suffix = fixed === undefined ? words(behind) : "";
  if (top === 0 && mixed) return String(whole) + suffix;
  if (top === bottom && mixed) return String(whole + 1) + suffix;
  const front = mixed && whole > 0 ? `${whole} ` : prefix;
  return `${front}${top}/${bottom}${suffix}`;
}

function nearestFraction(value: number, limit: number): [number, number] {
  let best: [number, number] = [Math.round(value), 1];
  let error = Math.abs(value - best[0]);
  for (let bottom = 2; bottom <= limit && error > 1e-12; bottom++) {
    const top = Math.round(value * bottom);
    const off = Math.abs(value - top / bottom);
    if (off < error - 1e-15) {
      best = [top, bottom];
      error = off;
    }
  }
  return best;
}

/** The `General` format: at most 11 characters beside the sign, else scientific. */
export function generalText(value: number): string {
  if (value === 0) return "0";
  const minus = value < 0 ? "-" : "";
  const exact = decimalOf(Math.abs(value));
  const power = exact.digits.toString().length - 1 - exact.scale;
  const full = decimalText(exact);
  if (full.length <= 11) return minus + full;
  if (power >= -4 && power <= 10) {
    const rounded = roundHalfUp(exact, Math.max(0, power < 0 ? 9 : 9 - power));
    const text = trimZeros(decimalText(rounded));
    if (text.length <= 11) return minus + text;
  }
  const places = Math.abs(power) >= 100 ? 4 : 5;
  let exponent = power;
  let mantissa = roundHalfUp(shift(exact, -power), places);
  if (mantissa.digits >= 10n ** BigInt(places + 1)) {
    exponent += 1;
    mantissa = roundHalfUp(shift(exact, -exponent), places);
  }
  const sign = exponent < 0 ? "-" : "+";
  return `${minus}${trimZeros(decimalText(mantissa))}E${sign}${pad(Math.abs(exponent), 2)}`;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
