import { toSimplified } from "./traditional.ts";

const footnotes = /[\u2460-\u2473]/g;
const marks = /[\u00ad\u200b-\u200f\u2060\ufeff*※"'“”‘’「」『』^]/g;
const dashes = /[‐‑‒–—―−﹣－─━ー]+/g;
const tildes = /[～〜∼˜]/g;
/** Blanks stay only between two Latin letters or digits, one of them. */
const blanks = /\s+/g;
/** Characters that stand for themselves, and where even they do not: most texts need no more. */
const ordinary = /^[0-9A-Za-z\u4e00-\u9fa5().%~,、:;/+_-]*$/;
const unusual = /--|\d一\d/;

/**
 * One spelling for what people type in many: NFKC (full width, ₂, ³, ㎍, Ⅲ),
 * one μ, one dash, one kind of brackets, simplified characters, `PM2。5` and
 * `PM2·5` with a point. Blanks go, except one between two Latin words; quotes,
 * asterisks and circled footnote digits go too. Case stays.
 */
export function normalise(text: string): string {
  const simplified = toSimplified(text);
  if (ordinary.test(simplified) && !unusual.test(simplified)) return simplified;
  const plain = toSimplified(text.replace(footnotes, "").normalize("NFKC"))
    .replace(marks, "")
    .replace(/[\u00b5\u03bc]/g, "μ")
    .replace(dashes, "-")
    .replace(/-{2,}/g, "-")
    .replace(tildes, "~")
    .replace(/﹪/g, "%")
    .replace(/[【〔[]/g, "(")
    .replace(/[】〕\]]/g, ")")
    .replace(/(?<=\d)[。·・•∙⋅](?=\d)/g, ".")
    .replace(/(?<=\d)一(?=\d{1,2}月)/g, "-");
  return plain
    .replace(blanks, (blank: string, at: number) =>
      isLatin(plain.charAt(at - 1)) && isLatin(plain.charAt(at + blank.length))
        ? " "
        : "",
    )
    .trim();
}

/**
 * The form in which words are compared: normalised, Latin letters in lower
 * case, `Ⅰ至Ⅲ` with a dash. As long as the normalised text, so that positions
 * agree.
 */
export function fold(normalised: string): string {
  return normalised
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/(?<=[iv])[至到](?=[iv])/g, "-");
}

/** True for a Latin letter, a digit or μ: characters that run together into words and formulas. */
export function isLatin(character: string): boolean {
  if (character === "") return false;
  const code = character.charCodeAt(0);
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 0x3bc
  );
}
